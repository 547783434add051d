package roster

import (
	"context"
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// Choice is what a person has said about an opened roster instead of the
// program.
type Choice struct {
	// Sheets are the names of the sheets to read; none for every sheet that looks
	// like a roster or whose columns were said.
	Sheets []string
	// Class is given to rows that have no class of their own.
	Class string
	// Fields says for a table what each column of its sheet is taken for, "" for a column
	// to be left out. A column beyond the list stays as the program took it.
	Fields map[TablePlace][]string
	// Cells are texts in the place of those of the file: rows mended by hand. The
	// file itself stays as it is.
	Cells map[Cell]string
	// Decided says of a row what a person has decided.
	Decided map[RowPlace]Decision
}

// Cell is the place of a text.
type Cell = roster.Cell

// CellOf is the cell that a problem of a row is about; false for one of no column.
func (r *Roster) CellOf(row *Row, p Problem) (Cell, bool) {
	return roster.CellOf(&row.Row, p)
}

// Mending is the text that would mend a problem of a row, and where: see [roster.Mending].
func (r *Roster) Mending(row *Row, p Problem) (cell Cell, text string, mends bool) {
	return roster.Mending(&row.Row, p)
}

// Mendings are the texts that would mend all that is wrong by one rule.
func (r *Roster) Mendings(rule string) map[Cell]string {
	all := map[Cell]string{}
	for i := range r.Rows {
		for _, p := range r.Rows[i].Problems {
			if cell, text, mends := r.Mending(&r.Rows[i], p); mends && p.Rule == rule {
				all[cell] = text
			}
		}
	}
	return all
}

// ReadChosen reads an opened roster as a person has said, and says of every row
// what would become of it. It is [Desk.Read] for who has looked at the
// file first: mended rows are judged by the very same rules.
func (d *Desk) ReadChosen(ctx context.Context, file *File, choice Choice) (*Roster, error) {
	rules := d.rules()
	var layouts []roster.Layout
	for _, sheet := range file.book.Sheets {
		if len(choice.Sheets) > 0 && !slices.Contains(choice.Sheets, sheet.Name) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("read roster: %w", err)
		}
		found, err := chosenLayouts(file.book, sheet, rules, choice)
		if err != nil {
			return nil, err
		}
		layouts = append(layouts, found...)
	}
	if len(layouts) == 0 {
		return nil, data.Fail("roster.no_header", nil)
	}
	read, err := roster.Parse(file.book, layouts, rules)
	if err != nil {
		return nil, err
	}
	for i := range read.Rows {
		row := &read.Rows[i]
		row.Decided = choice.Decided[row.Place()]
	}
	return d.judged(read, file.Name, file.sha256)
}

// chosenLayouts is the layout of one sheet; none for a sheet that is no roster.
func chosenLayouts(book *workbook.Book, sheet workbook.Sheet, rules roster.Rules, choice Choice) ([]roster.Layout, error) {
	alone := sheetAlone(roster.Mended(sheet, choice.Cells))
	fields := choice.Fields[TablePlace{Sheet: sheet.Name}]
	layouts, err := roster.Recognise(alone, rules, roster.Options{Class: choice.Class})
	if places := columnNumbers(fields); data.CodeOf(err) == "roster.no_header" && len(places) > 0 {
		layouts, err = roster.Recognise(alone, rules, roster.Options{Class: choice.Class, Columns: places})
	}
	if data.CodeOf(err) == "roster.no_header" {
		return nil, nil
	}
	for i := range layouts {
		for _, table := range layouts[i].Tables() {
			if err := table.Take(choice.Fields[placeOf(table)], rules); err != nil {
				return nil, err
			}
		}
	}
	return layouts, err
}

// columnNumbers is the mapping by which a sheet without a header is read.
func columnNumbers(fields []string) map[string]string {
	places := map[string]string{}
	for i, field := range fields {
		if _, earlier := places[field]; field != "" && !earlier {
			places[field] = fmt.Sprint(i + 1)
		}
	}
	return places
}
