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

// Document is the only field that several columns of a roster may hold at once:
// documents of several kinds.
const Document = roster.FieldDocument

// Line is one row of a sheet as it stands.
type Line = workbook.Line

// Sheet is one sheet of an opened roster with what the program takes its
// columns for.
type Sheet struct {
	workbook.Sheet
	// Header is the number of the header's row; 0 where none was recognised.
	Header int
	// Titles are the headers of the columns, Fields what they were taken for; both
	// have an element for every column, "" where there is none.
	Titles, Fields []string
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
	layouts, err := roster.Recognise(sheetAlone(book, result.Sheet), rules, roster.Options{})
	if err != nil && data.CodeOf(err) != "roster.no_header" {
		return result, err
	}
	width := 0
	for _, line := range result.Lines {
		width = max(width, len(line.Cells))
	}
	for _, l := range layouts {
		result.Header, width = l.Header, max(width, len(l.Columns))
	}
	result.Titles, result.Fields = make([]string, width), make([]string, width)
	for _, l := range layouts {
		for _, c := range l.Columns {
			result.Titles[c.Index], result.Fields[c.Index] = c.Header, c.Field
		}
	}
	return result, nil
}

// sheetAlone is a workbook of one sheet, as what is said of a sheet's columns holds
// for that sheet only.
func sheetAlone(book *workbook.Book, sheet workbook.Sheet) *workbook.Book {
	return &workbook.Book{Sheets: []workbook.Sheet{sheet}, Date1904: book.Date1904}
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
