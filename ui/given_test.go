package ui

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// another is a second registry beside that of a window.
func another(t *testing.T) string {
	t.Helper()
	w, path := frametest.LockedDemo(t, "ort-2021", "uk")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w.Fyne().Close()
	return frametest.WriteFile(t, "другий.graduand", string(content))
}

// A double click on another registry, while one is open, asks before it takes its place.
func TestASecondStartAsksAboutItsRegistry(t *testing.T) {
	other := another(t)
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	first := w.Registrar().Path()
	w.Go(frame.Route{Screen: frame.Printing})

	w.Given("")
	w.Given(first)
	if len(w.Boxes()) != 0 || !w.InFront(frame.Printing) {
		t.Error("the registry that is open is asked about, or another page is in front")
	}
	w.Given(other)
	frametest.MustSee(t, w, "Відкрити інший реєстр?", "другий.graduand", "закриється")
	frametest.FrontTap(t, w, "Залишитися")
	if w.Registrar().Path() != first {
		t.Error("it took the place of the open one unasked")
	}
	w.Given(other)
	w.Key = nil
	frametest.FrontTap(t, w, "Відкрити")
	frametest.MustSee(t, w, "Увійти", "другий.graduand")
	if w.Registrar() != nil {
		t.Error("the first is open still")
	}
}

// What is asked in the window, or done there, comes first.
func TestASecondStartWaitsForADialog(t *testing.T) {
	other := another(t)
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	box := w.Ask("Запитання", widget.NewLabel("так чи ні?"), 300, frame.Choice{Label: "Так"}, frame.Choice{Label: "Ні"})
	w.Given(other)
	if len(w.Boxes()) != 1 {
		t.Fatal("a dialog came over another")
	}
	frametest.MustSee(t, w, "щойно скінчиться")
	box.Leave()
	frametest.MustSee(t, w, "Відкрити інший реєстр?")
}

// A locked window says that another registry is open behind the lock, and stands as it was at its own.
func TestASecondStartBeforeALockedWindow(t *testing.T) {
	other := another(t)
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	w.Settings.Noticed = true
	w.Open(path)
	frametest.Tap(t, w, "Увійти")
	w.Lock()
	w.Given(path)
	if len(w.Boxes()) != 0 {
		t.Error("its own registry is asked about")
	}
	w.Given(other)
	frametest.MustSee(t, w, "Вікно заблоковано", "school.graduand")
	frametest.FrontTap(t, w, "Залишитися")
	frametest.Tap(t, w, "Увійти")
	if w.Registrar() == nil || w.Registrar().Path() != path {
		t.Error("the locked registry did not open")
	}
}

// A class list by which the program was started is shown once somebody has signed in; the registry that
// was open last is a press away.
func TestAStartWithAClassListLeadsToTheRegistry(t *testing.T) {
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	w.Settings.Noticed = true
	w.Settings.Opened(path)
	list := frametest.WriteFile(t, "11-Б.csv", "Прізвище;Ім'я;По батькові;Дата народження\nЯсінська;Ївга;Ігорівна;05.03.2003\n")
	later := frametest.Delay(t, w)
	Begin(w, list, "")
	if len(w.Boxes()) != 0 {
		t.Error("the window waited for the disks of the last registries")
	}
	later.DoAll()
	w.Runner = frame.AtOnce()
	frametest.MustSee(t, w, "Це не реєстр", "11-Б.csv", "щойно ви")
	frametest.Shot(t, w, "given-later")
	frametest.FrontTap(t, w, "Відкрити «school.graduand»")
	frametest.Tap(t, w, "Увійти")
	if w.Registrar() == nil {
		t.Fatal("nobody is in")
	}
	frametest.MustSee(t, w, "Ясінська")
}

// What else may be given says in a sentence what to do with it, and opens nothing.
func TestAStartWithWhatIsNoRegistry(t *testing.T) {
	for name, want := range map[string]string{"фото": "не реєстр", "answer-12.zip.age": "Маю файл від центру", "лист.docx": "не реєстр"} {
		w, _ := frametest.New(t, "uk")
		w.Settings.Noticed = true
		path := frametest.WriteFile(t, name, "x")
		if filepath.Ext(name) == "" {
			path = filepath.Dir(path)
		}
		Begin(w, path, "")
		frametest.MustSee(t, w, w.Say("welcome.title", nil), want)
		if words := frametest.Visible(w); strings.Contains(words, "Не вдалося") {
			t.Errorf("%s is a failure:\n%s", name, words)
		}
	}
}

// A registry whose name has lost its ending is one all the same.
func TestARegistryIsKnownByWhatIsInIt(t *testing.T) {
	other := another(t)
	nameless := strings.TrimSuffix(other, ".graduand")
	if err := os.Rename(other, nameless); err != nil {
		t.Fatal(err)
	}
	w, _ := frametest.New(t, "uk")
	w.Settings.Noticed, w.Key = true, nil
	Begin(w, nameless, "")
	frametest.MustSee(t, w, "Увійти")
}

// Whenever the answers come, a file that is given while another is opening is asked about behind it.
func TestASecondStartWhileTheFirstOpens(t *testing.T) {
	other := another(t)
	for seed := range uint64(8) {
		w, path := frametest.LockedDemo(t, "ort-2021", "uk")
		loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 0))}
		w.Runner = loop.Runner()
		w.Settings.Noticed = true
		Begin(w, path, "")
		w.Given(other)
		loop.Rest()
		if at := w.Alone().(interface{ Path() string }).Path(); !slices.Contains([]string{path, other}, at) || !registrar.SameFile(at, other) {
			t.Errorf("seed %d: the window stands at %s", seed, at)
		}
	}
}
