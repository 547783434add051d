package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// item is the command of the main menu whose words begin so.
func item(t *testing.T, w *frame.Window, words string) *fyne.MenuItem {
	t.Helper()
	frametest.TouchWindow(w)
	for _, c := range commands(w.Fyne().MainMenu()) {
		if strings.HasPrefix(c.Label, words) {
			return c
		}
	}
	t.Fatalf("the menu has no %q", words)
	return nil
}

func TestTheMainMenuIsThatOfAnOffice(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	var titles []string
	for _, menu := range w.Fyne().MainMenu().Items {
		titles = append(titles, menu.Label)
	}
	if want := []string{"Файл", "Правка", "Випускники", "Друк", "Екрани", "Вигляд", "Довідка"}; !slices.Equal(titles, want) {
		t.Errorf("the menus are %q", titles)
	}
	seen := map[string]string{}
	for _, c := range commands(w.Fyne().MainMenu()) {
		if c.Shortcut == nil {
			continue
		}
		if other := seen[c.Shortcut.ShortcutName()]; other != "" {
			t.Errorf("%q and %q have one key", other, c.Label)
		}
		seen[c.Shortcut.ShortcutName()] = c.Label
	}
	for _, keys := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutRedo{}, &fyne.ShortcutCut{}, &fyne.ShortcutCopy{}, &fyne.ShortcutPaste{}, &fyne.ShortcutSelectAll{}} {
		if seen[keys.ShortcutName()] == "" {
			t.Errorf("the menu does not show the key of %s", keys.ShortcutName())
		}
	}
}

// All of a menu is seen in a window of 600 pixels, below the menu bar.
func TestNoMenuIsLongerThanASmallWindow(t *testing.T) {
	for _, campaign := range []string{"zno-2020", "ort-2021"} {
		w, _ := frametest.WithDemo(t, campaign, "uk", 2)
		for _, menu := range w.Fyne().MainMenu().Items {
			if height := widget.NewMenu(menu).MinSize().Height; height > 600-32 {
				t.Errorf("%s: «%s» has %v pixels", campaign, menu.Label, height)
			}
		}
	}
}

// What undo and redo would do is named, and they are grey where there is nothing.
func TestUndoIsNamedInTheMenu(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	if !item(t, w, "Повернути").Disabled || !item(t, w, "Зробити знову").Disabled {
		t.Error("there is something to take back in the beginning")
	}
	name := frametest.FirstGraduate(t, w).Graduate.FullName()
	removeFirst(t, w)
	undo := item(t, w, "Повернути «")
	if undo.Disabled || !strings.Contains(undo.Label, strings.Fields(name)[0]) {
		t.Errorf("the menu offers %q, grey %v", undo.Label, undo.Disabled)
	}
	undo.Action()
	redo := item(t, w, "Зробити знову «")
	if redo.Disabled || !strings.Contains(redo.Label, strings.Fields(name)[0]) || !item(t, w, "Повернути").Disabled {
		t.Errorf("the menu offers %q, grey %v", redo.Label, redo.Disabled)
	}
	w.Key = nil
	w.Lock()
	if w.Fyne().MainMenu() != nil {
		for _, c := range commands(w.Fyne().MainMenu()) {
			if strings.Contains(c.Label, strings.Fields(name)[0]) {
				t.Errorf("behind the lock the menu says %q", c.Label)
			}
		}
	}
}

// removeFirst takes the first of the list out, whatever is asked.
func removeFirst(t *testing.T, w *frame.Window) {
	t.Helper()
	w.Go(frame.Route{Screen: frame.Graduates})
	item(t, w, "Вилучити").Action()
	if len(w.Boxes()) > 0 {
		frametest.FrontTap(t, w, "Вилучити")
	}
}

func TestWhatCannotBeDoneIsGrey(t *testing.T) {
	w := frametest.WithRole(t, "uk", registrar.RoleReader)
	for _, words := range []string{"Імпорт зі списку", "Додати випускника", "Вилучити", "Змінити кілька", "Вставити таблицю", "Прийняти заповнений", "Лінії на фотографії", "Форма попереднього"} {
		if !item(t, w, words).Disabled {
			t.Errorf("a reader is offered %q", words)
		}
	}
	for _, words := range []string{"Шукати", "Допомога", "Заблокувати"} {
		if words != "Допомога" && item(t, w, words).Disabled {
			t.Errorf("%q is grey", words)
		}
	}
	w, _ = frametest.WithDemo(t, "zno-2020", "uk", 4)
	if item(t, w, "Вилучити").Disabled || !item(t, w, "Форма наступного").Disabled {
		t.Error("in the list others are grey than can be done")
	}
	item(t, w, "Відкрити форму").Action()
	if item(t, w, "Форма наступного").Disabled || !item(t, w, "Форма попереднього").Disabled {
		t.Error("in the form of the first the next is grey, or the one before is not")
	}
	w.Go(frame.Route{Screen: frame.SettingsPage})
	if !item(t, w, "Вилучити").Disabled {
		t.Error("in the settings somebody of the list can be removed unseen")
	}
}

// In a form the one of the form is removed, whoever is the current one of the list.
func TestInAFormItsOwnIsRemoved(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	ids := frametest.IdsOf(t, w)
	w.Go(frame.Route{Screen: frame.Form, Graduate: ids[2]})
	item(t, w, "Вилучити").Action()
	if len(w.Boxes()) > 0 {
		frametest.FrontTap(t, w, "Вилучити")
	}
	if left := frametest.IdsOf(t, w); slices.Contains(left, ids[2]) || len(left) != 3 {
		t.Errorf("left are %v of %v", left, ids)
	}
	if !w.InFront(frame.Graduates) {
		t.Error("the form of somebody who was removed stays in front")
	}
}

// A document of the menu is chosen on the screen of printing, for whom the page in front is about.
func TestDocumentsAreChosenByTheMenu(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	title := fmt.Sprint(w.Text().Word(w.Registrar().Printing.Document(printing.Sheet).Title))
	chosen := func() (document, whom string) {
		all := frametest.FindAll[*widgets.Select](frametest.PageIn(w))
		return all[0].Selected, all[1].Selected
	}
	g := frametest.FirstGraduate(t, w).Graduate
	w.Go(frame.Route{Screen: frame.Form, Graduate: g.ID})
	item(t, w, title).Action()
	if document, whom := chosen(); !w.InFront(frame.Printing) || document != title || whom != g.FullName() {
		t.Errorf("in front is %s with %q for %q", w.Current(), document, whom)
	}
	other := "Реєстраційні картки"
	item(t, w, other).Action()
	if document, whom := chosen(); document != other || whom != g.FullName() {
		t.Errorf("another document is %q for %q", document, whom)
	}
	w.Go(frame.Route{Screen: frame.Graduates})
	item(t, w, title).Action()
	if document, whom := chosen(); document != title || !strings.HasPrefix(whom, "Усі") {
		t.Errorf("from the list it is %q for %q", document, whom)
	}
}

// Copying and pasting by the menu does what the keys do where the keyboard is.
func TestTypingByTheMenu(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 4)
	w.Canvas().Unfocus()
	item(t, w, "Копіювати").Action()
	if !strings.Contains(w.Clipboard().Content(), "\t") {
		t.Errorf("copied %q", w.Clipboard().Content())
	}
	item(t, w, "Шукати").Action()
	search := w.Canvas().Focused().(*widgets.Entry)
	if !item(t, w, "Вирізати").Disabled {
		t.Error("nothing is selected and can be cut")
	}
	w.Clipboard().SetContent("Гудзь")
	item(t, w, "Вставити").Action()
	item(t, w, "Виділити все").Action()
	if search.Text != "Гудзь" || search.SelectedText() != "Гудзь" || item(t, w, "Вирізати").Disabled {
		t.Errorf("%q, selected %q", search.Text, search.SelectedText())
	}
	item(t, w, "Вирізати").Action()
	if search.Text != "" || w.Clipboard().Content() != "Гудзь" {
		t.Errorf("%q, cut %q", search.Text, w.Clipboard().Content())
	}
}
