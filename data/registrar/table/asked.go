package table

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry"
)

// refuseUnasked refuses a typed value for a field that the form does not ask somebody for, as
// the campaign says when a field is asked. A value may always be taken away.
func refuseUnasked(v *registry.View, before, next *data.Graduate, typed []registry.Assign) error {
	for _, a := range unasked(v, before, next, typed) {
		return data.Fail("graduate.not_asked", data.Args{"name": next.FullName(), "field": v.Campaign().FieldTitle(a.Field)})
	}
	return nil
}

// unasked are those of the typed values that would fill or change a field for which the form
// does not ask the graduate whom they all together make. A field that stands in no step is asked
// of everybody.
func unasked(v *registry.View, before, next *data.Graduate, typed []registry.Assign) (left []registry.Assign) {
	s, p := source(v), v.Person(next)
	for _, a := range typed {
		code := strings.ToLower(strings.TrimSpace(a.Field))
		value := next.Get(code)
		if f := v.Campaign().Field(code); f != nil && value != "" && value != before.Get(code) && !s.Shows(f, p) {
			left = append(left, a)
		}
	}
	return left
}

// askedAmong parts the values for a graduate into those that the form asks for and those that are
// left out. What is left out may have been the reason for which another was asked.
func askedAmong(v *registry.View, g *data.Graduate, values []registry.Assign) (asked, left []registry.Assign) {
	asked = slices.Clone(values)
	for {
		next := g.Clone()
		if v.Assign(next, asked) != nil {
			return asked, left // the value itself is refused
		}
		more := unasked(v, g, next, asked)
		if len(more) == 0 {
			return asked, left
		}
		left = append(left, more...)
		asked = slices.DeleteFunc(asked, func(a registry.Assign) bool { return slices.Contains(more, a) })
	}
}

// LeftOut are those whom a change leaves out in a field, by their names: the form does not ask them.
type LeftOut struct {
	Field string
	Names []string
}

// LeftOutOf says field by field whom changes leave out, in the order in which they are proposed.
func LeftOutOf(proposals []Proposed) (all []LeftOut) {
	for _, p := range proposals {
		if !p.Unasked {
			continue
		}
		at := slices.IndexFunc(all, func(l LeftOut) bool { return l.Field == p.Field })
		if at < 0 {
			at, all = len(all), append(all, LeftOut{Field: p.Field})
		}
		all[at].Names = append(all[at].Names, p.Name)
	}
	return all
}
