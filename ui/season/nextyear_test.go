package season

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/assets"
	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func TestF21TheNextYearIsBegunInTheWindow(t *testing.T) {
	w, files := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Season})
	before := w.Registrar()
	school := before.School().Name
	path := filepath.Join(t.TempDir(), "наступний.graduand")
	t.Run("F-21 it says what goes over, what stays, and that a copy comes first", func(t *testing.T) {
		frametest.Tap(t, w, "Почати наступний рік…")
		frametest.MustSee(t, w, "Перейдуть: заклад, керівник", "Не перейдуть: випускники", "Спершу запишіть копію", "На іншому диску чи флешці копії ще немає.", "Зовнішнє незалежне оцінювання 2020")
		frametest.FrontTap(t, w, "Створити реєстр")
		frametest.MustSee(t, w, "Виберіть, куди записати.")
	})
	t.Run("F-21 a file that is there is not written over", func(t *testing.T) {
		there := filepath.Join(filepath.Dir(path), "є.graduand")
		desktest.Must(os.WriteFile(there, []byte("чуже"), 0o600))
		files.ToSave = there
		frametest.FrontTap(t, w, "Вибрати…")
		frametest.FrontTap(t, w, "Створити реєстр")
		frametest.MustSee(t, w, "«є.graduand»")
		if string(desktest.MustRead(t, there)) != "чуже" || len(w.Boxes()) != 1 {
			t.Errorf("written over, or the dialog is gone:\n%s", frametest.Visible(w))
		}
	})
	t.Run("F-21 it is made, and this one stays as it is", func(t *testing.T) {
		files.ToSave = path
		frametest.FrontTap(t, w, "Вибрати…")
		frametest.FrontTap(t, w, "Створити реєстр")
		frametest.MustSee(t, w, "Реєстр наступного року створено", "наступний.graduand».", "тими самими паролями", "Паперового ключа")
		if w.Registrar() != before || len(rowsOf(t, w)) != 3 {
			t.Error("another registry is open")
		}
	})
	t.Run("F-21 it opens", func(t *testing.T) {
		frametest.FrontTap(t, w, "Відкрити новий реєстр")
		if r := w.Registrar(); r == before || r.Path() != path || r.Table.Count() != 0 || r.School().Name != school {
			t.Errorf("open is %s with %d:\n%s", r.Path(), r.Table.Count(), frametest.Visible(w))
		}
	})
}

func TestF21AnotherCampaignIsChosenForTheNextYear(t *testing.T) {
	w, files := frametest.WithDemo(t, assets.DemoCampaign, "uk", 1)
	w.Go(frame.Route{Screen: frame.Season})
	frametest.Tap(t, w, "Почати наступний рік…")
	t.Run("F-21 a campaign file that is none says why", func(t *testing.T) {
		files.ToOpen = filepath.Join(t.TempDir(), "x.toml")
		desktest.Must(os.WriteFile(files.ToOpen, []byte("format = 1\ncolour = 2\n"), 0o600))
		frametest.FrontTap(t, w, w.Say("welcome.own_campaign", nil))
		frametest.MustSee(t, w, "colour")
	})
	t.Run("F-21 one that nobody here wrote is taken, and what it does not know is named", func(t *testing.T) {
		files.ToOpen = filepath.Join("..", "..", "data", "campaign", "testdata", "steppe-2031.toml")
		frametest.FrontTap(t, w, w.Say("welcome.own_campaign", nil))
		frametest.MustNotSee(t, w, "colour")
		files.ToSave = filepath.Join(t.TempDir(), "steppe")
		frametest.FrontTap(t, w, "Вибрати…")
		frametest.FrontTap(t, w, "Створити реєстр")
		frametest.MustSee(t, w, "Steppe-31", "не знає того, що стояло в полях")
		if !frametest.IsThere(files.ToSave + ".graduand") {
			t.Error("it has not its ending")
		}
	})
}

func TestF21LastYearsPortraitsAreTakenAwayInTheWindow(t *testing.T) {
	w, files := frametest.Empty(t, "ort-2021", "uk")
	r := w.Registrar()
	id := desktest.MustAdd(t, r, "surname=Асанова", "phone=0555123456")
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	w.Go(frame.Route{Screen: frame.Season})
	frametest.MustNotSee(t, w, "Прибрати торішні портрети…")
	frametest.Tap(t, w, "Почати наступний рік…")
	files.ToSave = filepath.Join(t.TempDir(), "next.graduand")
	frametest.FrontTap(t, w, "Вибрати…")
	frametest.FrontTap(t, w, "Створити реєстр")
	frametest.MustSee(t, w, "портретів, які він упізнає: 1")
	frametest.FrontTap(t, w, "Відкрити новий реєстр")
	w.Go(frame.Route{Screen: frame.Season})
	t.Run("F-21 it says how many are known, and takes them away after a question", func(t *testing.T) {
		frametest.MustSee(t, w, "портретів, які впізнає цей реєстр: 1")
		frametest.Tap(t, w, "Прибрати торішні портрети…")
		frametest.FrontTap(t, w, "Прибрати назавжди")
		frametest.MustNotSee(t, w, "які впізнає цей реєстр")
		if known, err := w.Registrar().Season.LastYear(); known != 0 || err != nil {
			t.Errorf("%d are known, %v", known, err)
		}
	})
}

// F-21: who has moved the work begins the next year there.
func TestF21ARegistryThatMovedBeginsNothing(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 1)
	desktest.Must(w.Registrar().Season.Move(frametest.Ctx, filepath.Join(t.TempDir(), "away"+registrar.ExtensionBackup)))
	w.Renew()
	w.Go(frame.Route{Screen: frame.Season})
	frametest.MustSee(t, w, "наступний рік починають там")
	if frametest.FindButton(w.Fyne().Content(), "Почати наступний рік…") != nil {
		t.Error("the button can be pressed")
	}
	if next, err := w.Registrar().Season.NextCampaigns(); err != nil || !strings.HasPrefix(next[0].ID, "zno-") {
		t.Errorf("%v, %v", next, data.CodeOf(err))
	}
}
