package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Notice tells a person from when and what for personal data are processed, in the words of the
// source, and is signed (UA-066). It promises nothing.
type Notice struct {
	Campaign, School string
	Title            string
	// Class is its name in words. An empty Name is a line for the pen.
	Class, Name string
	Words       string
	// Source is where the words stand.
	Source string
	// Acknowledged stands before the places for the day and the signature.
	Acknowledged string
}

// Two notices share a page; each has white space of noticeMargin mm to the edges of its half.
const (
	noticeHeight = paper.PageHeight / 2
	noticeMargin = 13.0
)

// Notices prints one for each person, two on a page with a line to cut along. Errors: report.empty
// without notices, report.no_room for words that no half of a page holds, report.no_glyph.
func Notices(w io.Writer, all []Notice, language string, own map[string]string) error {
	if len(all) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(all[0].Title, paper.Sans, paper.SansBold)
	for i := range all {
		if i%2 == 0 {
			doc.Page()
			doc.ScissorLine(noticeHeight)
		}
		all[i].set(doc, t, float64(i%2)*noticeHeight)
	}
	return doc.Write(w)
}

// set sets a notice below y, in the largest letters for which it has room.
func (n *Notice) set(doc *paper.Document, t *text.Text, y float64) {
	bottom := y + noticeHeight - noticeMargin
	into := paper.Cell{Doc: doc, X: paper.Left, Width: paper.Right - paper.Left, Y: y + noticeMargin}
	cell := into.Fit(bottom-noticeFoot, noticePoints(), func(c *paper.Cell, points float64) { n.compose(c, t, points) })
	if cell == nil {
		doc.Keep(paper.NoRoom(n.Title, n.Name))
		return
	}
	cell.Draw(0)
	n.sign(doc, t, bottom-6)
}

// noticePoints are how large the words of a notice are, the largest first.
func noticePoints() []float64 { return []float64{12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8} }

// noticeFoot is the height of the places to sign, in mm.
const noticeFoot = 18.0

func (n *Notice) compose(cell *paper.Cell, t *text.Text, points float64) {
	small := paper.Sans.Sized(8).Grey(0.3)
	cell.Words(small, 0, n.Campaign)
	cell.Words(paper.Sans.Sized(9), 0.4, n.School)
	cell.Rule(1, paper.Medium)
	cell.Words(paper.SansBold.Sized(points+2), 3, n.Title)
	if n.Name != "" {
		cell.Words(paper.SansBold.Sized(points+1), 3, n.Name)
	} else {
		cell.Rule(11, paper.Thin)
		cell.Words(small, 0.4, t.Say("report.full_name_caption", nil))
	}
	cell.Words(paper.Sans.Sized(9), 0.6, n.Class)
	cell.Words(paper.Sans.Sized(points), 3, n.Words)
	cell.Words(small, 1, n.Source)
}

// sign sets the places for the day and the signature, on a line at y.
func (n *Notice) sign(doc *paper.Document, t *text.Text, y float64) {
	const dateX, dateWidth, signX = paper.Left + 76.0, 40.0, paper.Left + 124.0
	doc.BeforeLine(n.Acknowledged, y, dateX-paper.Left-3)
	doc.DayAndSignature(y, dateX, dateWidth, signX, t.Say("report.date_caption", nil), t.Say("report.signature_caption", nil))
}
