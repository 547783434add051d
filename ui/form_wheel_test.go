package ui

import (
	"testing"

	"graduand/ui/widgets"
)

func TestWheelOverEntriesFor(t *testing.T) {
	t.Run("UA-137 a list within the page leaves it the wheel at its end", func(t *testing.T) {
		w, _ := withDemo(t, "zno-2020", "uk", 3)
		w.Fyne().Resize(windowSizes[1])
		openForm(w, idsOf(t, w)[0])
		s := formOf(w)
		s.goToField("conditions")
		list := findAll[*widgets.InnerScroll](s.sheet.inputs["conditions"].object())[0]
		s.page.scroll.ScrollToTop()
		turnWheel(w, list)
		if list.Offset.Y == 0 || s.page.scroll.Offset.Y != 0 {
			t.Errorf("first the list moves: %v, %v", list.Offset, s.page.scroll.Offset)
		}
		list.ScrollToBottom()
		turnWheel(w, list)
		if s.page.scroll.Offset.Y == 0 {
			t.Error("the page stays")
		}
	})
}
