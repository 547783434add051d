package registrar

import (
	"context"
	"slices"

	"graduand/data"
)

// Proposed is one changed cell of a table that came from outside: pasted, or filled in by
// a class teacher. Nothing is changed before a person has seen it.
type Proposed struct {
	Graduate string
	Name     string
	// Place says where it stands there, «C7»; "" for a pasted block.
	Place string
	Field string
	// Before is the value in the registry, After the new one in its stored form.
	Before, After string
	// Typed is what stands in the cell, with codes in the place of words that stand for
	// them.
	Typed string
	// Seen is what the registry said when the table was given out, where that is known.
	Seen string
	// Conflict says that the registry has changed since: somebody must choose.
	Conflict bool
	// Refused says why the value cannot be taken, nil when it can.
	Refused error
}

// Back is the proposal that takes one back which was taken.
func (p Proposed) Back() Proposed {
	p.Before, p.After, p.Typed, p.Conflict = p.After, p.Before, p.Before, false
	return p
}

// Cell is one cell of a table from outside, as it is compared with the registry.
type Cell struct {
	Graduate string
	Place    string
	Field    string
	Typed    string
	// Seen is the stored value that the table was given out with; Known says that there
	// is one.
	Seen  string
	Known bool
}

// propose compares cells with the registry and returns those that would change something,
// in the order given. A cell that was left as it was given out proposes nothing, whatever
// the registry says now.
func (r *Registrar) propose(cells []Cell, words *reader) []Proposed {
	var proposals []Proposed
	// Cells of one graduate are judged together: a series is nothing without its kind.
	changed, taken := map[string]*data.Graduate{}, claims{}
	for _, cell := range cells {
		e := r.index.byID[cell.Graduate]
		if e == nil {
			proposals = append(proposals, Proposed{Graduate: cell.Graduate, Place: cell.Place, Field: cell.Field, Typed: cell.Typed,
				Refused: data.Fail("graduate.unknown", data.Args{"id": cell.Graduate})})
			continue
		}
		if changed[cell.Graduate] == nil {
			changed[cell.Graduate] = e.graduate.Clone()
		}
		cell.Typed = words.read(cell.Field, cell.Typed)
		if p, differs := r.proposed(e.graduate, changed[cell.Graduate], cell, taken); differs {
			proposals = append(proposals, p)
		}
	}
	return proposals
}

func (r *Registrar) proposed(before, g *data.Graduate, cell Cell, taken claims) (p Proposed, differs bool) {
	p = Proposed{Graduate: before.ID, Name: before.FullName(), Place: cell.Place, Field: cell.Field,
		Before: before.Get(cell.Field), Typed: cell.Typed, Seen: cell.Seen}
	next, err := r.assigned(g, []Assign{{cell.Field, cell.Typed}})
	if before.Removed != nil {
		err = data.Fail("graduate.is_removed", data.Args{"name": before.FullName()})
	}
	if err == nil {
		err = r.claim(taken, before, next)
	}
	if err != nil {
		p.Refused = err
		return p, true
	}
	p.After = next.Get(cell.Field)
	if p.After == p.Before || cell.Known && p.After == cell.Seen {
		return p, false
	}
	p.Conflict = cell.Known && cell.Seen != p.Before
	*g = *next
	return p, true
}

// claims are the numbers that graduates are getting in one piece of work, and who.
type claims map[string]*data.Graduate

// claim refuses what two graduates may not have both when another gets it in the same
// piece of work: the registry itself does not know of it yet (F-18).
func (r *Registrar) claim(taken claims, before, next *data.Graduate) error {
	for _, unique := range []struct{ rule, was, is string }{
		{"duplicate_card", before.CardKey(), next.CardKey()},
		{"duplicate_document", before.DocumentKey(), next.DocumentKey()},
		{"duplicate_phone", r.loginOf(before), r.loginOf(next)},
	} {
		if unique.is == "" || unique.is == unique.was {
			continue
		}
		key := unique.rule + " " + unique.is
		if other := taken[key]; other != nil && other.ID != next.ID {
			return data.Fail("rule."+unique.rule, data.Args{"other": other.FullName(), "class": other.Class, "id": other.ID})
		}
		taken[key] = next
	}
	return nil
}

// loginOf is the phone where it is the login, which two cannot share.
func (r *Registrar) loginOf(g *data.Graduate) string {
	if !r.Campaign().PhoneIsLogin {
		return ""
	}
	return g.Phone
}

// TakeProposed changes what a person has agreed to, all in one transaction, and notes
// where it came from. A proposal that was refused is left out; when a value is no longer
// the one that the person has seen, nothing is changed.
func (r *Registrar) TakeProposed(ctx context.Context, proposals []Proposed, from string) (cells int, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return 0, err
	}
	agreed := slices.DeleteFunc(slices.Clone(proposals), func(p Proposed) bool { return p.Refused != nil })
	if err := r.changeEach(ctx, agreed, from); err != nil {
		return 0, err
	}
	return len(agreed), nil
}

// changeEach applies typed values graduate by graduate.
func (r *Registrar) changeEach(ctx context.Context, agreed []Proposed, from string) error {
	values, taken := map[string][]Proposed{}, claims{}
	var ids []string
	for _, p := range agreed {
		if values[p.Graduate] == nil {
			ids = append(ids, p.Graduate)
		}
		values[p.Graduate] = append(values[p.Graduate], p)
	}
	return r.changeAll(ctx, ids, from, func(g *data.Graduate) error {
		var assigns []Assign
		for _, p := range values[g.ID] {
			if g.Get(p.Field) != p.Before {
				return data.Fail("bulk.changed_meanwhile", data.Args{"name": g.FullName(), "field": r.FieldTitle(p.Field)})
			}
			assigns = append(assigns, Assign{p.Field, p.Typed})
		}
		next, err := r.assigned(g, assigns)
		if err == nil {
			err = r.claim(taken, g, next)
		}
		if err != nil {
			return err
		}
		*g = *next
		return nil
	})
}
