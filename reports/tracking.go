package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Tracking is what a participant gets to follow the own papers: the number of the card, that of
// the posted item, and where each is looked up (UA-150, UA-157).
type Tracking struct {
	Campaign, School string
	// Class is its name in words.
	Class, Name string
	// Number is the centre's number of the card, never a draft: without it there is a line for
	// the pen. So it is with Posted, the number of the posted item.
	Number, Posted string
	// Service is what the centre calls the page where the number of the card is typed.
	Service, Address string
	// Days is how many working days the centre takes, 0 where nobody says.
	Days int
	// Carriers are those who may have carried the item.
	Carriers []Carrier
}

// Carrier is a postal operator with the page where the number of an item is typed.
type Carrier struct{ Title, Page string }

// Six slips share a page, in two columns; each has white space of trackingMargin mm to its edges.
const (
	trackingAcross = 2
	trackingDown   = 3
	trackingWidth  = paper.PageWidth / trackingAcross
	trackingHeight = paper.PageHeight / trackingDown
	trackingMargin = 7.0
)

// Trackings print a slip for each person, six on a page with lines to cut along. Errors:
// report.empty without slips, report.no_room for data that no slip holds, report.no_glyph.
func Trackings(w io.Writer, slips []Tracking, language string, own map[string]string) error {
	if len(slips) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("tracking.title", nil), paper.Sans, paper.SansBold)
	for i := range slips {
		place := i % (trackingAcross * trackingDown)
		if place == 0 {
			doc.Page()
			cutTrackings(doc)
		}
		slips[i].set(doc, t, float64(place%trackingAcross)*trackingWidth, float64(place/trackingAcross)*trackingHeight)
	}
	return doc.Write(w)
}

// cutTrackings draws the lines between the places of a page.
func cutTrackings(doc *paper.Document) {
	for row := 1; row < trackingDown; row++ {
		doc.Cut(paper.Top, paper.PageWidth-paper.Top, float64(row)*trackingHeight)
	}
	doc.CutDown(trackingWidth, paper.Top, paper.PageHeight-paper.Top)
}

// set sets a slip into its place at x, y mm.
func (p *Tracking) set(doc *paper.Document, t *text.Text, x, y float64) {
	into := paper.Cell{Doc: doc, X: x + trackingMargin, Width: trackingWidth - 2*trackingMargin, Y: y + trackingMargin}
	cell := into.Fit(y+trackingHeight-trackingMargin, slipScales(), func(c *paper.Cell, scale float64) { p.compose(c, t, scale) })
	if cell == nil {
		doc.Keep(paper.NoRoom(t.Say("tracking.title", nil), p.Name))
		return
	}
	cell.Draw(0)
}

func (p *Tracking) compose(c *paper.Cell, t *text.Text, scale float64) {
	small, words := paper.Sans.Sized(7.5*scale).Grey(0.3), paper.Sans.Sized(9*scale)
	c.Words(small, 0, p.Campaign)
	c.Words(paper.SansBold.Sized(11*scale), 0.3, t.Say("tracking.title", nil))
	c.Words(small, 0.3, p.School)
	c.Rule(0.8, paper.Medium)
	c.Words(paper.SansBold.Sized(12*scale), 1.2, p.Name)
	c.Words(words, 0.2, p.Class)
	setFollowed(c, t.Say("tracking.card", nil), p.Number, scale)
	setPlace(c, words, p.Service, p.Address)
	if p.Days > 0 {
		c.Words(words, 1, t.Say("tracking.days", data.Args{"count": p.Days}))
	}
	if len(p.Carriers) > 0 {
		setFollowed(c, t.Say("tracking.posted", nil), p.Posted, scale)
	}
	for _, carrier := range p.Carriers {
		setPlace(c, words, carrier.Title, carrier.Page)
	}
	c.Words(paper.SansBold.Sized(8*scale), 1.8, t.Say("tracking.secret", nil))
}

// setFollowed sets a number large under its caption, or a line for the pen.
func setFollowed(c *paper.Cell, caption, number string, scale float64) {
	const forPen = 8.0
	c.Words(paper.Sans.Sized(7.5*scale).Grey(0.3), 2.2, caption)
	if number != "" {
		c.Block(paper.SansBold.Sized(17*scale).FitBoth(number, c.Width, 8), 0.2)
		return
	}
	c.Add(forPen, func(y float64) { c.Doc.Line(c.X, y+forPen-0.5, c.X+c.Width, y+forPen-0.5, paper.Thin) })
}

// setPlace sets where something is looked up.
func setPlace(c *paper.Cell, as paper.Type, title, address string) {
	if address != "" {
		title += ":"
		if line := title + " " + address; as.Width(line) <= c.Width {
			title = line
		} else {
			title += "\n" + address
		}
	}
	c.Words(as, 0.8, title)
}
