package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
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
	// Pictures stand below the steps, where the sheet shows any.
	Pictures []SheetPicture
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

// Entry is one field of a form as people read it. Label and Lines are words, ids of
// data/text, or lists of both (see [text.Text.Word]). Without lines there is an empty
// one, for the pen.
type Entry struct {
	Label any
	Lines []any
}

// checkSize is a size of a check sheet by the points of its values.
func checkSize(points, pad float64) paper.EntrySize {
	return paper.EntrySize{Value: paper.Sans.Sized(points), Label: paper.Sans.Sized(points - 1.5).Grey(0.3),
		Title: paper.SansBold.Sized(points), Middle: paper.Left + 64, Pad: pad}
}

func checkSizes() []paper.EntrySize {
	return []paper.EntrySize{checkSize(11, 2), checkSize(10.5, 1.4), checkSize(10, 1), checkSize(9.5, 0.8), checkSize(9, 0.6), checkSize(8.5, 0.4)}
}

// CheckSheets prints a sheet for each person: one page, or more where the data is long.
// Errors as of [MissingPDF].
func CheckSheets(w io.Writer, sheets []CheckSheet, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("report_form.sheet_title", nil), paper.Sans, paper.SansBold)
	for i := range sheets {
		sheets[i].paper(t).Set(doc, t, checkSizes(), checkSize(10.5, 1.4), sheets[i].compose)
	}
	return doc.Write(w)
}

func (c *CheckSheet) paper(t *text.Text) paper.PersonPaper {
	return paper.NewPersonPaper(t, t.Say("report_form.sheet_title", nil), paper.About{Campaign: c.Campaign, About: c.Form, School: c.School, Class: c.Class, Name: c.Name, Made: c.Made})
}

// compose sets the steps, what is missing, and the places to sign.
func (c *CheckSheet) compose(e *paper.Entries) {
	e.Paragraph(paper.Sans.Sized(e.Label.Size), e.T.Say("report_form.sheet_hint", nil))
	for i := range c.Steps {
		setStep(e, &c.Steps[i])
	}
	setPictures(e, c.Pictures)
	setLacks(e, c.Lacks)
	if c.Privacy != "" {
		e.Gap(1)
		e.Paragraph(paper.Sans.Sized(e.Label.Size).Grey(0.3), c.Privacy)
	}
	e.Signed(e.T.Say("report_form.sheet_checked", nil), e.T.Say("report.signature_caption", nil))
}

// setStep sets a step; one without fields has no heading either.
func setStep(e *paper.Entries, of *CheckStep) {
	if len(of.Entries) == 0 && len(of.Empty) == 0 {
		return
	}
	e.Heading(paper.Word(of.Title, e.T))
	for _, entry := range of.Entries {
		e.Entry(entry.Label, entry.Lines)
	}
	if len(of.Empty) > 0 {
		e.Entry(data.Term("report_form.sheet_empty"), []any{of.Empty})
	}
}

// setLacks sets what is missing, or that nothing is.
func setLacks(e *paper.Entries, lacks []Lack) {
	e.Heading(e.T.Say("report_form.missing_title", nil))
	for i := range lacks {
		e.Entry(lacks[i].severity(e.T), []any{lacks[i].sentence(e.T)})
	}
	if len(lacks) == 0 {
		e.Paragraph(e.Value, e.T.Say("report_form.sheet_complete", nil))
	}
}
