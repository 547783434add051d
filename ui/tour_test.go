package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// The tour comes once, at the first sign-in of an operator, is left at once by Esc, and comes again when
// it is asked for; a graduate never sees it.
func TestTheTourComesOnce(t *testing.T) {
	w, _ := frametest.LockedDemo(t, "ort-2021", "ru")
	w.Settings.Toured, w.Now = false, func() time.Time { return time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC) }
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	frametest.MustSee(t, w, "Знакомство с окном: 1 из 6", "Пропустить")
	if frametest.Esc(w); len(w.Boxes()) != 0 {
		t.Error("Esc does not leave it")
	}
	if kept, err := os.ReadFile(filepath.Join(w.Home, "settings.json")); err != nil || !strings.Contains(string(kept), `"toured": true`) {
		t.Errorf("it is not remembered: %v, %s", err, kept)
	}
	g := frametest.FirstGraduate(t, w).Graduate
	password := frametest.PasswordOf(t, w.Registrar(), g.ID)
	w.Lock()
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	if len(w.Boxes()) != 0 {
		t.Error("it comes twice")
	}
	w.Go(frame.Route{Screen: frame.Printing})
	give(t, w, "menu.tour")
	frametest.MustSee(t, w, "Знакомство с окном: 1 из 6")
	clearBoxes(w)
	w.Settings.Toured = false
	w.Lock()
	frametest.SignInAs(t, w, g.Phone, password)
	if len(w.Boxes()) != 0 || w.Settings.Toured || hasCommand(w, w.Say("menu.tour", nil)) {
		t.Error("a graduate is shown around")
	}
}

// Enter goes through it to the end, pointing at places of the window, as the campaign has them; what it
// says fits a small window with large letters.
func TestTheTourPointsAtTheWindow(t *testing.T) {
	for campaign, steps := range map[string]int{"zno-2020": 6, "ort-2021": 6} {
		for _, language := range []string{"uk", "ru", "ky", "en"} {
			w, _ := frametest.WithDemo(t, campaign, language, 3)
			clearBoxes(w)
			w.Settings.Scale = 150
			w.Fyne().Resize(fyne.NewSize(1024, 600))
			w.Forget()
			w.OnTour()
			for step := range steps {
				said := frametest.DialogWords(w)
				if strings.Contains(said, "<no value>") || strings.Contains(said, "tour.") {
					t.Errorf("%s, %s: %s", campaign, language, said)
				}
				if has := strings.Contains(said, w.Say("screen.post", nil)); campaign == "ort-2021" && has {
					t.Errorf("%s: it tells of packages, which the campaign has not", language)
				}
				frametest.Shot(t, w, fmt.Sprintf("tour-%s-%s-%d", campaign, language, step+1))
				at, size := w.Pointed()
				window := w.Canvas().Size()
				if size.IsZero() || at.X < 0 || at.Y < 0 || at.X+size.Width > window.Width+1 || at.Y > window.Height {
					t.Errorf("%s, %s, step %d points at %v, %v", campaign, language, step+1, at, size)
				}
				box := w.Boxes()[0].Content()
				if least := box.MinSize(); least.Height > window.Height || least.Width > window.Width {
					t.Errorf("%s, step %d is %v large", language, step+1, least)
				}
				if covered(box, at, size) {
					t.Errorf("%s, %s, step %d covers %v, %v that it points at", campaign, language, step+1, at, size)
				}
				frametest.Confirm(w)
			}
			if _, size := w.Pointed(); len(w.Boxes()) != 0 || !size.IsZero() {
				t.Errorf("%s: it does not end", campaign)
			}
		}
	}
}

// covered says that a dialog lies over a place of the window.
func covered(box fyne.CanvasObject, at fyne.Position, size fyne.Size) bool {
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(box)
	to := from.Add(box.Size())
	return at.X < to.X && from.X < at.X+size.Width && at.Y < to.Y && from.Y < at.Y+size.Height
}

// The line under the menu is as long as that: the first menus are over the list of pages.
func TestTheTourPointsAtTheWholeMenu(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	clearBoxes(w)
	w.OnTour()
	for !strings.Contains(frametest.DialogWords(w), w.Say("tour.title", map[string]any{"step": 5, "steps": 6})) {
		frametest.Confirm(w)
	}
	if at, size := w.Pointed(); at.X > 4 || size.Width < w.Canvas().Size().Width-8 {
		t.Errorf("it points at %v, %v", at, size)
	}
}
