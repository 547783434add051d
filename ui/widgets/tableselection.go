package widgets

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
)

// ForgetHidden ends the selection of rows that are not shown.
func (t *Table) ForgetHidden() {
	for key := range t.selected {
		if _, there := t.places[key]; !there {
			delete(t.selected, key)
		}
	}
}

// Hidden counts the selected rows that are not shown.
func (t *Table) Hidden() int { return len(t.selected) - t.Marked() }

// Ticks are the selected rows, those that are not shown too; in no order.
func (t *Table) Ticks() []string { return slices.Collect(maps.Keys(t.selected)) }

// Tick selects rows that were selected in a table that was there before, shown or not yet.
func (t *Table) Tick(keys []string) {
	for _, key := range keys {
		t.selected[key] = true
	}
	t.changed()
}

// Selected are the keys of the selected rows in the order of the table; the current
// row alone where none is selected.
func (t *Table) Selected() []string {
	var keys []string
	for key := range t.selected {
		if _, there := t.places[key]; there {
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 && t.cursor != "" {
		return []string{t.cursor}
	}
	slices.SortFunc(keys, func(a, b string) int { return t.places[a] - t.places[b] })
	return keys
}

// Marked counts the shown rows that were selected one by one or together.
func (t *Table) Marked() int {
	n := 0
	for key := range t.selected {
		if _, there := t.places[key]; there {
			n++
		}
	}
	return n
}

// selectEvery selects every row shown.
func (t *Table) selectEvery() {
	clear(t.selected)
	for _, r := range t.rows {
		t.selected[r.Key] = true
	}
	t.changed()
}

// SelectAll selects every row shown; a second time none.
func (t *Table) SelectAll() {
	if t.Marked() < len(t.rows) {
		t.selectEvery()
		return
	}
	clear(t.selected)
	t.changed()
}

func (t *Table) selectBetween(a, b string) {
	from, hasFrom := t.places[a]
	to, hasTo := t.places[b]
	if !hasFrom || !hasTo {
		return
	}
	clear(t.selected)
	for i := min(from, to); i <= max(from, to); i++ {
		t.selected[t.rows[i].Key] = true
	}
	t.changed()
}

// toggle selects or unselects one row.
func (t *Table) toggle(key string) {
	if t.selected[key] {
		delete(t.selected, key)
	} else {
		t.selected[key] = true
	}
	t.changed()
}

func (t *Table) changed() {
	t.header.Refresh()
	t.list.Refresh()
	if t.OnSelected != nil {
		t.OnSelected()
	}
}

var _ fyne.Shortcutable = (*tableList)(nil)

// TypedShortcut takes Ctrl+A, Ctrl+C, and a block that is pasted while the rows have the
// focus.
func (l *tableList) TypedShortcut(s fyne.Shortcut) {
	Touched()
	switch s := s.(type) {
	case *fyne.ShortcutPaste:
		if l.table.OnPaste != nil {
			l.table.OnPaste(s.Clipboard.Content())
		}
	case *fyne.ShortcutCopy:
		l.table.Copy(s.Clipboard, l.table.Selected()...)
	case *fyne.ShortcutSelectAll:
		if !l.table.Plain {
			l.table.selectEvery()
		}
	}
}

// Copy puts rows that are shown on the clipboard as a spreadsheet takes them: a row a line,
// with a tab between cells, under the titles of the columns, by which a block that comes back
// is read.
func (t *Table) Copy(to fyne.Clipboard, keys ...string) {
	if len(keys) == 0 {
		return
	}
	titles := make([]string, len(t.columns))
	for i, c := range t.columns {
		titles[i] = c.Title
	}
	lines := []string{copied(titles)}
	for _, key := range keys {
		var cells []string
		for _, cell := range t.rows[t.places[key]].look() {
			cells = append(cells, cell.Text)
		}
		lines = append(lines, copied(cells))
	}
	words := strings.Join(lines, "\n") + "\n"
	to.SetContent(words)
	Copied(words)
	if t.OnCopied != nil {
		t.OnCopied(len(keys))
	}
}

// copied is a line of cells, each in one line.
func copied(cells []string) string {
	for i, cell := range cells {
		cells[i] = strings.Join(strings.Fields(cell), " ")
	}
	return strings.Join(cells, "\t")
}

// Select selects these rows and no others.
func (t *Table) Select(keys ...string) {
	clear(t.selected)
	for _, key := range keys {
		if _, there := t.places[key]; there {
			t.selected[key] = true
		}
	}
	t.changed()
}
