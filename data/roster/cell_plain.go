package roster

import (
	"slices"
	"strings"
	"unicode/utf8"

	"graduand/data"
	"graduand/data/pattern"
	"graduand/data/workbook"
)

// plain is the text of any other field; day numbers under a header that speaks of
// a date become dates, and long numbers get their digits back.
func (r *reader) plain(c Column, value string) string {
	if r.days[c.Index] != nil {
		if day := r.day(c, value); day.Date != "" {
			r.dayProblem(c, value, day)
			return day.Date.Dotted()
		}
	}
	if date, is := r.dateForText(c, value); is {
		r.problem(c, date, "value_date", data.SeverityError, nil)
	}
	digits, rounded := workbook.ExactDigits(value)
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
	}
	return r.withZeros(c, data.OneLine(digits))
}

// withZeros gives a number its zeros back: said where the column shows that they are gone,
// in doubt where it does not.
func (r *reader) withZeros(c Column, number string) string {
	column := r.zeros[c.Index]
	if column == nil || r.mended(c) {
		return number
	}
	whole, lost := column.whole(number)
	switch {
	case !lost:
		return number
	case column.gone():
		r.problem(c, number, "zeros_lost", data.SeverityWarning, data.Args{"whole": whole})
	default:
		r.unsure(c, number, "zeros_lost", data.Args{"whole": whole}, []string{whole, number})
	}
	return whole
}

// dateForText recognises a text such as the number of a house, «5/3», that a spreadsheet has
// taken for a day, or the day that stands in its place since.
func (r *reader) dateForText(c Column, value string) (string, bool) {
	if r.line.Mark(c.Index)&workbook.MarkDay != 0 {
		return dateForClass(value, r.date1904)
	}
	ofDay := speaksOfDate(c.Header) || speaksOfDate(r.rules.Fields[c.Field])
	return value, dayOfMonth.MatchString(value) || !ofDay && wholeDate.MatchString(value)
}

// ditto reads a cell as the one above it that it stands for, and says so; it reports whether there
// is one. A class is told among those of its section.
func (r *reader) ditto(c Column, value string) bool {
	if !isDitto(value) || slices.Contains(ofOneOnly, c.Field) || r.mended(c) {
		return false
	}
	lines := r.layout.lines()
	i, _ := slices.BinarySearchFunc(lines, r.line.Number, byNumber)
	for i--; i >= 0; i-- {
		above := c.value(r.layout.own(lines[i].Cells))
		if isDitto(above) {
			continue
		}
		if above == "" {
			return false
		}
		r.cell(c, above)
		severity := data.SeverityWarning
		if slices.Contains(ofFew, c.Field) {
			severity = data.SeverityConfirm
		}
		r.problem(c, value, "ditto", severity, data.Args{"above": data.Shorten(data.OneLine(above))})
		return true
	}
	return false
}

// dittoSign is how people write that a cell says what the one above it says: «-//-», «"», «те саме».
var dittoSign = pattern.New(`^(?:[-–—_\s]*(?:["″〃”“„«»'’]{1,2}|//)[-–—_\s]*|(?i:те ж(?: саме)?|те саме|так само|то же(?: самое)?|так же|ошол эле|ошондой эле|ditto|same))\.?$`)

// longestDitto bounds the texts that are compared, in bytes.
const longestDitto = 32

// isDitto recognises such a cell; nearly every cell is told by its first letter to be none.
func isDitto(cell string) bool {
	if cell == "" || len(cell) > longestDitto || cell[0] >= '0' && cell[0] <= '9' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return strings.ContainsRune(`"'’″〃”“„«»-–—_/тТоОdDsS`, first) && dittoSign.MatchString(cell)
}

// ofOneOnly are the fields that no two people have in common, so that the sign means nothing there.
var ofOneOnly = []string{FieldFullName, FieldGivenPatronymic, data.FieldGivenName, FieldDocument, data.FieldDocumentNumber, data.FieldCardNumber}

// ofFew are those that only brothers and sisters have in common: a person says that they do.
var ofFew = []string{data.FieldSurname, data.FieldPatronymic, data.FieldBirthDate, data.FieldPhone, FieldPhone2}
