package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

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
	// OnBack is called on Backspace.
	OnBack func()
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
	// ByLetters lets letters go to the row whose first cell begins with them.
	ByLetters bool
	// StartsQuietly says that the row at which the keyboard begins is nobody's choice: OnCursor
	// is not told of it.
	StartsQuietly bool
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
	t.given, t.list.typed = rows, typedLetters{}
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
	if t.StandAt(key) && t.OnCursor != nil {
		t.OnCursor(key)
	}
}

// StandAt is [Table.MoveTo] that tells nobody; false where there is no such row.
func (t *Table) StandAt(key string) bool {
	at, there := t.places[key]
	if !there {
		return false
	}
	t.cursor, t.anchor = key, key
	t.list.scrollTo(at)
	t.list.Refresh()
	return true
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
