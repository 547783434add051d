package season

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/assets"
	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

func rowsOf(t testing.TB, w *frame.Window) []registrar.Row {
	t.Helper()
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCopiesBackup(t *testing.T) {
	w, files := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Season})
	path := filepath.Join(t.TempDir(), "копія")
	t.Run("F-15 a copy goes where the user says, with its ending", func(t *testing.T) {
		files.ToSave = path
		frametest.Tap(t, w, "Зробити копію…")
		if !frametest.IsThere(path + registrar.ExtensionBackup) {
			t.Fatalf("no copy:\n%s", frametest.Visible(w))
		}
		frametest.MustSee(t, w, "Резервна копія — у «"+path+registrar.ExtensionBackup, "Копію записано: «копія.graduand-backup»", "копія "+w.Now().Format("02.01.2006"))
	})
	t.Run("a file under the longer name is not replaced without a question", func(t *testing.T) {
		if err := os.WriteFile(path+registrar.ExtensionBackup, []byte("інше"), 0o600); err != nil {
			t.Fatal(err)
		}
		frametest.Tap(t, w, "Зробити копію…")
		frametest.MustSee(t, w, "уже є")
		frametest.Tap(t, w, "Не замінювати")
		if content, err := os.ReadFile(path + registrar.ExtensionBackup); err != nil || string(content) != "інше" {
			t.Error("it was replaced")
		}
	})
	t.Run("the proposed name has the day", func(t *testing.T) {
		if got := datedName(w.Registrar(), registrar.ExtensionBackup); got != "school-2020-02-24.graduand-backup" {
			t.Errorf("proposed %q", got)
		}
	})
}

func TestCopiesKept(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	folder := registrar.BackupFolder(w.Registrar().Path())
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"2020-02-24_14-00-00_closed.graduand-backup": 3000, "2020-03-01_09-30-00.graduand-backup": 1024,
		"2020-02-30_x.graduand-backup": 1, "notes.txt": 1} {
		if err := os.WriteFile(filepath.Join(folder, name), make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	odd := filepath.Join(folder, "2020-02-30_x.graduand-backup")
	if err := os.Chtimes(odd, frametest.Noon, frametest.Noon.AddDate(-1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 automatic backups come newest first, with time and size", func(t *testing.T) {
		kept := keptOf(t, w)
		if got := kept[0].Made.Format(time.DateTime); len(kept) != 3 || got != "2020-03-01 09:30:00" || kept[1].Size != 3000 || kept[2].Path != odd {
			t.Errorf("%+v", kept)
		}
	})
	t.Run("F-15 when the last copy was made is said", func(t *testing.T) {
		w.Go(frame.Route{Screen: frame.Season})
		frametest.MustSee(t, w, "Останню копію зроблено 01.03.2020 09:30.", "На іншому диску чи флешці копії ще немає.", "01.03.2020 09:30 · 1 КБ")
		frametest.MustNotSee(t, w, filepath.Base(folder))
	})
}

// keptOf are the automatic backups of the open registry.
func keptOf(t *testing.T, w *frame.Window) []registrar.Kept {
	t.Helper()
	copies, err := w.Registrar().Season.Copies(frametest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	return copies.Kept
}

// daily is a window on a new registry whose timers the test rings.
func daily(t *testing.T) (w *frame.Window, d *Daily, ring func()) {
	t.Helper()
	w, _ = frametest.Empty(t, assets.DemoCampaign, "uk")
	var timers []func()
	w.Runner.After = func(_ time.Duration, f func()) func() {
		timers = append(timers, f)
		return func() {}
	}
	return w, &Daily{}, func() {
		due := timers
		timers = nil
		for _, f := range due {
			f()
		}
	}
}

func TestTheCopyOfTheDayIsMadeByItself(t *testing.T) {
	t.Run("F-15 a while after the first change, once", func(t *testing.T) {
		w, d, ring := daily(t)
		d.Changed(w, registrar.HistoryGrew)
		ring()
		if kept := keptOf(t, w); len(kept) > 0 {
			t.Fatalf("nothing has changed, and kept is %v", kept)
		}
		d.Changed(w, registrar.GraduatesChanged)
		if kept := keptOf(t, w); len(kept) > 0 {
			t.Error("whoever has just changed something waits")
		}
		ring()
		frametest.MustSee(t, w, "Копію за сьогодні зроблено")
		d.Changed(w, registrar.GraduatesChanged)
		ring()
		if kept := keptOf(t, w); len(kept) != 1 {
			t.Errorf("kept %v", kept)
		}
	})
	t.Run("F-15 before the window closes, where it was not yet", func(t *testing.T) {
		w, d, _ := daily(t)
		left := 0
		leave := func() { left++ }
		d.Leaving(w, leave)
		d.Changed(w, registrar.GraduatesChanged)
		d.Leaving(w, leave)
		d.Leaving(w, leave)
		if kept := keptOf(t, w); len(kept) != 1 || left != 3 {
			t.Errorf("kept %v, left %d times", kept, left)
		}
	})
	t.Run("F-15 a folder that cannot be written to keeps nobody", func(t *testing.T) {
		w, d, ring := daily(t)
		if err := os.WriteFile(registrar.BackupFolder(w.Registrar().Path()), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		d.Changed(w, registrar.GraduatesChanged)
		ring()
		frametest.MustSee(t, w, "Копії за сьогодні зробити не вдалося.")
		left := false
		d.Leaving(w, func() { left = true })
		if !left || len(w.Boxes()) > 0 {
			t.Errorf("left %v, %d dialogs", left, len(w.Boxes()))
		}
	})
	t.Run("F-15 who made no copy on a stick for a week is reminded", func(t *testing.T) {
		w, d, _ := daily(t)
		w.Now = func() time.Time { return frametest.Noon.AddDate(20, 0, 0) }
		path := w.Registrar().Path()
		w.CloseRegistry()
		w.Start(path)
		d.Entered(w)
		frametest.MustSee(t, w, "Копії на флешку не записували вже")
	})
}

func TestCopiesCloseCampaign(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Season})
	t.Run("F-15 closing asks, makes a copy and says where it is", func(t *testing.T) {
		frametest.MustSee(t, w, "Імпорт списку", "Поки що таких копій поруч із реєстром")
		unfinished, err := w.Registrar().Season.Unfinished()
		if err != nil || len(unfinished.NoNumber) == 0 {
			t.Fatalf("%+v, %v", unfinished, err)
		}
		frametest.Tap(t, w, "Завершити кампанію…")
		if words := strings.Join(strings.Fields(frametest.DialogWords(w)), " "); !strings.Contains(words, "Номера картки від центру не мають") || !strings.Contains(words, unfinished.NoNumber[0]) {
			t.Errorf("nobody is told who has no number:\n%s", words)
		}
		if w.Registrar().Closed() != "" {
			t.Fatal("closed without a question")
		}
		frametest.Confirm(w)
		if w.Registrar().Closed() != "" || len(w.Boxes()) != 0 {
			t.Fatal("Enter ends a campaign in which somebody is not through")
		}
		frametest.Tap(t, w, "Завершити кампанію…")
		frametest.Tap(t, w, "Завершити кампанію")
		kept := keptOf(t, w)
		if len(kept) != 1 || w.Registrar().Closed() != "closed" {
			t.Fatalf("%+v, %q", kept, w.Registrar().Closed())
		}
		if words := strings.ReplaceAll(frametest.Visible(w), "\n", ""); !strings.Contains(words, kept[0].Path) {
			t.Errorf("nobody sees %s in:\n%s", kept[0].Path, words)
		}
		frametest.Tap(t, w, "Закрити")
	})
	t.Run("F-15 a closed campaign is looked at only, and says so", func(t *testing.T) {
		frametest.MustSee(t, w, "Кампанію в цьому реєстрі завершено", "24.02.2020 14:00", " МБ")
		frametest.MustNotSee(t, w, "Імпорт списку", "Завершити кампанію…")
	})
	t.Run("F-15 the head opens it again", func(t *testing.T) {
		frametest.Tap(t, w, "Відкрити кампанію знову")
		if w.Registrar().Closed() != "" {
			t.Error("still closed")
		}
		frametest.MustSee(t, w, "Імпорт списку", "Робота в цьому реєстрі триває")
	})
}

// TestNotReadyIsOneNumber: the navigation and the dialog that closes the campaign count the
// same people, those included who lack the number only.
func TestNotReadyIsOneNumber(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 20)
		rows, err := w.Registrar().Table.List(registrar.Filter{})
		at := slices.IndexFunc(rows, func(r registrar.Row) bool { return r.Status == data.StatusNumbered })
		if at >= 0 {
			frametest.ChangeField(t, w, rows[at].Graduate.ID, data.FieldCardNumber, "")
		}
		if campaign == "zno-2020" && at < 0 {
			t.Error("nobody has a number")
		}
		deadline, late := w.Registrar().Season.Deadline()
		unfinished, refused := w.Registrar().Season.Unfinished()
		if err := errors.Join(err, late, refused); err != nil {
			t.Fatal(err)
		}
		if deadline.Waiting != len(unfinished.NotReady) {
			t.Errorf("%s: %d wait, %d are not ready", campaign, deadline.Waiting, len(unfinished.NotReady))
		}
	}
}

func TestCopiesMove(t *testing.T) {
	w, files := frametest.WithDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(frame.Route{Screen: frame.Season})
	files.ToSave = filepath.Join(t.TempDir(), "флешка.graduand-backup")
	t.Run("F-15 step 1 asks where, and goes no further without", func(t *testing.T) {
		frametest.Tap(t, w, "Перенести…")
		frametest.Tap(t, w, "Записати копію")
		frametest.MustSee(t, w, "крок 1 з 3", "Виберіть, куди записати.")
		if w.Registrar().Closed() != "" {
			t.Fatal("moved to nowhere")
		}
		frametest.Tap(t, w, "Вибрати…")
		frametest.Tap(t, w, "Записати копію")
		if !frametest.IsThere(files.ToSave) || w.Registrar().Closed() != "moved" {
			t.Fatalf("not moved:\n%s", frametest.Visible(w))
		}
	})
	t.Run("F-15 step 2 says what to do there, step 3 what is left here", func(t *testing.T) {
		frametest.MustSee(t, w, "крок 2 з 3", "Відновити з копії")
		frametest.MustNotSee(t, w, "крок 1 з 3")
		frametest.Tap(t, w, "Далі")
		frametest.MustSee(t, w, "крок 3 з 3", "лише для перегляду")
		frametest.Tap(t, w, "Готово")
		if len(w.Boxes()) > 0 {
			t.Error("a dialog is left")
		}
	})
	t.Run("F-15 the work comes back after a question", func(t *testing.T) {
		frametest.MustSee(t, w, "Роботу перенесено на інший комп’ютер")
		frametest.Tap(t, w, "Повернути роботу сюди…")
		frametest.MustSee(t, w, "там не працювали")
		frametest.Tap(t, w, "Повернути")
		if w.Registrar().Closed() != "" {
			t.Error("still moved")
		}
	})
}
