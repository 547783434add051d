package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// F-02, F-07: Esc on a page loses nothing that was typed there, empties a search, and takes the
// ticks of a table away; the page stays.
func TestEscapeOnEveryPage(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		w, _ := frametest.WithDemo(t, campaign, language, 4)
		var quick []string
		for _, code := range []string{"class", "phone", "surname", "given_name", "patronymic"} {
			quick = append(quick, w.Say("field."+code, nil))
		}
		searches, search := 0, map[string]string{"uk": "Пошук", "ru": "Поиск"}[language]
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			w.Go(frame.Route{Screen: page})
			clearBoxes(w)
			for i := range entriesOn(w) {
				e := entriesOn(w)[i]
				was := e.Text
				w.Canvas().Focus(e)
				test.Type(e, "7")
				typed := e.Text
				w.Canvas().Unfocus()
				frametest.Esc(w)
				if e.Text != typed || !w.InFront(page) {
					t.Errorf("%s %s: Esc beside %q leaves %q of %q", campaign, page, e.PlaceHolder, e.Text, typed)
				}
				w.Canvas().Focus(e)
				frametest.KeyEscape(e)
				want := typed
				switch {
				case strings.HasPrefix(e.PlaceHolder, search):
					want = ""
				case page == frame.Graduates && !slices.Contains(quick, e.PlaceHolder) && e.Text == was:
					want = was // in the panel it gives back what is stored
				}
				if typed == was || e.Text != want || !w.InFront(page) {
					t.Errorf("%s %s: Esc in %q leaves %q of %q, not %q", campaign, page, e.PlaceHolder, e.Text, typed, want)
				}
				if e.SetText(was); strings.HasPrefix(e.PlaceHolder, search) {
					searches++
				}
			}
			for _, table := range frametest.FindAll[*widgets.Table](w.Fyne().Content()) {
				if table.Plain || !table.Visible() || len(table.Rows()) == 0 {
					continue
				}
				table.SelectAll()
				w.Canvas().Focus(table.Focusable())
				frametest.KeyEscape(table.Focusable())
				if len(table.Ticks()) > 0 || !w.InFront(page) {
					t.Errorf("%s %s: Esc leaves %d ticks", campaign, page, len(table.Ticks()))
				}
			}
		}
		if searches < 4 {
			t.Errorf("%s: only %d searches were found", campaign, searches)
		}
	}
}

// entriesOn are the entries of the page in front that can be typed into.
func entriesOn(w *frame.Window) []*widgets.Entry {
	var all []*widgets.Entry
	for _, e := range frametest.FindAll[*widgets.Entry](w.Fyne().Content()) {
		all = append(all, e)
	}
	for _, e := range frametest.FindAll[interface {
		fyne.CanvasObject
		Inner() *widgets.Entry
	}](w.Fyne().Content()) {
		if !slices.Contains(all, e.Inner()) {
			all = append(all, e.Inner())
		}
	}
	return slices.DeleteFunc(all, func(e *widgets.Entry) bool { return !e.Visible() || e.Disabled() })
}
