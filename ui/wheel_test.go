package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// turnWheel turns the wheel with the pointer over an object.
func turnWheel(w *Window, over fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	test.Scroll(w.Canvas(), at.AddXY(over.Size().Width/2, over.Size().Height/2), 0, -30)
}

func TestWheelOverEntries(t *testing.T) {
	t.Run("before the sign-in a form scrolls on", func(t *testing.T) {
		w, _ := newTestWindow(t, "ru")
		w.window.Resize(windowSizes[1])
		school := newSchoolPage(w)
		before := school.scroll.Offset.Y
		turnWheel(w, school.form.name.input.(fyne.CanvasObject))
		if school.scroll.Offset.Y <= before {
			t.Errorf("the page stays at %v", before)
		}
	})
	t.Run("beside the table the panel scrolls on", func(t *testing.T) {
		w, _ := withDemo(t, "ort-2021", "ru", 3)
		w.window.Resize(windowSizes[1])
		panel := graduatesOf(w).panel
		turnWheel(w, panel.inputs["surname"].focusable().(fyne.CanvasObject))
		if panel.scroller.Offset.Y == 0 {
			t.Error("the panel stays")
		}
	})
	t.Run("UA-137 a list within the page leaves it the wheel at its end", func(t *testing.T) {
		w, _ := withDemo(t, "zno-2020", "uk", 3)
		w.window.Resize(windowSizes[1])
		openForm(w, idsOf(t, w)[0])
		s := formOf(w)
		s.goToField("conditions")
		list := s.sheet.inputs["conditions"].(*conditionsInput).scroll
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
