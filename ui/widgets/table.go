package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Cell is what a table shows in one place: ready words, made off the window's
// thread. Colour is a name of the theme, "" for the usual one. Short, where there is one,
// is shown where there is no room for all of Text, and rows are sorted by Sort in its place.
// Picture is asked whenever the row is drawn, on the window's goroutine, and gives a small picture
// that stands before the words, nil while there is none; see [Table.Pictures].
type Cell struct {
	Text    string
	Short   string
	Sort    string
	Colour  fyne.ThemeColorName
	Icon    fyne.Resource
	Picture func() image.Image
}

// Row is one row of a table. Key names it for ever: the selection follows keys.
type Row struct {
	Key   string
	Cells []Cell
	// cell makes each of so many cells when the row is first looked at, see [Listing.Row].
	cell  func(column int) Cell
	count int
}

// look gives the cells, made now if they were not yet.
func (r *Row) look() []Cell {
	if r.Cells == nil && r.cell != nil {
		r.Cells = make([]Cell, r.count)
		for i := range r.Cells {
			r.Cells[i] = r.cell(i)
		}
	}
	return r.Cells
}

// Column is one column of a table. Width is in device-independent pixels; the one
// column with Stretch takes what is left, but no less than its width, and one with Most is
// as wide as that where there is room for it. Right aligns numbers. On a narrow window the
// columns with the highest Drop vanish first; those with 0 stay. With TwoLines words that
// are too long for one line take two, and such a column gives way where even those that stay
// have too little room. Name is what a [TableLook] calls the column, in every language.
type Column struct {
	Name     string
	Title    string
	Width    float32
	Most     float32
	Stretch  bool
	Right    bool
	TwoLines bool
	Drop     int
}

// Table shows many rows, of which any number may be selected: by a click, with
// Ctrl or Shift for more, and by the keyboard (arrows, Space, Ctrl+A); Ctrl+C copies them for
// a spreadsheet. A click on a title sorts, its right edge is drawn to another width. Only
// what is seen is drawn.
type Table struct {
	widget.BaseWidget

	// OnCursor is called when another row becomes the current one; OnSelected when
	// the selection changes; OnOpened on Enter and double click.
	OnCursor   func(key string)
	OnSelected func()
	OnOpened   func(key string)
	// OnClicked is called when a row was clicked and the table has got the keyboard.
	OnClicked func(key string)
	// OnEnter is called on Enter in place of OnOpened, for a table in a dialog that Enter
	// confirms.
	OnEnter func()
	// OnEscape is called on Esc: a dialog is left by it.
	OnEscape func()
	// OnRemove is called on Delete, OnPaste with the clipboard on Ctrl+V, OnCopied when so
	// many rows were copied.
	OnRemove func()
	OnPaste  func(block string)
	OnCopied func(number int)
	// OnMenu gives what can be done with a row that was clicked with the other button; it is
	// the current one then.
	OnMenu func(key string) []*fyne.MenuItem

	// OnSight is called when other rows have come into sight, see [Table.InSight].
	OnSight func()

	// Plain leaves out the boxes: a table in which nothing is selected.
	Plain bool
	// Pictures is how wide and high pictures in cells are, at the usual size of letters; 0 where
	// no cell has any.
	Pictures float32

	columns []Column
	// given are the rows as they came, rows as they are shown.
	given, rows []Row
	places      map[string]int
	arranged    *TableLook
	onArranged  func()
	// KeepHidden keeps the selection of rows that are not shown for the time when they are
	// shown again; until then they count for nothing.
	KeepHidden bool

	selected map[string]bool
	cursor   string
	anchor   string
	// seen are the keys of the first and the last row in sight, of how many rows.
	seen   sight
	header *tableHeader
	list   *tableList
}

// NewTable makes an empty table.
func NewTable(columns []Column) *Table {
	t := &Table{columns: columns, selected: map[string]bool{}, places: map[string]int{}, arranged: &TableLook{}}
	t.header = newTableHeader(t)
	t.list = newTableList(t)
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer puts the header above the rows.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(tableLayout{t}, t.header, t.list))
}

// SetRows shows other rows. The current row and the selection stay where their
// keys are still there.
func (t *Table) SetRows(rows []Row) {
	t.given = rows
	t.order()
	if !t.KeepHidden {
		t.ForgetHidden()
	}
	if _, there := t.places[t.cursor]; !there {
		t.cursor, t.anchor = "", ""
	}
	t.refreshAll()
}

// Near is the current row where it is among others that are about to be shown, else the
// nearest one that is: the next below, or the last above. "" where none is.
func (t *Table) Near(rows []Row) string {
	there := make(map[string]bool, len(rows))
	for i := range rows {
		there[rows[i].Key] = true
	}
	at, known := t.places[t.cursor]
	if !known {
		return ""
	}
	for i := at; i < len(t.rows); i++ {
		if there[t.rows[i].Key] {
			return t.rows[i].Key
		}
	}
	for i := at; i >= 0; i-- {
		if there[t.rows[i].Key] {
			return t.rows[i].Key
		}
	}
	return ""
}

// Rows are the rows shown with all their words, for who asks what a person sees.
func (t *Table) Rows() []Row {
	for i := range t.rows {
		t.rows[i].look()
	}
	return t.rows
}

// Count is how many rows are shown.
func (t *Table) Count() int { return len(t.rows) }

// Keys are those of the rows shown, in their order.
func (t *Table) Keys() []string {
	keys := make([]string, len(t.rows))
	for i := range t.rows {
		keys[i] = t.rows[i].Key
	}
	return keys
}

// SetColumns shows other columns; rows with as many cells must follow.
func (t *Table) SetColumns(columns []Column) {
	t.columns = columns
	t.order()
	t.refreshAll()
}

// refreshAll shows other rows, or the same in other widths.
func (t *Table) refreshAll() {
	if size := t.Size(); !size.IsZero() {
		t.share(size)
	}
	t.header.Refresh()
	t.list.Refresh()
}

// Cursor is the key of the current row, "" for none.
func (t *Table) Cursor() string { return t.cursor }

// MoveTo makes a row the current one and shows it.
func (t *Table) MoveTo(key string) {
	at, there := t.places[key]
	if !there {
		return
	}
	t.cursor, t.anchor = key, key
	t.list.scrollTo(at)
	t.list.Refresh()
	if t.OnCursor != nil {
		t.OnCursor(key)
	}
}

// Focusable is the part of the table that takes the keyboard.
func (t *Table) Focusable() fyne.Focusable { return t.list }

// step moves the current row by so many places; with extend the rows between are
// selected.
func (t *Table) step(by int, extend bool) {
	if len(t.rows) == 0 {
		return
	}
	at, there := t.places[t.cursor]
	switch {
	case !there:
		at = 0
	default:
		at = min(max(at+by, 0), len(t.rows)-1)
	}
	anchor := t.anchor
	t.MoveTo(t.rows[at].Key)
	if extend {
		t.selectBetween(anchor, t.cursor)
		t.anchor = anchor
	}
}

// clicked is a click on a row, with the keys that were held.
func (t *Table) clicked(key string, held fyne.KeyModifier, onBox bool) {
	switch {
	case held&fyne.KeyModifierShift != 0 && t.anchor != "":
		anchor := t.anchor
		t.MoveTo(key)
		t.selectBetween(anchor, key)
		t.anchor = anchor
	case held&fyne.KeyModifierControl != 0 || onBox:
		t.MoveTo(key)
		t.toggle(key)
	default:
		t.MoveTo(key)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t.list)
	}
	if t.OnClicked != nil {
		t.OnClicked(key)
	}
}

// scale is how much larger than usual the letters of the theme are.
func scale() float32 { return theme.Size(theme.SizeNameText) / usualText }

const cellGap = 6

// ColumnOf is a column of a table of T: it carries its title, its width and its cell.
type ColumnOf[T any] struct {
	Column
	// Cell is what the column shows of a T. It is called on the window's goroutine when the
	// row is first drawn, so it makes words of what T holds and asks nobody.
	Cell func(T) Cell
}

// Listing are the columns of a table of T in their order.
type Listing[T any] []ColumnOf[T]

// Columns are the columns as a table takes them.
func (l Listing[T]) Columns() []Column {
	columns := make([]Column, len(l))
	for i, c := range l {
		columns[i] = c.Column
	}
	return columns
}

// Row is the row that shows a T. Its words are made when it is first drawn: of ten thousand
// rows a person looks at thirty.
func (l Listing[T]) Row(key string, of T) Row {
	return Row{Key: key, count: len(l), cell: func(column int) Cell { return l[column].Cell(of) }}
}

// Text is a cell of plain words.
func Text(words string) Cell { return Cell{Text: words} }
