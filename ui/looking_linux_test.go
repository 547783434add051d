package ui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/drivetest"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// listedPages are those that somebody may be at in a window.
func listedPages(w *frame.Window) (names []string) {
	return append(w.Listed(false), w.Listed(true)...)
}

// pressed presses all that can be pressed on the page in front, each on the page as it came, and gives
// how many there were and what failures say of them.
func pressed(t *testing.T, w *frame.Window, page string) (presses int, failed []string) {
	t.Helper()
	within := func() []*widgets.Button { return frametest.FindAll[*widgets.Button](frametest.PageIn(w)) }
	for i := range within() {
		w.Go(frame.Route{Screen: page})
		all := within()
		if i >= len(all) || all[i].Disabled() || !all[i].Visible() || all[i].OnTapped == nil {
			continue
		}
		label := all[i].Text
		presses++
		all[i].OnTapped()
		for _, box := range w.Boxes() {
			words := strings.Join(wordsIn(box), " ")
			if strings.Contains(words, w.WhyLooking()) || asks(box) && label != w.Say("season_screen.restore", nil) {
				failed = append(failed, label+": "+words)
			}
		}
		for range 4 {
			frametest.Esc(w)
		}
	}
	return presses, failed
}

// asks says that something is to be typed into a dialog.
func asks(box *frame.Box) bool {
	return slices.ContainsFunc(frametest.FindAll[*widgets.Entry](box.Content()), func(e *widgets.Entry) bool { return !e.Disabled() })
}

// seenIn are the words in a window in one line, however they are wrapped.
func seenIn(w *frame.Window) string { return strings.Join(strings.Fields(frametest.Visible(w)), " ") }

// wordsIn are the labels of a dialog.
func wordsIn(box *frame.Box) (words []string) {
	for _, label := range frametest.FindAll[*widget.Label](box.Content()) {
		words = append(words, label.Text)
	}
	return words
}

func TestWindowOfARegistryThatCannotBeWritten(t *testing.T) {
	for campaign, language := range map[string]string{"zno-2020": "uk", "ort-2021": "ru"} {
		w, _ := frametest.WithLocked(t, campaign, language, 8)
		ids, presses := frametest.IdsOf(t, w), 0
		for _, page := range listedPages(w) {
			t.Run("KG-002 "+campaign+" "+page, func(t *testing.T) {
				w.Go(frame.Route{Screen: page})
				if !w.InFront(page) {
					t.Fatal("it is not in front")
				}
				if seen := seenIn(w); strings.Count(seen, w.WhyLooking()) == 0 || !strings.Contains(seen, w.Say("looking.copy", nil)) {
					t.Errorf("the line is not above it: %s", seen)
				}
				n, failed := pressed(t, w, page)
				if len(failed) > 0 {
					t.Errorf("these are refused when they are pressed: %q", failed)
				}
				presses += n
			})
		}
		if presses < 20 {
			t.Errorf("only %d buttons were pressed", presses)
		}
		t.Run("KG-002 "+campaign+" no field of a form takes anything", func(t *testing.T) {
			w.Go(frame.Route{Screen: frame.Form, Graduate: ids[0], Field: "surname"})
			fields := frametest.FormFields(w)
			for _, f := range fields {
				if d, is := f.Focusable().(fyne.Disableable); f.Focusable() != nil && (!is || !d.Disabled()) {
					t.Errorf("%s can be filled in", f.Code)
				}
			}
			if len(fields) == 0 {
				t.Error("the form has no fields")
			}
		})
	}
}

func TestMenuOfARegistryThatCannotBeWritten(t *testing.T) {
	w, _ := frametest.WithLocked(t, "zno-2020", "uk", 4)
	for _, words := range []string{"Імпорт зі списку", "Додати випускника", "Вилучити", "Змінити кілька", "Вставити таблицю"} {
		t.Run("KG-002 grey is "+words, func(t *testing.T) {
			if !item(t, w, words).Disabled {
				t.Error("it is offered")
			}
		})
	}
	t.Run("KG-002 looking, printing and locking are not", func(t *testing.T) {
		for _, words := range []string{"Шукати", "Заблокувати", "Друкувати"} {
			if item(t, w, words).Disabled {
				t.Errorf("%q is grey", words)
			}
		}
	})
}

func TestDocumentOfARegistryThatCannotBeWritten(t *testing.T) {
	w, files := frametest.WithLocked(t, "zno-2020", "uk", 4)
	files.ToSave = filepath.Join(t.TempDir(), "x.pdf")
	w.Go(frame.Route{Screen: frame.Printing})
	frametest.Tap(t, w, w.Say("printing_screen.save_pdf", nil))
	frametest.FrontTap(t, w, w.Say("printing_screen.anyway", nil))
	t.Run("KG-002 it is saved, and that no history has it is said", func(t *testing.T) {
		if seen := seenIn(w); !strings.Contains(seen, "x.pdf") || !strings.Contains(seen, w.Say("looking.not_noted", nil)) {
			t.Error(seen)
		}
	})
	t.Run("KG-013 to whom it goes is not asked, since nothing keeps it", func(t *testing.T) {
		if seen := seenIn(w); strings.Contains(seen, w.Say("recipient.field", nil)) {
			t.Error(seen)
		}
	})
	t.Run("KG-002 another registry is written as before", func(t *testing.T) {
		w, _ := frametest.WithPapers(t, "zno-2020", "uk", 4)
		if seen := seenIn(w); strings.Contains(seen, w.Say("looking.copy", nil)) || w.OnlyLooking() {
			t.Error(seen)
		}
	})
}

func TestCopyToWorkIn(t *testing.T) {
	w, files := frametest.WithLocked(t, "zno-2020", "uk", 4)
	from := w.Registrar().Path()
	files.ToSave = filepath.Join(t.TempDir(), "work.graduand")
	frametest.Tap(t, w, w.Say("looking.copy", nil))
	t.Run("KG-002 that there are two then is said before", func(t *testing.T) {
		if seen := seenIn(w); !strings.Contains(seen, w.Say("looking.copy_follows", nil)) || files.Asked() > 0 {
			t.Error(seen)
		}
	})
	frametest.FrontTap(t, w, w.Say("looking.copy_yes", nil))
	frametest.FrontTap(t, w, w.Say("season_screen.next_open", nil))
	t.Run("KG-002 the copy is worked in", func(t *testing.T) {
		if path := w.Registrar().Path(); path != files.ToSave || w.OnlyLooking() || !w.May(registrar.RightRegister) {
			t.Errorf("open is %s", path)
		}
		if names, err := filepath.Glob(from + "*"); err != nil || len(names) != 1 {
			t.Errorf("beside the other one: %v, %v", names, err)
		}
	})
}

func TestDoorOfARegistryThatCannotBeWritten(t *testing.T) {
	w, path := frametest.LockedDemo(t, "zno-2020", "uk")
	drivetest.Lock(t, filepath.Dir(path))
	w.Open(path)
	t.Run("KG-002 it is said before a password is typed", func(t *testing.T) {
		if seen := seenIn(w); !strings.Contains(seen, w.Say("looking.opened", map[string]any{"why": w.Say("looking.drive", nil)})) && !strings.Contains(seen, w.Say("looking.file", nil)) {
			t.Error(seen)
		}
	})
	t.Run("KG-007 nobody is offered to come in by the paper key, which would have to be written", func(t *testing.T) {
		frametest.Tap(t, w, w.Say("signin.forgotten", nil))
		if seen := seenIn(w); strings.Contains(seen, w.Say("signin.paper", nil)) || !strings.Contains(seen, "скопіюйте реєстр на цей комп’ютер") {
			t.Error(seen)
		}
	})
}
