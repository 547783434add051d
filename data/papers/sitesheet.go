package papers

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// SiteSheet composes the data of one graduate in the order of the centre's site; a file
// is named by [Source.OriginalName] (KG-013).
func (s *Source) SiteSheet(g Graduate) (reports.SiteSheet, error) {
	sheet := reports.SiteSheet{Campaign: s.Campaign.Title, Site: s.Campaign.SiteTitle, School: s.School.Name,
		Class: s.classTitle(g.Class), Name: s.titleName(g.Graduate), Made: s.Today.Dotted()}
	pages, err := s.SitePages(g.Graduate)
	if err != nil {
		return sheet, err
	}
	p := s.person(g.Graduate)
	for _, page := range pages {
		sheet.Pages = append(sheet.Pages, reports.SitePage{Title: page.Title, Entries: s.siteEntries(page.Rows, p)})
	}
	return sheet, nil
}

// siteEntries are the rows of one page. An empty field that must not be empty says so: it
// is not one to be passed over.
func (s *Source) siteEntries(rows []SiteRow, p *campaign.Person) []reports.Entry {
	entries := make([]reports.Entry, len(rows))
	for i, row := range rows {
		entries[i].Label = s.formTitle(row.Field)
		switch f := s.Campaign.Field(row.Field); {
		case row.Value == "" && f != nil && s.Holds(f.Required, p):
			entries[i].Lines = []any{data.Term("report_form.site_lacking")}
		case row.Value == "":
		case row.Picture:
			entries[i].Lines = []any{s.say("report_form.site_file", data.Args{"file": row.Value})}
		default:
			entries[i].Lines = []any{row.Value}
		}
	}
	return entries
}
