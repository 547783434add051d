package printing

import (
	"slices"
	"testing"

	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// What was chosen and typed beside the preview outlives a change of language or theme that
// was made elsewhere, whichever way leads back to the screen.
func TestChoiceOutlivesAnotherLook(t *testing.T) {
	list.In(t)
	w, _, s, _ := printScreenOf(t, "zno-2020", "uk", 4, printing.List)
	ids := frametest.IdsOf(t, w)
	s.final.SetChecked(true)
	s.date.SetText("24.02.2020")
	s.number.SetText("01-12/7")
	same := func(t *testing.T) {
		t.Helper()
		s := printOf(w)
		if s.job().Document != printing.List || !s.final.Checked || s.date.Text != "24.02.2020" || s.number.Text != "01-12/7" {
			t.Errorf("the choice is %+v", s.job())
		}
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	t.Run("F-07 by the navigation", func(t *testing.T) {
		w.ChangeLanguage("en")
		w.Go(frame.Route{Screen: frame.Printing})
		same(t)
		frametest.MustSee(t, w, "24.02.2020", "01-12/7")
	})
	t.Run("F-07 by a button that chooses the graduates", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Graduates})
		w.ChangeLanguage("uk")
		w.OnDark()
		w.Go(frame.Route{Screen: frame.Printing, Only: ids[:2]})
		same(t)
		if got := printOf(w).job().Only; !slices.Equal(got, ids[:2]) {
			t.Errorf("for %v", got)
		}
	})
}
