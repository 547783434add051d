package reports

import "graduand/reports/paper"

// Head is a school's letterhead at the top of what it sends: a picture, or lines of text, the
// first of them in bold. Empty there is none.
type Head struct {
	Lines   []string
	Picture Picture
}

// empty says that there is none.
func (h *Head) empty() bool { return len(h.Lines) == 0 && len(h.Picture.JPEG) == 0 }

// blocks are the lines of text in the middle of the page.
func (h *Head) blocks() []paper.Block {
	var blocks []paper.Block
	for i, line := range h.Lines {
		as := paper.OfficialWords()
		if i == 0 {
			as.Face = paper.SerifBold
		}
		blocks = append(blocks, as.Wrap(line, paper.OfficialRight-paper.OfficialLeft))
	}
	return blocks
}

// height is how high it is in mm.
func (h *Head) height() float64 {
	if len(h.Picture.JPEG) > 0 {
		return h.Picture.Height
	}
	sum := 0.0
	for _, b := range h.blocks() {
		sum += b.Height()
	}
	return sum
}

// besides says that what begins at x mm has room beside it, as beside a corner stamp.
func (h *Head) besides(x float64) bool {
	return len(h.Picture.JPEG) > 0 && paper.OfficialLeft+h.Picture.Width < x
}

// draw draws it below y: a picture from the left margin on, text in the middle.
func (h *Head) draw(doc *paper.Document, y float64) {
	if len(h.Picture.JPEG) > 0 {
		doc.Picture(h.Picture.JPEG, paper.OfficialLeft, y, h.Picture.Width, h.Picture.Height)
		return
	}
	for _, b := range h.blocks() {
		y = doc.BlockCentre(b, paper.OfficialLeft, paper.OfficialRight, y)
	}
}

// setHead begins what a school sends: with its letterhead, or with its name and address.
func setHead(a *paper.Official, head *Head, school, address string) {
	if head.empty() {
		a.Centred(paper.OfficialWords(), school, 0)
		a.Centred(paper.OfficialNote().Sized(10), address, 1)
		return
	}
	a.Add(head.height(), func(y float64) { head.draw(a.Doc, y) })
}
