package widgets

import (
	"fmt"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

func TestMain(m *testing.M) {
	os.Setenv("LC_ALL", "uk_UA.UTF-8")
	os.Exit(m.Run())
}

func key(name fyne.KeyName) *fyne.KeyEvent { return &fyne.KeyEvent{Name: name} }

// smallTable is a table of five people in a window.
func smallTable(t *testing.T) (*Table, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	test.ApplyTheme(t, test.Theme())
	table := NewTable([]Column{{Title: "Клас", Width: 60}, {Title: "Прізвище", Width: 120, Stretch: true}, {Title: "Предм.", Width: 60, Right: true, Drop: 1}})
	var rows []Row
	for i, name := range []string{"Ґалаґан", "Єрмоленко", "Їжакевич", "Лук’яненко", "Нечай-Задорожна-Христофоровська"} {
		rows = append(rows, Row{Key: fmt.Sprint(i), Cells: []Cell{{Text: "11-А"}, {Text: name}, {Text: fmt.Sprint(i)}}})
	}
	rows[1].Cells[1].Icon, rows[1].Cells[1].Colour = theme.ErrorIcon(), theme.ColorNameError
	table.SetRows(rows)
	window := test.NewTempWindow(t, table)
	window.Resize(fyne.NewSize(360, 240))
	return table, window
}

func TestTableMarkup(t *testing.T) {
	for name, prepare := range map[string]func(*Table, fyne.Window){
		"plain":    func(*Table, fyne.Window) {},
		"current":  func(table *Table, _ fyne.Window) { table.MoveTo("2") },
		"selected": func(table *Table, _ fyne.Window) { table.SelectAll() },
		"narrow":   func(_ *Table, w fyne.Window) { w.Resize(fyne.NewSize(210, 240)) },
		"empty":    func(table *Table, _ fyne.Window) { table.SetRows(nil) },
	} {
		t.Run(name, func(t *testing.T) {
			table, window := smallTable(t)
			prepare(table, window)
			test.AssertRendersToMarkup(t, "table/"+name+".xml", window.Canvas())
		})
	}
}

func TestTableByKeyboard(t *testing.T) {
	table, window := smallTable(t)
	var opened string
	removed := 0
	table.OnOpened = func(key string) { opened = key }
	table.OnRemove = func() { removed++ }
	window.Canvas().Focus(table.Focusable())
	list := table.Focusable()
	if table.Cursor() != "0" {
		t.Errorf("the focus starts at %q", table.Cursor())
	}
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeySpace, fyne.KeyEnd, fyne.KeySpace, fyne.KeyDown, fyne.KeyReturn, fyne.KeyDelete} {
		list.TypedKey(key(name))
	}
	if got := table.Selected(); !slices.Equal(got, []string{"1", "4"}) {
		t.Errorf("selected %v", got)
	}
	if opened != "4" || removed != 1 {
		t.Errorf("opened %q, removed %d", opened, removed)
	}
	list.TypedKey(key(fyne.KeyHome))
	list.(desktop.Keyable).KeyDown(key(desktop.KeyShiftLeft))
	list.TypedKey(key(fyne.KeyDown))
	list.TypedKey(key(fyne.KeyDown))
	list.(desktop.Keyable).KeyUp(key(desktop.KeyShiftLeft))
	if got := table.Selected(); !slices.Equal(got, []string{"0", "1", "2"}) {
		t.Errorf("with Shift: %v", got)
	}
}

func TestTableByMouse(t *testing.T) {
	table, _ := smallTable(t)
	row := newTableRow(table)
	press := func(id int, held fyne.KeyModifier, x float32) {
		row.show(id)
		row.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 5)}, Button: desktop.MouseButtonPrimary, Modifier: held})
	}
	press(1, 0, 100)
	if got := table.Selected(); !slices.Equal(got, []string{"1"}) || table.Marked() != 0 {
		t.Errorf("a click: %v, marked %d", got, table.Marked())
	}
	press(3, fyne.KeyModifierShift, 100)
	if got := table.Selected(); !slices.Equal(got, []string{"1", "2", "3"}) {
		t.Errorf("with Shift: %v", got)
	}
	press(2, fyne.KeyModifierControl, 100)
	if got := table.Selected(); !slices.Equal(got, []string{"1", "3"}) {
		t.Errorf("with Ctrl: %v", got)
	}
	press(0, 0, 5)
	if got := table.Selected(); !slices.Equal(got, []string{"0", "1", "3"}) {
		t.Errorf("on the box: %v", got)
	}
}

// rowsOf are the rows that a table draws, the upper ones first.
func rowsOf(o fyne.CanvasObject) (rows []*tableRow) {
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *tableRow:
		return []*tableRow{o}
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		rows = append(rows, rowsOf(child)...)
	}
	return rows
}

// A click between two rows would be nobody's.
func TestTableRowsTouch(t *testing.T) {
	table, _ := smallTable(t)
	rows := rowsOf(table)
	if len(rows) != 5 {
		t.Fatalf("%d rows", len(rows))
	}
	top := func(i int) float32 { return fyne.CurrentApp().Driver().AbsolutePositionForObject(rows[i]).Y }
	for i := range rows[1:] {
		if gap := top(i+1) - top(i) - rows[i].Size().Height; gap > 0.01 || gap < -0.01 {
			t.Errorf("row %d: a gap of %v", i, gap)
		}
	}
}

// The scroller inside an entry does not swallow the wheel.
func TestWheelOverAnEntry(t *testing.T) {
	test.NewTempApp(t)
	var over *Entry
	was := Wheel
	t.Cleanup(func() { Wheel = was })
	Wheel = func(o *Entry, _ *fyne.ScrollEvent) { over = o }
	e := NewEntry("")
	window := test.NewTempWindow(t, e)
	window.Resize(fyne.NewSize(200, 80))
	turn := func(by float32) bool {
		over = nil
		test.Scroll(window.Canvas(), fyne.NewPos(50, 20), 0, by)
		return over == e
	}
	if !turn(-10) {
		t.Error("a line of text keeps the wheel")
	}
	e.MultiLine = true
	e.SetText("1\n2\n3\n4\n5\n6\n7\n8\n9")
	if turn(-10) {
		t.Error("an entry that can scroll does not")
	}
	turn(-1000)
	if !turn(-10) {
		t.Error("an entry at its end keeps the wheel")
	}
	var above any = &wheel{}
	for _, takes := range []func() bool{
		func() bool { _, is := above.(fyne.Tappable); return is },
		func() bool { _, is := above.(desktop.Mouseable); return is },
		func() bool { _, is := above.(desktop.Hoverable); return is },
		func() bool { _, is := above.(desktop.Cursorable); return is },
		func() bool { _, is := above.(fyne.Focusable); return is },
	} {
		if takes() {
			t.Error("what lies over the entry takes more than the wheel")
		}
	}
}

func TestTableKeepsWhatIsThere(t *testing.T) {
	table, _ := smallTable(t)
	table.SelectAll()
	table.MoveTo("3")
	table.SetRows([]Row{{Key: "3"}, {Key: "9"}})
	if got := table.Selected(); !slices.Equal(got, []string{"3"}) || table.Cursor() != "3" {
		t.Errorf("selected %v, current %q", got, table.Cursor())
	}
	table.SetRows([]Row{{Key: "9"}})
	if table.Cursor() != "" || len(table.Selected()) != 0 {
		t.Errorf("a row that is gone is still current: %q", table.Cursor())
	}
}

func TestDateEntryPicksYearFirst(t *testing.T) {
	test.NewTempApp(t)
	d := NewDateEntry(DateWords{Hint: "дд.мм.рррр", Months: [12]string{"січень", "лютий", "березень"}})
	d.FirstYear, d.LastYear = 1995, 2006
	window := test.NewTempWindow(t, d)
	window.Resize(fyne.NewSize(500, 500))
	picked := ""
	d.OnPicked = func(iso string) { picked = iso }
	d.pick()
	clicks := 0
	for _, label := range []string{"2003", "березень", "5"} {
		button := find(t, window.Canvas().Overlays().Top(), label)
		test.Tap(button)
		clicks++
	}
	if picked != "2003-03-05" || d.Text != "05.03.2003" || clicks != 3 {
		t.Errorf("picked %q, shown %q", picked, d.Text)
	}
	d.SetISO("")
	if d.Text != "" {
		t.Errorf("an unknown day is shown as %q", d.Text)
	}
}

func find(t *testing.T, o fyne.CanvasObject, label string) *Button {
	t.Helper()
	var found *Button
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *Button:
			if o.Text == label && found == nil {
				found = o
			}
		case *fyne.Container:
			for _, child := range o.Objects {
				walk(child)
			}
		case fyne.Widget:
			for _, child := range test.WidgetRenderer(o).Objects() {
				walk(child)
			}
		}
	}
	walk(o)
	if found == nil {
		t.Fatalf("there is no button %q", label)
	}
	return found
}

func TestEntryAndButtonHearTheirKeys(t *testing.T) {
	test.NewTempApp(t)
	escaped, left, pressed, moved := 0, 0, 0, 0
	e := NewEntry("")
	e.OnEscape, e.OnLeave, e.OnMove = func() { escaped++ }, func() { left++ }, func(step int) { moved += step }
	b := NewButton("OK", nil, func() { pressed++ })
	b.OnEscape = func() { escaped++ }
	window := test.NewTempWindow(t, e)
	window.Canvas().Focus(e)
	e.TypedKey(key(fyne.KeyDown))
	e.TypedKey(key(fyne.KeyEscape))
	window.Canvas().Unfocus()
	b.TypedKey(key(fyne.KeyReturn))
	b.TypedKey(key(fyne.KeyEscape))
	b.Disable()
	b.TypedKey(key(fyne.KeyReturn))
	if escaped != 2 || left != 1 || pressed != 1 || moved != 1 {
		t.Errorf("escaped %d, left %d, pressed %d, moved %d", escaped, left, pressed, moved)
	}
}

// The keyboard at another choice looks weaker than the choice itself.
func TestTheChoiceIsStrongerThanTheKeyboard(t *testing.T) {
	row := ChoiceButtons([]string{"Українська", "Русский"}, 1, nil)
	other, present := row.Objects[0].(*Button), row.Objects[1].(*Button)
	if present.Importance != widget.HighImportance || present.Icon == nil || other.Importance != widget.LowImportance || other.Icon != nil {
		t.Errorf("the choice is %v, another %v", present.Importance, other.Importance)
	}
}
