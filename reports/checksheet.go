package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
)

// CheckSheet is all data of one graduate, to be checked and signed by the same one
// (KG-059).
type CheckSheet struct {
	Campaign string
	// Form is what the centre calls the filled form.
	Form   string
	School string
	// Class is its name in words. Name stands on the further pages only: on the first one
	// the fields say it.
	Class string
	Name  string
	// Made is the day as it is shown.
	Made  string
	Steps []CheckStep
	// Lacks is what is still missing.
	Lacks []Lack
	// Privacy says who has the data and what for, in the campaign's words (UA-066).
	Privacy string
}

// CheckStep is one step of the form: words or an id of data/text, its fields in their
// order, and the titles of those that are empty and may be.
type CheckStep struct {
	Title   any
	Entries []Entry
	Empty   []any
}

// checkSize is a size of a check sheet by the points of its values.
func checkSize(points, pad float64) entrySize {
	return entrySize{value: letter{face: sans, size: points}, label: letter{face: sans, size: points - 1.5, gray: 0.3},
		title: letter{face: sansBold, size: points}, middle: left + 64, pad: pad}
}

func checkSizes() []entrySize {
	return []entrySize{checkSize(11, 2), checkSize(10.5, 1.4), checkSize(10, 1), checkSize(9.5, 0.8), checkSize(9, 0.6)}
}

// CheckSheets prints a sheet for each person: one page, or more where the data is long.
// Errors as of [MissingPDF].
func CheckSheets(w io.Writer, sheets []CheckSheet, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	s := newSheet(t.Say("report_form.sheet_title", nil), sans, sansBold)
	for i := range sheets {
		sheets[i].paper(t).set(s, t, checkSizes(), checkSize(10.5, 1.4), sheets[i].compose)
	}
	return s.write(w)
}

func (c *CheckSheet) paper(t *text.Text) personPaper {
	return newPersonPaper(t, t.Say("report_form.sheet_title", nil), paperOf{c.Campaign, c.Form, c.School, c.Class, c.Name, c.Made})
}

// paperOf is what a paper for one person is about.
type paperOf struct{ campaign, about, school, class, name, made string }

// newPersonPaper composes the tops of the first page and of the others.
func newPersonPaper(t *text.Text, title string, of paperOf) personPaper {
	small, plain, bold := mastheadSmall(), letter{face: sans, size: 9}, letter{face: sansBold, size: 12}
	class := mastheadLine{bold, of.class}
	made := mastheadLine{small, t.Say("report_form.printed", data.Args{"date": of.made})}
	return personPaper{
		first: newMasthead([]mastheadLine{{small, of.campaign}, {mastheadTitle(), title}, {plain, of.about}, {plain, of.school}}, []mastheadLine{class, made}),
		next:  newMasthead([]mastheadLine{{small, title}, {bold, of.name}}, []mastheadLine{class, made}),
	}
}

// compose sets the steps, what is missing, and the places to sign.
func (c *CheckSheet) compose(e *entries) {
	e.paragraph(letter{face: sans, size: e.label.size}, e.t.Say("report_form.sheet_hint", nil))
	for i := range c.Steps {
		e.step(&c.Steps[i])
	}
	e.heading(e.t.Say("report_form.missing_title", nil))
	for i := range c.Lacks {
		e.entry(Entry{Label: c.Lacks[i].severity(e.t), Lines: []any{c.Lacks[i].sentence(e.t)}})
	}
	if len(c.Lacks) == 0 {
		e.paragraph(e.value, e.t.Say("report_form.sheet_complete", nil))
	}
	if c.Privacy != "" {
		e.paragraph(letter{face: sans, size: e.label.size, gray: 0.3}, c.Privacy)
	}
	e.signed(e.t.Say("report_form.sheet_checked", nil))
}

// step sets a step; one without fields has no heading either.
func (e *entries) step(of *CheckStep) {
	if len(of.Entries) == 0 && len(of.Empty) == 0 {
		return
	}
	e.heading(wordOf(of.Title, e.t))
	for _, entry := range of.Entries {
		e.entry(entry)
	}
	if len(of.Empty) > 0 {
		e.entry(Entry{Label: data.Term("report_form.sheet_empty"), Lines: []any{of.Empty}})
	}
}
