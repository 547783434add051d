package ui

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/widgets"
)

// windowSizes are those that the window is designed for, in pixels.
var windowSizes = []fyne.Size{{Width: 1366, Height: 768}, {Width: 1024, Height: 600}}

// allScreens are the names in the navigation list.
var allScreens = []string{screenGraduates, screenImport, screenPrint, screenHistory, screenAccounts, screenCopies, screenSettings, screenHelp}

// everyLook shows every screen in every language, light and dark, in both sizes.
func everyLook(t *testing.T, campaign string, look func(w *Window, name string)) {
	t.Helper()
	w, _ := withDemo(t, campaign, "uk", 40)
	names := allScreens
	if w.registrar.Campaign().Has(registrar.CapabilityAccesses) {
		names = append(slices.Clone(names), screenAccesses)
	}
	if w.registrar.Campaign().Has(registrar.CapabilityPayments) {
		names = append(slices.Clone(names), screenPayments)
	}
	for _, language := range text.Languages() {
		for _, dark := range []bool{false, true} {
			w.Settings.Language, w.Settings.Dark = language, dark
			w.Forget()
			for _, size := range windowSizes {
				w.window.Resize(size)
				for _, name := range names {
					w.Go(Route{Screen: name})
					// The real driver lays out again whatever has grown; here a change of
					// size does.
					w.window.Resize(size.AddWidthHeight(1, 1))
					w.window.Resize(size)
					look(w, fmt.Sprintf("%s-%s-%s-%v-%.0f", campaign, name, language, map[bool]string{true: "dark", false: "light"}[dark], size.Width))
				}
			}
		}
	}
}

// TestShots makes the pictures for people to judge; it is asked for by make shots.
func TestShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make shots")
	}
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		everyLook(t, campaign, func(w *Window, name string) { shot(t, w, name) })
	}
}

// TestLabelsFit goes through every screen in every language and size: nothing
// smaller than its words, nothing outside the window.
func TestLabelsFit(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		everyLook(t, campaign, func(w *Window, name string) {
			fits(t, name, w.window.Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		})
	}
}

// fits walks over what is visible. Inside a scroller only the width counts where it
// does not scroll sideways.
func fits(t *testing.T, name string, o fyne.CanvasObject, whole fyne.Size, at fyne.Position, scrolled bool) {
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
		fits(t, name, o.Content, whole, at, true)
		return
	case *widgets.Table:
		return
	case *fyne.Container:
		for _, child := range o.Objects {
			fits(t, name, child, whole, at, scrolled)
		}
		return
	case *canvas.Text, *widget.Label, *widget.Button, *widgets.Button, *widget.Check, *widget.Entry, *widgets.Entry:
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
			fits(t, name, child, whole, at, scrolled)
		}
	}
}

func words(o fyne.CanvasObject) string {
	var all []string
	collect(o, &all)
	s := fmt.Sprint(all)
	if len(s) > 200 {
		s = s[:200]
	}
	return s
}

// Rows of 10,000 graduates: what a frame costs under the test driver.
func BenchmarkTableScroll10000(b *testing.B) {
	test.NewTempApp(b)
	rows := make([]widgets.Row, 10000)
	for i := range rows {
		rows[i].Key = fmt.Sprint(i)
		for range 7 {
			rows[i].Cells = append(rows[i].Cells, widgets.Cell{Text: fmt.Sprintf("Лук’яненко Мар’яна %d", i)})
		}
	}
	var columns []widgets.Column
	for range 7 {
		columns = append(columns, widgets.Column{Title: "Прізвище", Width: 140})
	}
	table := widgets.NewTable(columns)
	window := test.NewTempWindow(b, table)
	window.Resize(fyne.NewSize(1366, 768))
	table.SetRows(rows)
	i := 0
	for b.Loop() {
		i = (i + 137) % len(rows)
		table.MoveTo(fmt.Sprint(i))
	}
}

// BenchmarkSearchKeystroke10000 is a letter in the search box of the window with
// 10,000 graduates, from the key to the rows in the table.
func BenchmarkSearchKeystroke10000(b *testing.B) {
	w, _ := withDemo(b, "zno-2020", "uk", 10000)
	s := graduatesOf(w)
	queries := []string{"л", "лу", "лук", "їж", ""}
	i := 0
	for b.Loop() {
		s.search.SetText(queries[i%len(queries)])
		i++
	}
}

// Large letters need room: at 130 % on the larger of the two windows nothing is cut.
func TestLabelsFitWithLargeLetters(t *testing.T) {
	w, _ := withDemo(t, "zno-2020", "uk", 40)
	w.Settings.Scale = 130
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		for _, name := range allScreens {
			w.Go(Route{Screen: name})
			w.window.Resize(windowSizes[0].AddWidthHeight(1, 1))
			w.window.Resize(windowSizes[0])
			look := fmt.Sprintf("%s-%s-130", name, language)
			shot(t, w, look)
			fits(t, look, w.window.Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
	}
}
