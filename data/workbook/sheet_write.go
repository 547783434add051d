package workbook

import (
	"bytes"
	"fmt"
	"image/jpeg"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// SheetWriter is a sheet of a workbook under way. Columns count from 0 and rows from 1,
// as in [Sheet].
type SheetWriter struct {
	Name   string
	book   *Writer
	layout *layout
	// filtered says that its first row can choose among the others.
	filtered bool
}

// Add adds a sheet with a name like the wanted one that spreadsheets accept.
func (w *Writer) Add(wanted string) *SheetWriter {
	name := acceptable(wanted)
	if name == "" || w.names[strings.ToLower(name)] {
		name = strings.TrimSpace(fmt.Sprintf("%s %d", name, len(w.names)+1))
	}
	if len(w.names) == 0 {
		w.keep(w.file.SetSheetName(w.file.GetSheetName(0), name))
	} else {
		_, err := w.file.NewSheet(name)
		w.keep(err)
	}
	w.names[strings.ToLower(name)] = true
	s := &SheetWriter{Name: name, book: w, layout: newLayout()}
	w.sheets = append(w.sheets, s)
	return s
}

// acceptable is a name without signs that no sheet may have, short enough for a number
// behind it.
func acceptable(wanted string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r == utf8.RuneError || r < ' ' {
			return ' '
		}
		return r
	}, wanted), " '")
	if runes := []rune(name); len(runes) > 28 {
		name = strings.TrimRight(string(runes[:28]), " '")
	}
	return name
}

// Put writes a text into a cell.
func (s *SheetWriter) Put(column, row int, text string) {
	if text != "" {
		s.layout.put(column, row, text)
		s.book.keep(s.book.file.SetCellStr(s.Name, CellName(column, row), literal(text)))
	}
}

// Number writes a whole number into a cell, with which spreadsheets can reckon; look must have Number.
func (s *SheetWriter) Number(column, row, number int, look Look) {
	s.layout.put(column, row, strconv.Itoa(number))
	s.Paint(Cell(column, row), look)
	s.book.keep(s.book.file.SetCellInt(s.Name, CellName(column, row), int64(number)))
}

// Line writes cells beside each other from column 0 on, all with one look.
func (s *SheetWriter) Line(row int, cells []string, look Look) {
	for column, text := range cells {
		s.Put(column, row, text)
		s.Paint(Cell(column, row), look)
	}
}

// Spread writes a text into the columns from left to right as into one cell.
func (s *SheetWriter) Spread(left, right, row int, text string, look Look) {
	area := Area{Top: row, Left: left, Bottom: row, Right: right}
	s.Paint(area, look)
	if left != right {
		s.Merge(area)
	}
	s.Put(left, row, text)
}

// Paint gives the cells of an area their look.
func (s *SheetWriter) Paint(area Area, look Look) {
	s.layout.paint(area, look)
	s.book.keep(s.book.file.SetCellStyle(s.Name, CellName(area.Left, area.Top), CellName(area.Right, area.Bottom), s.book.style(look)))
}

// Picture lays a JPEG over the sheet, so many mm wide and high, from the top left corner of a cell on.
func (s *SheetWriter) Picture(column, row int, content []byte, width, height float64) {
	dots, err := jpeg.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		s.book.keep(err)
		return
	}
	const inch, dotsToInch = 25.4, 96
	s.book.keep(s.book.file.AddPictureFromBytes(s.Name, CellName(column, row), &excelize.Picture{Extension: ".jpg", File: content,
		Format: &excelize.GraphicOptions{Positioning: "oneCell", ScaleX: width / inch * dotsToInch / float64(dots.Width), ScaleY: height / inch * dotsToInch / float64(dots.Height)}}))
}

// Merge makes the cells of an area one.
func (s *SheetWriter) Merge(area Area) {
	s.layout.merged = append(s.layout.merged, area)
	s.book.keep(s.book.file.MergeCell(s.Name, CellName(area.Left, area.Top), CellName(area.Right, area.Bottom)))
}

// Widths are those of the columns from column 0 on, in digits.
func (s *SheetWriter) Widths(widths ...float64) {
	for column, width := range widths {
		s.layout.widths[column] = width
		s.book.keep(s.book.file.SetColWidth(s.Name, ColumnName(column), ColumnName(column), width))
	}
}

// Height is that of a row in points. The others become as high as their text, which
// spreadsheets do not do by themselves in a new workbook.
func (s *SheetWriter) Height(row int, points float64) {
	s.layout.heights[row] = points
	s.layout.bottom = max(s.layout.bottom, row)
}

// HideRow leaves a row out of sight.
func (s *SheetWriter) HideRow(row int) {
	s.layout.hidden[row] = true
	s.book.keep(s.book.file.SetRowVisible(s.Name, row, false))
}

// Hide leaves the sheet out of sight; deep hides it also from the list of hidden sheets.
func (s *SheetWriter) Hide(deep bool) {
	s.book.keep(s.book.file.SetSheetVisible(s.Name, false, deep))
}

// FitAcross prints the sheet on A4, as wide as the paper and as long as it is.
func (s *SheetWriter) FitAcross(landscape bool) { s.FitPages(1, landscape) }

// FitPages prints the sheet on so many sheets of A4 beside each other.
func (s *SheetWriter) FitPages(across int, landscape bool) {
	s.layout.printed = true
	a4, down, fit, orientation := 9, 0, true, "portrait"
	if landscape {
		orientation = "landscape"
	}
	s.book.keep(s.book.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	s.book.keep(s.book.file.SetPageLayout(s.Name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &across, FitToHeight: &down}))
}

// Margins are those of the printed page in mm.
func (s *SheetWriter) Margins(left, right, top, bottom float64) {
	const inch = 25.4
	l, r, t, b, none := left/inch, right/inch, top/inch, bottom/inch, 0.0
	s.book.keep(s.book.file.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{Left: &l, Right: &r, Top: &t, Bottom: &b, Header: &none, Footer: &none}))
}

// RepeatRow prints a row on top of every page.
func (s *SheetWriter) RepeatRow(row int) { s.Repeat(row, 0) }

// Repeat prints a row on top of every page, and the first columns at its left.
func (s *SheetWriter) Repeat(row, columns int) {
	titles := fmt.Sprintf("%s!$%d:$%d", s.quoted(), row, row)
	if columns > 0 {
		titles = fmt.Sprintf("%s!$A:$%s,%s", s.quoted(), ColumnName(columns-1), titles)
	}
	s.book.keep(s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: titles, Scope: s.Name}))
}

// Filter lets the first row of an area choose among the rows below it.
func (s *SheetWriter) Filter(area Area) {
	s.filtered = true
	before, err := s.book.file.GetSheetProps(s.Name)
	s.book.keep(err)
	s.book.keep(s.book.file.AutoFilter(s.Name, area.String(), nil))
	// The filter forgets that the sheet fits the page.
	s.book.keep(s.book.file.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: before.FitToPage}))
}

// Freeze keeps the first columns and rows in sight.
func (s *SheetWriter) Freeze(columns, rows int) {
	pane := "bottomLeft"
	if columns > 0 {
		pane = "bottomRight"
	}
	s.book.keep(s.book.file.SetPanes(s.Name, &excelize.Panes{Freeze: true, XSplit: columns, YSplit: rows,
		TopLeftCell: CellName(columns, rows+1), ActivePane: pane}))
}

// Protect locks the cells that are not unlocked, without a password: against a slip, not
// against a wish. Columns and rows may be made wider, and a filter that the sheet has be used.
func (s *SheetWriter) Protect() {
	s.book.keep(s.book.file.ProtectSheet(s.Name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, AutoFilter: s.filtered}))
}

// Choice is what the cells of an area may hold.
type Choice struct {
	// Title heads what is said, up to 32 letters of it.
	Title string
	// Sheet and List are where the words to choose from stand; a Sheet of "" takes any
	// words. Refusal is said to others.
	Sheet   string
	List    Area
	Refusal string
	// Hint is shown beside a cell, "" for none.
	Hint string
}

// Offer gives the cells of an area a list to choose from, a hint, or both.
func (s *SheetWriter) Offer(area Area, c Choice) {
	rule := excelize.NewDataValidation(true)
	rule.SetSqref(area.String())
	if c.Sheet != "" {
		l := c.List
		rule.SetSqrefDropList(fmt.Sprintf("%s!$%s$%d:$%s$%d", c.Sheet, ColumnName(l.Left), l.Top, ColumnName(l.Right), l.Bottom))
		rule.SetError(excelize.DataValidationErrorStyleStop, atMost(c.Title, 32), atMost(c.Refusal, 255))
	}
	if c.Hint != "" {
		rule.SetInput(atMost(c.Title, 32), atMost(c.Hint, 255))
	}
	s.book.keep(s.book.file.AddDataValidation(s.Name, rule))
}

func atMost(s string, letters int) string {
	if r := []rune(s); len(r) > letters {
		return string(r[:letters-1]) + "…"
	}
	return s
}

// letterCode is how a workbook writes a letter that XML forbids; excelize reads it so
// and writes the text as it is.
var letterCode = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// literal keeps a text that looks like such a code from being read as the letter.
func literal(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && letterCode.MatchString(s[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
