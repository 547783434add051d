package registrar

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/reports"
)

// siteSheet composes the data of one graduate in the order of the centre's site; a file
// is named as [Registrar.SaveOriginals] names it (KG-013).
func (r *Registrar) siteSheet(e *entry) (reports.SiteSheet, error) {
	sheet := reports.SiteSheet{Campaign: r.Campaign().Title, Site: r.Campaign().SiteTitle, School: r.school.Name,
		Class: r.classTitle(e.graduate.Class), Name: r.titleName(e.graduate), Made: r.Today().Dotted()}
	pages, err := r.sitePages(e)
	if err != nil {
		return sheet, err
	}
	p := r.Campaign().Person(e.graduate, &r.school, r.Today())
	for _, page := range pages {
		sheet.Pages = append(sheet.Pages, reports.SitePage{Title: page.Title, Entries: r.siteEntries(page.Rows, p)})
	}
	return sheet, nil
}

// siteEntries are the rows of one page. An empty field that must not be empty says so: it
// is not one to be passed over.
func (r *Registrar) siteEntries(rows []SiteRow, p *campaign.Person) []reports.Entry {
	entries := make([]reports.Entry, len(rows))
	for i, row := range rows {
		entries[i].Label = r.formTitle(row.Field)
		switch f := r.Campaign().Field(row.Field); {
		case row.Value == "" && f != nil && r.holds(f.Required, p):
			entries[i].Lines = []any{data.Term("report_form.site_lacking")}
		case row.Value == "":
		case row.Picture:
			entries[i].Lines = []any{r.words()("report_form.site_file", data.Args{"file": row.Value})}
		default:
			entries[i].Lines = []any{row.Value}
		}
	}
	return entries
}
