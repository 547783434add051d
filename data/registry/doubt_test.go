package registry_test

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
)

// doubtsIn are the findings of one graduate in one field, «severity rule», in their order.
func doubtsIn(t *testing.T, r *registrar.Registrar, id, field string) []string {
	t.Helper()
	found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range found {
		if f.Field == field {
			all = append(all, string(f.Severity)+" "+f.Rule)
		}
	}
	return all
}

func wantFound(t *testing.T, r *registrar.Registrar, id, field string, want ...string) {
	t.Helper()
	if got := doubtsIn(t, r, id, field); !slices.Equal(got, want) {
		t.Errorf("%s: %v, want %v", field, got, want)
	}
}

// KG-042, UA-030: the letters of a series look alike in two alphabets, and only one is right.
func TestASeriesIsWrittenInTheAlphabetOfTheDocument(t *testing.T) {
	for _, c := range []struct{ campaign, kind, typed, want string }{
		{"ort-2021", "passport", "АС", "AC"},
		{"ort-2021", "passport", "ид", "ID"},
		{"ort-2021", "passport", "ID", "ID"},
		{"ort-2021", "passport", "ЯЯ", "ЯЯ"},
		{"zno-2020", "passport_book", "KB", "КВ"},
		{"zno-2020", "passport_book", "ВА", "ВА"},
	} {
		r := desktest.MustCreate(t, c.campaign)
		id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Бегимай", "phone=+996555123456", "document_kind="+c.kind)
		told, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("document_series="+c.typed))
		if err != nil {
			t.Fatal(err)
		}
		if got := desktest.MustFind(t, r, id).Document.Series; got != c.want {
			t.Errorf("%s %q is stored as %q, want %q", c.kind, c.typed, got, c.want)
		}
		said := slices.ContainsFunc(told, func(f data.Finding) bool { return f.Rule == "series_spelled" })
		if said != !strings.EqualFold(c.typed, c.want) {
			t.Errorf("%s %q: said %v", c.kind, c.typed, told)
		}
	}
	t.Run("the series that came before its kind is turned with it", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "document_series=АС", "document_kind=passport")
		if got := desktest.MustFind(t, r, id).Document.Series; got != "AC" {
			t.Errorf("stored as %q", got)
		}
	})
	t.Run("what a graduate sends is turned too", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "document_kind=passport", "document_series=AC")
		sent := send(t, r, id, change(data.FieldDocumentSeries, "АС"))
		if got := desktest.MustFind(t, r, id).Document.Series; got != "AC" {
			t.Errorf("taken over as %q: %+v", got, sent)
		}
		wantFound(t, r, id, data.FieldDocumentSeries)
	})
}

// UA-027: a number shorter than its neighbours has lost a zero on its way through a table.
func TestACardNumberShorterThanItsNeighboursIsDoubted(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	add := func(n, card string) string {
		return desktest.MustAdd(t, r, "surname=Сорока"+n, "given_name=Яна", "card_number="+card)
	}
	short := add("", "412352")
	wantFound(t, r, short, data.FieldCardNumber)
	for _, card := range []string{"0412353", "0412354", "1412355"} {
		add(card, card)
	}
	wantFound(t, r, short, data.FieldCardNumber, "confirm card_number_short")
	found, _ := r.Table.Check(registrar.Filter{Only: []string{short}})
	at := slices.IndexFunc(found, func(f data.Finding) bool { return f.Rule == "card_number_short" })
	if p := found[at].Proposal; p == nil || p.Value != "0412352" {
		t.Errorf("proposes %v", p)
	}
	desktest.Set(t, r, short, "card_number=0412352")
	wantFound(t, r, short, data.FieldCardNumber)
	typed, err := r.Table.Change(t.Context(), short, []registrar.Assign{{Field: data.FieldCardNumber, Value: "55"}})
	if err != nil || len(typed) != 1 || typed[0].Rule != "card_number_short" {
		t.Errorf("where it is typed it says %v, %v", typed, err)
	}
	if typed, err = r.Table.Change(t.Context(), short, []registrar.Assign{{Field: data.FieldClass, Value: "11-Б"}}); err != nil || len(typed) > 0 {
		t.Errorf("with another field it says %v, %v", typed, err)
	}
	desktest.Set(t, r, short, "card_number=0412352")
	long := add("д", "12345678")
	wantFound(t, r, long, data.FieldCardNumber)
}

// UA-027: two that agree are a habit: the third and the fourth are asked about at once.
func TestAShortCardNumberIsDoubtedFromTheThirdOn(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	for n, card := range []string{"4123520", "4123521", "12345", "412352"} {
		id := desktest.MustAdd(t, r, "surname=Сорока"+string(rune('а'+n)), "given_name=Яна")
		typed, err := r.Table.Change(t.Context(), id, []registrar.Assign{{Field: data.FieldCardNumber, Value: card}})
		if asked := len(typed) == 1 && typed[0].Rule == "card_number_short"; err != nil || asked != (n > 1) {
			t.Errorf("%s: %v, %v", card, typed, err)
		}
	}
}

// KG-015: where the phone is the login it is a phone that one carries about, and an own one.
func TestALandlineAsLoginIsDoubted(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Бегимай", "phone=0312620101")
	wantFound(t, r, id, data.FieldPhone, "confirm phone_fixed")
	asked := func() []data.Finding {
		rows, err := r.Access.Rows(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		return rows[0].Doubts
	}
	if said := asked(); len(said) != 1 || said[0].Rule != "phone_fixed" {
		t.Errorf("before the access is made it says %v", said)
	}
	desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "phone_fixed." + data.FieldPhone}))
	if said := asked(); len(said) > 0 {
		t.Errorf("confirmed, it says %v", said)
	}
	desktest.Set(t, r, id, "phone=0555123456")
	wantFound(t, r, id, data.FieldPhone)
	z := desktest.MustCreate(t, "zno-2020")
	wantFound(t, z, desktest.MustAdd(t, z, "surname=Сорока", "phone=0442345678"), data.FieldPhone)
}

// KG-042: while a document has no kind, its series and number are still those of somebody else.
func TestADocumentNumberOfAnotherIsToldWithoutAKind(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456", "document_kind=passport", "document_series=AN", "document_number=1234567")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457", "document_series=AN")
	told, err := r.Table.Change(desktest.Ctx, other, desktest.Assigns("document_number=1234567"))
	desktest.Must(err)
	if len(told) != 1 || told[0].Rule != "duplicate_document_number" || told[0].Args["other"] != "Асанова" {
		t.Errorf("where it is typed it says %v", told)
	}
	rules := func(whose string) (all []string) {
		for _, of := range doubtsIn(t, r, whose, data.FieldDocumentNumber) {
			if strings.Contains(of, "duplicate") {
				all = append(all, of)
			}
		}
		return all
	}
	for _, whose := range []string{id, other} {
		if got := rules(whose); !slices.Equal(got, []string{"warning duplicate_document_number"}) {
			t.Errorf("%s: %v", whose, got)
		}
	}
	_, err = r.Table.Change(desktest.Ctx, other, desktest.Assigns("document_kind=passport"))
	desktest.WantCode(t, "the kind makes them one", err, "rule.duplicate_document")
	desktest.Set(t, r, other, "document_kind=birth_certificate")
	if got := slices.Concat(rules(id), rules(other)); len(got) > 0 {
		t.Errorf("documents of two kinds: %v", got)
	}
}
