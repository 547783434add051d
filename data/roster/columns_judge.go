package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/workbook"
)

// judgeColumns finds out, before a row is read, what only a whole column can tell: in which
// order its days are written, and whether names begin with the surname.
func (p *parser) judgeColumns() {
	p.days, p.orders = map[int]*dayColumn{}, map[int]columnOrder{}
	for _, c := range p.layout.Columns {
		switch {
		case p.ofDays(c):
			days := &dayColumn{rules: p.rules, date1904: p.date1904, placed: c.placed}
			p.eachCell(c, days.look)
			p.days[c.Index] = days
		case c.Field == FieldFullName:
			var names []string
			p.eachCell(c, func(cell string) { names = append(names, cell) })
			p.orders[c.Index] = orderOf(names, c.Header)
		}
	}
}

// ofDays reports that the column is read as days: the birth date, and any field of the
// campaign under a header that speaks of a date.
func (p *parser) ofDays(c Column) bool {
	if c.Field == data.FieldBirthDate {
		return true
	}
	return c.Field != "" && !slices.Contains(data.TypedFields(), c.Field) && !cleanedApart[c.Field] && c.Field != FieldDocument && speaksOfDate(c.Header)
}

// eachCell calls see with every filled cell of a column that nobody has mended.
func (p *parser) eachCell(c Column, see func(string)) {
	for _, line := range p.layout.lines() {
		if cell := c.value(line.Cells); cell != "" && line.Mark(c.Index)&workbook.MarkMended == 0 {
			see(cell)
		}
	}
}
