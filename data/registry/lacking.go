package registry

import (
	"maps"
	"slices"
)

// Lacking are the fields of which somebody lacks one today, in the order of the form; those that
// stand in no form come last. The slice is shared and must not be altered.
func (v *View) Lacking() ([]string, error) {
	today := v.Today()
	if err := v.checkAll(v.index.there(), today); err != nil {
		return nil, err
	}
	if v.index.lacking == nil {
		v.index.lacking = v.inOrder(v.index.fieldsOfFindings())
	}
	return v.index.lacking, nil
}

// there are those who are not removed, in their order.
func (x *index) there() []*entry {
	there := make([]*entry, 0, len(x.ordered))
	for _, e := range x.ordered {
		if e.graduate.Removed == nil {
			there = append(there, e)
		}
	}
	return there
}

// fieldsOfFindings are the codes of all fields that a finding is about.
func (x *index) fieldsOfFindings() map[string]bool {
	fields := map[string]bool{}
	for _, e := range x.ordered {
		if e.graduate.Removed != nil {
			continue
		}
		for i := range e.findings {
			if field := e.findings[i].Field; field != "" && !e.findings[i].AboutReceipt() {
				fields[field] = true
			}
		}
	}
	return fields
}

// inOrder puts the codes of fields into the order of the form.
func (v *View) inOrder(fields map[string]bool) []string {
	ordered := make([]string, 0, len(fields))
	for _, f := range v.Campaign().AllFields() {
		if fields[f.Code] {
			ordered = append(ordered, f.Code)
			delete(fields, f.Code)
		}
	}
	return append(ordered, slices.Sorted(maps.Keys(fields))...)
}
