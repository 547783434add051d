package frametest

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// MustSee fails unless a person sees all these words.
func MustSee(t testing.TB, w *frame.Window, words ...string) {
	t.Helper()
	all := Visible(w)
	for _, word := range words {
		if !strings.Contains(all, word) {
			t.Errorf("nobody sees %q in:\n%s", word, all)
		}
	}
}

// MustNotSee fails when a person sees any of these words.
func MustNotSee(t testing.TB, w *frame.Window, words ...string) {
	t.Helper()
	all := Visible(w)
	for _, word := range words {
		if strings.Contains(all, word) {
			t.Errorf("%q is seen in:\n%s", word, all)
		}
	}
}

// Visible is every text that a person sees in the window, dialogs included.
func Visible(w *frame.Window) string {
	var words []string
	Collect(w.Fyne().Content(), &words)
	for _, overlay := range w.Canvas().Overlays().List() {
		Collect(overlay, &words)
	}
	return strings.Join(words, "\n")
}

// DialogWords are what a person reads in the dialog in front.
func DialogWords(w *frame.Window) string {
	var words []string
	Collect(w.Boxes()[len(w.Boxes())-1].Content(), &words)
	return strings.Join(words, "\n")
}

// MarkedPage is the word that the navigation marks.
func MarkedPage(w *frame.Window) string {
	for _, item := range FindAll[*widgets.NavItem](w.Fyne().Content()) {
		if item.Current() {
			var said []string
			Collect(item, &said)
			return strings.Join(said, "")
		}
	}
	return ""
}

func Collect(o fyne.CanvasObject, words *[]string) {
	if o == nil || !o.Visible() {
		return
	}
	switch o := o.(type) {
	case *canvas.Text:
		*words = append(*words, o.Text)
	case *fyne.Container:
		for _, child := range o.Objects {
			Collect(child, words)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Collect(child, words)
		}
	}
}

// TextsOf are the texts below an object.
func TextsOf(o fyne.CanvasObject) (all []*canvas.Text) {
	switch o := o.(type) {
	case *canvas.Text:
		return []*canvas.Text{o}
	case *fyne.Container:
		for _, child := range o.Objects {
			all = append(all, TextsOf(child)...)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			all = append(all, TextsOf(child)...)
		}
	}
	return all
}
