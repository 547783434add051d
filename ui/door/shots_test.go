package door

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/text"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// doorLooks shows what is seen by who has not signed in, and by a graduate, in every
// language and both sizes.
func doorLooks(t *testing.T, look func(w *frame.Window, name string)) {
	t.Helper()
	w, path := frametest.LockedDemo(t, "ort-2021", "ru")
	frametest.SignInAs(t, w, "", registrar.DemoPassword)
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	phone, password := rows[0].Graduate.Phone, frametest.PasswordOf(t, w.Registrar(), rows[0].Graduate.ID)
	w.Lock()
	for _, language := range text.Languages() {
		show := func(name string) {
			for _, size := range frametest.WindowSizes {
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				look(w, fmt.Sprintf("door-%s-%s-%.0f", name, language, size.Width))
			}
		}
		frametest.Tap(t, w, w.Say("settings_screen.language."+language, nil))
		frametest.Tap(t, w, w.Say("signin.forgotten", nil))
		show("signin")
		frametest.SignInAs(t, w, phone, password)
		show("own")
		w.Lock()
		showNewSchool(w, language)
		show("new")
		w.Open(path)
	}
}

// showNewSchool shows the page of a new school with an empty form refused.
func showNewSchool(w *frame.Window, language string) {
	w.Settings.Language = language
	w.ApplySettings()
	p := &welcome{window: w}
	for _, id := range registrar.Campaigns() {
		if c, err := registrar.Campaign(id, nil); err == nil {
			p.campaigns = append(p.campaigns, c)
		}
	}
	p.onNew()
	p.school.setCampaign(p.campaigns[len(p.campaigns)-1])
	p.show()
	p.school.founder.Valid()
}

func TestDoorShots(t *testing.T) {
	if os.Getenv("SHOTS") == "" {
		t.Skip("pictures are made by make shots")
	}
	doorLooks(t, func(w *frame.Window, name string) { frametest.Shot(t, w, name) })
}

func TestDoorLabelsFit(t *testing.T) {
	doorLooks(t, func(w *frame.Window, name string) {
		frametest.Fits(t, name, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
	})
}
