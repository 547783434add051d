package reports

import (
	"graduand/data/text"
	"graduand/reports/paper"
)

// numberWidth is the width of the place for number and barcode, in mm.
const numberWidth = 62.0

// cardHeader sets the title from x on and the number at the right, and returns the y
// below the rule under them. At least least mm from the top edge stay above it.
func cardHeader(doc *paper.Document, c *Card, t *text.Text, x, least float64) float64 {
	end := paper.Right
	y := paper.Top
	if c.numbered() {
		end = paper.Right - numberWidth - paper.Gap
		y = setNumber(doc, c, t)
	}
	y = max(y, cardTitles(doc, c, x, end), least)
	doc.Line(paper.Left, y+2, paper.Right, y+2, paper.Heavy)
	return y + 2
}

// cardTitles sets campaign, title, subtitle and legal basis between x and end.
func cardTitles(doc *paper.Document, c *Card, x, end float64) float64 {
	small := paper.Sans.Sized(8).Grey(0.3)
	y := paper.Top
	for _, line := range []struct {
		paper.Type
		text  string
		space float64
		floor float64
	}{
		{small, c.Campaign, 0, 7},
		{paper.SansBold.Sized(16), c.Title, 0.8, 12},
		{paper.Sans.Sized(10), c.Subtitle, 0.3, 8},
		{paper.Sans.Sized(9), c.School, 0.6, 7},
		{small.Sized(7), c.LegalBasis, 0.8, 6.5},
	} {
		if line.text != "" {
			y = doc.Block(line.FitBoth(line.text, end-x, line.floor), x, y+line.space)
		}
	}
	return y
}

// setNumber sets the number at the top right: an official one under its barcode, a
// draft one in a box under the word that says so.
func setNumber(doc *paper.Document, c *Card, t *text.Text) float64 {
	start := paper.Right - numberWidth
	if !c.Official {
		return draftNumber(doc, c, t, start)
	}
	number := paper.SansBold.Sized(12)
	if c.Number == "" {
		doc.Text(number, start, paper.Top+10, t.Say("report.number", nil))
		doc.Line(start+8, paper.Top+10.6, paper.Right, paper.Top+10.6, paper.Thin)
		return paper.Top + 13
	}
	y := paper.Top
	c.point(doc, PlaceNumber, paper.Right+markBeside, y+5)
	// The bars of a sample would be read as somebody's.
	if code := paper.NewBarcode(c.Number); code != nil && c.Specimen == nil {
		if m := code.Module(numberWidth); m > 0 {
			doc.Bars(code, paper.Right, y, 12, m)
			y += 13
		}
	}
	b := number.FitBoth(t.Say("report.number", nil)+" "+c.Number, numberWidth, 8)
	end := doc.BlockRight(b, paper.Right, y)
	return end
}

func draftNumber(doc *paper.Document, c *Card, t *text.Text, start float64) float64 {
	word := c.DraftWord
	if word == "" {
		word = t.Say("report.draft", nil)
	}
	b := paper.SansBold.Sized(15).Grey(0.35).FitBoth(word, numberWidth-6, 8)
	n := paper.Sans.Sized(10.5).FitBoth(c.Number, numberWidth-6, 7.5)
	y := doc.BlockCentre(b, start, paper.Right, paper.Top+2)
	if c.Number != "" {
		y = doc.BlockCentre(n, start, paper.Right, y+0.8)
	}
	doc.Box(start, paper.Top+0.2, numberWidth, y+1.5-paper.Top, paper.Medium)
	return y + 2
}
