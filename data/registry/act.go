package registry

import (
	"cmp"
	"context"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// BatchOf is the number by which the events of one act of n graduates, which are written next,
// know each other: that of the first of them. 0 for an act of one.
func (w *Edit) BatchOf(n int) int64 {
	if n < 2 {
		return 0
	}
	return w.LastEntry() + 1
}

// Deed is what an act did to one graduate: an event that can be taken back.
type Deed struct {
	Seq      int64
	Kind     string
	Graduate string
	Changes  []FieldChange
	// Removed is the removal, of an event that is one.
	Removed *data.Fact
	// Added is the graduate as it was added, of an event that did so.
	Added *data.Graduate
}

// Act are the deeds of the act that an event is a part of, in their order: that event alone
// where it stands for itself. What it changed of one graduate by several events is one deed. Those
// that cannot be read are left out. graduate.no_such_state
// where there is no event of this number that can be taken back.
func (v *View) Act(ctx context.Context, seq int64) ([]Deed, error) {
	a := acts{wanted: seq, of: map[int64][]Deed{}}
	err := v.ledger.Events(ctx, "", func(e ledger.Event) error {
		if b, err := bodyOf(e); err == nil {
			a.take(e, b)
		}
		return nil
	})
	if err == nil && a.act == 0 {
		err = data.Fail("graduate.no_such_state", data.Args{"seq": seq})
	}
	return joined(a.of[a.act]), err
}

// joined are deeds of which those that changed the same graduate are one: what stood there before
// the first of them, and what the last has left.
func joined(deeds []Deed) (all []Deed) {
	of := map[string]int{}
	for _, d := range deeds {
		at, changed := of[d.Graduate]
		switch {
		case d.Kind == EventAdded || d.Kind == EventRemoved || d.Kind == EventRestored:
			all = append(all, d)
		case changed:
			all[at].Changes = thenChanged(all[at].Changes, d.Changes)
		default:
			of[d.Graduate] = len(all)
			all = append(all, d)
		}
	}
	return all
}

// thenChanged are changes with those that came after them.
func thenChanged(first, then []FieldChange) []FieldChange {
	all := slices.Clone(first)
	for _, c := range then {
		if at := slices.IndexFunc(all, func(of FieldChange) bool { return of.Field == c.Field }); at >= 0 {
			all[at].After = c.After
		} else {
			all = append(all, c)
		}
	}
	return all
}

// acts finds the act that one event is a part of.
type acts struct {
	// wanted is the number of the event, act that of its act, 0 while it has not been met.
	wanted, act int64
	// of are the deeds by the number of their act; added are those who were added since the
	// last list, of which the list that follows says that they are its own.
	of    map[int64][]Deed
	added []Deed
}

func (a *acts) take(e ledger.Event, b EventBody) {
	switch {
	case e.Kind == EventImported, e.Kind == EventCentreList:
		a.list(e.Seq, b.Graduates)
		return
	case e.Graduate == "" || !undoable(e.Kind):
		return
	}
	number := cmp.Or(b.Batch, e.Seq)
	// The first of an act, whose number is that of the act, may be one that cannot be read.
	if e.Seq == a.wanted || number == a.wanted {
		a.act = number
	}
	deed := Deed{Seq: e.Seq, Kind: e.Kind, Graduate: e.Graduate, Changes: b.Changes, Removed: b.Fact, Added: b.After}
	if e.Kind == EventAdded {
		a.added = append(a.added, deed)
	}
	if b.Batch > 0 || e.Seq == a.wanted {
		a.of[number] = append(a.of[number], deed)
	}
}

// list takes those whom a list has added as one act, whose number is that of the list.
func (a *acts) list(seq int64, ids []string) {
	listed := map[string]bool{}
	for _, id := range ids {
		listed[id] = true
	}
	for _, deed := range a.added {
		if !listed[deed.Graduate] {
			continue
		}
		a.of[seq] = append(a.of[seq], deed)
		if deed.Seq == a.wanted || seq == a.wanted {
			a.act = seq
		}
	}
	a.added = nil
}

// undoable says that events of a kind can be taken back.
func undoable(kind string) bool {
	switch kind {
	case EventAdded, EventChanged, EventFilled, EventBroughtBack, EventRemoved, EventRestored:
		return true
	}
	return false
}
