package roster

import "slices"

// Take makes columns what a person says that they are, before what was recognised:
// fields[i] is the field of the column with the index i, "" for one to be left out.
// Further columns stay as they are. The fields must be known to the rules.
func (l *Layout) Take(fields []string, rules Rules) error {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return err
	}
	l.Columns = slices.Clone(l.Columns)
	for i := range min(len(fields), len(l.Columns)) {
		c := &l.Columns[i]
		if c.Field == fields[i] {
			continue
		}
		c.Field, c.Ignored, c.kind = fields[i], fields[i] == "", nil
		if c.Field == FieldDocument {
			c.kind = kindInHeader(kinds, c.Header)
		}
	}
	return nil
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
