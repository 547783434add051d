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
	"strconv"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// Options are what the user decides instead of the program.
type Options struct {
	// Sheet is the name of the only sheet to read; empty for every sheet that looks
	// like a roster.
	Sheet string
	// Class is given to rows that have no class of their own; it goes before the
	// class named by a title line or by the sheet.
	Class string
	// Columns says where a field stands: field → column letter ("C"), number ("3")
	// or header text. Beside the fields of package data there are [FieldFullName],
	// [FieldDocument] and [FieldGivenPatronymic].
	Columns map[string]string
	// Take are the doubtful rows that a person wants taken as they were read: their
	// numbers, "Sheet!4" where there are several sheets, or [TakeAll].
	Take []string
}

// TakeAll takes all doubtful rows.
const TakeAll = "all"

// Row is one person of the roster.
type Row struct {
	Sheet  string
	Number int
	// Cells are the texts as they were.
	Cells    []string
	Graduate data.Graduate
	Problems []Problem
	// Taken says that a person has looked at the doubts and takes the row as it was read.
	Taken bool

	layout *Layout
	class  string // of the section in which the row stands
}

// Bad reports whether the row cannot be taken as it is.
func (r *Row) Bad() bool { return r.has(data.SeverityError) }

// Doubtful reports whether two readings of the row are possible, so that a person
// decides before it is taken, and nobody has.
func (r *Row) Doubtful() bool { return !r.Taken && r.has(data.SeverityConfirm) }

func (r *Row) has(severity data.Severity) bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Severity == severity })
}

// Problem is one thing that is wrong in one row: an error, which refuses the row; a doubt
// (data.SeverityConfirm), which a person settles before the row is taken; or a warning.
// Column is the letter of the column and Header its title; both are empty where the
// column is missing.
type Problem struct {
	Column, Header string
	Field, Value   string
	Rule           string
	Args           data.Args
	Severity       data.Severity
	// Readings are the texts of which one, put in the place of the cell, settles a doubt;
	// the first is what was read. None where there is nothing to choose but to take the
	// row or to leave it out.
	Readings []string
}

// Sentence says the problem in the language of t. The text of a rule, also of one
// that a caller adds to a row, is "roster.rule."+Rule.
func (p Problem) Sentence(t *text.Text) string {
	return t.Say("roster.rule."+p.Rule, p.Args)
}

// take marks the doubtful rows that a person has decided to take. A row that is not there
// is refused, lest a slip of the pen be taken for a decision.
func take(rows []Row, wanted []string) error {
	for _, want := range wanted {
		found := want == TakeAll
		for i := range rows {
			if r := &rows[i]; want == TakeAll || want == strconv.Itoa(r.Number) || want == r.Sheet+"!"+strconv.Itoa(r.Number) {
				r.Taken, found = true, true
			}
		}
		if !found {
			return data.Fail("roster.no_row", data.Args{"row": want})
		}
	}
	return nil
}

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
