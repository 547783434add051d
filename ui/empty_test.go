package ui

import (
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// firstSteps are the buttons by which the work begins on pages that need nobody to be there.
var firstSteps = map[string][]string{
	frame.Roster: {"roster_screen.choose"}, frame.CentreList: {"centre_list_screen.choose"}, frame.PhotoFolder: {"photo_screen.add_folder"},
	frame.Exchange: {"exchange_screen.take_file"}, frame.History: {"ui.print_button"}, frame.Account: {"account_screen.add"},
	frame.Season: {"season_screen.backup"}, frame.SettingsPage: {"settings_screen.newer_campaign"},
}

// A page of a registry without anybody says what to do first, with a button that does it.
func TestEmptyPagesSayWhatToDoFirst(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		for _, language := range text.Languages() {
			w, _ := frametest.Empty(t, campaign, language)
			for _, page := range append(append(w.Listed(false), w.Listed(true)...), frame.CentreList, frame.PhotoFolder) {
				if page == frame.Help || !w.HasPage(page) {
					continue
				}
				clearBoxes(w)
				w.Go(frame.Route{Screen: page})
				all := pressable(frametest.PageIn(w))
				wanted, elsewhere := firstSteps[page], slices.Contains([]string{frame.Overview, frame.History}, page)
				if len(wanted) == 0 {
					wanted = []string{"menu.import"}
				}
				is := slices.ContainsFunc(all, func(b *widgets.Button) bool {
					return slices.ContainsFunc(wanted, func(id string) bool { return b.Text == w.Say(id, nil) })
				})
				if !is && !elsewhere {
					t.Errorf("%s, %s, %s: no button does what is to be done first: %s", campaign, language, page, frametest.Visible(w))
				}
				if seen := frametest.Visible(w); strings.Contains(seen, "_screen.") || strings.Contains(seen, "<no value>") {
					t.Errorf("%s, %s, %s: %s", campaign, language, page, seen)
				}
			}
		}
	}
}

// The button of an empty list leads to the import; whoever may not import has none.
func TestTheEmptyListLeadsToTheImport(t *testing.T) {
	for campaign, pages := range map[string][]string{"zno-2020": {frame.Graduates, frame.Photo, frame.Intake, frame.Post, frame.Answer, frame.Printing}, "ort-2021": {frame.Access, frame.Payment, frame.Printing}} {
		w, _ := frametest.Empty(t, campaign, "uk")
		for _, page := range pages {
			clearBoxes(w)
			w.Go(frame.Route{Screen: page})
			frametest.Tap(t, w, w.Say("menu.import", nil))
			if !w.InFront(frame.Roster) {
				t.Errorf("%s leads to %s", page, w.Current())
			}
		}
	}
	w := frametest.WithRole(t, "uk", registrar.RoleReader)
	clearBoxes(w)
	w.Go(frame.Route{Screen: frame.Graduates})
	frametest.MustNotSee(t, w, w.Say("menu.import", nil))
}

// What a search or a filter does not find is shown again by one button, and the keyboard is in the rows.
func TestShowAllTakesTheSearchAway(t *testing.T) {
	for campaign, pages := range map[string][]string{"zno-2020": {frame.Graduates, frame.Photo, frame.Intake, frame.Answer, frame.History}, "ort-2021": {frame.Graduates, frame.Access, frame.Payment, frame.Photo}} {
		for _, language := range text.Languages() {
			w, _ := frametest.WithDemo(t, campaign, language, 3)
			for _, page := range pages {
				clearBoxes(w)
				w.Go(frame.Route{Screen: page})
				table := frametest.ListIn(t, w)
				before := table.Count()
				var search *widgets.Entry
				for _, e := range frametest.FindAll[*widgets.Entry](frametest.PageIn(w)) {
					if e.Search {
						search = e
					}
				}
				search.SetText("ъъъ")
				if table.Count() != 0 {
					t.Fatalf("%s finds %d", page, table.Count())
				}
				id := "ui.show_all"
				if page == frame.History {
					id = "history_screen.show_all"
				}
				frametest.Tap(t, w, w.Say(id, nil))
				if table.Count() != before || search.Text != "" || w.Canvas().Focused() != table.Focusable() {
					t.Errorf("%s, %s: %d of %d are shown, %q is searched for, the keyboard is at %T", campaign, page, table.Count(), before, search.Text, w.Canvas().Focused())
				}
			}
		}
	}
}
