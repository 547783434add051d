package roster

import (
	"strings"

	"graduand/data"
)

// repeatsHeader recognises the header of a further page: the name column and all
// other filled columns but one hold header words. One word alone may be a surname.
func (p *parser) repeatsHeader(cells []string) bool {
	named := false
	for _, i := range p.name {
		named = named || p.headerWord(cells, i)
	}
	if !named {
		return false
	}
	filled, words := 0, 0
	for _, c := range p.layout.Columns {
		if at(cells, c.Index) == "" {
			continue
		}
		if filled++; p.headerWord(cells, c.Index) || ofParentsAlone(at(cells, c.Index)) {
			words++
		}
	}
	return words == filled || words >= 2 && words+1 >= filled
}

func (p *parser) headerWord(cells []string, i int) bool {
	key := squeeze(at(cells, i))
	if key == "" || i >= len(p.layout.Columns) {
		return false
	}
	_, known := p.words.exact[key]
	return known || key == p.headers[i] ||
		has(key, "прізвищ", "фамили", "surname") && p.words.field(at(cells, i)) == FieldFullName
}

// isOtherHeader recognises the header of a table of other things under the persons: a word
// of headers stands where only a number, a day or a class may. A line that names somebody
// in full is none, whatever stands beside the name, unless the name is a word for a parent.
func (p *parser) isOtherHeader(cells []string) bool {
	for _, cell := range cells {
		if digitCount(cell) > 0 || data.LongerThan(cell, maxLoneHeader) {
			return false // as nearly every line has it
		}
	}
	words, filled, parents := 0, 0, p.headsParents(cells) && endSign(cells) != sureSign // who teaches signs below
	for i, cell := range cells {
		if absent(cell) {
			continue
		}
		filled++
		if i >= len(p.layout.Columns) || !isTyped(p.layout.Columns[i]) {
			continue
		}
		if _, isClass := ParseClass(cell, p.rules.NameScript); p.isHeaderOf(cell) || parents && !isClass {
			words++
		}
	}
	return filled > 1 && words > 0 && (parents || !p.looksNamed(cells))
}

// otherWords begin the headers of tables of other things.
var otherWords = strings.Fields("предмет кількіст количеств дисциплін дисциплин кабінет кабинет годин час день дата посад должност subject teacher count room сабак саны кабинет")

func (p *parser) isHeaderOf(cell string) bool {
	for word := range headerWords(cell) {
		if beginsWith(word, otherWords) {
			return true
		}
	}
	return p.words.field(cell) != ""
}
