package reports

import "graduand/reports/paper"

// Specimen is what a sample has beyond a card: the word that says so, what is written by hand, and
// the numbers of what is explained.
type Specimen struct {
	// Word stands large across both parts, and in black in a corner of each.
	Word string
	// Statement, Date and Signature are written by hand, as the applicant is.
	Statement, Date, Signature string
	// Marks are the numbers by places: the label of a row, the title of a group or of the table of
	// subjects, or one of the places below.
	Marks map[string]int
}

// The places of a card that have no label.
const (
	PlaceNumber    = "number"
	PlacePhoto     = "photo"
	PlaceAddressee = "addressee"
	PlaceApplicant = "applicant"
	PlaceStatement = "statement"
	PlaceDate      = "date"
	PlaceSignature = "signature"
)

// Places are the places of a card that have no label.
func Places() []string {
	return []string{PlaceNumber, PlacePhoto, PlaceAddressee, PlaceApplicant, PlaceStatement, PlaceDate, PlaceSignature}
}

// markBeside is from a margin of the card to the middle of a number, in mm.
const markBeside = 5.0

// point draws the number of a place of a sample about x and y; nothing on a card.
func (c *Card) point(doc *paper.Document, place string, x, y float64) {
	if c.Specimen == nil {
		return
	}
	if number := c.Specimen.Marks[place]; number > 0 {
		doc.CallOut(number, x, y)
	}
}

// across sets the word of a sample under a part of it between two heights, and in black with its
// upper left corner at x and y; nothing on a card.
func (c *Card) across(doc *paper.Document, top, bottom, x, y float64) {
	if c.Specimen == nil {
		return
	}
	doc.Across(c.Specimen.Word, paper.Left, top, paper.Right-paper.Left, bottom-top)
	b := paper.SansBold.Sized(11).FitBoth(c.Specimen.Word, 24, 7)
	doc.Block(b, x+1.5, y+1.2)
	doc.Box(x, y, b.Type.Width(paper.Tidy(c.Specimen.Word))+3, b.Height()+2.4, paper.Heavy)
}

// photo draws a box for a photo: of a sample with somebody in it.
func (c *Card) photo(doc *paper.Document, x, y float64) {
	if c.Specimen != nil {
		doc.Silhouette(x, y, c.Photo.Width, c.Photo.Height)
		return
	}
	c.Photo.draw(doc, x, y)
}

// hand is how the words of a sample are set that are written by hand, else how they are printed.
func (c *Card) hand(printed paper.Type) paper.Type {
	if c.Specimen != nil {
		return paper.Hand.Sized(printed.Size + 2)
	}
	return printed
}
