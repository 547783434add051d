package centre

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/workbook"
)

// headed is a table whose first line names its columns.
type headed struct {
	// header are the names, in small letters.
	header []string
	lines  []workbook.Line
}

// maximumTable bounds the file of such a table, in octets.
const maximumTable = 16 << 20

// readHeaded reads the first sheet of a .xlsx, .ods or .csv. A table without a column that must be there
// is refused by the code lacking, with its name.
func readHeaded(ctx context.Context, path, lacking string, must ...string) (t headed, err error) {
	content, err := file.Read(path, maximumTable)
	if err != nil {
		return t, err
	}
	book, err := workbook.Open(ctx, filepath.Base(path), content)
	if err != nil {
		return t, err
	}
	if len(book.Sheets) > 0 && len(book.Sheets[0].Lines) > 0 {
		lines := book.Sheets[0].Lines
		for _, cell := range lines[0].Cells {
			t.header = append(t.header, strings.ToLower(strings.TrimSpace(cell)))
		}
		t.lines = lines[1:]
	}
	for _, column := range must {
		if !slices.Contains(t.header, column) {
			return t, data.Fail(lacking, data.Args{"column": column})
		}
	}
	return t, nil
}

// cell is what a line has in a column, without blanks around it; "" where the table has no such column.
func (t *headed) cell(line workbook.Line, column string) string {
	at := slices.Index(t.header, column)
	if at < 0 {
		return ""
	}
	return strings.TrimSpace(line.Cell(at))
}
