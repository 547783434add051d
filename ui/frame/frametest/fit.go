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

// WindowSizes are those that the window is designed for, in pixels.
var WindowSizes = []fyne.Size{{Width: 1366, Height: 768}, {Width: 1024, Height: 600}}

// Inside says that all of an object lies within another, where the window shows it.
func Inside(o, within fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	at, from := driver.AbsolutePositionForObject(o), driver.AbsolutePositionForObject(within)
	return at.Y >= from.Y-1 && at.Y+o.Size().Height <= from.Y+within.Size().Height+1
}

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
	case *canvas.Text, *widget.Label, *widgets.Shortened, *widgets.Button, *widget.Check, *widget.Entry, *widgets.Entry:
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

// shots is the environment variable with the folder of the pictures that tests take.
const shots = "SHOTS"

// Shot writes what the window shows to build/shots of the repository, when asked by
// the environment variable SHOTS.
func Shot(t testing.TB, w *frame.Window, name string) {
	t.Helper()
	folder := os.Getenv(shots)
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
