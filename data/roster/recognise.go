package roster

import (
	"cmp"
	"strconv"

	"graduand/data"
	"graduand/data/workbook"
)

// Layout is what was recognised in one sheet.
type Layout struct {
	Sheet string
	// Header is the number of the header's (lower) row; 0 where there is none.
	Header  int
	Columns []Column
	// Class holds for rows without a class of their own.
	Class string

	sheet   *workbook.Sheet
	begins  int      // index of the (upper) line of the header in the sheet
	first   int      // index of the first line of data in the sheet
	end     int      // index behind the last line; 0 for the end of the sheet
	further []Layout // the tables below and beside, each with a header of its own
	above   int      // which of the tables, the first being 0, goes on in this one
	blocks  []int    // where the second of the tables side by side begins, and the further ones
	classes []string // of the blocks
	// classGiven says that a person has said the class of those who have none of their own.
	classGiven bool
	kin        []bool // of the blocks: those in them may be parents
	doubtful   bool   // the block that has been split off is such a one
	overhead   bool   // the people over the header
	others     bool   // a further table of employees or parents
	unlike     bool   // a further table that says less of its people than the first
	from, to   int    // the columns of one block that has been split off; to is 0 for a whole sheet
	shared     []int  // the columns that two blocks of boys and girls have in common
	either     bool   // a line names somebody in one of the two only
	names      []int  // the columns of names in both
}

// Column is one column of a layout. Field is empty where the column was not
// recognised or is of no use.
type Column struct {
	Index         int
	Header, Field string
	// Ignored says that the column was recognised and is left out on purpose.
	Ignored bool

	kind    *kind // the kind of document that the header names
	span    int   // how many columns hold the parts of one date
	ordinal bool  // the running numbers
	number  bool  // headed «Номер» and no more
	known   bool  // a usual header, though its cells are not read
	date    bool  // headed «Дата» and no more
	placed  bool  // a place of birth stands behind the date
	hidden  bool  // nobody sees the column
	letter  bool  // the letter of the class whose number stands elsewhere
	stamp   bool  // when a form of the network was answered
	parents bool  // a parent's telephone, taken for want of the own one

	beside string   // the field of the name that the header names, where others say it better
	sex    data.Sex // of those whom the header names: «Хлопці»
	bare   bool     // the header says nothing else
}

// Counts says that the column holds running numbers, which are nobody's.
func (c Column) Counts() bool { return c.ordinal }

// Letter is the column's name in a spreadsheet.
func (c Column) Letter() string { return workbook.ColumnName(c.Index) }

// column returns the first column of a field.
func (l *Layout) column(field string) (Column, bool) {
	for i := range l.Columns {
		if l.Columns[i].Field == field {
			return l.Columns[i], true
		}
	}
	return Column{}, false
}

// Recognise finds the header and the columns of every sheet that looks like a
// roster; of the chosen sheet only, if one is chosen.
func Recognise(book *workbook.Book, rules Rules, options Options) ([]Layout, error) {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return nil, err
	}
	if err := checkFields(rules, options); err != nil {
		return nil, err
	}
	words := newDictionary(rules)
	found := sheetsFound{book: book, words: words, options: options}
	for _, bare := range []bool{false, true} {
		if found.look(bare); len(found.layouts) > 0 {
			break
		}
	}
	for i := range found.layouts {
		found.layouts[i].finish(rules, options, kinds)
	}
	return found.layouts, found.refusal()
}

// sheetsFound are the sheets of a book that look like rosters.
type sheetsFound struct {
	book    *workbook.Book
	words   *dictionary
	options Options

	layouts []Layout
	chosen  bool   // a sheet that was to be read is there
	staff   string // the name of one of employees or parents
	err     error  // why columns that were named cannot be read
}

// look looks at every sheet; bare says that a class alone may be the header of names.
func (f *sheetsFound) look(bare bool) {
	for i := range f.book.Sheets {
		sheet := &f.book.Sheets[i]
		if f.options.Sheet != "" && !sameSheet(sheet.Name, f.options.Sheet, i) {
			continue
		}
		f.chosen = true
		layout, found, err := recogniseSheet(sheet, f.words, f.options, bare)
		f.err = cmp.Or(f.err, err)
		if found && f.options.Sheet == "" && len(f.options.Columns) == 0 && layout.staff() {
			f.staff, found = cmp.Or(sheet.Name, strconv.Itoa(i+1)), false
		}
		if found {
			f.layouts = append(f.layouts, layout)
		}
	}
}

// refusal says why there is nothing to read, if there is nothing.
func (f *sheetsFound) refusal() error {
	switch {
	case !f.chosen:
		return data.Fail("roster.no_sheet", data.Args{"sheet": f.options.Sheet})
	case len(f.layouts) > 0:
		return nil
	case f.err != nil:
		return f.err
	case f.staff != "":
		return data.Fail("roster.only_staff", data.Args{"sheet": f.staff})
	}
	return noHeader(f.book)
}

// sameSheet compares names without regard to case; a text table has one nameless
// sheet, which answers to "1".
func sameSheet(name, wanted string, index int) bool {
	return data.SearchKey(name) == data.SearchKey(wanted) || name == "" && wanted == strconv.Itoa(index+1)
}

// checkFields refuses a mapping of a field that nobody knows.
func checkFields(rules Rules, options Options) error {
	known := map[string]bool{FieldFullName: true, FieldGivenPatronymic: true, FieldDocument: true, FieldPhone2: true}
	for _, field := range data.TypedFields() {
		known[field] = true
	}
	for field := range options.Columns {
		if _, campaign := rules.Fields[field]; !known[field] && !campaign {
			return data.Fail("roster.unknown_field", data.Args{"field": field})
		}
	}
	return nil
}

func recogniseSheet(sheet *workbook.Sheet, words *dictionary, options Options, bare bool) (Layout, bool, error) {
	layout, found := findHeader(sheet, words)
	if !found || nameIndex(layout.Columns) < 0 {
		if headed, is := headedByClass(sheet, words, bare); is {
			layout, found = headed, true
		}
	}
	if found {
		if err := layout.findFurther(words); err != nil {
			return Layout{}, false, err
		}
	}
	if len(options.Columns) == 0 {
		return layout, found, nil
	}
	if !found {
		layout = bareLayout(sheet, options)
	}
	if err := layout.overrule(options.Columns); err != nil {
		return Layout{}, false, err
	}
	if layout.Header == 0 {
		layout.first = layout.firstData(words)
	}
	return layout, layout.first < len(sheet.Lines), nil
}
