package papers

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// UA-127, UA-128: the list names the subjects that count, each with its level where it has one, and
// no other.
func TestSubjectsOfTheListHaveTheirLevels(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Дуб")
	g.Current().Subjects = []data.SubjectChoice{{Subject: "ukrainian", Attestation: true}, {Subject: "physics"}, {Subject: "english", Level: "profile", Attestation: true}}
	if got := s.countedSubjects(g.Graduate); !slices.Equal(got, []string{"Українська мова і література", "англійська мова (профільний рівень)"}) {
		t.Errorf("%q", got)
	}
}

// UA-162, UA-163: the list states of each person in it, in the words of the locked form, the name as
// it is written, the number of the card and what counts; and how many kits go along.
func TestWhatTheListStates(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Їжакевич-М’ясоїд", "given_name=Софія", "patronymic=", "card_number=0104735")
	g.Current().Subjects = []data.SubjectChoice{{Subject: "english", Level: "profile", Attestation: true}}
	l := s.List([]Graduate{g}, "2020-02-14", "01-15/37")
	want := reports.ListRow{Surname: "Їжакевич-М’ясоїд", GivenName: "Софія", CardNumber: "0104735", Subjects: []string{"Англійська мова (профільний рівень)"}}
	if len(l.Rows) != 1 || !reflect.DeepEqual(l.Rows[0], want) {
		t.Errorf("%+v, want %+v", l.Rows, want)
	}
	if l.Date != "14.02.2020" || l.Number != "01-15/37" || !strings.Contains(l.Kits, "%s") {
		t.Errorf("%+v", l)
	}
	// The form has what is said of the level on a line of its own.
	subjects, level, _ := strings.Cut(l.Columns[5], "\n")
	if !strings.HasSuffix(subjects, "державну підсумкову атестацію") || !strings.HasPrefix(level, "(із зазначенням") {
		t.Errorf("UA-127 UA-128 the heading is %q", l.Columns[5])
	}
}

// What a class teacher and the graduate are told to bring is not what the office has to look at.
func TestQuestionsOfTheOfficeAreNotLacking(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Дуб", "class=11-А")
	asks := data.Finding{Rule: campaign.RulePhotoUnconfirmed, Field: "face_photo", Severity: data.SeverityWarning}
	g.Findings = []data.Finding{asks}
	if m := s.Missing([]Graduate{g}); m.Classes[0].Total != 1 || len(m.Classes[0].People) != 0 {
		t.Errorf("%+v", m.Classes)
	}
	g.Findings = []data.Finding{asks, {Rule: "required", Field: "sex", Severity: data.SeverityError}}
	if people := s.Missing([]Graduate{g}).Classes[0].People; len(people) != 1 || len(people[0].Lacks) != 1 {
		t.Errorf("%+v", people)
	}
	if sheet, err := s.CheckSheet(g); err != nil || len(sheet.Lacks) != 1 {
		t.Errorf("%+v, %v", sheet.Lacks, err)
	}
}

// An error that names another graduate is for the school too, though it asks nothing.
func TestNobodyReadsOfAnother(t *testing.T) {
	g := Graduate{Graduate: &data.Graduate{ID: "a"}, Findings: []data.Finding{
		{Graduate: "a", Rule: "duplicate_card", Severity: data.SeverityError, Args: data.Args{"id": "b"}},
		{Graduate: "a", Rule: "required", Severity: data.SeverityError},
	}}
	if own := theirOwn(g); len(own) != 1 || own[0].Rule != "required" || len(g.Findings) != 2 {
		t.Errorf("%+v", own)
	}
}
