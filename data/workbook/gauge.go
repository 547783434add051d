package workbook

import "graduand/data"

// gauge counts what has been read from all sheets and refuses the rest.
type gauge struct{ rows, bytes int }

// line tidies one row of a text table and reports what it is too much of. A row without
// text is nil.
func (g *gauge) line(cells []string) ([]string, error) {
	end := 0
	for i, s := range cells {
		if s == "" {
			continue
		}
		if cells[i] = trimCell(s); cells[i] != "" {
			end = i + 1
		}
	}
	if end == 0 {
		return nil, nil
	}
	return cells[:end], g.add(cells[:end], end > MaxColumns)
}

// add counts one row with something in it; beyond says that it is too wide.
func (g *gauge) add(cells []string, beyond bool) error {
	for _, s := range cells {
		g.bytes += len(s)
	}
	g.rows++
	if beyond && g.rows <= maxRows {
		return data.Fail("roster.too_many_columns", data.Args{"limit": MaxColumns})
	}
	return g.bounded()
}

// join counts what was read elsewhere.
func (g *gauge) join(other *gauge) error {
	g.rows, g.bytes = g.rows+other.rows, g.bytes+other.bytes
	return g.bounded()
}

func (g *gauge) bounded() error {
	if g.rows > maxRows {
		return data.Fail("roster.too_many_rows", data.Args{"limit": maxRows})
	}
	if g.bytes > maxCells {
		return data.Fail("roster.suspicious", nil)
	}
	return nil
}
