package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// headerColumns classifies a header of one row, or of two when upper is given. An
// upper cell reaches over the cells to its right that are empty (a merged cell).
func headerColumns(words *dictionary, upper, lower []string) []Column {
	return visibleColumns(words, reaching(upper, lower), lower, nil)
}

// visibleColumns classifies a header of which every upper cell stands in all columns that
// it is over. Hidden columns are told apart and not read.
func visibleColumns(words *dictionary, upper, lower []string, hidden []int) []Column {
	columns := make([]Column, max(len(upper), len(lower)))
	for i := range columns {
		top, low := at(upper, i), at(lower, i)
		columns[i] = Column{Index: i, Header: data.OneLine(data.Unescape(top + " " + low))}
		if columns[i].hidden = slices.Contains(hidden, i); !columns[i].hidden {
			columns[i].Field = words.under(group(top), low)
		}
	}
	joinDate(columns)
	tellSexes(columns)
	from := 0
	for _, to := range append(blockStarts(columns), len(columns)) {
		settle(columns[from:to])
		from = to
	}
	return columns
}

// joinDate makes one column of three, «число», «місяць», «рік», of which the first
// or what stands over them speaks of birth.
func joinDate(columns []Column) {
	for i := 0; i+2 < len(columns); i++ {
		day, month, year := columns[i], columns[i+1], columns[i+2]
		if datePart(day.Header) != 1 || datePart(month.Header) != 2 || datePart(year.Header) != 3 || day.Field != data.FieldBirthDate && day.Field != "" {
			continue
		}
		columns[i].Field, columns[i].span = data.FieldBirthDate, 3
		for _, part := range []*Column{&columns[i+1], &columns[i+2]} {
			part.Field, part.Ignored = "", true
		}
	}
}

// value is the cell of the column, or the cells that it spans with dots between.
func (c Column) value(cells []string) string {
	value := at(cells, c.Index)
	for i := 1; i < c.span && c.Field == data.FieldBirthDate; i++ {
		if part := at(cells, c.Index+i); part != "" && value != "" {
			digits, _ := workbook.ExactDigits(part)
			value += "." + digits
		}
	}
	return value
}

// settle resolves what only the neighbours can tell, and keeps one column a field.
func settle(columns []Column) {
	besideParents(columns)
	fields, parents := map[string]bool{}, false
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
			c.ordinal, c.number = c.Field == columnOrdinal, c.Field == columnBareNumber
			c.Field, c.Ignored = "", true
		case columnForeign:
			c.Field, c.Ignored = "", true
		case FieldDocument:
			if key := squeeze(c.Header); fields[data.FieldDocumentSeries] && (key == "idкартки" || key == "іdкартки") {
				c.Field, c.known = "", true // the number of a card in a register
			}
		case columnStamp:
			c.stamp, c.Field, c.Ignored = true, "", true
		case columnLetter:
			if c.Field = data.FieldClass; fields[data.FieldClass] {
				c.letter, c.Field, c.Ignored = true, "", true
			}
		case columnDate, columnUnread:
			c.known, c.date = true, c.Field == columnDate
			c.Field = ""
		case columnList:
			if c.Field = ""; !fields[FieldFullName] && !fields[data.FieldSurname] && len(fields) > 1 {
				c.Field = FieldFullName
			}
		case columnGivenOrFull:
			switch c.Field = FieldFullName; {
			case fields[FieldFullName]: // who is signed in, beside the question of a form
				c.Field, c.known = "", true
			case fields[data.FieldSurname] && !fields[data.FieldGivenName]:
				c.Field = data.FieldGivenName
			}
		case columnParentPhone, columnHomePhone:
			own := fields[data.FieldPhone] || c.Field == columnParentPhone && (fields[columnHomePhone] || parents)
			parents = parents || c.Field == columnParentPhone
			if c.Field == columnParentPhone && own {
				c.Field, c.Ignored = "", true
			} else if own {
				c.Field = FieldPhone2
			} else {
				c.parents = c.Field == columnParentPhone
				c.Field = data.FieldPhone
			}
		}
	}
	chooseNames(columns)
	choosePhones(columns)
	keepFirst(columns)
}

// besideParents gives a telephone that stands right behind the name of a parent, and says
// no more, to the parent, unless the parents have a column for theirs.
func besideParents(columns []Column) {
	if slices.ContainsFunc(columns, func(c Column) bool { return c.Field == columnParentPhone }) {
		return
	}
	for i := 1; i < len(columns); i++ {
		c, before := &columns[i], columns[i-1]
		if c.Field == data.FieldPhone && before.Field == columnForeign && rankOf(c.Header) == rankPlain && ofPerson(before.Header) {
			c.Field = columnParentPhone
		}
	}
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

// maxLoneHeader is how long the only header of a line may be; a longer one is a
// sentence about names.
const maxLoneHeader = 60

// headerScore is 0 for a line that is no header: a header names people and
// something else, or is nothing but a name.
func headerScore(columns []Column) int {
	name, known, filled := false, 0, 0
	var headers []string
	for _, c := range columns {
		if c.Header != "" {
			filled++
			headers = append(headers, c.Header)
		}
		switch c.Field {
		case FieldFullName, data.FieldSurname:
			name = true
			known++
		case "":
			if c.Ignored || c.known {
				known++
			}
		default:
			known++
		}
	}
	switch {
	case name && known >= 2, name && filled == 1 && !data.LongerThan(strings.Join(headers, ""), maxLoneHeader):
		return known * 2
	case known >= 4 && known*2 > filled:
		return known
	}
	return 0
}

// chooseNames leaves of several columns of one part of the name those whose header says
// best that they are the graduate's, and of full names and parts the better ones.
func chooseNames(columns []Column) {
	best := map[string]int{}
	for i := range columns {
		if field := columns[i].Field; isNamePart(field) {
			rank := rankOf(columns[i].Header)
			if old, seen := best[field]; !seen || rank > old {
				best[field] = rank
			}
		}
	}
	full, whole := best[FieldFullName]
	surname, parted := best[data.FieldSurname]
	_, given := best[data.FieldGivenName]
	_, both := best[FieldGivenPatronymic]
	_, father := best[data.FieldPatronymic]
	parts := whole && parted && (given || both) && surname >= full
	for i := range columns {
		c := &columns[i]
		if !isNamePart(c.Field) {
			continue
		}
		beside := whole && (parts && c.Field == FieldFullName || !parts && c.Field != FieldFullName && (parted || c.Field == data.FieldGivenName))
		if c.Field == FieldGivenPatronymic && given {
			c.Field = "" // the given name stands apart
			if !father {
				c.Field, best[data.FieldPatronymic] = data.FieldPatronymic, rankOf(c.Header)
			}
		}
		if beside && rankOf(c.Header) >= rankPlain {
			c.beside = c.Field
		}
		if beside || rankOf(c.Header) < best[c.Field] {
			c.Field, c.known = "", true
		}
	}
}

func isNamePart(field string) bool {
	return field == FieldFullName || field == data.FieldSurname || field == data.FieldGivenName || field == FieldGivenPatronymic || field == data.FieldPatronymic
}

// choosePhones makes the telephone of the best header the graduate's own, and another one
// the second.
func choosePhones(columns []Column) {
	best := -1
	for i := range columns {
		if columns[i].Field == data.FieldPhone && (best < 0 || rankOf(columns[i].Header) > rankOf(columns[best].Header)) {
			best = i
		}
	}
	for i := range columns {
		if columns[i].Field == data.FieldPhone && i != best {
			columns[i].Field = FieldPhone2
		}
	}
}

// isTyped reports a column in which no word of a header can be a value.
func isTyped(c Column) bool {
	switch c.Field {
	case data.FieldClass, data.FieldBirthDate, data.FieldPhone, FieldPhone2, data.FieldDocumentNumber:
		return true
	}
	return c.ordinal
}
