package roster

import (
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/workbook"
)

// withLetter joins a class that stands in two columns, «11» and «А».
func withLetter(class, letter string) string {
	number, _ := workbook.ExactDigits(class)
	if parsed, is := ParseClass(number, ""); is {
		number = parsed // XI
	}
	if letter = bareLetter(letter); letter == "" || !data.AllDigits(number) {
		return class
	}
	return number + "-" + letter
}

// bareLetter is the letter of a class without the signs round it.
func bareLetter(s string) string { return strings.Trim(s, `"«»“”„'’()-. `) }

// findLetter finds the parts of a class in two columns beside each other, whose headers do
// not say so: «Паралель» and «Клас» over 11 and «А», or an empty title under one merged
// cell. Where one of them has the class in full it is the class.
func (l *Layout) findLetter(rules Rules) {
	c, known := l.column(data.FieldClass)
	if !known || l.lettered() || !l.allClasses(c.Index, rules, true) {
		return
	}
	for _, i := range []int{c.Index + 1, c.Index - 1} {
		if i < 0 || i >= len(l.Columns) || l.Columns[i].Field != "" || l.Columns[i].Ignored {
			continue
		}
		beside := &l.Columns[i]
		key := squeeze(beside.Header)
		switch {
		case !has(key, "клас", "class", "літер", "литер", "букв", "тамга", "letter", "section", "індекс", "индекс") && key != "":
		case l.allLetters(i):
			beside.letter, beside.Ignored = true, true
			return
		case l.allClasses(i, rules, false):
			l.Columns[c.Index].Field, l.Columns[c.Index].known = "", true
			beside.Field = data.FieldClass
			return
		}
	}
}

func (l *Layout) lettered() bool {
	for _, c := range l.Columns {
		if c.letter {
			return true
		}
	}
	return false
}

// allClasses reports that the cells of a column are classes: numbers only, or with their
// letters.
func (l *Layout) allClasses(column int, rules Rules, bare bool) bool {
	found := false
	for _, line := range l.top() {
		cell := line.Cell(column)
		if cell == "" || endSign(line.Cells) == sureSign {
			continue
		}
		class, is := ParseClass(cell, rules.NameScript)
		if !is || data.AllDigits(class) != bare {
			return false
		}
		found = true
	}
	return found
}

// allLetters reports that the cells of a column are single letters, in quotes or not.
func (l *Layout) allLetters(column int) bool {
	found := false
	for _, line := range l.top() {
		cell := line.Cell(column)
		if cell == "" || endSign(line.Cells) == sureSign {
			continue
		}
		if letter := bareLetter(cell); utf8.RuneCountInString(letter) != 1 || data.AllDigits(letter) {
			return false
		}
		found = true
	}
	return found
}
