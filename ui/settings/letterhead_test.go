package settings

import (
	"os"
	"path/filepath"
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// UA-120: the letterhead is taken from an image or from lines, is shown, refused with what to do,
// and taken back.
func TestLetterheadInTheSettings(t *testing.T) {
	w, files := frametest.WithDemo(t, "zno-2020", "uk", 1)
	w.Go(frame.Route{Screen: frame.SettingsPage})
	frametest.MustSee(t, w, "Шапка бланка", "Шапки немає.")
	choose := func(content []byte) {
		files.ToOpen = filepath.Join(t.TempDir(), "head.png")
		desktest.Must(os.WriteFile(files.ToOpen, content, 0o600))
		frametest.Tap(t, w, "Вибрати зображення…")
	}
	t.Run("an image", func(t *testing.T) {
		choose(desktest.LetterheadImage())
		frametest.MustSee(t, w, "Зображення 170 × 30 мм.")
	})
	t.Run("a whole page is refused, and the image stays", func(t *testing.T) {
		choose(desktest.Image(1000, 1400))
		frametest.MustSee(t, w, "це, певно, ціла сторінка")
		frametest.FrontTap(t, w, "Закрити")
		if l := w.Registrar().Season.Letterhead(); l.Width != 170 {
			t.Errorf("%+v", l.Width)
		}
	})
	t.Run("and it goes", func(t *testing.T) {
		frametest.Tap(t, w, "Прибрати шапку")
		frametest.MustSee(t, w, "Шапки немає.")
	})
}
