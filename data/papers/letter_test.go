package papers

import (
	"io"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

func titlesOfKit(kit []*campaign.KitDocument) []string {
	var all []string
	for _, k := range kit {
		all = append(all, k.Title)
	}
	return all
}

func TestWithdrawal(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Ґалаґан", "given_name=Мар’ян", "category=school_current", "card_number=0104735")
	t.Run("UA-108 the application goes to the centre, with the certificate", func(t *testing.T) {
		l := s.Letter(s.Campaign.KitDocument("withdrawal").Letter, g.Graduate)
		if l.Addressee[0] != "Харківський регіональний центр оцінювання якості освіти" || !slices.Equal(l.Enclosures, []string{"Отриманий раніше Сертифікат"}) ||
			!strings.Contains(l.Subtitle, "відмову") || l.Rows[0].Value != "0104735" || l.Person != "М. Ґалаґан" {
			t.Errorf("%+v", l)
		}
	})
	t.Run("UA-108 it is in no kit, and for whom it is chosen, ready or not", func(t *testing.T) {
		kit, err := s.Campaign.Kit(s.person(g.Graduate))
		if err != nil || slices.ContainsFunc(titlesOfKit(kit), func(title string) bool {
			return strings.Contains(title, "відмову") || title == "Отриманий раніше Сертифікат"
		}) {
			t.Errorf("in the kit: %q, %v", titlesOfKit(kit), err)
		}
		printed, err := s.Print(io.Discard, Job{Document: "withdrawal", Format: FormatPDF, Only: []string{"a"}}, []Graduate{g})
		if err != nil || printed.Graduates != 1 || printed.Unready != nil {
			t.Errorf("%+v, %v", printed, err)
		}
	})
	t.Run("UA-108 who is not picked has not asked for it", func(t *testing.T) {
		other := graduateOf(t, s, "b", "surname=Дуб", "given_name=Яна", "class=11-А", "category=school_current")
		_, err := s.Print(io.Discard, Job{Document: "withdrawal", Format: FormatPDF, Class: "11-А"}, []Graduate{g, other})
		if data.CodeOf(err) != "print.pick" {
			t.Errorf("a class: %v", err)
		}
		printed, err := s.Print(io.Discard, Job{Document: "withdrawal", Format: FormatPDF, Only: []string{"a", "b"}}, []Graduate{g, other})
		if err != nil || !printed.Named() || len(printed.Picked) != 2 || printed.Picked[1].Name != "Дуб Яна, 11-А" {
			t.Errorf("two are picked: %+v, %v", printed, err)
		}
		if printed, err = s.Print(io.Discard, Job{Document: "withdrawal", Format: FormatPDF, Only: []string{"a"}}, []Graduate{g}); err != nil || printed.Named() {
			t.Errorf("one is picked: %+v, %v", printed, err)
		}
		if _, err = s.Order(Job{Document: "withdrawal", Format: FormatPDF, Again: 7}); err != nil {
			t.Errorf("what was printed then: %v", err)
		}
	})
	t.Run("UA-108 five weeks before the main session it is too late", func(t *testing.T) {
		end := s.Campaign.Date("withdrawal_end").On
		for today, want := range map[data.Date]int{end: 0, data.DateOf(end.Time().AddDate(0, 0, 1)): 1} {
			s := *s
			s.Today = today
			printed, err := s.Print(io.Discard, Job{Document: "withdrawal", Format: FormatPDF, Only: []string{"a"}}, []Graduate{g})
			if err != nil || len(printed.Notes) != want {
				t.Errorf("on %s: %v, %v", today, printed.Notes, err)
			}
		}
	})
}

func TestCertificatesOfTheSchool(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	lost := graduateOf(t, s, "a", "surname=Ґалаґан", "given_name=Мар’ян", "category=school_current", "document_kind=school_certificate",
		"marks=uncontrolled_territory,lost_document", "face_photo=f1")
	t.Run("UA-012 the photo that is attached is printed, cropped as it was chosen", func(t *testing.T) {
		letters, err := s.letters(s.Campaign.KitDocument("school_certificate").Letter, []Graduate{lost, graduateOf(t, s, "b", "surname=Дуб")})
		if err != nil || len(letters[0].Photo.Picture.JPEG) == 0 || len(letters[1].Photo.Picture.JPEG) != 0 || letters[1].Photo.Width != 30 {
			t.Errorf("%v", err)
		}
	})
	t.Run("UA-012 what is asked for and empty is a line for the pen", func(t *testing.T) {
		l := s.Letter(s.Campaign.KitDocument("school_certificate").Letter, lost.Graduate)
		if !slices.ContainsFunc(l.Rows, func(r reports.Row) bool { return r.Label == "Дата народження" && r.Value == "" }) {
			t.Errorf("%+v", l.Rows)
		}
	})
	t.Run("UA-015 the school year is named", func(t *testing.T) {
		l := s.Letter(s.Campaign.KitDocument("study_certificate").Letter, lost.Graduate)
		if !strings.Contains(l.Body[0], "здобуде повну загальну середню освіту в поточному 2019/2020 навчальному році") {
			t.Error(l.Body[0])
		}
	})
	t.Run("UA-023 the application encloses the certificate of the language of study, which the program prints too", func(t *testing.T) {
		past := graduateOf(t, s, "c", "surname=Їжак", "given_name=Ганна", "category=past_years", "marks=language_needs", "study_language=hu", "education_document=ХА 12345678")
		application := s.Letter(s.Campaign.KitDocument("language_application").Letter, past.Graduate)
		if len(application.Enclosures) != 1 || !strings.Contains(application.Enclosures[0], "мовою корінних народів") || !strings.Contains(application.Subtitle, "розумному пристосуванні") {
			t.Errorf("%+v", application)
		}
		printed, err := s.Print(io.Discard, Job{Document: "language_certificate", Format: FormatPDF}, []Graduate{past, lost})
		if err != nil || printed.Graduates != 1 {
			t.Errorf("%+v, %v", printed, err)
		}
		l := s.Letter(s.Campaign.KitDocument("language_certificate").Letter, past.Graduate)
		if !l.Issued || !strings.Contains(l.Body[0], "не належить до слов’янської групи мов") || !slices.ContainsFunc(l.Rows, func(r reports.Row) bool { return r.Value == "угорська" }) {
			t.Errorf("%+v", l)
		}
		receipt, err := s.Intake(past)
		if !slices.ContainsFunc(titlesOf(receipt.Papers), func(title string) bool {
			return strings.HasPrefix(title, "Довідка, яка засвідчує факт навчання")
		}) {
			t.Errorf("UA-158 who brings it from another school has no receipt for it: %+v, %v", receipt.Papers, err)
		}
	})
}
