package reports

import (
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// Letter is an application that a person signs, or a certificate that the head signs,
// which goes into a kit (UA-012, UA-015, UA-020, UA-023). All words but the captions are
// the campaign's.
type Letter struct {
	Title string
	// Subtitle stands under it, "" for none.
	Subtitle string
	// Issued says that the school issues it: outgoing date and number, the head's
	// signature and seal. Otherwise Person applies and signs.
	Issued bool
	// School and Address stand on top of what the school issues.
	School  string
	Address string
	// Addressee are the lines of who gets an application; From says who writes it.
	Addressee []string
	From      []Row
	// Body are the paragraphs; Rows stand beneath them.
	Body []string
	Rows []Row
	// Enclosures are what is attached, one an entry.
	Enclosures []string
	// Photo has a size when a photo is glued on; the seal lies over its corner.
	Photo PhotoBox
	// HeadTitle and Head sign what the school issues; Seal is its place.
	HeadTitle, Head, Seal string
	Person                string
}

// Letters print each on its own page of A4. Errors: report.no_glyph.
func Letters(w io.Writer, letters []Letter, language string, own map[string]string) error {
	t := text.For(language).With(own)
	doc := paper.New(letters[0].Title, paper.Serif, paper.SerifBold, paper.Sans)
	for i := range letters {
		a := &paper.Official{Doc: doc, T: t}
		setLetter(a, &letters[i])
		a.Draw()
	}
	return doc.Write(w)
}

func setLetter(a *paper.Official, l *Letter) {
	if l.Issued {
		a.Centred(paper.OfficialWords(), l.School, 0)
		a.Centred(paper.OfficialNote().Sized(10), l.Address, 1)
		setIssued(a, l.Photo)
	} else {
		setSender(a, l)
	}
	a.Centred(paper.SerifBold.Sized(16), l.Title, 12)
	a.Centred(paper.OfficialWords(), l.Subtitle, 1)
	a.Gap(6)
	for _, words := range l.Body {
		a.Paragraph(paper.OfficialWords().Wrap(words, paper.OfficialRight-paper.OfficialLeft), paper.OfficialLeft)
		a.Gap(2.5)
	}
	for _, row := range l.Rows {
		a.Fact(row.Label, row.Value)
	}
	if len(l.Enclosures) > 0 {
		a.Heading(a.T.Say("report.enclosures", nil))
		for _, e := range l.Enclosures {
			a.Entry("—", e)
		}
	}
	a.Gap(10)
	if l.Issued {
		a.Signature(l.HeadTitle, l.Head)
		a.Seal(l.Seal)
		return
	}
	a.Personal(l.Person)
}

// setIssued sets the places of date and number, and the box of the photo under them.
func setIssued(a *paper.Official, photo PhotoBox) {
	const width, sign, between = 38.0, 6.0, 4.0
	a.Gap(8)
	height := 10.0
	if photo.Height > 0 {
		height += photo.Height + 4
	}
	a.Add(height, func(y float64) {
		a.Doc.Signed(paper.OfficialLeft, y+6, width, "", a.T.Say("report.letter_date", nil))
		x := paper.OfficialLeft + width + between
		a.Doc.Text(paper.OfficialWords(), x, y+5.4, "№")
		a.Doc.Signed(x+sign, y+6, width, "", a.T.Say("report.letter_number", nil))
		if photo.Height > 0 {
			photo.draw(a.Doc, paper.OfficialLeft, y+14)
		}
	})
}

// setSender sets whom an application is for and who writes it, in the right half.
func setSender(a *paper.Official, l *Letter) {
	const middle = (paper.OfficialLeft + paper.OfficialRight) / 2
	for _, line := range l.Addressee {
		a.Paragraph(paper.OfficialWords().Wrap(line, paper.OfficialRight-middle), middle)
	}
	a.Gap(3)
	for _, row := range l.From {
		a.Paragraph(paper.OfficialWords().Sized(11).Wrap(row.Label+": "+row.Value, paper.OfficialRight-middle), middle)
	}
}
