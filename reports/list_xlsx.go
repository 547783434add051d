package reports

import (
	"io"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/reports/paper"
)

// ListXLSX writes the same list as a workbook, in the same order, every cell text.
// Errors: report.empty without rows.
func ListXLSX(w io.Writer, l List) error {
	if len(l.Rows) == 0 {
		return data.Fail("report.empty", nil)
	}
	book := workbook.NewWriter(l.Title, officialFont)
	b := listBook{fromTop: fromTop{SheetWriter: book.Add(listSheetName), row: 1}, columns: l.columns()}
	b.setUp()
	b.head(&l)
	b.table(&l)
	b.foot(&l)
	return book.Write(w)
}

// listSheetName is what the only sheet is called.
const listSheetName = "Sheet1"

// listBook is the list's workbook under way.
type listBook struct {
	fromTop
	columns []paper.Column
}

// setUp sets page, margins and widths of columns: one of n digits is 7n+5 dots of 1/96
// inch wide.
func (b *listBook) setUp() {
	b.FitAcross(false)
	b.Margins(paper.OfficialLeft, paper.PageWidth-paper.OfficialRight, paper.OfficialTop, paper.PageHeight-paper.OfficialBottom)
	var widths []float64
	for _, c := range b.columns {
		widths = append(widths, (c.Width/25.4*96-5)/7)
	}
	b.Widths(widths...)
}

// widthOf is the width of columns first to last in mm.
func (b *listBook) widthOf(first, last int) float64 {
	sum := 0.0
	for _, c := range b.columns[first : last+1] {
		sum += c.Width
	}
	return sum
}

// spread writes one full row of words, high enough for all of them.
func (b *listBook) spread(words string, k workbook.Look) {
	last := len(b.columns) - 1
	b.put(0, last, words, k)
	l := paper.Serif.Sized(k.Size)
	b.next(l.Wrap(words, b.widthOf(0, last)-4).Height() + 1.6)
}

// head writes everything above the table.
func (b *listBook) head(l *List) {
	plain := workbook.Look{Size: 12, Horizontal: "left", Vertical: "top"}
	centre := workbook.Look{Size: 12, Horizontal: "center", Vertical: "center"}
	if l.Letterhead {
		b.next(42)
	}
	rows := max(len(l.Addressee), len(l.StampCaption))
	for i := range rows {
		if !l.Letterhead {
			b.put(0, 2, lineAt(l.StampCaption, i), plain)
		}
		b.put(3, 5, lineAt(l.Addressee, i), plain)
		b.next(paper.Serif.Sized(12).Wrap(lineAt(l.Addressee, i), b.widthOf(3, 5)-4).Height() + 1)
	}
	if !l.Letterhead {
		b.next(20)
	}
	b.outgoing(l)
	b.next(6)
	b.spread(l.Title, workbook.Look{Size: 14, Bold: true, Horizontal: "center", Vertical: "center"})
	b.spread(l.Subtitle, centre)
	b.next(4)
	b.spread(l.Institution, workbook.Look{Size: 12, Horizontal: "center", Vertical: "bottom", Border: "b"})
	b.spread(l.InstitutionCaption, workbook.Look{Size: 9, Horizontal: "center", Vertical: "top"})
	b.spread(l.TypeCaption, plain)
	for _, m := range l.Types {
		mark := ""
		if m.Done {
			mark = "×"
		}
		b.put(0, 0, mark, workbook.Look{Size: 12, Bold: true, Horizontal: "center", Vertical: "center", Border: "lrtb"})
		b.put(1, 5, m.Title, workbook.Look{Size: 12, Horizontal: "left", Vertical: "center", Indent: 1})
		b.next(6)
	}
	b.next(4)
}

func (b *listBook) outgoing(l *List) {
	line := workbook.Look{Size: 12, Horizontal: "center", Vertical: "bottom", Border: "b"}
	b.put(0, 1, l.Date, line)
	b.put(2, 2, strings.TrimSpace("№ "+l.Number), line)
	b.next(7)
}

// table writes header and rows; the header is repeated on every printed page.
func (b *listBook) table(l *List) {
	t := l.table()
	b.RepeatRow(b.row)
	for i, c := range b.columns {
		b.put(i, i, c.Title, workbook.Look{Size: 10, Horizontal: "center", Vertical: "center", Border: "lrtb"})
	}
	b.next(t.Header().Height + 2)
	for r := range l.Rows {
		for i, c := range b.columns {
			look := workbook.Look{Size: 11, Horizontal: "left", Vertical: "top", Border: "lrtb"}
			if c.Centred {
				look.Horizontal = "center"
			}
			b.put(i, i, c.Cell(r), look)
		}
		b.next(t.Row(r).Height + 1)
	}
}

// foot writes the sentence about the kits, the signature and the seal.
func (b *listBook) foot(l *List) {
	b.next(5)
	plain := workbook.Look{Size: 12, Horizontal: "left", Vertical: "top"}
	b.spread(strings.Replace(l.Kits, "%s", strconv.Itoa(len(l.Rows)), 1), plain)
	b.next(8)
	line := workbook.Look{Size: 12, Horizontal: "center", Vertical: "bottom", Border: "b"}
	b.put(0, 1, l.HeadTitle, workbook.Look{Size: 12, Horizontal: "left", Vertical: "bottom"})
	b.put(2, 3, "", line)
	b.put(5, 5, l.HeadName, line)
	b.next(max(headTitle(l).Height(), 6) + 1)
	small := workbook.Look{Size: 9, Horizontal: "center", Vertical: "top"}
	b.put(2, 3, l.SignatureCaption, small)
	b.put(5, 5, l.NameCaption, small)
	b.next(5)
	b.spread(l.Seal, plain)
}

// officialFont is the font of official documents; where it lacks, a spreadsheet takes one
// of the same widths.
const officialFont = "Times New Roman"

// fromTop is a sheet that is written row by row from the top down.
type fromTop struct {
	*workbook.SheetWriter
	row int
}

// put writes words into the columns first to last of the current row, as one cell.
func (s *fromTop) put(first, last int, words string, k workbook.Look) {
	s.Spread(first, last, s.row, paper.Tidy(words), k)
}

// next ends the current row with a height in mm.
func (s *fromTop) next(height float64) {
	s.Height(s.row, height/paper.Point)
	s.row++
}

// lineAt is one of some lines, "" beyond the last.
func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}
