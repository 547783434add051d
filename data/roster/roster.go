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

	"graduand/data"
	"graduand/data/workbook"
)

// Roster is everything that was read from one file.
type Roster struct {
	Layouts []Layout
	Rows    []Row
	// Passed are the filled lines of the sheets that were read and are nobody.
	Passed []Passed
	// Skipped is what was left out without anybody's wish, lest it be lost silently.
	Skipped []SkippedPart
	// Contacts are the columns of parents' telephones that were read as the contact numbers of
	// graduates, for want of their own; Rows is for how many.
	Contacts []SkippedPart
	// Held is how many rows and cells each sheet that was read holds by the file's own count.
	Held []Held
}

// Held is what a sheet that was read holds by the file's own count.
type Held struct {
	Sheet string
	workbook.Count
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
	roster, err := readRecognised(ctx, book, rules, options)
	if err == nil && len(options.Mend) > 0 {
		if book, err = roster.mended(book, options.Mend); err == nil {
			roster, err = readRecognised(ctx, book, rules, options)
		}
	}
	if err != nil {
		return nil, err
	}
	for _, said := range []struct {
		rows     []string
		decision Decision
	}{{options.Take, Take}, {options.Leave, Leave}, {options.Same, Same}} {
		if err := decide(roster.Rows, said.rows, said.decision); err != nil {
			return nil, err
		}
	}
	return roster, nil
}

// readRecognised reads a book by what is recognised in it.
func readRecognised(ctx context.Context, book *workbook.Book, rules Rules, options Options) (*Roster, error) {
	layouts, err := Recognise(book, rules, options)
	if err != nil {
		return nil, err
	}
	roster, err := readLayouts(ctx, book, layouts, rules)
	if err != nil {
		return nil, err
	}
	if options.Sheet != "" {
		roster.Skipped = slices.DeleteFunc(roster.Skipped, SkippedPart.Whole)
	}
	return roster, nil
}

// Parse reads the persons of all layouts, and says what of the book is nobody and what was
// not read. It takes no longer than reading a file may take.
func Parse(book *workbook.Book, layouts []Layout, rules Rules) (*Roster, error) {
	ctx, cancel := context.WithTimeout(context.Background(), workbook.Deadline)
	defer cancel()
	return readLayouts(ctx, book, layouts, rules)
}

func readLayouts(ctx context.Context, book *workbook.Book, layouts []Layout, rules Rules) (*Roster, error) {
	rows, passed, err := parse(ctx, book, layouts, rules)
	if err != nil {
		return nil, err
	}
	return &Roster{Layouts: layouts, Rows: rows, Passed: passed, Skipped: skippedParts(book, layouts, passed), Contacts: contactsIn(rows),
		Held: heldBy(book, layouts)}, nil
}

// heldBy are the counts of the sheets that have a layout.
func heldBy(book *workbook.Book, layouts []Layout) []Held {
	var held []Held
	for _, s := range book.Sheets {
		if slices.ContainsFunc(layouts, func(l Layout) bool { return l.Sheet == s.Name }) {
			held = append(held, Held{s.Name, s.Held})
		}
	}
	return held
}

// contactsIn finds the parents' telephones that were read.
func contactsIn(rows []Row) []SkippedPart {
	var parts []SkippedPart
	for i := range rows {
		row := &rows[i]
		c, found := row.layout.column(data.FieldPhone)
		if !found || !c.parents || row.Graduate.Phone == "" {
			continue
		}
		part := SkippedPart{Sheet: row.Sheet, Column: c.Letter(), Header: c.Header, Parents: true}
		at := slices.IndexFunc(parts, func(p SkippedPart) bool {
			return p.Sheet == part.Sheet && p.Column == part.Column && p.Header == part.Header
		})
		if at < 0 {
			at, parts = len(parts), append(parts, part)
		}
		parts[at].Rows++
	}
	return parts
}
