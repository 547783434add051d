package graduates

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

// Somebody is found, and renamed in the panel: the row and the keyboard stay, until something else
// is searched for.
func TestWhoIsRenamedStaysInSight(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 6)
	s := graduatesOf(w)
	id := s.table.Keys()[2]
	s.search.SetText(s.rows[id].Graduate.FullName())
	s.table.MoveTo(id)
	surname := s.panel.inputs[data.FieldSurname].Focusable()
	w.Canvas().Focus(surname)
	typedIn(s, data.FieldSurname).SetText("Перейменована")
	w.Canvas().FocusNext()
	if got := s.table.Keys(); !slices.Equal(got, []string{id}) || s.panel.GraduateID() != id {
		t.Errorf("shown are %v, the panel shows %q", got, s.panel.GraduateID())
	}
	if w.Canvas().Focused() != s.panel.inputs[data.FieldGivenName].Focusable() {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	w.Canvas().Focus(s.search)
	s.search.SetText(s.search.Text + "x")
	if s.table.Count() != 0 {
		t.Errorf("%d are found", s.table.Count())
	}
}
