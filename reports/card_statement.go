package reports

import (
	"graduand/data/text"
	"graduand/reports/paper"
)

// Measures of the part «Заява» in mm.
const (
	// ruling is the distance of the lines for handwriting.
	ruling = 8.5
	// addresseeLeft is where the address block begins.
	addresseeLeft = 108.0
)

func addressee(st *Statement) []paper.Block {
	l := paper.Sans.Sized(10.5)
	lines := st.Addressee
	if len(lines) == 0 {
		lines = []string{st.Centre}
	}
	var blocks []paper.Block
	for _, line := range lines {
		blocks = append(blocks, l.Wrap(line, paper.Right-addresseeLeft))
	}
	return blocks
}

// statementHeight is the height from the line to cut down to the bottom margin.
func statementHeight(st *Statement) float64 {
	height := 4.0
	for _, b := range addressee(st) {
		height += b.Height()
	}
	return height + applicantHeight + titleHeight + float64(st.Lines)*ruling + hintHeight + signatureHeight
}

// Heights of the fixed parts of the statement in mm.
const (
	applicantHeight = 13.0
	titleHeight     = 7.0
	hintHeight      = 5.0
	signatureHeight = 10.0
)

// cutLine draws the dashed line with its caption in the middle.
func cutLine(doc *paper.Document, y float64, t *text.Text) {
	l := paper.Sans.Sized(6.5).Grey(0.4)
	caption := t.Say("report.cut", nil)
	half := l.Width(paper.Tidy(caption))/2 + 2
	doc.Cut(paper.Left, paper.PageWidth/2-half, y)
	doc.Cut(paper.PageWidth/2+half, paper.Right, y)
	doc.TextCentre(l, paper.Left, paper.Right, y+0.8, caption)
}

// setStatement sets the separable part below the cut: everything but the text, which
// the person writes by hand (UA-045, UA-047, UA-048).
func setStatement(doc *paper.Document, c *Card, t *text.Text, cut float64) {
	st := &c.Statement
	c.across(doc, cut+4, paper.Bottom, paper.Left, cut+18)
	statementNumber(doc, c, t, cut+4)
	y := cut + 4
	c.point(doc, PlaceAddressee, addresseeLeft-markBeside, y+3)
	for _, b := range addressee(st) {
		y = doc.Block(b, addresseeLeft, y)
	}
	c.applicant(doc, y)
	y += applicantHeight
	doc.TextCentre(paper.SansBold.Sized(13), paper.Left, paper.Right, y+4, st.Title)
	y += titleHeight
	c.write(doc, y+ruling)
	y = doc.Ruled(paper.Left, paper.Right, y+ruling, ruling, st.Lines)
	hint := paper.Sans.Sized(7).Grey(0.35).FitBoth(st.Hint, paper.Right-paper.Left, 5.5)
	doc.BlockCentre(hint, paper.Left, paper.Right, y+0.7)
	c.dateAndSignature(doc, t, paper.Bottom-1.2)
}

// statementNumber repeats the number, so that the parts find each other again.
func statementNumber(doc *paper.Document, c *Card, t *text.Text, y float64) {
	if !c.numbered() {
		return
	}
	small := paper.Sans.Sized(8).Grey(0.3)
	const width = addresseeLeft - paper.Left - paper.Gap
	y = doc.Block(small.FitBoth(c.Title, width, 7), paper.Left, y)
	if c.Official {
		doc.Block(paper.SansBold.Sized(10).FitBoth(t.Say("report.number", nil)+" "+c.Number, width, 7), paper.Left, y+0.4)
		return
	}
	word := c.DraftWord
	if word == "" {
		word = t.Say("report.draft", nil)
	}
	doc.Block(paper.Sans.Sized(9).FitBoth(word+" "+c.Number, width, 7), paper.Left, y+0.4)
}

// applicant sets the line for surname and initials with its caption below.
func (c *Card) applicant(doc *paper.Document, y float64) {
	st := &c.Statement
	b := c.hand(paper.Sans.Sized(10.5)).FitBoth(st.Applicant, paper.Right-addresseeLeft, 8)
	line := y + 7.5
	c.point(doc, PlaceApplicant, addresseeLeft-markBeside, line-1.5)
	doc.Block(b, addresseeLeft, line-0.8-b.Height())
	doc.Line(addresseeLeft, line, paper.Right, line, paper.Thin)
	caption := paper.Sans.Sized(7).Grey(0.35).FitBoth(st.Caption, paper.Right-addresseeLeft, 5.5)
	doc.BlockCentre(caption, addresseeLeft, paper.Right, line+0.6)
}

// write sets what is written by hand on the ruled lines of a sample, the first of them at y.
func (c *Card) write(doc *paper.Document, y float64) {
	if c.Specimen == nil {
		return
	}
	b := paper.Hand.Sized(14).Wrap(c.Specimen.Statement, paper.Right-paper.Left)
	if len(b.Lines) > c.Statement.Lines {
		doc.Keep(paper.NoRoom(c.Title, c.Specimen.Statement))
	}
	for i, line := range b.Lines {
		doc.Text(b.Type, paper.Left, y-1.4+float64(i)*ruling, line)
	}
	c.point(doc, PlaceStatement, paper.Left-markBeside, y-2)
}

// dateAndSignature sets the two places on the line at y.
func (c *Card) dateAndSignature(doc *paper.Document, t *text.Text, y float64) {
	const dateWidth, signWidth = 44.0, 52.0
	date, signature := "", ""
	if c.Specimen != nil {
		date, signature = c.Specimen.Date, c.Specimen.Signature
	}
	statementPlace(doc, t.Say("report.date", nil), paper.Left, y, dateWidth, date)
	word := t.Say("report.signature", nil)
	l := paper.Sans.Sized(9.5)
	statementPlace(doc, word, paper.Right-signWidth-l.Width(paper.Tidy(word))-2, y, signWidth, signature)
	c.point(doc, PlaceDate, paper.Left-markBeside, y-1.5)
	c.point(doc, PlaceSignature, paper.Right+markBeside, y-1.5)
}

// statementPlace sets a word and, right of it, a line of the given width with what is written on
// it by hand.
func statementPlace(doc *paper.Document, word string, x, y, width float64, written string) {
	l := paper.Sans.Sized(9.5)
	doc.Text(l, x, y-0.4, word)
	x += l.Width(paper.Tidy(word)) + 2
	doc.Line(x, y, x+width, y, paper.Thin)
	doc.TextCentre(paper.Hand.Sized(14), x, x+width, y-1, written)
}
