package form_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/payment"
	"graduand/data/registrar/roster"
)

// takenIn imports a list of three, and gives the ids in their order and the number of the act.
func takenIn(t testing.TB) (r *registrar.Registrar, ids []string, act int64) {
	t.Helper()
	r = desktest.MustCreate(t, "ort-2021")
	list := "Фамилия;Имя;Класс;Телефон\nАсанов;Эрмек;11-А;0555000101\nБекова;Анара;11-Б;0555000102\nОмуров;Болот;11-В;0555000103\n"
	read, err := r.Roster.Read(desktest.Ctx, "11.csv", []byte(list), roster.Options{})
	desktest.Must(err)
	ids, err = r.Roster.Import(registrar.Numbered(desktest.Ctx, &act), read)
	desktest.Must(err)
	return r, ids, act
}

// here are those of graduates who are in the list.
func here(t testing.TB, r *registrar.Registrar, ids []string) (found []string) {
	t.Helper()
	for _, id := range ids {
		if g := desktest.MustFind(t, r, id); g.Removed == nil {
			found = append(found, g.Surname)
		}
	}
	return found
}

// A class list that was taken in goes back from the history as one act, from any of its rows.
func TestUndoAllOfAClassList(t *testing.T) {
	r, ids, act := takenIn(t)
	rows := []int64{act, lastOf(t, r, registrar.EventAdded).Seq, lastOf(t, r, "roster.imported").Seq}
	t.Run("F-05 each of its rows means all of it", func(t *testing.T) {
		for _, seq := range rows {
			all, err := r.Form.UndoableAll(desktest.Ctx, seq)
			if desktest.Must(err); len(all) != 3 || !all[0].Leaves || all[0].Left != nil {
				t.Errorf("%d: %+v", seq, all)
			}
		}
	})
	t.Run("F-05 who was changed since is named and stays, and who got an access", func(t *testing.T) {
		desktest.Set(t, r, ids[1], "class=11-Г")
		_, err := r.Access.Create(desktest.Ctx, ids[2:], nil)
		desktest.Must(err)
		all, err := r.Form.UndoableAll(desktest.Ctx, act)
		desktest.Must(err)
		if data.CodeOf(all[1].Left) != "graduate.changed_since" || all[1].Name != "Бекова Анара" || data.CodeOf(all[2].Left) != "graduate.access_since" {
			t.Fatalf("%+v", all)
		}
		made, err := r.Form.UndoAll(desktest.Ctx, rows[2])
		desktest.Must(err)
		if got := here(t, r, ids); !slices.Equal(got, []string{"Бекова", "Омуров"}) {
			t.Errorf("here are %v", got)
		}
		t.Run("and is done again by its own number", func(t *testing.T) {
			_, err := r.Form.UndoAll(desktest.Ctx, made)
			if desktest.Must(err); len(here(t, r, ids)) != 3 {
				t.Errorf("here are %v", here(t, r, ids))
			}
		})
	})
	t.Run("F-05 who was added by hand is an act alone", func(t *testing.T) {
		id := desktest.MustAdd(t, r, "surname=Явір", "phone=0555000109")
		_, err := r.Form.UndoAll(desktest.Ctx, lastOf(t, r, registrar.EventAdded).Seq)
		if desktest.Must(err); desktest.MustFind(t, r, id).Removed == nil || len(here(t, r, ids)) != 3 {
			t.Error("another went, or nobody")
		}
	})
	desktest.Sound(t, r)
}

// A receipt takes part in what is taken back: it is cancelled and stays.
func TestUndoOfReceipts(t *testing.T) {
	r, ids, _ := takenIn(t)
	first := func() data.Payment { return desktest.MustFind(t, r, ids[0]).Current().Payments[0] }
	back := func(seq int64) int64 {
		t.Helper()
		made, err := r.Form.UndoAll(desktest.Ctx, seq)
		desktest.Must(err)
		return made
	}
	var added, cancelled, judged int64
	_, err := r.Payment.Add(registrar.Numbered(desktest.Ctx, &added), ids[0], payment.Receipt{Amount: "370", Number: "A-1"})
	desktest.Must(err)
	t.Run("KG-066 one that was added is cancelled, counts again, and nothing of it is edited", func(t *testing.T) {
		was := first()
		made := back(added)
		if p := first(); p.Cancelled == nil || p.Number != was.Number || p.Amount != was.Amount {
			t.Errorf("%+v", p)
		}
		if back(made); first() != was {
			t.Errorf("%+v, want %+v", first(), was)
		}
	})
	t.Run("KG-066 one that was cancelled counts again", func(t *testing.T) {
		desktest.Must(r.Payment.Cancel(registrar.Numbered(desktest.Ctx, &cancelled), ids[0], first().ID, "не тот"))
		if back(cancelled); first().Cancelled != nil {
			t.Errorf("%+v", first())
		}
	})
	t.Run("KG-065 a verdict noted by mistake is noted no more, and one noted since keeps the receipt", func(t *testing.T) {
		status := r.Campaign().ExternalStatuses[1].Code
		desktest.Must(r.Payment.Judge(registrar.Numbered(desktest.Ctx, &judged), ids[0], first().ID, status, "", ""))
		_, err := r.Form.UndoAll(desktest.Ctx, added)
		desktest.WantCode(t, "the receipt, judged since", err, "graduate.changed_since")
		if back(judged); first().Verdict != nil {
			t.Errorf("%+v", first())
		}
	})
	desktest.Sound(t, r)
}
