package roster

import (
	"fmt"
	"io"
	"regexp"
	"strings"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
)

// AccessLine is one row of the workbook «Доступы выпускников», in words that the
// caller chooses: Password is the password, or the word that says that it has been
// handed over (D16); Door is what the password opens, State what has become of it.
type AccessLine struct {
	Login, FullName, Class, Password string
	Door, State                      string
}

// Rows of the workbook above the first access.
const (
	accessTitleRow = iota + 1
	accessWarningRow
	accessHeaderRow
)

// Widths of the columns in digits: login, name, class, password, door, state. They
// fill a sheet of A4 across.
var accessWidths = []float64{18, 38, 9, 22, 26, 22}

// WriteAccesses writes the accesses as a workbook (KG-035): the school, a warning in
// bold that the file is confidential and to be deleted after printing (KG-038), a
// header in the given language, one access a row. All cells are text, whatever a
// password looks like. Same lines, same bytes.
func WriteAccesses(w io.Writer, lines []AccessLine, school, language string) error {
	t := text.For(language)
	title := t.Say("roster.access_title", nil)
	b := newBook(title)
	sheet := b.addSheet(title, 0)
	b.line(sheet, accessTitleRow, []string{school}, b.bold)
	b.line(sheet, accessWarningRow, []string{t.Say("roster.access_warning", nil)}, b.bold)
	b.line(sheet, accessHeaderRow, []string{fieldTitle(FieldLogin, t), fieldTitle(FieldFullName, t), fieldTitle(data.FieldClass, t),
		fieldTitle(FieldPassword, t), t.Say(doorHeader, nil), t.Say(stateHeader, nil)}, b.bold)
	for i, l := range lines {
		b.line(sheet, accessHeaderRow+1+i, []string{l.Login, l.FullName, l.Class, literal(l.Password), l.Door, l.State}, b.wrap)
	}
	b.accessShape(sheet)
	return b.write(w)
}

// letterCode is how a workbook writes a letter that XML forbids; excelize reads it so
// and writes the text as it is.
var letterCode = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// literal keeps a text that looks like such a code from being read as the letter.
func literal(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && letterCode.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// accessShape gives the sheet its widths and fits it to A4 across, with the header on
// every page. Excel does not make merged rows as high as their text, so they are made
// high enough for two lines.
func (b *book) accessShape(sheet string) {
	for i, width := range accessWidths {
		column, err := excelize.ColumnNumberToName(i + 1)
		b.keep(err)
		b.keep(b.file.SetColWidth(sheet, column, column, width))
	}
	for row := accessTitleRow; row < accessHeaderRow; row++ {
		first, err := excelize.CoordinatesToCellName(1, row)
		b.keep(err)
		last, err := excelize.CoordinatesToCellName(len(accessWidths), row)
		b.keep(err)
		b.keep(b.file.MergeCell(sheet, first, last))
		b.keep(b.file.SetRowHeight(sheet, row, 32))
	}
	a4, across, down, fit, landscape := 9, 1, 0, true, "landscape"
	b.keep(b.file.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	b.keep(b.file.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &across, FitToHeight: &down}))
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: sheet, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", sheet, accessHeaderRow, accessHeaderRow)}))
}
