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

// Bank are the receipts that a bank has, by number: what was paid in whole units.
type Bank struct{ paid map[string]string }

// amount is what was paid by a receipt, "" where the bank does not have it.
func (b *Bank) amount(number string) string {
	if b == nil {
		return ""
	}
	return b.paid[strings.TrimSpace(number)]
}

// ReadBank reads a table of the bank, .xlsx, .ods or .csv: the first line names the columns, number and
// amount among them. A table without them is centre.no_roll, one with a receipt of two sums
// ruling.bank_twice.
func ReadBank(ctx context.Context, path string) (*Bank, error) {
	content, err := file.Read(path, maximumRoll)
	if err != nil {
		return nil, err
	}
	book, err := workbook.Open(ctx, filepath.Base(path), content)
	if err != nil {
		return nil, err
	}
	number, amount, lines := -1, -1, []workbook.Line(nil)
	if len(book.Sheets) > 0 && len(book.Sheets[0].Lines) > 0 {
		lines = book.Sheets[0].Lines
		number, amount = columnOf(lines[0], "number"), columnOf(lines[0], "amount")
	}
	switch {
	case number < 0:
		return nil, data.Fail("ruling.no_column", data.Args{"column": "number"})
	case amount < 0:
		return nil, data.Fail("ruling.no_column", data.Args{"column": "amount"})
	}
	b := &Bank{map[string]string{}}
	for _, line := range lines[1:] {
		of, paid := strings.TrimSpace(line.Cell(number)), whole(line.Cell(amount))
		if of == "" {
			continue
		}
		if before, is := b.paid[of]; is && before != paid {
			return nil, data.Fail("ruling.bank_twice", data.Args{"row": line.Number, "number": of})
		}
		b.paid[of] = paid
	}
	return b, nil
}

func columnOf(line workbook.Line, name string) int {
	return slices.IndexFunc(line.Cells, func(cell string) bool { return strings.EqualFold(strings.TrimSpace(cell), name) })
}

// whole is a sum without blanks and without hundredths that are none.
func whole(sum string) string {
	sum = strings.Join(strings.Fields(strings.ReplaceAll(sum, "\u00a0", " ")), "")
	for _, none := range []string{".00", ",00", ".0", ",0"} {
		sum = strings.TrimSuffix(sum, none)
	}
	return sum
}
