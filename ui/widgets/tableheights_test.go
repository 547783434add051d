package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// unevenTable is a table of many rows, every third of which has words for two lines.
func unevenTable(t *testing.T, rows int) (*Table, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	test.ApplyTheme(t, NewTheme(false, 100))
	table := NewTable([]Column{{Width: 60}, {Width: 130, TwoLines: true, Stretch: true}})
	table.SetRows(unevenRows(rows))
	window := test.NewTempWindow(t, table)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(230, 300))
	return table, window
}

func unevenRows(number int) (rows []Row) {
	for i := range number {
		words := "стисло"
		if i%3 == 0 {
			words = "багато слів на два рядки"
		}
		rows = append(rows, Row{Key: fmt.Sprint(i), Cells: []Cell{{Text: fmt.Sprint(i)}, {Text: words}}})
	}
	return rows
}

// topOf is where a row is seen in the table.
func topOf(t *testing.T, table *Table, key string) float32 {
	t.Helper()
	for _, row := range rowsOf(table) {
		if row.row().Key == key {
			driver := fyne.CurrentApp().Driver()
			return driver.AbsolutePositionForObject(row).Y - driver.AbsolutePositionForObject(table).Y
		}
	}
	t.Fatalf("row %s is not in sight", key)
	return 0
}

// near says that two places look the same.
func near(a, b float32) bool { return a-b < 0.1 && b-a < 0.1 }

// TestRowsAreAsHighAsTheirWordsNeed: 28 pixels where every cell has room in a line at the
// width that the table has now.
func TestRowsAreAsHighAsTheirWordsNeed(t *testing.T) {
	table, window := unevenTable(t, 6)
	heights := func() string {
		var all []string
		for _, row := range rowsOf(table) {
			all = append(all, fmt.Sprint(row.Size().Height/scale()))
		}
		return strings.Join(all, " ")
	}
	if got := heights(); got != "34 28 28 34 28 28" {
		t.Errorf("high: %s", got)
	}
	if height := table.header.Size().Height; height != 28 {
		t.Errorf("short titles take %v", height)
	}
	window.Resize(fyne.NewSize(400, 300))
	if got := heights(); got != "28 28 28 28 28 28" {
		t.Errorf("in a wide window: %s", got)
	}
	test.ApplyTheme(t, NewTheme(false, 130))
	window.Resize(fyne.NewSize(230, 300))
	table.Refresh()
	if line := rowsOf(table)[1].Size().Height; !near(line, 28*1.3) {
		t.Errorf("in large letters a line is %v high", line)
	}
	rows := unevenRows(6)
	rows[1].Cells[1].Text = rows[0].Cells[1].Text
	table.SetRows(rows)
	if row := rowsOf(table)[1]; !near(row.Size().Height, 34*1.3) {
		t.Errorf("with other words the row is %v high", row.Size().Height)
	}
}

// TestTitlesOfTwoLinesHaveRoom in the header, which has one line otherwise.
func TestTitlesOfTwoLinesHaveRoom(t *testing.T) {
	table, window := unevenTable(t, 3)
	table.SetColumns([]Column{{Width: 60}, {Title: "Стан і наступний крок", Width: 130, TwoLines: true, Stretch: true}})
	if height := table.header.Size().Height; height != 34 {
		t.Errorf("a long title has %v", height)
	}
	if row := topOf(t, table, "0"); row != 34 {
		t.Errorf("the first row begins at %v", row)
	}
	window.Resize(fyne.NewSize(500, 300))
	if height := table.header.Size().Height; height != 28 {
		t.Errorf("with room for it %v", height)
	}
}

// TestTheCurrentRowIsWhollyInSight wherever the keyboard leads, and rows touch each other.
func TestTheCurrentRowIsWhollyInSight(t *testing.T) {
	table, window := unevenTable(t, 400)
	window.Canvas().Focus(table.Focusable())
	press := func(name fyne.KeyName, times int) {
		for range times {
			table.Focusable().TypedKey(key(name))
			top := topOf(t, table, table.Cursor()) - table.header.Size().Height
			if bottom := top + table.list.heights.of(table.places[table.cursor]); top < -0.1 || bottom > table.list.Size().Height+0.1 {
				t.Fatalf("%s: row %s stands from %v to %v of %v", name, table.Cursor(), top, bottom, table.list.Size().Height)
			}
		}
		rows := rowsOf(table)
		for i := range rows[1:] {
			if gap := rows[i+1].Position().Y - rows[i].Position().Y - rows[i].Size().Height; !near(gap, 0) {
				t.Fatalf("%s: a gap of %v", name, gap)
			}
		}
	}
	press(fyne.KeyEnd, 1)
	press(fyne.KeyUp, 399)
	press(fyne.KeyPageDown, 50)
	press(fyne.KeyHome, 1)
	press(fyne.KeyDown, 399)
	press(fyne.KeyPageUp, 50)
}

// TestNothingJumps: rows that are measured while they come into sight leave those beside them
// where the wheel has brought them, and what is shown anew stays where it was.
func TestNothingJumps(t *testing.T) {
	table, window := unevenTable(t, 1000)
	table.MoveTo("500")
	for range 40 {
		stays := rowsOf(table)[1].row().Key
		before := topOf(t, table, stays)
		table.list.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 17)})
		if after := topOf(t, table, stays); !near(after, before+17) {
			t.Fatalf("the wheel of 17 moves row %s by %v", stays, after-before)
		}
	}
	at := func() float32 { return topOf(t, table, rowsOf(table)[0].row().Key) }
	first, place := rowsOf(table)[0].row().Key, at()
	table.SetRows(unevenRows(1000))
	if rowsOf(table)[0].row().Key != first || !near(at(), place) {
		t.Errorf("shown anew, row %s is the first at %v, not %s at %v", rowsOf(table)[0].row().Key, at(), first, place)
	}
	window.Resize(fyne.NewSize(400, 300))
	if got := rowsOf(table)[0].row().Key; got != first {
		t.Errorf("in a wide window row %s is the first, not %s", got, first)
	}
	table.MoveTo("999")
	last := topOf(t, table, "999")
	table.SetRows(unevenRows(1000))
	if got := topOf(t, table, "999"); !near(got, last) {
		t.Errorf("the last row jumps by %v", got-last)
	}
}

// TestOnlyRowsInSightAreMade: of ten thousand a person looks at thirty.
func TestOnlyRowsInSightAreMade(t *testing.T) {
	table, window := unevenTable(t, 0)
	made := map[int]bool{}
	listing := Listing[int]{
		{Column: Column{Width: 60}, Cell: func(i int) Cell { return Text(fmt.Sprint(i)) }},
		{Column: Column{Width: 130, TwoLines: true, Stretch: true}, Cell: func(i int) Cell {
			made[i] = true
			return Text("багато слів на два рядки")
		}}}
	var rows []Row
	for i := range 10000 {
		rows = append(rows, listing.Row(fmt.Sprint(i), i))
	}
	table.SetRows(rows)
	table.MoveTo("9999")
	window.Canvas().Focus(table.Focusable())
	table.Focusable().(desktop.Keyable).KeyUp(key(desktop.KeyShiftLeft))
	if len(made) > 40 {
		t.Errorf("%d rows are made", len(made))
	}
}
