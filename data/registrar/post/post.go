// Package post is the desk for what the school sends: lists of those whose kits go together, the
// packages that they lie in, and the letters of those who go their own way. What happens to a list
// happens to everybody on it: one transaction holds both.
package post

import (
	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// Desk answers for the lists and packages of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// need refuses what the campaign does not have: list.none where it has no lists, package.none where
// it sends nothing by post.
func need(v *registry.View, capability string) error {
	switch {
	case v.Campaign().Has(capability):
		return nil
	case capability == registry.CapabilityLists:
		return data.Fail("list.none", nil)
	}
	return data.Fail("package.none", nil)
}

// source is what papers are made from today.
func source(v *registry.View) *papers.Source {
	return &papers.Source{Campaign: v.Campaign(), School: v.School(), Today: v.Today()}
}

// named are names for a sentence: the first few, and how many there are.
func named(graduates []*data.Graduate) data.Args {
	const most = 5
	words := ""
	for i, g := range graduates[:min(len(graduates), most)] {
		if i > 0 {
			words += ", "
		}
		words += g.FullName()
	}
	if len(graduates) > most {
		words += " …"
	}
	return data.Args{"people": len(graduates), "names": words}
}

// cleanTitle is a title as it is kept.
func cleanTitle(title string) (string, error) {
	return data.CleanText(data.Term("list.title"), title)
}

// released are graduates taken off a list: where an attempt that was sent with it is past, it stays there.
func released(members []*data.Graduate, list string) (free []*data.Graduate) {
	for _, g := range members {
		if g.Current().ListID() == list {
			next := g.Clone()
			next.Set(data.FactField(data.FactListed, ""), "")
			free = append(free, next)
		}
	}
	return free
}

// listed puts a copy of a graduate onto a list.
func listed(v *registry.View, g *data.Graduate, list *data.List) *data.Graduate {
	next := g.Clone()
	fact := v.Signed(data.FactListed, "")
	fact.Seen = list.ID
	next.SetFact(fact)
	return next
}

// put writes graduates as they are from now on, each with an event of the act.
func put(w *registry.Edit, c *registry.Change, batch int64, next []*data.Graduate) error {
	for _, g := range next {
		body := registry.EventBody{Changes: registry.Difference(w.Lookup(g.ID), g), Batch: batch}
		if err := c.Put(g, registry.EventChanged, body); err != nil {
			return err
		}
	}
	return nil
}
