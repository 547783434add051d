package roster

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// Place is where a person stands in a file: Row counts from 1 as in a spreadsheet, Table is the
// index of the first column of the table, 0 for one that begins the sheet. Tables side by side
// name several people in a line.
type Place struct {
	Sheet      string
	Row, Table int
}

// Place is where the person stands.
func (r *Row) Place() Place {
	if r.layout == nil {
		return Place{Sheet: r.Sheet, Row: r.Number}
	}
	return Place{r.Sheet, r.Number, r.layout.from}
}

// At names the row in its sheet: «12», and where tables side by side name several people in the
// line, with the column of the name too: «12:H».
func (r *Row) At() string {
	number := strconv.Itoa(r.Number)
	if !r.beside {
		return number
	}
	return number + ":" + workbook.ColumnName(r.nameColumn())
}

// nameColumn is the first column of the name in the row's table, else that of the table.
func (r *Row) nameColumn() int {
	if names := r.layout.nameColumns(); len(names) > 0 {
		return names[0]
	}
	return r.layout.from
}

// Columns are those of the row's own table that hold a field.
func (r *Row) Columns() []Column {
	if r.layout == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(r.layout.Columns), func(c Column) bool { return c.Field == "" })
}

// Has reports that a column is one of the row's own table: what stands there is this person's.
func (r *Row) Has(column int) bool {
	l := r.layout
	return l == nil || column >= l.from && (l.to == 0 || column < l.to) || slices.Contains(l.shared, column)
}

// Shares reports that a cell of the row is of a person of the table beside, too.
func (r *Row) Shares(column int) bool {
	return r.beside && slices.Contains(r.layout.shared, column)
}

// tellBeside marks the rows of lines that name several people.
func tellBeside(rows []Row) {
	type line struct {
		sheet  string
		number int
	}
	first := make(map[line]*Row, len(rows))
	for i := range rows {
		row := &rows[i]
		at := line{row.Sheet, row.Number}
		if other := first[at]; other != nil && row.layout != nil && other.layout != nil {
			row.beside, other.beside = true, true
			continue
		}
		first[at] = row
	}
}

// meant are the rows that a person means: by the number, «12», with the column where a line
// names several people, «12:H», with the sheet before it, «Sheet!12», or by [TakeAll]. A number
// alone that names several people of one sheet is refused, as is one that names nobody.
func meant(rows []Row, want string) ([]int, error) {
	var found []int
	for i := range rows {
		if want == TakeAll || rows[i].isMeant(want) {
			found = append(found, i)
		}
	}
	if len(found) == 0 && want != TakeAll {
		return nil, data.Fail("roster.no_row", data.Args{"row": want})
	}
	for _, i := range found {
		if told := strings.Contains(strings.TrimPrefix(want, rows[i].Sheet+"!"), ":"); rows[i].beside && !told && want != TakeAll {
			return nil, data.Fail("roster.several_in_row", data.Args{"row": want, "rows": besideOf(rows, &rows[i])})
		}
	}
	return found, nil
}

// isMeant compares a row with how a person names one; any column of its table will do.
func (r *Row) isMeant(want string) bool {
	number, column, told := strings.Cut(strings.TrimPrefix(want, r.Sheet+"!"), ":")
	if number != strconv.Itoa(r.Number) {
		return false
	}
	i, known := place(column)
	return !told || known && r.Has(i)
}

// besideOf names all who stand in the line of a row.
func besideOf(rows []Row, of *Row) string {
	var names []string
	for i := range rows {
		if rows[i].Sheet == of.Sheet && rows[i].Number == of.Number {
			names = append(names, rows[i].At())
		}
	}
	return strings.Join(names, ", ")
}
