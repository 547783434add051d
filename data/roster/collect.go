package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// CollectionFormat is the format of the workbooks for collecting data that this program
// writes, and the newest that it reads.
const CollectionFormat = 1

// The sheets of such a workbook that nobody sees, and what their cells begin with.
const (
	stateSheet  = "graduand"
	listSheet   = "graduand_lists"
	stateMark   = "graduand-collection"
	columnMark  = "graduand:"
	columnID    = "id"
	columnClass = "class_as_given"
	columnName  = "name_as_given"
	ownColumns  = 3 // the id, the class and the name stand before the fields
)

// Rows of the sheet that is filled in, above the first graduate, and of the sheet that
// tells what was given out.
const (
	collectCodeRow = iota + 1
	collectTitleRow
	collectFirstRow
)

// Collection is a workbook that goes out to be filled in: what stands in it, in words
// that the caller chooses.
type Collection struct {
	// Registry is the id of the registry that it belongs to.
	Registry string
	Title    string
	// Steps are the sentences of the first sheet; StepsSheet and PeopleSheet name the two
	// sheets that are seen.
	Steps                   []string
	StepsSheet, PeopleSheet string
	// IDTitle, ClassTitle and NameTitle head the columns that stay as they are.
	IDTitle, ClassTitle, NameTitle string
	// Choose is said when somebody types what is not in a list.
	Choose  string
	Columns []CollectionColumn
	Rows    []CollectionRow
	// Others are further sheets to fill in, whose rows have ids of their own; a field of the same code
	// has the same title in all of them.
	Others []CollectionSheet
	// Filtered lets the titles choose among the rows.
	Filtered bool
}

// CollectionSheet is a sheet that is filled in.
type CollectionSheet struct {
	Name    string
	Columns []CollectionColumn
	Rows    []CollectionRow
}

// sheets are all of them.
func (c *Collection) sheets() []CollectionSheet {
	return append([]CollectionSheet{{c.PeopleSheet, c.Columns, c.Rows}}, c.Others...)
}

// fields are the columns of all sheets, each once.
func (c *Collection) fields() (all []CollectionColumn) {
	for _, s := range c.sheets() {
		for _, column := range s.Columns {
			if !slices.ContainsFunc(all, func(known CollectionColumn) bool { return known.Field == column.Field }) {
				all = append(all, column)
			}
		}
	}
	return all
}

// CollectionColumn is a field that is filled in.
type CollectionColumn struct {
	Field, Title string
	// Choices are the words of a field that has a list.
	Choices []string
	// Hint is shown beside a cell of the column, "" for none.
	Hint string
}

// CollectionRow is one graduate.
type CollectionRow struct {
	ID, Class, Name string
	Cells           []CollectionCell
}

// CollectionCell is what is shown of a field, and what is stored.
type CollectionCell struct {
	Shown, Stored string
	// Asked says that the form asks this graduate for the field: the cell is yellow.
	Asked bool
	// Locked says that it can no longer be changed.
	Locked bool
}

// Collected is what was read from a workbook that came back.
type Collected struct {
	Registry string
	Rows     []CollectedRow
	// Given are the graduates that it was given out with.
	Given map[string]GivenRow
	// Unread are the columns that somebody has added.
	Unread []SkippedPart
	// Date1904 says how day numbers count in it.
	Date1904 bool
}

// GivenRow is a graduate as the workbook was given out.
type GivenRow struct {
	Class, Name string
	// Stored are the values by their fields.
	Stored map[string]string
}

// CollectedRow is one row with its place, «A7», with the sheet before it where several
// sheets hold rows.
type CollectedRow struct {
	Place           string
	ID, Class, Name string
	// ClassPlace and NamePlace are the places of the two other cells that nobody was to
	// change.
	ClassPlace, NamePlace string
	Cells                 []CollectedCell
	// Hidden says that nobody sees the row, Struck that its name is struck out; Left is a
	// note that the graduate has left, "" for none.
	Hidden, Struck bool
	Left           string
}

// CollectedCell is one cell of a field as it was typed. Unsaved says that it holds a
// formula whose value was not saved: it is not empty, though Typed is. Day says that the
// spreadsheet shows it as a day, Merged that it was made one with the cell of a row above,
// whose text it has, Struck that it is struck out, and Hidden that nobody sees its column.
type CollectedCell struct {
	Field, Place, Typed                         string
	Unsaved, Day, Truth, Merged, Struck, Hidden bool
}

// DateText is a date cell in plain digits, also where a spreadsheet keeps it as the
// number of a day; what is no date stays as it is.
func DateText(typed string, date1904 bool, today data.Date) string {
	date, err := cellDate(typed, date1904, false, today)
	if err != nil {
		return typed
	}
	return date.Dotted()
}

// wholeTail is what a spreadsheet puts behind a whole number.
var wholeTail = pattern.New(`^(\d+)[.,]0+$`)

// NumberText gives a number that a spreadsheet has changed its digits back: «3.8E+11» and
// «12.0». A number whose digits are lost stays as it is, to be refused.
func NumberText(typed string) string {
	if m := wholeTail.FindStringSubmatch(typed); m != nil {
		return m[1]
	}
	digits, rounded := wholeNumber(typed)
	if rounded {
		return typed
	}
	return digits
}

// DocumentZeros proposes the number of a document with the zeros before it that a
// spreadsheet took away, where the number alone fits no document of its kind and so does.
func DocumentZeros(d data.Document, rules Rules) (whole string, lost bool) {
	kinds, err := compileKinds(rules.DocumentKinds)
	if err != nil {
		return "", false
	}
	if d.Kind != "" {
		kinds = slices.DeleteFunc(kinds, func(k kind) bool { return k.code != d.Kind })
	}
	if len(readings(kinds, d.Series, d.Number)) > 0 {
		return "", false
	}
	return lostZeros(kinds, d.Series, d.Number)
}

// Nothing recognises how people write that there is nothing to write: «-», «немає».
func Nothing(typed string) bool { return absent(data.OneLine(typed)) }

// Codes reads words as the codes that they stand for.
type Codes struct{ names codeNames }

// Add makes names stand for a code. An abbreviation that can mean nothing else, «укр
// мова», stands for it too.
func (c *Codes) Add(code string, names ...string) {
	c.AddWhole(code, append([]string{code}, names...)...)
	for _, name := range append([]string{code}, names...) {
		c.names.words = append(c.names.words, codeWords{code, squeezedWords(name)})
	}
}

// AddWhole makes names stand for a code only when they are written out.
func (c *Codes) AddWhole(code string, names ...string) {
	if c.names.exact == nil {
		c.names.exact = map[string]string{}
	}
	for _, name := range names {
		if key := squeeze(name); key != "" {
			c.names.exact[key] = code
		}
	}
}

// One is the code of a text, or the text where it is none.
func (c *Codes) One(typed string) string {
	if code, known := c.names.find(typed); known {
		return code
	}
	return typed
}

// List is the list of the codes that a text names, with commas between; what is none
// stays in it as it is. A name may have commas of its own.
func (c *Codes) List(typed string) string {
	if code, known := c.names.find(typed); known {
		return code
	}
	cuts := betweenCodes.FindAllStringIndex(typed, -1)
	cuts = append(cuts[:min(len(cuts), workbook.MaxColumns)], []int{len(typed), len(typed)})
	var codes []string
	for from, first := 0, 0; first < len(cuts); {
		code, last := strings.TrimSpace(typed[from:cuts[first][0]]), first
		for end := len(cuts) - 1; end >= first; end-- {
			if known, is := c.names.exact[squeeze(typed[from:cuts[end][0]])]; is {
				code, last = known, end
				break
			}
		}
		if code = c.One(code); code != "" {
			codes = append(codes, code)
		}
		from, first = cuts[last][1], last+1
	}
	return strings.Join(codes, ",")
}

// placeOf is the place of a cell; sheet is "" where it needs no saying.
func placeOf(sheet string, column, row int) string {
	if sheet != "" {
		sheet += "!"
	}
	return sheet + workbook.CellName(column, row)
}
