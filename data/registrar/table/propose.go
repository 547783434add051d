package table

import (
	"cmp"
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry"
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
	// Doubt says why somebody must look before the value is taken, nil for no reason.
	Doubt error
	// With is the field that brings this one along, "" for one that stands in the table itself: it is
	// taken and left with that.
	With string
	// Unasked says that the form does not ask this graduate for the field: nothing is put there.
	Unasked bool
	// Refused says why the value cannot be taken, nil when it can.
	Refused error
	// brings are the fields that change along with this one.
	brings []string
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
	// Unsaved says that the cell holds a formula whose value was not saved with the file.
	Unsaved bool
	// Day says that the spreadsheet shows the cell as a day.
	Day bool
	// Truth says that the cell holds true or false and no text.
	Truth bool
	// Doubt says what about the cell itself, or its row, somebody must look at, nil for nothing.
	Doubt error
}

// propose compares cells with the registry and returns those that would change something,
// in the order given, each with what it brings along. A cell that was left as it was given out
// proposes nothing, whatever the registry says now.
func propose(v *registry.View, cells []Cell, words *reader) []Proposed {
	var proposals []Proposed
	// Cells of one graduate are judged together: a series is nothing without its kind.
	changed, taken := map[string]*data.Graduate{}, claims{}
	for _, cell := range cells {
		g, err := v.Find(cell.Graduate)
		if err != nil {
			proposals = append(proposals, Proposed{Graduate: cell.Graduate, Place: cell.Place, Field: cell.Field, Typed: cell.Typed, Refused: err})
			continue
		}
		if changed[cell.Graduate] == nil {
			changed[cell.Graduate] = g.Clone()
		}
		if err := words.refuses(cell); err != nil {
			proposals = append(proposals, Proposed{Graduate: g.ID, Name: g.FullName(), Place: cell.Place, Field: cell.Field,
				Before: g.Get(cell.Field), Typed: cell.Typed, Seen: cell.Seen, Refused: err})
			continue
		}
		doubt := words.doubts(cell)
		cell.Typed = words.read(cell.Field, cell.Typed)
		if p, differs := proposed(v, g, changed[cell.Graduate], cell, taken); differs {
			p.Doubt = cmp.Or(cell.Doubt, doubt, words.zeros(&p, changed[cell.Graduate]))
			proposals = append(proposals, p)
		}
	}
	for i := range proposals {
		refuseProposed(v, &proposals[i], changed[proposals[i].Graduate])
	}
	return withBrought(v, proposals, changed)
}

// refuseProposed refuses what the form does not ask the graduate for whom all cells together make.
func refuseProposed(v *registry.View, p *Proposed, g *data.Graduate) {
	if before, err := v.Find(p.Graduate); err == nil && p.Refused == nil {
		p.Refused = refuseUnasked(v, before, g, []registry.Assign{{Field: p.Field, Value: p.Typed}})
	}
}

func proposed(v *registry.View, before, g *data.Graduate, cell Cell, taken claims) (p Proposed, differs bool) {
	p = Proposed{Graduate: before.ID, Name: before.FullName(), Place: cell.Place, Field: cell.Field,
		Before: before.Get(cell.Field), Typed: cell.Typed, Seen: cell.Seen}
	next, err := v.Assigned(g, []registry.Assign{{Field: cell.Field, Value: cell.Typed}})
	if before.Removed != nil {
		err = data.Fail("graduate.is_removed", data.Args{"name": before.FullName()})
	}
	if err == nil {
		err = claim(v, taken, before, next)
	}
	if err != nil {
		p.Refused = err
		return p, true
	}
	p.After = next.Get(cell.Field)
	// What another cell of the graduate has brought along is put back by one that says otherwise.
	if p.After == p.Before && p.After == g.Get(cell.Field) || cell.Known && p.After == cell.Seen {
		return p, false
	}
	p.Conflict = cell.Known && cell.Seen != p.Before
	p.brings = broughtAlong(v, g, next, cell.Field)
	*g = *next
	return p, true
}

// claims are the numbers that graduates are getting in one piece of work, and who.
type claims map[string]*data.Graduate

// claim refuses what two graduates may not have both when another gets it in the same
// piece of work: the registry itself does not know of it yet (F-18).
func claim(v *registry.View, taken claims, before, next *data.Graduate) error {
	for _, unique := range []struct{ rule, was, is string }{
		{"duplicate_card", before.CardKey(), next.CardKey()},
		{"duplicate_document", before.DocumentKey(), next.DocumentKey()},
		{"duplicate_phone", loginOf(v, before), loginOf(v, next)},
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
func loginOf(v *registry.View, g *data.Graduate) string {
	if !v.Campaign().PhoneIsLogin {
		return ""
	}
	return g.Phone
}

// TakeProposed changes what a person has agreed to, all in one transaction, and notes
// where it came from. A proposal that was refused is left out; when a value is no longer
// the one that the person has seen, nothing is changed.
func (d *Desk) TakeProposed(ctx context.Context, proposals []Proposed, from string) (cells int, err error) {
	return registry.Write(ctx, d.registry, registry.RightRegister, changed, func(w *registry.Edit) (int, error) {
		agreed := slices.DeleteFunc(slices.Clone(proposals), func(p Proposed) bool { return p.Refused != nil })
		if err := changeEach(w, agreed, from); err != nil {
			return 0, err
		}
		return len(agreed), nil
	})
}

// changeEach applies typed values graduate by graduate.
func changeEach(w *registry.Edit, agreed []Proposed, from string) error {
	values, taken := map[string][]Proposed{}, claims{}
	var ids []string
	for _, p := range agreed {
		if values[p.Graduate] == nil {
			ids = append(ids, p.Graduate)
		}
		values[p.Graduate] = append(values[p.Graduate], p)
	}
	return w.ChangeAll(ids, from, func(g *data.Graduate) error {
		var assigns []registry.Assign
		for _, p := range values[g.ID] {
			if g.Get(p.Field) != p.Before {
				return data.Fail("bulk.changed_meanwhile", data.Args{"name": g.FullName(), "field": w.Campaign().FieldTitle(p.Field)})
			}
			assigns = append(assigns, registry.Assign{Field: p.Field, Value: p.Typed})
		}
		next, err := w.Assigned(g, assigns)
		if err == nil {
			err = cmp.Or(claim(w.View, taken, g, next), refuseUnseen(w.View, g, next, values[g.ID]))
		}
		if err != nil {
			return err
		}
		*g = *next
		return nil
	})
}
