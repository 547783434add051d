// Package sheet are the workbooks of a centre: its statistics, and the decisions that go out to be filled
// in and come back.
package sheet

import (
	"io"
	"math"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// Statistics are numbers of a country: of every school, of every district, and of all. Those of schools
// add up to those of districts, and those to the total.
type Statistics struct {
	Columns   []Counted
	Schools   []Tally
	Districts []Tally
	Total     Tally
}

// Counted is a column of [Statistics]: Code is its name for programs, Group and Title are what people
// read, Short a shorter title for the head of a narrow column, nil for the same.
type Counted struct {
	Code                string
	Group, Title, Short any
}

// Tally are the numbers of a school, of a district (School is "") or of all (District is "" too), in the
// order of the columns.
type Tally struct {
	District, School, Name string
	Counts                 []int
}

// Add sums schools up to districts, and these to the total; schools come by district.
func (s *Statistics) Add() {
	s.Total.Counts = make([]int, len(s.Columns))
	for i := range s.Schools {
		school := &s.Schools[i]
		if last := len(s.Districts) - 1; last < 0 || s.Districts[last].District != school.District {
			s.Districts = append(s.Districts, Tally{District: school.District, Counts: make([]int, len(s.Columns))})
		}
		for j, n := range school.Counts {
			s.Districts[len(s.Districts)-1].Counts[j] += n
			s.Total.Counts[j] += n
		}
	}
}

// statisticsBook is a workbook of statistics under way.
type statisticsBook struct {
	*Statistics
	t    *text.Text
	book *workbook.Writer
}

// WriteStatistics writes a workbook of three sheets: all together, by district, by school. Every number is
// one by which spreadsheets can reckon. on is the day of it, of the centre's campaign.
func WriteStatistics(w io.Writer, s *Statistics, t *text.Text, campaign string, on data.Date) error {
	b := &statisticsBook{s, t, workbook.NewWriter(t.Say("statistics.title", data.Args{"campaign": campaign, "on": on.Dotted()}), "")}
	b.whole(campaign, on)
	b.table(t.Say("statistics.sheet_districts", nil), []string{t.Say("statistics.district", nil)}, []float64{districtWidth}, s.Districts, func(y *Tally) []string { return []string{b.district(y)} })
	b.table(t.Say("statistics.sheet_schools", nil), []string{t.Say("statistics.district", nil), t.Say("statistics.code", nil), t.Say("statistics.name", nil)},
		[]float64{districtWidth, codeWidth, nameWidth}, s.Schools, func(y *Tally) []string { return []string{b.district(y), y.School, y.Name} })
	return b.book.Write(w)
}

// Widths in digits.
const (
	districtWidth = 24.0
	codeWidth     = 16.0
	nameWidth     = 34.0
	countWidth    = 14.0
	titleWidth    = 70.0
	// paperWidth is about what a sheet of A4 that lies holds.
	paperWidth = 120.0
)

const (
	grey = "EDEDED"
	pale = "BFBFBF"
)

var (
	headLook   = workbook.Look{Bold: true, Fill: grey, Vertical: "top", Border: "lrtb", BorderColour: pale}
	cellLook   = workbook.Look{Vertical: "top", Border: "lrtb", BorderColour: pale}
	countLook  = workbook.Look{Vertical: "top", Border: "lrtb", BorderColour: pale, Number: true}
	totalLook  = workbook.Look{Bold: true, Vertical: "top", Border: "lrtb", BorderColour: pale}
	totalCount = workbook.Look{Bold: true, Vertical: "top", Border: "lrtb", BorderColour: pale, Number: true}
	titleLook  = workbook.Look{Bold: true, Size: 14}
)

func (b *statisticsBook) district(y *Tally) string {
	if y.District == "" {
		return b.t.Say("statistics.no_district", nil)
	}
	return y.District
}

func (b *statisticsBook) word(title any) string {
	word, _ := b.t.Word(title).(string)
	return data.Capital(word)
}

// whole is the sheet that opens first: a number a line, under its group.
func (b *statisticsBook) whole(campaign string, on data.Date) {
	s := b.book.Add(b.t.Say("statistics.sheet_total", nil))
	s.Widths(titleWidth, countWidth)
	s.Spread(0, 1, 1, b.t.Say("statistics.title", data.Args{"campaign": campaign, "on": on.Dotted()}), titleLook)
	row, group := 2, ""
	for i := range b.Columns {
		if now := b.word(b.Columns[i].Group); now != group {
			group = now
			row++
			s.Spread(0, 1, row, group, headLook)
			row++
		}
		s.Line(row, []string{b.word(b.Columns[i].Title)}, cellLook)
		s.Number(1, row, b.Total.Counts[i], countLook)
		row++
	}
	s.FitAcross(false)
}

// table is a sheet with a line for each tally and the total, under titles that stay in sight.
func (b *statisticsBook) table(name string, heads []string, widths []float64, tallies []Tally, cells func(*Tally) []string) {
	s := b.book.Add(name)
	s.Line(titleRow, heads, headLook)
	s.Paint(workbook.Area{Top: groupRow, Bottom: groupRow, Right: len(heads) + len(b.Columns) - 1}, headLook)
	begun := 0
	for i := range b.Columns {
		c := &b.Columns[i]
		title := c.Short
		if title == nil {
			title = c.Title
		}
		s.Put(len(heads)+i, titleRow, b.word(title))
		widths = append(widths, countWidth)
		if i+1 == len(b.Columns) || b.word(b.Columns[i+1].Group) != b.word(c.Group) {
			s.Spread(len(heads)+begun, len(heads)+i, groupRow, b.word(c.Group), headLook)
			begun = i + 1
		}
	}
	s.Paint(workbook.Area{Top: titleRow, Bottom: titleRow, Left: len(heads), Right: len(heads) + len(b.Columns) - 1}, headLook)
	for i := range tallies {
		b.line(s, firstRow+i, cells(&tallies[i]), tallies[i].Counts, cellLook, countLook)
	}
	b.line(s, firstRow+len(tallies), append([]string{b.t.Say("statistics.total", nil)}, make([]string, len(heads)-1)...), b.Total.Counts, totalLook, totalCount)
	s.Widths(widths...)
	s.Freeze(len(heads), titleRow)
	s.Filter(workbook.Area{Top: titleRow, Bottom: firstRow + len(tallies) - 1, Right: len(heads) + len(b.Columns) - 1})
	s.FitPages(pagesOf(widths), true)
	s.Margins(printMargin, printMargin, printMargin, printMargin)
	s.Repeat(titleRow, len(heads))
}

// printMargin is that of a printed page, in mm.
const printMargin = 10

// pagesOf is on how many pages beside each other a table can be read.
func pagesOf(widths []float64) int {
	whole := 0.0
	for _, width := range widths {
		whole += width
	}
	return max(1, int(math.Ceil(whole/paperWidth)))
}

// Rows of a table.
const (
	groupRow = iota + 1
	titleRow
	firstRow
)

func (b *statisticsBook) line(s *workbook.SheetWriter, row int, cells []string, counts []int, look, count workbook.Look) {
	s.Line(row, cells, look)
	for i, n := range counts {
		s.Number(len(cells)+i, row, n, count)
	}
}
