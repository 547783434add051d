package roster

import (
	"cmp"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// findClass looks for the class of the whole sheet: the user's word, a title line,
// the name of the sheet.
func (l *Layout) findClass(rules Rules, options Options) string {
	if options.Class != "" {
		return CleanClass(options.Class, rules.NameScript)
	}
	if class := l.titleClass(rules, 0, workbook.MaxColumns); class != "" {
		return class
	}
	class, found := classInTitle(l.Sheet, rules.NameScript)
	if !found {
		class, _ = classInName(l.Sheet, rules.NameScript)
	}
	return class
}

// titleClass looks for a class in the lines above the header, between two columns: the nearest,
// but for one above it that names the letter too, «11-А» over «11 клас».
func (l *Layout) titleClass(rules Rules, from, to int) string {
	nearest := ""
	for i := l.first - 1; i >= 0; i-- {
		line := l.sheet.Lines[i]
		if line.Number >= l.Header && l.Header > 0 {
			continue
		}
		for c := from; c < min(to, len(line.Cells)); c++ {
			class, found := classInTitle(line.Cells[c], rules.NameScript)
			if found && strings.ContainsFunc(line.Cells[c], isWordSign) && (nearest == "" || lettersOf(nearest, class)) {
				nearest = class
				break // of several beside each other the first
			}
		}
	}
	return cmp.Or(nearest, l.headerClass(rules, from, to))
}

// lettersOf reports that a class is the other one with its letter.
func lettersOf(number, class string) bool {
	return data.AllDigits(number) && strings.HasPrefix(class, number+"-")
}

// isWordSign keeps a bare number in a title line from being a class.
func isWordSign(r rune) bool { return r < '0' || r > '9' }

// findLetter finds the parts of a class in two columns beside each other, whose headers do
// not say so: «Паралель» and «Клас» over 11 and «А», or an empty title under one merged
// cell. Where one of them has the class in full it is the class.
func (l *Layout) findLetter(rules Rules) {
	c, known := l.column(data.FieldClass)
	if !known || l.lettered() || !allClasses(l.top(), c.Index, rules.NameScript, true) {
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
		case allLetters(l.top(), i):
			beside.letter, beside.Ignored = true, true
			return
		case allClasses(l.top(), i, rules.NameScript, false):
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
