package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Intake is the receipt that a graduate gets for the papers that were handed in (UA-158).
type Intake struct {
	Campaign, School string
	// Class is its name in words.
	Class, Name string
	// Number is as in [KitSheet].
	Number string
	// Papers are those that the graduate brings, with a box each.
	Papers []KitPaper
	// Taken is who took them, and when.
	Taken Taken
}

// intakesOnPage are how many receipts a page may have: one above the other, of one height, so
// that a stack of pages is cut at once.
func intakesOnPage() []int { return []int{3, 2, 1} }

// intakeMargin is the white space between the words of a receipt and the edge or the cut, in mm.
const intakeMargin = 8.0

func intakeSizes() []paper.EntrySize {
	return []paper.EntrySize{kitSize(11, 1.6), kitSize(10.5, 1.2), kitSize(10, 0.8), kitSize(9.5, 0.5), kitSize(9, 0.3), kitSize(8.5, 0.2)}
}

// Intakes print a receipt for each person, as many on a page as all of them have room for, with
// lines to cut between. Errors: report.empty without receipts, report.no_room for papers that no
// page holds, report.no_glyph.
func Intakes(w io.Writer, receipts []Intake, language string, own map[string]string) error {
	if len(receipts) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("intake.title", nil)
	doc := paper.New(title, paper.Sans, paper.SansBold)
	for _, share := range intakesOnPage() {
		if set, tooLong := setIntakes(doc, receipts, t, share); tooLong < 0 {
			drawIntakes(doc, set, share)
			return doc.Write(w)
		} else if share == 1 {
			return paper.NoRoom(title, receipts[tooLong].Name)
		}
	}
	return doc.Write(w)
}

// setIntakes composes them in the largest letters with which each fits into its part of a page;
// tooLong is the first that fits in none, or -1.
func setIntakes(doc *paper.Document, receipts []Intake, t *text.Text, share int) (set []*paper.Entries, tooLong int) {
	room := paper.PageHeight/float64(share) - 2*intakeMargin
	for i := range receipts {
		var fits *paper.Entries
		for _, size := range intakeSizes() {
			e := &paper.Entries{EntrySize: size, Doc: doc, T: t}
			receipts[i].compose(e)
			if len(e.Pages(0, 0, room)) == 1 {
				fits = e
				break
			}
		}
		if fits == nil {
			return nil, i
		}
		set = append(set, fits)
	}
	return set, -1
}

func drawIntakes(doc *paper.Document, set []*paper.Entries, share int) {
	height := paper.PageHeight / float64(share)
	for i, e := range set {
		place := i % share
		if place == 0 {
			doc.Page()
		}
		top := float64(place) * height
		e.Put(e.Pages(0, 0, paper.PageHeight)[0], top+intakeMargin)
		if place < share-1 {
			doc.ScissorLine(top + height)
		}
	}
}

// compose sets from whom the papers are, what they are, and who took them.
func (r *Intake) compose(e *paper.Entries) {
	e.Paragraph(paper.MastheadSmall(), r.Campaign)
	e.Paragraph(paper.SansBold.Sized(13), e.T.Say("intake.title", nil))
	e.Paragraph(paper.Sans.Sized(9), r.School)
	e.Add(1.2, func(y float64) { e.Doc.Line(paper.Left, y, paper.Right, y, paper.Medium) })
	e.Paragraph(paper.SansBold.Sized(e.Value.Size+1.5), r.Name)
	about := r.Class
	if r.Number != "" {
		about += " · " + e.T.Say("kit_sheet.number", data.Args{"number": r.Number})
	}
	e.Paragraph(e.Value, about)
	e.Gap(e.Pad)
	papers := "intake.papers"
	if r.Taken.Day != "" {
		papers = "intake.taken"
	}
	e.Paragraph(e.Label, e.T.Say(papers, nil))
	for i := range r.Papers {
		r.Papers[i].set(e)
	}
	e.SignedBy(e.T.Say("kit_sheet.taken", nil), e.T.Say("report.signed_name_caption", nil), r.Taken.Day, r.Taken.By)
}
