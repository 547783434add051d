package papers

import (
	"slices"

	"graduand/data"
	"graduand/reports"
)

// SiteList composes who of the chosen stands at the centre's site, and of whom something has
// changed here since (KG-013).
func (s *Source) SiteList(chosen []Graduate) reports.SiteList {
	list := reports.SiteList{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for _, g := range chosen {
		row := reports.SiteRow{Name: s.titleName(g.Graduate), Class: g.Class, State: "missing"}
		if f := g.Current().Fact(data.FactEntered, ""); f != nil {
			row.State, row.On, row.By = "entered", f.On.Dotted(), f.By
		}
		if slices.ContainsFunc(g.Findings, func(f data.Finding) bool { return f.Rule == "changed_since_entered" }) {
			row.State = "changed"
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}
