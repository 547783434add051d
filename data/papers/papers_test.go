package papers

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
)

// sourceOf is a school in a built-in campaign on a day in its season.
func sourceOf(t testing.TB, id string) *Source {
	t.Helper()
	c, err := campaign.Builtin(id, "1.0")
	if err != nil {
		t.Fatal(err)
	}
	return &Source{Campaign: c, Today: "2020-02-10", Portrait: func(*data.Graduate) (Portrait, error) { return portrait(), nil },
		Small: func(*data.Graduate, Size) (Portrait, error) { return portrait(), nil },
		Scan: func(*data.Graduate, string, Size, Size) (Scanned, error) {
			return Scanned{Sides: []Side{{Picture: portrait()}}}, nil
		},
		School: data.School{Name: "Тихоозерський ліцей", HeadTitle: "Директор", HeadName: "О. І. Верболоз", Centre: "kharkiv", Site: "https://ort.example"}}
}

// portrait is a grey one, drawn once.
var portrait = sync.OnceValue(func() Portrait {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 40)), nil); err != nil {
		panic(err)
	}
	return Portrait{JPEG: b.Bytes(), Width: 30, Height: 40}
})

// graduateOf is a graduate with these values and what the check finds.
func graduateOf(t testing.TB, s *Source, id string, values ...string) Graduate {
	t.Helper()
	g := &data.Graduate{ID: id}
	g.Current().DraftSerial = 7
	for _, v := range values {
		field, value, _ := strings.Cut(v, "=")
		g.Set(field, value)
	}
	found, err := s.Campaign.Check(g, &s.School, s.Today)
	if err != nil {
		t.Fatal(err)
	}
	return Graduate{Graduate: g, Findings: found}
}

func codes(documents []Document) []string {
	var all []string
	for _, d := range documents {
		all = append(all, d.Code)
	}
	return all
}

func TestDocumentsOfACampaign(t *testing.T) {
	for id, want := range map[string][]string{
		"zno-2020": {Card, List, Register, Missing, Sheet, Site, Photos, Copies, Labels, Sample, Album, Privacy, Hint, Kit, Intake, Tracking, Envelopes, AddressLabels, ParcelLabel, Envelope, Package, Inventory, Grouped, Outgoing, Message, Progress},
		"ort-2021": {Card, Missing, Sheet, Pictured, Site, OnSite, Album, Message, Progress, Payments},
	} {
		c := sourceOf(t, id).Campaign
		got := codes(Documents(c))
		if !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s has %v, want %v", id, got, want)
		}
		for _, code := range got[len(want):] {
			if k := c.KitDocument(code); k == nil || k.Letter == nil || fmt.Sprint(DocumentOf(c, code).Title) != k.Title {
				t.Errorf("UA-012 UA-015 UA-020 %s is no paper of the kit", code)
			}
		}
	}
}

func TestTheTableIsComplete(t *testing.T) {
	for _, id := range campaign.BuiltinIDs() {
		for _, d := range Documents(sourceOf(t, id).Campaign) {
			if d.Title == nil || d.File == "" || len(d.Formats) == 0 || d.Formats[0] != FormatPDF || d.write == nil {
				t.Errorf("%s: the row of %s lacks something: %+v", id, d.Code, d)
			}
		}
	}
}

func TestADocumentThatTheCampaignNoLongerHasKeepsItsTitle(t *testing.T) {
	d := DocumentOf(sourceOf(t, "ort-2021").Campaign, List)
	if d.Title != data.Term("document.list") || d.Formats != nil || d.Outgoing {
		t.Errorf("got %+v", d)
	}
}

func TestPrintRefuses(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	one := []Graduate{graduateOf(t, s, "a", "surname=Сорока", "category=school_current")}
	exempt := []Graduate{graduateOf(t, s, "b", "surname=Дуб", "category=school_current", "marks=exempt")}
	final := Job{Document: List, Format: FormatPDF, Final: true}
	for _, c := range []struct {
		name, code string
		job        Job
		chosen     []Graduate
	}{
		{"no such document", "print.unknown_document", Job{Document: "poster", Format: FormatPDF}, one},
		{"a card is no workbook", "print.unknown_format", Job{Document: Card, Format: FormatExcel}, one},
		{"nobody chosen", "print.nobody", Job{Document: Card, Format: FormatPDF}, nil},
		{"UA-134 nobody belongs on the list", "print.nobody", Job{Document: List, Format: FormatPDF}, exempt},
		{"UA-058 nobody stands in the register", "print.nobody_needs", Job{Document: Register, Format: FormatPDF}, one},
		{"UA-012 nobody needs the paper", "print.nobody_needs", Job{Document: "school_certificate", Format: FormatPDF}, one},
		{"a day that is none", "value.no_such_day", Job{Document: List, Format: FormatPDF, OutgoingDate: "30.02.2020"}, one},
		{"V01 a number with a sign that turns the direction", "value.bad_letters", Job{Document: List, Format: FormatPDF, OutgoingNumber: "12\u202e"}, one},
		{"a number that the form has no room for", "print.number_too_long", Job{Document: List, Format: FormatPDF, OutgoingNumber: strings.Repeat("1", 21)}, one},
		{"UA-027 a final list with a draft number", "print.final_needs_numbers", final, one},
	} {
		var b bytes.Buffer
		if _, err := s.Print(&b, c.job, c.chosen); data.CodeOf(err) != c.code || b.Len() > 0 {
			t.Errorf("%s: got %v and %d bytes, want %s", c.name, err, b.Len(), c.code)
		}
	}
}

func TestAFinalListSaysToWhomAndFromWhom(t *testing.T) {
	for _, c := range []struct {
		name, code string
		date       string
		alter      func(*data.School)
	}{
		{"nothing lacks", "", "", func(*data.School) {}},
		{"today", "", "01.02.2020", func(*data.School) {}},
		{"an outgoing date that lies in the future", "print.future_day", "02.02.2020", func(*data.School) {}},
		{"no addressee", "print.final_needs_addressee", "", func(s *data.School) { s.Centre = "" }},
		{"no type", "print.final_needs_type", "", func(s *data.School) { s.InstitutionType = "" }},
	} {
		s := sourceOf(t, "zno-2020")
		s.Today, s.School.Centre, s.School.InstitutionType = "2020-02-01", "kharkiv", "general"
		c.alter(&s.School)
		one := []Graduate{graduateOf(t, s, "a", "surname=Сорока", "category=school_current", "card_number=7654321")}
		one[0].Findings = nil
		job := Job{Document: List, Format: FormatPDF, OutgoingDate: c.date}
		if _, err := s.Print(io.Discard, job, one); err != nil {
			t.Errorf("%s: a list for work is refused: %v", c.name, err)
		}
		job.Final = true
		if _, err := s.Print(io.Discard, job, one); data.CodeOf(err) != c.code {
			t.Errorf("%s: got %v, want %s", c.name, err, c.code)
		}
	}
}

func TestPrintCounts(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	chosen := []Graduate{
		graduateOf(t, s, "a", "surname=Сорока", "category=school_current", "card_number=7654321"),
		graduateOf(t, s, "b", "surname=Дуб", "category=school_current", "marks=exempt"),
		graduateOf(t, s, "c", "surname=Їжак", "category=school_current"),
	}
	printed, err := s.Print(io.Discard, Job{Document: List, Format: FormatExcel}, chosen)
	if err != nil || printed.Graduates != 2 || !slices.Equal(printed.IDs, []string{"a", "c"}) || !slices.Equal(printed.Drafts, []Unready{{ID: "c", Name: nameAndClass(chosen[2].Graduate)}}) {
		t.Errorf("%+v, %v", printed, err)
	}
	if want := (Left{ID: "b", Name: "Дуб", Reason: "not_included"}); !slices.Equal(printed.Left, []Left{want}) {
		t.Errorf("UA-134 left out: %+v", printed.Left)
	}
	for document, want := range map[string]bool{Card: !s.Campaign.LayoutConfirmed, Site: false} {
		if printed, err := s.Print(io.Discard, Job{Document: document, Format: FormatPDF}, chosen); err != nil || printed.Unconfirmed != want {
			t.Errorf("%s: %+v, %v", document, printed, err)
		}
	}
}

// UA-132: who is not ready is named in what goes to the centre, and printed; not in what stays.
func TestWhoIsNotReadyIsNamedWhereTheSchoolIsLeft(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	ready, not := graduateOf(t, s, "a", "surname=Дуб"), graduateOf(t, s, "b", "surname=Бук", "class=11-А")
	ready.Findings, not.Findings = nil, []data.Finding{{Rule: "required", Severity: data.SeverityError}}
	for document, want := range map[string][]Unready{Card: {{ID: "b", Name: "Бук, 11-А"}}, Sheet: nil, Missing: nil} {
		printed, err := s.Print(io.Discard, Job{Document: document, Format: FormatPDF}, []Graduate{ready, not})
		if err != nil || printed.Graduates != 2 || !slices.Equal(printed.Unready, want) {
			t.Errorf("%s: %+v, %v", document, printed, err)
		}
	}
}

func TestEveryDocumentHasTheSameBytesAgain(t *testing.T) {
	for _, id := range campaign.BuiltinIDs() {
		s := sourceOf(t, id)
		s.Overview = &Overview{Shares: []any{"a"}, Classes: []OverviewBar{{Class: "11-А", Parts: []int{1}}}, All: OverviewBar{Parts: []int{1}}}
		chosen := []Graduate{graduateOf(t, s, "a", "surname=Лук’яненко", "given_name=Өмүр", "class=11-А", "category=school_current", "face_photo=f1", "copy_front=f2")}
		chosen[0].SetFact(data.Fact{Kind: data.FactListed, Seen: "l"})
		s.Sent = &Sent{Lists: []*data.List{{ID: "l", Number: 1, Final: &data.FinalList{Date: "2020-02-10", Number: "7", Rows: 1}}}, Packages: []*data.Package{{ID: "p", Number: 1, Lists: []string{"l"}}}}
		for _, d := range Documents(s.Campaign) {
			if d.Sent {
				continue // what is sent has a test of its own
			}
			for _, format := range d.Formats {
				var one, two bytes.Buffer
				_, err := s.Print(&one, Job{Document: d.Code, Format: format, Only: []string{"a"}, Package: "p"}, chosen)
				if data.CodeOf(err) == "print.nobody_needs" {
					continue
				}
				if _, again := s.Print(&two, Job{Document: d.Code, Format: format, Only: []string{"a"}, Package: "p"}, chosen); err != nil || again != nil || one.Len() == 0 || !bytes.Equal(one.Bytes(), two.Bytes()) {
					t.Errorf("F-20 %s %s%s: %v, %v", id, d.Code, format, err, again)
				}
			}
		}
	}
}

func TestWordsOfValues(t *testing.T) {
	zno, ort := sourceOf(t, "zno-2020").Campaign, sourceOf(t, "ort-2021").Campaign
	for _, c := range []struct {
		campaign     *campaign.Campaign
		field, value string
		want         any
	}{
		{zno, data.FieldPhone, "+380501234567", "+380 50 123 4567"},
		{zno, data.FieldBirthDate, "2003-03-05", "05.03.2003"},
		{zno, data.FieldSex, "f", data.Term("ui.sex_f")},
		{zno, data.FieldSubjects, "ukrainian", "Українська мова і література"},
		{ort, "privileged", "yes", data.Term("value.ticked")},
		{ort, "face_photo", "0123", data.Term("own.has_file")},
		{ort, data.FieldSurname, "", ""},
	} {
		if got := c.campaign.Words(c.field, c.value); got != c.want {
			t.Errorf("%s=%s is %v, want %v", c.field, c.value, got, c.want)
		}
	}
}

func TestStatusWaitsForWhatMustBeMended(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	g := graduateOf(t, s, "a", "surname=Сорока")
	if got := s.Campaign.FormStatus(g.Graduate, g.Findings); got != data.StatusDraft {
		t.Errorf("with errors it is %s", got)
	}
	g.Findings = nil
	if got := s.Campaign.FormStatus(g.Graduate, g.Findings); got == data.StatusDraft {
		t.Errorf("without errors it is %s", got)
	}
}
