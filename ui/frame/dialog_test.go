package frame_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestDialogs(t *testing.T) {
	w, _ := frametest.New(t, "ru")
	t.Run("KG-002 words whose lines are more than the window has scroll above the buttons", func(t *testing.T) {
		words := widgets.Wrapped(strings.Repeat("Список подписан и лежит в пакете. ", 120))
		box := w.Ask("?", words, 300, frame.Choice{Label: "OK"})
		defer box.Close()
		if has, whole := box.Content().Size().Height, w.Canvas().Size().Height; words.Size().Height < whole || has > whole {
			t.Errorf("the dialog is %.0f high, its words %.0f, the window %.0f", has, words.Size().Height, whole)
		}
	})
	t.Run("UA-030 a surname longer than its field has no bar over it, and its end is seen while it is typed", func(t *testing.T) {
		entry := widgets.NewEntry("")
		box := w.Ask("?", container.NewHBox(container.New(&widgets.FixedSize{Size: fyne.NewSize(120, 40)}, entry)), 300, frame.Choice{Label: "OK"})
		defer box.Close()
		w.Canvas().Focus(entry)
		frametest.TypeFocused(w, "Жаксылыкова-Абдырахмановадан")
		seen := false
		for _, o := range test.WidgetRenderer(entry).Objects() {
			scroller, is := o.(*container.Scroll)
			if !is {
				continue
			}
			seen = true
			if content := scroller.Content; content.Size().Width <= 120 || scroller.Offset.X+scroller.Size().Width < content.Size().Width-1 {
				t.Errorf("at %.0f of %.0f", scroller.Offset.X, content.Size().Width)
			}
			frametest.Shot(t, w, "entry-long")
			for _, part := range test.WidgetRenderer(scroller).Objects() {
				if part != scroller.Content && part.Visible() {
					t.Errorf("%T is over the words", part)
				}
			}
		}
		if !seen {
			t.Error("the entry has no scroller")
		}
	})
	t.Run("KG-041 the frame of a tick box is as visible as in the form", func(t *testing.T) {
		check := widgets.NewDialogCheck("words", false, func() {})
		frame := func() string {
			var last *canvas.Image
			for _, o := range test.WidgetRenderer(check).Objects() {
				if picture, is := o.(*canvas.Image); is {
					last = picture
				}
			}
			return string(last.Resource.(*theme.ThemedResource).ColorName)
		}
		for range 2 {
			if got := frame(); got != string(theme.ColorNamePlaceHolder) {
				t.Errorf("the frame is %s", got)
			}
			check.SetChecked(true)
			if got := frame(); got != string(theme.ColorNamePrimary) {
				t.Errorf("ticked, the frame is %s", got)
			}
			check.SetChecked(false)
		}
	})
}
