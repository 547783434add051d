package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestWheelOverEntriesWel(t *testing.T) {
	t.Run("before the sign-in a form scrolls on", func(t *testing.T) {
		w, _ := newTestWindow(t, "ru")
		w.Fyne().Resize(windowSizes[1])
		school := newSchoolPage(w)
		before := school.scroll.Offset.Y
		turnWheel(w, school.form.name.input.(fyne.CanvasObject))
		if school.scroll.Offset.Y <= before {
			t.Errorf("the page stays at %v", before)
		}
	})
}
