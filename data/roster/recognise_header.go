package roster

import (
	"slices"
	"strings"

	"graduand/data/workbook"
)

// headerLines is how far down a header is looked for.
const headerLines = 60

// findHeader scores every line near the top. Hidden columns are no part of a header
// unless nobody would be named without them.
func findHeader(sheet *workbook.Sheet, words *dictionary) (Layout, bool) {
	for _, hidden := range [][]int{sheet.HiddenColumns, nil} {
		var headers []Layout
		best, bestScore, lastScore := -1, 0, 0
		for i := 0; i < len(sheet.Lines) && i < headerLines; i++ {
			layout, score := headerAt(sheet, words, hidden, i)
			if score == 0 || isWithin(headers, i) && score <= lastScore || isUnder(headers, sheet.Lines[i].Cells, words) {
				continue
			}
			headers, lastScore = append(headers, layout), score
			if score > bestScore {
				best, bestScore = len(headers)-1, score
			}
		}
		if best >= 0 {
			best := firstTable(headers[:best+1], words)
			best.blocks = blockStarts(best.Columns)
			return best, true
		}
		if len(sheet.HiddenColumns) == 0 {
			break
		}
	}
	return Layout{}, false
}

// isWithin reports that a line is a lower row of the last header.
func isWithin(headers []Layout, i int) bool {
	return len(headers) > 0 && i < headers[len(headers)-1].first
}

// isUnder reports that a line holds a person of the last header: a further header in it is
// that of a table beside.
func isUnder(headers []Layout, cells []string, words *dictionary) bool {
	if len(headers) == 0 {
		return false
	}
	last := headers[len(headers)-1]
	return last.holds(cells, words)
}

// holds reports that a line is certainly of a person under the header.
func (l *Layout) holds(cells []string, words *dictionary) bool {
	return l.looksLikeData(cells, words) && (mostlyWords(l.Columns) || l.numbered(cells))
}

// numbered reports that a line has a number where the header wants one.
func (l *Layout) numbered(cells []string) bool {
	return slices.ContainsFunc(l.Columns, func(c Column) bool {
		return c.Field != "" && !isNamePart(c.Field) && digitCount(at(cells, c.Index)) >= 2
	})
}

// firstTable is the first of the headers under which people stand before the last of them,
// which is the best: its table is the first of several.
func firstTable(headers []Layout, words *dictionary) Layout {
	best := headers[len(headers)-1]
	for _, h := range headers[:len(headers)-1] {
		if h.first >= best.begins {
			continue
		}
		for _, line := range h.sheet.Lines[h.first:best.begins] {
			if h.holds(line.Cells, words) {
				return h
			}
		}
	}
	return best
}

// headerAt scores a line as a header, alone and with the next ones. More rows are better
// only where the upper one adds something.
func headerAt(sheet *workbook.Sheet, words *dictionary, hidden []int, i int) (Layout, int) {
	line := sheet.Lines[i]
	words.work += len(line.Cells)
	columns := visibleColumns(words, nil, line.Cells, hidden)
	score := headerScore(columns)
	layout := Layout{Sheet: sheet.Name, Header: line.Number, Columns: columns, sheet: sheet, begins: i, first: i + 1}
	for rows := 2; rows <= maxHeaderRows && i+rows <= len(sheet.Lines) && stacks(words, sheet, i+rows-2); rows++ {
		if lower := sheet.Lines[i+rows-1].Cells; !lowerHeader(words, lower) || isTitle(words, lower) {
			break
		} else if titles(sheet, sheet.Lines[i:i+rows]) {
			continue
		}
		words.work += 2 * rows * len(line.Cells)
		whole := stacked(sheet, words, hidden, sheet.Lines[i:i+rows])
		lower := headerScore(stacked(sheet, words, hidden, sheet.Lines[i+1:i+rows]))
		s := headerScore(whole)
		switch {
		case s > score && s > lower, s >= score && s > lower && joined(whole):
			score = s
		case s > 0 && s >= score && (groupsParents(sheet.Lines[i:i+rows-1]) || groupsSexes(whole)):
			score = max(s, lower+1)
		default:
			continue
		}
		layout.Columns, layout.Header, layout.first = whole, sheet.Lines[i+rows-1].Number, i+rows
	}
	if layout.countsSexes() {
		return Layout{}, 0
	}
	return layout, score
}

// stacked are the columns of a header of several rows: of each its own title, the lowest
// one, under the titles of its groups.
func stacked(sheet *workbook.Sheet, words *dictionary, hidden []int, rows []workbook.Line) []Column {
	var upper, lower []string
	for k, row := range rows {
		cells := row.Cells
		if k < len(rows)-1 {
			cells = spread(sheet, row, below(rows[k+1:]))
		}
		for i, cell := range cells {
			if i == len(lower) {
				upper, lower = append(upper, ""), append(lower, "")
			}
			if cell != "" {
				upper[i], lower[i] = strings.TrimSpace(upper[i]+" "+lower[i]), cell
			}
		}
	}
	return visibleColumns(words, upper, lower, hidden)
}

// joined reports that a date is spread over columns, which the upper row alone does
// not tell.
func joined(columns []Column) bool {
	return slices.ContainsFunc(columns, func(c Column) bool { return c.span > 0 })
}
