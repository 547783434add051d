package ui

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// F-07: on every page with anything to type or to choose the keyboard stays where it is, in the
// middle of a word, when the window is built anew in another theme.
func TestTheKeyboardStaysOnEveryPage(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 4)
	id := frametest.IdsOf(t, w)[1]
	clearBoxes(w)
	reach := func(page string) {
		w.Go(frame.Route{Screen: page, Graduate: id})
		if page == frame.Graduates {
			frametest.ListIn(t, w).MoveTo(id)
		}
	}
	inputs := func() []fyne.Focusable { return frametest.FindAll[fyne.Focusable](frametest.PageIn(w)) }
	pages := append(w.Listed(false), append(w.Listed(true), frame.Form)...)
	for _, page := range pages {
		t.Run(page, func(t *testing.T) {
			reach(page)
			seen, typed := map[reflect.Type]bool{}, 0
			for i := range inputs() {
				all := inputs()
				if i >= len(all) {
					break
				}
				kind := reflect.TypeOf(all[i])
				entry, types := all[i].(interface{ Inner() *widgets.Entry })
				if !types && seen[kind] {
					continue
				}
				seen[kind] = true
				w.Canvas().Unfocus()
				if w.Canvas().Focus(all[i]); w.Canvas().Focused() != all[i] || types && entry.Inner().Disabled() {
					continue
				}
				if types {
					frametest.Strike(w, "аб")
					typed++
				}
				w.OnDark()
				now := w.Canvas().Focused()
				if now == nil || reflect.TypeOf(now) != kind || now == all[i] {
					t.Errorf("%d %s: the keyboard is at %T", i, kind, now)
					continue
				}
				if !types {
					continue
				}
				frametest.Strike(w, "в")
				if got := now.(interface{ Inner() *widgets.Entry }).Inner().Text; !strings.Contains(got, "абв") {
					t.Errorf("%d: it holds %q", i, got)
				}
				frametest.KeyEscape(now)
			}
			t.Logf("%d entries of %d %T", typed, len(inputs()), frametest.PageIn(w))
		})
	}
}
