package roster

import "slices"

// Take makes columns what a person says that they are, before what was recognised:
// fields[i] is the field of the column with the index i, "" for one to be left out.
// Further columns stay as they are. What is said of a column holds for the tables below
// too, as far as they head it with the same words. The fields must be known to the rules.
func (l *Layout) Take(fields []string, rules Rules) error {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return err
	}
	l.Columns = slices.Clone(l.Columns)
	for i := range min(len(fields), len(l.Columns)) {
		if l.Columns[i].Field == fields[i] {
			continue
		}
		l.Columns[i].take(fields[i], kinds)
		for k := range l.further {
			if columns := l.further[k].Columns; i < len(columns) && squeeze(columns[i].Header) == squeeze(l.Columns[i].Header) {
				columns[i].take(fields[i], kinds)
			}
		}
	}
	return nil
}

// take makes a column what a person says that it is.
func (c *Column) take(field string, kinds []kind) {
	c.Field, c.Ignored, c.parents, c.kind, c.beside = field, field == "", false, nil, ""
	if c.Field == FieldDocument {
		c.kind = kindInHeader(kinds, c.Header)
	}
}

// Readable are the cells of the row as people write them: a birth date that the
// sheet keeps as a day number is written out.
func (r *Row) Readable() []string {
	cells := make([]string, len(r.Cells))
	for i := range cells {
		cells[i] = r.readable(i)
	}
	return cells
}
