package widgets

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"graduand/data"
)

// Now is the clock by which letters typed at a choice belong together. The window puts its own
// function there.
var Now = time.Now

// TypedRune opens the list at what begins with a letter: nothing is chosen unseen.
func (s *Select) TypedRune(r rune) {
	if Touched(); NotFor(r) || wordsOf(string(r)) == "" {
		return
	}
	s.open()
	if list := s.opened(); list != nil {
		list.take(r)
	}
}

// TypedRune goes to what begins with the letters that are typed.
func (l *choiceList) TypedRune(r rune) {
	if Touched(); !NotFor(r) {
		l.take(r)
	}
}

// take goes on with a letter; what nothing begins with leaves the mark where it is.
func (l *choiceList) take(r rune) {
	l.typed.add(r)
	if at := beginning(l.rows, l.typed.letters, func(r *choiceRow) string { return r.words.Text }); at >= 0 {
		l.goTo(at)
	}
}

// beginning is the place of the first of all whose words begin with what was typed, else of the
// first with a word that does; -1 for none.
func beginning[T any](all []T, typed string, words func(T) string) int {
	typed = wordsOf(typed)
	if typed == "" {
		return -1
	}
	first := slices.IndexFunc(all, func(one T) bool { return strings.HasPrefix(wordsOf(words(one)), typed) })
	if first >= 0 {
		return first
	}
	return slices.IndexFunc(all, func(one T) bool { return strings.Contains(wordsOf(words(one)), " "+typed) })
}

// wordsOf are words as a search finds them, without signs around them.
func wordsOf(words string) string {
	return strings.Join(strings.FieldsFunc(data.FindKey(words), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// typedLetters are what was typed in a list without a long pause.
type typedLetters struct {
	letters string
	last    time.Time
}

// pauseInList is how long after a letter the next one begins another word.
const pauseInList = time.Second

// underWay tells whether the next letter belongs to those before.
func (t *typedLetters) underWay() bool {
	return t.letters != "" && Now().Sub(t.last) < pauseInList
}

// add is the next letter; a space is none at the beginning.
func (t *typedLetters) add(r rune) {
	if !t.underWay() {
		t.letters = ""
	}
	t.letters, t.last = strings.TrimLeft(t.letters+string(r), " "), Now()
}

// AcceptsTab leaves Tab to the list, which chooses before the keyboard goes on.
func (l *choiceList) AcceptsTab() bool { return true }

// FocusGained is of no interest: the mark shows where the keyboard is.
func (l *choiceList) FocusGained() {}

// FocusLost is of no interest.
func (l *choiceList) FocusLost() {}

// TypedKey moves the mark, chooses what is marked, or leaves what was chosen before.
func (l *choiceList) TypedKey(key *fyne.KeyEvent) {
	if Touched(); ByScanner(key) {
		return
	}
	switch key.Name {
	case fyne.KeyEscape, fyne.KeyF4:
		l.over.Hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		l.choose()
	case fyne.KeySpace:
		if !l.typed.underWay() {
			l.choose()
		}
	case fyne.KeyTab:
		l.onTab(key)
	case fyne.KeyBackspace:
		l.typed = typedLetters{}
	default:
		l.move(key.Name)
	}
}

// move moves the mark by a key that does so, and what is typed next begins anew; where nothing is
// marked the arrow up begins at the last.
func (l *choiceList) move(key fyne.KeyName) {
	last := len(l.rows) - 1
	if last < 0 {
		return
	}
	to := l.marked
	switch key {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		if to--; l.marked < 0 {
			to = last
		}
	case fyne.KeyPageDown:
		to += l.page()
	case fyne.KeyPageUp:
		to -= l.page()
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	default:
		return
	}
	l.typed = typedLetters{}
	l.goTo(to)
}

// onTab chooses another one that is marked, and the keyboard goes on as from the closed choice.
func (l *choiceList) onTab(key *fyne.KeyEvent) {
	if l.marked == l.of.SelectedIndex() {
		l.over.Hide()
	} else {
		l.choose()
	}
	switch c := l.over.Canvas; {
	case Everywhere(key):
	case Backwards():
		c.FocusPrevious()
	default:
		c.FocusNext()
	}
}
