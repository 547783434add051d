package roster

import (
	"unicode"

	"graduand/data"
	"graduand/data/workbook"
)

// overHeader is a table of the lines right over the header in which people stand, as where
// somebody has sorted the header among them; found is false where there are none. Its columns are
// those of the header, and every row of it is in doubt.
func (l *Layout) overHeader(words *dictionary) (over Layout, found bool) {
	if l.Header == 0 {
		return Layout{}, false
	}
	first := l.begins
	for first > 0 && l.namesPerson(l.sheet.Lines[first-1], words) {
		first--
	}
	over = *l
	over.first, over.end, over.further, over.overhead = first, l.begins, nil, true
	return over, first < l.begins
}

// namesPerson reports that a line over the header is certainly of somebody: a name in full, and a
// number, a class or what else only people have.
func (l *Layout) namesPerson(line workbook.Line, words *dictionary) bool {
	if !l.looksLikeData(line.Cells, words) {
		return false
	}
	name, shows := "", false
	for _, c := range l.Columns {
		cell := at(line.Cells, c.Index)
		switch {
		case cell == "":
		case isNamePart(c.Field):
			name += " " + cell
		case c.Field == data.FieldClass:
			_, is := cellClass(cell, "")
			shows = shows || is
		case c.ordinal:
			shows = shows || unicode.IsDigit([]rune(cell)[0])
		case c.Field != "":
			shows = shows || digitCount(cell) >= 5
		}
	}
	return shows && namesOne(nameWords(name)) && endSign(line.Cells) != sureSign
}
