package papers

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// received is a graduate whose kit was handed in.
func received(t testing.TB, s *Source, id string, values ...string) Graduate {
	t.Helper()
	g := graduateOf(t, s, id, append([]string{"surname=Сорока", "given_name=Яна", "category=school_current", "class=11-А", "card_number=1234567"}, values...)...)
	g.Current().Facts = append(g.Current().Facts, data.Fact{Kind: data.FactKitReceived, On: "2020-02-10"})
	return g
}

func parcelOf(t testing.TB, s *Source) Parcel {
	t.Helper()
	return Parcel{
		Package: &data.Package{ID: "p", Number: 3, Lists: []string{"l", "m"}, Operator: "ukrposhta", Item: "registered_notice", Tracking: "RB123456785UA"},
		SendBy:  s.Campaign.Date("school_send_end"), By: "О. І. Коваль", Envelopes: []campaign.Filled{{Kits: 4, Grams: 77}},
		Lists: []PackedList{
			{&data.List{ID: "l", Number: 1, Final: &data.FinalList{Date: "2020-02-28", Number: "01-12/41", Rows: 2}}, []Graduate{received(t, s, "a"), received(t, s, "b", "class=11-Б", "marks=language_needs", "study_language=hu")}},
			{&data.List{ID: "m", Number: 2, Title: "коледж"}, []Graduate{received(t, s, "c"), graduateOf(t, s, "d", "surname=Дуб")}},
		}}
}

func TestPackageSheet(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	sheet := s.PackageSheet(parcelOf(t, s))
	t.Run("UA-129 rows of the paper and kits that were handed in", func(t *testing.T) {
		have := fmt.Sprint(sheet.Lists)
		if want := "[{28.02.2020 01-12/41 11-А, 11-Б 2 2} {  коледж 2 1}]"; have != want {
			t.Errorf("%s, want %s", have, want)
		}
	})
	t.Run("F-16 a kit of who was erased after it was closed was counted with the others", func(t *testing.T) {
		p := parcelOf(t, s)
		p.Lists[0].Members = p.Lists[0].Members[:1]
		if open := s.PackageSheet(p).Lists[0]; open.People != 2 || open.Kits != 1 {
			t.Errorf("open: %+v", open)
		}
		p.Package.Closed = &data.ClosedPackage{Rows: 2, Kits: 2}
		if closed := s.PackageSheet(p).Lists[0]; closed.People != 2 || closed.Kits != 2 {
			t.Errorf("closed: %+v", closed)
		}
	})
	t.Run("UA-058 the register of languages lies there, where somebody is in it", func(t *testing.T) {
		if len(sheet.Papers) != 1 || sheet.Papers[0].Count != 1 {
			t.Errorf("%+v", sheet.Papers)
		}
	})
	t.Run("UA-064 UA-164 carrier, item, number, last day, and how it is put together", func(t *testing.T) {
		if sheet.Carrier != "Укрпошта" || !strings.HasPrefix(fmt.Sprint(sheet.Item), "Рекомендований лист з") || sheet.Limit != 2000 || sheet.Tracking != "RB123456785UA" || sheet.SendBy != "17.03.2020" || len(sheet.Assembly) != 2 || sheet.Envelope != "C4" {
			t.Errorf("%+v", sheet)
		}
	})
	t.Run("F-09 what it weighs", func(t *testing.T) {
		if len(sheet.Envelopes) != 1 || sheet.Envelopes[0] != (reports.PackageEnvelope{Kits: 4, Grams: 77}) {
			t.Errorf("%+v", sheet.Envelopes)
		}
	})
	t.Run("UA-063 a courier has no number, and no limit", func(t *testing.T) {
		p := parcelOf(t, s)
		p.Package.Operator, p.Package.Item, p.Package.Tracking = "courier", "", ""
		if sheet := s.PackageSheet(p); sheet.Tracked || sheet.Limit != 0 || sheet.Carrier != "Нарочний" {
			t.Errorf("%+v", sheet)
		}
	})
	t.Run("F-09 the inventory names each kit", func(t *testing.T) {
		v, err := s.Inventory(parcelOf(t, s))
		if err != nil || len(v.Kits) != 4 || v.Kits[0].Name != "Сорока Яна" || v.Kits[0].Number != "1234567" || v.Kits[0].Papers != 2 || len(v.Papers) != 3 || !strings.Contains(v.Papers[0].Title, "01-12/41") {
			t.Errorf("%+v, %v", v, err)
		}
	})
}

func TestGroupedList(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	t.Run("F-09 what is known of a package of one envelope", func(t *testing.T) {
		g, err := s.Grouped(parcelOf(t, s))
		if err != nil || len(g.Rows) != 1 {
			t.Fatalf("%+v, %v", g, err)
		}
		if want := (reports.GroupedRow{Whom: "Харківський регіональний центр оцінювання якості освіти", Tracking: "RB123456785UA"}); g.Rows[0] != want {
			t.Errorf("%+v, want %+v", g.Rows[0], want)
		}
		if g.Number != "3" || g.Words.Form != "ф. 103" || !strings.HasPrefix(g.Kind, "Рекомендований лист з") || g.Sender != s.School.Name {
			t.Errorf("%+v", g)
		}
	})
	t.Run("F-09 of three envelopes each has a row, and the number of none is known", func(t *testing.T) {
		p := parcelOf(t, s)
		p.Envelopes = make([]campaign.Filled, 3)
		if g, err := s.Grouped(p); err != nil || len(g.Rows) != 3 || g.Rows[2].Tracking != "" || g.Rows[2].Whom == "" {
			t.Errorf("%+v, %v", g, err)
		}
	})
	for operator, want := range map[string]string{"": "", "novaposhta": "print.no_grouped", "courier": "print.no_grouped", "gone": "print.no_grouped"} {
		t.Run("F-09 the form is of one carrier: "+operator, func(t *testing.T) {
			p := parcelOf(t, s)
			p.Package.Operator = operator
			if _, err := s.Grouped(p); data.CodeOf(err) != want {
				t.Errorf("%v, want %q", err, want)
			}
		})
	}
	t.Run("UA-119 nobody knows to whom", func(t *testing.T) {
		s := sourceOf(t, "zno-2020")
		s.School.Centre = ""
		if _, err := s.Grouped(parcelOf(t, s)); data.CodeOf(err) != "print.no_addressee" {
			t.Error(err)
		}
	})
	t.Run("F-09 its words are said to be of no source", func(t *testing.T) {
		if notes := fmt.Sprint(s.groupedNotes()); !strings.Contains(notes, "print.doubted_grouped") {
			t.Error(notes)
		}
	})
}

func TestOutgoingRegister(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	final := func(number string) *data.FinalList {
		return &data.FinalList{Date: "2020-02-28", Number: number, Rows: 18}
	}
	posted := &data.Package{Number: 3, Operator: "ukrposhta", Tracking: "RB123456785UA", Postmark: "2020-02-29", Closed: &data.ClosedPackage{Rows: 18, Kits: 18}}
	brought := &data.Package{Number: 4, Operator: "courier", ByCourier: true, Postmark: "2020-03-01", Received: "2020-03-02", Closed: &data.ClosedPackage{}}
	o := s.Outgoing([]SentList{
		{&data.List{Title: "11-А", Final: final("41")}, posted}, {&data.List{Title: "11-Б", Final: final("42")}, brought},
		{&data.List{Title: "11-В", Final: final("43"), Withdrawn: &data.Fact{}}, nil}, {&data.List{Title: "11-Г", Final: final("")}, nil}, {&data.List{Title: "11-Д"}, nil}})
	t.Run("UA-118 who has a day and a number, and nobody else", func(t *testing.T) {
		var numbers []string
		for _, r := range o.Rows {
			numbers = append(numbers, r.Number)
		}
		if strings.Join(numbers, " ") != "41 42 43" || !o.Rows[2].Withdrawn || o.Rows[2].Package != "" {
			t.Errorf("%+v", o.Rows)
		}
	})
	t.Run("UA-062 UA-063 by post the stamp, by courier the day of the centre", func(t *testing.T) {
		if r := o.Rows[0]; r.Sent != "29.02.2020" || r.Tracking != "Укрпошта RB123456785UA" || r.Kits != 18 || r.Package != "№ 3" {
			t.Errorf("%+v", r)
		}
		if r := o.Rows[1]; r.Sent != "02.03.2020" || r.Tracking != "Нарочний" {
			t.Errorf("%+v", r)
		}
	})
}

func TestHandoverRegister(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	plain, full := received(t, s, "a"), received(t, s, "b", "conditions=0102", "additional_reason=religion")
	full.Current().Answer = &data.Answer{State: data.AnswerRegistered, Certificate: "2104735"}
	full.Current().Facts = append(full.Current().Facts, data.Fact{Kind: data.FactEnvelopeHanded, On: "2020-03-17", Seen: "certificate,medical_returned"})
	refused := received(t, s, "c")
	refused.Current().Answer = &data.Answer{State: data.AnswerRefused}
	h, err := s.Handover("2020-03-16", []Graduate{plain, full, refused})
	if err != nil {
		t.Fatal(err)
	}
	inside := func(row int) string {
		var all []string
		for _, c := range h.Rows[row].Contents {
			all = append(all, strings.TrimSpace(fmt.Sprint(c.Title, " ", c.Number, " ", map[bool]string{true: "+"}[c.Ticked])))
		}
		return strings.Join(all, "; ")
	}
	for row, want := range []string{
		"Сертифікат; Реєстраційне повідомлення",
		"Сертифікат 2104735 +; Реєстраційне повідомлення; Медичний висновок, поданий для реєстрації  +; Повідомлення про створення особливих (спеціальних) умов; Повідомлення про участь у додатковій сесії",
		"Витяг із протоколу засідання регламентної комісії з причиною відмови; Документи, надіслані для реєстрації; Реєстраційна картка без частини із заявою",
	} {
		t.Run(fmt.Sprint("UA-069 UA-070 UA-071 UA-097 the contents of envelope ", row+1), func(t *testing.T) {
			if have := inside(row); have != want {
				t.Error(have)
			}
		})
	}
	if h.Rows[0].On != "" || h.Rows[1].On != "17.03.2020" || h.Received != "16.03.2020" {
		t.Errorf("UA-074 %+v", h)
	}
}

// drawn draws a document of what is sent.
func drawn(s *Source, b *bytes.Buffer, document string, p Parcel) error {
	s.Sent = &Sent{Packages: []*data.Package{p.Package}}
	var on []Graduate
	for _, l := range p.Lists {
		s.Sent.Lists = append(s.Sent.Lists, l.List)
		for _, g := range l.Members {
			g.SetFact(data.Fact{Kind: data.FactListed, Seen: l.List.ID})
			on = append(on, g)
		}
	}
	_, err := s.Print(b, Job{Document: document, Format: FormatPDF, Package: p.Package.ID}, on)
	return err
}

func TestThePapersOfThePostAreDrawn(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		s, err := sourceOf(t, "zno-2020").In(language)
		if err != nil {
			t.Fatal(err)
		}
		p := parcelOf(t, s)
		for name, write := range map[string]func(*bytes.Buffer) error{
			"package":   func(b *bytes.Buffer) error { return drawn(s, b, Package, p) },
			"inventory": func(b *bytes.Buffer) error { return drawn(s, b, Inventory, p) },
			"grouped":   func(b *bytes.Buffer) error { return drawn(s, b, Grouped, p) },
			"outgoing":  func(b *bytes.Buffer) error { return drawn(s, b, Outgoing, p) },
			"handover":  func(b *bytes.Buffer) error { return writeEnvelopes(s, b, Job{}, p.Lists[0].Members) },
			"overview": func(b *bytes.Buffer) error {
				told := *s
				told.Overview = &Overview{Shares: []any{"a"}, Classes: []OverviewBar{{Class: "11-А", Parts: []int{1}}}, All: OverviewBar{Parts: []int{1}}}
				_, err := told.Print(b, Job{Document: Progress, Format: FormatPDF}, nil)
				return err
			},
		} {
			var b bytes.Buffer
			if err := write(&b); err != nil || !bytes.HasPrefix(b.Bytes(), []byte("%PDF")) {
				t.Errorf("%s in %s: %v", name, language, err)
			}
		}
	}
}
