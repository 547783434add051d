package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// Missing is «Що ще потрібно» for class teachers: what is missing or wrong, class by
// class, with a place to note by pen what was mended.
type Missing struct {
	School   string
	Campaign string
	// Made is the day as it is shown.
	Made    string
	Classes []MissingClass
}

// MissingClass is one class. Total counts all its graduates, also those with nothing
// missing, who are not listed.
type MissingClass struct {
	// Class is its name, "" for those who have none.
	Class  string
	Total  int
	People []MissingPerson
}

// MissingPerson is a graduate with something to mend.
type MissingPerson struct {
	Name  string
	Lacks []Lack
}

// Lack is one finding and the field that it is about: words, an id of data/text, or nil.
type Lack struct {
	data.Finding
	Title any
}

// sentence words a finding as data/text does.
func (l *Lack) sentence(t *text.Text) string { return t.SayOr("rule."+l.Rule, l.Text, l.Args) }

// severity says what to do, by a sign and by words.
func (l *Lack) severity(t *text.Text) string {
	sign := map[data.Severity]string{data.SeverityError: "!", data.SeverityWarning: "?", data.SeverityConfirm: "□"}[l.Severity]
	return sign + " " + t.Say("severity."+string(l.Severity), nil)
}

// classTitle is a class in words, as it heads a page.
func classTitle(t *text.Text, class string) string {
	if class == "" {
		return t.Say("ui.no_class", nil)
	}
	return t.Say("report_form.class", data.Args{"class": class})
}

// name is the class in words.
func (c *MissingClass) name(t *text.Text) string {
	if c.Class == "" {
		return t.Say("ui.no_class", nil)
	}
	return c.Class
}

// clean is the line that counts those with nothing missing; "" where there are none.
func (c *MissingClass) clean(t *text.Text) string {
	count := c.Total - len(c.People)
	if count == 0 {
		return ""
	}
	return t.Say("report_form.missing_clean", data.Args{"count": count, "total": c.Total})
}

// MissingPDF prints a table for each class, each from a page of its own: nobody's teacher
// sees another class. A person's name is set once, and again only where the table goes on
// on another page.
//
// Errors: report.empty without classes, report.no_room for a finding that no page holds,
// report.no_glyph for a character that cannot be printed.
func MissingPDF(w io.Writer, m Missing, language string, own map[string]string) error {
	if len(m.Classes) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	doc := paper.New(t.Say("report_form.missing_title", nil), paper.Sans, paper.SansBold)
	for i := range m.Classes {
		setMissingClass(doc, &m, &m.Classes[i], t)
	}
	return doc.Write(w)
}

// setMissingClass sets the pages of one class, which are numbered for themselves.
func setMissingClass(doc *paper.Document, m *Missing, c *MissingClass, t *text.Text) {
	small := paper.MastheadSmall()
	title := t.Say("report_form.missing_title", nil)
	head := paper.NewMasthead(
		[]paper.Line{small.Line(m.Campaign), paper.MastheadTitle().Line(title), paper.Sans.Sized(9).Line(m.School)},
		[]paper.Line{paper.SansBold.Sized(14).Line(classTitle(t, c.Class)), small.Line(t.Say("report_form.printed", data.Args{"date": m.Made}))})
	table := newMissingTable(doc, c, t)
	header := table.Header()
	from := head.End() + 2
	first := from + header.Height
	if table.TooHigh(paper.Bottom - first) {
		doc.Keep(paper.NoRoom(title, classTitle(t, c.Class)))
		return
	}
	spans := table.Pages(first, first, paper.Bottom)
	for n, on := range spans {
		doc.Page()
		head.Draw(doc, n+1, len(spans), t)
		if on.First < len(table.lines) {
			table.drawRow(&header, from, true, true)
		}
		table.page(on, first)
	}
}
