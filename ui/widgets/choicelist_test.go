package widgets

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// openChoice is a choice in a window of 300 by 400 that has the keyboard, and a hand that presses.
func openChoice(t *testing.T, options []string, selected string) (*Select, func(...fyne.KeyName)) {
	t.Helper()
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(300, 400))
	s := NewSelect(options, nil)
	next := NewTabbed("next", nil, nil)
	w.SetContent(container.New(&Stacked{}, NewTabbed("before", nil, nil), s, next))
	s.SetSelected(selected)
	w.Canvas().Focus(s)
	return s, func(names ...fyne.KeyName) {
		for _, name := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
}

// numbered are entries of a list that is higher than the window.
func numbered(n int) (all []string) {
	for i := range n {
		all = append(all, fmt.Sprintf("Поле %d", i))
	}
	return all
}

// marks is the entry that the open list marks, which has to be in sight.
func marks(t *testing.T, s *Select) string {
	t.Helper()
	list := s.opened()
	if list == nil || list.marked < 0 {
		t.Fatal("nothing is marked")
	}
	row := list.rows[list.marked]
	top := row.Position().Y - list.scroll.Offset.Y
	if top < 0 || top+row.Size().Height > list.scroll.Size().Height {
		t.Errorf("%q is marked out of sight, at %.0f of %.0f", row.words.Text, top, list.scroll.Size().Height)
	}
	return row.words.Text
}

// F-02: a list that is higher than the window opens at what is chosen, and what the keys mark stays
// in sight.
func TestATallListKeepsItsMarkInSight(t *testing.T) {
	s, press := openChoice(t, numbered(60), "Поле 40")
	for name, open := range map[string]func(){"F4": func() { press(fyne.KeyF4) }, "a click": func() { test.Tap(s) }} {
		if open(); marks(t, s) != "Поле 40" {
			t.Errorf("%s: %q is marked", name, marks(t, s))
		}
		press(fyne.KeyEscape)
	}
	press(fyne.KeyF4)
	for _, c := range []struct {
		key  fyne.KeyName
		n    int
		want string
	}{
		{fyne.KeyUp, 35, "Поле 5"}, {fyne.KeyDown, 30, "Поле 35"}, {fyne.KeyEnd, 1, "Поле 59"}, {fyne.KeyDown, 1, "Поле 59"},
		{fyne.KeyHome, 1, "Поле 0"}, {fyne.KeyUp, 1, "Поле 0"}, {fyne.KeyPageDown, 9, "Поле 59"}, {fyne.KeyPageUp, 9, "Поле 0"},
	} {
		for range c.n {
			press(c.key)
			marks(t, s)
		}
		if got := marks(t, s); got != c.want {
			t.Errorf("%s, %d times: %q is marked", c.key, c.n, got)
		}
	}
	press(fyne.KeyPageDown)
	if list := s.opened(); list.marked < 5 || list.rows[list.marked].Position().Y > list.scroll.Size().Height {
		t.Errorf("a page goes on by %d", list.marked)
	}
	press(fyne.KeyEscape)
	if s.Selected != "Поле 40" || s.opened() != nil {
		t.Errorf("Esc: %q is chosen", s.Selected)
	}
}

// F-02: a list stands below its choice and above it where more of it has room there, within the
// window and beside the choice, not over it.
func TestAListHasTheRoomBelowOrAbove(t *testing.T) {
	for _, n := range []int{3, 60} {
		for _, y := range []float32{0, 360} {
			w := test.NewTempWindow(t, nil)
			w.Resize(fyne.NewSize(300, 400))
			s := NewSelect(numbered(n), nil)
			w.SetContent(container.NewWithoutLayout(s))
			s.Resize(fyne.NewSize(200, 30))
			s.Move(fyne.NewPos(10, y))
			test.Tap(s)
			list := s.opened()
			top := fyne.CurrentApp().Driver().AbsolutePositionForObject(list).Y
			bottom, choice := top+list.Size().Height, s.at().Y
			if top < 0 || bottom > 400 || bottom > choice && top < choice+30 {
				t.Errorf("%d entries at %.0f: from %.0f to %.0f", n, y, top, bottom)
			}
			list.over.Hide()
		}
	}
}

// F-02: letters go to the entry that begins with them, else to one of its words, as a search folds
// them; a pause and Backspace begin anew, a space belongs to what is typed, and else chooses.
func TestLettersGoToTheirEntry(t *testing.T) {
	now := time.Date(2020, 3, 2, 12, 0, 0, 0, time.UTC)
	was := Now
	defer func() { Now = was }()
	Now = func() time.Time { return now }
	options := append(numbered(40), "Назва (нова)", "Ґрунт", "Ёлка", "Об’єкт", "Мовна нація", "Населений пункт", "Населені місця", "№ картки", "Учёба", "11-А")
	s, press := openChoice(t, options, "Поле 3")
	w := fyne.CurrentApp().Driver().CanvasForObject(s)
	letters := func(words string) {
		for _, r := range words {
			if r == ' ' {
				press(fyne.KeySpace)
			}
			w.Focused().TypedRune(r)
		}
	}
	for typed, want := range map[string]string{
		"нас": "Населений пункт", "НАС": "Населений пункт", "населені м": "Населені місця", "пункт": "Населений пункт",
		"грунт": "Ґрунт", "елка": "Ёлка", "об'є": "Об’єкт", "нов": "Назва (нова)", "картк": "№ картки", "учеб": "Учёба",
		"11-а": "11-А", "насxyz": "Населений пункт", "нац": "Мовна нація",
	} {
		if letters(typed); marks(t, s) != want {
			t.Errorf("%q marks %q", typed, marks(t, s))
		}
		if press(fyne.KeyEscape); s.Selected != "Поле 3" {
			t.Fatalf("%q and Esc: %q is chosen", typed, s.Selected)
		}
	}
	letters("нас")
	now = now.Add(2 * time.Second)
	if letters("е"); marks(t, s) != "Ёлка" {
		t.Errorf("after a pause %q is marked", marks(t, s))
	}
	press(fyne.KeyBackspace)
	if letters("гр"); marks(t, s) != "Ґрунт" {
		t.Errorf("after Backspace %q is marked", marks(t, s))
	}
	if press(fyne.KeyBackspace, fyne.KeySpace); s.Selected != "Ґрунт" || s.opened() != nil {
		t.Errorf("a space chooses %q", s.Selected)
	}
	w.Focused().TypedRune(' ')
	if s.opened() != nil {
		t.Error("the space that has chosen opens the list again")
	}
}

// F-02: Tab chooses what is marked and goes on, a letter of a dialog that has closed is dropped,
// and a choice that is closed to choices takes none.
func TestTabChoosesAndGoesOn(t *testing.T) {
	s, press := openChoice(t, []string{"Так", "Ні"}, "Так")
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	changes := 0
	s.OnChanged = func(string) { changes++ }
	c.Focused().TypedRune('н')
	press(fyne.KeyTab)
	if b, on := c.Focused().(*TabbedButton); s.Selected != "Ні" || !on || b.Text != "next" || changes != 1 {
		t.Errorf("%q is chosen, %d times, the keyboard is at %T", s.Selected, changes, c.Focused())
	}
	shifted := Backwards
	defer func() { Backwards = shifted }()
	Backwards = func() bool { return true }
	c.Focus(s)
	press(fyne.KeyF4, fyne.KeyTab)
	if changes != 1 || s.opened() != nil {
		t.Error("Tab chooses what is chosen already")
	}
	if b, on := c.Focused().(*TabbedButton); !on || b.Text != "before" {
		t.Errorf("Shift and Tab lead to %T", c.Focused())
	}
	was := Misplaced
	defer func() { Misplaced = was }()
	Misplaced = func() bool { return true }
	c.Focus(s)
	if s.TypedRune('т'); s.opened() != nil {
		t.Error("a letter of another dialog opens the list")
	}
	Misplaced = was
	s.Disable()
	if s.TypedRune('т'); s.opened() != nil {
		t.Error("a closed one opens")
	}
}

// F-02: the mouse marks what it comes to and chooses by a click, whoever is chosen already is told
// again, and a click beside the list leaves all as it was.
func TestTheMouseInAnOpenList(t *testing.T) {
	s, press := openChoice(t, []string{"Так", "Ні"}, "Так")
	press(fyne.KeyF4)
	row := s.opened().rows[1]
	row.MouseIn(nil)
	row.MouseOut()
	if marks(t, s) != "Ні" {
		t.Error("the mouse marks nothing")
	}
	s.opened().over.Tapped(&fyne.PointEvent{Position: fyne.NewPos(299, 399)})
	if s.opened() != nil || s.Selected != "Так" {
		t.Errorf("a click beside: %q", s.Selected)
	}
	press(fyne.KeyF4)
	if test.Tap(s.opened().rows[1]); s.Selected != "Ні" || s.opened() != nil {
		t.Errorf("a click chooses %q", s.Selected)
	}
	press(fyne.KeyF4)
	if s.Hide(); s.opened() != nil {
		t.Error("the list outlives its choice")
	}
}
