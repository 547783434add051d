package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// CertifiedLabels are stickers with the words by which a person certifies a copy that was made
// elsewhere (UA-025, UA-026), one for each of Persons: initials and surname, "" for a line.
type CertifiedLabels struct {
	Certified
	Sheet   LabelSheet
	Persons []string
}

// certifiedEdge is from the edge of a label to its words at the sides, in mm: those at the edge of
// the sheet must be printed whole. leastWide and leastHigh are what a hand needs to sign.
const certifiedEdge, leastWide, leastHigh = 6.0, 55.0, 30.0

// CertifiedLabelSheets prints them; no line is drawn round a label. Errors: report.empty without
// persons, report.no_room for labels on which nobody can sign, report.no_glyph.
func CertifiedLabelSheets(w io.Writer, l CertifiedLabels, language string, own map[string]string) error {
	if len(l.Persons) == 0 {
		return data.Fail("report.empty", nil)
	}
	title := text.For(language).With(own).Say("document.labels", nil)
	if l.Sheet.Width < leastWide || l.Sheet.Height < leastHigh {
		return paper.NoRoom(title, l.Persons[0])
	}
	doc := paper.New(title, paper.Serif, paper.SerifBold)
	for i, person := range l.Persons {
		if i%l.Sheet.Places() == 0 {
			doc.Page()
		}
		x, y := l.Sheet.Place(i)
		l.draw(doc, person, x, y)
	}
	return doc.Write(w)
}

// draw sets the words, below them the places for signature and name, and below those that for the
// day.
func (l *CertifiedLabels) draw(doc *paper.Document, person string, x, y float64) {
	const between, first, second = 2.0, 0.527, 0.784
	left, width := x+certifiedEdge, l.Sheet.Width-2*certifiedEdge
	doc.Block(paper.SerifBold.Sized(11.5).FitBoth(l.Words, width, 7), left, y+5)
	place := func(x, part, width float64, words, under string) {
		line := y + part*l.Sheet.Height
		b := paper.Serif.Sized(10).FitBoth(words, width, 6)
		doc.BlockCentre(b, x, x+width, line-0.3-b.Height())
		doc.Line(x, line, x+width, line, paper.Thin)
		doc.BlockCentre(paper.Serif.Sized(7).FitBoth(under, width, 5.5), x, x+width, line+0.2)
	}
	signature := width * 0.43
	place(left, first, signature, "", l.SignatureCaption)
	place(left+signature+between, first, width-signature-between, person, l.NameCaption)
	place(left, second, width/2, "", l.DateCaption)
}
