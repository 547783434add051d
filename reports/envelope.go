package reports

import (
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// Envelope is the face of an envelope, or a label as large as a hand that is stuck onto one: the
// sender top left, the addressee bottom right, and the place for stamps free between them.
type Envelope struct {
	// Width and Height are those of the face as it is addressed, in mm.
	Width, Height float64
	From, To      Address
}

// The papers that a large label is printed on, which lie on their longer side.
const (
	paperA5 = "a5"
	paperA6 = "a6"
)

// PaperC4 is the code of an envelope of 229 × 324 mm.
const PaperC4 = "c4"

// LabelPapers are the codes of papers that a large label can be printed on, the usual one first.
func LabelPapers() []string { return []string{paperA5, paperA6} }

// LabelSize is the size in mm of a large label on a paper of [LabelPapers]; "" is the usual one.
func LabelSize(code string) (width, height float64) {
	if code == paperA6 {
		return 148, 105
	}
	return 210, 148
}

// Where things stand on an envelope: the white edge in mm, and the shares of its width and height
// from which the addressee may begin and up to which the sender goes.
const (
	envelopeEdge  = 12.0
	toFromLeft    = 0.42
	fromWidth     = 0.46
	toFromTop     = 0.45
	fromShare     = 0.6
	smallestWords = 7.0
)

// Envelopes print one. Errors: report.no_room, report.no_glyph.
func Envelopes(w io.Writer, e Envelope, language string, own map[string]string) error {
	title := text.For(language).With(own).Say("document.envelope", nil)
	doc := paper.New(title, paper.Sans, paper.SansBold)
	doc.PageOf(paper.Size{Width: e.Width, Height: e.Height})
	e.set(doc, title)
	return doc.Write(w)
}

// points is how large the words of an address are on a face so wide, the largest first: those of
// the sender have a share of those of the addressee.
func (e *Envelope) points(share float64) []float64 {
	var all []float64
	for size := 5 + e.Width*0.046; size*share > smallestWords; size -= 0.5 {
		all = append(all, size*share)
	}
	return append(all, smallestWords)
}

// edge is the white edge of a face: of a small one it is smaller.
func (e *Envelope) edge() float64 { return min(envelopeEdge, e.Width*0.05) }

// set sets both addresses in the largest letters with which each has room.
func (e *Envelope) set(doc *paper.Document, title string) {
	edge := e.edge()
	from := fitAddress(doc, &e.From, paper.Cell{X: edge, Width: e.Width * fromWidth, Y: edge}, e.Height*toFromTop, e.points(fromShare))
	to := fitAddress(doc, &e.To, paper.Cell{X: e.Width * toFromLeft, Width: e.Width*(1-toFromLeft) - edge, Y: e.Height * toFromTop}, e.Height-edge, e.points(1))
	if from == nil || to == nil {
		doc.Keep(paper.NoRoom(title, e.To.Name))
		return
	}
	from.Draw(0)
	to.Draw(e.Height - edge - to.Y)
}

// fitAddress composes an address into a column that ends above bottom mm, in the largest letters
// with which it has room; nil where it has none in the smallest.
func fitAddress(doc *paper.Document, a *Address, into paper.Cell, bottom float64, points []float64) *paper.Cell {
	for _, size := range points {
		c := into
		c.Doc = doc
		if a.compose(&c, addressOf(size)); c.Y <= bottom {
			return &c
		}
	}
	return nil
}
