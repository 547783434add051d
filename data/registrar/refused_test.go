package registrar

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
)

func TestRefusedText(t *testing.T) {
	r := mustCreate(t, "ort-2021")
	id := completeORT(t, r)
	t.Run("F-07 what cannot be printed is refused, naming the field, and nothing changes", func(t *testing.T) {
		for _, wrong := range []string{"a\x1b[31mRED", "\xff\xfe", "a\u202eb", "a\x00b"} {
			_, err := r.Change(ctx, id, []Assign{{"street", wrong}})
			wantCode(t, wrong, err, "value.bad_letters")
		}
		_, err := r.Change(ctx, id, []Assign{{"street", strings.Repeat("я", longestText+1)}})
		wantCode(t, "too long", err, "value.too_long")
		if got := mustFind(t, r, id).Get("street"); got != "ул. Манаса" {
			t.Errorf("street %q", got)
		}
	})
	t.Run("F-07 signs without a width are taken out", func(t *testing.T) {
		set(t, r, id, "street=ул.\u200b Ма\u00adнаса", "house=\u2060")
		if g := mustFind(t, r, id); g.Get("street") != "ул. Манаса" || g.Get("house") != "" {
			t.Errorf("street %q, house %q", g.Get("street"), g.Get("house"))
		}
	})
	t.Run("KG-048 «no» switches off in every language", func(t *testing.T) {
		for _, word := range []string{"нет", "ні", "жок", "no", "false", "0"} {
			set(t, r, id, "privileged=да")
			set(t, r, id, "privileged="+word)
			if got := mustFind(t, r, id).Get("privileged"); got != "" {
				t.Errorf("%s leaves %q", word, got)
			}
		}
		_, err := r.Change(ctx, id, assigns("privileged=может быть"))
		wantCode(t, "perhaps", err, "value.bad_tick")
	})
	t.Run("KG-031 nobody becomes nameless", func(t *testing.T) {
		_, err := r.Change(ctx, id, assigns("surname=", "given_name=", "patronymic="))
		wantCode(t, "nameless", err, "graduate.no_name")
	})
	t.Run("KG-051 one of several documents must be named", func(t *testing.T) {
		set(t, r, id, "privileged=yes", "privileges=orphan")
		attach(t, r, id, "privilege_documents:orphan", picture(t, 11))
		attach(t, r, id, "privilege_documents:orphan", picture(t, 13))
		wantCode(t, "which", r.Detach(ctx, id, "privilege_documents:orphan"), "attachment.which")
		must(r.Detach(ctx, id, "privilege_documents:"+data.SplitList(mustFind(t, r, id).Get("privilege_documents"))[0]))
		must(r.Detach(ctx, id, "privilege_documents:orphan"))
		wantCode(t, "gone", r.Detach(ctx, id, "privilege_documents:orphan"), "attachment.gone")
	})
	t.Run("KG-064 the warning is about the new receipt alone", func(t *testing.T) {
		pay(t, r, id, "№ 5", "370")
		if _, warnings := pay(t, r, id, "5", "370"); len(warnings) != 1 {
			t.Errorf("«№ 5» again: %v", warnings)
		}
		pay(t, r, id, "AB 100", "370")
		if _, warnings := pay(t, r, id, "ab-100", "370"); len(warnings) != 1 {
			t.Errorf("the same with other signs: %v", warnings)
		}
		if _, warnings := pay(t, r, id, "6", "370"); len(warnings) != 0 {
			t.Errorf("warnings %v", warnings)
		}
		_, err := r.AddPayment(ctx, id, Receipt{Number: strings.Repeat("1", 41), Amount: "370"})
		wantCode(t, "long number", err, "value.too_long")
	})
	sound(t, r)
}

func TestConfirmedValue(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Верболоз", "given_name=Марія", "settlement=м. Донецьк")
	t.Run("UA-008 a confirmation is about one value", func(t *testing.T) {
		must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "settlement_listed"}))
		if slices.Contains(foundFor(t, r, id), "settlement_listed settlement") {
			t.Error("still found")
		}
		set(t, r, id, "settlement=Горлівка")
		if !slices.Contains(foundFor(t, r, id), "settlement_listed settlement") {
			t.Error("another settlement is not asked about")
		}
	})
	t.Run("F-05 what nothing asks about cannot be confirmed", func(t *testing.T) {
		for _, rule := range []string{"nonsense", "required"} {
			wantCode(t, rule, r.Record(ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: rule}), "fact.nothing_to_confirm")
		}
		wantCode(t, "finish", r.Finish(ctx, id), "form.no_finish")
	})
}

func TestListHoldsBack(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	good := mustAdd(t, r, append(znoValues, "card_number=1234567")...)
	blind := mustAdd(t, r, "surname=Коваль", "given_name=Олег", "birth_date=2003-03-05", "category=school_current", "card_number=1234568",
		"subjects=ukrainian,mathematics,history", "attestation=ukrainian,mathematics,history", "marks=deep_visual_impairment")
	on := func() (int, []Left) {
		printed, err := r.Print(&strings.Builder{}, ".pdf", PrintJob{Document: DocumentList})
		must(err)
		return printed.Graduates, printed.Left
	}
	t.Run("UA-142 before the call nobody of the separate procedure stands on the list", func(t *testing.T) {
		if n, left := on(); n != 1 || len(left) != 1 || left[0].Reason != "call_first" || left[0].ID != blind {
			t.Errorf("%d, %v", n, left)
		}
		must(r.Record(ctx, []string{blind}, data.Fact{Kind: data.FactCalled, Note: "Петренко"}))
		if n, left := on(); n != 2 || len(left) != 0 {
			t.Errorf("%d, %v", n, left)
		}
	})
	t.Run("UA-127 UA-163 a final list refuses wrong subjects of the attestation", func(t *testing.T) {
		final := PrintJob{Document: DocumentList, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "1", Only: []string{good}}
		_, err := r.Print(&strings.Builder{}, ".pdf", final)
		must(err)
		set(t, r, good, "attestation=ukrainian")
		_, err = r.Print(&strings.Builder{}, ".pdf", final)
		wantCode(t, "one subject", err, "print.final_needs_subjects")
	})
	t.Run("UA-058 UA-059 who learns in another language stands in the register that goes with the list", func(t *testing.T) {
		count := func(document string) (Printed, string) {
			p, err := r.Print(&strings.Builder{}, ".pdf", PrintJob{Document: document})
			return p, CodeOf(err)
		}
		if _, code := count(DocumentRegister); code != "print.nobody_needs" {
			t.Errorf("nobody needs it: %q", code)
		}
		set(t, r, good, "marks=language_needs", "study_language=hu", "class=11-А")
		if p, code := count(DocumentList); code != "" || p.Registered != 1 {
			t.Errorf("the list tells of %d, %s", p.Registered, code)
		}
		if p, code := count(DocumentRegister); code != "" || p.Graduates != 1 {
			t.Errorf("%d in the register, %s", p.Graduates, code)
		}
		row := r.source().Register([]papers.Graduate{paperOf(t, r, good)}).Rows[0]
		if g := mustFind(t, r, good); row.Surname != g.Surname || row.Class != "11-А" || row.Word != "угорська" {
			t.Errorf("%+v", row)
		}
		set(t, r, good, "marks=")
	})
	t.Run("UA-126 and letters of another alphabet in a name, until somebody confirms them", func(t *testing.T) {
		final := PrintJob{Document: DocumentList, Final: true, OutgoingDate: "10.02.2020", OutgoingNumber: "1", Only: []string{good}}
		set(t, r, good, "attestation=ukrainian,mathematics,history", "given_name=Марiя")
		_, err := r.Print(&strings.Builder{}, ".pdf", final)
		wantCode(t, "a Latin i", err, "print.final_needs_letters")
		must(r.Record(ctx, []string{good}, data.Fact{Kind: data.FactConfirmed, Of: "name_letters"}))
		_, err = r.Print(&strings.Builder{}, ".pdf", final)
		must(err)
		set(t, r, good, "given_name=Марія")
	})
	t.Run("F-05 one rule that doubts two fields is confirmed for each", func(t *testing.T) {
		id := mustAdd(t, r, "surname=Cорока", "given_name=Янa")
		for _, want := range []int{2, 1, 0} {
			left := 0
			for _, found := range foundFor(t, r, id) {
				if strings.HasPrefix(found, "name_letters") {
					left++
				}
			}
			if left != want {
				t.Errorf("%d doubts are left, not %d", left, want)
			}
			if want > 0 {
				must(r.Record(ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "name_letters"}))
			}
		}
		must(r.TakeBack(ctx, id, data.FactConfirmed, "name_letters"))
		if !slices.ContainsFunc(foundFor(t, r, id), func(f string) bool { return strings.HasPrefix(f, "name_letters") }) {
			t.Error("taken back, and nothing is asked")
		}
		must(r.Remove(ctx, []string{id}, "проба"))
	})
	t.Run("UA-039 UA-043 UA-056 the card follows the form", func(t *testing.T) {
		set(t, r, good, "category=past_years", "centre=lviv")
		card := r.source().Card(mustFind(t, r, good))
		if card.Subjects[0].Attestation || card.Statement.Centre != r.Campaign().Centre("lviv").Title || card.Photo.Width != 30 {
			t.Errorf("subjects %v, centre %s", card.Subjects, card.Statement.Centre)
		}
		set(t, r, good, "category=school_current", "marks=uncontrolled_territory,extern")
		if card := r.source().Card(mustFind(t, r, good)); card.Photo.Width != 0 {
			t.Error("a place for glued photos on the route of scans")
		}
	})
}
