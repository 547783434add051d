package registrar

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
)

// How a value of [Registrar.ChangeMany] is put into a field.
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

// ProposeMany says what [Registrar.ChangeMany] would do, graduate by graduate; nothing of
// those whom it would leave as they are. A graduate whom it cannot change is refused with
// the reason.
func (r *Registrar) ProposeMany(ids []string, changes []Many) ([]Proposed, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return nil, err
	}
	if err := r.checkMany(changes); err != nil {
		return nil, err
	}
	var proposals []Proposed
	taken, words := claims{}, r.newReader()
	for _, id := range unique(ids) {
		e := r.index.byID[id]
		if e == nil {
			return nil, data.Fail("graduate.unknown", data.Args{"id": id})
		}
		changed := e.graduate.Clone()
		for _, value := range r.manyFor(e.graduate, changes, words) {
			if p, differs := r.proposed(e.graduate, changed, Cell{Graduate: id, Field: value.Field, Typed: value.Value}, taken); differs {
				proposals = append(proposals, p)
			}
		}
	}
	return proposals, nil
}

// ChangeMany makes the same changes to several graduates, all or none: a class, a
// language, a category, a subject more or less. It returns how many graduates it changed.
func (r *Registrar) ChangeMany(ctx context.Context, ids []string, changes []Many) (changed int, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return 0, err
	}
	if err := r.checkMany(changes); err != nil {
		return 0, err
	}
	taken, words := claims{}, r.newReader()
	err = r.changeAll(ctx, unique(ids), "", func(g *data.Graduate) error {
		next, err := r.assigned(g, r.manyFor(g, changes, words))
		if err == nil {
			err = r.claim(taken, g, next)
		}
		if err != nil {
			return err
		}
		if len(difference(g, next)) > 0 {
			changed++
		}
		*g = *next
		return nil
	})
	if err != nil {
		return 0, err
	}
	return changed, nil
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
// more for a field that holds one value.
func (r *Registrar) checkMany(changes []Many) error {
	words := r.newReader()
	for _, c := range changes {
		if c.How != Put && !r.Campaign().Kind(c.Field).Several {
			return data.Fail("bulk.one_value", data.Args{"field": r.FieldTitle(c.Field)})
		}
		if _, err := r.stored(c.Field, words.read(c.Field, c.Value)); err != nil {
			return err
		}
	}
	return nil
}

// manyFor are the changes as values for one graduate.
func (r *Registrar) manyFor(g *data.Graduate, changes []Many, words *reader) []Assign {
	g = g.Clone()
	values := make([]Assign, len(changes))
	for i, c := range changes {
		value := words.read(c.Field, c.Value)
		values[i] = Assign{c.Field, value}
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
