package ui

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"graduand/assets"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

func TestCardNumbersOnlyWhereThereAreAny(t *testing.T) {
	for campaign, used := range map[string]bool{"zno-2020": true, "ort-2021": false} {
		w, _ := frametest.WithDemo(t, campaign, "ru", 1)
		offered := false
		for _, menu := range w.Menu().Items {
			for _, item := range menu.Items {
				offered = offered || item.Label == w.Say("menu.copy_number", nil)
			}
		}
		id := "ui.search"
		if used {
			id = "ui.search_card"
		}
		if offered != used || searchIn(t, w) != w.Say(id, nil) {
			t.Errorf("%s: in the menu %v, the search says %q", campaign, offered, searchIn(t, w))
		}
	}
}

func TestOpenShowsTheSchool(t *testing.T) {
	w, _ := frametest.WithDemo(t, assets.DemoCampaign, "uk", 5)
	frametest.MustSee(t, w, "ЗНО-2020", "Тихоозерський ліцей", "Випускники", "Друк")
}

func TestNoticeComesBeforeAnyRegistry(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 5)
	path := w.Registrar().Path()
	w.CloseRegistry()
	w.Settings.Noticed = false
	w.Start(path)
	if w.Registrar() != nil {
		t.Fatal("KG-012 the registry opened before the notice was read")
	}
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	frametest.MustSee(t, w, "5 випускників")
}

// TestLookedAhead moves the registry away once it was looked at: what is shown was found before.
func TestLookedAhead(t *testing.T) {
	made, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	path := made.Registrar().Path()
	made.CloseRegistry()
	w, _ := frametest.New(t, "uk")
	w.Key, w.Settings.Noticed = nil, true
	w.LookAhead(path)
	away := path + ".away"
	if err := os.Rename(path, away); err != nil {
		t.Fatal(err)
	}
	w.Start(path)
	frametest.MustSee(t, w, "Тихоозерський ліцей", w.Say("signin.enter", nil))
	// What was found counts once: afterwards the registry is looked at where it lies.
	w.Open(path)
	frametest.MustSee(t, w, "Не вдалося відкрити")
	if err := os.Rename(away, path); err != nil {
		t.Fatal(err)
	}
}

func TestFailureIsSaidWithWhatToDo(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 5)
	missing := filepath.Join(t.TempDir(), "absent.graduand")
	w.Open(missing)
	frametest.MustSee(t, w, "Не вдалося відкрити", "5 випускників")
	// Where the sentence wraps depends on how long the path is.
	if words := strings.Join(strings.Fields(frametest.Visible(w)), " "); !strings.Contains(words, "Перевірте шлях") {
		t.Errorf("nobody is told what to do:\n%s", words)
	}
	if w.Registrar() == nil {
		t.Error("a failure to open another registry closed this one")
	}
	w.Boxes()[0].Leave()
	if strings.Contains(frametest.Visible(w), "Не вдалося відкрити") {
		t.Error("Esc does not leave the dialog")
	}
}

// searchIn is the hint of the search of the page.
func searchIn(t testing.TB, w *frame.Window) string {
	t.Helper()
	return frametest.FindAll[*widgets.Entry](frametest.PageIn(w))[0].PlaceHolder
}

// A registry that is given on the command line, as by a double click, is the one that opens,
// whenever the answers come that the first-run page has asked for, and whatever was open last.
func TestTheRegistryOnTheCommandLineIsTheOneThatOpens(t *testing.T) {
	for seed := range uint64(8) {
		w, path := frametest.LockedDemo(t, "ort-2021", "ru")
		w.Settings.Opened(path + "-of-before")
		loop := &frametest.Loop{Dice: rand.New(rand.NewPCG(seed, 0))}
		w.Runner = loop.Runner()
		w.Start("")
		Begin(w, path, "")
		for range 4 {
			loop.Turn()
			frametest.MustNotSee(t, w, w.Say("welcome.title", nil))
			loop.Work()
		}
		loop.Rest()
		frametest.MustSee(t, w, w.Say("signin.enter", nil), filepath.Base(path))
	}
}

func TestARegistryOnTheCommandLineThatIsNotThere(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	loop := &frametest.Loop{}
	w.Runner = loop.Runner()
	Begin(w, filepath.Join(t.TempDir(), "absent.graduand"), "")
	loop.Rest()
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	loop.Rest()
	frametest.MustSee(t, w, "Не вдалося відкрити", w.Say("welcome.title", nil))
}

// The demo school opens, and a second time it is the same.
func TestTheDemonstrationIsMadeOnce(t *testing.T) {
	w, _ := frametest.New(t, "ru")
	w.Start("")
	frametest.Tap(t, w, w.Say("welcome.understood", nil))
	frametest.Tap(t, w, "Пример школы: ВНО-2020")
	frametest.MustSee(t, w, "ВНО-2020")
	first := w.Registrar().Path()
	w.OnNew()
	frametest.MustNotSee(t, w, "Продолжить")
	frametest.Tap(t, w, "Пример школы: ВНО-2020")
	if w.Registrar() == nil || w.Registrar().Path() != first {
		t.Error("the second time another school was made")
	}
}
