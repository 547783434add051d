package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/workbook"
)

// Block is a piece of a table as the clipboard has it.
type Block struct {
	// Lines are its rows, blank ones left out; Number counts from 1 with these.
	Lines []workbook.Line
	// Columns are what the header says, nil for a block without one. The line of the
	// header is not among Lines.
	Columns []Column
}

// ReadBlock reads a piece of a table as Excel and LibreOffice put it on the clipboard:
// tabs between the cells, a cell with line breaks or tabs in quotes. Its first line is a
// header when all of it are words of a header and the second line is not such.
func ReadBlock(text string, rules Rules) (*Block, error) {
	lines, err := workbook.Paste(text)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, data.Fail("paste.empty", nil)
	}
	for _, line := range lines {
		for i, cell := range line.Cells {
			line.Cells[i] = data.Unescape(cell)
		}
	}
	b := &Block{Lines: lines}
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
