package workbook

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"graduand/data"
)

// pageTable is a table of a web page under way. One within a cell of another is no table
// of its own: its rows become lines of the cell.
type pageTable struct {
	page    *page
	nested  bool
	look    look
	inner   strings.Builder // the text of a table within a cell
	columns int             // described so far

	inRow   bool
	rowLook look
	column  int
	down    map[int]int // rows that cells from above still take up, by their columns
	filled  bool

	inCell bool
	cell   pageText
	own    look // of the cell
	place  Area
	value  string // the number that is shown, where the page keeps it beside
	format format // of that number
}

func (t *pageTable) began(token html.Token) error {
	switch token.Data {
	case "tr":
		return t.beginRow(token)
	case "td", "th":
		return t.beginCell(token)
	case "col":
		return t.takeColumn(token)
	}
	return nil
}

// takeColumn takes what a table says of a column before its rows.
func (t *pageTable) takeColumn(token html.Token) error {
	first := t.columns
	t.columns += spanned(token, "span")
	if t.nested || !t.page.lookOf(token).hidden {
		return nil
	}
	return t.page.hide(first, t.columns-1)
}

func (t *pageTable) beginRow(token html.Token) error {
	if err := t.endRow(); err != nil {
		return err
	}
	t.inRow, t.filled, t.column, t.rowLook = true, false, 0, t.page.lookOf(token)
	if t.nested {
		return nil
	}
	t.page.row++
	return t.page.gatherer.begin(t.page.row, t.rowLook.hidden || t.look.hidden)
}

// endRow closes a row if one is open; the rows that cells take up from above are one less.
func (t *pageTable) endRow() error {
	if err := t.endCell(); err != nil || !t.inRow {
		return err
	}
	t.inRow = false
	for column, rows := range t.down {
		if t.down[column] = rows - 1; rows <= 1 {
			delete(t.down, column)
		}
	}
	if t.nested {
		t.inner.WriteByte('\n')
		return nil
	}
	if t.filled {
		t.page.rows++
	}
	return t.page.endRow(1)
}

func (t *pageTable) beginCell(token html.Token) error {
	if err := t.endCell(); err != nil {
		return err
	}
	if !t.inRow {
		if err := t.beginRow(html.Token{}); err != nil {
			return err
		}
	}
	for t.down[t.column] > 0 {
		t.column++
	}
	wide, high := spanned(token, "colspan"), spanned(token, "rowspan")
	t.inCell, t.own, t.value, t.format = true, t.page.lookOf(token), "", format{}
	t.place = Area{Top: t.page.row, Left: t.column, Bottom: t.page.row + high - 1, Right: t.column + wide - 1}
	for _, a := range token.Attr {
		switch a.Key {
		case "x:num", "sdval":
			t.value = a.Val
		case "sdnum": // language;language;format
			if parts := strings.SplitN(a.Val, ";", 3); len(parts) == 3 {
				t.format = formatOf(parts[2])
			}
		}
	}
	t.column += wide
	return t.span(high)
}

// span keeps the columns of a high cell free in the rows below, as far as columns matter.
func (t *pageTable) span(high int) error {
	if t.nested {
		return nil
	}
	for column := t.place.Left; high > 1 && column <= min(t.place.Right, MaxColumns); column++ {
		if t.down == nil {
			t.down = map[int]int{}
		}
		t.down[column] = high
	}
	return t.page.merge(t.place)
}

// endCell puts the text of a cell into its column.
func (t *pageTable) endCell() error {
	if !t.inCell {
		return nil
	}
	t.inCell = false
	text, mark := t.cell.done()
	if t.nested {
		t.inner.WriteString(text + " ")
		if t.inner.Len() > maxString {
			return data.Fail("roster.suspicious", nil)
		}
		return nil
	}
	if t.own.hidden && !t.rowLook.hidden {
		t.page.unseenCells(t.place.Left, text != "")
	}
	if text == "" {
		return nil
	}
	if t.own.struck || t.rowLook.struck || t.look.struck {
		mark |= MarkStruck
	}
	text, kind := t.numbered(text)
	mark |= kind
	t.filled = true
	if !t.own.hidden {
		t.page.seenCells(t.place.Left)
	}
	return t.page.fill(t.place.Left, text, mark)
}

// numbered is what a cell shows, or the number that the page keeps beside it: of a day, and
// where not all digits are shown.
func (t *pageTable) numbered(shown string) (string, Mark) {
	digits, is := numberText(t.value)
	if !is || digits == "" {
		return shown, 0
	}
	text, mark := shownNumber(t.value, shown)
	switch {
	case t.format.day:
		return digits, MarkNumber | MarkDay
	case text == shown, isCut(shown):
		return text, mark
	}
	return shown, 0
}

// isCut reports that a number is shown without all its digits.
func isCut(shown string) bool {
	_, rounded := ExactDigits(shown)
	return rounded || strings.HasPrefix(shown, "##")
}

// take adds text to the cell under way. What stands between cells belongs beside the table.
func (t *pageTable) take(text string, l look) error {
	if t.inCell {
		around := t.look.with(t.rowLook).with(t.own)
		l.ink = l.ink.over(around.ink)
		return t.cell.take(text, l)
	}
	if l.lineEnd {
		return nil
	}
	return t.page.text.take(text, l)
}

// spanned is how many columns or rows an element takes up, as browsers bound it.
func spanned(token html.Token, name string) int {
	for _, a := range token.Attr {
		if a.Key == name {
			n, err := strconv.Atoi(strings.TrimSpace(a.Val))
			if err != nil || n < 1 {
				return 1
			}
			return min(n, maxSpan)
		}
	}
	return 1
}
