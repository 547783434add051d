package centre

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/centre/store"
	"graduand/data/exchange"
	"graduand/data/file"
)

var seenTable = database.Table{Name: "seen", Key: 3, Columns: []string{"name", "size", "modified", "hash"}}

// seen tells of a file that was done in an earlier round, by its place in the inbox, size and time.
func (r *round) seen(ctx context.Context, f found) (done *Outcome, err error) {
	hash := ""
	err = r.db.Read(ctx, func(tx *database.Tx) error {
		if _, err := tx.One("SELECT hash FROM seen WHERE name = ? AND size = ? AND modified = ?", []any{f.name, f.size, f.modified}, &hash); err != nil || hash == "" {
			return err
		}
		done, err = again(tx, "hash", hash)
		return err
	})
	return r.repeat(ctx, done, f, err)
}

// again is what has become of a message that is known, by its hash or its file; nil of one that is not.
func again(tx *database.Tx, by, value string) (*Outcome, error) {
	var hash, state, code, envelope string
	found, err := tx.One("SELECT hash, state, code, envelope FROM message WHERE "+by+" = ?", []any{value}, &hash, &state, &code, &envelope)
	if err != nil || !found {
		return nil, err
	}
	var e exchange.Envelope
	if err := json.Unmarshal([]byte(envelope), &e); err != nil {
		return nil, fmt.Errorf("read envelope: %w", err)
	}
	done := outcomeOf(&e, hash)
	done.State, done.Code = state, code
	done.Args = data.Args{"sequence": e.Sequence, "fingerprint": e.From.Fingerprint()}
	return done, nil
}

// repeat says of a message that came before what it was told then: an applied one gets the same
// receipt, and changes nothing.
func (r *round) repeat(ctx context.Context, done *Outcome, f found, err error) (*Outcome, error) {
	if err != nil || done == nil {
		return nil, err
	}
	done.File = f.path
	switch done.State {
	case stateApplied:
		done.State = Repeated
		done.Receipt, err = r.putOut(ctx, done.Hash)
	case stateWaiting:
		done.Code = "message.gap"
		err = r.expect(ctx, done)
	case stateRefused:
		err = r.expect(ctx, done)
	}
	return done, err
}

// expect says which message is awaited instead.
func (r *round) expect(ctx context.Context, done *Outcome) error {
	return r.db.Read(ctx, func(tx *database.Tx) error {
		s, err := schoolOf(tx, done.School)
		if err == nil {
			done.Args["expected"] = s.chain.Sequence + 1
		}
		return err
	})
}

// open reads a file, keeps it in the store if it is authentic, and applies it if it is its turn.
func (r *round) open(ctx context.Context, f found) (*Outcome, error) {
	refused := &Outcome{File: f.path}
	staged, err := r.stage(f)
	switch {
	case data.CodeOf(err) == "file.cannot_read":
		return refused, refused.refuse(err)
	case err != nil:
		return nil, err
	}
	defer staged.Discard()
	if done, err := r.known(ctx, f, "file", staged.Hash); err != nil || done != nil {
		return done, err
	}
	content, err := staged.Open()
	if err != nil {
		return nil, err
	}
	m, err := exchange.Open(content, staged.Size, exchange.Opening{Identities: []*exchange.Identity{r.keys}, Signers: r.signers(ctx, refused)})
	if err != nil {
		return refused, refused.refuse(err)
	}
	if done, err := r.known(ctx, f, "hash", m.Hash); err != nil || done != nil {
		return done, err
	}
	if err := staged.Keep(); err != nil {
		return nil, err
	}
	if err := r.trust(ctx, &m.Envelope); err != nil {
		return nil, err
	}
	return r.admitted(ctx, f, &arrival{m, staged.Hash, seenRow(f, m.Hash)})
}

func (r *round) stage(f found) (*store.Staged, error) {
	info, err := os.Lstat(f.path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": f.path})
	}
	in, err := os.Open(f.path)
	if err != nil {
		return nil, data.FailWith(err, "file.cannot_read", data.Args{"file": f.path})
	}
	defer in.Close()
	defer file.Forget(in)
	return r.store.Stage(in, exchange.MaximumSize)
}

// known tells of a message that came before, perhaps under another name.
func (r *round) known(ctx context.Context, f found, by, value string) (done *Outcome, err error) {
	err = r.db.Read(ctx, func(tx *database.Tx) error {
		done, err = again(tx, by, value)
		return err
	})
	if err == nil && done != nil {
		err = r.remember(ctx, f, done.Hash)
	}
	return r.repeat(ctx, done, f, err)
}

// remember notes that the next round need not read the file.
func (r *round) remember(ctx context.Context, f found, hash string) error {
	return r.db.Write(ctx, func(tx *database.Tx) error { return tx.Put(seenTable, [][]any{seenRow(f, hash)}) })
}

func seenRow(f found, hash string) []any {
	return []any{f.name, f.size, f.modified, hash}
}

// admitted applies a message that has come, with those that have waited for it.
func (r *round) admitted(ctx context.Context, f found, a *arrival) (*Outcome, error) {
	var mine *Outcome
	if err := r.advance(ctx, a.School, a, func(done *Outcome) error {
		if done.Hash == a.Hash {
			mine, done.File = done, f.path
			return nil
		}
		return r.tell(done)
	}); err != nil {
		return nil, err
	}
	if mine == nil {
		// Others wait for its turn to come.
		return r.known(ctx, f, "hash", a.Hash)
	}
	return mine, nil
}

// signers says who may have signed a message with this envelope; whose it says it is goes into what is
// told, should it be refused.
func (r *round) signers(ctx context.Context, told *Outcome) func(*exchange.Envelope) ([]exchange.Keys, error) {
	return func(e *exchange.Envelope) (keys []exchange.Keys, err error) {
		told.School, told.Type, told.Sequence = e.School, e.Type, e.Sequence
		err = r.db.Read(ctx, func(tx *database.Tx) error {
			s, err := schoolOf(tx, e.School)
			if err != nil {
				return err
			}
			return r.may(tx, s, e)
		})
		return []exchange.Keys{e.From}, err
	}
}

// may refuses a message that is not for this centre and campaign, or not by the school.
func (r *round) may(tx *database.Tx, s *school, e *exchange.Envelope) error {
	fingerprint := e.From.Fingerprint()
	switch had, err := s.had(tx, fingerprint); {
	case err != nil:
		return err
	case e.Campaign != r.rules.ID:
		return data.Fail("message.wrong_campaign", data.Args{"campaign": e.Campaign})
	case e.To != r.Keys().Fingerprint():
		return data.Fail("message.wrong_address", nil)
	case e.Type == exchange.TypeRecoveryRequest:
		return data.Fail("centre.recovery_apart", nil)
	case !e.Type.FromSchool():
		return data.Fail("centre.not_from_school", nil)
	case had || s.confirmed == fingerprint:
		return nil
	case s.keys != exchange.Keys{}:
		return data.Fail("message.unknown_signer", data.Args{"fingerprint": fingerprint})
	case r.TrustFirst && e.Type == exchange.TypeEntries:
		return nil
	}
	return data.Fail("centre.unconfirmed", data.Args{"school": e.School, "fingerprint": fingerprint})
}

// trust confirms the keys of a school's first message, which nobody has compared, where that was asked for.
func (r *round) trust(ctx context.Context, e *exchange.Envelope) error {
	if !r.TrustFirst {
		return nil
	}
	var s *school
	err := r.db.Read(ctx, func(tx *database.Tx) (err error) {
		s, err = schoolOf(tx, e.School)
		return err
	})
	if err != nil || s.keys != (exchange.Keys{}) || s.confirmed == e.From.Fingerprint() {
		return err
	}
	err = r.confirm(ctx, e.School, e.From.Fingerprint(), true)
	if data.CodeOf(err) == "centre.keys_known" {
		// Another program was quicker; whose keys they are is judged when the message has its turn.
		return nil
	}
	return err
}
