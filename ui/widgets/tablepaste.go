package widgets

import "fyne.io/fyne/v2"

var _ fyne.Shortcutable = (*tableList)(nil)

// TypedShortcut gives a block that is pasted while the rows have the focus to who takes
// it.
func (l *tableList) TypedShortcut(s fyne.Shortcut) {
	Touched()
	if paste, is := s.(*fyne.ShortcutPaste); is && l.table.OnPaste != nil {
		l.table.OnPaste(paste.Clipboard.Content())
	}
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
