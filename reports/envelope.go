package reports

import (
	"cmp"
	"io"
	"slices"

	"graduand/data/text"
	"graduand/reports/paper"
)

// Envelope is the face of an envelope, or a label as large as a hand that is stuck onto one: the
// sender top left, the addressee bottom right, and the place for stamps free between them.
type Envelope struct {
	// Document is the code by which data/text calls it.
	Document string
	// Width and Height are those of the face as it is addressed, in mm.
	Width, Height float64
	From, To      Address
}

// The papers that a large label is printed on, which lie on their longer side.
const (
	paperA5 = "a5"
	paperA6 = "a6"
)

// envelopes are the sizes of envelopes in mm as they are addressed, by their codes (ISO 269).
var envelopes = map[string]paper.Size{"c4": {Width: 324, Height: 229}, "c5": {Width: 229, Height: 162}, "dl": {Width: 220, Height: 110}}

// EnvelopeSize is the size of an envelope by its code, 0 for one that is unknown.
func EnvelopeSize(code string) (width, height float64) {
	size := envelopes[code]
	return size.Width, size.Height
}

// LabelPapers are the codes of papers that a large label can be printed on, the usual one first.
func LabelPapers() []string { return []string{paperA5, paperA6} }

// LabelSize is the size in mm of a large label on a paper of [LabelPapers].
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
	title := text.For(language).With(own).Say("document."+e.Document, nil)
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
	from := fitNamed(doc, e.From, paper.Cell{X: edge, Width: e.Width * fromWidth, Y: edge}, e.Height*toFromTop, e.points(fromShare), nil)
	to := fitNamed(doc, e.To, paper.Cell{X: e.Width * toFromLeft, Width: e.Width*(1-toFromLeft) - edge, Y: e.Height * toFromTop}, e.Height-edge, e.points(1), nil)
	if from == nil || to == nil {
		name := e.To.Name
		if from == nil {
			name = e.From.Name
		}
		doc.Keep(paper.NoRoom(title, name))
		return
	}
	from.Draw(0)
	to.Draw(e.Height - edge - to.End())
}

// fitAddress composes an address into a column that ends above bottom mm, in the largest letters
// with which it has room; nil where it has none in the smallest.
func fitAddress(doc *paper.Document, a *Address, into paper.Cell, bottom float64, points []float64) *paper.Cell {
	into.Doc = doc
	return into.Fit(bottom, points, func(c *paper.Cell, size float64) { a.compose(c, addressOf(size)) })
}

// fitNamed is [fitAddress] for an address whose name is shortened, where it can be, before the
// letters are smaller than those of points: further ones come after that.
func fitNamed(doc *paper.Document, a Address, into paper.Cell, bottom float64, points, further []float64) *paper.Cell {
	if cell := fitAddress(doc, &a, into, bottom, points); cell != nil {
		return cell
	}
	a.Name = cmp.Or(a.Short, a.Name)
	return fitAddress(doc, &a, into, bottom, slices.Concat(points, further))
}
