package exchange

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// fieldPrefix begins the columns that are fields of the campaign's form.
const fieldPrefix = "field_"

// names are the columns of a table, first those that it knows, then those of the fields.
func (t *table[R]) names(fields []string) []string {
	names := make([]string, 0, len(t.columns)+len(fields))
	for i := range t.columns {
		names = append(names, t.columns[i].Name)
	}
	for _, field := range fields {
		names = append(names, fieldPrefix+field)
	}
	return names
}

// fieldsOf are the fields that any of the rows has, sorted.
func (t *table[R]) fieldsOf(rows []R) []string {
	if t.fields == nil {
		return nil
	}
	all := map[string]bool{}
	for i := range rows {
		for field := range *t.fields(&rows[i]) {
			all[field] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// write gives the table as RFC 4180 with line feeds. What [table.read] would refuse is refused here,
// so that a school learns it before its centre does.
func (t *table[R]) write(w io.Writer, rows []R, fields []string) error {
	out, keys, header := csv.NewWriter(w), map[string]bool{}, t.names(fields)
	if _, err := t.readHeader(header); err != nil {
		return err
	}
	if err := out.Write(header); err != nil {
		return err
	}
	line := make([]string, len(t.columns)+len(fields))
	for i := range rows {
		for j := range t.columns {
			line[j] = *t.columns[j].cell(&rows[i])
		}
		for j, field := range fields {
			line[len(t.columns)+j] = (*t.fields(&rows[i]))[field]
		}
		if err := t.check(i, &rows[i], line, fields, keys); err != nil {
			return err
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// read understands what write gives, whichever way its lines end and its cells are quoted: the columns
// are those of the table in their order, every cell is what its column says, and no two rows have one
// key. A refusal is message.bad_table with table, row and column.
func (t *table[R]) read(r io.Reader) ([]R, error) {
	in := csv.NewReader(r)
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil {
		return nil, t.bad(0, "", err)
	}
	fields, err := t.readHeader(header)
	if err != nil {
		return nil, err
	}
	var rows []R
	keys := map[string]bool{}
	for number := 0; ; number++ {
		line, err := in.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, t.bad(number+1, "", err)
		}
		row := t.rowOf(line, fields)
		if err := t.check(number, &row, line, fields, keys); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
}

// readHeader gives the fields behind the columns that the table knows.
func (t *table[R]) readHeader(header []string) (fields []string, err error) {
	known := t.names(nil)
	if len(header) > len(known)+maximumFields || len(header) < len(known) || !slices.Equal(header[:len(known)], known) {
		return nil, t.bad(0, "", errors.New("other columns"))
	}
	for _, name := range header[len(known):] {
		field, is := strings.CutPrefix(name, fieldPrefix)
		if !is || t.fields == nil || !fieldName().MatchString(field) || slices.Contains(fields, field) {
			return nil, t.bad(0, cutCell(name), errors.New("unknown column"))
		}
		fields = append(fields, field)
	}
	return fields, nil
}

func (t *table[R]) rowOf(line, fields []string) (row R) {
	for i := range t.columns {
		*t.columns[i].cell(&row) = strings.Clone(line[i])
	}
	for i, field := range fields {
		value := line[len(t.columns)+i]
		if value == "" {
			continue
		}
		cells := t.fields(&row)
		if *cells == nil {
			*cells = map[string]string{}
		}
		(*cells)[field] = strings.Clone(value)
	}
	return row
}

// check refuses a row of which a cell is not what its column says, or whose key is among those of the
// rows before; number counts rows from 0.
func (t *table[R]) check(number int, row *R, line, fields []string, keys map[string]bool) error {
	refuse := func(column, why string) error { return t.bad(number+1, column, errors.New(why)) }
	if number >= maximumRows {
		return refuse("", "too many rows")
	}
	for i := range t.columns {
		if why := t.columns[i].wrong(line[i]); why != "" {
			return refuse(t.columns[i].Name, why)
		}
	}
	for i, field := range fields {
		if why := (&Column{}).wrong(line[len(t.columns)+i]); why != "" {
			return refuse(fieldPrefix+field, why)
		}
	}
	if t.clash != nil {
		if column := t.clash(row); column != "" {
			return refuse(column, "does not go with others")
		}
	}
	key := t.keyOf(row)
	if keys[key] {
		return refuse(strings.Join(t.key, " "), "twice")
	}
	keys[key] = true
	return nil
}

func (c *Column) wrong(cell string) string {
	switch {
	case len(cell) > maximumCell:
		return "too long"
	case !utf8.ValidString(cell) || strings.ContainsFunc(cell, isForbidden):
		return "not plain text"
	case cell == "" && c.Required:
		return "empty"
	case cell == "":
		return ""
	case c.Enum != nil && !slices.Contains(c.Enum, cell):
		return "not one of the values"
	case c.Pattern != "" && !whole(c.Pattern).MatchString(cell):
		return "not in the form"
	case c.Type == "date":
		if _, err := time.Parse(time.DateOnly, cell); err != nil {
			return "no day of the calendar"
		}
	}
	return ""
}

// isForbidden says that a sign has no place in a cell: control signs but the line feed, and those
// that turn the direction of writing about.
func isForbidden(r rune) bool {
	return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == unicode.ReplacementChar)
}

func (t *table[R]) keyOf(row *R) string {
	var key []string
	for _, name := range t.key {
		i := slices.IndexFunc(t.columns, func(c column[R]) bool { return c.Name == name })
		key = append(key, *t.columns[i].cell(row))
	}
	return strings.Join(key, "\x00")
}

func (t *table[R]) bad(row int, column string, why error) error {
	return data.FailWith(fmt.Errorf("read %s.csv: %w", t.name, why), "message.bad_table",
		data.Args{"table": t.name + ".csv", "row": row, "column": column})
}

// cutCell is a text of a stranger as it may stand in a refusal.
func cutCell(text string) string {
	text = strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if isForbidden(r) {
			return -1
		}
		return r
	}, text), "")
	if runes := []rune(text); len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return text
}

// fieldName is what a field of a campaign's form may be called.
func fieldName() *regexp.Regexp { return whole(`[a-z][a-z0-9_]{0,62}`) }
