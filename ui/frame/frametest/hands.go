package frametest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// Esc presses Esc while nothing in the dialog in front has the focus.
func Esc(w *frame.Window) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape}) }

// TypeFocused replaces what is in the entry that has the focus.
func TypeFocused(w *frame.Window, words string) {
	entry := w.Canvas().Focused()
	entry.(interface{ SetText(string) }).SetText("")
	test.Type(entry, words)
}

// FillIn puts text into the field under a caption of the dialog in front.
func FillIn(t testing.TB, w *frame.Window, caption, text string) {
	t.Helper()
	if len(w.Boxes()) == 0 {
		t.Fatalf("there is no dialog in:\n%s", Visible(w))
	}
	e, is := FieldBelow(w.Boxes()[len(w.Boxes())-1].Content(), caption).(interface{ SetText(string) })
	if !is {
		t.Fatalf("there is no field %q in:\n%s", caption, Visible(w))
	}
	e.SetText(text)
}

// Confirm presses Enter in the dialog in front.
func Confirm(w *frame.Window) { w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// Choose chooses in the select of a dialog what must be there.
func Choose(d *widgets.DialogSelect, title string) {
	if !slices.Contains(d.Options, title) {
		panic(fmt.Sprintf("%q is not among %q", title, d.Options))
	}
	d.SetSelected(title)
}

// ChooseAt chooses one of a group by the arrows.
func ChooseAt(o *widgets.OneOf, at int) {
	for o.Chosen() < at {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	for o.Chosen() > at {
		o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
}

// SelectIn is the first select of the dialog in front.
func SelectIn(t testing.TB, w *frame.Window) *widgets.DialogSelect {
	t.Helper()
	focused, is := w.Canvas().Focused().(*widgets.DialogSelect)
	if !is {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	return focused
}

func Enter(o fyne.Focusable) { o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }

// FrontTap presses a button of the dialog in front.
func FrontTap(t testing.TB, w *frame.Window, label string) {
	t.Helper()
	b := FindButton(w.Boxes()[len(w.Boxes())-1].Content(), label)
	if b == nil {
		t.Fatalf("the dialog in front has no button %q:\n%s", label, Visible(w))
	}
	b.Tapped(nil)
}

// TypeThrough fills the fields of a dialog from the one with the focus on, by the Tab key,
// and presses Enter in the last.
func TypeThrough(w *frame.Window, words ...string) {
	for i, word := range words {
		if i > 0 {
			w.Canvas().FocusNext()
		}
		TypeFocused(w, word)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// Tap presses the button with this label, wherever it is but behind a dialog, where no hand reaches it.
func Tap(t testing.TB, w *frame.Window, label string) {
	t.Helper()
	for _, root := range append([]fyne.CanvasObject{w.Fyne().Content()}, w.Canvas().Overlays().List()...) {
		if b := FindButton(root, label); b != nil {
			if front := w.Canvas().Overlays().Top(); front != nil && front != root {
				t.Fatalf("the button %q lies behind a dialog: see FrontTap", label)
			}
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("there is no button %q in:\n%s", label, Visible(w))
}

func FindButton(o fyne.CanvasObject, label string) fyne.Tappable {
	if o == nil || !o.Visible() {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		if b, is := o.(interface {
			fyne.Tappable
			Disabled() bool
		}); is && !b.Disabled() {
			if _, isEntry := o.(fyne.Focusable); isEntry {
				var words []string
				Collect(o, &words)
				if strings.Join(words, "") == label {
					return b
				}
			}
		}
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if b := FindButton(child, label); b != nil {
			return b
		}
	}
	return nil
}

// ChooseOn chooses from the list of the page that offers it.
func ChooseOn(t testing.TB, w *frame.Window, option string) {
	t.Helper()
	for _, s := range FindAll[*widgets.FilterSelect](w.Fyne().Content()) {
		if slices.Contains(s.Options, option) {
			s.SetSelected(option)
			return
		}
	}
	t.Fatalf("nothing offers %q in:\n%s", option, Visible(w))
}

// KeyEscape presses Esc in what has the focus.
func KeyEscape(o fyne.Focusable) { o.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }

// TurnWheel turns the wheel with the pointer over an object.
func TurnWheel(w *frame.Window, over fyne.CanvasObject) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(over)
	test.Scroll(w.Canvas(), at.AddXY(over.Size().Width/2, over.Size().Height/2), 0, -30)
}

// TouchWindow moves the mouse over the page.
func TouchWindow(w *frame.Window) { w.Fyne().Content().(*widgets.Watcher).MouseMoved(nil) }

// Strike types words as the keys of a PC give them: each a key and then a letter, to whatever
// has the keyboard by then, or to nothing.
func Strike(w *frame.Window, words string) {
	for _, r := range words {
		name := fyne.KeyName(string(unicode.ToUpper(r)))
		if r == ' ' {
			name = fyne.KeySpace
		}
		if focused := w.Canvas().Focused(); focused != nil {
			focused.TypedKey(&fyne.KeyEvent{Name: name})
		}
		if focused := w.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		}
	}
}

// Tab presses Tab as the driver of a PC does: what has the keyboard may keep it.
func Tab(w *frame.Window) {
	if keeps, is := w.Canvas().Focused().(fyne.Tabbable); is && keeps.AcceptsTab() {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		return
	}
	w.Canvas().FocusNext()
}

// TabBack presses Tab with Shift held.
func TabBack(w *frame.Window) {
	held := widgets.Backwards
	defer func() { widgets.Backwards = held }()
	widgets.Backwards = func() bool { return true }
	w.Canvas().FocusPrevious()
}

// Drop lets files go over the window, in its corner.
func Drop(w *frame.Window, paths ...string) {
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	w.Drop(fyne.Position{}, uris)
}
