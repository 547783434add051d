package reports

import (
	"cmp"
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// Letter is an application that a person signs, or a certificate that the head signs,
// which goes into a kit (UA-012, UA-015, UA-020, UA-023). All words but the captions are
// the campaign's.
type Letter struct {
	Title string
	// Subtitle stands under it, "" for none. Subject is what a letter without a title is about: it
	// stands at the left.
	Subtitle, Subject string
	// Issued says that the school issues it: outgoing date and number, the head's
	// signature and seal. Otherwise Person applies and signs.
	Issued bool
	// Head stands on top of what the school issues, or else School and Address; Date and Number are the outgoing
	// ones, "" for a line for the pen.
	Head         Head
	School       string
	Address      string
	Date, Number string
	// Addressee are the lines of who gets it, none for a certificate; From says who applies.
	Addressee []string
	From      []Row
	// Body are the paragraphs; Rows stand beneath them.
	Body []string
	Rows []Row
	// Enclosures are what is attached, one an entry.
	Enclosures []string
	// Photo has a size when a photo is glued on; the seal lies over its corner.
	Photo PhotoBox
	// HeadTitle and HeadName sign what the school issues; Seal is its place.
	HeadTitle, HeadName, Seal string
	Person                    string
}

// Letters print each on its own page of A4. Errors: report.no_glyph.
func Letters(w io.Writer, letters []Letter, language string, own map[string]string) error {
	t := text.For(language).With(own)
	doc := paper.New(cmp.Or(letters[0].Title, letters[0].Subject), paper.Serif, paper.SerifBold, paper.Sans)
	for i := range letters {
		a := &paper.Official{Doc: doc, T: t}
		setLetter(a, &letters[i])
		a.Draw()
	}
	return doc.Write(w)
}

func setLetter(a *paper.Official, l *Letter) {
	if l.Issued {
		setHead(a, &l.Head, l.School, l.Address)
		setIssued(a, l.Date, l.Number, l.Photo)
		a.Gap(4)
		setAddressee(a, l.Addressee)
	} else {
		setSender(a, l)
	}
	a.Centred(paper.SerifBold.Sized(16), l.Title, 12)
	a.Centred(paper.OfficialWords(), l.Subtitle, 1)
	if l.Subject != "" {
		a.Gap(8)
		a.Paragraph(paper.OfficialWords().Wrap(l.Subject, subjectWidth), paper.OfficialLeft)
	}
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
		a.Signature(l.HeadTitle, l.HeadName)
		a.Seal(l.Seal)
		return
	}
	a.Personal(l.Person)
}

// setIssued sets date and number, or lines for them, and the box of the photo under them.
func setIssued(a *paper.Official, date, number string, photo PhotoBox) {
	const width, sign, between = 38.0, 6.0, 4.0
	a.Gap(8)
	height := 10.0
	if photo.Height > 0 {
		height += photo.Height + 4
	}
	a.Add(height, func(y float64) {
		a.Doc.Signed(paper.OfficialLeft, y+6, width, date, a.T.Say("report.letter_date", nil))
		x := paper.OfficialLeft + width + between
		a.Doc.Text(paper.OfficialWords(), x, y+5.4, "№")
		a.Doc.Signed(x+sign, y+6, width, number, a.T.Say("report.letter_number", nil))
		if photo.Height > 0 {
			photo.draw(a.Doc, paper.OfficialLeft, y+14)
		}
	})
}

// subjectWidth is how wide the words of a subject are in mm (DSTU 4163-2003, 5.20).
const subjectWidth = 73.0

// rightHalf is where an address at the right begins, in mm.
const rightHalf = (paper.OfficialLeft + paper.OfficialRight) / 2

// setAddressee sets who gets it in the right half.
func setAddressee(a *paper.Official, lines []string) {
	for _, line := range lines {
		a.Paragraph(paper.OfficialWords().Wrap(line, paper.OfficialRight-rightHalf), rightHalf)
	}
}

// setSender sets whom an application is for and who writes it.
func setSender(a *paper.Official, l *Letter) {
	setAddressee(a, l.Addressee)
	a.Gap(3)
	for _, row := range l.From {
		a.Paragraph(paper.OfficialWords().Sized(11).Wrap(row.Label+": "+row.Value, paper.OfficialRight-rightHalf), rightHalf)
	}
}
