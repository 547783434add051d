// Package roster reads class rosters from Excel workbooks and text tables, and
// writes them. It recognises what the columns mean, tells row by row what is wrong, and
// loses no row silently.
//
// It knows no campaign: what depends on one comes in [Rules]. The road is
//
//	workbook.Open → Recognise → Parse → Duplicates → WriteProblems
//
// and [Read] walks it in one call.
package roster

import (
	"context"
	"slices"

	"graduand/data/workbook"
)

// SkippedPart is a part of the file that holds something and was not read: a whole
// sheet, where Column is empty, or a column. Rows is the number of filled rows.
type SkippedPart struct {
	Sheet, Column, Header string
	Rows                  int
	// Hidden says that nobody sees the column.
	Hidden bool
	// Parents says that the column holds parents' telephones, which are nobody's login.
	Parents bool
}

// Roster is everything that was read from one file.
type Roster struct {
	Layouts []Layout
	Rows    []Row
	// Passed are the filled lines of the sheets that were read and are nobody.
	Passed []Passed
	// Skipped is what was left out without anybody's wish, lest it be lost silently.
	Skipped []SkippedPart
	// Sheets are the sheets that were read.
	Sheets []workbook.Sheet
}

// Read opens a file, recognises its columns and parses its rows. It does not look
// for duplicates.
func Read(ctx context.Context, name string, content []byte, rules Rules, options Options) (*Roster, error) {
	return workbook.Within(ctx, name, func(ctx context.Context) (*Roster, error) {
		book, err := workbook.Open(ctx, name, content)
		if err != nil {
			return nil, err
		}
		return readBook(ctx, book, rules, options)
	})
}

func readBook(ctx context.Context, book *workbook.Book, rules Rules, options Options) (*Roster, error) {
	layouts, err := Recognise(book, rules, options)
	if err != nil {
		return nil, err
	}
	rows, passed, err := parse(ctx, book, layouts, rules)
	if err != nil {
		return nil, err
	}
	if err := take(rows, options.Take); err != nil {
		return nil, err
	}
	roster := &Roster{Layouts: layouts, Rows: rows, Passed: passed, Sheets: SheetsRead(book, layouts)}
	for _, part := range Skipped(book, layouts) {
		if options.Sheet == "" || part.Column != "" {
			roster.Skipped = append(roster.Skipped, part)
		}
	}
	return roster, nil
}

// SheetsRead are the sheets of a book that have a layout.
func SheetsRead(book *workbook.Book, layouts []Layout) []workbook.Sheet {
	return slices.DeleteFunc(slices.Clone(book.Sheets), func(s workbook.Sheet) bool {
		return !slices.ContainsFunc(layouts, func(l Layout) bool { return l.Sheet == s.Name })
	})
}

// Skipped says which sheets and columns hold something that the layouts do not read.
// Columns that are left out on purpose, as those about parents, are not among them.
func Skipped(book *workbook.Book, layouts []Layout) []SkippedPart {
	var skipped []SkippedPart
	for i := range book.Sheets {
		sheet := &book.Sheets[i]
		at := slices.IndexFunc(layouts, func(l Layout) bool { return l.Sheet == sheet.Name })
		if at < 0 {
			skipped = append(skipped, SkippedPart{Sheet: sheet.Name, Rows: len(sheet.Lines)})
			continue
		}
		skipped = append(skipped, layouts[at].skipped()...)
	}
	for _, hidden := range book.Hidden {
		skipped = append(skipped, SkippedPart{Sheet: hidden.Name, Rows: hidden.Rows})
	}
	return skipped
}

func (l *Layout) skipped() []SkippedPart {
	var skipped []SkippedPart
	for _, c := range l.Columns {
		if c.Field != "" || c.Ignored {
			continue
		}
		if rows := l.count(c.Index); rows > 0 {
			skipped = append(skipped, SkippedPart{Sheet: l.Sheet, Column: c.Letter(), Header: c.Header, Rows: rows, Hidden: c.hidden, Parents: c.parents})
		}
	}
	for i := range l.further {
		skipped = append(skipped, l.further[i].skipped()...)
	}
	return skipped
}

// count counts the filled cells of a column below the header.
func (l *Layout) count(column int) int {
	rows := 0
	for _, line := range l.lines() {
		if line.Cell(column) != "" {
			rows++
		}
	}
	return rows
}
