package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// F-02: a list of choices opens by F4 and by Alt with the arrow down, as a calendar does; a closed
// one does not.
func TestListsOpenByTheUsualKeys(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	s := NewSelect([]string{"11-А", "11-Б"}, nil)
	w.SetContent(s)
	w.Canvas().Focus(s)
	altDown := &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}
	for name, press := range map[string]func(){
		"F4":                     func() { s.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF4}) },
		"Alt and the arrow down": func() { s.TypedShortcut(altDown) },
	} {
		press()
		if len(w.Canvas().Overlays().List()) != 1 {
			t.Errorf("%s opens nothing", name)
		}
		for _, o := range w.Canvas().Overlays().List() {
			o.Hide()
			w.Canvas().Overlays().Remove(o)
		}
	}
	s.Disable()
	if s.TypedShortcut(altDown); len(w.Canvas().Overlays().List()) != 0 {
		t.Error("a closed one opens")
	}
}

// F-02: a list opens with what is chosen marked, and the arrows begin there, however it is opened.
func TestAListBeginsAtWhatIsChosen(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	w.Resize(fyne.NewSize(300, 400))
	s := NewSelect([]string{"1", "2", "3", "4", "5"}, nil)
	w.SetContent(s)
	key := func(name fyne.KeyName) { w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	for name, open := range map[string]func(){
		"a click":        func() { test.Tap(s) },
		"Space":          func() { key(fyne.KeySpace) },
		"the arrow down": func() { key(fyne.KeyDown) },
		"F4":             func() { key(fyne.KeyF4) },
	} {
		for _, c := range []struct {
			press fyne.KeyName
			want  string
		}{{fyne.KeyDown, "4"}, {fyne.KeyUp, "2"}, {fyne.KeyReturn, "3"}} {
			s.SetSelected("3")
			w.Canvas().Focus(s)
			open()
			if c.press != fyne.KeyReturn {
				key(c.press)
			}
			if key(fyne.KeyReturn); s.Selected != c.want {
				t.Errorf("%s, %s, Enter: %q is chosen", name, c.press, s.Selected)
			}
		}
	}
	s.ClearSelected()
	w.Canvas().Focus(s)
	key(fyne.KeySpace)
	key(fyne.KeyDown)
	if key(fyne.KeyReturn); s.Selected != "1" {
		t.Errorf("nothing is chosen, and the arrows begin at %q", s.Selected)
	}
}

// F-02: Esc takes the ticks of a table away before it leaves the page, those of rows that are not
// shown too; in a dialog it leaves.
func TestEscapeTakesTheTicksAway(t *testing.T) {
	w := test.NewTempWindow(t, nil)
	table := NewTable([]Column{{Title: "Клас", Width: 60}})
	w.SetContent(table)
	table.SetRows([]Row{{Key: "1", Cells: []Cell{{Text: "11-А"}}}, {Key: "2", Cells: []Cell{{Text: "11-Б"}}}})
	left, heard := 0, Left
	defer func() { Left = heard }()
	Left = func() { left++ }
	table.Tick([]string{"1", "2", "gone"})
	escape := func() { table.Focusable().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) }
	if escape(); len(table.Ticks()) != 0 || left != 0 {
		t.Errorf("ticked %v, left %d times", table.Ticks(), left)
	}
	if escape(); left != 1 {
		t.Error("without ticks it does not leave")
	}
	table.Tick([]string{"1"})
	closed := false
	table.OnEscape = func() { closed = true }
	if escape(); !closed || len(table.Ticks()) != 1 {
		t.Error("the dialog is not left")
	}
}
