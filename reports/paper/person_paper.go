package paper

import (
	"graduand/data"
	"graduand/data/text"
)

// PersonPaper is what the pages of a paper for one person have above their entries.
type PersonPaper struct {
	first, next Masthead
}

// Set draws a paper for one person: on one page in the largest letters that fit, or else
// on several in those of the size several.
func (p PersonPaper) Set(doc *Document, t *text.Text, sizes []EntrySize, several EntrySize, compose func(*Entries)) {
	from, next := p.first.End()+1, p.next.End()+1
	made := func(size EntrySize) (*Entries, []Span) {
		e := &Entries{EntrySize: size, doc: doc, T: t}
		compose(e)
		return e, e.Pages(from, next, Bottom)
	}
	e, spans := made(several)
	for _, size := range sizes {
		if smaller, pages := made(size); len(pages) == 1 {
			e, spans = smaller, pages
			break
		}
	}
	for n, on := range spans {
		doc.Page()
		head, y := p.next, next
		if n == 0 {
			head, y = p.first, from
		}
		head.Draw(doc, n+1, len(spans), t)
		e.Put(on, y)
	}
}

// About is what a paper for one person is about.
type About struct{ Campaign, About, School, Class, Name, Made string }

// NewPersonPaper composes the tops of the first page and of the others.
func NewPersonPaper(t *text.Text, title string, of About) PersonPaper {
	small, plain, bold := MastheadSmall(), Sans.Sized(9), SansBold.Sized(12)
	class, made := bold.Line(of.Class), small.Line(t.Say("report_form.printed", data.Args{"date": of.Made}))
	return PersonPaper{
		first: NewMasthead([]Line{small.Line(of.Campaign), MastheadTitle().Line(title), plain.Line(of.About), plain.Line(of.School)}, []Line{class, made}),
		next:  NewMasthead([]Line{small.Line(title), bold.Line(of.Name)}, []Line{class, made}),
	}
}
