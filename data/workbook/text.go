package workbook

import (
	"context"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// openCSV reads a text table: any usual encoding, any usual separator.
func openCSV(ctx context.Context, content []byte) (*Book, error) {
	plain, err := Decode(content)
	if err != nil {
		return nil, err
	}
	if lost(plain) {
		return nil, data.Fail("roster.letters_lost", nil)
	}
	plain, spelt := data.KeepEntities(unixLines(plain))
	comma, skipped, body := separator(plain)
	t := newTable(body, comma)
	t.spelt = spelt
	lines, held, err := readRecords(ctx, t, skipped)
	if err != nil {
		return nil, err
	}
	if len(lines) == 0 {
		return nil, data.Fail("roster.empty", nil)
	}
	sheet := Sheet{Lines: lines, Held: held}
	return &Book{Sheets: []Sheet{sheet}}, accounted(sheet)
}

// lost recognises a text whose letters were all made question marks, as happens when a
// table is saved in a code that has no such letters.
func lost(plain string) bool {
	sample := plain[:min(len(plain), 32<<10)]
	letters, marks := 0, 0
	for _, r := range sample {
		if r >= utf8.RuneSelf {
			return false
		}
		if r == '?' {
			marks++
		} else if unicode.IsLetter(r) {
			letters++
		}
	}
	return marks > letters && strings.Count(sample, "??") > 1
}

// Paste reads a piece of a table as Excel and LibreOffice put it on the clipboard: tabs
// between the cells, a cell with line breaks or tabs in quotes. Blank lines are counted
// and left out. The errors are those of [Open] that tell of limits.
func Paste(text string) ([]Line, error) {
	if len(text) > maxFile {
		return nil, data.Fail("roster.too_large", data.Args{"limit": maxFile >> 20})
	}
	t, total := newTable(unixLines(text), '\t'), &gauge{}
	var lines []Line
	for number := 1; ; number++ {
		record, more := t.next()
		if !more {
			return lines, nil
		}
		cells, err := total.line(record)
		if err != nil {
			return nil, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells, Broken: t.broken})
		}
	}
}

func unixLines(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

var textFormula = regexp.MustCompile(`^="([^"]*)"$`)

// Unquoted is a cell without what a program writes to keep its digits from being taken
// for a number: ="067…".
func Unquoted(cell string) string {
	if !strings.HasPrefix(cell, `="`) {
		return cell
	}
	return textFormula.ReplaceAllString(cell, "$1")
}

// readRecords numbers the records as a spreadsheet program numbers its rows: a
// blank line counts, a line break inside quotes does not. The count is that of the cells
// between the separators.
func readRecords(ctx context.Context, t *table, skipped int) (lines []Line, held Count, err error) {
	total, count := &gauge{}, tally{}
	for number := skipped + 1; ; number++ {
		record, more := t.next()
		if !more {
			return lines, count.Count, nil
		}
		record = t.unwrapped(record)
		for i, cell := range record {
			if t.spelt {
				cell = data.WholeEntities(cell)
			}
			if record[i] = Unquoted(cell); !blank([]byte(record[i])) {
				count.cell()
			}
		}
		count.row(1)
		cells, err := total.line(record)
		if err != nil {
			return nil, Count{}, err
		}
		if cells != nil {
			lines = append(lines, Line{Number: number, Cells: cells, Broken: t.broken})
		}
		if number%256 == 0 && ctx.Err() != nil {
			return nil, Count{}, Stopped(ctx)
		}
	}
}

// unwrapped is a record that stands as a whole in quotes, among others that do not, by its
// cells: it has as many of them as the widest one.
func (t *table) unwrapped(record []string) []string {
	if len(record) != 1 || t.widest < 3 || strings.Count(record[0], string(t.comma)) < t.widest-1 {
		return record
	}
	if cells, width := cut(record[0], t.comma); width == t.widest {
		return cells
	}
	return record
}
