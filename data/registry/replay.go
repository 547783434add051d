package registry

import (
	"slices"

	"graduand/data"
)

// Difference lists the fields in which two revisions of one graduate differ, in
// the order in which they must be set to get from one to the other.
func Difference(before, after *data.Graduate) []FieldChange {
	var changes []FieldChange
	for _, field := range FieldsOf(before, after) {
		if was, is := before.Get(field), after.Get(field); was != is {
			changes = append(changes, FieldChange{Field: field, Before: was, After: is})
		}
	}
	return changes
}

// FieldsOf are the codes of all fields that any of the graduates may have a value in, the
// typed ones first.
func FieldsOf(graduates ...*data.Graduate) []string {
	var own []string
	for _, g := range graduates {
		for field := range g.Fields {
			own = append(own, field)
		}
		own = append(own, g.Recorded()...)
	}
	slices.Sort(own)
	return append(data.TypedFields(), slices.Compact(own)...)
}

// replay applies a stored event to the graduate that the events before it made.
func replay(g *data.Graduate, kind string, b EventBody) *data.Graduate {
	if kind == EventAdded {
		return b.After
	}
	g = g.Clone()
	switch kind {
	case EventChanged, EventFilled, EventBroughtBack:
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	case EventRemoved:
		g.Removed = b.Fact
	case EventRestored:
		g.Removed = nil
	case EventAccessMade, EventAccessChanged, EventAccessRemoved, EventAccessImported, EventHandedOver:
		g.Accesses = b.Accesses
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	}
	return g
}
