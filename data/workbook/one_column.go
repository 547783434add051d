package workbook

import "strings"

// divided is a sheet all of whose cells stand in one column, as a text table does that was
// opened with another separator, divided at the separator on which its lines agree. Any
// other sheet stays as it is. No line is lost: one without the separator stays one cell.
func divided(s Sheet) Sheet {
	column, alone := onlyColumn(s.Lines)
	if !alone {
		return s
	}
	comma, agree := agreed(s.Lines, column)
	if !agree {
		return s
	}
	lines, held := make([]Line, 0, len(s.Lines)), Count{Rows: len(s.Lines)}
	for _, line := range s.Lines {
		cells, width := cut(line.Cells[column], comma)
		if width > MaxColumns {
			return s
		}
		if len(cells) == 0 {
			cells = []string{line.Cells[column]}
		}
		part := Line{Number: line.Number, Cells: cells, Broken: line.Broken, Hidden: line.Hidden, Notes: line.Notes}
		part.Marks = spread(line.Mark(column), len(cells))
		lines = append(lines, part)
		held.Cells += part.filled()
	}
	s.Lines, s.Held, s.Merged = lines, held, nil
	return s
}

// onlyColumn is the column in which everything stands, as text.
func onlyColumn(lines []Line) (column int, alone bool) {
	if len(lines) < 2 {
		return 0, false
	}
	column = len(lines[0].Cells) - 1
	for _, line := range lines {
		if len(line.Cells) != column+1 || line.filled() != 1 || line.Mark(column)&^MarkStruck != 0 {
			return 0, false
		}
	}
	return column, true
}

// agreed is the separator that gives most lines one width: three cells or more in at least
// three quarters of the lines, or two in all of them. A comma within names, as in
// «Коваль, Іван», is none unless the header has it too.
func agreed(lines []Line, column int) (comma byte, agree bool) {
	best := 0
	for _, candidate := range separators {
		widths, widest := map[int]int{}, 0
		for _, line := range lines {
			_, width := cut(line.Cells[column], candidate)
			if widest = max(widest, width); candidate == '\t' && width > 1 {
				width = widest // tabs at the end of a cell are trimmed off
			}
			widths[width]++
		}
		for width, n := range widths {
			if width > 1 && n > best && (n == len(lines) || width > 2 && n > 1 && 4*n >= 3*len(lines)) {
				best, comma, agree = n, candidate, true
			}
		}
	}
	return comma, agree
}

// cut is a line of a text table by its trimmed cells up to the last one with text, and its
// width.
func cut(line string, comma byte) (cells []string, width int) {
	t := newTable(strings.ReplaceAll(line, "\n", " "), comma)
	cells, _ = t.next()
	end := 0
	for i := range cells {
		if cells[i] = trimCell(Unquoted(cells[i])); cells[i] != "" {
			end = i + 1
		}
	}
	return cells[:end], t.width
}

// spread is a mark of so many cells, nil for none.
func spread(mark Mark, cells int) []Mark {
	if mark == 0 {
		return nil
	}
	marks := make([]Mark, cells)
	for i := range marks {
		marks[i] = mark
	}
	return marks
}
