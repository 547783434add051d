package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// esc presses Esc while nothing in the dialog in front has the focus.
func esc(w *Window) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }

// typeFocused replaces what is in the entry that has the focus.
func typeFocused(w *Window, words string) {
	entry := w.Canvas().Focused()
	entry.(interface{ SetText(string) }).SetText("")
	test.Type(entry, words)
}

// fillIn puts text into the field under a caption of the dialog in front.
func fillIn(t testing.TB, w *Window, caption, text string) {
	t.Helper()
	if len(w.Boxes()) == 0 {
		t.Fatalf("there is no dialog in:\n%s", visible(w))
	}
	e, is := fieldBelow(w.Boxes()[len(w.Boxes())-1].Content(), caption).(interface{ SetText(string) })
	if !is {
		t.Fatalf("there is no field %q in:\n%s", caption, visible(w))
	}
	e.SetText(text)
}

// confirm presses Enter in the dialog in front.
func confirm(w *Window) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// choose chooses in the select of a dialog what must be there.
func choose(d *dialogSelect, title string) {
	if !slices.Contains(d.Options, title) {
		panic(fmt.Sprintf("%q is not among %q", title, d.Options))
	}
	d.SetSelected(title)
}

// selectIn is the first select of the dialog in front.
func selectIn(t testing.TB, w *Window) *dialogSelect {
	t.Helper()
	focused, is := w.Canvas().Focused().(*dialogSelect)
	if !is {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	return focused
}

func enter(o fyne.Focusable) { o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// frontTap presses a button of the dialog in front.
func frontTap(t testing.TB, w *Window, label string) {
	t.Helper()
	b := findButton(w.Boxes()[len(w.Boxes())-1].Content(), label)
	if b == nil {
		t.Fatalf("the dialog in front has no button %q:\n%s", label, visible(w))
	}
	b.Tapped(nil)
}

// typeThrough fills the fields of a dialog from the one with the focus on, by the Tab key,
// and presses Enter in the last.
func typeThrough(w *Window, words ...string) {
	for i, word := range words {
		if i > 0 {
			w.Canvas().FocusNext()
		}
		typeFocused(w, word)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// tap presses the button with this label, wherever it is.
func tap(t testing.TB, w *Window, label string) {
	t.Helper()
	for _, root := range append([]fyne.CanvasObject{w.Fyne().Content()}, w.Canvas().Overlays().List()...) {
		if b := findButton(root, label); b != nil {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q in:\n%s", label, visible(w))
}

func findButton(o fyne.CanvasObject, label string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *widget.Button:
		if o.Text == label && !o.Disabled() {
			return o
		}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		if b, is := o.(interface {
			fyne.Tappable
			Disabled() bool
		}); is && !b.Disabled() {
			if _, isEntry := o.(fyne.Focusable); isEntry {
				var words []string
				collect(o, &words)
				if strings.Join(words, "") == label {
					return b
				}
			}
		}
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if b := findButton(child, label); b != nil {
			return b
		}
	}
	return nil
}

// chooseOn chooses from the list of the page that offers it.
func chooseOn(t testing.TB, w *Window, option string) {
	t.Helper()
	for _, s := range findAll[*filterSelect](w.Fyne().Content()) {
		if slices.Contains(s.Options, option) {
			s.SetSelected(option)
			return
		}
	}
	t.Fatalf("nothing offers %q in:\n%s", option, visible(w))
}

// keyEscape presses Esc in what has the focus.
func keyEscape(o fyne.Focusable) { o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }

// turnWheel turns the wheel with the pointer over an object.
func turnWheel(w *Window, over fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	test.Scroll(w.Canvas(), at.AddXY(over.Size().Width/2, over.Size().Height/2), 0, -30)
}
