package frame_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// pc is a window with our own dialog for files on a PC that has these folders of a user.
func pc(t *testing.T) (w *frame.Window, home string) {
	t.Helper()
	home = t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	for _, name := range []string{"Стіл", "Documents", "Documents/Класи", ".config"} {
		if err := os.MkdirAll(filepath.Join(home, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	write(t, filepath.Join(home, ".config", "user-dirs.dirs"), "# xdg\nXDG_DESKTOP_DIR=\"$HOME/Стіл\"\nXDG_PICTURES_DIR=\"$HOME/\"\n")
	w, _ = frametest.WithDemo(t, "zno-2020", "uk", 3)
	w.DemoFolder = w.Home
	w.Home, w.Drives = filepath.Join(home, "Documents"), func() []frame.Drive { return nil }
	w.PickByOwn()
	return w, home
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// entry and table are those of the dialog in front.
func entry(w *frame.Window) *widgets.Entry {
	return frametest.FindAll[*widgets.Entry](w.Boxes()[len(w.Boxes())-1].Content())[0]
}

func table(w *frame.Window) *widgets.Table {
	return frametest.FindAll[*widgets.Table](w.Boxes()[len(w.Boxes())-1].Content())[0]
}

func TestTheNameOfAFileSurvivesAChangeOfFolder(t *testing.T) {
	w, home := pc(t)
	got := ""
	w.Files.Save("Куди", "картки.pdf", func(path string) { got = path })
	table(w).OnOpened(filepath.Join(home, "Documents", "Класи"))
	frametest.Tap(t, w, "Домашня тека")
	frametest.Tap(t, w, "Робочий стіл")
	if entry(w).Text != "картки.pdf" {
		t.Errorf("the name became %q", entry(w).Text)
	}
	entry(w).SetText(filepath.Join(home, "Documents"))
	frametest.FrontTap(t, w, "Зберегти")
	frametest.MustNotSee(t, w, "Немає")
	if got != "" || entry(w).Text != "картки.pdf" {
		t.Errorf("a folder that is there is chosen as %q, the name is %q", got, entry(w).Text)
	}
	frametest.FrontTap(t, w, "Зберегти")
	if want := filepath.Join(home, "Documents", "картки.pdf"); got != want {
		t.Errorf("chosen %q, want %q", got, want)
	}
}

func TestThePickerOpensWhatIsTyped(t *testing.T) {
	w, home := pc(t)
	write(t, filepath.Join(home, "11-А.xlsx"), "")
	got := ""
	ask := func() { w.Files.Open("Список", []string{".xlsx"}, func(path string) { got = path }) }
	ask()
	entry(w).SetText("немає.xlsx")
	frametest.FrontTap(t, w, "Вибрати")
	frametest.MustSee(t, w, "Тут немає такого файлу")
	entry(w).SetText(`"` + filepath.Join(home, "11-А.xlsx") + `"`)
	frametest.FrontTap(t, w, "Вибрати")
	if got != filepath.Join(home, "11-А.xlsx") {
		t.Errorf("chosen %q", got)
	}
	ask()
	if keys := table(w).Keys(); len(keys) == 0 || filepath.Dir(keys[0]) != home {
		t.Errorf("it does not begin where a list was chosen last: %q", keys)
	}
}

func TestWhatAFolderHidesIsSaid(t *testing.T) {
	w, home := pc(t)
	for _, name := range []string{"11-А.xls", "11-Б.xls"} {
		write(t, filepath.Join(home, "Documents", "Класи", name), "")
	}
	got := ""
	w.Files.Open("Список", []string{".xlsx"}, func(path string) { got = path })
	table(w).OnOpened(filepath.Join(home, "Documents", "Класи"))
	frametest.MustSee(t, w, "Тут немає тек і файлів, які підходять.")
	frametest.Tap(t, w, "2 файли інших видів приховано · показати")
	frametest.MustNotSee(t, w, "приховано", "які підходять")
	table(w).MoveTo(filepath.Join(home, "Documents", "Класи", "11-А.xls"))
	frametest.FrontTap(t, w, "Вибрати")
	if filepath.Base(got) != "11-А.xls" {
		t.Errorf("chosen %q", got)
	}
}

// Whoever chooses a folder is asked for a folder, not for a file.
func TestTheNameOfAFolderIsCalledThat(t *testing.T) {
	w, home := pc(t)
	got := ""
	w.Files.Folder("Де фотографії?", func(path string) { got = path })
	frametest.MustSee(t, w, "Назва теки (або повний шлях)")
	frametest.MustNotSee(t, w, "Назва файлу")
	frametest.FrontTap(t, w, "Вибрати")
	if want := filepath.Join(home, "Documents"); got != want {
		t.Errorf("the folder that is shown is %q, not %q", got, want)
	}
	w.Files.Open("Що?", nil, func(string) {})
	frametest.MustSee(t, w, "Назва файлу (або повний шлях)")
	frametest.MustNotSee(t, w, "Назва теки (або")
}

func TestANewFolderIsMadeInThePicker(t *testing.T) {
	w, home := pc(t)
	got := ""
	w.Files.Save("Куди", "картки.pdf", func(path string) { got = path })
	frametest.Tap(t, w, "Нова тека…")
	frametest.TypeFocused(w, "../Чужа")
	frametest.Enter(w.Canvas().Focused())
	if len(w.Boxes()) != 2 {
		t.Fatalf("%d dialogs", len(w.Boxes()))
	}
	frametest.MustSee(t, w, "без скісних рисок")
	frametest.TypeFocused(w, "Картки 2020")
	frametest.Enter(w.Canvas().Focused())
	frametest.FrontTap(t, w, "Зберегти")
	if want := filepath.Join(home, "Documents", "Картки 2020", "картки.pdf"); got != want {
		t.Errorf("chosen %q", got)
	}
}

func TestFoldersAreRememberedByPurposeAndPerson(t *testing.T) {
	w, home := pc(t)
	settings := w.DemoFolder
	choose := func(ask func(func(string)), folder string) {
		ask(func(string) {})
		entry(w).SetText(filepath.Join(folder, "a.pdf"))
		w.Boxes()[0].Confirm()
	}
	paper := func(chosen func(string)) { w.Files.Save("", "a.pdf", chosen) }
	choose(paper, home)
	again, err := frame.LoadSettings(settings, "uk")
	if err != nil || again.Folders["paper"] != home || again.Folders["reading"] != "" {
		t.Errorf("after a restart %v, %v", again.Folders, err)
	}
	pupil := filepath.Join(home, "Documents", "Класи")
	w.BecomeGraduate()
	paper(func(string) {})
	if keys := table(w).Keys(); len(keys) > 0 && filepath.Dir(keys[0]) == home {
		t.Error("the dialog of a graduate opens in an operator's folder")
	}
	w.Boxes()[0].Leave()
	choose(paper, pupil)
	if w.Settings.Folders["paper"] != home {
		t.Errorf("the operator's dialog would open in %q", w.Settings.Folders["paper"])
	}
	if got := w.StartFolder("paper"); got != pupil {
		t.Errorf("in the sitting of the graduate it begins in %q", got)
	}
	w.NextSitting()
	if got := w.StartFolder("paper"); got == pupil {
		t.Error("the next graduate's dialog opens in the folder of the one before")
	}
}

func TestCopiesAndThePaperKeyAreProposedApart(t *testing.T) {
	w, home := pc(t)
	registry, stick := filepath.Dir(w.Registrar().Path()), t.TempDir()
	purposes := []frame.Purpose{frame.PaperKey, "copy"}
	for _, p := range purposes {
		w.Settings.Folders = map[string]string{string(p): registry}
		if got := w.StartFolder(p); got != filepath.Join(home, "Стіл") {
			t.Errorf("%s: without a stick it begins in %q", p, got)
		}
		w.Settings.Folders = map[string]string{string(p): home}
		w.Drives = func() []frame.Drive { return []frame.Drive{{Title: "STICK", Path: stick, Removable: true}} }
		if got := w.StartFolder(p); got != stick {
			t.Errorf("%s: with a stick it begins in %q", p, got)
		}
		w.Drives = func() []frame.Drive {
			return []frame.Drive{{Title: "STICK", Path: filepath.Dir(registry), Removable: true}}
		}
		if got := w.StartFolder(p); got != home {
			t.Errorf("%s: with the registry on the stick it begins in %q", p, got)
		}
		w.Drives = func() []frame.Drive { return nil }
	}
	if got := w.StartFolder("reading"); got != w.Home {
		t.Errorf("lists begin in %q", got)
	}
}

// Who has not chosen a file yet begins where files of that kind lie, and a graduate never where
// the school keeps its own.
func TestWhereTheFirstQuestionBegins(t *testing.T) {
	w, home := pc(t)
	pictures := filepath.Join(home, "Pictures")
	if err := os.Mkdir(pictures, 0o700); err != nil {
		t.Fatal(err)
	}
	disk, stick := t.TempDir(), t.TempDir()
	w.Drives = func() []frame.Drive { return []frame.Drive{{Title: "D", Path: disk}} }
	for p, want := range map[frame.Purpose]string{"picture": pictures, "reading": w.Home, "copy": filepath.Join(home, "Стіл")} {
		if got := w.StartFolder(p); got != want {
			t.Errorf("%s begins in %q", p, got)
		}
	}
	w.BecomeGraduate()
	for _, p := range []frame.Purpose{"picture", "reading", "paper"} {
		if got := w.StartFolder(p); got != pictures {
			t.Errorf("that of a graduate, %s, begins in %q", p, got)
		}
	}
	w.Drives = func() []frame.Drive { return []frame.Drive{{Path: disk}, {Path: stick, Removable: true}} }
	if got := w.StartFolder("reading"); got != stick {
		t.Errorf("with a stick it begins in %q", got)
	}
}

// A folder is chosen by its row; what is hidden is not offered, and the letters of an ending
// may be large.
func TestWhatThePickerOffers(t *testing.T) {
	w, home := pc(t)
	write(t, filepath.Join(home, "SCAN.JPG"), "")
	write(t, filepath.Join(home, ".hidden.jpg"), "")
	w.Settings.Folders = map[string]string{"picture": home, "folder": home}
	w.Files.Open("Фото", []string{".jpg"}, func(string) {})
	keys := table(w).Keys()
	if !slices.Contains(keys, filepath.Join(home, "SCAN.JPG")) || slices.ContainsFunc(keys, func(k string) bool { return filepath.Base(k)[0] == '.' }) {
		t.Errorf("it offers %q", keys)
	}
	table(w).OnCursor(filepath.Join(home, "Documents"))
	if entry(w).Text != "" {
		t.Errorf("a folder in the place of a file: %q", entry(w).Text)
	}
	w.Boxes()[0].Leave()
	got := ""
	w.Files.Folder("Тека", func(path string) { got = path })
	table(w).OnCursor(filepath.Join(home, "SCAN.JPG"))
	table(w).OnCursor(filepath.Join(home, "Documents"))
	frametest.FrontTap(t, w, "Вибрати")
	if got != filepath.Join(home, "Documents") {
		t.Errorf("chosen %q", got)
	}
}

func TestThePickerFitsALowWindow(t *testing.T) {
	w, _ := pc(t)
	w.Drives = func() []frame.Drive {
		return []frame.Drive{{Title: "KINGSTON DataTraveler 64 GB", Path: t.TempDir(), Removable: true}}
	}
	for _, size := range []fyne.Size{fyne.NewSize(1366, 768), fyne.NewSize(1024, 600)} {
		w.Fyne().Resize(size)
		w.Files.Save("Куди записати документ", "картки-11-А.pdf", func(string) {})
		box := w.Boxes()[0].Content()
		frametest.Shot(t, w, fmt.Sprintf("picker-%.0f", size.Width))
		frametest.Fits(t, "picker", box, box.Size(), fyne.Position{}, false)
		if box.Size().Height > size.Height || box.Size().Width > size.Width {
			t.Errorf("%v in a window of %v", box.Size(), size)
		}
		w.Boxes()[0].Leave()
	}
}

// From the name Down leads to the list; nothing typed is not a file that is not there.
func TestFromTheNameToTheList(t *testing.T) {
	w, home := pc(t)
	write(t, filepath.Join(home, "Documents", "11-А.xlsx"), "")
	got := ""
	w.Files.Open("Список", []string{".xlsx"}, func(path string) { got = path })
	frametest.FrontTap(t, w, "Вибрати")
	frametest.MustSee(t, w, "Виберіть файл у списку")
	frametest.MustNotSee(t, w, "Тут немає такого файлу")
	entry(w).TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if w.Canvas().Focused() != table(w).Focusable() || table(w).Cursor() != filepath.Join(home, "Documents", "Класи") {
		t.Fatalf("Down leads to %T, row %q", w.Canvas().Focused(), table(w).Cursor())
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := filepath.Join(home, "Documents", "11-А.xlsx"); got != want {
		t.Errorf("chosen %q, want %q", got, want)
	}
}
