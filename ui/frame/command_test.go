package frame_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
	"graduand/ui/widgets"
)

// counted is an act on a list, with its way back and forth.
func counted(w *frame.Window, list *[]string, name string, say func(string, func())) {
	*list = append(*list, name)
	say(name+" added", func() {
		*list = slices.DeleteFunc(*list, func(s string) bool { return s == name })
		w.Undone(name+" gone", func() { counted(w, list, name, w.Redone) })
	})
}

// TestWhatWasDoneIsTakenBackLater: the way back stays whatever is said after it, one act
// behind the other, and forth again (design §2).
func TestWhatWasDoneIsTakenBackLater(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "en", 3)
	var list []string
	counted(w, &list, "Anna", w.Done)
	counted(w, &list, "Olga", w.Done)
	w.Done("Saved: street", nil)
	frametest.MustSee(t, w, "Undo “Olga added”")
	w.OnUndo()
	w.OnUndo()
	if len(list) != 0 {
		t.Fatalf("after both were taken back: %v", list)
	}
	w.OnRedo()
	w.OnRedo()
	w.OnRedo()
	if !slices.Equal(list, []string{"Anna", "Olga"}) {
		t.Fatalf("after both were done again: %v", list)
	}
	w.OnUndo()
	counted(w, &list, "Vira", w.Done)
	w.OnRedo()
	if !slices.Equal(list, []string{"Anna", "Vira"}) {
		t.Errorf("what was taken back is done again behind another act: %v", list)
	}
}

// TestTypingIsTakenBackFirst: Ctrl+Z in an entry is about its letters, then about acts.
func TestTypingIsTakenBackFirst(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "en", 3)
	var list []string
	counted(w, &list, "Anna", w.Done)
	entry := widgets.NewEntry("")
	w.Ask("Name", entry, 300, frame.Choice{Label: "Close"})
	w.Canvas().Focus(entry)
	test.Type(entry, "ab")
	w.OnUndo()
	if entry.Text == "ab" || len(list) != 1 {
		t.Fatalf("typed %q, %v", entry.Text, list)
	}
	w.OnRedo()
	if entry.Text != "ab" {
		t.Errorf("typed again %q", entry.Text)
	}
	for range 5 {
		w.OnUndo()
	}
	if entry.Text != "" || len(list) != 1 {
		t.Errorf("under a dialog: typed %q, %v", entry.Text, list)
	}
	frametest.Tap(t, w, "Close")
	w.OnUndo()
	if len(list) != 0 {
		t.Errorf("left %v", list)
	}
}

// The button says plainly what it takes back: nothing of what stands beside it, and a quotation of
// what was said before, as it was said where the window has not put it together.
func TestTheButtonNamesWhatItTakesBack(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	button := func() string {
		at := slices.IndexFunc(frametest.FindAll[*widgets.Button](w.Fyne().Content()), func(b *widgets.Button) bool { return b.Icon == theme.ContentUndoIcon() })
		return frametest.FindAll[*widgets.Button](w.Fyne().Content())[at].Text
	}
	w.Done("Змінено «Мова»: Бондар", func() {})
	said := []string{button()}
	w.Done("Збережено", nil)
	said = append(said, button())
	w.ChangeLanguage("ky")
	said = append(said, button())
	w.Done("Сакталды: Көчө — Бондаренко Олександра", func() {})
	w.ClearStatus()
	said = append(said, button())
	w.Done("Даяр", nil)
	said = append(said, button())
	w.ChangeLanguage("uk")
	said = append(said, button())
	want := []string{"Повернути", "Повернути «Змінено „Мова“: Бондар»", "Кайтаруу — «Змінено „Мова“: Бондар»",
		"Кайтаруу — «Бондаренко О.: Көчө»", "Кайтаруу — «Бондаренко О.: Көчө»", "Повернути «Бондаренко О.: Көчө»"}
	if !slices.Equal(said, want) {
		t.Errorf("got %q", said)
	}
}

// F-07: what was said stays at the bottom in another theme, with letters of another size, and in
// another language in that one, with what can be taken back and the way there.
func TestWhatWasSaidStaysInAnotherLanguage(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	r, id, number := w.Registrar(), frametest.IdsOf(t, w)[0], int64(0)
	if _, err := r.Table.Change(registrar.Numbered(frametest.Ctx, &number), id, []registrar.Assign{{Field: data.FieldSurname, Value: "Квітка"}}); err != nil {
		t.Fatal(err)
	}
	who := frametest.GraduateOf(t, w, id).FullName()
	w.DidFor(who, w.Say("ui.saved", map[string]any{"name": w.TitleOfField("surname")}), number)
	w.OnDark()
	frametest.MustSee(t, w, "14:00  Збережено: Прізвище — "+who)
	w.ChangeLanguage("en")
	frametest.MustSee(t, w, "14:00  Saved: Surname — "+who)
	w.Done(w.Say("ui.nothing_to_copy", nil), nil)
	frametest.MustSee(t, w, "Undo “"+who[:len("Квітка")])
	w.ChangeLanguage("ru")
	frametest.MustSee(t, w, w.Say("ui.nothing_to_copy", nil), ": Фамилия»")
	w.OnUndoAct()
	frametest.MustSee(t, w, "Возвращено, как было: «Сохранено: Фамилия — ")
	w.ChangeLanguage("uk")
	frametest.MustSee(t, w, "Збережено: Прізвище — ")
	w.OnRedo()
	frametest.MustSee(t, w, "Збережено: Прізвище — "+who)
	w.Forget()
	if strings.Contains(frametest.Visible(w), "Збережено: Прізвище") {
		t.Error("what is to be forgotten is said still")
	}
}

// What left the program does not come back: Ctrl+Z says so and names what it takes back next; it
// never passes over the last act in silence (design §2).
func TestTheLastActIsNeverPassedOver(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 1)
	var list []string
	counted(w, &list, "Anna", w.Done)
	w.DoneForGood("Надруковано: картки.pdf")
	w.DoneForGood("Видано «доступів»: 2.")
	frametest.MustSee(t, w, "Повернути «Anna added»")
	w.OnUndo()
	frametest.MustSee(t, w, "Ctrl+Z не повертає цього: «Видано „доступів“: 2». Ще раз Ctrl+Z поверне попереднє: «Anna added».")
	if len(list) != 1 {
		t.Fatalf("an older act was taken back: %v", list)
	}
	if w.OnUndo(); len(list) != 0 {
		t.Errorf("there is still %v", list)
	}
	w.DoneForGood("Скопійовано на флешку")
	w.OnUndo()
	frametest.MustSee(t, w, "Ctrl+Z не повертає цього: «Скопійовано на флешку».")
	if w.OnRedo(); len(list) != 1 {
		t.Error("what was taken back is not done again")
	}
	t.Run("the button, which names its act, takes this one back at once", func(t *testing.T) {
		w.DoneForGood("Надруковано: картки.pdf")
		if w.OnUndoAct(); len(list) != 0 {
			t.Errorf("there is still %v", list)
		}
	})
}

// TestActsEndWithTheSitting: nobody takes back what another has done.
func TestActsEndWithTheSitting(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "en", 3)
	back := false
	w.Done("Removed Anna", func() { back = true })
	w.CloseRegistry()
	w.OnUndo()
	if back {
		t.Error("taken back behind the sitting")
	}
}

func TestNamedPeople(t *testing.T) {
	w, _ := frametest.New(t, "uk")
	for want, people := range map[string][]string{
		"":                  nil,
		"А":                 {"А"},
		"А, Б, В, Г":        {"А", "Б", "В", "Г"},
		"А, Б, В, … і ще 2": {"А", "Б", "В", "Г", "Ґ"},
	} {
		if got := w.Named(people); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
