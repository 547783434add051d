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
	l.focused = true
	switch t := l.table; {
	case t.cursor != "":
	case t.StartsQuietly && len(t.rows) > 0:
		t.StandAt(t.rows[0].Key)
	default:
		t.step(0, false)
	}
	l.Refresh()
}

// FocusLost forgets a held Shift.
func (l *tableList) FocusLost() {
	l.shift, l.focused = false, false
	l.Refresh()
}

// TypedRune goes to what begins with the letters that are typed, where the table lets it. Space
// comes as a key.
func (l *tableList) TypedRune(r rune) {
	t := l.table
	if Touched(); NotFor(r) || !t.ByLetters {
		return
	}
	l.typed.add(r)
	if at := beginning(t.rows, l.typed.letters, func(r Row) string { return r.look()[0].Text }); at >= 0 {
		t.MoveTo(t.rows[at].Key)
	}
}

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
	if by := l.stepOf(key.Name); by != 0 {
		l.typed = typedLetters{}
		t.step(by, l.shift)
		return
	}
	switch key.Name {
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
	case fyne.KeyBackspace:
		l.back()
	case fyne.KeyDelete:
		if t.OnRemove != nil {
			t.OnRemove()
		}
	case desktop.KeyMenu:
		t.showMenuByKey()
	case fyne.KeyF10:
		// As on Windows: many notebooks have no key for the menu.
		if l.shift {
			t.showMenuByKey()
		}
	case fyne.KeyEscape:
		t.leave()
	}
}

// stepOf is by how many rows a key moves, 0 for one that does not.
func (l *tableList) stepOf(key fyne.KeyName) int {
	switch key {
	case fyne.KeyPageDown:
		return l.page()
	case fyne.KeyPageUp:
		return -l.page()
	case fyne.KeyHome:
		return -len(l.table.rows)
	case fyne.KeyEnd:
		return len(l.table.rows)
	}
	return steps[key]
}

// back forgets the letters that are being typed, and goes back where none are.
func (l *tableList) back() {
	switch typed := l.typed.underWay(); {
	case typed:
		l.typed = typedLetters{}
	case l.table.OnBack != nil:
		l.table.OnBack()
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
