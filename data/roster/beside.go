package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
)

// besides are the columns of names that are not read because others say the same better: a
// full name beside its parts, or a part beside the full name.
type besides struct {
	columns []Column // with the field that the header names
	// loose says that names stand in them in another case or language: «Гука Яна».
	loose bool
}

// findBesides finds such columns, and whether their names end as the read ones do.
func (p *parser) findBesides() besides {
	var b besides
	for _, c := range p.layout.Columns {
		if c.beside != "" && c.Field == "" {
			c.Field = c.beside
			b.columns = append(b.columns, c)
		}
	}
	if len(b.columns) == 0 {
		return b
	}
	same, bent := 0, 0
	for _, line := range p.layout.top() {
		read := strings.Fields(p.layout.nameIn(p.layout.own(line.Cells), 0, len(p.layout.Columns)))
		for _, c := range b.columns {
			switch words := strings.Fields(line.Cell(c.Index)); {
			case len(words) == 0 || len(read) == 0:
			case allAmong(words, read, false):
				same++
			case allAmong(words, read, true):
				bent++
			}
		}
	}
	b.loose = bent > same
	return b
}

// whole is the column of full names beside the parts, if there is one.
func (b *besides) whole() (Column, bool) {
	i := slices.IndexFunc(b.columns, func(c Column) bool { return c.Field == FieldFullName })
	if i < 0 {
		return Column{}, false
	}
	return b.columns[i], true
}

// nameBeside is the full name of a line whose parts are empty.
func (p *parser) nameBeside(cells []string) string {
	c, found := p.besides.whole()
	if !found || slices.ContainsFunc(p.layout.Columns, func(c Column) bool { return isNamePart(c.Field) && !absent(at(cells, c.Index)) }) {
		return ""
	}
	return at(cells, c.Index)
}

// readBeside reads the full name of a line whose parts are empty, which is said.
func (r *reader) readBeside() {
	name := r.nameBeside(r.line.Cells)
	if absent(name) {
		return
	}
	c, _ := r.besides.whole()
	r.fullName(c, name)
	r.problem(c, name, "name_beside", data.SeverityWarning, data.Args{"header": c.Header})
}

// doubtBeside asks about a name that another column contradicts.
func (r *reader) doubtBeside() {
	g := &r.row.Graduate
	if r.badName || g.Surname == "" || g.GivenName == "" {
		return
	}
	for _, c := range r.besides.columns {
		cell := at(r.line.Cells, c.Index)
		if !absent(cell) && r.contradicts(c.Field, cell) {
			r.problem(c, cell, "name_contradicts", data.SeverityConfirm, data.Args{"header": c.Header, "name": g.FullName()})
		}
	}
}

// contradicts reports that a cell beside names somebody else: a word of it is none of the
// name, or, of a full name, surname or given name is missing in it. A patronymic that only
// one of the two has contradicts nothing.
func (r *reader) contradicts(field, cell string) bool {
	g, words := &r.row.Graduate, strings.Fields(data.CleanName(plainName(cell)))
	own, loose := strings.Fields(g.FullName()), r.besides.loose
	if field != FieldFullName {
		return !allAmong(words, own, loose)
	}
	return !allAmong(strings.Fields(g.Surname+" "+g.GivenName), words, loose) || g.Patronymic != "" && !allAmong(words, own, loose)
}

// allAmong reports that each of some words is among the others.
func allAmong(words, others []string, loose bool) bool {
	return !slices.ContainsFunc(words, func(word string) bool {
		return !slices.ContainsFunc(others, func(other string) bool { return isOneWord(word, other, loose) })
	})
}

// isOneWord compares words of two names: in one language or two, an initial with the word that
// it begins, and, loosely, without their endings.
func isOneWord(a, b string, loose bool) bool {
	if isInitial(a) || isInitial(b) {
		x, _ := utf8.DecodeRuneInString(data.FindKey(a))
		y, _ := utf8.DecodeRuneInString(data.FindKey(b))
		return foldLetter(x) == foldLetter(y)
	}
	first, second := foldLanguages(strings.Trim(a, ",")), foldLanguages(strings.Trim(b, ","))
	return first == second || formOf(a) == formOf(b) || loose && isBent(first, second)
}

// isInitial tells «Я.» and «Я.Ю.».
func isInitial(word string) bool {
	return strings.Contains(word, ".") || utf8.RuneCountInString(word) == 1
}

// isBent reports that two words differ in their endings at most: Гук and Гука, Ія and Ії.
func isBent(a, b string) bool {
	first, second := []rune(a), []rune(b)
	n := 0
	for n < len(first) && n < len(second) && first[n] == second[n] {
		n++
	}
	return n > 0 && n >= min(len(first), len(second))-2 && max(len(first), len(second))-n <= 3
}
