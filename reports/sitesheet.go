package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// SiteSheet is the data of one graduate in the order of the centre's own site, for who
// types it there (KG-013).
type SiteSheet struct {
	Campaign string
	// Site is what the site is called.
	Site   string
	School string
	// Class, Name and Made as of [CheckSheet].
	Class string
	Name  string
	Made  string
	Pages []SitePage
}

// SitePage is one page of that site with its fields; a field that stays empty has no
// lines.
type SitePage struct {
	Title   string
	Entries []Entry
}

// siteSize is a size of a site sheet by the points of its values.
func siteSize(points, pad float64) paper.EntrySize {
	return paper.EntrySize{Value: paper.SansBold.Sized(points), Label: paper.Sans.Sized(points - 2),
		Title: paper.SansBold.Sized(points - 1), Box: points * paper.Point, Middle: paper.Left + 74, Pad: pad}
}

func siteSizes() []paper.EntrySize {
	return []paper.EntrySize{siteSize(14, 3), siteSize(13.5, 2.2), siteSize(13, 1.6), siteSize(12.5, 1.2), siteSize(12, 1), siteSize(11.5, 1)}
}

// SiteSheets prints a sheet for each person with a box to tick before every field. Errors
// as of [MissingPDF].
func SiteSheets(w io.Writer, sheets []SiteSheet, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("report_form.site_title", nil)
	doc := paper.New(title, paper.Sans, paper.SansBold)
	for i := range sheets {
		c := &sheets[i]
		paper := paper.NewPersonPaper(t, title, paper.About{Campaign: c.Campaign, About: c.Site, School: c.School, Class: c.Class, Name: c.Name, Made: c.Made})
		paper.Set(doc, t, siteSizes(), siteSize(13, 1.6), c.compose)
	}
	return doc.Write(w)
}

// compose sets the pages of the site and the place to sign that all is entered.
func (c *SiteSheet) compose(e *paper.Entries) {
	e.Paragraph(paper.Sans.Sized(9), e.T.Say("report_form.site_hint", nil))
	for _, page := range c.Pages {
		if len(page.Entries) > 0 {
			e.Heading(page.Title)
		}
		for _, entry := range page.Entries {
			if len(entry.Lines) == 0 {
				entry.Lines = []any{orDash("")}
			}
			e.Entry(entry.Label, entry.Lines)
		}
	}
	e.Signed(e.T.Say("report_form.site_entered", nil), e.T.Say("report.signature_caption", nil))
}
