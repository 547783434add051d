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
	b.top(l, plain)
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

// The columns of the addressee, and how high the places of a stamp and of a letterhead stay free, in mm.
const (
	addresseeFrom, addresseeTo = 3, 5
	stampRoom, letterheadRoom  = 20.0, 42.0
)

// top writes the letterhead or keeps room for it or for the stamp, with the addressee beside it or
// below.
func (b *listBook) top(l *List, plain workbook.Look) {
	var left []string
	free := 0.0
	switch picture := l.Head.Picture; {
	case len(picture.JPEG) > 0:
		b.Picture(0, b.row, picture.JPEG, picture.Width, picture.Height)
		if free = picture.Height + 5; !l.Head.besides(paper.OfficialLeft + b.widthOf(0, addresseeFrom-1)) {
			b.next(free)
			free = 0
		}
	case !l.Head.empty():
		for i, line := range l.Head.Lines {
			b.spread(line, workbook.Look{Size: 12, Bold: i == 0, Horizontal: "center", Vertical: "center"})
		}
		b.next(5)
	case l.Letterhead:
		b.next(letterheadRoom)
	default:
		left, free = l.StampCaption, stampRoom
	}
	if used := b.addressee(l, left, plain); free > 0 {
		b.next(max(free-used, 1))
	}
}

// addressee writes to whom the list goes, beside some words at the left, and says how high that is.
func (b *listBook) addressee(l *List, left []string, plain workbook.Look) (height float64) {
	for i := range max(len(l.Addressee), len(left)) {
		if len(left) > 0 {
			b.put(0, addresseeFrom-1, lineAt(left, i), plain)
		}
		b.put(addresseeFrom, addresseeTo, lineAt(l.Addressee, i), plain)
		high := paper.Serif.Sized(12).Wrap(lineAt(l.Addressee, i), b.widthOf(addresseeFrom, addresseeTo)-4).Height() + 1
		b.next(high)
		height += high
	}
	return height
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
