package roster

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
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

// writtenColumn is a column of that workbook; its width is in digits.
type writtenColumn struct {
	title string
	width float64
	cell  func(l AccessLine) string
}

// writtenColumns fill a sheet of A4 across.
func writtenColumns(t *text.Text) []writtenColumn {
	return []writtenColumn{
		{fieldTitle(FieldLogin, t), 18, func(l AccessLine) string { return l.Login }},
		{fieldTitle(FieldFullName, t), 38, func(l AccessLine) string { return l.FullName }},
		{fieldTitle(data.FieldClass, t), 9, func(l AccessLine) string { return l.Class }},
		{fieldTitle(FieldPassword, t), 22, func(l AccessLine) string { return l.Password }},
		{t.Say(doorHeader, nil), 32, func(l AccessLine) string { return l.Door }},
		{t.Say(stateHeader, nil), 24, func(l AccessLine) string { return l.State }},
	}
}

// WriteAccesses writes the accesses as a workbook (KG-035): the school, a warning in
// bold that the file is confidential and to be deleted after printing (KG-038), a
// header in the given language, one access a row. All cells are text, whatever a
// password looks like. Same lines, same bytes.
func WriteAccesses(w io.Writer, lines []AccessLine, school, language string) error {
	t := text.For(language)
	title := t.Say("roster.access_title", nil)
	book := workbook.NewWriter(title, "")
	sheet := book.Add(title)
	columns := writtenColumns(t)
	sheet.Spread(0, len(columns)-1, accessTitleRow, school, headLook())
	sheet.Spread(0, len(columns)-1, accessWarningRow, t.Say("roster.access_warning", nil), headLook())
	for i, c := range columns {
		sheet.Put(i, accessHeaderRow, c.title)
		for j, l := range lines {
			sheet.Put(i, accessHeaderRow+1+j, c.cell(l))
		}
	}
	shapeAccesses(sheet, columns, len(lines))
	return book.Write(w)
}

// shapeAccesses gives the sheet its looks and widths and fits it to A4 across, with the
// header on every page.
func shapeAccesses(sheet *workbook.SheetWriter, columns []writtenColumn, lines int) {
	widths, whole := make([]float64, len(columns)), 0.0
	for i, c := range columns {
		widths[i], whole = c.width, whole+c.width
	}
	last := len(columns) - 1
	sheet.Paint(workbook.Area{Top: accessHeaderRow, Bottom: accessHeaderRow, Right: last}, columnLook())
	if lines > 0 {
		sheet.Paint(workbook.Area{Top: accessHeaderRow + 1, Bottom: accessHeaderRow + lines, Right: last}, cellLook())
	}
	sheet.Widths(widths...)
	sheet.Freeze(0, accessHeaderRow)
	setPage(sheet, whole, accessHeaderRow)
}
