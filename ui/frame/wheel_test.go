package frame_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestWheelOverEntries(t *testing.T) {
	t.Run("in a dialog the dialog scrolls, not the page below", func(t *testing.T) {
		w, _ := frametest.New(t, "ru")
		fields := container.NewVBox()
		for range 30 {
			fields.Add(widgets.NewFollowed())
		}
		scroller := container.NewVScroll(fields)
		scroller.SetMinSize(fyne.NewSize(0, 200))
		w.Ask("", scroller, 300, frame.Choice{Label: "x"})
		frametest.TurnWheel(w, fields.Objects[3])
		if scroller.Offset.Y == 0 {
			t.Error("the dialog stays")
		}
	})
}
