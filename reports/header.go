package reports

import "graduand/data/text"

// numberWidth is the width of the place for number and barcode, in mm.
const numberWidth = 62.0

// header sets the title from x on and the number at the right, and returns the y
// below the rule under them. At least least mm from the top edge stay above it.
func (s *sheet) header(c *Card, t *text.Text, x, least float64) float64 {
	end := right
	y := top
	if c.numbered() {
		end = right - numberWidth - gap
		y = s.number(c, t)
	}
	y = max(y, s.titles(c, x, end), least)
	s.line(left, y+2, right, y+2, heavy)
	return y + 2
}

// titles sets campaign, title, subtitle and legal basis between x and end.
func (s *sheet) titles(c *Card, x, end float64) float64 {
	small := letter{face: sans, size: 8, gray: 0.3}
	y := top
	for _, line := range []struct {
		letter
		text  string
		space float64
		floor float64
	}{
		{small, c.Campaign, 0, 7},
		{letter{face: sansBold, size: 16}, c.Title, 0.8, 12},
		{letter{face: sans, size: 10}, c.Subtitle, 0.3, 8},
		{letter{face: sans, size: 9}, c.School, 0.6, 7},
		{small.sized(7), c.LegalBasis, 0.8, 6.5},
	} {
		if line.text != "" {
			y = s.block(line.fitBoth(line.text, end-x, line.floor), x, y+line.space)
		}
	}
	return y
}

// number sets the number at the top right: an official one under its barcode, a
// draft one in a box under the word that says so.
func (s *sheet) number(c *Card, t *text.Text) float64 {
	start := right - numberWidth
	if !c.Official {
		return s.draftNumber(c, t, start)
	}
	number := letter{face: sansBold, size: 12}
	if c.Number == "" {
		s.text(number, start, top+10, t.Say("report.number", nil))
		s.line(start+8, top+10.6, right, top+10.6, thin)
		return top + 13
	}
	y := top
	if code := encode(c.Number); code != nil {
		if m := code.module(numberWidth); m > 0 {
			s.bars(code, right, y, 12, m)
			y += 13
		}
	}
	b := number.fitBoth(t.Say("report.number", nil)+" "+c.Number, numberWidth, 8)
	end := s.blockRight(b, right, y)
	return end
}

func (s *sheet) draftNumber(c *Card, t *text.Text, start float64) float64 {
	word := c.DraftWord
	if word == "" {
		word = t.Say("report.draft", nil)
	}
	b := letter{face: sansBold, size: 15, gray: 0.35}.fitBoth(word, numberWidth-6, 8)
	n := letter{face: sans, size: 10.5}.fitBoth(c.Number, numberWidth-6, 7.5)
	y := s.blockCentre(b, start, right, top+2)
	if c.Number != "" {
		y = s.blockCentre(n, start, right, y+0.8)
	}
	s.box(start, top+0.2, numberWidth, y+1.5-top, medium)
	return y + 2
}

// blockRight sets lines below y mm that end at edge.
func (s *sheet) blockRight(b block, edge, y float64) float64 {
	for i, line := range b.lines {
		s.text(b.letter, edge-b.letter.width(tidy(line)), y+b.ascent()+float64(i)*b.leading(), line)
	}
	return y + b.height()
}

// photo draws a box of exactly the given size with its caption inside.
func (s *sheet) photo(p PhotoBox, x, y float64) {
	s.box(x, y, p.Width, p.Height, medium)
	b := letter{face: sans, size: 7, gray: 0.45}.wrap(p.Caption, p.Width-4)
	s.blockCentre(b, x+2, x+p.Width-2, y+(p.Height-b.height())/2)
}
