package paper

import (
	"graduand/data"
	"graduand/data/text"
)

// mastheadRight is the width of the right column of a masthead in mm.
const mastheadRight = 52.0

// Masthead is the top of a page of a working paper: what it is at the left; class, day and
// number of the page at the right.
type Masthead struct {
	left, right []Block
}

// MastheadSmall is how the lines of a masthead are set, MastheadTitle aside.
func MastheadSmall() Type { return Sans.Sized(8).Grey(0.3) }

// MastheadTitle is how the title of a masthead is set.
func MastheadTitle() Type { return SansBold.Sized(16) }

// Line is one line of words at the left or the right.
type Line struct {
	Type
	Words string
}

// Line is words to be set so on a masthead.
func (t Type) Line(words string) Line { return Line{t, words} }

// NewMasthead breaks the words into lines; those that are empty are left out.
func NewMasthead(left, right []Line) Masthead {
	return Masthead{mastheadBlocks(left, titleWidth), mastheadBlocks(right, mastheadRight)}
}

// titleWidth is the width of the left column of a masthead in mm.
const titleWidth = Right - Left - mastheadRight - Gap

func mastheadBlocks(lines []Line, width float64) []Block {
	var blocks []Block
	for _, line := range lines {
		if Tidy(line.Words) != "" {
			blocks = append(blocks, line.Wrap(line.Words, width))
		}
	}
	return blocks
}

// End is the y in mm below the rule under the masthead. A line for the number of the page
// is reckoned with at the right.
func (m Masthead) End() float64 {
	heightLeft, heightRight := 0.0, MastheadSmall().Leading()
	for _, b := range m.left {
		heightLeft += b.Height() + 0.5
	}
	for _, b := range m.right {
		heightRight += b.Height() + 0.5
	}
	return Top + max(heightLeft, heightRight) + 2.5
}

// Draw sets the masthead with the number of the page, and returns the y below it.
func (m Masthead) Draw(doc *Document, page, pages int, t *text.Text) float64 {
	y := Top
	for _, b := range m.left {
		y = doc.Block(b, Left, y) + 0.5
	}
	number := MastheadSmall().FitBoth(t.Say("report_form.page", data.Args{"page": page, "pages": pages}), mastheadRight, 6)
	y = Top
	for _, b := range append(m.right[:len(m.right):len(m.right)], number) {
		y = doc.BlockRight(b, Right, y) + 0.5
	}
	rule := m.End() - 1
	doc.Line(Left, rule, Right, rule, Heavy)
	return m.End()
}
