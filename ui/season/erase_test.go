package season

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/assets"
	"graduand/data/registrar/season"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestErase(t *testing.T) {
	w, files := frametest.WithDemo(t, assets.DemoCampaign, "uk", 4)
	folder, shown := t.TempDir(), ""
	w.OpenFile = func(path string) error { shown = path; return nil }
	w.Go(frame.Route{Screen: frame.Season})
	t.Run("F-16 nobody chosen is nobody erased", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Erasing, Only: nil})
		w.Go(frame.Route{Screen: frame.Erasing, Only: []string{}})
		if len(w.Boxes()) > 0 {
			t.Error("an empty selection asks to erase something")
		}
	})
	t.Run("F-16 reason, certificate and the word are asked for", func(t *testing.T) {
		frametest.Tap(t, w, "Знищити дані кампанії…")
		frametest.MustSee(t, w, "Дані всіх випускників")
		frametest.FillIn(t, w, "Щоб підтвердити, впишіть слово ЗНИЩИТИ", "знищ")
		frametest.Tap(t, w, "Знищити назавжди")
		frametest.MustSee(t, w, "Напишіть причину", "Виберіть, куди записати.", "Впишіть це слово повністю.")
		if len(rowsOf(t, w)) != 4 {
			t.Fatal("erased without a word")
		}
	})
	t.Run("F-16 with no place for the certificate nothing is destroyed", func(t *testing.T) {
		files.ToSave = filepath.Join(folder, "немає", "акт.pdf")
		frametest.FillIn(t, w, "Причина (стоятиме в акті)", "строк минув")
		frametest.FillIn(t, w, "Щоб підтвердити, впишіть слово ЗНИЩИТИ", " знищити ")
		frametest.Tap(t, w, "Вибрати…")
		frametest.Tap(t, w, "Знищити назавжди")
		frametest.MustSee(t, w, "Не вдалося записати")
		if len(rowsOf(t, w)) != 4 {
			t.Fatal("destroyed without a certificate")
		}
		frametest.Tap(t, w, "Закрити")
		frametest.Tap(t, w, "Скасувати")
	})
	t.Run("F-16 certain graduates are named and erased, the rest stays", func(t *testing.T) {
		files.ToSave = filepath.Join(folder, "акт.pdf")
		gone := rowsOf(t, w)[1].Graduate
		w.Go(frame.Route{Screen: frame.Erasing, Only: []string{gone.ID}})
		frametest.MustSee(t, w, "Дані 1 особи буде знищено", gone.FullName())
		erase(t, w)
		for _, row := range rowsOf(t, w) {
			if row.Graduate.ID == gone.ID {
				t.Error("still there")
			}
		}
		if len(rowsOf(t, w)) != 3 {
			t.Errorf("%d are left", len(rowsOf(t, w)))
		}
		frametest.Tap(t, w, "Відкрити акт")
		if content, err := os.ReadFile(shown); err != nil || shown != files.ToSave || !bytes.HasPrefix(content, []byte("%PDF")) {
			t.Errorf("opened %q, %v", shown, err)
		}
	})
	t.Run("F-16 no screen goes on showing what was destroyed", func(t *testing.T) {
		name := rowsOf(t, w)[0].Graduate.FullName()
		w.Go(frame.Route{Screen: frame.Graduates})
		frametest.MustSee(t, w, name)
		list := filepath.Join(folder, "список.csv")
		if err := os.WriteFile(list, []byte("Прізвище;Ім'я;Дата народження\nСорока;Яна;05.03.2003\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		w.Go(frame.Route{Screen: frame.Roster, File: list})
		frametest.MustSee(t, w, "Сорока Яна")
		w.Go(frame.Route{Screen: frame.Season})
		frametest.Tap(t, w, "Знищити дані кампанії…")
		erase(t, w)
		if len(rowsOf(t, w)) > 0 {
			t.Error("somebody is left")
		}
		frametest.MustSee(t, w, "Знищено дані 3 осіб")
		frametest.Tap(t, w, "Закрити")
		for _, screen := range []string{frame.Graduates, frame.Roster, frame.Printing, frame.History} {
			w.Go(frame.Route{Screen: screen})
			frametest.MustNotSee(t, w, name, "Сорока")
		}
	})
	t.Run("F-16 a certificate that could not be written is written elsewhere", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Season})
		eraseOf(w, nil)
		f := &eraseForm{window: w, registrar: w.Registrar(), box: w.Boxes()[0]}
		f.onErased(erasure{season.Erased{All: true, Reason: "строк", Head: "00"}, "акт.pdf"}, errors.New("no room"))
		frametest.MustSee(t, w, "акта не записано")
		files.ToSave = filepath.Join(folder, "інший акт.pdf")
		frametest.Tap(t, w, "Записати акт в інше місце…")
		if !frametest.IsThere(files.ToSave) {
			t.Error("no certificate")
		}
	})
}

// F-16 whoever is to be erased stands on paper that is signed: that is said before, and of photos it is not.
func TestEraseFromASignedList(t *testing.T) {
	w := frametest.WithSeason(t, assets.DemoCampaign, "uk", 12, "2020-03-16")
	rows, err := w.Registrar().Post.Lists()
	if err != nil || len(rows) == 0 || rows[0].Final == nil {
		t.Fatalf("no final list: %v", err)
	}
	w.Go(frame.Route{Screen: frame.Erasing, Only: rows[0].IDs()[:1]})
	frametest.MustSee(t, w, "Дані 1 особи буде знищено", "Список № 1 підписано, він у пакеті № 1: осіб із нього — 1")
}

func TestEraseImages(t *testing.T) {
	w, files := frametest.WithDemo(t, "ort-2021", "uk", 2)
	files.ToSave = filepath.Join(t.TempDir(), "акт.pdf")
	id, field := rowsOf(t, w)[0].Graduate.ID, ""
	for _, f := range w.Registrar().Campaign().AllFields() {
		if f.Kind == "file" && field == "" {
			field = f.Code
		}
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 900, 1200))); err != nil {
		t.Fatal(err)
	}
	if err := w.Registrar().Form.Attach(frametest.Ctx, id, field, "", picture.Bytes()); err != nil {
		t.Fatal(err)
	}
	t.Run("F-16 photos and scans go, the other data stay", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Season})
		eraseOf(w, nil)
		check := findCheck(w.Boxes()[0].Content(), "Лише фотографії та скани")
		if check == nil {
			t.Fatalf("no choice in:\n%s", frametest.Visible(w))
		}
		check.SetChecked(true)
		frametest.MustSee(t, w, "решта даних залишиться")
		frametest.MustNotSee(t, w, "Дані всіх випускників")
		erase(t, w)
		rows := rowsOf(t, w)
		if len(rows) != 2 || !frametest.IsThere(files.ToSave) {
			t.Fatalf("%d are left:\n%s", len(rows), frametest.Visible(w))
		}
		for _, row := range rows {
			if row.Graduate.Get(field) != "" {
				t.Error("the picture is left")
			}
		}
	})
}

func findCheck(o fyne.CanvasObject, label string) *widgets.DialogCheck {
	switch o := o.(type) {
	case *widgets.DialogCheck:
		if o.Text == label && o.Visible() {
			return o
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			if found := findCheck(child, label); found != nil {
				return found
			}
		}
	}
	return nil
}

// erase fills the dialog in and goes through with it.
func erase(t *testing.T, w *frame.Window) {
	t.Helper()
	frametest.FillIn(t, w, "Причина (стоятиме в акті)", "строк минув")
	frametest.Tap(t, w, "Вибрати…")
	frametest.FillIn(t, w, "Щоб підтвердити, впишіть слово ЗНИЩИТИ", "ЗНИЩИТИ")
	frametest.Tap(t, w, "Знищити назавжди")
}
