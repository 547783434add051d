package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// theReview stands for the review where a form was left.
const theReview = "-"

// formLooks shows every step of a form and its review, in every language and both sizes;
// a step that is not left forwards also with the reason.
func formLooks(t *testing.T, campaign string, look func(w *frame.Window, name string)) {
	t.Helper()
	w, _ := frametest.WithDemo(t, campaign, "uk", 6)
	if said := w.Canvas().Overlays().Top(); said != nil {
		said.Hide() // of a demonstration that was made on a later day
	}
	id := frametest.IdsOf(t, w)[2]
	form, err := w.Registrar().Form.Of(id)
	if err != nil {
		t.Fatal(err)
	}
	places := []string{theReview}
	for _, step := range form.Steps {
		places = append(places, step.Code)
	}
	for _, language := range text.Languages() {
		w.Settings.Language = language
		for _, size := range frametest.WindowSizes {
			for _, place := range places {
				name := fmt.Sprintf("form-%s-%s-%s-%.0f", campaign, place, language, size.Width)
				look(formAt(w, id, place, size), name)
				if place != theReview && stopped(w) {
					look(grown(w, size), name+"-blocked")
				}
			}
		}
	}
}

// stopped goes forwards, and says whether the form has told why it does not.
func stopped(w *frame.Window) bool {
	w.OnMain()
	why, _, _ := strings.Cut(w.Say("form_screen.blocked", map[string]any{"why": "\n"}), "\n")
	return strings.Contains(frametest.Visible(w), why)
}

// formAt opens the form where it was left.
func formAt(w *frame.Window, id, place string, size fyne.Size) *frame.Window {
	w.Settings.LeaveForm(id, place, "")
	w.Forget()
	w.Fyne().Resize(size)
	w.Go(frame.Route{Screen: frame.Form, Graduate: id})
	return grown(w, size)
}

// grown lays out again whatever has grown, as the real driver does: here changes of size
// do.
func grown(w *frame.Window, size fyne.Size) *frame.Window {
	for range 2 {
		w.Fyne().Resize(size.AddWidthHeight(1, 1))
		w.Fyne().Resize(size)
	}
	return w
}

func TestFormShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make shots")
	}
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		formLooks(t, campaign, func(w *frame.Window, name string) { frametest.Shot(t, w, name) })
	}
}

func TestFormLabelsFit(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		formLooks(t, campaign, func(w *frame.Window, name string) {
			frametest.Fits(t, name, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
		})
	}
}
