package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ desktop.Keyable = (*tableList)(nil)
	_ fyne.Focusable  = (*tableList)(nil)
)

// FocusGained makes the first row current, so that the keyboard has where to start.
func (l *tableList) FocusGained() {
	if l.table.cursor == "" {
		l.table.step(0, false)
	}
	l.Refresh()
}

// FocusLost forgets a held Shift.
func (l *tableList) FocusLost() {
	l.shift = false
	l.Refresh()
}

// TypedRune has nothing to do: Space comes as a key.
func (l *tableList) TypedRune(rune) {}

// KeyDown notes that Shift is held.
func (l *tableList) KeyDown(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		l.shift = true
	}
}

// KeyUp notes that Shift is free.
func (l *tableList) KeyUp(key *fyne.KeyEvent) {
	if key.Name == desktop.KeyShiftLeft || key.Name == desktop.KeyShiftRight {
		l.shift = false
	}
}

// TypedKey moves, selects and opens.
func (l *tableList) TypedKey(key *fyne.KeyEvent) {
	if Everywhere(key) {
		return
	}
	t := l.table
	page := l.page()
	switch key.Name {
	case fyne.KeyDown:
		t.step(1, l.shift)
	case fyne.KeyUp:
		t.step(-1, l.shift)
	case fyne.KeyPageDown:
		t.step(page, l.shift)
	case fyne.KeyPageUp:
		t.step(-page, l.shift)
	case fyne.KeyHome:
		t.step(-len(t.rows), l.shift)
	case fyne.KeyEnd:
		t.step(len(t.rows), l.shift)
	case fyne.KeySpace:
		if t.cursor != "" && !t.Plain {
			t.toggle(t.cursor)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if t.OnEnter != nil {
			t.OnEnter()
		} else if t.cursor != "" && t.OnOpened != nil {
			t.OnOpened(t.cursor)
		}
	case fyne.KeyDelete:
		if t.OnRemove != nil {
			t.OnRemove()
		}
	case desktop.KeyMenu:
		t.showMenuByKey()
	case fyne.KeyEscape:
		t.leave()
	}
}

// leave leaves a dialog; on a page it takes the ticks away, those of rows that are not shown too,
// and without ticks it is Esc for the page.
func (t *Table) leave() {
	switch {
	case t.OnEscape != nil:
		t.OnEscape()
	case len(t.selected) > 0 && !t.Plain:
		t.Select()
	default:
		Left()
	}
}
