package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// Block is a piece of a table as the clipboard has it.
type Block struct {
	// Lines are its rows, blank ones left out; Number counts from 1 with these.
	Lines []Line
	// Columns are what the header says, nil for a block without one. The line of the
	// header is not among Lines.
	Columns []Column
}

// ReadBlock reads a piece of a table as Excel and LibreOffice put it on the clipboard:
// tabs between the cells, a cell with line breaks or tabs in quotes. Its first line is a
// header when all of it are words of a header and the second line is not such.
func ReadBlock(text string, rules Rules) (*Block, error) {
	if len(text) > maxFile {
		return nil, data.Fail("roster.too_large", data.Args{"limit": maxFile >> 20})
	}
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	t, total := newTable(text, '\t'), &gauge{}
	b := &Block{}
	for number := 1; ; number++ {
		record, more := t.next()
		if !more {
			break
		}
		cells, err := total.line(record)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			b.Lines = append(b.Lines, Line{Number: number, Cells: cells, broken: t.broken})
		}
	}
	if len(b.Lines) == 0 {
		return nil, data.Fail("paste.empty", nil)
	}
	words := newDictionary(rules)
	if len(b.Lines) > 1 && isHeader(words, b.Lines[0].Cells) && !isHeader(words, b.Lines[1].Cells) {
		b.Columns = headerColumns(words, nil, b.Lines[0].Cells)
		b.Lines = b.Lines[1:]
	}
	return b, nil
}

// isHeader reports that a line names people and something else, or is nothing but words
// of a header.
func isHeader(words *dictionary, cells []string) bool {
	columns := headerColumns(words, nil, cells)
	return headerScore(columns) > 0 || !slices.ContainsFunc(columns, func(c Column) bool {
		return c.Header != "" && c.Field == "" && !c.Ignored && !c.known
	})
}

// Cell is what stands in a column of a line.
func (l Line) Cell(column int) string { return at(l.Cells, column) }
