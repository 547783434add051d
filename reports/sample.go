package reports

import (
	"io"

	"graduand/data/text"
	"graduand/reports/paper"
)

// Sample is a filled-in card of nobody, with what is to be said of its places (UA-046).
type Sample struct {
	// Layout is the code of that of the cards, Card has a [Specimen].
	Layout string
	Card   Card
	// Title stands above the notes.
	Title string
	Notes []SampleNote
}

// SampleNote says of the place with its number what goes there; Prevents is the reason of a refusal
// that it keeps off, "" for none.
type SampleNote struct {
	Number                int
	Title, Says, Prevents string
}

// SampleSheets prints the card, and behind it the notes. Errors: report.unknown_layout,
// report.no_room, report.no_glyph.
func SampleSheets(w io.Writer, s Sample, language string, own map[string]string) error {
	set, err := layoutOf(s.Layout)
	if err != nil {
		return err
	}
	t := text.For(language).With(own)
	doc := paper.New(s.Title, paper.Sans, paper.SansBold, paper.Hand)
	doc.Page()
	set(doc, &s.Card, t)
	s.notes(doc, t)
	return doc.Write(w)
}

// notes sets them one below the other, none divided by the end of a page.
func (s *Sample) notes(doc *paper.Document, t *text.Text) {
	var pile paper.Pile
	for i := range s.Notes {
		s.Notes[i].add(&pile, doc, t)
	}
	word := s.Card.Specimen.Word
	masthead := paper.NewMasthead([]paper.Line{paper.MastheadSmall().Line(s.Card.Campaign), paper.MastheadTitle().Line(s.Title)},
		[]paper.Line{paper.SansBold.Sized(14).Line(word)})
	top := masthead.End() + 3
	spans := pile.Pages(top, top, paper.Bottom)
	for n, span := range spans {
		doc.Page()
		doc.Across(word, paper.Left, paper.Top, paper.Right-paper.Left, paper.Bottom-paper.Top)
		masthead.Draw(doc, n+1, len(spans), t)
		pile.Put(span, top)
	}
}

// add adds a note as one strip: its number, what it is about, what goes there, what that prevents.
func (n *SampleNote) add(pile *paper.Pile, doc *paper.Document, t *text.Text) {
	const left, width = paper.Left + 10, paper.Right - paper.Left - 10
	title := paper.SansBold.Sized(11).Wrap(n.Title, width)
	says := paper.Sans.Sized(10.5).Wrap(n.Says, width)
	height := title.Height() + says.Height() + 3
	var prevents paper.Block
	if n.Prevents != "" {
		prevents = paper.Sans.Sized(9).Grey(0.25).Wrap(t.Say("report.sample_prevents", map[string]any{"reason": n.Prevents}), width)
		height += prevents.Height() + 0.6
	}
	pile.Add(height, func(y float64) {
		doc.CallOut(n.Number, paper.Left+3, y+2.4)
		y = doc.Block(says, left, doc.Block(title, left, y))
		if n.Prevents != "" {
			doc.Block(prevents, left, y+0.6)
		}
	})
}
