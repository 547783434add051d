package paper

import (
	"fmt"

	"graduand/data"
	"graduand/data/text"
)

// EntrySize is how large entries are set.
type EntrySize struct {
	Value, Label, Title Type
	// Box is the side of a square to tick before each entry, 0 for none; Middle is where
	// the values begin. Both in mm, as Pad is, the white space below an entry.
	Box, Middle, Pad float64
}

// Entries are the content of a paper for one person, as strips.
type Entries struct {
	Pile
	EntrySize
	Doc *Document
	T   *text.Text
}

// Heading sets a bold line over a rule; it stays with what follows.
func (e *Entries) Heading(words string) {
	e.Gap(e.Pad + 1.6)
	b := e.Title.Wrap(words, Right-Left)
	for i, line := range b.Lines {
		e.Add(b.Leading(), func(y float64) {
			e.Doc.Text(b.Type, Left, y+b.Ascent(), line)
			if i == len(b.Lines)-1 {
				e.Doc.Line(Left, y+b.Leading()+0.2, Right, y+b.Leading()+0.2, Medium)
			}
		})
		e.KeepLast()
	}
	e.Gap(0.6 + e.Box/6)
}

// Entry sets the label at the left and the lines of the value right of it: words, ids of
// data/text, or lists of both (see [Word]). Without lines there is an empty one,
// for the pen. An entry of many lines may go on on the next page, where its label stands again.
func (e *Entries) Entry(name any, lines []any) {
	indent := 0.0
	if e.Box > 0 {
		indent = e.Box + 2.5
	}
	label := e.Label.Wrap(Word(name, e.T), e.Middle-Left-indent-2)
	value := e.values(lines)
	count, step := max(len(label.Lines), len(value.Lines), 1), value.Leading()
	for i := range count {
		height := step
		if i == count-1 {
			height += e.Pad
		}
		e.Add(height, func(y float64) {
			e.Doc.Text(label.Type, Left+indent, y+value.Ascent(), label.line(i))
			e.Doc.Text(value.Type, e.Middle, y+value.Ascent(), value.line(i))
			if i == 0 && e.Box > 0 {
				e.Doc.Box(Left+0.2, y+(step-e.Box)/2+0.1, e.Box, e.Box, Medium)
			}
			if i == count-1 {
				e.Doc.Hair(Left, y+height-e.Pad/2, Right, y+height-e.Pad/2)
			}
		})
		if i >= len(label.Lines) {
			e.Again(0, func(y float64) { e.Doc.Text(label.Type, Left+indent, y+value.Ascent(), label.line(0)) })
		}
	}
	e.KeepEnds(count, wholeEntry)
}

// wholeEntry is up to how many lines an entry is not divided by the end of a page.
const wholeEntry = 12

// values are the lines of a value, each broken where it is too long.
func (e *Entries) values(lines []any) Block {
	all := Block{Type: e.Value}
	for _, line := range lines {
		all.Lines = append(all.Lines, e.Value.Wrap(Word(line, e.T), Right-e.Middle).Lines...)
	}
	return all
}

// Paragraph sets words over the full width.
func (e *Entries) Paragraph(as Type, words string) {
	b := as.Wrap(words, Right-Left)
	for _, line := range b.Lines {
		e.Add(b.Leading(), func(y float64) { e.Doc.Text(b.Type, Left, y+b.Ascent(), line) })
	}
	e.keepLines(len(b.Lines))
	e.Gap(0.6)
}

// Signed sets words in bold before places for the day and the signature, with a caption under
// the latter; it stays with what stands above it.
func (e *Entries) Signed(words, caption string) { e.SignedBy(words, caption, "", "") }

// SignedBy is [Entries.Signed] where the day and the name of who signs are known, so that only the
// signature is for the pen; either may be empty.
func (e *Entries) SignedBy(words, caption, day, name string) {
	const dateX, dateWidth, signX, height = Left + 76.0, 40.0, Left + 124.0, 15.0
	if len(e.strips) > 0 {
		e.KeepLast()
	}
	e.Gap(4)
	b := SansBold.Sized(11).Wrap(words, dateX-Left-4)
	e.Add(max(height, b.Height()+4), func(y float64) {
		line := y + height - 4
		e.Doc.Block(b, Left, max(line-b.Height(), y))
		e.Doc.DayAndSignature(line, dateX, dateWidth, signX, e.T.Say("report.date_caption", nil), caption)
		over := func(b Block) float64 { return line - 0.6 - b.Height() }
		date := Sans.Sized(10.5).FitBoth(day, dateWidth, 8)
		e.Doc.BlockCentre(date, dateX, dateX+dateWidth, over(date))
		whose := Sans.Sized(10.5).FitBoth(name, (Right-signX)*0.6, 7)
		e.Doc.BlockRight(whose, Right, over(whose))
	})
}

// Word is a value as the reader sees it (see [text.Text.Word]), "" for none.
func Word(value any, t *text.Text) string {
	if value == nil {
		return ""
	}
	return fmt.Sprint(t.Word(value))
}

// PersonPaper is what the pages of a paper for one person have above their entries.
type PersonPaper struct {
	first, next Masthead
}

// Set draws a paper for one person: on one page in the largest letters that fit, or else
// on several in those of the size several.
func (p PersonPaper) Set(doc *Document, t *text.Text, sizes []EntrySize, several EntrySize, compose func(*Entries)) {
	from, next := p.first.End()+1, p.next.End()+1
	made := func(size EntrySize) (*Entries, []Span) {
		e := &Entries{EntrySize: size, Doc: doc, T: t}
		compose(e)
		return e, e.Pages(from, next, Bottom)
	}
	e, spans := doc.largest(sizes, made)
	if len(spans) != 1 {
		e, spans = made(several)
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

// largest are the entries in the largest of some sizes with which they have room on one page; in the
// smallest they may have none. The size that fitted the person before is tried first: most need it
// too, and of larger sizes than one that is too large none fits.
func (doc *Document) largest(sizes []EntrySize, made func(EntrySize) (*Entries, []Span)) (*Entries, []Span) {
	at := min(doc.fitted, len(sizes)-1)
	e, spans := made(sizes[at])
	for len(spans) > 1 && at < len(sizes)-1 {
		at++
		e, spans = made(sizes[at])
	}
	for at > 0 && at <= doc.fitted && len(spans) == 1 {
		larger, pages := made(sizes[at-1])
		if len(pages) > 1 {
			break
		}
		e, spans, at = larger, pages, at-1
	}
	doc.fitted = at
	return e, spans
}

// About is what a paper for one person is about. Mark, where there is one, stands beside the
// title on the pages behind the first: what must be known of each page.
type About struct{ Campaign, About, School, Class, Name, Made, Mark string }

// NewPersonPaper composes the tops of the first page and of the others.
func NewPersonPaper(t *text.Text, title string, of About) PersonPaper {
	small, plain, bold := MastheadSmall(), Sans.Sized(9), SansBold.Sized(12)
	class, made := bold.Line(of.Class), small.Line(t.Say("report_form.printed", data.Args{"date": of.Made}))
	further := title
	if of.Mark != "" {
		further += " · " + of.Mark
	}
	return PersonPaper{
		first: NewMasthead([]Line{small.Line(of.Campaign), MastheadTitle().Line(title), plain.Line(of.About), plain.Line(of.School)}, []Line{class, made}),
		next:  NewMasthead([]Line{small.Line(further), bold.Line(of.Name)}, []Line{class, made}),
	}
}
