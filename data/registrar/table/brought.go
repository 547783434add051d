package table

import (
	"cmp"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry"
)

// broughtAlong are the fields of the form that differ between two states of a graduate besides those
// that were typed: a subject that counts for the school is one that is taken, and one that is taken
// no more counts no more.
func broughtAlong(v *registry.View, before, next *data.Graduate, typed ...string) (fields []string) {
	known := v.Campaign().FieldCodes()
	for _, c := range registry.Difference(before, next) {
		if slices.Contains(known, c.Field) && !slices.Contains(typed, c.Field) {
			fields = append(fields, c.Field)
		}
	}
	return fields
}

// withBrought puts behind each proposal those that it brings along, which are taken and left with
// it; next are the graduates whom all cells together make, by their ids.
func withBrought(v *registry.View, proposals []Proposed, next map[string]*data.Graduate) (all []Proposed) {
	named := map[string]*Proposed{}
	for i := range proposals {
		if p := &proposals[i]; p.takes() {
			named[p.place(p.Field)] = p
		}
	}
	bind(proposals, named, next)
	for _, p := range proposals {
		brought := p.besides(v, named, next[p.Graduate])
		all = append(append(all, p), brought...)
	}
	return all
}

// besides are the changes that the proposal brings along in fields that no other one names. It is
// looked at first where one of them takes a value away.
func (p *Proposed) besides(v *registry.View, named map[string]*Proposed, next *data.Graduate) (all []Proposed) {
	if !p.takes() {
		return nil
	}
	for _, field := range p.brings {
		before, after := v.Lookup(p.Graduate).Get(field), next.Get(field)
		if named[p.place(field)] != nil || before == after {
			continue
		}
		if after == "" && p.Doubt == nil {
			p.Doubt = data.Fail("proposals.brings_erased", data.Args{"field": v.Campaign().FieldTitle(field)})
		}
		named[p.place(field)] = p
		all = append(all, Proposed{Graduate: p.Graduate, Name: p.Name, Place: p.Place, Field: field, With: p.Field,
			Before: before, After: after, Typed: after, Seen: before, Conflict: p.Conflict})
	}
	for i := range all {
		all[i].Doubt = p.Doubt
	}
	return all
}

// place tells a field of the graduate from those of others.
func (p *Proposed) place(field string) string { return p.Graduate + " " + field }

// takes says that something is put into the field.
func (p *Proposed) takes() bool { return p.Refused == nil && !p.Unasked }

// bind holds two typed values of a graduate together of which one brings the other's field along:
// both are looked at where one is to be, and both say what comes of both.
func bind(proposals []Proposed, named map[string]*Proposed, next map[string]*data.Graduate) {
	for i := range proposals {
		p := &proposals[i]
		for _, field := range p.brings {
			other := named[p.place(field)]
			if other == nil || !p.takes() {
				continue
			}
			for _, of := range []*Proposed{p, other} {
				of.After = next[p.Graduate].Get(of.Field)
				of.Conflict, of.Doubt = p.Conflict || other.Conflict, cmp.Or(p.Doubt, other.Doubt)
			}
		}
	}
}

// BroughtAmong are the proposals that others bring along.
func BroughtAmong(proposals []Proposed) (brought []Proposed) {
	for _, p := range proposals {
		if p.With != "" {
			brought = append(brought, p)
		}
	}
	return brought
}

// refuseUnseen refuses values that would change another field, of which whoever agreed to them has
// not heard.
func refuseUnseen(v *registry.View, before, next *data.Graduate, agreed []Proposed) error {
	var seen []string
	for _, p := range agreed {
		seen = append(seen, p.Field)
	}
	for _, field := range broughtAlong(v, before, next, seen...) {
		return data.Fail("proposals.unseen", data.Args{"name": before.FullName(), "field": v.Campaign().FieldTitle(field)})
	}
	return nil
}

// toldBrought tells of the fields that typed values have changed besides their own; the reason for the
// additional session is told by [reasonSet].
func toldBrought(v *registry.View, before, g *data.Graduate, typed []registry.Assign) (found []data.Finding) {
	own := []string{data.FieldAdditionalReason}
	for _, a := range typed {
		own = append(own, strings.ToLower(strings.TrimSpace(a.Field)))
	}
	for _, field := range broughtAlong(v, before, g, own...) {
		words := func(value string) any { return v.Spoken().Words(field, value) }
		found = append(found, data.Finding{Graduate: g.ID, Rule: "brought_along", Severity: data.SeverityWarning, Field: field,
			Args: data.Args{"field": v.Campaign().FieldTitle(field), "before": words(before.Get(field)), "after": words(g.Get(field))}})
	}
	return found
}

// Leader is the number of the proposal with which that of a number is taken and left: itself, but for
// one that is brought along.
func Leader(proposals []Proposed, of int) int {
	for i := of; i >= 0 && proposals[of].With != ""; i-- {
		if p := &proposals[i]; p.Graduate == proposals[of].Graduate && p.Field == proposals[of].With {
			return i
		}
	}
	return of
}
