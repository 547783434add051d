package centre

import (
	"context"
	"strings"

	"graduand/data"
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
// amount among them. A table without them is ruling.no_column, one with a receipt of two sums
// ruling.bank_twice.
func ReadBank(ctx context.Context, path string) (*Bank, error) {
	t, err := readHeaded(ctx, path, "ruling.no_column", "number", "amount")
	if err != nil {
		return nil, err
	}
	b := &Bank{map[string]string{}}
	for _, line := range t.lines {
		of, paid := t.cell(line, "number"), whole(t.cell(line, "amount"))
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

// whole is a sum without blanks and without hundredths that are none.
func whole(sum string) string {
	sum = strings.Join(strings.Fields(strings.ReplaceAll(sum, "\u00a0", " ")), "")
	for _, none := range []string{".00", ",00", ".0", ",0"} {
		sum = strings.TrimSuffix(sum, none)
	}
	return sum
}
