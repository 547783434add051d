package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func surnamesOf(table *Table) (names []string) {
	for _, row := range table.Rows() {
		names = append(names, row.Cells[1].Text)
	}
	return names
}

func clickTitle(table *Table, x float32) {
	table.header.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, 5)})
}

// TestTableIsSortedByItsTitles: once up, once down, once as the rows came; letters in the
// places of the alphabet, numbers by value, nothing last.
func TestTableIsSortedByItsTitles(t *testing.T) {
	table, window := smallTable(t)
	kept := 0
	look := &TableLook{}
	table.SetLook(look, func() { kept++ })
	var rows []Row
	for i, name := range []string{"Їжак", "Ґудзь", "", "Гук", "Іваненко", "Дуб"} {
		rows = append(rows, Row{Key: name, Cells: []Cell{{Text: "11-А"}, {Text: name}, {Text: []string{"10", "9", "", "2", "33", "1"}[i]}}})
	}
	table.SetRows(rows)
	table.MoveTo("Дуб")
	for _, want := range []string{"Гук Ґудзь Дуб Іваненко Їжак ", "Їжак Іваненко Дуб Ґудзь Гук ", "Їжак Ґудзь  Гук Іваненко Дуб"} {
		clickTitle(table, 120)
		if got := strings.Join(surnamesOf(table), " "); got != want || table.Cursor() != "Дуб" {
			t.Errorf("%q, want %q; current %q", got, want, table.Cursor())
		}
	}
	clickTitle(table, 330)
	if got := strings.Join(surnamesOf(table), " "); got != "Дуб Гук Ґудзь Їжак Іваненко " {
		t.Errorf("numbers: %q", got)
	}
	if kept != 4 || look.Sort != "2" {
		t.Errorf("kept %d times as %+v", kept, look)
	}
	t.Run("days are in the order of time", func(t *testing.T) {
		days := []Row{{Key: "a", Cells: []Cell{{Text: "05.03.2003 12:00"}}}, {Key: "b", Cells: []Cell{{Text: "17.11.2002"}}}}
		if got := sortedRows(days, 0, false); got[0].Key != "b" {
			t.Error("2003 comes before 2002")
		}
	})
	t.Run("other rows come in that order, and a table made anew has it", func(t *testing.T) {
		table.SetRows(rows[:2])
		again := NewTable(table.columns)
		again.SetLook(look, nil)
		again.SetRows(rows[:2])
		for _, of := range []*Table{table, again} {
			if got := surnamesOf(of); !slices.Equal(got, []string{"Ґудзь", "Їжак"}) {
				t.Errorf("%q", got)
			}
		}
	})
	t.Run("a range with Shift is that which is seen", func(t *testing.T) {
		table.SetRows(rows)
		window.Canvas().Focus(table.Focusable())
		table.Focusable().TypedKey(key(fyne.KeyHome))
		table.Focusable().(desktop.Keyable).KeyDown(key(desktop.KeyShiftLeft))
		table.Focusable().TypedKey(key(fyne.KeyDown))
		if got := table.Selected(); !slices.Equal(got, []string{"Дуб", "Гук"}) {
			t.Errorf("%q", got)
		}
	})
}

// TestWidthsAreDrawn by the right edge of a title, and kept.
func TestWidthsAreDrawn(t *testing.T) {
	table, _ := smallTable(t)
	kept, look := 0, &TableLook{}
	table.SetLook(look, func() { kept++ })
	before := table.widths(table.header.Size().Width)
	edge := table.boxWidth() + before[0]
	draw := func(from float32, by ...float32) {
		for _, dx := range by {
			from += dx
			table.header.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(from, 5)}, Dragged: fyne.NewDelta(dx, 0)})
		}
		table.header.DragEnd()
	}
	draw(edge, 10, 20)
	after := table.widths(table.header.Size().Width)
	if after[0] < before[0]+29 || after[1] > before[1]-29 || kept != 1 || look.Widths["0"] == 0 {
		t.Errorf("%v became %v, kept %d times as %+v", before, after, kept, look)
	}
	edge = table.boxWidth() + after[0]
	draw(edge, 2000)
	if wide := table.widths(table.header.Size().Width); wide[1] < 100 || wide[2] == 0 {
		t.Errorf("a column takes the room of others: %v", wide)
	}
	draw(table.boxWidth()+table.widths(table.header.Size().Width)[0], -2000)
	if narrow := table.widths(table.header.Size().Width); narrow[0] < 30 {
		t.Errorf("a column vanishes: %v", narrow)
	}
	if draw(edge+100, 10); kept != 3 {
		t.Error("what is no edge is drawn")
	}
	if table.header.pointer = table.boxWidth() + table.widths(table.header.Size().Width)[0]; table.header.Cursor() != desktop.HResizeCursor {
		t.Error("the pointer does not show the edge")
	}
}

func TestAllAreSelectedAtOnce(t *testing.T) {
	table, window := smallTable(t)
	clickTitle(table, 8)
	if table.Marked() != 5 {
		t.Errorf("the box of the header selects %d", table.Marked())
	}
	if clickTitle(table, 8); table.Marked() != 0 {
		t.Errorf("at the second time %d are left", table.Marked())
	}
	window.Canvas().Focus(table.Focusable())
	for range 2 {
		table.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		if table.Marked() != 5 {
			t.Errorf("Ctrl+A selects %d", table.Marked())
		}
	}
	table.Plain = true
	table.Select()
	if table.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{}); table.Marked() != 0 {
		t.Error("rows without boxes are selected")
	}
}

// TestRowsAreCopiedForASpreadsheet under the titles of their columns, and whoever empties the clipboard is told.
func TestRowsAreCopiedForASpreadsheet(t *testing.T) {
	table, _ := smallTable(t)
	told, was := "", Copied
	Copied = func(words string) { told = words }
	t.Cleanup(func() { Copied = was })
	n := 0
	table.OnCopied = func(number int) { n = number }
	table.Select("2", "0")
	clipboard := test.NewClipboard()
	table.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutCopy{Clipboard: clipboard})
	want := "Клас\tПрізвище\tПредм.\n11-А\tҐалаґан\t0\n11-А\tЇжакевич\t2\n"
	if clipboard.Content() != want || told != want || n != 2 {
		t.Errorf("copied %q, told %q, %d rows", clipboard.Content(), told, n)
	}
}

func TestOtherButtonShowsWhatCanBeDone(t *testing.T) {
	table, window := smallTable(t)
	done := ""
	table.OnMenu = func(key string) []*fyne.MenuItem {
		return []*fyne.MenuItem{fyne.NewMenuItem("Форма", func() { done = key })}
	}
	row := rowsOf(table)[3]
	row.TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(50, 120)})
	if table.Cursor() != "3" || len(window.Canvas().Overlays().List()) != 1 {
		t.Fatalf("current %q, %d menus", table.Cursor(), len(window.Canvas().Overlays().List()))
	}
	window.Canvas().Overlays().Remove(window.Canvas().Overlays().Top())
	table.MoveTo("1")
	table.Focusable().TypedKey(key(desktop.KeyMenu))
	if len(window.Canvas().Overlays().List()) != 1 || done != "" {
		t.Error("the key for it does not show it")
	}
}

// What a click on a title does the menu of a row does too: the keyboard comes to it by that.
func TestTheMenuOfARowSorts(t *testing.T) {
	table, window := smallTable(t)
	table.MoveTo("1")
	list := table.Focusable().(*tableList)
	if list.TypedKey(key(fyne.KeyF10)); len(window.Canvas().Overlays().List()) != 0 {
		t.Error("F10 without Shift shows it")
	}
	list.KeyDown(key(desktop.KeyShiftLeft))
	list.TypedKey(key(fyne.KeyF10))
	if len(window.Canvas().Overlays().List()) != 1 {
		t.Fatal("the keys for it do not show it")
	}
	before := table.Keys()
	orders := table.Orders()
	for range 2 {
		orders[2].Action()
	}
	if after := table.Keys(); slices.Equal(after, before) || !table.Orders()[2].Checked || table.Orders()[1].Checked {
		t.Errorf("%v becomes %v", before, after)
	}
	if orders[2].Action(); !slices.Equal(table.Keys(), before) {
		t.Errorf("%v does not come back: %v", before, table.Keys())
	}
}

// signOf is what the sign of hidden columns says, "" where there is none.
func signOf(table *Table) string {
	sign := test.WidgetRenderer(table.header).(*headerRenderer).hidden
	if sign.words.Hidden {
		return ""
	}
	return sign.words.Text
}

// TestColumnsWithoutRoomAreNamed at the right end of the titles, and each can be shown in the
// place of those less needed.
func TestColumnsWithoutRoomAreNamed(t *testing.T) {
	table, window := smallTable(t)
	kept, look := 0, &TableLook{}
	table.SetLook(look, func() { kept++ })
	table.SetColumns([]Column{{Name: "class", Title: "Клас", Width: 60}, {Name: "name", Title: "Прізвище", Width: 120, Stretch: true, TwoLines: true},
		{Name: "subjects", Title: "Предм.", Width: 80, Drop: 1}, {Name: "birth", Title: "Народж.", Width: 80, Drop: 2}})
	window.Resize(fyne.NewSize(460, 240))
	if sign := signOf(table); sign != "" || len(table.NotShown()) > 0 {
		t.Fatalf("with room for all %q", sign)
	}
	window.Resize(fyne.NewSize(300, 240))
	if sign := signOf(table); sign != "+2" {
		t.Fatalf("of two without room %q is said", sign)
	}
	named := func() (titles string) {
		for _, item := range table.NotShown() {
			titles += item.Label
			if item.Checked {
				titles += " ✓"
			}
			titles += " "
		}
		return titles
	}
	if got := named(); got != "Предм. Народж. " {
		t.Errorf("named %q", got)
	}
	if clickTitle(table, table.header.Size().Width-10); len(window.Canvas().Overlays().List()) != 1 {
		t.Fatal("the sign shows nothing")
	}
	window.Canvas().Overlays().Remove(window.Canvas().Overlays().Top())
	moved := false
	table.OnClicked = func(string) { moved = true }
	rowsOf(table)[2].TappedSecondary(&fyne.PointEvent{AbsolutePosition: fyne.NewPos(50, 120)})
	if moved || len(window.Canvas().Overlays().List()) != 1 {
		t.Errorf("the other button on a row shows nothing, or is a click: %v", moved)
	}
	window.Canvas().Overlays().Remove(window.Canvas().Overlays().Top())
	table.NotShown()[1].Action()
	widths := table.widths(table.header.Size().Width)
	if widths[3] == 0 || kept != 1 || !slices.Equal(look.Kept, []string{"birth"}) {
		t.Errorf("widths %v, kept %d times as %+v", widths, kept, look)
	}
	if got := named(); got != "Предм. Народж. ✓ " {
		t.Errorf("named %q", got)
	}
	table.NotShown()[0].Action()
	if widths = table.widths(table.header.Size().Width); widths[2] == 0 {
		t.Errorf("the one that was chosen last has no room: %v", widths)
	}
	for range 2 {
		table.NotShown()[slices.IndexFunc(table.NotShown(), func(i *fyne.MenuItem) bool { return i.Checked })].Action()
	}
	if len(look.Kept) > 0 || signOf(table) != "+2" {
		t.Errorf("still kept: %v, %q", look.Kept, signOf(table))
	}
	if sum := widths[0] + widths[1] + widths[2] + widths[3] + table.boxWidth(); sum > table.Size().Width+1 {
		t.Errorf("the columns take %v of %v", sum, table.Size().Width)
	}
}

// TestRoomThatIsLeftIsShared before a column stands empty beside cut words.
func TestRoomThatIsLeftIsShared(t *testing.T) {
	table, _ := smallTable(t)
	table.SetColumns([]Column{{Width: 100, Most: 150}, {Width: 100, Stretch: true}, {Width: 100}})
	for total, want := range map[float32][]float32{300: {100, 100, 100}, 340: {100, 140, 100}, 370: {120, 150, 100}, 600: {150, 350, 100}} {
		for i, got := range table.widths(table.boxWidth() + total*scale()) {
			if !near(got, want[i]*scale()) {
				t.Errorf("of %v column %d has %v, not %v", total, i, got/scale(), want[i])
			}
		}
	}
	table.SetLook(&TableLook{Widths: map[string]float32{"0": 90}}, nil)
	if got := table.widths(table.boxWidth() + 600*scale())[0]; !near(got, 90*scale()) {
		t.Errorf("a width that was drawn becomes %v", got/scale())
	}
}
