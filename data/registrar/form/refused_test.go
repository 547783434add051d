package form_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/printing"
)

func TestRefusedText(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	t.Run("F-07 what cannot be printed is refused, naming the field, and nothing changes", func(t *testing.T) {
		for _, wrong := range []string{"a\x1b[31mRED", "\xff\xfe", "a\u202eb", "a\x00b"} {
			_, err := r.Table.Change(desktest.Ctx, id, []registrar.Assign{{Field: "street", Value: wrong}})
			desktest.WantCode(t, wrong, err, "value.bad_letters")
		}
		_, err := r.Table.Change(desktest.Ctx, id, []registrar.Assign{{Field: "street", Value: strings.Repeat("я", 1001)}})
		desktest.WantCode(t, "too long", err, "value.too_long")
		if got := desktest.MustFind(t, r, id).Get("street"); got != "ул. Манаса" {
			t.Errorf("street %q", got)
		}
	})
	t.Run("F-07 signs without a width are taken out", func(t *testing.T) {
		desktest.Set(t, r, id, "street=ул.\u200b Ма\u00adнаса", "house=\u2060")
		if g := desktest.MustFind(t, r, id); g.Get("street") != "ул. Манаса" || g.Get("house") != "" {
			t.Errorf("street %q, house %q", g.Get("street"), g.Get("house"))
		}
	})
	t.Run("KG-048 «no» switches off in every language", func(t *testing.T) {
		for _, word := range []string{"нет", "ні", "жок", "no", "false", "0"} {
			desktest.Set(t, r, id, "privileged=да")
			desktest.Set(t, r, id, "privileged="+word)
			if got := desktest.MustFind(t, r, id).Get("privileged"); got != "" {
				t.Errorf("%s leaves %q", word, got)
			}
		}
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("privileged=может быть"))
		desktest.WantCode(t, "perhaps", err, "value.bad_tick")
	})
	t.Run("KG-031 nobody becomes nameless", func(t *testing.T) {
		_, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("surname=", "given_name=", "patronymic="))
		desktest.WantCode(t, "nameless", err, "graduate.no_name")
	})
	t.Run("KG-051 one of several documents must be named", func(t *testing.T) {
		desktest.Set(t, r, id, "privileged=yes", "privileges=orphan")
		desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Picture(t, 11))
		desktest.Attach(t, r, id, "privilege_documents:orphan", desktest.Picture(t, 13))
		desktest.WantCode(t, "which", r.Form.Detach(desktest.Ctx, id, "privilege_documents:orphan"), "attachment.which")
		desktest.Must(r.Form.Detach(desktest.Ctx, id, "privilege_documents:"+data.SplitList(desktest.MustFind(t, r, id).Get("privilege_documents"))[0]))
		desktest.Must(r.Form.Detach(desktest.Ctx, id, "privilege_documents:orphan"))
		desktest.WantCode(t, "gone", r.Form.Detach(desktest.Ctx, id, "privilege_documents:orphan"), "attachment.gone")
	})
	t.Run("KG-064 the warning is about the new receipt alone", func(t *testing.T) {
		desktest.Set(t, r, id, "subjects=mathematics,physics,chemistry,biology,history,english")
		desktest.Pay(t, r, id, "№ 5", "100")
		if _, warnings := desktest.Pay(t, r, id, "5", "100"); len(warnings) != 1 {
			t.Errorf("«№ 5» again: %v", warnings)
		}
		desktest.Pay(t, r, id, "AB 100", "100")
		if _, warnings := desktest.Pay(t, r, id, "ab-100", "100"); len(warnings) != 1 {
			t.Errorf("the same with other signs: %v", warnings)
		}
		if _, warnings := desktest.Pay(t, r, id, "6", "100"); len(warnings) != 0 {
			t.Errorf("warnings %v", warnings)
		}
		_, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: strings.Repeat("1", 41), Amount: "370"})
		desktest.WantCode(t, "long number", err, "value.too_long")
	})
	desktest.Sound(t, r)
}

func TestConfirmedValue(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Верболоз", "given_name=Марія", "settlement=м. Донецьк")
	t.Run("UA-008 a confirmation is about one value", func(t *testing.T) {
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "settlement_listed"}))
		if slices.Contains(desktest.FoundFor(t, r, id), "settlement_listed settlement") {
			t.Error("still found")
		}
		desktest.Set(t, r, id, "settlement=Горлівка")
		if !slices.Contains(desktest.FoundFor(t, r, id), "settlement_listed settlement") {
			t.Error("another settlement is not asked about")
		}
	})
	t.Run("F-05 what nothing asks about cannot be confirmed", func(t *testing.T) {
		for _, rule := range []string{"nonsense", "required"} {
			desktest.WantCode(t, rule, r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: rule}), "fact.nothing_to_confirm")
		}
		desktest.WantCode(t, "finish", r.Form.Finish(desktest.Ctx, id), "form.no_finish")
	})
}

func TestListHoldsBack(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.Must(r.Season.ChangeSchool(desktest.Ctx, data.School{Name: "Ліцей", InstitutionType: "general", Centre: "kharkiv"}))
	good := desktest.MustAdd(t, r, append(desktest.ZnoValues, "card_number=1234567")...)
	blind := desktest.MustAdd(t, r, "surname=Коваль", "given_name=Олег", "birth_date=2003-03-05", "category=school_current", "card_number=1234568",
		"subjects=ukrainian,mathematics,history", "attestation=ukrainian,mathematics,history", "marks=deep_visual_impairment")
	on := func() (int, []printing.Left) {
		printed, err := r.Printing.Draw(&strings.Builder{}, ".pdf", printing.Job{Document: printing.List})
		desktest.Must(err)
		return printed.Graduates, printed.Left
	}
	t.Run("UA-142 before the call nobody of the separate procedure stands on the list", func(t *testing.T) {
		if n, left := on(); n != 1 || len(left) != 1 || left[0].Reason != "call_first" || left[0].ID != blind {
			t.Errorf("%d, %v", n, left)
		}
		desktest.Must(r.Table.Record(desktest.Ctx, []string{blind}, data.Fact{Kind: data.FactCalled, Note: "Петренко"}))
		if n, left := on(); n != 2 || len(left) != 0 {
			t.Errorf("%d, %v", n, left)
		}
	})
	t.Run("UA-127 UA-163 a final list refuses wrong subjects of the attestation", func(t *testing.T) {
		final := printing.Job{Document: printing.List, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "1", Only: []string{good}}
		_, err := r.Printing.Draw(&strings.Builder{}, ".pdf", final)
		desktest.Must(err)
		desktest.Set(t, r, good, "attestation=ukrainian")
		_, err = r.Printing.Draw(&strings.Builder{}, ".pdf", final)
		desktest.WantCode(t, "one subject", err, "print.final_needs_subjects")
	})
	t.Run("UA-058 UA-059 who learns in another language stands in the register that goes with the list", func(t *testing.T) {
		count := func(document string) (printing.Printed, string) {
			p, err := r.Printing.Draw(&strings.Builder{}, ".pdf", printing.Job{Document: document})
			return p, registrar.CodeOf(err)
		}
		if _, code := count(printing.Register); code != "print.nobody_needs" {
			t.Errorf("nobody needs it: %q", code)
		}
		desktest.Set(t, r, good, "marks=language_needs", "study_language=hu", "class=11-А")
		if p, code := count(printing.List); code != "" || p.Registered != 1 {
			t.Errorf("the list tells of %d, %s", p.Registered, code)
		}
		if p, code := count(printing.Register); code != "" || p.Graduates != 1 {
			t.Errorf("%d in the register, %s", p.Graduates, code)
		}
		row := desktest.SourceOf(r).Register([]papers.Graduate{desktest.PaperOf(t, r, good)}).Rows[0]
		if g := desktest.MustFind(t, r, good); row.Surname != g.Surname || row.Class != "11-А" || row.Word != "угорська" {
			t.Errorf("%+v", row)
		}
		desktest.Set(t, r, good, "marks=")
	})
	t.Run("UA-126 and letters of another alphabet in a name, until somebody confirms them", func(t *testing.T) {
		final := printing.Job{Document: printing.List, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "1", Only: []string{good}}
		desktest.Set(t, r, good, "attestation=ukrainian,mathematics,history", "given_name=Марiя")
		_, err := r.Printing.Draw(&strings.Builder{}, ".pdf", final)
		desktest.WantCode(t, "a Latin i", err, "print.final_needs_letters")
		desktest.Must(r.Table.Record(desktest.Ctx, []string{good}, data.Fact{Kind: data.FactConfirmed, Of: "name_letters"}))
		_, err = r.Printing.Draw(&strings.Builder{}, ".pdf", final)
		desktest.Must(err)
		desktest.Set(t, r, good, "given_name=Марія")
	})
	t.Run("F-05 one rule that doubts two fields is confirmed for each", func(t *testing.T) {
		id := desktest.MustAdd(t, r, "surname=Cорока", "given_name=Янa")
		for _, want := range []int{2, 1, 0} {
			left := 0
			for _, found := range desktest.FoundFor(t, r, id) {
				if strings.HasPrefix(found, "name_letters") {
					left++
				}
			}
			if left != want {
				t.Errorf("%d doubts are left, not %d", left, want)
			}
			if want > 0 {
				desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "name_letters"}))
			}
		}
		desktest.Must(r.Table.TakeBack(desktest.Ctx, id, data.FactConfirmed, "name_letters"))
		if !slices.ContainsFunc(desktest.FoundFor(t, r, id), func(f string) bool { return strings.HasPrefix(f, "name_letters") }) {
			t.Error("taken back, and nothing is asked")
		}
		desktest.Must(r.Table.Remove(desktest.Ctx, []string{id}, "проба"))
	})
	t.Run("UA-039 UA-043 UA-056 the card follows the form", func(t *testing.T) {
		desktest.Set(t, r, good, "category=past_years", "centre=lviv")
		card := desktest.SourceOf(r).Card(desktest.MustFind(t, r, good))
		if card.Subjects[0].Attestation || card.Statement.Centre != r.Campaign().Centre("lviv").Title || card.Photo.Width != 30 {
			t.Errorf("subjects %v, centre %s", card.Subjects, card.Statement.Centre)
		}
		desktest.Set(t, r, good, "category=school_current", "marks=uncontrolled_territory,extern")
		if card := desktest.SourceOf(r).Card(desktest.MustFind(t, r, good)); card.Photo.Width != 30 {
			t.Error("UA-055 no place for glued photos on paper that somebody brings")
		}
		desktest.Set(t, r, good, "gives_scans=yes")
		if card := desktest.SourceOf(r).Card(desktest.MustFind(t, r, good)); card.Photo.Width != 0 {
			t.Error("a place for glued photos on the route of scans")
		}
	})
}

// A name in a form that was typed with the keyboard set to Latin letters, or that has letters of
// another alphabet, is proposed as it was meant; a foreigner's is only asked about.
func TestNamesAreProposedAsTheyWereMeant(t *testing.T) {
	for _, c := range []struct{ campaign, surname, given, meantSurname, meantGiven string }{
		{"ort-2021", "Bdfyjdf", "Fyyf", "Иванова", "Анна"},
		{"zno-2020", "<jylfhtyrj", "Shbyf", "Бондаренко", "Ірина"},
		{"zno-2020", "Сорока", "Марiя", "", "Марія"},
		{"ort-2021", "Smith", "John", "", ""},
	} {
		r := desktest.MustCreate(t, c.campaign)
		id, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname="+c.surname, "given_name="+c.given, "phone=0555000101"), true)
		desktest.Must(err)
		found, err := desktest.FindingsOf(r, id)
		desktest.Must(err)
		meant := map[string]string{}
		for _, f := range found {
			if f.Rule == "name_letters" && f.Proposal != nil {
				meant[f.Proposal.Field] = f.Proposal.Value
			}
		}
		if meant["surname"] != c.meantSurname || meant["given_name"] != c.meantGiven {
			t.Errorf("%s %s: %v", c.surname, c.given, meant)
		}
		for field, value := range meant {
			desktest.Set(t, r, id, field+"="+value)
		}
		if left := desktest.FoundFor(t, r, id); len(meant) > 0 && slices.ContainsFunc(left, func(f string) bool { return strings.HasPrefix(f, "name_letters") }) {
			t.Errorf("%s %s: %v", c.surname, c.given, left)
		}
	}
}

// Who adds somebody by typing is asked first.
func TestAddingInAnotherLayoutIsAsked(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname='kmlfhjdf", "given_name=Fyyf", "phone=0555000101"), false)
	desktest.WantCode(t, "typed in Latin", err, "graduate.layout")
	var refused *data.Error
	if !errors.As(err, &refused) || refused.Args["name"] != "Эльдарова Анна" {
		t.Errorf("%v", err)
	}
}
