package reports

import (
	"io"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// KitSheet is the control sheet of one kit: its papers, each with what is looked at on it, and
// what else is missing. It lies on the kit while that is put together and does not go with it
// (F-08, UA-158 … UA-161).
type KitSheet struct {
	Campaign, School string
	// Class is its name in words.
	Class, Name string
	// Number is the number of the card as it is printed, "" where the campaign has none.
	Number string
	// Made is the day as it is shown.
	Made string
	// Route is how the kit reaches the centre, "" where there is one way only.
	Route  string
	Papers []KitPaper
	// Taken is when the kit was received and by whom.
	Taken Taken
	// Lacks is what the check finds.
	Lacks []Lack
	// Assembly is how a kit is put together.
	Assembly []string
}

// Taken is who took papers, and when; both are empty where nobody has noted it and are for the pen.
type Taken struct{ Day, By string }

// KitPaper is one paper of a kit. Form is what it has to be, words or an id of data/text; Note
// explains, Checks are looked at, each with a box of its own, of which Passed are in order. Present
// says that it lies there. What nobody has noted is for the pen.
type KitPaper struct {
	Title   string
	Form    any
	Note    string
	Checks  []string
	Passed  []string
	Present bool
}

// kitSize is a size of a control sheet by the points of its titles.
func kitSize(points, pad float64) paper.EntrySize {
	return paper.EntrySize{Value: paper.Sans.Sized(points), Label: paper.Sans.Sized(points - 1).Grey(0.3),
		Title: paper.SansBold.Sized(points), Middle: paper.Left + 50, Pad: pad}
}

func kitSizes() []paper.EntrySize {
	return []paper.EntrySize{kitSize(11.5, 2.4), kitSize(11, 1.8), kitSize(10.5, 1.4), kitSize(10, 1), kitSize(9.5, 0.7), kitSize(9, 0.5)}
}

// KitSheets print a sheet for each person: one page, or more where much is missing. Errors as
// of [MissingPDF].
func KitSheets(w io.Writer, sheets []KitSheet, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("kit_sheet.title", nil), paper.Sans, paper.SansBold)
	for i := range sheets {
		k := &sheets[i]
		about := paper.About{Campaign: k.Campaign, About: k.Route, School: k.School, Class: k.Class, Name: k.Name, Made: k.Made, Mark: t.Say("kit_sheet.stays", nil)}
		paper.NewPersonPaper(t, t.Say("kit_sheet.title", nil), about).Set(doc, t, kitSizes(), kitSize(10.5, 1.4), k.compose)
	}
	return doc.Write(w)
}

// compose sets whose kit it is, its papers, what is missing, and the places to sign.
func (k *KitSheet) compose(e *paper.Entries) {
	k.head(e)
	e.Heading(e.T.Say("kit_sheet.papers", nil))
	for i := range k.Papers {
		k.Papers[i].set(e)
	}
	setLacks(e, k.Lacks)
	e.Gap(e.Pad)
	for _, words := range k.Assembly {
		e.Paragraph(e.Value, words)
	}
	e.SignedBy(e.T.Say("kit_sheet.taken", nil), e.T.Say("report.signed_name_caption", nil), k.Taken.Day, k.Taken.By)
	e.Signed(e.T.Say("kit_sheet.complete", nil), e.T.Say("report.signed_name_caption", nil))
}

// head sets that the sheet stays in the school, whose kit it is, and the number.
func (k *KitSheet) head(e *paper.Entries) {
	const height = 9.0
	warning := paper.SansBold.Sized(13).FitBoth(strings.ToUpper(e.T.Say("kit_sheet.stays", nil)), paper.Right-paper.Left-4, 8)
	e.Add(height, func(y float64) {
		e.Doc.Box(paper.Left+paper.Heavy/2, y, paper.Right-paper.Left-paper.Heavy, height, paper.Heavy)
		e.Doc.BlockCentre(warning, paper.Left, paper.Right, y+(height-warning.Height())/2)
	})
	e.Gap(2.5)
	e.Paragraph(paper.SansBold.Sized(16), k.Name)
	if k.Number != "" {
		e.Paragraph(paper.Sans.Sized(12), e.T.Say("kit_sheet.number", data.Args{"number": k.Number}))
	}
}

// set sets a paper with its box, what it has to be at the right, and what is looked at below:
// all of it stays on one page.
func (p *KitPaper) set(e *paper.Entries) {
	const box, indent, formWidth = 4.6, 8.0, 42.0
	title := e.Title.Wrap(p.Title, paper.Right-paper.Left-indent-formWidth-3)
	form := e.Label.FitBoth(paper.Word(p.Form, e.T), formWidth, 6.5)
	first := max(title.Height(), form.Height(), box)
	strips := 1
	e.Gap(e.Pad)
	e.Add(first+e.Pad/2, func(y float64) {
		e.Doc.Tick(paper.Left, y, box, p.Present)
		e.Doc.Block(title, paper.Left+indent, y+(box-title.Leading())/2)
		e.Doc.BlockRight(form, paper.Right, y+(box-form.Leading())/2)
	})
	if p.Note != "" {
		strips += setKitLine(e, indent, 0, false, e.Label, p.Note)
	}
	for _, check := range p.Checks {
		strips += setKitLine(e, indent, 3.2, slices.Contains(p.Passed, check), e.Value, check)
	}
	e.Add(e.Pad/2+paper.Thin, func(y float64) { e.Doc.Hair(paper.Left, y+e.Pad/2, paper.Right, y+e.Pad/2) })
	e.KeepEnds(strips+1, strips+1)
}

// setKitLine sets words from indent mm on, behind a box of so many mm where it is not 0, ticked or
// not, and returns how many strips they are.
func setKitLine(e *paper.Entries, indent, box float64, ticked bool, as paper.Type, words string) int {
	x := paper.Left + indent
	if box > 0 {
		x += box + 2
	}
	b := as.Wrap(words, paper.Right-x)
	for i := range b.Lines {
		line := paper.Block{Type: b.Type, Lines: b.Lines[i : i+1]}
		e.Add(max(line.Height(), box+0.6), func(y float64) {
			if box > 0 && i == 0 {
				e.Doc.Tick(paper.Left+indent, y+(line.Leading()-box)/2, box, ticked)
			}
			e.Doc.Block(line, x, y)
		})
	}
	return len(b.Lines)
}
