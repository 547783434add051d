package reports

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"graduand/data"
)

// listFont is the font of official letters; where it lacks, a spreadsheet takes one
// of the same widths.
const listFont = "Times New Roman"

// book is a workbook of one sheet under way; the first error sticks.
type book struct {
	file   *excelize.File
	sheet  string
	row    int
	styles map[look]int
	err    error
}

// ListXLSX writes the same list as a workbook, in the same order, every cell text.
// It is made in memory: nothing of it is left in temporary files. Errors:
// report.empty without rows.
func ListXLSX(w io.Writer, l List) error {
	if len(l.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	file := excelize.NewFile()
	b := &book{file: file, sheet: file.GetSheetName(0), row: 1, styles: map[look]int{}}
	b.keep(file.SetDocProps(&excelize.DocProperties{Title: l.Title}))
	b.keep(file.SetDefaultFont(listFont))
	b.setUp()
	b.head(&l)
	b.table(&l)
	b.foot(&l)
	if b.err != nil {
		return fmt.Errorf("make workbook of the list: %w", b.err)
	}
	if err := file.Write(w); err != nil {
		return fmt.Errorf("write workbook of the list: %w", err)
	}
	return nil
}

func (b *book) keep(err error) {
	if b.err == nil && err != nil {
		b.err = err
	}
}

// setUp sets page, margins (inches) and widths of columns: a column of n characters
// is 7n+5 dots of 1/96 inch wide.
func (b *book) setUp() {
	const inch = 25.4
	paper, upright, one, any := 9, "portrait", 1, 0
	b.keep(b.file.SetPageLayout(b.sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &upright, FitToWidth: &one, FitToHeight: &any}))
	fit := true
	b.keep(b.file.SetSheetProps(b.sheet, &excelize.SheetPropsOptions{FitToPage: &fit}))
	l, r, t, bt, none := letterLeft/inch, (pageWidth-letterRight)/inch, letterTop/inch, (pageHeight-letterBottom)/inch, 0.0
	b.keep(b.file.SetPageMargins(b.sheet, &excelize.PageLayoutMarginsOptions{Left: &l, Right: &r, Top: &t, Bottom: &bt, Header: &none, Footer: &none}))
	for i, width := range columnWidths() {
		name, err := excelize.ColumnNumberToName(i + 1)
		b.keep(err)
		b.keep(b.file.SetColWidth(b.sheet, name, name, (width/inch*96-5)/7))
	}
}

// look is how cells look.
type look struct {
	size       float64
	bold       bool
	horizontal string
	vertical   string
	indent     int
	border     string // letters of l, r, t, b
}

// style makes the style of a look once.
func (b *book) style(k look) int {
	if id, made := b.styles[k]; made {
		return id
	}
	var borders []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		if strings.Contains(k.border, side[:1]) {
			borders = append(borders, excelize.Border{Type: side, Color: "000000", Style: 1})
		}
	}
	style, err := b.file.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: listFont, Size: k.size, Bold: k.bold},
		Alignment: &excelize.Alignment{Horizontal: k.horizontal, Vertical: k.vertical, WrapText: true, Indent: k.indent},
		Border:    borders,
		NumFmt:    49, // text
	})
	b.keep(err)
	b.styles[k] = style
	return style
}

func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(fmt.Errorf("name cell %d, %d: %w", column, row, err))
	}
	return name
}

// put writes words into the columns first to last of the current row, as one cell.
func (b *book) put(first, last int, words string, k look) {
	from, to := cellName(first, b.row), cellName(last, b.row)
	b.keep(b.file.SetCellStyle(b.sheet, from, to, b.style(k)))
	if first != last {
		b.keep(b.file.MergeCell(b.sheet, from, to))
	}
	if words != "" {
		b.keep(b.file.SetCellStr(b.sheet, from, tidy(words)))
	}
}

// next ends the current row with a height in mm.
func (b *book) next(height float64) {
	b.keep(b.file.SetRowHeight(b.sheet, b.row, height/point))
	b.row++
}

// widthOf is the width of columns first to last in mm.
func widthOf(first, last int) float64 {
	sum := 0.0
	widths := columnWidths()
	for _, w := range widths[first-1 : last] {
		sum += w
	}
	return sum
}

// spread writes one full row of words, high enough for all of them.
func (b *book) spread(words string, k look) {
	b.put(1, 6, words, k)
	l := letter{face: serif, size: k.size}
	b.next(l.wrap(words, widthOf(1, 6)-4).height() + 1.6)
}

// head writes everything above the table.
func (b *book) head(l *List) {
	plain := look{size: 12, horizontal: "left", vertical: "top"}
	centre := look{size: 12, horizontal: "center", vertical: "center"}
	if l.Letterhead {
		b.next(42)
	}
	rows := max(len(l.Addressee), len(l.StampCaption))
	for i := range rows {
		if !l.Letterhead {
			b.put(1, 3, at(l.StampCaption, i), plain)
		}
		b.put(4, 6, at(l.Addressee, i), plain)
		b.next(letter{face: serif, size: 12}.wrap(at(l.Addressee, i), widthOf(4, 6)-4).height() + 1)
	}
	if !l.Letterhead {
		b.next(20)
	}
	b.outgoing(l)
	b.next(6)
	b.spread(l.Title, look{size: 14, bold: true, horizontal: "center", vertical: "center"})
	b.spread(l.Subtitle, centre)
	b.next(4)
	b.spread(l.Institution, look{size: 12, horizontal: "center", vertical: "bottom", border: "b"})
	b.spread(l.InstitutionCaption, look{size: 9, horizontal: "center", vertical: "top"})
	b.spread(l.TypeCaption, plain)
	for _, m := range l.Types {
		mark := ""
		if m.Done {
			mark = "×"
		}
		b.put(1, 1, mark, look{size: 12, bold: true, horizontal: "center", vertical: "center", border: "lrtb"})
		b.put(2, 6, m.Title, look{size: 12, horizontal: "left", vertical: "center", indent: 1})
		b.next(6)
	}
	b.next(4)
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

func (b *book) outgoing(l *List) {
	line := look{size: 12, horizontal: "center", vertical: "bottom", border: "b"}
	b.put(1, 2, l.Date, line)
	b.put(3, 3, strings.TrimSpace("№ "+l.Number), line)
	b.next(7)
}

// table writes header and rows; the header is repeated on every printed page.
func (b *book) table(l *List) {
	header := b.row
	all := look{size: 10, horizontal: "center", vertical: "center", border: "lrtb"}
	for i, words := range l.Columns {
		b.put(i+1, i+1, words, all)
	}
	b.next(measureLine(letter{face: serif, size: 10}, l.Columns, columnWidths()).height + 2)
	b.keep(b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$%d:$%d", b.sheet, header, header), Scope: b.sheet,
	}))
	cell := look{size: 11, horizontal: "left", vertical: "top", border: "lrtb"}
	number := cell
	number.horizontal = "center"
	for i, r := range l.Rows {
		cells := [6]string{strconv.Itoa(i + 1), r.Surname, r.GivenName, r.Patronymic, r.CardNumber, r.subjectsOf()}
		for c, words := range cells {
			if c == 0 {
				b.put(1, 1, words, number)
			} else {
				b.put(c+1, c+1, words, cell)
			}
		}
		b.next(measureLine(letter{face: serif, size: 11}, cells, columnWidths()).height + 1)
	}
}

// foot writes the sentence about the kits, the signature and the seal.
func (b *book) foot(l *List) {
	b.next(5)
	plain := look{size: 12, horizontal: "left", vertical: "top"}
	b.spread(strings.Replace(l.Kits, "%s", strconv.Itoa(len(l.Rows)), 1), plain)
	b.next(8)
	line := look{size: 12, horizontal: "center", vertical: "bottom", border: "b"}
	b.put(1, 2, l.HeadTitle, look{size: 12, horizontal: "left", vertical: "bottom"})
	b.put(3, 4, "", line)
	b.put(6, 6, l.HeadName, line)
	b.next(max(headTitle(l).height(), 6) + 1)
	small := look{size: 9, horizontal: "center", vertical: "top"}
	b.put(3, 4, l.SignatureCaption, small)
	b.put(6, 6, l.NameCaption, small)
	b.next(5)
	b.spread(l.Seal, plain)
}
