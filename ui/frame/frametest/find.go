package frametest

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

// FindAll are all objects of a kind below another, hidden ones too.
func FindAll[T any](o fyne.CanvasObject) (all []T) {
	if found, is := o.(T); is {
		all = append(all, found)
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case *container.Scroll:
		children = []fyne.CanvasObject{o.Content}
	case *widgets.InnerScroll:
		children = []fyne.CanvasObject{o.Content}
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		if child != nil {
			all = append(all, FindAll[T](child)...)
		}
	}
	return all
}

// TableIn is the table of the dialog in front.
func TableIn(t testing.TB, w *frame.Window) *widgets.Table {
	t.Helper()
	var find func(o fyne.CanvasObject) *widgets.Table
	find = func(o fyne.CanvasObject) *widgets.Table {
		var children []fyne.CanvasObject
		switch o := o.(type) {
		case *widgets.Table:
			return o
		case *fyne.Container:
			children = o.Objects
		case *container.Scroll:
			children = []fyne.CanvasObject{o.Content}
		case fyne.Widget:
			children = test.WidgetRenderer(o).Objects()
		}
		for _, child := range children {
			if found := find(child); found != nil {
				return found
			}
		}
		return nil
	}
	for _, overlay := range w.Canvas().Overlays().List() {
		if found := find(overlay); found != nil {
			return found
		}
	}
	t.Fatalf("there is no table in a dialog:\n%s", Visible(w))
	return nil
}

// ListIn is the table of the page.
func ListIn(t testing.TB, w *frame.Window) *widgets.Table {
	t.Helper()
	tables := FindAll[*widgets.Table](w.Fyne().Content())
	if len(tables) == 0 {
		t.Fatalf("there is no table in:\n%s", Visible(w))
	}
	return tables[0]
}

// PageIn is what the window shows beside the navigation.
func PageIn(w *frame.Window) fyne.CanvasObject { return roomIn(w).Content.(*fyne.Container).Objects[0] }

// roomIn is what the page stands in, which scrolls where the window is too small for it.
func roomIn(w *frame.Window) *container.Scroll {
	whole := test.WidgetRenderer(w.Fyne().Content().(fyne.Widget)).Objects()[0].(*fyne.Container)
	parts := whole.Objects
	if page, is := parts[0].(*fyne.Container); is {
		parts = append(slices.Clip(parts), page.Objects...) // under what the tour points with
	}
	for _, part := range parts {
		if room, is := part.(*container.Scroll); is {
			return room // beside the navigation, or of a graduate, who has none, above the status line
		}
	}
	return nil
}

// Sideways is by how much the page is wider than its room.
func Sideways(w *frame.Window) float32 { return PageIn(w).MinSize().Width - roomIn(w).Size().Width }

// FieldBelow finds the input under a caption.
func FieldBelow(o fyne.CanvasObject, caption string) fyne.CanvasObject {
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *widgets.Watcher:
		children = []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		children = []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		if label, is := firstLabel(o); is && strings.TrimSuffix(label, " *") == strings.TrimSuffix(caption, " *") && len(o.Objects) > 1 {
			return o.Objects[1]
		}
		children = o.Objects
	}
	for _, child := range children {
		if found := FieldBelow(child, caption); found != nil {
			return found
		}
	}
	return nil
}

// firstLabel is what the label says that a container begins with.
func firstLabel(c *fyne.Container) (words string, is bool) {
	if len(c.Objects) == 0 {
		return "", false
	}
	switch label := c.Objects[0].(type) {
	case *widget.Label:
		return label.Text, true
	case *widgets.Shortened:
		return label.Text, true
	}
	return "", false
}

// EntryOf is the entry of the school form with this id.
func EntryOf(t testing.TB, w *frame.Window, id string) *widgets.FollowedEntry {
	t.Helper()
	e, is := FieldBelow(w.Fyne().Content(), w.Say("settings_screen.field."+id, nil)).(*widgets.FollowedEntry)
	if !is {
		t.Fatalf("there is no field %s in:\n%s", id, Visible(w))
	}
	return e
}

// EntryHint is the entry of the page whose hint is the title of a field.
func EntryHint(t testing.TB, w *frame.Window, field string) *widgets.Entry {
	t.Helper()
	for _, e := range FindAll[*widgets.Entry](w.Fyne().Content()) {
		if e.PlaceHolder == frame.Capital(w.Say("field."+field, nil)) {
			return e
		}
	}
	t.Fatalf("there is no entry for %s in:\n%s", field, Visible(w))
	return nil
}
