package centre

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// notedDown is a note as the store has it.
type notedDown struct {
	exchange.Envelope
	hash string
}

// leaveLost leaves out notes that only the store has: a program died after it had written one there and
// before the database knew it, and another note took its number since. Each note names the one before it,
// so the chain from the last one back has those that count; where two are the last, it is the later one.
func (b *rebuilding) leaveLost(ctx context.Context) error {
	all, err := b.notedDown(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b notedDown) int {
		return cmp.Or(b.Sequence-a.Sequence, cmp.Compare(b.Created, a.Created), cmp.Compare(b.hash, a.hash))
	})
	before := ""
	for len(all) > 0 {
		same := slices.IndexFunc(all, func(n notedDown) bool { return n.Sequence != all[0].Sequence })
		if same < 0 {
			same = len(all)
		}
		counts := max(slices.IndexFunc(all[:same], func(n notedDown) bool { return n.hash == before }), 0)
		before = all[counts].Previous
		for i := range all[:same] {
			if i == counts {
				continue
			}
			if err := b.db.Write(ctx, func(tx *database.Tx) error {
				return tx.Exec("UPDATE message SET state = ? WHERE hash = ?", stateLost, all[i].hash)
			}); err != nil {
				return err
			}
		}
		all = all[same:]
	}
	return nil
}

func (b *rebuilding) notedDown(ctx context.Context) (all []notedDown, err error) {
	err = b.db.Read(ctx, func(tx *database.Tx) error {
		return tx.Each("SELECT hash, envelope FROM message WHERE state = ?", []any{stateNoted}, func(scan func(...any) error) error {
			var n notedDown
			var envelope string
			if err := scan(&n.hash, &envelope); err != nil {
				return err
			}
			all = append(all, n)
			if err := json.Unmarshal([]byte(envelope), &all[len(all)-1].Envelope); err != nil {
				return fmt.Errorf("read envelope: %w", err)
			}
			return nil
		})
	})
	return all, err
}
