package reports

import (
	"strconv"

	"graduand/data/text"
)

// column is one column of the table of subjects; x and width in mm.
type column struct {
	caption string
	x       float64
	width   float64
	cell    func(i int) string
	centred bool
}

// subjects sets the table of subjects, in two halves side by side when the density
// says so and there are more than four.
func (f *flow) subjects(c *Card, t *text.Text) {
	if len(c.Subjects) == 0 {
		return
	}
	f.y = max(f.y, f.clear)
	f.heading(c.SubjectsTitle, right)
	count, halves := len(c.Subjects), 1
	if f.columns > 1 && count > 4 {
		halves = 2
	}
	perHalf := (count + halves - 1) / halves
	const between = 6.0
	width := (right - left - between*float64(halves-1)) / float64(halves)
	start, end := f.y, f.y
	for h := range halves {
		f.y = start
		f.half(f.columnsOf(c, t, left+float64(h)*(width+between), width), h*perHalf, min((h+1)*perHalf, count))
		end = max(end, f.y)
	}
	f.y = end
}

// columnsOf says which columns there are, by which captions the campaign gives.
func (f *flow) columnsOf(c *Card, t *text.Text, x, width float64) []column {
	const numberWidth = 7.0
	level, mark := 0.0, 0.0
	if c.LevelCaption != "" {
		level = width * 0.28
	}
	if c.AttestationCaption != "" {
		mark = width * 0.2
	}
	cols := []column{
		{x: x, width: numberWidth, caption: t.Say("report.number", nil), centred: true, cell: func(i int) string { return strconv.Itoa(i + 1) }},
		{x: x + numberWidth, width: width - numberWidth - level - mark, caption: t.Say("report.subject", nil), cell: func(i int) string { return c.Subjects[i].Name }},
	}
	if level > 0 {
		cols = append(cols, column{x: x + width - level - mark, width: level, caption: c.LevelCaption, cell: func(i int) string { return orDash(c.Subjects[i].Level) }})
	}
	if mark > 0 {
		yes := t.Say("report.yes", nil)
		cols = append(cols, column{x: x + width - mark, width: mark, caption: c.AttestationCaption, centred: true, cell: func(i int) string { return yesOrDash(c.Subjects[i].Attestation, yes) }})
	}
	return cols
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

func yesOrDash(marked bool, yes string) string {
	if marked {
		return yes
	}
	return "—"
}

// half sets the header and the rows from first up to before last.
func (f *flow) half(cols []column, first, last int) {
	f.tableRow(cols, letter{face: sans, size: f.label - 0.5, gray: 0.3}, func(c column) string { return c.caption }, func(x1, y1, x2, y2 float64) { f.sheet.line(x1, y1, x2, y2, thin) })
	for i := first; i < last; i++ {
		f.tableRow(cols, letter{face: sans, size: f.value}, func(c column) string { return c.cell(i) }, f.sheet.hair)
	}
}

// tableRow sets one row of cells and the line below it.
func (f *flow) tableRow(cols []column, l letter, cell func(column) string, rule func(x1, y1, x2, y2 float64)) {
	const side = 0.8
	blocks, height := make([]block, len(cols)), 0.0
	for i, c := range cols {
		b := l.fitLine(cell(c), c.width-2*side, min(l.size, f.floor))
		if len(b.lines) > 1 {
			b = b.letter.fitWords(cell(c), c.width-2*side, min(b.size, 5.5))
		}
		blocks[i], height = b, max(height, b.height())
	}
	y := f.y + f.pad*0.8
	f.y = y + height + f.pad*0.4 + 0.2
	end := f.y
	f.later(func() {
		for i, c := range cols {
			if at := y + (height-blocks[i].height())/2; c.centred {
				f.sheet.blockCentre(blocks[i], c.x, c.x+c.width, at)
			} else {
				f.sheet.block(blocks[i], c.x+side, at)
			}
		}
		edge := cols[len(cols)-1]
		rule(cols[0].x, end, edge.x+edge.width, end)
	})
}
