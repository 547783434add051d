package reports

import "graduand/reports/paper"

// Card is one person's printed card or form, as plain data: every word is already
// in the language of the document. Empty values stay as lines for the pen.
type Card struct {
	// Campaign stands small above the Title, LegalBasis small below the Subtitle.
	Campaign   string
	Title      string
	Subtitle   string
	LegalBasis string
	// School stands below the Subtitle; empty where a row of the card names it.
	School string

	// Number is the centre's own one when Official; else it is the school's draft
	// number, printed with DraftWord and without a barcode. Both empty: no number.
	Number    string
	Official  bool
	DraftWord string

	Groups []Group

	// Subjects are headed by SubjectsTitle; an empty caption leaves its column out.
	SubjectsTitle      string
	LevelCaption       string
	AttestationCaption string
	Subjects           []Subject

	Photo PhotoBox

	// Statement is the separable part of a registration card; forms have none.
	Statement Statement
	// Enclosures belong to a form; cards have none.
	Enclosures Enclosures

	// Specimen makes it a sample of nobody, nil for a card.
	Specimen *Specimen
}

// Group is one step of the form with its rows.
type Group struct {
	Title string
	Rows  []Row
}

// Row is one field: its name and what was entered.
type Row struct{ Label, Value string }

// Subject is a chosen subject; Attestation says that it counts as the school's mark.
type Subject struct {
	Name        string
	Level       string
	Attestation bool
}

// PhotoBox is the place for a photo; its size is in mm. Without a Picture it is empty, with its
// Caption in it, for one that is glued.
type PhotoBox struct {
	Width, Height float64
	Caption       string
	Picture       Picture
}

// draw draws the box with its upper left corner there, and in its middle the picture or the caption.
func (b *PhotoBox) draw(doc *paper.Document, x, y float64) {
	p := &b.Picture
	if len(p.JPEG) == 0 {
		doc.Photo(x, y, b.Width, b.Height, b.Caption)
		return
	}
	doc.Picture(p.JPEG, x+(b.Width-p.Width)/2, y+(b.Height-p.Height)/2, p.Width, p.Height)
	doc.Box(x, y, b.Width, b.Height, paper.Medium)
}

// Statement is the part «Заява»: whom it is addressed to and how many ruled lines
// it has. It has no text of its own: that is written by hand (UA-047).
type Statement struct {
	Title string
	// Centre is the full name of the regional centre; Addressee, the same name in
	// lines, is printed instead where it is given.
	Centre    string
	Addressee []string
	// Applicant is the surname in the genitive with initials (UA-045); empty leaves
	// the line for the pen. Caption stands under the line.
	Applicant string
	Caption   string
	Lines     int
	// Hint is the small caption below the ruled lines.
	Hint string
}

// Enclosures are what a form says besides the data: the files that are attached,
// the privileges that are claimed, the sum to be paid, and who answers for it.
type Enclosures struct {
	Files       []Mark
	Privileges  []string
	Payment     string
	Responsible string
}

// Mark is a line with a box before it, crossed when Done.
type Mark struct {
	Title string
	Done  bool
}

// numbered says that a place for a number is wanted.
func (c *Card) numbered() bool { return c.Official || c.Number != "" || c.DraftWord != "" }
