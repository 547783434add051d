package registry_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registry"
	"graduand/data/sqlite"
)

// What somebody writes who has a graduate's key and no scruples is judged like typing. The
// names of the tests are those of the attacks.

// change is one change of a letter, of a field that was empty.
func change(field, after string) registrar.FieldChange {
	return registrar.FieldChange{Field: field, After: after}
}

// send leaves a letter, lets the school come in, and gives what came of it.
func send(t testing.TB, r *registrar.Registrar, id string, changes ...registrar.FieldChange) registrar.Filled {
	t.Helper()
	leavePending(t, r, id, changes...)
	return come(t, r)
}

// come lets the school come in: what came of the last letter.
func come(t testing.TB, r *registrar.Registrar) registrar.Filled {
	t.Helper()
	r.SetFilled(nil)
	desktest.Must(r.Begin(desktest.Ctx, 0))
	return came(t, r)
}

// came is the last letter that was taken over since the registry was opened.
func came(t testing.TB, r *registrar.Registrar) registrar.Filled {
	t.Helper()
	desktest.Must(r.TakeOver(desktest.Ctx))
	filled := r.Filled()
	if len(filled) == 0 {
		t.Fatal("no letter was seen")
	}
	return filled[len(filled)-1]
}

func wantTaken(t testing.TB, f registrar.Filled, taken, refused int) {
	t.Helper()
	if len(f.Changes) != taken || len(f.Refused) != refused || f.Unreadable > 0 {
		t.Errorf("taken %d, refused %d, want %d and %d: %+v", len(f.Changes), len(f.Refused), taken, refused, f)
	}
}

const finished = "fact.finished"

// forgedFact is a fact in somebody's name on an old day.
const forgedFact = `{"kind":"finished","on":"2019-01-01","by":"Директор","note":"так велено"}`

func TestLetter_G12_G19_FieldsOfTheSchool(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000101", "class=11-А")
	before := desktest.MustFind(t, r, id)
	wantTaken(t, send(t, r, id, registrar.FieldChange{Field: data.FieldPhone, Before: before.Phone, After: "+996555000999"},
		registrar.FieldChange{Field: data.FieldClass, Before: before.Class, After: "11-Б"},
		registrar.FieldChange{Field: data.FieldMode, Before: string(before.Mode), After: string(data.BySelf)},
		registrar.FieldChange{Field: data.FieldCategory, Before: before.Category, After: "past_years"}, change(data.FieldCardNumber, "7")), 0, 5)
	wantTaken(t, send(t, r, id, change("colour", "синий"), change("accesses", "[]"), change("registrations", "[]"), change("removed", "{}"),
		change("", "x"), change("\x1b[2J\u202e"+strings.Repeat("я", 5000), "x\n")), 0, 6)
	if g := desktest.MustFind(t, r, id); g.Phone != before.Phone || g.Class != before.Class || g.Fields["colour"] != "" {
		t.Errorf("got %+v", g)
	}
	t.Run("what is refused is shown without signs that steer a screen", func(t *testing.T) {
		for _, c := range r.Filled()[0].Refused {
			if strings.ContainsAny(c.Field+c.After, "\x1b\u202e\n") || len([]rune(c.Field)) > 41 {
				t.Errorf("%q %q", c.Field, c.After)
			}
		}
	})
	desktest.Sound(t, r)
}

func TestLetter_G13_G31_FinishOfAnUnfinishedForm(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	draft := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555000102")
	wantTaken(t, send(t, r, draft, change(finished, forgedFact)), 0, 1)
	if f := desktest.MustForm(t, r, draft); f.Finished != nil {
		t.Errorf("finished %+v", f.Finished)
	}
	t.Run("a complete form is finished in the own name, today", func(t *testing.T) {
		id := desktest.CompleteORT(t, r)
		wantTaken(t, send(t, r, id, change(finished, forgedFact), change("house", "7")), 2, 0)
		want := data.Fact{Kind: data.FactFinished, On: r.Today(), By: "Асанова Айгуль Нурлановна"}
		if f := desktest.MustForm(t, r, id); f.Finished == nil || *f.Finished != want {
			t.Errorf("finished %+v", f.Finished)
		}
		wantTaken(t, send(t, r, id, change(finished, forgedFact)), 0, 0)
		wantTaken(t, send(t, r, id, registrar.FieldChange{Field: finished, Before: "x"}), 0, 1)
	})
	t.Run("the form is judged as the whole letter leaves it", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.CompleteORT(t, r)
		desktest.Set(t, r, id, "language=")
		wantTaken(t, send(t, r, id, change(finished, forgedFact)), 0, 1)
		wantTaken(t, send(t, r, id, change(finished, forgedFact), change(data.FieldLanguage, "ru")), 2, 0)
	})
	desktest.Sound(t, r)
}

// Who has filled and finished the form is found as one who fills it.
func TestWhoFillsIsTakenOverWithTheForm(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	found := func() (ids []string) {
		rows, err := r.Table.List(registrar.Filter{Mode: data.BySelf})
		desktest.Must(err)
		for _, row := range rows {
			ids = append(ids, row.Graduate.ID)
		}
		return ids
	}
	typed, done := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555000102"), desktest.CompleteORT(t, r)
	refused := desktest.MustAdd(t, r, "surname=Омуров", "phone=0555000103")
	wantTaken(t, send(t, r, refused, change(finished, forgedFact)), 0, 1)
	if got := found(); len(got) > 0 {
		t.Errorf("nothing is taken over, and %v fill alone", got)
	}
	wantTaken(t, send(t, r, typed, change("house", "7")), 1, 0)
	wantTaken(t, send(t, r, done, change(finished, forgedFact)), 1, 0)
	if got := found(); !slices.Contains(got, typed) || !slices.Contains(got, done) || len(got) != 2 {
		t.Errorf("%v fill alone, want %s and %s", got, typed, done)
	}
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFilled, Graduate: done})
	if last := events[0].Changes[len(events[0].Changes)-1]; last != (registrar.FieldChange{Field: data.FieldMode, Before: string(data.BySchool), After: string(data.BySelf)}) {
		t.Errorf("the history says %+v", last)
	}
	desktest.Sound(t, r)
}

func TestLetter_G14_G15_FactsOfTheSchool(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	var changes []registrar.FieldChange
	for i := range 200 {
		changes = append(changes, change(fmt.Sprintf("%s.%d", finished, i), forgedFact))
	}
	wantTaken(t, send(t, r, id, changes...), 0, 200)
	wantTaken(t, send(t, r, id, change("fact.called.1", forgedFact), change("fact.entered", forgedFact), change("fact.confirmed.x", forgedFact)), 0, 3)
	face := desktest.MustFind(t, r, id).Get("face_photo")
	wantTaken(t, send(t, r, id, change(data.PictureField(face, data.PartOverridden, "F08"), forgedFact), change(data.PictureField(face, data.PartConfirmed, "f"), forgedFact),
		change(data.PictureField(face, data.PartTurn, ""), "90")), 0, 3)
	if facts := desktest.MustFind(t, r, id).Current().Facts; len(facts) != 0 {
		t.Errorf("facts %+v", facts)
	}
	desktest.Sound(t, r)
}

func TestLetter_G16_CancelsWhatTheCentreHasJudged(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	judged, _ := desktest.Pay(t, r, id, "17", "370")
	open, _ := desktest.Pay(t, r, id, "18", "370")
	desktest.Must(r.Payment.Judge(desktest.Ctx, id, judged, "rejected", "", ""))
	forge := func(receipt, note string) registrar.FieldChange {
		g := desktest.MustFind(t, r, id)
		p := *g.Current().Payment(receipt)
		before := jsonOf(t, p)
		p.Cancelled = &data.Fact{Kind: "cancelled", On: "2019-01-01", By: "Директор", Note: note}
		p.Number, p.Verdict = "99", nil
		return registrar.FieldChange{Field: data.PaymentField(receipt), Before: before, After: jsonOf(t, p)}
	}
	wantTaken(t, send(t, r, id, forge(judged, "x")), 0, 1)
	wantTaken(t, send(t, r, id, forge(open, "не тот\u202e")), 0, 1)
	wantTaken(t, send(t, r, id, forge(open, " не  тот ")), 1, 0)
	r1 := desktest.MustFind(t, r, id).Current()
	if p := r1.Payment(judged); p.Cancelled != nil || p.Verdict == nil {
		t.Errorf("judged %+v", p)
	}
	want := data.Fact{Kind: "cancelled", On: r.Today(), By: "Асанова Айгуль Нурлановна", Note: "не тот"}
	if p := r1.Payment(open); p.Cancelled == nil || *p.Cancelled != want || p.Number != "18" {
		t.Errorf("cancelled %+v", p)
	}
	wantTaken(t, send(t, r, id, registrar.FieldChange{Field: data.PaymentField(open), Before: "x"}), 0, 1)
	desktest.Sound(t, r)
}

func TestLetter_G17_G18_ReceiptsMadeAnew(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	receipt := func(number string) string {
		p := data.Payment{Type: "bank", Amount: 370, Number: number, Added: data.Fact{Kind: "added", On: "1999-01-01", By: "Директор", Note: "x"},
			Verdict: &data.Fact{Kind: "accepted"}}
		return jsonOf(t, p)
	}
	wantTaken(t, send(t, r, id, change("payment.a", receipt("1\n\u202e\aevil"))), 0, 1)
	wantTaken(t, send(t, r, id, change("payment.a", receipt("№ 77")), change("payment.", receipt("78")), change("payment.../../x", receipt("79"))), 3, 0)
	for i, p := range desktest.MustFind(t, r, id).Current().Payments {
		want := data.Payment{ID: p.ID, Type: "bank", Amount: 370, Number: fmt.Sprint(77 + i), Added: data.Fact{Kind: "added", On: r.Today(), By: "Асанова Айгуль Нурлановна"}}
		if p != want || len(p.ID) != 16 || strings.Trim(p.ID, "0123456789abcdef") != "" {
			t.Errorf("receipt %+v, want %+v", p, want)
		}
	}
	t.Run("the same letter brings it once, an altered one not at all", func(t *testing.T) {
		wantTaken(t, send(t, r, id, change("payment.a", receipt("77"))), 0, 0)
		wantTaken(t, send(t, r, id, change("payment.a", receipt("80"))), 0, 1)
	})
	t.Run("no more than a registration has, typed ones too", func(t *testing.T) {
		var many []registrar.FieldChange
		for i := range 30 {
			many = append(many, change(fmt.Sprintf("payment.%d", i), receipt(fmt.Sprint(100+i))))
		}
		wantTaken(t, send(t, r, id, many...), registry.MostReceipts-3, 30-registry.MostReceipts+3)
		_, err := r.Payment.Add(desktest.Ctx, id, payment.Receipt{Number: "5", Amount: "370"})
		desktest.WantCode(t, "typed", err, "payment.too_many")
		_, err = r.Payment.Compare(id, payment.Receipt{Number: "5", Amount: "370"})
		desktest.WantCode(t, "compared", err, "payment.too_many")
	})
	desktest.Sound(t, r)
}

// KG-058: a form that was given back is finished by a graduate anew, and the remark is gone; nobody but
// the school gives one back.
func TestLetterFinishesWhatWasGivenBack(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	desktest.Must(r.Form.Finish(desktest.Ctx, id))
	returned := data.FactField(data.FactReturned, "")
	wantTaken(t, send(t, r, id, change(returned, `{"note":"x"}`)), 0, 1)
	desktest.Must(r.Form.GiveBack(desktest.Ctx, []string{id}, "паспорт"))
	wantTaken(t, send(t, r, id, change(returned, "")), 0, 1)
	wantTaken(t, send(t, r, id, change(data.FactField(data.FactFinished, ""), `{"on":"2021-02-10"}`)), 1, 0)
	if now := desktest.MustFind(t, r, id).Current(); now.Fact(data.FactFinished, "") == nil || now.ReturnedWith() != nil {
		t.Errorf("got %+v", now.Facts)
	}
	desktest.Sound(t, r)
}

// KG-064: who sends a receipt that another has does not see it; the school is told of it at once.
func TestLetterWithTheReceiptOfAnother(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555123457")
	desktest.Pay(t, r, other, "12345", "370")
	filled := send(t, r, id, change("payment.a", jsonOf(t, data.Payment{Type: "bank", Amount: 370, Number: "12345"})))
	if len(filled.Doubts) != 1 || filled.Doubts[0].Rule != "payment_repeated" || filled.Doubts[0].Args["other"] != "Бекова" {
		t.Errorf("the school is told %+v", filled)
	}
}

func TestLetter_G21_CodesOfTheForm(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000101")
	wantTaken(t, send(t, r, id, change(data.FieldMarks, "no_passport"), change(data.FieldPrivileges, "orphan"), change(data.FieldConditions, "0102"),
		change(data.FieldAttestation, "history"), change(data.FieldLanguage, "xx"), change("street", "x\x1b[2J"), change("house", strings.Repeat("7", data.LongestText+1))), 2, 5)
	desktest.Sound(t, r)
}

func TestLetter_G22_FieldsWhoseTimeIsOver(t *testing.T) {
	now := atNoonOf(2021, 4, 15)()
	r := desktest.MustCreateFrom(t, desktest.SourceWith(t, "ort-2021", ortEnd, ortEnd+"on = \"2021-04-15\"\n"), func() time.Time { return now })
	id := desktest.CompleteORT(t, r)
	picture := sealFile(t, r, r.DB(), id, "", desktest.Picture(t, 9))
	wantTaken(t, send(t, r, id, change("privileged", "yes"), change("privileges", "orphan")), 2, 0)
	now = now.AddDate(0, 0, 1)
	wantTaken(t, send(t, r, id, registrar.FieldChange{Field: "privileges", Before: "orphan", After: "disabled_child"},
		registrar.FieldChange{Field: "privileged", Before: "yes"}, change("privilege_documents", "orphan:"+picture), change("house", "7")), 1, 3)
	if g := desktest.MustFind(t, r, id); g.Get("privileges") != "orphan" || g.Get("privilege_documents") != "" {
		t.Errorf("got %+v", g)
	}
	desktest.Sound(t, r)
}

func TestLetter_G25_WhatCannotBeReadIsThrownAway(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	a := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000101")
	b := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555000102")
	leavePending(t, r, b, change("house", "7"))
	desktest.Must(r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error {
		return tx.AddPending(sqlite.Pending{Graduate: a, ID: "x", Body: []byte("rubbish")})
	}))
	mustClose(t, r)
	for _, nobody := range []string{strings.Repeat("f", 100), "ffffffffff"} {
		alter(t, r.Path(), "INSERT INTO pending (graduate, id, body) VALUES (?1, ?1, x'00')", nobody)
	}
	r = openKeyed(t, r.Path())
	backup := filepath.Join(t.TempDir(), "x"+registrar.ExtensionBackup)
	came(t, r)
	filled := r.Filled()
	at := func(id string) registrar.Filled {
		return filled[slices.IndexFunc(filled, func(f registrar.Filled) bool { return f.Graduate == id })]
	}
	if at(a).Unreadable != 1 || at("").Unreadable != 2 || len(at(b).Changes) != 1 {
		t.Fatalf("filled %+v", filled)
	}
	ills, err := r.Backup(desktest.Ctx, backup)
	if err != nil || len(ills) == 0 {
		t.Errorf("a backup says what is ill in it: %v, %v", ills, err)
	}
	desktest.WantCode(t, "of nobody there", r.Form.DropUnread(desktest.Ctx, "nobody"), "graduate.unknown")
	desktest.WantCode(t, "nothing there", r.Form.DropUnread(desktest.Ctx, b), "filled.nothing")
	for _, id := range []string{a, ""} {
		desktest.Must(r.Form.DropUnread(desktest.Ctx, id))
	}
	if sizes, err := r.DB().PendingSizes(desktest.Ctx); err != nil || len(sizes) > 0 {
		t.Errorf("left %+v, %v", sizes, err)
	}
	if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: a, Kind: registry.EventDropped}); len(events) != 1 || events[0].By != "Key" {
		t.Errorf("history %+v", events)
	}
	ills, err = r.Backup(desktest.Ctx, backup)
	if err != nil || len(ills) > 0 {
		t.Errorf("afterwards: %v, %v", ills, err)
	}
	desktest.Sound(t, r)
}

func TestLetter_G30_G31_BoundsBeforeAnythingIsOpened(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555000101")
	other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555000102")
	var receipts []registrar.FieldChange
	for i := range 6000 {
		receipts = append(receipts, change(fmt.Sprintf("payment.%d", i), jsonOf(t, data.Payment{Type: "bank", Amount: 370, Number: fmt.Sprint(i)})))
	}
	small := make([]registrar.FieldChange, 3*registry.MostRows)
	for name, leave := range map[string]func(){
		"octets":  func() { leavePending(t, r, id, receipts...) },
		"a note":  func() { leavePending(t, r, id, change(finished, `{"note":"`+strings.Repeat("x", 1<<20)+`"}`)) },
		"changes": func() { leavePending(t, r, id, small...) },
		"rows": func() {
			for range registry.MostRows + 1 {
				leavePending(t, r, id, change("house", "7"))
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			leave()
			leavePending(t, r, other, registrar.FieldChange{Field: "house", Before: desktest.MustFind(t, r, other).Get("house"), After: name})
			come(t, r)
			if filled := r.Filled(); len(filled) != 2 || filled[0].Unreadable == 0 || len(filled[0].Changes)+len(filled[0].Refused) > 0 || len(filled[1].Changes) != 1 {
				t.Errorf("filled %+v", filled)
			}
			desktest.Must(r.Form.DropUnread(desktest.Ctx, id))
		})
	}
	desktest.Sound(t, r)
}
