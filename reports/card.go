// Package reports draws every printed document: pure functions from plain data to
// PDF or XLSX on an [io.Writer], a file and an exported function each. It knows no
// registry and no campaign; every word comes with the data, or from data/text in the
// document's language. The same data gives the same bytes: there is no clock and no
// chance in here.
//
// How paper is set is the matter of reports/paper, with its measures and its errors
// report.no_room and report.no_glyph; how a spreadsheet is written, of data/workbook.
package reports

import (
	"io"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// staple is the free corner at the top left, from the edges of the paper, in mm
// (UA-164).
const staple = 22.0

// photoSpace is the white space between the two photos.
const photoSpace = 4.0

// Cards prints registration cards of the layout "statement-card", a page a person:
// the data part with two photo boxes, and below the line to cut the part «Заява»
// for handwriting. Both photos are on the data part, which comes back on a refusal.
//
// Errors: report.empty without cards, report.no_room for data that no page holds,
// report.no_glyph for a character that cannot be printed.
func Cards(w io.Writer, cards []Card, t *text.Text) error { return printCards(w, cards, t, setCard) }

func setCard(doc *paper.Document, c *Card, t *text.Text) {
	cut := paper.Bottom - statementHeight(&c.Statement)
	c.across(doc, paper.Top, cut, 5, 5)
	y := cardHeader(doc, c, t, paper.Left+staple-8, staple)
	beside := paper.Flow{Y: y, Edge: paper.Right}
	if p := c.Photo; p.Width > 0 {
		x := paper.Right - p.Width
		c.photo(doc, x, y+4)
		c.photo(doc, x, y+4+p.Height+photoSpace)
		c.point(doc, PlacePhoto, paper.Right+markBeside, y+4+p.Height+photoSpace/2)
		beside.Edge, beside.Clear = x-paper.Gap, y+4+2*p.Height+photoSpace+1
	}
	if !setData(doc, c, t, beside, cut-3, nil) {
		doc.Keep(paper.NoRoom(c.Title, personOf(c)))
	}
	cutLine(doc, cut, t)
	setStatement(doc, c, t, cut)
}

// setData sets groups, subjects and what more adds, as airy as limit allows; false
// when there is no room for them.
func setData(doc *paper.Document, c *Card, t *text.Text, from paper.Flow, limit float64, more func(*paper.Flow)) bool {
	for _, d := range paper.Densities() {
		f := from
		f.Doc, f.Density = doc, d
		for _, g := range c.Groups {
			setGroup(&f, c, g)
		}
		setSubjects(&f, c, t)
		if more != nil {
			more(&f)
		}
		if max(f.Y, f.Clear) <= limit {
			f.Draw()
			return true
		}
	}
	return false
}

// setGroup sets a heading and its rows; a group keeps the width it begins with.
func setGroup(f *paper.Flow, c *Card, g Group) {
	end := f.End()
	c.setHeading(f, g.Title, end)
	for _, r := range g.Rows {
		y := f.Y
		f.Row(r.Label, r.Value, end)
		middle := (y + f.Pad + f.Y) / 2
		f.Later(func() { c.point(f.Doc, r.Label, paper.Left-markBeside, middle) })
	}
}

// setHeading sets a heading with its number on a sample.
func (c *Card) setHeading(f *paper.Flow, title string, end float64) {
	f.Heading(title, end)
	y := f.Y - paper.SansBold.Sized(f.Title).Leading()/2
	f.Later(func() { c.point(f.Doc, title, paper.Left-markBeside, y) })
}

// personOf tells which card an error is about: its number, or the first value on it.
func personOf(c *Card) string {
	if c.Number != "" {
		return c.Number
	}
	for _, g := range c.Groups {
		for _, r := range g.Rows {
			return r.Value
		}
	}
	return ""
}

// layouts set a card on a page that has begun, by their codes.
func layouts() map[string]func(*paper.Document, *Card, *text.Text) {
	return map[string]func(*paper.Document, *Card, *text.Text){"statement-card": setCard, "form-card": setForm}
}

// Layouts are the codes of the layouts of cards, sorted.
func Layouts() []string { return slices.Sorted(maps.Keys(layouts())) }

// Print prints cards in the layout with this code; report.unknown_layout when
// there is none such. The words that the cards do not bring are those of the
// language, with own ones (id → sentence) before them.
func Print(layout string, w io.Writer, cards []Card, language string, own map[string]string) error {
	set, err := layoutOf(layout)
	if err != nil {
		return err
	}
	return printCards(w, cards, text.For(language).With(own), set)
}

func layoutOf(code string) (func(*paper.Document, *Card, *text.Text), error) {
	set, known := layouts()[code]
	if !known {
		return nil, data.Fail("report.unknown_layout", data.Args{"layout": code})
	}
	return set, nil
}

// printCards prints cards, a page each.
func printCards(w io.Writer, cards []Card, t *text.Text, set func(*paper.Document, *Card, *text.Text)) error {
	if len(cards) == 0 {
		return data.Fail("report.empty", nil)
	}
	doc := paper.New(cards[0].Title, paper.Sans, paper.SansBold)
	for i := range cards {
		doc.Page()
		set(doc, &cards[i], t)
	}
	return doc.Write(w)
}

// Words is the catalogue of a document's language, with own sentences (id → sentence)
// before it: for who composes the lines of a document.
func Words(language string, own map[string]string) func(id string, args map[string]any) string {
	return text.For(language).With(own).Say
}
