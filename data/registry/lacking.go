package registry

import (
	"cmp"
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

// there are those who are not removed, in their order. The slice is shared and must not be altered.
func (x *index) there() []*entry {
	if x.present == nil {
		x.present = make([]*entry, 0, len(x.ordered))
		for _, e := range x.ordered {
			if e.graduate.Removed == nil {
				x.present = append(x.present, e)
			}
		}
	}
	return x.present
}

// Count is how many graduates there are, the removed ones left out.
func (v *View) Count() int { return len(v.index.there()) }

// Classes are the classes that have graduates, in order, as a filter chooses them: [NoClass] is among them
// where somebody has none.
func (v *View) Classes() []string {
	x := v.index
	if x.classes == nil {
		x.classes = []string{}
		for _, e := range x.there() {
			class := cmp.Or(e.graduate.Class, NoClass)
			if n := len(x.classes); n == 0 || x.classes[n-1] != class {
				x.classes = append(x.classes, class)
			}
		}
	}
	return slices.Clone(x.classes)
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
