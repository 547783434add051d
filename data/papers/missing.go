package papers

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/reports"
)

// Missing composes «Що ще потрібно» for class teachers from the findings of the chosen
// graduates, who stand in the order of their classes.
func (s *Source) Missing(chosen []Graduate) reports.Missing {
	m := reports.Missing{School: s.School.Name, Campaign: s.Campaign.Title, Made: s.Today.Dotted()}
	for i, g := range chosen {
		if i == 0 || data.SearchKey(chosen[i-1].Class) != data.SearchKey(g.Class) {
			m.Classes = append(m.Classes, reports.MissingClass{Class: g.Class})
		}
		class := &m.Classes[len(m.Classes)-1]
		class.Total++
		if lacks := s.lacks(g.Findings); len(lacks) > 0 {
			class.People = append(class.People, reports.MissingPerson{Name: s.titleName(g.Graduate), Lacks: lacks})
		}
	}
	return m
}

// lacks are findings with the titles of their fields, errors first.
func (s *Source) lacks(found []data.Finding) []reports.Lack {
	lacks := make([]reports.Lack, len(found))
	for i, f := range found {
		lacks[i] = reports.Lack{Finding: f, Title: s.formTitle(f.Field)}
	}
	order := []data.Severity{data.SeverityError, data.SeverityWarning, data.SeverityConfirm}
	slices.SortStableFunc(lacks, func(a, b reports.Lack) int {
		return cmp.Compare(slices.Index(order, a.Severity), slices.Index(order, b.Severity))
	})
	return lacks
}

// namesNobodyElse are the findings that a graduate may read: those in which another
// graduate is named are for the school.
func namesNobodyElse(g Graduate) []data.Finding {
	return slices.DeleteFunc(slices.Clone(g.Findings), func(f data.Finding) bool {
		return strings.HasPrefix(f.Rule, "duplicate_") || f.Rule == "payment_repeated" && f.Args["other"] != g.FullName()
	})
}
