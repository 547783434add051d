package reports

import (
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// formFoot is the height of the signatures at the foot of a form, in mm.
const formFoot = 24.0

// Forms prints forms of the layout "form-card", a page a person: all groups, one
// photo box, subjects, attached files, privileges, the sum to be paid, and lines
// for the signatures of the graduate and of the responsible person. Errors as of
// [Cards].
func Forms(w io.Writer, cards []Card, t *text.Text) error { return printCards(w, cards, t, setForm) }

func setForm(doc *paper.Document, c *Card, t *text.Text) {
	c.across(doc, paper.Top, paper.Bottom, paper.Left, 2)
	y := cardHeader(doc, c, t, paper.Left, paper.Top+12)
	p := c.Photo
	x := paper.Right - p.Width
	c.photo(doc, x, y+4)
	c.point(doc, PlacePhoto, paper.Right+markBeside, y+4+p.Height/2)
	from := paper.Flow{Y: y, Edge: x - paper.Gap, Clear: y + 4 + p.Height + 1}
	fits := setData(doc, c, t, from, paper.Bottom-formFoot, func(f *paper.Flow) { setEnclosures(f, &c.Enclosures, t) })
	if !fits {
		doc.Keep(paper.NoRoom(c.Title, personOf(c)))
	}
	setFormSignatures(doc, c, t)
}

// setEnclosures sets files, privileges and the sum below the subjects.
func setEnclosures(f *paper.Flow, e *Enclosures, t *text.Text) {
	f.Y = max(f.Y, f.Clear)
	if len(e.Files) > 0 {
		f.Heading(t.Say("report.files", nil), paper.Right)
		setMarks(f, e.Files)
	}
	if len(e.Privileges) > 0 {
		f.Heading(t.Say("report.privileges", nil), paper.Right)
		for _, p := range e.Privileges {
			f.Paragraph(paper.Sans.Sized(f.Value), p)
		}
	}
	if e.Payment != "" {
		f.Heading(t.Say("report.payment", nil), paper.Right)
		f.Paragraph(paper.SansBold.Sized(f.Value+1), e.Payment)
	}
}

// setMarks sets boxes with their words, two in a row.
func setMarks(f *paper.Flow, marks []Mark) {
	const box = 5.5
	half := (paper.Right - paper.Left) / 2
	for i := 0; i < len(marks); i += 2 {
		y, height := f.Y+f.Pad+0.4, 3.6
		for j, m := range marks[i:min(i+2, len(marks))] {
			x := paper.Left + float64(j)*half
			b := paper.Sans.Sized(f.Value).Wrap(m.Title, half-box-4)
			height = max(height, b.Height())
			f.Later(func() {
				f.Doc.Tick(x, y+(b.Leading()-paper.TickSize)/2, paper.TickSize, m.Done)
				f.Doc.Block(b, x+box, y)
			})
		}
		f.Y = y + height + 0.2
	}
}

// setFormSignatures sets two lines at the foot: who signs, signature, date.
func setFormSignatures(doc *paper.Document, c *Card, t *text.Text) {
	for i, who := range []struct{ caption, name string }{
		{t.Say("report.graduate", nil), ""},
		{t.Say("report.responsible", nil), c.Enclosures.Responsible},
	} {
		y := paper.Bottom - formFoot + 9 + float64(i)*11
		doc.Text(paper.Sans.Sized(9), paper.Left, y-0.4, who.caption)
		doc.SignatureLine(paper.Left+48, 44, y, t.Say("report.signature_caption", nil), "")
		doc.SignatureLine(paper.Left+96, 54, y, t.Say("report.name_caption", nil), who.name)
		doc.SignatureLine(paper.Left+154, paper.Right-paper.Left-154, y, t.Say("report.date_caption", nil), "")
	}
}
