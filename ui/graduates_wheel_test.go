package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestWheelOverEntriesGra(t *testing.T) {
	t.Run("beside the table the panel scrolls on", func(t *testing.T) {
		w, _ := withDemo(t, "ort-2021", "ru", 3)
		w.Fyne().Resize(windowSizes[1])
		panel := graduatesOf(w).panel
		turnWheel(w, panel.inputs["surname"].focusable().(fyne.CanvasObject))
		if panel.scroller.Offset.Y == 0 {
			t.Error("the panel stays")
		}
	})
}
