package papers

import (
	"graduand/data"
	"graduand/reports"
)

// SiteList composes who of the chosen stands at the centre's site, and of whom something has
// changed here since (KG-013).
func (s *Source) SiteList(chosen []Graduate) reports.SiteList {
	list := reports.SiteList{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for _, g := range chosen {
		row := reports.SiteRow{Name: s.titleName(g.Graduate), Class: g.Class, State: data.SiteStateOf(g.Graduate, g.Findings)}
		if f := g.Current().Fact(data.FactEntered, ""); f != nil {
			row.On, row.By = f.On.Dotted(), f.By
		}
		list.Rows = append(list.Rows, row)
	}
	return list
}
