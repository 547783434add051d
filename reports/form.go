package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
)

// formFoot is the height of the signatures at the foot of a form, in mm.
const formFoot = 24.0

// Forms prints forms of the layout "form-card", a page a person: all groups, one
// photo box, subjects, attached files, privileges, the sum to be paid, and lines
// for the signatures of the graduate and of the responsible person. Errors as of
// [Cards].
func Forms(w io.Writer, cards []Card, t *text.Text) error {
	if len(cards) == 0 {
		return data.Fail("report.empty", nil)
	}
	s := newSheet(cards[0].Title, sans, sansBold)
	for i := range cards {
		s.form(&cards[i], t)
	}
	return s.write(w)
}

func (s *sheet) form(c *Card, t *text.Text) {
	s.page()
	y := s.header(c, t, left, top+12)
	p := c.Photo
	x := right - p.Width
	s.photo(p, x, y+4)
	from := flow{y: y, edge: x - gap, clear: y + 4 + p.Height + 1}
	fits := s.data(c, t, from, bottom-formFoot, func(f *flow) { f.enclosures(&c.Enclosures, t) })
	if !fits {
		s.keep(noRoom(c.Title, personOf(c)))
	}
	s.formSignatures(c, t)
}

// enclosures sets files, privileges and the sum below the subjects.
func (f *flow) enclosures(e *Enclosures, t *text.Text) {
	f.y = max(f.y, f.clear)
	if len(e.Files) > 0 {
		f.heading(t.Say("report.files", nil), right)
		f.marks(e.Files)
	}
	if len(e.Privileges) > 0 {
		f.heading(t.Say("report.privileges", nil), right)
		for _, p := range e.Privileges {
			f.paragraph(letter{face: sans, size: f.value}, p)
		}
	}
	if e.Payment != "" {
		f.heading(t.Say("report.payment", nil), right)
		f.paragraph(letter{face: sansBold, size: f.value + 1}, e.Payment)
	}
}

// marks sets boxes with their words, two in a row.
func (f *flow) marks(marks []Mark) {
	const box = 5.5
	half := (right - left) / 2
	for i := 0; i < len(marks); i += 2 {
		y, height := f.y+f.pad+0.4, 3.6
		for j, m := range marks[i:min(i+2, len(marks))] {
			x := left + float64(j)*half
			b := letter{face: sans, size: f.value}.wrap(m.Title, half-box-4)
			height = max(height, b.height())
			f.later(func() {
				f.sheet.tick(x, y+(b.leading()-3.4)/2, m.Done)
				f.sheet.block(b, x+box, y)
			})
		}
		f.y = y + height + 0.2
	}
}

func (f *flow) paragraph(l letter, words string) {
	b := l.wrap(words, right-left)
	y := f.y + f.pad + 0.3
	f.later(func() { f.sheet.block(b, left, y) })
	f.y = y + b.height()
}

// formSignatures sets two lines at the foot: who signs, signature, date.
func (s *sheet) formSignatures(c *Card, t *text.Text) {
	for i, who := range []struct{ caption, name string }{
		{t.Say("report.graduate", nil), ""},
		{t.Say("report.responsible", nil), c.Enclosures.Responsible},
	} {
		y := bottom - formFoot + 9 + float64(i)*11
		s.text(letter{face: sans, size: 9}, left, y-0.4, who.caption)
		s.signatureLine(left+48, 44, y, t.Say("report.signature_caption", nil), "")
		s.signatureLine(left+96, 54, y, t.Say("report.name_caption", nil), who.name)
		s.signatureLine(left+154, right-left-154, y, t.Say("report.date_caption", nil), "")
	}
}

// signatureLine draws a line with a small caption under it and words on it.
func (s *sheet) signatureLine(x, width, y float64, caption, words string) {
	s.line(x, y, x+width, y, thin)
	b := letter{face: sans, size: 9.5}.fitBoth(words, width, 5.5)
	s.blockCentre(b, x, x+width, y-0.6-b.height())
	s.blockCentre(letter{face: sans, size: 6.5, gray: 0.35}.fitBoth(caption, width, 5.5), x, x+width, y+0.4)
}
