package frametest

import (
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/ui/frame"
	"graduand/ui/widgets"
)

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

// Shot writes what the window shows to build/shots of the repository, when asked by
// the environment variable SHOTS.
func Shot(t testing.TB, w *frame.Window, name string) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, w.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// CutWords are the words of a table's last column, and of its title, that have no room.
func CutWords(table *widgets.Table) (cut []string) {
	var titles []string
	for _, row := range table.Rows() {
		titles = append(titles, row.Cells[len(row.Cells)-1].Text)
	}
	for _, words := range TextsOf(table) {
		start, shortened := strings.CutSuffix(words.Text, "…")
		if !shortened {
			continue
		}
		isLast := words.TextStyle.Bold && words.Position().X > table.Size().Width/2
		for _, title := range titles {
			isLast = isLast || strings.Contains(title, start)
		}
		if isLast {
			cut = append(cut, words.Text)
		}
	}
	return cut
}

// DialogWords are what a person reads in the dialog in front.
func DialogWords(w *frame.Window) string {
	var words []string
	Collect(w.Boxes()[len(w.Boxes())-1].Content(), &words)
	return strings.Join(words, "\n")
}

// WindowSizes are those that the window is designed for, in pixels.
var WindowSizes = []fyne.Size{{Width: 1366, Height: 768}, {Width: 1024, Height: 600}}

// Fits walks over what is visible. Inside a scroller only the width counts where it
// does not scroll sideways.
func Fits(t *testing.T, name string, o fyne.CanvasObject, whole fyne.Size, at fyne.Position, scrolled bool) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	size, least := o.Size(), o.MinSize()
	switch o := o.(type) {
	case *container.Scroll:
		if o.Content != nil && o.Direction == container.ScrollVerticalOnly && o.Content.MinSize().Width > size.Width+1 {
			t.Errorf("%s: a scroller is %.0f wide, its content needs %.0f: %s", name, size.Width, o.Content.MinSize().Width, words(o.Content))
		}
		Fits(t, name, o.Content, whole, at, true)
		return
	case *widgets.Table:
		return
	case *fyne.Container:
		for _, child := range o.Objects {
			Fits(t, name, child, whole, at, scrolled)
		}
		return
	case *canvas.Text, *widget.Label, *widgets.Shortened, *widget.Button, *widgets.Button, *widget.Check, *widget.Entry, *widgets.Entry:
		if words(o) == "[]" {
			return
		}
		if size.Width < least.Width-1 || size.Height < least.Height-1 {
			t.Errorf("%s: %T is %.0f×%.0f and needs %.0f×%.0f: %s", name, o, size.Width, size.Height, least.Width, least.Height, words(o))
		}
		if !scrolled && (at.X+size.Width > whole.Width+1 || at.Y+size.Height > whole.Height+1) {
			t.Errorf("%s: %T reaches out of the window at %.0f,%.0f: %s", name, o, at.X+size.Width, at.Y+size.Height, words(o))
		}
		return
	}
	if w, is := o.(fyne.Widget); is {
		for _, child := range test.WidgetRenderer(w).Objects() {
			Fits(t, name, child, whole, at, scrolled)
		}
	}
}

func words(o fyne.CanvasObject) string {
	var all []string
	Collect(o, &all)
	s := fmt.Sprint(all)
	if len(s) > 200 {
		s = s[:200]
	}
	return s
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

// Visible is every text that a person sees in the window, dialogs included.
func Visible(w *frame.Window) string {
	var words []string
	Collect(w.Fyne().Content(), &words)
	for _, overlay := range w.Canvas().Overlays().List() {
		Collect(overlay, &words)
	}
	return strings.Join(words, "\n")
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

// FieldBelow finds the input under a caption.
func FieldBelow(o fyne.CanvasObject, caption string) fyne.CanvasObject {
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *widgets.Watcher:
		children = []fyne.CanvasObject{o.Content}
	case *container.Scroll:
		children = []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		if label, is := firstLabel(o); is && label == caption && len(o.Objects) > 1 {
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

// ListIn is the table of the page.
func ListIn(t testing.TB, w *frame.Window) *widgets.Table {
	t.Helper()
	tables := FindAll[*widgets.Table](w.Fyne().Content())
	if len(tables) == 0 {
		t.Fatalf("there is no table in:\n%s", Visible(w))
	}
	return tables[0]
}

// EntryHint is the entry of the page whose hint is the title of a field.
func EntryHint(t testing.TB, w *frame.Window, field string) *widgets.Entry {
	t.Helper()
	for _, e := range FindAll[*widgets.Entry](w.Fyne().Content()) {
		if e.PlaceHolder == w.Say("field."+field, nil) {
			return e
		}
	}
	t.Fatalf("there is no entry for %s in:\n%s", field, Visible(w))
	return nil
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

// PageIn is what the window shows beside the navigation.
func PageIn(w *frame.Window) fyne.CanvasObject {
	whole := test.WidgetRenderer(w.Fyne().Content().(fyne.Widget)).Objects()[0].(*fyne.Container)
	return whole.Objects[1].(*fyne.Container).Objects[0]
}
