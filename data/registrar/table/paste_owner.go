package table

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// owner finds whose a line is: by its name or number, else by its place.
func (x *paster) owner(line workbook.Line, at int) (id string, reason error) {
	switch {
	case x.byName():
		return x.named(line)
	case x.by == data.FieldCardNumber:
		return x.numbered(x.cellOf(line, data.FieldCardNumber))
	case at >= len(x.rows):
		return "", data.Fail("paste.beyond", nil)
	}
	return x.rows[at], nil
}

// cellOf is the cell of the column that the header gives a field.
func (x *paster) cellOf(line workbook.Line, field string) string {
	for _, c := range x.block.Columns {
		if c.Field == field {
			return line.Cell(c.Index)
		}
	}
	return ""
}

// named finds the only graduate of a name; the class and the birth date help where
// several have it.
func (x *paster) named(line workbook.Line) (id string, reason error) {
	var parts []string
	for _, field := range nameColumns {
		if part := x.cellOf(line, field); part != "" {
			parts = append(parts, part)
		}
	}
	name := strings.Join(parts, " ")
	same := x.called(name)
	for _, field := range []string{data.FieldClass, data.FieldBirthDate} {
		same = x.narrowed(same, field, x.cellOf(line, field))
	}
	switch len(same) {
	case 0:
		return "", data.Fail("paste.unknown", data.Args{"name": name})
	case 1:
		return same[0].ID, nil
	}
	return "", data.Fail("paste.several", data.Args{"name": name})
}

// called are those of a name, else those of whose name it is a part.
func (x *paster) called(name string) []*data.Graduate {
	if data.SearchKey(name) == "" {
		return nil
	}
	if same := x.v.Named(name); len(same) > 0 {
		return same
	}
	return slices.DeleteFunc(x.v.All(), func(g *data.Graduate) bool { return !data.SameName(name, g.FullName()) })
}

// narrowed leaves those of several whose field is what the line says.
func (x *paster) narrowed(same []*data.Graduate, field, typed string) []*data.Graduate {
	if len(same) < 2 || typed == "" {
		return same
	}
	value, err := x.v.Stored(field, x.words.read(field, typed))
	if err != nil {
		return same
	}
	return slices.DeleteFunc(same, func(g *data.Graduate) bool { return g.Get(field) != value })
}

// numbered finds the graduate with a number of the centre.
func (x *paster) numbered(typed string) (id string, reason error) {
	number, err := x.v.Stored(data.FieldCardNumber, x.words.read(data.FieldCardNumber, typed))
	if err != nil || number == "" {
		return "", cmp.Or(err, data.Fail("paste.unknown", data.Args{"name": typed}))
	}
	g := &data.Graduate{}
	g.Set(data.FieldCardNumber, number)
	for _, same := range x.v.WithCardOf(g) {
		return same.ID, nil
	}
	return "", data.Fail("paste.unknown", data.Args{"name": typed})
}
