package ui

import (
	"fmt"
	"slices"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// F-07: what is searched for and chosen above the rows of a page, the current row and the ticked ones
// stay when the window is built anew, in another language too.
func TestWhatIsSearchedForStaysOnEveryPage(t *testing.T) {
	for campaign, language := range map[string]string{"ort-2021": "ru", "zno-2020": "uk"} {
		w, _ := frametest.WithDemo(t, campaign, language, 6)
		clearBoxes(w)
		for _, page := range append(w.Listed(false), w.Listed(true)...) {
			t.Run(campaign+" "+page, func(t *testing.T) {
				w.Go(frame.Route{Screen: page})
				for i := range choicesOf(w) {
					if s := choicesOf(w)[i]; len(s.Options) > 1 && !s.Disabled() && page != frame.SettingsPage {
						s.SetSelectedIndex(1)
					}
				}
				for _, table := range tablesOf(w) {
					goToEnd(table)
					tickAll(table)
				}
				for i := range searches(w) {
					searches(w)[i].SetText("а")
				}
				was := lookOf(w)
				w.Canvas().Unfocus()
				w.OnNextLanguage()
				if now := lookOf(w); !slices.Equal(was, now) {
					t.Errorf("\n%q, then\n%q", was, now)
				}
			})
		}
	}
}

func choicesOf(w *frame.Window) (all []*widgets.Select) {
	for _, s := range frametest.FindAll[*widgets.Select](frametest.PageIn(w)) {
		all = append(all, s)
	}
	for _, s := range frametest.FindAll[*widgets.FilterSelect](frametest.PageIn(w)) {
		all = append(all, &s.Select)
	}
	return all
}

func tablesOf(w *frame.Window) []*widgets.Table {
	return frametest.FindAll[*widgets.Table](frametest.PageIn(w))
}

// searches are the entries of a page that are cleared by a cross.
func searches(w *frame.Window) []*widgets.Entry {
	return slices.DeleteFunc(frametest.FindAll[*widgets.Entry](frametest.PageIn(w)), func(e *widgets.Entry) bool { return e.ActionItem == nil || e.Disabled() })
}

// lookOf is what is chosen, searched for and ticked on the page, and the current rows.
func lookOf(w *frame.Window) (look []string) {
	for _, s := range choicesOf(w) {
		look = append(look, fmt.Sprint("choice ", s.SelectedIndex()))
	}
	for _, e := range searches(w) {
		look = append(look, "search "+e.Text)
	}
	for _, table := range tablesOf(w) {
		look = append(look, fmt.Sprint("row ", table.Cursor(), " of ", len(table.Keys()), " ticked ", slices.Sorted(slices.Values(table.Ticks()))))
	}
	return look
}
