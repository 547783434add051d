package form

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/ui/frame/frametest"
)

// Design §11: a list of choices that stands open belongs to its field: whatever turns the page
// closes it, and Esc.
func TestAnOpenListGoesWithItsStep(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	ids := frametest.IdsOf(t, w)
	openForm(w, ids[1])
	s := formOf(w)
	h := handsOf(t, w)
	for name, turn := range map[string]func(){
		"Ctrl+S":               s.MainAction,
		"back":                 s.onBack,
		"the list of steps":    func() { s.onJump(3) },
		"the next graduate":    func() { s.OnNeighbour(1) },
		"the one before":       func() { s.OnNeighbour(-1) },
		"a finding":            func() { s.goToField("postal_index") },
		"Esc in the open list": func() { h.Press(fyne.KeyEscape) },
	} {
		t.Run(name, func(t *testing.T) {
			openForm(w, ids[1])
			s.goToField(data.FieldLanguage)
			h.Press(fyne.KeySpace)
			if len(w.Canvas().Overlays().List()) == 0 {
				t.Fatal("no list is open")
			}
			turn()
			if n := len(w.Canvas().Overlays().List()); n > 0 {
				t.Errorf("%d lists stand open:\n%s", n, frametest.Visible(w))
			}
			w.CloseLists()
		})
	}
}
