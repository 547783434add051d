package roster

import (
	"slices"
	"strings"
	"unicode"

	"graduand/data"
)

// ofParents recognises a line that goes on with the parents of the person above: the mother
// below the father, with a telephone at most.
func (p *parser) ofParents(cells []string) bool {
	named := false
	for i, cell := range cells {
		switch {
		case absent(cell):
		case slices.Contains(p.kin, i):
			named = named || namesOne(strings.Fields(cell))
		case i >= len(p.layout.Columns) || p.layout.Columns[i].Field != data.FieldPhone && p.layout.Columns[i].Field != FieldPhone2:
			return false
		}
	}
	return named && endSign(cells) == noSign
}

// headsParents reports that a word for parents stands alone where full names do: «Мати».
func (p *parser) headsParents(cells []string) bool {
	return slices.ContainsFunc(p.name, func(i int) bool {
		return p.layout.Columns[i].Field == FieldFullName && ofParentsAlone(at(cells, i)) && !slices.ContainsFunc(strings.Fields(at(cells, i)), isGiven)
	})
}

// parentsHeader is the title of a column of parents in a header, "" where there is none.
func parentsHeader(cells []string) string {
	i := slices.IndexFunc(cells, func(cell string) bool { return ofParents(cell) && ofParentsAlone(cell) && ofPerson(cell) })
	if i < 0 {
		return ""
	}
	return data.OneLine(cells[i])
}

// beginsStaff reports that a line between the persons is the title of such a list.
func (p *parser) beginsStaff(cells []string) bool {
	if filled(cells) != 1 || p.looksNamed(cells) {
		return false
	}
	title := strings.Join(cells, "")
	return saysStaff(title) || p.overParents(cells, title) && endSign(cells) == noSign
}

// overParents reports that a line of one cell, no farther right than the names, is a title of
// parents in any words, «Матері:», «Мати та батько», and no note about one of them.
func (p *parser) overParents(cells []string, title string) bool {
	words := strings.Fields(title)
	if len(p.name) == 0 || len(cells) > slices.Max(p.name)+1 || len(words) == 0 || digitCount(title) > 0 || !ofParentsAlone(strings.TrimRight(title, ": ")) {
		return false
	}
	capital := func(word string) bool { return unicode.IsUpper([]rune(word)[0]) }
	return capital(words[0]) && !slices.ContainsFunc(words[1:], capital)
}

// nextClass is the class that such a header says among the persons: over names alone, or with
// words of headers beside it; "" for any other line.
func (p *parser) nextClass(cells []string) string {
	i := slices.IndexFunc(p.name, func(i int) bool { return strings.ContainsAny(at(cells, i), "0123456789") })
	if i < 0 || p.layout.Columns[p.name[i]].Field != FieldFullName {
		return ""
	}
	name := p.name[i]
	class, found := classInHeader(cells[name], p.rules.NameScript)
	if !found || !strings.ContainsFunc(cells[name], isWordSign) || ofParents(cells[name]) || saysStaff(cells[name]) {
		return ""
	}
	words := 0
	for k, cell := range cells {
		if k == name || cell == "" {
			continue
		}
		if words++; !p.headerWord(cells, k) {
			return ""
		}
	}
	if words == 0 && len(p.layout.Columns) > 1 {
		return "" // a line over a section
	}
	return class
}

// begin begins the section of a class.
func (p *parser) begin(class string) {
	p.settleClasses()
	p.class, p.ended, p.other, p.staff, p.over, p.left, p.last = class, false, false, false, "", p.layout.left(), 0
}
