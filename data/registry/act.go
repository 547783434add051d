package registry

import (
	"cmp"
	"context"

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
}

// Act are the deeds of the act that an event is a part of, in their order: that event alone
// where it stands for itself. Those that cannot be read are left out. graduate.no_such_state
// where there is no event of this number that can be taken back.
func (v *View) Act(ctx context.Context, seq int64) ([]Deed, error) {
	acts, act := map[int64][]Deed{}, int64(0)
	err := v.ledger.Events(ctx, "", func(e ledger.Event) error {
		b, err := bodyOf(e)
		if err != nil || e.Graduate == "" || !undoable(e.Kind) {
			return nil
		}
		number := cmp.Or(b.Batch, e.Seq)
		// The first of an act, whose number is that of the act, may be one that cannot be read.
		if e.Seq == seq || number == seq {
			act = number
		}
		if b.Batch > 0 || e.Seq == seq {
			acts[number] = append(acts[number], Deed{Seq: e.Seq, Kind: e.Kind, Graduate: e.Graduate, Changes: b.Changes, Removed: b.Fact})
		}
		return nil
	})
	if err == nil && act == 0 {
		err = data.Fail("graduate.no_such_state", data.Args{"seq": seq})
	}
	return acts[act], err
}

// undoable says that events of a kind can be taken back.
func undoable(kind string) bool {
	switch kind {
	case EventChanged, EventFilled, EventBroughtBack, EventRemoved, EventRestored:
		return true
	}
	return false
}
