package workbook

import "graduand/data"

// gauge counts what has been read from all sheets and refuses the rest.
type gauge struct{ rows, bytes int }

// line tidies one row and reports what it is too much of. A row without text is
// nil.
func (g *gauge) line(cells []string) ([]string, error) {
	end := 0
	for i, s := range cells {
		if s == "" {
			continue
		}
		if cells[i] = trimCell(s); cells[i] != "" {
			end = i + 1
			g.bytes += len(cells[i])
		}
	}
	if end == 0 {
		return nil, nil
	}
	if g.rows++; g.rows > maxRows {
		return nil, data.Fail("roster.too_many_rows", data.Args{"limit": maxRows})
	}
	if end > MaxColumns {
		return nil, data.Fail("roster.too_many_columns", data.Args{"limit": MaxColumns})
	}
	if g.bytes > maxCells {
		return nil, data.Fail("roster.suspicious", nil)
	}
	return cells[:end], nil
}
