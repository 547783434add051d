package reports

import (
	"graduand/reports/paper"
)

// Address is a party of a posted item: who, and where in the order of the post, the street
// first (Rules of postal services № 270, 42–44).
type Address struct {
	// Caption says which party it is: «Кому».
	Caption, Name string
	// Short is the name where the full one has no room in letters that are easily read; "" for
	// none such.
	Short string
	// Lines are the address; without any there are lines for the pen.
	Lines []string
	// Index is the postal code, which stands in boxes, a digit each; Digits is how many boxes
	// there are, empty ones where the code is not known.
	Index  string
	Digits int
}

// addressType is how an address is set: its words in points, and a box of the postal code in mm.
type addressType struct {
	words, caption float64
	box            paper.Size
	// forPen is the distance of two lines for the pen in mm.
	forPen float64
}

// addressOf is how an address is set whose words have so many points.
func addressOf(points float64) addressType {
	width := points * 0.52
	return addressType{words: points, caption: max(6.5, points*0.55), box: paper.Size{Width: width, Height: width * 1.4}, forPen: max(6, points*0.6)}
}

// compose sets an address into a column.
func (a *Address) compose(c *paper.Cell, as addressType) {
	c.Words(paper.Sans.Sized(as.caption).Grey(0.3), 0, a.Caption)
	c.Block(paper.SansBold.Sized(as.words).Wrap(a.Name, c.Width), 0.2)
	for _, line := range a.Lines {
		c.Words(paper.Sans.Sized(as.words), 0.2, line)
	}
	if len(a.Lines) == 0 {
		for range 2 {
			c.Add(as.forPen, func(y float64) { c.Doc.Line(c.X, y+as.forPen, c.X+c.Width, y+as.forPen, paper.Thin) })
		}
	}
	a.setIndex(c, as)
}

// setIndex sets the boxes of the postal code, each digit in the middle of its own.
func (a *Address) setIndex(c *paper.Cell, as addressType) {
	digits := []rune(a.Index)
	boxes := max(a.Digits, len(digits))
	if boxes == 0 {
		return
	}
	c.Gap(as.box.Height * 0.2)
	type_ := paper.SansBold.Sized(as.box.Height * 0.78 / paper.Point)
	c.Add(as.box.Height, func(y float64) {
		for i := range boxes {
			x := c.X + float64(i)*as.box.Width
			c.Doc.Box(x, y, as.box.Width, as.box.Height, paper.Medium)
			if i < len(digits) {
				baseline := y + as.box.Height/2 + 0.36*type_.Size*paper.Point
				c.Doc.TextCentre(type_, x, x+as.box.Width, baseline, string(digits[i]))
			}
		}
	})
}
