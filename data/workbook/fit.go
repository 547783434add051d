package workbook

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// Sizes of a sheet of a new workbook: the letters and the height of a row in points, the
// width of a column in digits, and the highest row that a spreadsheet takes.
const (
	usualSize   = 11.0
	usualHeight = 15.0
	usualWidth  = 8.43
	highestRow  = 409.0
)

// lineHeight is that of a line of text in sizes of its letters: 15 points for 11, as Excel
// and LibreOffice give for the fonts of schools.
const lineHeight = usualHeight / usualSize

// layout remembers what was put into a sheet, so that in the end every row can be as high
// as its text and the printed page as wide as the table.
type layout struct {
	texts map[int][]cellText
	// looks are those of single rows, tall those of areas of several; a later one holds.
	looks   map[int][]painted
	tall    []painted
	order   int
	merged  []Area
	widths  map[int]float64
	heights map[int]float64
	hidden  map[int]bool
	// right and bottom bound what is not empty; printed says that a page was set up.
	right, bottom int
	printed       bool
}

type cellText struct {
	column int
	text   string
}

type painted struct {
	area  Area
	look  Look
	order int
}

func newLayout() *layout {
	return &layout{texts: map[int][]cellText{}, looks: map[int][]painted{}, widths: map[int]float64{}, heights: map[int]float64{}, hidden: map[int]bool{}}
}

func (l *layout) put(column, row int, text string) {
	l.texts[row] = append(l.texts[row], cellText{column, text})
	l.right, l.bottom = max(l.right, column), max(l.bottom, row)
}

func (l *layout) paint(area Area, look Look) {
	l.order++
	p := painted{area, look, l.order}
	if area.Top == area.Bottom {
		l.looks[area.Top] = append(l.looks[area.Top], p)
	} else {
		l.tall = append(l.tall, p)
	}
	l.right, l.bottom = max(l.right, area.Right), max(l.bottom, area.Bottom)
}

// look is how a cell looks in the end.
func (l *layout) look(column, row int) Look {
	var last painted
	for _, among := range [][]painted{l.looks[row], l.tall} {
		for _, p := range among {
			if p.order > last.order && p.area.holds(column, row) {
				last = p
			}
		}
	}
	return last.look
}

func (a Area) holds(column, row int) bool {
	return a.Top <= row && row <= a.Bottom && a.Left <= column && column <= a.Right
}

// room is the width for the text of a cell in digits; a cell merged over several rows has
// all the height that it needs.
func (l *layout) room(column, row int) (width float64, tall bool) {
	area := Cell(column, row)
	for _, m := range l.merged {
		if m.Left == column && m.Top == row {
			area = m
		}
	}
	for c := area.Left; c <= area.Right; c++ {
		w, set := l.widths[c]
		if !set {
			w = usualWidth
		}
		width += w
	}
	return width, area.Bottom > area.Top
}

// height is that of a row in points, 0 for the usual one.
func (l *layout) height(row int) float64 {
	if set, is := l.heights[row]; is {
		return min(set, highestRow)
	}
	points := 0.0
	for _, t := range l.texts[row] {
		look := l.look(t.column, row)
		width, tall := l.room(t.column, row)
		if tall {
			continue
		}
		lines := strings.Count(t.text, "\n") + 1
		if !look.OneLine {
			lines = look.lines(t.text, width)
		}
		points = max(points, math.Ceil(float64(lines)*look.size()*lineHeight))
	}
	if points <= usualHeight {
		return 0
	}
	return min(points, highestRow)
}

func (k Look) size() float64 {
	if k.Size > 0 {
		return k.Size
	}
	return usualSize
}

// lines is how many lines a text takes in a width of so many digits of the usual size.
func (k Look) lines(text string, width float64) int {
	width = (width - float64(k.Indent)*1.3) * usualSize / k.size()
	if k.Bold {
		width /= boldness
	}
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += brokenLines(line, width)
	}
	return lines
}

// brokenLines is how many lines a line of text is broken into: between words, and where a
// word alone is longer than a line, within it.
func brokenLines(line string, width float64) int {
	lines, used := 1, 0.0
	for _, word := range strings.Fields(line) {
		wide := Digits(word)
		if used > 0 && used+spaceWidth+wide <= width {
			used += spaceWidth + wide
			continue
		}
		if used > 0 {
			lines++
		}
		broken := math.Ceil(wide/width) - 1
		lines += int(max(broken, 0))
		used = wide - max(broken, 0)*width
	}
	return lines
}

// Widths of letters in digits of their font. By them no sentence of the program is
// narrower than in Carlito (Calibri), Liberation Serif (Times New Roman), Liberation Sans
// (Arial) and DejaVu, and most are a tenth wider: rather a row too high than a line that
// nobody sees.
const (
	boldness    = 1.08
	spaceWidth  = 0.48
	narrowWidth = 0.63
	lightWidth  = 0.9
	smallWidth  = 1.04
	broadWidth  = 1.28
	wideWidth   = 1.52
	largeWidth  = 1.37
	widestWidth = 1.93
)

// Digits is the width of a text on one line in digits of the same letters, as columns are
// measured; no font of schools needs more.
func Digits(text string) float64 {
	sum := 0.0
	for _, letter := range text {
		sum += letterWidth(letter)
	}
	return sum
}

func letterWidth(letter rune) float64 {
	switch {
	case unicode.Is(unicode.Mn, letter):
		return 0
	case unicode.IsDigit(letter):
		return 1
	case strings.ContainsRune("ijltfіїјIІЇ|!.,:;'`’‘ʼ·-()[]", letter), unicode.IsSpace(letter):
		return narrowWidth
	case strings.ContainsRune("гґзстэєүьcrsz", letter):
		return lightWidth
	case strings.ContainsRune("мыwТБРСУ+=#", letter):
		return broadWidth
	case strings.ContainsRune("шщжюфmњ%&", letter):
		return wideWidth
	case strings.ContainsRune("ШЩЖЮМЫMWЊ№@—…", letter):
		return widestWidth
	case unicode.IsUpper(letter):
		return largeWidth
	case letter > unicode.MaxLatin1 && !unicode.Is(unicode.Cyrillic, letter) && !unicode.Is(unicode.Latin, letter):
		return wideWidth
	}
	return smallWidth
}

// fit makes the rows as high as their text, and prints the table and nothing else.
func (s *SheetWriter) fit() {
	l := s.layout
	for row := 1; row <= l.bottom; row++ {
		if height := l.height(row); height > 0 && !l.hidden[row] {
			s.book.keep(s.book.file.SetRowHeight(s.Name, row, height))
		}
	}
	if l.printed && l.bottom > 0 {
		s.book.keep(s.book.file.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", Scope: s.Name,
			RefersTo: fmt.Sprintf("%s!$A$1:$%s$%d", s.quoted(), ColumnName(l.right), l.bottom)}))
	}
}

// quoted is the name of the sheet as a reference has it.
func (s *SheetWriter) quoted() string { return "'" + strings.ReplaceAll(s.Name, "'", "''") + "'" }
