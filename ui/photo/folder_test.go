package photo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// school is a window on three people, and a folder with a photo of the first by name, one of
// nobody, two for the second, one for the third who has one, and a text.
func school(t *testing.T, language string) (*frame.Window, *frametest.Files, string, []string) {
	t.Helper()
	w, files := frametest.Empty(t, "ort-2021", language)
	ids := make([]string, 3)
	for i, name := range [][2]string{{"Асанова", "Айгуль"}, {"Бекова", "Анара"}, {"Омуров", "Болот"}} {
		ids[i] = desktest.MustAdd(t, w.Registrar(), "surname="+name[0], "given_name="+name[1], "class=11-А", fmt.Sprintf("phone=055500010%d", i))
	}
	desktest.Attach(t, w.Registrar(), ids[2], "face_photo", desktest.Picture(t, 31))
	folder := filepath.Join(t.TempDir(), "11-А")
	desktest.Must(os.Mkdir(folder, 0o700))
	for name, content := range map[string][]byte{"Асанова Айгуль.jpg": finePhoto().JPEG(t), "scan 7.jpg": desktest.Picture(t, 7), "Бекова Анара.jpg": desktest.Picture(t, 9),
		"Бекова Анара 2.jpg": desktest.Picture(t, 11), "Омуров Болот.jpg": desktest.Picture(t, 13), "список.txt": []byte("text")} {
		desktest.Must(os.WriteFile(filepath.Join(folder, name), content, 0o600))
	}
	w.Fyne().Resize(fyne.NewSize(1366, 768))
	w.Go(frame.Route{Screen: frame.Photo})
	return w, files, folder, ids
}

// enter presses Enter where the keyboard is, or for the dialog in front.
func enter(w *frame.Window) {
	if at := w.Canvas().Focused(); at != nil {
		at.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		return
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func typed(w *frame.Window, words string) {
	for _, r := range words {
		w.Canvas().Focused().TypedRune(r)
	}
}

func TestAFolderIsSettledAndPutInByTheKeyboard(t *testing.T) {
	w, files, folder, ids := school(t, "ru")
	files.ToFolder = folder
	photoScreens.Of(w).folder.Tapped(nil)
	t.Run("KG-055 which pictures they are is asked, with what is likely", func(t *testing.T) {
		frametest.MustSee(t, w, "«11-А»: 6 файлов.", "Что на этих изображениях?", "Паспорт, оборотная сторона")
	})
	enter(w)
	s := folders.Of(w)
	t.Run("KG-017 what is in doubt comes first, with why", func(t *testing.T) {
		if !w.InFront(frame.PhotoFolder) || s.shown != photo.Doubtful || s.rows.table.Count() != 3 {
			t.Fatalf("%s shows %s", w.Current(), s.shown)
		}
		frametest.MustSee(t, w, "Сомнительно: 3", "Никто не найден: 1", "Ясно: 1", "Не принято: 1", "Прикрепить 1 файл")
	})
	t.Run("KG-027 small pictures stand beside the rows", func(t *testing.T) {
		if p := s.at("Бекова Анара.jpg"); s.rows.thumbs.Of(p.Path) == nil {
			t.Error("none")
		}
	})
	t.Run("KG-055 Delete leaves one of two out, and the other is sure", func(t *testing.T) {
		s.rows.table.MoveTo("Бекова Анара 2.jpg")
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
		if s.at("Бекова Анара.jpg").Outcome != photo.Sure || s.at("Бекова Анара 2.jpg").Outcome != photo.LeftOut {
			t.Errorf("%+v", s.matched)
		}
	})
	t.Run("KG-017 who has another picture is said before it is replaced", func(t *testing.T) {
		if s.rows.table.Cursor() != "Омуров Болот.jpg" {
			t.Fatalf("at %s", s.rows.table.Cursor())
		}
		frametest.MustSee(t, w, "Там уже есть другое изображение", "Заменить")
		enter(w)
		enter(w)
		if p := s.at("Омуров Болот.jpg"); p.Outcome != photo.Sure || !p.Replaces {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-055 a file of nobody gets one by typing a name", func(t *testing.T) {
		if s.shown != photo.Unmatched || s.rows.table.Cursor() != "scan 7.jpg" {
			t.Fatalf("%s at %s", s.shown, s.rows.table.Cursor())
		}
		enter(w)
		typed(w, "бекова")
		s.form.place.SetSelectedIndex(slices.Index(s.form.place.Codes, "passport_back"))
		enter(w)
		if p := s.at("scan 7.jpg"); p.Outcome != photo.Sure || p.Graduate != ids[1] || p.Field != "passport_back" || p.Judged.Kind != "passport" {
			t.Errorf("%+v", p)
		}
	})
	t.Run("KG-017 all that is sure is put in by Enter, as one act that goes back", func(t *testing.T) {
		if w.Canvas().Focused() != s.attach {
			t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
		}
		before := frametest.GraduateOf(t, w, ids[2]).Get("face_photo")
		enter(w)
		frametest.MustSee(t, w, "Прикреплено 4 файла")
		if g := frametest.GraduateOf(t, w, ids[2]); g.Get("face_photo") == before || frametest.GraduateOf(t, w, ids[1]).Get("passport_back") == "" {
			t.Errorf("not there: %+v", g)
		}
		w.OnUndoAct()
		if frametest.GraduateOf(t, w, ids[2]).Get("face_photo") != before || frametest.GraduateOf(t, w, ids[0]).Get("face_photo") != "" {
			t.Error("not taken back")
		}
		if s.count(photo.Sure) != 4 || s.count(photo.There) != 0 {
			for _, p := range s.matched {
				t.Errorf("the page does not know that it went back: %s %s %s", p.Name, p.Outcome, p.Why)
			}
		}
	})
}

func TestASecondRunOfAFolderDoesNothing(t *testing.T) {
	w, _, folder, ids := school(t, "uk")
	for _, name := range []string{"список.txt", "Бекова Анара 2.jpg", "scan 7.jpg", "Омуров Болот.jpg"} {
		desktest.Must(os.Remove(filepath.Join(folder, name)))
	}
	s := photoScreens.Of(w)
	t.Run("KG-055 a dropped folder is taken, and where nothing is left to settle the photos are shown", func(t *testing.T) {
		frametest.Drop(w, folder)
		enter(w)
		if w.Canvas().Focused() == nil || folders.Of(w).count(photo.Sure) != 2 {
			t.Fatalf("%+v", folders.Of(w).matched)
		}
		folders.Of(w).MainAction()
		if !w.InFront(frame.Photo) || frametest.GraduateOf(t, w, ids[0]).Get("face_photo") == "" {
			t.Errorf("%s", w.Current())
		}
	})
	events := len(desktest.EventsOf(t, w.Registrar(), registrar.HistoryFilter{}))
	t.Run("KG-017 the second time it says that all are there", func(t *testing.T) {
		frametest.Drop(w, folder)
		enter(w)
		frametest.MustSee(t, w, "Усі файли вже прикріплено (2), робити нічого.", "Уже є: 2")
		folders.Of(w).MainAction()
		if now := len(desktest.EventsOf(t, w.Registrar(), registrar.HistoryFilter{})); now != events {
			t.Errorf("%d events more", now-events)
		}
	})
	t.Run("KG-055 files that are no pictures are not ours, many pictures are", func(t *testing.T) {
		if s.Dropped(frame.DropTable, []string{"список.xlsx"}) {
			t.Error("a list is taken")
		}
		frametest.Drop(w, filepath.Join(folder, "Асанова Айгуль.jpg"), filepath.Join(folder, "Бекова Анара.jpg"))
		if !w.InFront(frame.PhotoFolder) || len(w.Boxes()) != 1 {
			t.Error("pictures are not taken")
		}
	})
}

func TestAFolderCanBeLeft(t *testing.T) {
	w, _, folder, ids := school(t, "uk")
	frametest.Drop(w, folder)
	t.Run("KG-055 Esc at the question takes nothing", func(t *testing.T) {
		w.Boxes()[0].Leave()
		if !w.InFront(frame.Photo) || folders.Of(w).matched != nil {
			t.Error(w.Current())
		}
	})
	frametest.Drop(w, folder)
	enter(w)
	f := folders.Of(w)
	f.settled["scan 7.jpg"] = photo.Settled{Graduate: ids[1], Place: "passport_front"}
	f.settle(func() {})
	t.Run("KG-055 what was settled stays in another language", func(t *testing.T) {
		w.ChangeLanguage("ru")
		if f = folders.Of(w); f.at("scan 7.jpg").Outcome != photo.Sure || !f.Unsaved() {
			t.Errorf("%+v", f.folderChoice)
		}
	})
	t.Run("KG-055 and is not thrown away unasked", func(t *testing.T) {
		frametest.Drop(w, folder)
		frametest.MustSee(t, w, "Взять другие файлы?")
		w.Boxes()[0].Leave()
		if !f.Unsaved() {
			t.Error("it is gone")
		}
	})
	t.Run("KG-017 taken back, the file is as its name says", func(t *testing.T) {
		f.showOutcome(photo.Sure)
		f.rows.table.MoveTo("scan 7.jpg")
		f.form.onAgain()
		if f.at("scan 7.jpg").Outcome != photo.Unmatched || f.Unsaved() {
			t.Errorf("%+v", f.at("scan 7.jpg"))
		}
	})
	t.Run("KG-017 all in doubt are taken at once after a question, but not two for one place", func(t *testing.T) {
		f.showOutcome(photo.Doubtful)
		f.onTakeAll()
		w.Boxes()[0].Leave()
		if f.at("Омуров Болот.jpg").Outcome != photo.Doubtful {
			t.Error("Esc has taken")
		}
		f.onTakeAll()
		frametest.Tap(t, w, "Взять все, как предложено: 1")
		if f.at("Омуров Болот.jpg").Outcome != photo.Sure || f.count(photo.Doubtful) != 2 {
			t.Errorf("%+v", f.matched)
		}
	})
	t.Run("KG-017 cancelled, what is in is told and goes back", func(t *testing.T) {
		f.onAttached(attachedFiles{number: 1}, context.Canceled)
		if len(w.Boxes()) != 0 || !w.InFront(frame.PhotoFolder) {
			t.Error("a failure is shown, or the page is gone")
		}
		frametest.MustSee(t, w, "Прикреплён 1 файл")
	})
}

// KG-017: what nobody has judged is judged by one button, which is gone then.
func TestAllAreJudgedAtOnce(t *testing.T) {
	w, s, ids := withPictures(t)
	if s.judge.Visible() {
		t.Error("there is nothing to judge")
	}
	desktest.Forget(t, w.Registrar(), ids[1])
	desktest.Forget(t, w.Registrar(), ids[2])
	s.ask()
	if s.judge.Hidden || s.judge.Text != "Проверить все: 1" {
		// The one in front is judged as it is shown.
		t.Fatalf("%s, hidden: %v", s.judge.Text, s.judge.Hidden)
	}
	s.judge.Tapped(nil)
	if g := frametest.GraduateOf(t, w, ids[1]); g.Pictures[g.Get("face_photo")].Judged.Verdict() != data.PicturePass || s.judge.Visible() {
		t.Errorf("%+v", g.Pictures)
	}
	frametest.MustSee(t, w, "Проверено 1 изображение")
}

func TestAFolderFits(t *testing.T) {
	w, _, folder, _ := school(t, "uk")
	frametest.Drop(w, folder)
	frametest.Shot(t, w, "folder-kind")
	enter(w)
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		for _, dark := range []bool{false, true} {
			w.Settings.Language, w.Settings.Dark = language, dark
			w.Anew()
			for _, size := range frametest.WindowSizes {
				w.Fyne().Resize(size.AddWidthHeight(1, 1))
				w.Fyne().Resize(size)
				look := fmt.Sprintf("folder-%.0f-", size.Width) + language + map[bool]string{true: "-dark", false: "-light"}[dark]
				frametest.Shot(t, w, look)
				frametest.Fits(t, look, w.Fyne().Content(), w.Canvas().Size(), fyne.NewPos(0, 0), false)
			}
		}
	}
}
