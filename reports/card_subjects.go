package reports

import (
	"strconv"

	"graduand/data/text"
	"graduand/reports/paper"
)

// setSubjects sets the table of subjects, in two halves side by side when the density
// says so and there are more than four.
func setSubjects(f *paper.Flow, c *Card, t *text.Text) {
	if len(c.Subjects) == 0 {
		return
	}
	f.Y = max(f.Y, f.Clear)
	c.setHeading(f, c.SubjectsTitle, paper.Right)
	count, halves := len(c.Subjects), 1
	if f.Columns > 1 && count > 4 {
		halves = 2
	}
	perHalf := (count + halves - 1) / halves
	const between = 6.0
	width := (paper.Right - paper.Left - between*float64(halves-1)) / float64(halves)
	start, end := f.Y, f.Y
	for h := range halves {
		f.Y = start
		subjectsHalf(f, paper.Left+float64(h)*(width+between), subjectColumns(c, t, width), h*perHalf, min((h+1)*perHalf, count))
		end = max(end, f.Y)
	}
	f.Y = end
}

// subjectColumns says which columns there are, by which captions the campaign gives.
func subjectColumns(c *Card, t *text.Text, width float64) []paper.Column {
	const numberWidth = 7.0
	level, mark := 0.0, 0.0
	if c.LevelCaption != "" {
		level = width * 0.28
	}
	if c.AttestationCaption != "" {
		mark = width * 0.2
	}
	cols := []paper.Column{
		{Width: numberWidth, Title: t.Say("report.number", nil), Centred: true, Cell: func(i int) string { return strconv.Itoa(i + 1) }},
		{Width: width - numberWidth - level - mark, Title: t.Say("report.subject", nil), Cell: func(i int) string { return c.Subjects[i].Name }},
	}
	if level > 0 {
		cols = append(cols, paper.Column{Width: level, Title: c.LevelCaption, Cell: func(i int) string { return orDash(c.Subjects[i].Level) }})
	}
	if mark > 0 {
		yes := t.Say("report.yes", nil)
		cols = append(cols, paper.Column{Width: mark, Title: c.AttestationCaption, Centred: true, Cell: func(i int) string { return yesOrDash(c.Subjects[i].Attestation, yes) }})
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

// subjectsHalf sets the header and the rows from first up to before last, from x mm on.
func subjectsHalf(f *paper.Flow, x float64, cols []paper.Column, first, last int) {
	subjectsRow(f, x, cols, paper.Sans.Sized(f.Label-0.5).Grey(0.3), func(c paper.Column) string { return c.Title }, func(x1, y1, x2, y2 float64) { f.Doc.Line(x1, y1, x2, y2, paper.Thin) })
	for i := first; i < last; i++ {
		subjectsRow(f, x, cols, paper.Sans.Sized(f.Value), func(c paper.Column) string { return c.Cell(i) }, f.Doc.Hair)
	}
}

// subjectsRow sets one row of cells and the line below it.
func subjectsRow(f *paper.Flow, x float64, cols []paper.Column, l paper.Type, cell func(paper.Column) string, rule func(x1, y1, x2, y2 float64)) {
	const side = 0.8
	blocks, height := make([]paper.Block, len(cols)), 0.0
	for i, c := range cols {
		b := l.FitLine(cell(c), c.Width-2*side, min(l.Size, f.Floor))
		if len(b.Lines) > 1 {
			b = b.Type.FitWords(cell(c), c.Width-2*side, min(b.Size, 5.5))
		}
		blocks[i], height = b, max(height, b.Height())
	}
	y := f.Y + f.Pad*0.8
	f.Y = y + height + f.Pad*0.4 + 0.2
	end := f.Y
	f.Later(func() {
		from := x
		for i, c := range cols {
			if at := y + (height-blocks[i].Height())/2; c.Centred {
				f.Doc.BlockCentre(blocks[i], from, from+c.Width, at)
			} else {
				f.Doc.Block(blocks[i], from+side, at)
			}
			from += c.Width
		}
		rule(x, end, from, end)
	})
}
