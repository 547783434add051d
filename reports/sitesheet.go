package reports

import (
	"io"

	"graduand/data"
	"graduand/data/text"
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
func siteSize(points, pad float64) entrySize {
	return entrySize{value: letter{face: sansBold, size: points}, label: letter{face: sans, size: points - 2},
		title: letter{face: sansBold, size: points - 1}, box: points * point, middle: left + 74, pad: pad}
}

func siteSizes() []entrySize {
	return []entrySize{siteSize(14, 3), siteSize(13.5, 2.2), siteSize(13, 1.6), siteSize(12.5, 1.2), siteSize(12, 1), siteSize(11.5, 1)}
}

// SiteSheets prints a sheet for each person with a box to tick before every field. Errors
// as of [MissingPDF].
func SiteSheets(w io.Writer, sheets []SiteSheet, language string, own map[string]string) error {
	if len(sheets) == 0 {
		return data.Fail("report.empty", nil)
	}
	t := text.For(language).With(own)
	title := t.Say("report_form.site_title", nil)
	s := newSheet(title, sans, sansBold)
	for i := range sheets {
		c := &sheets[i]
		paper := newPersonPaper(t, title, paperOf{c.Campaign, c.Site, c.School, c.Class, c.Name, c.Made})
		paper.set(s, t, siteSizes(), siteSize(13, 1.6), c.compose)
	}
	return s.write(w)
}

// compose sets the pages of the site and the place to sign that all is entered.
func (c *SiteSheet) compose(e *entries) {
	e.paragraph(letter{face: sans, size: 9}, e.t.Say("report_form.site_hint", nil))
	for _, page := range c.Pages {
		if len(page.Entries) > 0 {
			e.heading(page.Title)
		}
		for _, entry := range page.Entries {
			if len(entry.Lines) == 0 {
				entry.Lines = []any{orDash("")}
			}
			e.entry(entry)
		}
	}
	e.signed(e.t.Say("report_form.site_entered", nil))
}
