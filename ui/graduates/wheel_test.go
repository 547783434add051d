package graduates

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame/frametest"
)

func TestWheelOverEntries(t *testing.T) {
	t.Run("beside the table the panel scrolls on", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "ort-2021", "ru", 5)
		w.Fyne().Resize(frametest.WindowSizes[1])
		panel := graduatesOf(w).panel
		frametest.TurnWheel(w, panel.inputs["surname"].Focusable().(fyne.CanvasObject))
		if panel.scroller.Offset.Y == 0 {
			t.Error("the panel stays")
		}
	})
}
