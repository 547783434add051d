package registrar

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/reports"
)

// missing composes «Що ще потрібно» for class teachers from the findings of the chosen
// graduates, who stand in the order of their classes.
func (r *Registrar) missing(chosen []*entry) (reports.Missing, error) {
	m := reports.Missing{School: r.school.Name, Campaign: r.Campaign().Title, Made: r.Today().Dotted()}
	for i, e := range chosen {
		if i == 0 || data.SearchKey(chosen[i-1].graduate.Class) != data.SearchKey(e.graduate.Class) {
			m.Classes = append(m.Classes, reports.MissingClass{Class: e.graduate.Class})
		}
		class := &m.Classes[len(m.Classes)-1]
		class.Total++
		found, err := r.findings(e, r.Today())
		if err != nil {
			return m, err
		}
		if lacks := r.lacks(found); len(lacks) > 0 {
			class.People = append(class.People, reports.MissingPerson{Name: r.titleName(e.graduate), Lacks: lacks})
		}
	}
	return m, nil
}

// titleName is the full name, or the draft number of who has no name yet.
func (r *Registrar) titleName(g *data.Graduate) string {
	if name := g.FullName(); name != "" {
		return name
	}
	return r.draftNumber(g)
}

// lacks are findings with the titles of their fields, errors first.
func (r *Registrar) lacks(found []data.Finding) []reports.Lack {
	lacks := make([]reports.Lack, len(found))
	for i, f := range found {
		lacks[i] = reports.Lack{Finding: f, Title: r.formTitle(f.Field)}
	}
	order := []data.Severity{data.SeverityError, data.SeverityWarning, data.SeverityConfirm}
	slices.SortStableFunc(lacks, func(a, b reports.Lack) int {
		return cmp.Compare(slices.Index(order, a.Severity), slices.Index(order, b.Severity))
	})
	return lacks
}

// formTitle is what the campaign's form calls a field; "" for none.
func (r *Registrar) formTitle(field string) any {
	if field == "" {
		return ""
	}
	if f := r.Campaign().Field(field); f != nil {
		return f.Title
	}
	return r.FieldTitle(field)
}

// namesNobodyElse are the findings that a graduate may read: those in which another
// graduate is named are for the school.
func namesNobodyElse(found []data.Finding, g *data.Graduate) []data.Finding {
	return slices.DeleteFunc(slices.Clone(found), func(f data.Finding) bool {
		return strings.HasPrefix(f.Rule, "duplicate_") || f.Rule == "payment_repeated" && f.Args["other"] != g.FullName()
	})
}
