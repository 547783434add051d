package door

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

func TestWheelOverEntries(t *testing.T) {
	t.Run("before the sign-in a form scrolls on", func(t *testing.T) {
		w, _ := frametest.New(t, "ru")
		w.Fyne().Resize(frametest.WindowSizes[1])
		school := newSchoolPage(w)
		before := school.scroll.Offset.Y
		frametest.TurnWheel(w, school.form.name.Input.(fyne.CanvasObject))
		if school.scroll.Offset.Y <= before {
			t.Errorf("the page stays at %v", before)
		}
	})
}
