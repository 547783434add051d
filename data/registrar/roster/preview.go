package roster

import (
	"context"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// File is an opened roster as it stands, before anybody is read from it: a
// person may look at it, say what its columns are, and have it read again and again
// ([Desk.ReadChosen]). It is never altered.
type File struct {
	Name   string
	Sheets []Sheet
	book   *workbook.Book
	sha256 string
}

// Shown is a cell as people see it in the file: a day as a day, not as its number.
func (f *File) Shown(sheet string, line Line, column int) string {
	at := slices.IndexFunc(f.Sheets, func(s Sheet) bool { return s.Name == sheet })
	if at < 0 {
		return line.Cell(column)
	}
	return f.Sheets[at].Shown(line, column)
}

// Document is the only field that several columns of a roster may hold at once:
// documents of several kinds.
const Document = roster.FieldDocument

// Line is one row of a sheet as it stands.
type Line = workbook.Line

// Sheet is one sheet of an opened roster with what the program takes its
// columns for.
type Sheet struct {
	workbook.Sheet
	// Table is the first table, or the whole sheet where no header was recognised.
	Table
	// Further are the tables below and beside it that have a header of their own.
	Further []Table
}

// TablePlace says which table of a file is meant.
type TablePlace struct {
	Sheet string
	// Header is the number of the header's row; 0 where none was recognised.
	Header int
	// From is the index of the first column.
	From int
}

// Table is a table of a sheet, or several that stand side by side under one header.
type Table struct {
	TablePlace
	// Titles are the headers of the columns, Fields what they were taken for; both
	// have an element for every column of the sheet, "" where there is none.
	Titles, Fields []string
	// Bounds are the indexes of the columns with which the tables side by side begin, and the
	// one behind the last column.
	Bounds []int
	// Below are the lines below the header.
	Below []Line
}

// Tables are all tables of the sheet.
func (s *Sheet) Tables() []*Table {
	all := []*Table{&s.Table}
	for i := range s.Further {
		all = append(all, &s.Further[i])
	}
	return all
}

// Preview opens a roster. A sheet without a header that the program knows is
// shown too, so that a person can say what its columns are; a file that is no table
// is refused with a code "roster.…".
func (d *Desk) Preview(ctx context.Context, name string, content []byte) (*File, error) {
	book, err := workbook.Open(ctx, filepath.Base(name), content)
	if err != nil {
		return nil, err
	}
	file := &File{Name: filepath.Base(name), book: book, sha256: registry.HexSum(content)}
	rules := d.rules()
	for i := range book.Sheets {
		sheet, err := previewSheet(book, i, rules)
		if err != nil {
			return nil, err
		}
		file.Sheets = append(file.Sheets, sheet)
	}
	return file, nil
}

func previewSheet(book *workbook.Book, i int, rules roster.Rules) (Sheet, error) {
	result := Sheet{Sheet: book.Sheets[i]}
	layouts, err := roster.Recognise(sheetAlone(result.Sheet), rules, roster.Options{})
	if err != nil && data.CodeOf(err) != "roster.no_header" {
		return result, err
	}
	width := 0
	for _, line := range result.Lines {
		width = max(width, len(line.Cells))
	}
	result.Table = Table{TablePlace: TablePlace{Sheet: result.Name}, Titles: make([]string, width), Fields: make([]string, width),
		Bounds: []int{0, width}, Below: result.Lines}
	for i := range layouts {
		for k, l := range layouts[i].Tables() {
			if k == 0 {
				result.Table = tableOf(l, width)
				continue
			}
			result.Further = append(result.Further, tableOf(l, width))
		}
	}
	return result, nil
}

// tableOf is a table of a sheet that is so many columns wide.
func tableOf(l *roster.Layout, width int) Table {
	width = max(width, len(l.Columns))
	t := Table{placeOf(l), make([]string, width), make([]string, width), l.Bounds(), l.Lines()}
	for _, c := range l.Columns {
		t.Titles[c.Index], t.Fields[c.Index] = c.Header, c.Field
	}
	if last := &t.Bounds[len(t.Bounds)-1]; !l.Narrow() {
		for _, line := range t.Below {
			*last = max(*last, len(line.Cells)) // what stands beside the table, too
		}
	}
	return t
}

func placeOf(l *roster.Layout) TablePlace { return TablePlace{l.Sheet, l.Header, l.Bounds()[0]} }

// FieldsOf says what the columns of a table were read as; false for one that was not read.
func (r *Roster) FieldsOf(t *Table) (fields []string, read bool) {
	for i := range r.Layouts {
		for _, l := range r.Layouts[i].Tables() {
			if placeOf(l) == t.TablePlace {
				return tableOf(l, len(t.Titles)).Fields, true
			}
		}
	}
	return nil, false
}

// sheetAlone is a workbook of one sheet, as what is said of a sheet's columns holds
// for that sheet only.
func sheetAlone(sheet workbook.Sheet) *workbook.Book {
	return &workbook.Book{Sheets: []workbook.Sheet{sheet}}
}

// Fields are the fields that a column of a roster may be taken for, the usual
// ones first.
func (d *Desk) Fields() []string {
	fields := []string{roster.FieldFullName, data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, roster.FieldGivenPatronymic,
		data.FieldBirthDate, data.FieldSex, data.FieldClass, data.FieldPhone, roster.FieldPhone2,
		roster.FieldDocument, data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber}
	if d.registry.Campaign().CardNumber.Used {
		fields = append(fields, data.FieldCardNumber)
	}
	known := d.rules().Fields
	for _, f := range d.registry.Campaign().AllFields() {
		if _, taken := known[f.Code]; taken && !slices.Contains(fields, f.Code) {
			fields = append(fields, f.Code)
		}
	}
	return fields
}
