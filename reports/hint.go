package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Hint shows a participant how to make out the own card: what to write by hand, to sign and to glue,
// what else the kit needs, and whom to ask (UA-045, UA-047, UA-048, UA-049, UA-052).
type Hint struct {
	Campaign, School string
	Title            string
	// Class is its name in words.
	Class, Name string
	Made        string
	// Centre is the full name of who gets the statement, "" for a line.
	Centre string
	// Applicant is the surname in the genitive with initials, "" for a line; Unsure says that
	// somebody has to look at it first. Caption stands below.
	Applicant string
	Unsure    bool
	Caption   string
	// Statement is the model of the text.
	Statement string
	Steps     []string
	Kit       []KitPaper
	// Contacts are whom to ask.
	Contacts []HintContact
}

// HintContact is somebody to ask: words or an id of data/text, and what is known of them.
type HintContact struct {
	Title any
	Lines []any
}

// HintSheets prints a sheet for each person, a page each where it has room. Errors: report.empty
// without sheets, report.no_glyph.
func HintSheets(w io.Writer, sheets []Hint, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(sheets[0].Title, paper.Sans, paper.SansBold, paper.Hand)
	for i := range sheets {
		h := &sheets[i]
		about := paper.About{Campaign: h.Campaign, About: h.Name, School: h.School, Class: h.Class, Name: h.Name, Made: h.Made}
		paper.NewPersonPaper(t, h.Title, about).Set(doc, t, checkSizes(), checkSize(10, 1), h.compose)
	}
	return doc.Write(w)
}

func (h *Hint) compose(e *paper.Entries) {
	e.Heading(e.T.Say("report_form.hint_applicant", nil))
	h.applicant(e)
	e.Heading(e.T.Say("report_form.hint_statement", nil))
	e.Gap(1)
	e.Paragraph(paper.Hand.Sized(e.Value.Size+2.5), h.Statement)
	e.Heading(e.T.Say("report_form.hint_steps", nil))
	for _, step := range h.Steps {
		ticked(e, step, "")
	}
	if len(h.Kit) > 0 {
		e.Heading(e.T.Say("report_form.kit", nil))
		for i := range h.Kit {
			h.Kit[i].set(e)
		}
	}
	if len(h.Contacts) > 0 {
		e.Heading(e.T.Say("report_form.hint_ask", nil))
		for _, c := range h.Contacts {
			e.Entry(c.Title, c.Lines)
		}
	}
}

// applicant sets the name of the centre and below it, as it is written by hand, from whom.
func (h *Hint) applicant(e *paper.Entries) {
	const left = paper.Left + 60
	line := func(as paper.Type, words string, space float64) {
		e.Gap(space)
		b := as.FitWords(words, paper.Right-left, 8)
		e.Add(b.Height()+1, func(y float64) {
			e.Doc.Block(b, left, y)
			e.Doc.Line(left, y+b.Height()+0.6, paper.Right, y+b.Height()+0.6, paper.Thin)
		})
		e.KeepLast()
	}
	line(e.Value, h.Centre, 1)
	line(paper.Hand.Sized(e.Value.Size+5), h.Applicant, 2)
	caption := h.Caption
	switch {
	case h.Applicant == "":
		caption += ". " + e.T.Say("report_form.hint_unknown", nil)
	case h.Unsure:
		caption += ". " + e.T.Say("report_form.hint_unsure", nil)
	}
	b := paper.Sans.Sized(e.Label.Size-0.5).Grey(0.3).Wrap(caption, paper.Right-left)
	e.Add(b.Height(), func(y float64) { e.Doc.Block(b, left, y) })
}

// ticked sets words behind a box to tick, with a note in smaller letters below.
func ticked(e *paper.Entries, words, note string) {
	const box, indent = 3.4, 6.0
	b := e.Value.Wrap(words, paper.Right-paper.Left-indent)
	small := paper.Sans.Sized(e.Label.Size).Grey(0.3).Wrap(note, paper.Right-paper.Left-indent)
	height := b.Height() + 0.8 + e.Pad/2
	if note != "" {
		height += small.Height()
	}
	e.Gap(0.4)
	e.Add(height, func(y float64) {
		e.Doc.Tick(paper.Left+0.2, y+(b.Leading()-box)/2, box, false)
		if y = e.Doc.Block(b, paper.Left+indent, y); note != "" {
			e.Doc.Block(small, paper.Left+indent, y)
		}
	})
}
