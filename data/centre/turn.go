package centre

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// arrival is a message of a school that has just come: whole, genuine and in the store.
type arrival struct {
	*exchange.Opened
	// file is its file in the store, seen the row by which the next round knows it.
	file string
	seen []any
}

// note notes it, to wait for its turn. One that another program has noted meanwhile stays as that one
// has it.
func (a *arrival) note(tx *database.Tx) error {
	if done, err := again(tx, "hash", a.Hash); err != nil || done != nil {
		return err
	}
	if err := tx.Put(seenTable, [][]any{a.seen}); err != nil {
		return err
	}
	return putMessage(tx, &a.Envelope, a.Hash, a.file, stateWaiting, "")
}

// advance applies the messages of a school whose turn has come, each in one transaction; fresh is one
// that has just come, or nil.
func (c *Centre) advance(ctx context.Context, school string, fresh *arrival, tell func(*Outcome) error) error {
	for {
		done, err := c.step(ctx, school, fresh)
		if err != nil || done == nil {
			return err
		}
		if err := tell(done); err != nil {
			return err
		}
	}
}

// step is one message further: applied, or refused now that its turn would have come. It gives nil
// where all that are left must wait.
func (c *Centre) step(ctx context.Context, code string, fresh *arrival) (done *Outcome, err error) {
	var answer *outgoing
	err = c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Lock(lockOf(code)); err != nil {
			return err
		}
		if fresh != nil {
			if err := fresh.note(tx); err != nil {
				return err
			}
		}
		done, answer, err = c.next(tx, code, fresh)
		return err
	})
	if err != nil || answer == nil {
		return done, err
	}
	done.Receipt, err = c.post(ctx, answer)
	return done, err
}

// next takes over the next message of a school, or refuses it.
func (c *Centre) next(tx *database.Tx, code string, fresh *arrival) (done *Outcome, answer *outgoing, err error) {
	s, err := schoolOf(tx, code)
	if err != nil {
		return nil, nil, err
	}
	next, refused, err := pick(tx, s)
	if err != nil || next == nil {
		return nil, nil, err
	}
	done = outcomeOf(&next.Envelope, next.hash)
	if refused != nil {
		if err := done.refuse(refused); err != nil {
			return nil, nil, err
		}
		return done, nil, tx.Exec("UPDATE message SET state = ?, code = ? WHERE hash = ?", stateRefused, done.Code, next.hash)
	}
	if err := c.loadRules(tx); err != nil {
		return nil, nil, err
	}
	m, err := c.content(next, fresh)
	if err != nil {
		return nil, nil, err
	}
	defer m.Close()
	answer, err = c.take(tx, s, m.Opened, done)
	return done, answer, err
}

// waiting is a message whose turn has not come yet.
type waiting struct {
	exchange.Envelope
	hash, file string
}

// waitingOf are those of a school, in the order in which they would be applied: what was sent before a
// registry was restored has its turn before the restored one, which ends that branch.
func waitingOf(tx *database.Tx, s *school) (all []waiting, err error) {
	err = tx.Each("SELECT hash, file, envelope FROM message WHERE school = ? AND state = ? ORDER BY CASE WHEN branch = ? THEN 0 ELSE 1 END, sequence, hash", []any{s.code, stateWaiting, s.chain.Branch}, func(scan func(...any) error) error {
		var w waiting
		var envelope string
		if err := scan(&w.hash, &w.file, &envelope); err != nil {
			return err
		}
		all = append(all, w)
		return json.Unmarshal([]byte(envelope), &all[len(all)-1].Envelope)
	})
	return all, err
}

// pick finds the message of a school whose turn it is: to be taken over, or refused for a reason.
func pick(tx *database.Tx, s *school) (next *waiting, refused error, err error) {
	all, err := waitingOf(tx, s)
	for i := range all {
		reason, err := placeOf(tx, s, &all[i].Envelope, all[i].hash)
		if err != nil {
			return nil, nil, err
		}
		if data.CodeOf(reason) != "message.gap" {
			return &all[i], reason, nil
		}
	}
	return nil, nil, err
}

// placeOf says why a message of a school is not taken over now: message.gap while its turn has not
// come; nil where it is.
func placeOf(tx *database.Tx, s *school, e *exchange.Envelope, hash string) (reason, err error) {
	chain := s.chain
	err = tx.Each("SELECT DISTINCT branch FROM message WHERE school = ? AND state = ? AND branch <> ?", []any{s.code, stateApplied, chain.Branch}, func(scan func(...any) error) error {
		var branch string
		err := scan(&branch)
		chain.Former = append(chain.Former, branch)
		return err
	})
	if err := errors.Join(err, lastOf(tx, &chain)); err != nil {
		return nil, err
	}
	_, reason = chain.Place(e, hash, func(string) bool { return false })
	if reason != nil {
		return reason, nil
	}
	known, err := s.knows(tx, e.From)
	if err == nil && !known {
		reason = data.Fail("message.unknown_signer", data.Args{"fingerprint": e.From.Fingerprint()})
	}
	return reason, err
}

// lastOf says of a chain by which program its last message was made, and by which edition of the campaign.
func lastOf(tx *database.Tx, chain *exchange.Chain) error {
	var text string
	var last exchange.Envelope
	found, err := tx.One("SELECT envelope FROM message WHERE hash = ?", []any{chain.Hash}, &text)
	if err != nil || !found {
		return err
	}
	if err := json.Unmarshal([]byte(text), &last); err != nil {
		return fmt.Errorf("read envelope: %w", err)
	}
	chain.Program, chain.Revision = last.Program, last.Revision
	return nil
}

type nothing struct{}

func (nothing) Close() error { return nil }

// content is the message itself: the one that is open already, or from the store.
func (c *Centre) content(w *waiting, fresh *arrival) (*opened, error) {
	if fresh != nil && fresh.Hash == w.hash {
		return &opened{fresh.Opened, nothing{}}, nil
	}
	return c.kept(w.file)
}
