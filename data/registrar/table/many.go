package table

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/registry"
)

// How says how a value of [Desk.ChangeMany] is put into a field.
type How string

// Put replaces what stands there. Include and Exclude are for fields of several codes:
// they add codes to what each graduate has, or take them away.
const (
	Put     How = "put"
	Include How = "include"
	Exclude How = "exclude"
)

// Many is one change of several graduates.
type Many struct {
	Field, Value string
	How          How
}

// ProposeMany says what [Desk.ChangeMany] would do, graduate by graduate, with each field that
// another brings along; nothing of those whom it would leave as they are. A graduate whom it cannot
// change is refused with the reason; who is not asked for a field is named, and left out.
func (d *Desk) ProposeMany(ids []string, changes []Many) ([]Proposed, error) {
	return registry.Read(d.registry, registry.RightRegister, func(v *registry.View) ([]Proposed, error) {
		words := newReader(v, false, nil)
		if err := checkMany(v, ids, changes, words); err != nil {
			return nil, err
		}
		var proposals []Proposed
		taken := claims{}
		for _, id := range unique(ids) {
			g, err := v.Find(id)
			if err != nil {
				return nil, err
			}
			next := g.Clone()
			values, left := askedAmong(v, g, manyFor(v, g, changes, words))
			for _, value := range left {
				proposals = append(proposals, Proposed{Graduate: id, Name: g.FullName(), Field: value.Field,
					Before: g.Get(value.Field), After: g.Get(value.Field), Typed: value.Value, Unasked: true})
			}
			var own []Proposed
			for _, value := range values {
				if p, differs := proposed(v, g, next, Cell{Graduate: id, Field: value.Field, Typed: value.Value}, taken); differs {
					own = append(own, p)
				}
			}
			proposals = append(proposals, withBrought(v, own, map[string]*data.Graduate{id: next})...)
		}
		return proposals, nil
	})
}

// ChangeMany makes the same changes to several graduates, all or none: a class, a
// language, a category, a subject more or less. Who is not asked for a field keeps it as it is.
// It returns how many graduates it changed.
func (d *Desk) ChangeMany(ctx context.Context, ids []string, changes []Many) (int, error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, changed, func(w *registry.Edit) (int, error) {
		words := newReader(w.View, false, nil)
		if err := checkMany(w.View, ids, changes, words); err != nil {
			return 0, err
		}
		taken, n := claims{}, 0
		err := w.ChangeAll(unique(ids), "", func(g *data.Graduate) error {
			values, _ := askedAmong(w.View, g, manyFor(w.View, g, changes, words))
			next, err := w.Assigned(g, values)
			if err == nil {
				err = claim(w.View, taken, g, next)
			}
			if err != nil {
				return err
			}
			if len(registry.Difference(g, next)) > 0 {
				n++
			}
			*g = *next
			return nil
		})
		if err != nil {
			return 0, err
		}
		return n, nil
	})
}

// unique are the ids in their order, each once.
func unique(ids []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		again := seen[id]
		seen[id] = true
		return again
	})
}

// checkMany refuses changes that can be made to nobody: codes that are none, or a code
// more for a field that holds one value. A code that the campaign has no more can be taken
// away where somebody has it.
func checkMany(v *registry.View, ids []string, changes []Many, words *reader) error {
	for _, c := range changes {
		if c.How != Put && !v.Campaign().Kind(c.Field).Several {
			return data.Fail("bulk.one_value", data.Args{"field": v.Campaign().FieldTitle(c.Field)})
		}
		value := words.read(c.Field, c.Value)
		if c.How == Exclude {
			value = heldByNobody(v, ids, c.Field, value)
		}
		if _, err := v.Stored(c.Field, value); err != nil {
			return err
		}
	}
	return nil
}

// heldByNobody is what is left of a list of codes without those that a graduate has.
func heldByNobody(v *registry.View, ids []string, field, list string) string {
	codes := data.SplitList(list)
	for _, id := range ids {
		if g, err := v.Find(id); err == nil {
			has := data.SplitList(g.Get(field))
			codes = slices.DeleteFunc(codes, func(code string) bool { return slices.Contains(has, code) })
		}
	}
	return strings.Join(codes, ",")
}

// manyFor are the changes as values for one graduate.
func manyFor(v *registry.View, g *data.Graduate, changes []Many, words *reader) []registry.Assign {
	g = g.Clone()
	values := make([]registry.Assign, len(changes))
	for i, c := range changes {
		value := words.read(c.Field, c.Value)
		values[i] = registry.Assign{Field: c.Field, Value: value}
		has, codes := data.SplitList(g.Get(c.Field)), data.SplitList(value)
		switch c.How {
		case Include:
			values[i].Value = strings.Join(withCodes(has, codes), ",")
		case Exclude:
			values[i].Value = strings.Join(withoutCodes(has, codes), ",")
		}
		g.Set(c.Field, values[i].Value)
	}
	return values
}

// withCodes are the codes of a list and others besides; a subject that is there already
// keeps its level, unless another is named.
func withCodes(list, others []string) []string {
	others = slices.DeleteFunc(others, func(code string) bool {
		return !strings.Contains(code, ":") && slices.ContainsFunc(list, func(has string) bool {
			subject, _, _ := strings.Cut(has, ":")
			return subject == code
		})
	})
	return append(withoutCodes(list, others), others...)
}

// withoutCodes are the codes of a list that are not among others; a subject is the same
// with every level.
func withoutCodes(list, others []string) []string {
	bare := func(code string) string {
		code, _, _ = strings.Cut(code, ":")
		return code
	}
	return slices.DeleteFunc(list, func(code string) bool {
		return slices.ContainsFunc(others, func(other string) bool { return bare(other) == bare(code) })
	})
}
