package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/assets"
	"graduand/data/registrar"
)

func rowsOf(t testing.TB, w *Window) []registrar.Row {
	t.Helper()
	rows, err := w.Registrar().List(registrar.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestCopiesBackup(t *testing.T) {
	w, files := withDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(Route{Screen: screenCopies})
	path := filepath.Join(t.TempDir(), "копія")
	t.Run("F-15 a copy goes where the user says, with its ending", func(t *testing.T) {
		files.toSave = path
		tap(t, w, "Зробити копію…")
		if !isThere(path + registrar.ExtensionBackup) {
			t.Fatalf("no copy:\n%s", visible(w))
		}
		mustSee(t, w, "Резервна копія — у «"+path+registrar.ExtensionBackup, "Копію записано: «копія.graduand-backup»")
	})
	t.Run("a file under the longer name is not replaced without a question", func(t *testing.T) {
		if err := os.WriteFile(path+registrar.ExtensionBackup, []byte("інше"), 0o600); err != nil {
			t.Fatal(err)
		}
		tap(t, w, "Зробити копію…")
		mustSee(t, w, "уже є")
		tap(t, w, "Не замінювати")
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
	folder := t.TempDir()
	for name, size := range map[string]int{"2020-02-24_14-00-00_closed.graduand-backup": 3000, "2020-03-01_09-30-00_closed.graduand-backup": 1024,
		"2020-02-30_x.graduand-backup": 1, "notes.txt": 1} {
		if err := os.WriteFile(filepath.Join(folder, name), make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	odd := filepath.Join(folder, "2020-02-30_x.graduand-backup")
	if err := os.Chtimes(odd, noon, noon.AddDate(-1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	t.Run("F-15 automatic backups come newest first, with time and size", func(t *testing.T) {
		kept, err := keptBackups(folder)
		if err != nil || len(kept) != 3 {
			t.Fatalf("%+v, %v", kept, err)
		}
		if got := kept[0].made.Format(time.DateTime); got != "2020-03-01 09:30:00" || kept[1].size != 3000 || kept[2].path != odd {
			t.Errorf("%+v", kept)
		}
	})
	t.Run("no folder has no backups", func(t *testing.T) {
		if kept, err := keptBackups(filepath.Join(folder, "none")); err != nil || len(kept) > 0 {
			t.Errorf("%+v, %v", kept, err)
		}
	})
}

func TestCopiesCloseCampaign(t *testing.T) {
	w, _ := withDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(Route{Screen: screenCopies})
	t.Run("F-15 closing asks, makes a copy and says where it is", func(t *testing.T) {
		mustSee(t, w, "Імпорт списку", "Таких копій ще немає")
		tap(t, w, "Завершити кампанію…")
		if w.Registrar().Closed() != "" {
			t.Fatal("closed without a question")
		}
		tap(t, w, "Завершити кампанію")
		kept, err := keptBackups(registrar.BackupFolder(w.Registrar().Path()))
		if err != nil || len(kept) != 1 || w.Registrar().Closed() != "closed" {
			t.Fatalf("%+v, %v, %q", kept, err, w.Registrar().Closed())
		}
		if words := strings.ReplaceAll(visible(w), "\n", ""); !strings.Contains(words, kept[0].path) {
			t.Errorf("nobody sees %s in:\n%s", kept[0].path, words)
		}
		tap(t, w, "Закрити")
	})
	t.Run("F-15 a closed campaign is looked at only, and says so", func(t *testing.T) {
		mustSee(t, w, "Кампанію в цьому реєстрі завершено", "24.02.2020 14:00", "КБ")
		mustNotSee(t, w, "Імпорт списку", "Завершити кампанію…")
	})
	t.Run("F-15 the head opens it again", func(t *testing.T) {
		tap(t, w, "Відкрити кампанію знову")
		if w.Registrar().Closed() != "" {
			t.Error("still closed")
		}
		mustSee(t, w, "Імпорт списку", "Робота в цьому реєстрі триває")
	})
}

func TestCopiesMove(t *testing.T) {
	w, files := withDemo(t, assets.DemoCampaign, "uk", 3)
	w.Go(Route{Screen: screenCopies})
	files.toSave = filepath.Join(t.TempDir(), "флешка.graduand-backup")
	t.Run("F-15 step 1 asks where, and goes no further without", func(t *testing.T) {
		tap(t, w, "Перенести…")
		tap(t, w, "Записати копію")
		mustSee(t, w, "крок 1 з 3", "Виберіть, куди записати.")
		if w.Registrar().Closed() != "" {
			t.Fatal("moved to nowhere")
		}
		tap(t, w, "Вибрати…")
		tap(t, w, "Записати копію")
		if !isThere(files.toSave) || w.Registrar().Closed() != "moved" {
			t.Fatalf("not moved:\n%s", visible(w))
		}
	})
	t.Run("F-15 step 2 says what to do there, step 3 what is left here", func(t *testing.T) {
		mustSee(t, w, "крок 2 з 3", "Відновити з копії")
		mustNotSee(t, w, "крок 1 з 3")
		tap(t, w, "Далі")
		mustSee(t, w, "крок 3 з 3", "лише для перегляду")
		tap(t, w, "Готово")
		if len(w.Boxes()) > 0 {
			t.Error("a dialog is left")
		}
	})
	t.Run("F-15 the work comes back after a question", func(t *testing.T) {
		mustSee(t, w, "Роботу перенесено на інший комп’ютер")
		tap(t, w, "Повернути роботу сюди…")
		mustSee(t, w, "там не працювали")
		tap(t, w, "Повернути")
		if w.Registrar().Closed() != "" {
			t.Error("still moved")
		}
	})
}
