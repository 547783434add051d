package pick

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

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

// What the program keeps beside an open registry is nothing to choose, and is not shown.
func TestThePickerHidesTheProgramsOwnFiles(t *testing.T) {
	w, home := pc(t)
	for _, name := range []string{"школа.graduand", "школа.graduand-open", "школа.graduand-wal", "школа.graduand-shm", "звіт-open"} {
		write(t, filepath.Join(home, "Documents", "Класи", name), "")
	}
	w.Files.Folder("Де фотографії?", func(string) {})
	table(w).OnOpened(filepath.Join(home, "Documents", "Класи"))
	frametest.MustSee(t, w, "школа.graduand", "звіт-open")
	frametest.MustNotSee(t, w, "graduand-")
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

// A folder is chosen by its row; what is hidden is not offered, and the letters of an ending
// may be large.
func TestWhatThePickerOffers(t *testing.T) {
	w, home := pc(t)
	write(t, filepath.Join(home, "SCAN.JPG"), "")
	write(t, filepath.Join(home, ".hidden.jpg"), "")
	beginIn(w, home)
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

// Places are a folder like others: one is gone into, and from the highest folder one comes back to
// them; nothing is chosen or written where none is chosen.
func TestPlacesAreGoneInto(t *testing.T) {
	w, home := pc(t)
	if err := os.Mkdir(filepath.Join(home, "Downloads"), 0o700); err != nil {
		t.Fatal(err)
	}
	beginIn(w, "")
	got := ""
	w.Files.Save("Куди", "форма.pdf", func(path string) { got = path })
	frametest.MustSee(t, w, "Місця")
	frametest.FrontTap(t, w, "Зберегти")
	frametest.MustSee(t, w, "Спершу виберіть місце")
	hands := frametest.Hands{T: t, W: w}
	table(w).OnBack()
	hands.Write("зав")
	hands.Press(fyne.KeyReturn)
	if entry(w).Text != "форма.pdf" {
		t.Errorf("the name is %q", entry(w).Text)
	}
	frametest.FrontTap(t, w, "Зберегти")
	if want := filepath.Join(home, "Downloads", "форма.pdf"); got != want {
		t.Fatalf("saved as %q", got)
	}
	beginIn(w, home)
	w.Files.Folder("Тека", func(string) {})
	for range 20 {
		table(w).OnBack()
	}
	frametest.MustSee(t, w, "Місця")
}

// The PC's own dialog cannot show places: ours asks then.
func TestOursAsksWhereNoFolderIsToBeShown(t *testing.T) {
	w, _ := pc(t)
	(&nativePicker{w, &ownPicker{w}}).Open(frame.Question{Title: "Фото", Endings: []string{".jpg"}}, func(string) {})
	frametest.MustSee(t, w, "Місця")
}

func TestSavingAsksBeforeReplacing(t *testing.T) {
	w, _ := pc(t)
	path := filepath.Join(w.Home, "card.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	asked := ""
	w.Files.Save("Save", "card.pdf", func(path string) { asked = path })
	frametest.Tap(t, w, w.Say("ui.save_here", nil))
	frametest.MustSee(t, w, "Замінити файл?")
	if asked != "" {
		t.Error("chosen before the question was answered")
	}
	frametest.Tap(t, w, "Замінити")
	if asked != path {
		t.Errorf("chosen %q", asked)
	}
}
