package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

func TestWheelOverEntries(t *testing.T) {
	t.Run("in a dialog the dialog scrolls, not the page below", func(t *testing.T) {
		w, _ := newTestWindow(t, "ru")
		fields := container.NewVBox()
		for range 30 {
			fields.Add(newFollowed())
		}
		scroller := container.NewVScroll(fields)
		scroller.SetMinSize(fyne.NewSize(0, 200))
		w.ask("", scroller, 300, choice{label: "x"})
		turnWheel(w, fields.Objects[3])
		if scroller.Offset.Y == 0 {
			t.Error("the dialog stays")
		}
	})
}
