package reports

import (
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// LabelSheet is a sheet of A4 with labels that are stuck on, in mm: so many across and down, each
// so wide and high, the first one Left and Top from the corner, without room between.
type LabelSheet struct {
	Across, Down  int
	Width, Height float64
	Left, Top     float64
}

// Places is how many labels a sheet has.
func (l LabelSheet) Places() int { return l.Across * l.Down }

// Place is the upper left corner of label i, which may lie on a further sheet.
func (l LabelSheet) Place(i int) (x, y float64) {
	at := i % l.Places()
	return l.Left + float64(at%l.Across)*l.Width, l.Top + float64(at/l.Across)*l.Height
}

// AddressLabels are a sheet of labels that are stuck on, an address each.
type AddressLabels struct {
	Sheet LabelSheet
	// Labels are as many as the sheet has places, or fewer.
	Labels []Address
}

// LabelEdge is the white edge of a label in mm: printers are off by a millimetre or two.
const LabelEdge = 4.0

// easyPoints and smallPoints are how large the words of a label are, the largest first: letters
// that are easily read, and those that come after a name has been shortened.
func easyPoints() []float64  { return []float64{10, 9.5, 9, 8.5, 8, 7.5, 7} }
func smallPoints() []float64 { return []float64{6.5, 6, 5.5} }

// AddressLabelSheet prints the sheet; no line is drawn round a label, as it would show where the
// sheet lies askew. Errors: report.no_room, report.no_glyph.
func AddressLabelSheet(w io.Writer, l AddressLabels, language string, own map[string]string) error {
	title := text.For(language).With(own).Say("document.address_labels", nil)
	doc := paper.New(title, paper.Sans, paper.SansBold)
	for i := range l.Labels {
		if i%l.Sheet.Places() == 0 {
			doc.Page()
		}
		x, y := l.Sheet.Place(i)
		into := paper.Cell{X: x + LabelEdge, Width: l.Sheet.Width - 2*LabelEdge, Y: y + LabelEdge}
		cell := fitNamed(doc, l.Labels[i], into, y+l.Sheet.Height-LabelEdge, easyPoints(), smallPoints())
		if cell == nil {
			return paper.NoRoom(title, l.Labels[i].Name)
		}
		cell.Draw(0)
	}
	return doc.Write(w)
}
