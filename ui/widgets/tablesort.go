package widgets

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// TableLook is how somebody has arranged a table: it holds no personal word.
type TableLook struct {
	// Widths are those of the columns that were drawn wider or narrower, in
	// device-independent pixels at the usual size of letters, by the names of the columns.
	Widths map[string]float32 `json:"widths,omitempty"`
	// Sort is the name of the column by which the rows are sorted, "" for the order in
	// which they come; Down turns it round.
	Sort string `json:"sort,omitempty"`
	Down bool   `json:"down,omitempty"`
	// Kept are the names of the columns that are shown before others where there is too little
	// room for all.
	Kept []string `json:"kept,omitempty"`
}

// SetLook arranges the table as somebody has left it; changed is called when they arrange
// it otherwise, and look has changed then.
func (t *Table) SetLook(look *TableLook, changed func()) {
	t.arranged, t.onArranged = look, changed
	t.order()
}

// nameOf is what the look calls a column: its name, or its place where it has none.
func (t *Table) nameOf(column int) string {
	if name := t.columns[column].Name; name != "" {
		return name
	}
	return strconv.Itoa(column)
}

// sortedBy is the column by which the rows are sorted, -1 for none.
func (t *Table) sortedBy() int {
	for i := range t.columns {
		if t.arranged.Sort == t.nameOf(i) {
			return i
		}
	}
	return -1
}

// sortBy sorts by a column, at the second time the other way round, and at the third not any
// more. The current row stays in sight.
func (t *Table) sortBy(column int) {
	look, name := t.arranged, t.nameOf(column)
	switch {
	case look.Sort != name:
		look.Sort, look.Down = name, false
	case !look.Down:
		look.Down = true
	default:
		look.Sort, look.Down = "", false
	}
	t.order()
	t.refreshAll()
	if at, there := t.places[t.cursor]; there {
		t.list.scrollTo(at)
	}
	t.tellArranged()
}

// SortedBy is what is said of the columns by which the rows can be sorted. The window puts its own words
// there.
var SortedBy = func() string { return "" }

// Orders are the columns by which the rows can be sorted, as a click on their titles does.
func (t *Table) Orders() (items []*fyne.MenuItem) {
	for i, c := range t.columns {
		if c.Title == "" {
			continue
		}
		item := fyne.NewMenuItem(c.Title, func() { t.sortBy(i) })
		item.Checked = t.sortedBy() == i
		items = append(items, item)
	}
	return items
}

func (t *Table) tellArranged() {
	if t.onArranged != nil {
		t.onArranged()
	}
}

// order puts the rows into the order of the look.
func (t *Table) order() {
	t.rows = t.given
	if column := t.sortedBy(); column >= 0 {
		t.rows = sortedRows(t.given, column, t.arranged.Down)
	}
	t.places = make(map[string]int, len(t.rows))
	for i := range t.rows {
		t.places[t.rows[i].Key] = i
	}
	t.list.forget()
}

// alphabet has the letters of all Cyrillic alphabets in their places, Ґ behind Г as only the
// Ukrainian order has it, and numbers by their value.
var alphabet = collate.New(language.Ukrainian, collate.Numeric)

// sortedRows are rows in the order of a column. Rows with the same words stay as they were,
// those with none come last whichever way round.
func sortedRows(rows []Row, column int, down bool) []Row {
	type keyed struct {
		row Row
		key []byte
	}
	all := make([]keyed, len(rows))
	buffer := &collate.Buffer{}
	for i := range rows {
		words := rows[i].sortWords(column)
		all[i].row = rows[i]
		if words != "" {
			all[i].key = slices.Clone(alphabet.KeyFromString(buffer, words))
			buffer.Reset()
		}
	}
	slices.SortStableFunc(all, func(a, b keyed) int {
		switch {
		case len(a.key) == 0 || len(b.key) == 0:
			return len(b.key) - len(a.key)
		case down:
			return bytes.Compare(b.key, a.key)
		}
		return bytes.Compare(a.key, b.key)
	})
	sorted := make([]Row, len(all))
	for i := range all {
		sorted[i] = all[i].row
	}
	return sorted
}

// sortWords are the words of one cell by which rows are sorted.
func (r *Row) sortWords(column int) string {
	var cell Cell
	switch {
	case r.Cells != nil && column < len(r.Cells):
		cell = r.Cells[column]
	case r.Cells == nil && column < r.count:
		cell = r.cell(column)
	}
	return cmp.Or(cell.Sort, yearFirst(cell.Text))
}

// yearFirst turns a day as people write it, 05.03.2003, round to the order of time.
func yearFirst(words string) string {
	day := dotted.FindStringSubmatch(words)
	if day == nil {
		return words
	}
	return day[3] + "." + day[2] + "." + day[1] + day[4]
}

var dotted = regexp.MustCompile(`^(\d\d)\.(\d\d)\.(\d{4})(.*)$`)
