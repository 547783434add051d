package form

import (
	"testing"

	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestWheelOverEntries(t *testing.T) {
	t.Run("UA-137 a list within the page leaves it the wheel at its end", func(t *testing.T) {
		w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
		w.Fyne().Resize(frametest.WindowSizes[1])
		openForm(w, frametest.IdsOf(t, w)[0])
		s := formOf(w)
		s.goToField("conditions")
		list := frametest.FindAll[*widgets.InnerScroll](s.sheet.inputs["conditions"].Object())[0]
		s.page.scroll.ScrollToTop()
		frametest.TurnWheel(w, list)
		if list.Offset.Y == 0 || s.page.scroll.Offset.Y != 0 {
			t.Errorf("first the list moves: %v, %v", list.Offset, s.page.scroll.Offset)
		}
		list.ScrollToBottom()
		frametest.TurnWheel(w, list)
		if s.page.scroll.Offset.Y == 0 {
			t.Error("the page stays")
		}
	})
}
