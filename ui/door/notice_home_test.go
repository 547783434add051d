package door

import (
	"path/filepath"
	"testing"

	"graduand/ui/frame/frametest"
)

// A graduate at home is told what is for a graduate, once; what the school has to read waits for
// who opens a registry.
func TestNoticeOfAFormAtHome(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 1)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	if _, err := w.Registrar().Access.Create(frametest.Ctx, []string{id}, nil); err != nil {
		t.Fatal(err)
	}
	school, home := w.Registrar().Path(), filepath.Join(t.TempDir(), "home.graduand")
	if err := w.Registrar().Access.TakeHome(frametest.Ctx, id, home); err != nil {
		t.Fatal(err)
	}
	w.CloseRegistry()
	w.Settings.Noticed, w.Key = false, nil
	w.Start(home)
	frametest.MustSee(t, w, "В этом бланке ваши личные данные", "отнесите файл в школу")
	frametest.MustNotSee(t, w, "вашими выпускниками", "личного кабинета")
	frametest.Shot(t, w, "notice-home-ru")
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	frametest.MustSee(t, w, "Это бланк для работы дома")
	w.Start(home)
	frametest.MustSee(t, w, "Это бланк для работы дома")
	w.Start(school)
	frametest.MustSee(t, w, "вашими выпускниками", "личного кабинета")
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	if !w.Settings.Noticed {
		t.Error("KG-012 the school's notice was not noted as read")
	}
}
