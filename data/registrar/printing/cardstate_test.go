package printing_test

import (
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
)

// UA-160, UA-048: a card is printed, checked, signed; what is changed afterwards is to be printed again.
func TestACardIsPrintedCheckedSigned(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А", "card_number=0412352")
	other := desktest.MustAdd(t, r, "surname=Дуб", "class=11-А", "card_number=0412353")
	state := func(want data.CardState) {
		t.Helper()
		rows, err := r.Table.List(registrar.Filter{Card: want})
		if err != nil || !slices.ContainsFunc(rows, func(row registrar.Row) bool { return row.Graduate.ID == id && row.Card == want }) {
			row, _ := r.Table.Find(id)
			t.Errorf("the card is %s, want %s, %v", row.Card, want, err)
		}
	}
	save := func(document string) {
		t.Helper()
		_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: document, Only: []string{id}})
		desktest.Must(err)
	}
	record := func(kind data.FactKind) {
		desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: kind}))
	}
	state(data.CardMissing)
	save(printing.Sheet)
	state(data.CardMissing)
	save(printing.Card)
	state(data.CardPrinted)
	if row, err := r.Table.Find(other); err != nil || row.Card != data.CardMissing {
		t.Errorf("another one is %s, %v", row.Card, err)
	}
	record(data.FactChecked)
	state(data.CardChecked)
	record(data.FactSigned)
	state(data.CardSigned)
	desktest.Set(t, r, id, "class=11-Б")
	state(data.CardChanged)
	save(printing.Card)
	state(data.CardPrinted)
	desktest.Set(t, r, id, "class=11-А")
	state(data.CardSigned)
	t.Run("a note goes back", func(t *testing.T) {
		desktest.Must(r.Table.TakeBack(desktest.Ctx, id, data.FactSigned, ""))
		state(data.CardChecked)
	})
	t.Run("a day to come is refused", func(t *testing.T) {
		err := r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactSigned, On: "2035-01-01"})
		desktest.WantCode(t, "tomorrow", err, "fact.future_day")
	})
	t.Run("the history knows it when the registry is opened again", func(t *testing.T) {
		desktest.Set(t, r, id, "class=11-Б")
		path := r.Path()
		desktest.Must(r.Close())
		var err error
		r, err = registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
		desktest.Must(err)
		t.Cleanup(func() { r.Close() })
		state(data.CardPrinted)
		desktest.Sound(t, r)
	})
}

// UA-027: what has no number of the centre is a draft: it is printed, but is no card that is checked
// and signed.
func TestADraftIsNoPrintedCard(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	draft := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А")
	numbered := desktest.MustAdd(t, r, "surname=Дуб", "class=11-А", "card_number=0412353")
	save := func() {
		t.Helper()
		_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card})
		desktest.Must(err)
	}
	state := func(id string, want data.CardState) {
		t.Helper()
		if row, err := r.Table.Find(id); err != nil || row.Card != want {
			t.Errorf("the card is %s, want %s, %v", row.Card, want, err)
		}
	}
	save()
	state(draft, data.CardMissing)
	state(numbered, data.CardPrinted)
	for _, kind := range []data.FactKind{data.FactChecked, data.FactSigned} {
		err := r.Table.Record(desktest.Ctx, []string{numbered, draft}, data.Fact{Kind: kind})
		desktest.WantCode(t, string(kind), err, "fact.draft_card")
	}
	state(numbered, data.CardPrinted)
	desktest.Set(t, r, draft, "card_number=0412352")
	state(draft, data.CardMissing)
	save()
	state(draft, data.CardPrinted)
	desktest.Must(r.Table.Record(desktest.Ctx, []string{draft}, data.Fact{Kind: data.FactSigned}))
	state(draft, data.CardSigned)
	desktest.Set(t, r, draft, "card_number=")
	state(draft, data.CardMissing)
}

// Where the centre numbers nothing the printed form is checked and signed by nobody, and nobody is
// asked how far it is.
func TestACampaignWithoutNumbersHasNoCards(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=")
	_, err := r.Printing.Save(desktest.Ctx, filepath.Join(t.TempDir(), "x.pdf"), printing.Job{Document: printing.Card})
	desktest.Must(err)
	if row, err := r.Table.Find(id); err != nil || row.Card != "" {
		t.Errorf("the card is %s, %v", row.Card, err)
	}
	_, err = r.Table.List(registrar.Filter{Card: data.CardPrinted})
	desktest.WantCode(t, "a filter", err, "fact.no_cards")
	desktest.WantCode(t, "a note", r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactSigned}), "fact.no_cards")
	if states := registrar.CardStates(r.Campaign()); states != nil {
		t.Errorf("%v are offered", states)
	}
}
