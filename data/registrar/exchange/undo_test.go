package exchange_test

import (
	"fmt"
	"testing"

	"graduand/data"
	message "graduand/data/exchange"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
)

// last is the number of the last event of a kind.
func last(t testing.TB, r *registrar.Registrar, kind string) int64 {
	t.Helper()
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: kind})
	return events[len(events)-1].Seq
}

func TestNothingIsUnsent(t *testing.T) {
	r, _ := season(t, "zno-2020", "2020-03-20")
	id := pupil(t, r, "1111111")
	o, m := enrolled(t, r)
	take(t, r, o.receipt(t, m, nil))
	desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2")))
	desktest.Must(r.Answer.Retry(desktest.Ctx, id))
	begun := last(t, r, "graduate.changed")
	desktest.Must(r.Table.Remove(desktest.Ctx, []string{id}, "переїхала"))
	gone := opened(t, export(t, r).Paths[0], o.Identity)
	desktest.Must(r.Table.Restore(desktest.Ctx, []string{id}))
	t.Run("KG-013 the withdrawal of an attempt before is not taken back", func(t *testing.T) {
		_, err := r.Form.Undo(desktest.Ctx, id, last(t, r, "message.sent"), nil)
		desktest.WantCode(t, "undo", err, "graduate.no_such_state")
		if f := desktest.MustFind(t, r, id).Earlier()[0].Fact(data.FactSubmitted, ""); f.Means != exchange.ActionWithdraw || f.Seen != gone.ID {
			t.Errorf("%+v", f)
		}
	})
	t.Run("KG-013 nor what the centre says of it", func(t *testing.T) {
		take(t, r, o.receipt(t, gone, nil))
		_, err := r.Form.Undo(desktest.Ctx, id, last(t, r, "message.received"), nil)
		desktest.WantCode(t, "undo", err, "graduate.no_such_state")
		_, err = r.Form.UndoAll(desktest.Ctx, last(t, r, "message.received"))
		desktest.WantCode(t, "undo all", err, "graduate.no_such_state")
		if f := desktest.MustFind(t, r, id).Earlier()[0].Acknowledged(); f == nil || f.Seen != message.VerdictAccepted {
			t.Errorf("%+v", f)
		}
	})
	desktest.Set(t, r, id, "card_number=4444444")
	note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-03-20"})
	export(t, r)
	t.Run("KG-013 UA-102 an attempt that was sent is not taken back, nor its place alone", func(t *testing.T) {
		for _, fields := range [][]string{nil, {data.FieldAttempt}} {
			_, err := r.Form.Undo(desktest.Ctx, id, begun, fields)
			desktest.WantCode(t, "undo", err, "graduate.changed_since")
		}
		if g := desktest.MustFind(t, r, id); len(g.Registrations) != 2 || g.Earlier()[0].Fact(data.FactSubmitted, "") == nil || g.Current().Fact(data.FactSubmitted, "") == nil {
			t.Errorf("%+v", g.Registrations)
		}
	})
	desktest.Sound(t, r)
}

func TestNoAttemptIsTakenFromUnderWhatWasSent(t *testing.T) {
	for _, firstToo := range []bool{true, false} {
		r, _ := season(t, "zno-2020", "2020-03-20")
		id := pupil(t, r, "1111111")
		if !firstToo {
			desktest.Enrol(t, r, "school-7")
			desktest.Must(r.Table.TakeBack(desktest.Ctx, id, data.FactSent, ""))
		} else {
			enrolled(t, r)
		}
		desktest.Must(r.Answer.Refused(desktest.Ctx, id, refusal("2")))
		desktest.Must(r.Answer.Retry(desktest.Ctx, id))
		begun := last(t, r, "graduate.changed")
		desktest.Set(t, r, id, "card_number=4444444")
		t.Run(fmt.Sprintf("UA-102 an attempt goes back as a whole, the first one sent %v", firstToo), func(t *testing.T) {
			u, err := r.Form.Undoable(desktest.Ctx, id, begun)
			if err != nil || !u.Whole {
				t.Errorf("%+v %v", u, err)
			}
			for _, field := range []string{data.FieldAttempt, data.FieldAnswer} {
				_, err := r.Form.Undo(desktest.Ctx, id, begun, []string{field})
				desktest.WantCode(t, "a part", err, map[bool]string{true: "graduate.changed_since", false: "graduate.attempt_whole"}[len(u.Since) > 0 && u.Since[0].Field == field])
			}
		})
		note(t, r, id, data.Fact{Kind: data.FactSent, On: "2020-03-20"})
		export(t, r)
		t.Run(fmt.Sprintf("KG-013 UA-102 the place of an attempt that was sent, the first one sent %v", firstToo), func(t *testing.T) {
			_, err := r.Form.Undo(desktest.Ctx, id, begun, []string{data.FieldAttempt})
			desktest.WantCode(t, "undo", err, "graduate.changed_since")
			_, err = r.Form.UndoAll(desktest.Ctx, begun)
			desktest.WantCode(t, "undo all", err, "graduate.changed_since")
			if g := desktest.MustFind(t, r, id); len(g.Registrations) != 2 || (g.Earlier()[0].Fact(data.FactSubmitted, "") != nil) != firstToo || g.Current().Fact(data.FactSubmitted, "") == nil {
				t.Errorf("%+v", g.Registrations)
			}
		})
		desktest.Sound(t, r)
	}
}
