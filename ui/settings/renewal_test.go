package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-001, UA-003: a newer file of the campaign is looked at, then taken, and the open window follows.
func TestANewerCampaignInTheSettings(t *testing.T) {
	w, files := frametest.WithDemo(t, "zno-2020", "uk", 3)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	give := func(source string) {
		files.ToOpen = filepath.Join(t.TempDir(), "zno.toml")
		desktest.Must(os.WriteFile(files.ToOpen, []byte(source), 0o600))
		frametest.Tap(t, w, "Взяти новий файл кампанії…")
	}
	t.Run("the same edition is refused", func(t *testing.T) {
		give(string(w.Registrar().Campaign().Source()))
		frametest.MustSee(t, w, "не новіша за ту, що вже діє")
		frametest.FrontTap(t, w, "Закрити")
	})
	t.Run("a newer one is told of day by day, and nothing changes before somebody agrees", func(t *testing.T) {
		source := desktest.SourceWith(t, "zno-2020", "revision = 1", "revision = 2")
		give(replaced(t, source, `on = "2020-06-25"`, `on = "2020-06-23"`))
		frametest.MustSee(t, w, "Узяти нову редакцію правил?", "редакція файлу 1 → 2", "25.06.2020 → 23.06.2020")
		if w.Registrar().Campaign().Revision != 1 {
			t.Fatal("taken already")
		}
	})
	t.Run("the window follows at once", func(t *testing.T) {
		frametest.FrontTap(t, w, "Узяти нову редакцію")
		frametest.MustSee(t, w, "редакція 2", "23.06.2020", "Діє нова редакція файлу кампанії")
		if len(w.Boxes()) > 0 || w.Registrar().Campaign().Revision != 2 {
			t.Error("it was not taken")
		}
	})
}

func replaced(t *testing.T, source, old, new string) string {
	t.Helper()
	if !strings.Contains(source, old) {
		t.Fatalf("%q is not in the file", old)
	}
	return strings.Replace(source, old, new, 1)
}
