package exchange

import (
	"slices"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// changes are the fields in which two records differ, in the order of the form; none of who was not
// sent before.
func (j *judge) changes(before, now *exchange.Record) (all []registry.FieldChange) {
	if before == nil {
		return nil
	}
	was, is := values(before), values(now)
	for _, field := range j.inOrder(was, is) {
		if was[field] != is[field] {
			all = append(all, registry.FieldChange{Field: field, Before: was[field], After: is[field]})
		}
	}
	return all
}

// inOrder are the fields of some records, the typed ones first, then those of the form, then the rest.
func (j *judge) inOrder(records ...map[string]string) []string {
	all := data.TypedFields()
	for _, f := range j.view.Campaign().AllFields() {
		all = append(all, f.Code)
	}
	var rest []string
	for _, r := range records {
		for field := range r {
			rest = append(rest, field)
		}
	}
	slices.Sort(rest)
	var once []string
	for _, field := range append(all, rest...) {
		if !slices.Contains(once, field) {
			once = append(once, field)
		}
	}
	return once
}
