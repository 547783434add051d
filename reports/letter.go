package reports

import (
	"io"

	"graduand/data/text"
)

// Letter is an application that a person signs, or a certificate that the head signs,
// which goes into a kit (UA-012, UA-015, UA-020, UA-023). All words but the captions are
// the campaign's.
type Letter struct {
	Title string
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
	s := newSheet(letters[0].Title, serif, serifBold, sans)
	for i := range letters {
		a := act{sheet: s, t: t}
		a.letter(&letters[i])
		a.draw()
	}
	return s.write(w)
}

func (a *act) letter(l *Letter) {
	if l.Issued {
		a.centred(actLetter(), l.School, 0)
		a.centred(actCaption().sized(10), l.Address, 1)
		a.issued(l)
	} else {
		a.sender(l)
	}
	a.centred(letter{face: serifBold, size: 16}, l.Title, 12)
	a.gap(6)
	for _, words := range l.Body {
		a.paragraph(actLetter().wrap(words, letterRight-letterLeft), letterLeft)
		a.gap(2.5)
	}
	for _, row := range l.Rows {
		a.fact(row.Label, row.Value)
	}
	if len(l.Enclosures) > 0 {
		a.heading(a.t.Say("report.enclosures", nil))
		for _, e := range l.Enclosures {
			a.entry("—", e)
		}
	}
	a.gap(10)
	if l.Issued {
		a.signature(l.HeadTitle, l.Head)
		a.seal(l.Seal)
		return
	}
	a.personal(l.Person)
}

// issued sets the places of date and number, and the box of the photo under them.
func (a *act) issued(l *Letter) {
	const width = 38.0
	a.gap(8)
	height := 10.0
	if l.Photo.Height > 0 {
		height += l.Photo.Height + 4
	}
	a.add(height, func(y float64) {
		a.sheet.signed(letterLeft, y+6, width, "", a.t.Say("report.letter_date", nil))
		a.sheet.signed(letterLeft+width+6, y+6, width, "№", a.t.Say("report.letter_number", nil))
		if l.Photo.Height > 0 {
			a.sheet.photo(l.Photo, letterLeft, y+14)
		}
	})
}

// sender sets whom an application is for and who writes it, in the right half.
func (a *act) sender(l *Letter) {
	const middle = (letterLeft + letterRight) / 2
	for _, line := range l.Addressee {
		a.paragraph(actLetter().wrap(line, letterRight-middle), middle)
	}
	a.gap(3)
	for _, row := range l.From {
		a.paragraph(actLetter().sized(11).wrap(row.Label+": "+row.Value, letterRight-middle), middle)
	}
}

// seal sets where the seal goes, beside the signature.
func (a *act) seal(words string) {
	if words == "" {
		return
	}
	a.keepLast()
	a.gap(4)
	a.paragraph(actCaption().sized(10).wrap(words, letterRight-letterLeft), signX)
}

// personal sets the date and the signature of who applies.
func (a *act) personal(name string) {
	const dateWidth = 40.0
	a.add(14, func(y float64) {
		a.sheet.signed(letterLeft, y+8, dateWidth, "", a.t.Say("report.letter_date", nil))
		a.sheet.signed(signX, y+8, signWidth, "", a.t.Say("report.signature_caption", nil))
		a.sheet.signed(headNameX, y+8, letterRight-headNameX, name, a.t.Say("report.name_caption", nil))
	})
}
