package season

import (
	"slices"

	"graduand/data"
	"graduand/data/registry"
)

// Held says what stands on signed paper, or awaits an answer, of graduates who are about to be erased: their right
// to it stays, but whoever erases them knows before. It is a sentence for each list, with the package that it lies in,
// and one for letters of their own. With no ids it is the whole campaign, of which papers that are answered are no news.
func (d *Desk) Held(ids []string) ([]data.Phrase, error) {
	return registry.Read(d.registry, registry.RightErase, func(v *registry.View) (held []data.Phrase, err error) {
		for _, l := range v.Lists() {
			if of := heldBy(v, l, ids); of.people > 0 && (len(ids) > 0 || of.waiting > 0) {
				held = append(held, data.Phrase{ID: "erase.held", Args: data.Args{"list": l.Number, "package": of.pack, "number": of.people, "waiting": of.waiting}})
			}
		}
		own := 0
		for _, g := range v.Everybody() {
			if r := g.Current(); chosen(ids, g) && r.Fact(data.FactSent, "") != nil && r.Answer == nil {
				own++
			}
		}
		if own > 0 {
			held = append(held, data.Phrase{ID: "erase.held_own", Args: data.Args{"number": own}})
		}
		return held, nil
	})
}

// holding is what a signed list has of the chosen: the number of its package, 0 for none, how many rows, and how many
// of those were posted and have no answer.
type holding struct{ pack, people, waiting int }

func heldBy(v *registry.View, l *data.List, ids []string) (h holding) {
	if l.Final == nil || !l.Live() {
		return h
	}
	p := v.PackageOf(l.ID)
	if p != nil {
		h.pack = p.Number
	}
	for _, g := range v.Members(l.ID) {
		if !chosen(ids, g) {
			continue
		}
		h.people++
		if p != nil && p.Posted() && g.On(l.ID).Answer == nil {
			h.waiting++
		}
	}
	return h
}

// chosen says that somebody is among the ids, or that there are none and it is about everybody.
func chosen(ids []string, g *data.Graduate) bool { return len(ids) == 0 || slices.Contains(ids, g.ID) }
