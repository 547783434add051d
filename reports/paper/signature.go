package paper

// SignatureLine draws a line with a small caption under it and words on it.
func (doc *Document) SignatureLine(x, width, y float64, caption, words string) {
	doc.Line(x, y, x+width, y, Thin)
	b := Sans.Sized(9.5).FitBoth(words, width, 5.5)
	doc.BlockCentre(b, x, x+width, y-0.6-b.Height())
	doc.BlockCentre(Sans.Sized(6.5).Grey(0.35).FitBoth(caption, width, 5.5), x, x+width, y+0.4)
}

// BeforeLine sets words at the left, with their last baseline just above a line at y
// that begins right of them.
func (doc *Document) BeforeLine(words string, y, width float64) {
	b := Sans.Sized(9.5).FitBoth(words, width, 7)
	doc.Block(b, Left, y-0.4-b.Ascent()-float64(len(b.Lines)-1)*b.Leading())
}
