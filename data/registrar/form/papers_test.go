package form_test

import (
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// onList puts somebody's kit on a list, as one act, whose entry is the answer.
func onList(t *testing.T, r *registrar.Registrar, id string, list *data.List) (made int64) {
	t.Helper()
	err := r.Write(t.Context(), registry.RightRegister, nil, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		g := before.Clone()
		g.SetFact(data.Fact{Kind: data.FactListed, Seen: list.ID, On: w.Today()})
		made = w.LastEntry() + 1
		return w.Commit(func(c *registry.Change) error {
			if err := c.Put(g, registry.EventChanged, registry.EventBody{Changes: registry.Difference(before, g)}); err != nil {
				return err
			}
			return c.PutList(registry.EventListMade, list, registry.EventBody{})
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

// happens writes what happened to the papers of somebody, and gives its entry.
func happens(t *testing.T, r *registrar.Registrar, id string, alter func(*data.Graduate)) (made int64) {
	t.Helper()
	err := r.Write(t.Context(), registry.RightRegister, nil, func(w *registry.Edit) error {
		made = w.LastEntry() + 1
		return w.ChangeAll([]string{id}, "", func(g *data.Graduate) error { alter(g); return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func TestAnEarlierFormLeavesThePapersAlone(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Коваль", "given_name=Олена", "card_number=1234567")
	named := happens(t, r, id, func(g *data.Graduate) { g.Surname = "Ковальова" })
	kit := happens(t, r, id, func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactKitReceived, On: "2020-02-10"}) })
	listed := onList(t, r, id, &data.List{ID: "l1", Number: 1})

	t.Run("UA-129 a row of a list cannot be taken back by the history", func(t *testing.T) {
		for _, seq := range []int64{kit, listed} {
			_, err := r.Form.Undo(t.Context(), id, seq, nil)
			desktest.WantCode(t, "undo", err, "list.holds_member")
			_, err = r.Form.UndoAll(t.Context(), seq)
			desktest.WantCode(t, "undo all", err, "list.holds_member")
		}
	})
	t.Run("UA-129 nor as a note that was made by mistake", func(t *testing.T) {
		for _, kind := range []data.FactKind{data.FactListed, data.FactKitReceived} {
			desktest.WantCode(t, string(kind), r.Table.TakeBack(t.Context(), id, kind, ""), "fact.unknown")
		}
	})
	t.Run("UA-068 what came of the papers after the list goes back as the last act", func(t *testing.T) {
		for _, came := range []func(*data.Graduate){
			func(g *data.Graduate) { g.SetAnswer(data.Answer{State: data.AnswerRegistered, Certificate: "77"}) },
			func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactEnvelopeArrived, On: "2020-03-06"}) },
			func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactWithdrawing, On: "2020-03-06"}) },
			func(g *data.Graduate) { g.SetFact(data.Fact{Kind: data.FactAsked, Of: "card:1", On: "2020-03-06"}) },
		} {
			before := desktest.MustFind(t, r, id)
			act := happens(t, r, id, came)
			if len(registry.Difference(before, desktest.MustFind(t, r, id))) == 0 {
				t.Fatal("nothing happened")
			}
			if _, err := r.Form.Undo(t.Context(), id, act, nil); err != nil {
				t.Errorf("undo: %v", err)
			}
			if left := registry.Difference(before, desktest.MustFind(t, r, id)); len(left) > 0 {
				t.Errorf("left over: %v", left)
			}
		}
	})
	t.Run("UA-132 who is on a list is not removed", func(t *testing.T) {
		desktest.WantCode(t, "remove", r.Table.Remove(t.Context(), []string{id}, ""), "list.holds_member")
	})
	t.Run("F-01 an earlier state of the form keeps list and kit", func(t *testing.T) {
		if _, err := r.Form.BringBack(t.Context(), id, named); err != nil {
			t.Fatal(err)
		}
		g := desktest.MustFind(t, r, id)
		if g.Surname != "Коваль" || g.Current().ListID() != "l1" || g.Current().Fact(data.FactKitReceived, "") == nil {
			t.Errorf("brought back: %+v", g.Current())
		}
	})
	t.Run("F-01 and so it does over a new attempt, whose number is not the old one", func(t *testing.T) {
		begun := happens(t, r, id, func(g *data.Graduate) { g.StartAttempt(data.RetryRegistration, 50) })
		if _, err := r.Form.BringBack(t.Context(), id, begun); data.CodeOf(err) != "graduate.same_state" {
			t.Errorf("the form was the same before the attempt: %v", err)
		}
		if _, err := r.Form.BringBack(t.Context(), id, kit); data.CodeOf(err) != "graduate.same_state" && err != nil {
			t.Error(err)
		}
		g := desktest.MustFind(t, r, id)
		if len(g.Registrations) != 2 || g.Current().CardNumber != "" || g.Current().ListID() != "" || g.On("l1") != &g.Registrations[0] {
			t.Errorf("after it: %+v", g.Registrations)
		}
		if _, err := r.Form.Undo(t.Context(), id, begun, nil); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, id); len(g.Registrations) != 1 || g.Current().CardNumber != "1234567" || g.Current().ListID() != "l1" {
			t.Errorf("taken back: %+v", g.Registrations)
		}
	})
	t.Run("the history gives it all again", func(t *testing.T) {
		before := desktest.MustFind(t, r, id)
		then, err := registry.Read(r.Registry, registry.RightHistory, func(v *registry.View) (*data.Graduate, error) { return v.Then(t.Context(), id, v.LastEntry()) })
		if err != nil || len(registry.Difference(before, then)) > 0 {
			t.Errorf("%v %v", registry.Difference(before, then), err)
		}
	})
}
