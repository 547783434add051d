package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
)

// staple is the free corner at the top left, from the edges of the paper, in mm
// (UA-164).
const staple = 22.0

// photoSpace is the white space between the two photos.
const photoSpace = 4.0

// Cards prints registration cards of the layout "statement-card", a page a person:
// the data part with two photo boxes, and below the line to cut the part «Заява»
// for handwriting. Both photos are on the data part, which comes back on a refusal.
//
// Errors: report.empty without cards, report.no_room for data that no page holds,
// report.no_glyph for a character that cannot be printed.
func Cards(w io.Writer, cards []Card, t *text.Text) error {
	if len(cards) == 0 {
		return data.Fail("report.empty", nil)
	}
	s := newSheet(cards[0].Title, sans, sansBold)
	for i := range cards {
		s.card(&cards[i], t)
	}
	return s.write(w)
}

func (s *sheet) card(c *Card, t *text.Text) {
	s.page()
	y := s.header(c, t, left+staple-8, staple)
	cut := bottom - statementHeight(&c.Statement)
	beside := flow{y: y, edge: right}
	if p := c.Photo; p.Width > 0 {
		x := right - p.Width
		s.photo(p, x, y+4)
		s.photo(p, x, y+4+p.Height+photoSpace)
		beside.edge, beside.clear = x-gap, y+4+2*p.Height+photoSpace+1
	}
	if !s.data(c, t, beside, cut-3, nil) {
		s.keep(noRoom(c.Title, personOf(c)))
	}
	s.cutLine(cut, t)
	s.statement(c, t, cut)
}

// data sets groups, subjects and what more adds, as airy as limit allows; false
// when there is no room for them.
func (s *sheet) data(c *Card, t *text.Text, from flow, limit float64, more func(*flow)) bool {
	for _, d := range densities() {
		f := from
		f.sheet, f.density = s, d
		for _, g := range c.Groups {
			f.group(g)
		}
		f.subjects(c, t)
		if more != nil {
			more(&f)
		}
		if max(f.y, f.clear) <= limit {
			f.draw()
			return true
		}
	}
	return false
}

// personOf tells which card an error is about: its number, or the first value on it.
func personOf(c *Card) string {
	if c.Number != "" {
		return c.Number
	}
	for _, g := range c.Groups {
		for _, r := range g.Rows {
			return r.Value
		}
	}
	return ""
}
