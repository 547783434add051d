package ui

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/text"
)

// doorLooks shows what is seen by who has not signed in, and by a graduate, in every
// language and both sizes.
func doorLooks(t *testing.T, look func(w *Window, name string)) {
	t.Helper()
	w, _ := lockedDemo(t, "ort-2021", "ru")
	signInAs(t, w, "", registrar.DemoPassword)
	rows, err := w.Registrar().List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	phone, password := rows[0].Graduate.Phone, passwordOf(t, w.Registrar(), rows[0].Graduate.ID)
	w.lock()
	for _, language := range text.Languages() {
		for _, size := range windowSizes {
			w.Fyne().Resize(size)
			show := func(name string) {
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				look(w, fmt.Sprintf("door-%s-%s-%.0f", name, language, size.Width))
			}
			tap(t, w, w.say("settings_screen.language."+language, nil))
			tap(t, w, w.say("signin.forgotten", nil))
			show("signin")
			signInAs(t, w, phone, password)
			show("own")
			w.lock()
			showNewSchool(w, language)
			show("new")
			w.open(w.Settings.Registry)
		}
	}
}

// showNewSchool shows the page of a new school with an empty form refused.
func showNewSchool(w *Window, language string) {
	w.Settings.Language = language
	w.applySettings()
	p := &welcome{window: w}
	for _, id := range registrar.Campaigns() {
		if c, err := registrar.Campaign(id, nil); err == nil {
			p.campaigns = append(p.campaigns, c)
		}
	}
	p.onNew()
	p.school.setCampaign(p.campaigns[len(p.campaigns)-1])
	p.show()
	p.school.founder.valid()
}

func TestDoorShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make shots")
	}
	doorLooks(t, func(w *Window, name string) { shot(t, w, name) })
}

func TestDoorLabelsFit(t *testing.T) {
	doorLooks(t, func(w *Window, name string) {
		fits(t, name, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
	})
}
