package roster

import (
	"unicode"

	"graduand/data"
)

// lowerHeader reports that a line can be the lower row of a header: some cell is a
// header word, none is a value.
func lowerHeader(words *dictionary, cells []string) bool {
	known := 0
	for _, cell := range cells {
		if digitRun(cell) >= 4 {
			return false
		}
		if field := words.field(cell); field != "" && field != columnOrdinal || squeeze(cell) == "учня" {
			known++
		}
	}
	return known > 0
}

func digitRun(s string) int {
	longest, run := 0, 0
	for _, r := range s {
		if run++; !unicode.IsDigit(r) {
			run = 0
		}
		longest = max(longest, run)
	}
	return longest
}

// headerColumns classifies a header of one row, or of two when upper is given. An
// upper cell reaches over the cells to its right that are empty (a merged cell).
func headerColumns(words *dictionary, upper, lower []string) []Column {
	columns := make([]Column, max(len(upper), len(lower)))
	over := ""
	for i := range columns {
		top, low := at(upper, i), at(lower, i)
		if top != "" {
			over = top
		} else if low == "" {
			over = ""
		} else {
			top = over
		}
		field := words.under(top, low)
		columns[i] = Column{Index: i, Header: oneLine(top + " " + low), Field: field}
	}
	settle(columns)
	return columns
}

func at(cells []string, i int) string {
	if i < len(cells) {
		return cells[i]
	}
	return ""
}

// settle resolves what only the neighbours can tell, and keeps one column a field.
func settle(columns []Column) {
	fields := map[string]bool{}
	for _, c := range columns {
		fields[c.Field] = true
	}
	for i := range columns {
		c := &columns[i]
		switch c.Field {
		case columnBareNumber, columnOrdinal:
			if i > 0 && columns[i-1].Field == data.FieldDocumentSeries && !fields[data.FieldDocumentNumber] {
				c.Field = data.FieldDocumentNumber
				continue
			}
			c.Field, c.Ignored = "", true
		case columnForeign:
			c.Field, c.Ignored = "", true
		case columnGivenOrFull:
			c.Field = FieldFullName
			if fields[data.FieldSurname] {
				c.Field = data.FieldGivenName
			}
		case columnParentPhone, columnHomePhone:
			own := fields[data.FieldPhone] || c.Field == columnParentPhone && fields[columnHomePhone]
			if c.Field == columnParentPhone && own {
				c.Field, c.Ignored = "", true
			} else if own {
				c.Field = FieldPhone2
			} else {
				c.Field = data.FieldPhone
			}
		}
	}
	keepFirst(columns)
}

// keepFirst takes a field away from a second column, but a second telephone is
// kept as such, and several columns may hold documents of several kinds.
func keepFirst(columns []Column) {
	seen := map[string]bool{}
	for i := range columns {
		c := &columns[i]
		if c.Field == "" || c.Field == FieldDocument {
			continue
		}
		if seen[c.Field] && c.Field == data.FieldPhone && !seen[FieldPhone2] {
			c.Field = FieldPhone2
		} else if seen[c.Field] {
			c.Field = ""
		}
		seen[c.Field] = true
	}
}

// headerScore is 0 for a line that is no header: a header names people and
// something else, or is nothing but a name.
func headerScore(columns []Column) int {
	name, known, filled := false, 0, 0
	for _, c := range columns {
		if c.Header != "" {
			filled++
		}
		switch c.Field {
		case FieldFullName, data.FieldSurname:
			name = true
			known++
		case "":
			if c.Ignored {
				known++
			}
		default:
			known++
		}
	}
	switch {
	case name && known >= 2, name && filled == 1:
		return known * 2
	case known >= 4 && known*2 > filled:
		return known
	}
	return 0
}
