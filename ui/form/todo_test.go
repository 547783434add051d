package form

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// F-02: how far somebody is and what is next say the head of the form and the table alike; the button
// leads to where it is done.
func TestTheHeadSaysTheNextStep(t *testing.T) {
	w := frametest.WithSeason(t, "zno-2020", "uk", 24, "2020-03-02")
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	seen := map[data.Next]bool{}
	for _, row := range rows {
		if seen[row.Next] {
			continue
		}
		seen[row.Next] = true
		w.Go(frame.Route{Screen: frame.Form, Graduate: row.Graduate.ID})
		s := formOf(w)
		wanted := w.Say("graduates_screen.next", map[string]any{"next": w.NextWords(row.Next)})
		if s.todo.Object.Visible() != (row.Next != "") || row.Next != "" && s.todo.Said.Text != wanted {
			t.Errorf("%q: %q, visible %v", row.Next, s.todo.Said.Text, s.todo.Object.Visible())
		}
		frametest.MustSee(t, w, w.Say("status."+string(row.Status), nil))
		if to := w.NextRoute(row.Next, row.Graduate.ID); row.Next != "" && to.Screen != frame.Form {
			s.todo.Lead.Tapped(nil)
			if came := frametest.Came; came.Screen != to.Screen || came.Graduate != row.Graduate.ID {
				t.Errorf("%q leads to %+v", row.Next, came)
			}
		}
	}
	if len(seen) < 3 {
		t.Fatalf("too few steps are judged: %v", seen)
	}
}

// A step that is done in the form leads to where the form is incomplete.
func TestTheNextStepInTheFormItself(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 8)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(r registrar.Row) bool { return r.Next == data.NextMend })
	w.Go(frame.Route{Screen: frame.Form, Graduate: rows[at].Graduate.ID})
	s := formOf(w)
	first := s.form.FirstIncomplete()
	s.turnPage(len(s.form.Steps))
	if s.todo.Lead.Tapped(nil); s.at != first || first == len(s.form.Steps) {
		t.Errorf("it leads to step %d, %d is incomplete", s.at, first)
	}
}
