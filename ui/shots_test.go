package ui

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// allScreens are the names in the navigation list.
var allScreens = []string{frame.Graduates, frame.Roster, frame.Photo, frame.Printing, frame.History, frame.Account, frame.Season, frame.SettingsPage, frame.Help}

// everyLook shows every screen in every language, light and dark, in both sizes.
func everyLook(t *testing.T, campaign string, look func(w *frame.Window, name string)) {
	t.Helper()
	w, _ := frametest.WithPapers(t, campaign, "uk", 40)
	names := allScreens
	if w.Registrar().Campaign().Has(registrar.CapabilityAccesses) {
		names = append(slices.Clone(names), frame.Access)
	}
	if w.Registrar().Campaign().Has(registrar.CapabilityPayments) {
		names = append(slices.Clone(names), frame.Payment)
	}
	if w.Registrar().Campaign().Has(registrar.CapabilityLists) {
		names = append(slices.Clone(names), frame.Intake)
	}
	for _, language := range text.Languages() {
		for _, dark := range []bool{false, true} {
			w.Settings.Language, w.Settings.Dark = language, dark
			w.Forget()
			for _, size := range frametest.WindowSizes {
				w.Fyne().Resize(size)
				for _, name := range names {
					w.Go(frame.Route{Screen: name})
					// The real driver lays out again whatever has grown; here a change of
					// size does.
					w.Fyne().Resize(size.AddWidthHeight(1, 1))
					w.Fyne().Resize(size)
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
		everyLook(t, campaign, func(w *frame.Window, name string) { frametest.Shot(t, w, name) })
	}
}

// TestLabelsFit goes through every screen in every language and size: nothing
// smaller than its words, nothing outside the window.
func TestLabelsFit(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		everyLook(t, campaign, func(w *frame.Window, name string) {
			frametest.Fits(t, name, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		})
	}
}

// BenchmarkSearchKeystroke10000 is a letter in the search box of the window with
// 10,000 graduates, from the key to the rows in the table.
func BenchmarkSearchKeystroke10000(b *testing.B) {
	w, _ := frametest.WithDemo(b, "zno-2020", "uk", 10000)
	search := frametest.FindAll[*widgets.Entry](frametest.PageIn(w))[0]
	queries := []string{"л", "лу", "лук", "їж", ""}
	i := 0
	for b.Loop() {
		search.SetText(queries[i%len(queries)])
		i++
	}
}

// Another look is the same page made anew, with 100 graduates in the list.
func BenchmarkAnotherLook100(b *testing.B) {
	languages := text.Languages()
	for name, change := range map[string]func(w *frame.Window, i int){
		"language": func(w *frame.Window, i int) { w.ChangeLanguage(languages[i%len(languages)]) },
		"theme":    func(w *frame.Window, _ int) { w.OnDark() },
		"letters": func(w *frame.Window, i int) {
			w.Settings.Scale = frame.Scales()[i%len(frame.Scales())]
			w.Anew()
		},
	} {
		for _, screen := range []string{frame.Graduates, frame.Form} {
			b.Run(name+" "+screen, func(b *testing.B) {
				w, _ := frametest.WithDemo(b, "zno-2020", "uk", 100)
				ids := frametest.IdsOf(b, w)
				w.Go(frame.Route{Screen: screen, Graduate: ids[0], Only: ids})
				i := 0
				for b.Loop() {
					change(w, i)
					i++
				}
			})
		}
	}
}

// Large letters need room: at 130 % on the larger of the two windows nothing is cut.
func TestLabelsFitWithLargeLetters(t *testing.T) {
	w, _ := frametest.WithPapers(t, "zno-2020", "uk", 40)
	w.Settings.Scale = 130
	for _, language := range text.Languages() {
		w.Settings.Language = language
		w.Forget()
		for _, name := range allScreens {
			w.Go(frame.Route{Screen: name})
			w.Fyne().Resize(frametest.WindowSizes[0].AddWidthHeight(1, 1))
			w.Fyne().Resize(frametest.WindowSizes[0])
			look := fmt.Sprintf("%s-%s-130", name, language)
			frametest.Shot(t, w, look)
			frametest.Fits(t, look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		}
	}
}
