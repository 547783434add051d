package reports

import (
	"graduand/data"
	"graduand/data/text"
)

// mastheadRight is the width of the right column of a masthead in mm.
const mastheadRight = 52.0

// masthead is the top of a page of a working paper: what it is at the left; class, day and
// number of the page at the right.
type masthead struct {
	left, right []block
}

// Letters of a masthead.
func mastheadSmall() letter { return letter{face: sans, size: 8, gray: 0.3} }
func mastheadTitle() letter { return letter{face: sansBold, size: 16} }

// mastheadLine is one line of words at the left or the right.
type mastheadLine struct {
	letter
	words string
}

// newMasthead breaks the words into lines; those that are empty are left out.
func newMasthead(left, right []mastheadLine) masthead {
	return masthead{mastheadBlocks(left, titleWidth), mastheadBlocks(right, mastheadRight)}
}

// titleWidth is the width of the left column of a masthead in mm.
const titleWidth = right - left - mastheadRight - gap

func mastheadBlocks(lines []mastheadLine, width float64) []block {
	var blocks []block
	for _, line := range lines {
		if tidy(line.words) != "" {
			blocks = append(blocks, line.wrap(line.words, width))
		}
	}
	return blocks
}

// end is the y in mm below the rule under the masthead. A line for the number of the page
// is reckoned with at the right.
func (m masthead) end() float64 {
	heightLeft, heightRight := 0.0, mastheadSmall().leading()
	for _, b := range m.left {
		heightLeft += b.height() + 0.5
	}
	for _, b := range m.right {
		heightRight += b.height() + 0.5
	}
	return top + max(heightLeft, heightRight) + 2.5
}

// draw sets the masthead with the number of the page, and returns the y below it.
func (m masthead) draw(s *sheet, page, pages int, t *text.Text) float64 {
	y := top
	for _, b := range m.left {
		y = s.block(b, left, y) + 0.5
	}
	number := mastheadSmall().fitBoth(t.Say("report_form.page", data.Args{"page": page, "pages": pages}), mastheadRight, 6)
	y = top
	for _, b := range append(m.right[:len(m.right):len(m.right)], number) {
		y = s.blockRight(b, right, y) + 0.5
	}
	rule := m.end() - 1
	s.line(left, rule, right, rule, heavy)
	return m.end()
}
