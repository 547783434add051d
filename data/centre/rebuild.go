package centre

import (
	"context"
	"errors"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// Rebuild makes the database of a centre anew from its store: the same facts, since the receipts say
// what was taken over and in which order, and the notes what the centre knows besides. No other program
// may work with the centre meanwhile. Files of the store that cannot be read are told, and the rest is done;
// nothing of the store is changed.
func Rebuild(ctx context.Context, folder string, o Options, tell func(*Outcome) error) error {
	c, err := open(ctx, folder, o)
	if err != nil {
		return err
	}
	b := &rebuilding{round: &round{Centre: c, Ingesting: Ingesting{Tell: tell}}}
	return errors.Join(b.all(ctx), c.Close())
}

type rebuilding struct{ *round }

func (b *rebuilding) all(ctx context.Context) error {
	for _, step := range []func(context.Context) error{b.empty, b.read, b.leaveLost, b.learnRules, b.learnNotes, b.replay, b.learnDecisions, b.learnAnswers, b.goOn, b.finish} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

// empty forgets everything.
func (b *rebuilding) empty(ctx context.Context) error {
	return b.db.Write(ctx, func(tx *database.Tx) error {
		for _, table := range []string{"setting", "school", "school_key", "message", "person", "payment", "alias", "verdict", "attachment", "package", "card", "decision", "draft", "seen"} {
			if err := tx.Exec("DELETE FROM " + table); err != nil {
				return err
			}
		}
		return tx.Put(settingTable, [][]any{{settingRebuilding, "1"}})
	})
}

func (b *rebuilding) finish(ctx context.Context) error {
	return b.db.Write(ctx, func(tx *database.Tx) error {
		return tx.Exec("DELETE FROM setting WHERE name = ?", settingRebuilding)
	})
}

// read notes every message of the store, of which nothing is applied yet.
func (b *rebuilding) read(ctx context.Context) error {
	return b.store.Each(func(name string) error {
		m, err := b.kept(name)
		if err == nil {
			err = errors.Join(b.note(ctx, &m.Message, m.Hash, name), m.Close())
		}
		return b.told(name, err)
	})
}

func (b *rebuilding) note(ctx context.Context, m *exchange.Message, hash, name string) error {
	state := stateWaiting
	if !m.Type.FromSchool() {
		if m.From != b.Keys() {
			return data.Fail("message.unknown_signer", data.Args{"fingerprint": m.From.Fingerprint()})
		}
		if state = stateSent; m.To == b.Keys().Fingerprint() {
			state = stateNoted
		}
	}
	return b.db.Write(ctx, func(tx *database.Tx) error { return putMessage(tx, &m.Envelope, hash, name, state, "") })
}

// listed are hashes and files of messages in an order.
func (b *rebuilding) listed(ctx context.Context, query string, args ...any) (all []waiting, err error) {
	err = b.db.Read(ctx, func(tx *database.Tx) error {
		return tx.Each(query, args, func(scan func(...any) error) error {
			var w waiting
			err := scan(&w.hash, &w.file)
			all = append(all, w)
			return err
		})
	})
	return all, err
}

// learnAll learns from own messages in an order; those that which leaves out are passed over.
func (b *rebuilding) learnAll(ctx context.Context, all []waiting, which func(*exchange.Message) bool, learn func(*database.Tx, *exchange.Message, string) error) error {
	for _, w := range all {
		m, err := b.kept(w.file)
		if err != nil {
			return err
		}
		if which(&m.Message) {
			err = b.told(w.file, b.db.Write(ctx, func(tx *database.Tx) error { return learn(tx, &m.Message, w.hash) }))
		}
		if err := errors.Join(err, m.Close()); err != nil {
			return err
		}
	}
	return nil
}

// learnRules learns the rules of the season and who is enrolled.
func (b *rebuilding) learnRules(ctx context.Context) error {
	all, err := b.listed(ctx, "SELECT hash, file FROM message WHERE state = ? AND type = ? ORDER BY sequence, hash", stateNoted, string(exchange.TypeCampaign))
	if err != nil {
		return err
	}
	enrolled, err := b.listed(ctx, "SELECT hash, file FROM message WHERE state = ? AND type = ? ORDER BY school", stateSent, string(exchange.TypeEnrolment))
	if err != nil {
		return err
	}
	return b.learnAll(ctx, append(all, enrolled...), func(*exchange.Message) bool { return true }, learn)
}

func (b *rebuilding) notes(ctx context.Context) ([]waiting, error) {
	return b.listed(ctx, "SELECT hash, file FROM message WHERE state = ? AND type = ? ORDER BY sequence, hash", stateNoted, string(exchange.TypeNote))
}

// ofOnePerson says that a note is about people of a school, whom its messages must have named first.
func ofOnePerson(m *exchange.Message) bool { return m.School != Own && len(m.States) > 0 }

func (b *rebuilding) learnNotes(ctx context.Context) error {
	all, err := b.notes(ctx)
	if err != nil {
		return err
	}
	return b.learnAll(ctx, all, func(m *exchange.Message) bool { return !ofOnePerson(m) }, learn)
}

func (b *rebuilding) learnDecisions(ctx context.Context) error {
	all, err := b.notes(ctx)
	if err != nil {
		return err
	}
	return b.learnAll(ctx, all, ofOnePerson, learn)
}

// replay applies the messages that have receipts, as those say and in their order.
func (b *rebuilding) replay(ctx context.Context) error {
	all, err := b.listed(ctx, "SELECT m.hash, r.file FROM message r JOIN message m ON m.hash = r.answers WHERE r.state = ? AND r.type = ? AND m.state = ? ORDER BY r.school, r.sequence, r.hash",
		stateSent, string(exchange.TypeReceipt), stateWaiting)
	if err != nil {
		return err
	}
	for _, w := range all {
		if err := b.told(w.hash, b.replayed(ctx, w)); err != nil {
			return err
		}
	}
	return nil
}

// told tells a refusal, such as of a message of a school whose enrolment is lost, and goes on; name is
// that of the message. Any other failure is given back.
func (b *rebuilding) told(name string, err error) error {
	if data.CodeOf(err) == "" {
		return err
	}
	lost := &Outcome{File: name}
	return errors.Join(lost.refuse(err), b.Tell(lost))
}

// replayed applies one message; the file of w is that of its receipt.
func (b *rebuilding) replayed(ctx context.Context, w waiting) error {
	answer, err := b.kept(w.file)
	if err != nil {
		return err
	}
	defer answer.Close()
	return b.db.Write(ctx, func(tx *database.Tx) error {
		var file string
		if found, err := tx.One("SELECT file FROM message WHERE hash = ? AND state = ?", []any{w.hash, stateWaiting}, &file); err != nil || !found {
			return err
		}
		m, err := b.kept(file)
		if err != nil {
			return err
		}
		defer m.Close()
		s, err := schoolOf(tx, m.School)
		if err != nil {
			return err
		}
		return b.retake(tx, s, m.Opened, answer.Receipts)
	})
}

// retake takes a message over with the verdicts that it has had.
func (b *rebuilding) retake(tx *database.Tx, s *school, m *exchange.Opened, said []exchange.Receipt) error {
	if err := b.loadRules(tx); err != nil {
		return err
	}
	a := &application{tx: tx, school: s, m: m}
	if err := a.prepare(); err != nil {
		return err
	}
	rulings, err := a.judge(b.Centre)
	if err != nil {
		return err
	}
	verdicts := map[string]exchange.Receipt{}
	for _, r := range said {
		verdicts[r.Graduate] = r
	}
	for i := range rulings {
		rulings[i].Receipt = verdicts[rulings[i].Graduate]
	}
	return a.write(rulings)
}

// goOn applies what no receipt has answered.
func (b *rebuilding) goOn(ctx context.Context) error {
	schools, err := b.waitingSchools(ctx)
	for _, school := range schools {
		if err == nil {
			err = b.told(school, b.advance(ctx, school, nil, b.Tell))
		}
	}
	return err
}

// learnAnswers learns what was sent to schools last.
func (b *rebuilding) learnAnswers(ctx context.Context) error {
	all, err := b.listed(ctx, "SELECT hash, file FROM message WHERE state = ? AND type <> ? ORDER BY school, sequence, hash", stateSent, string(exchange.TypeEnrolment))
	if err != nil {
		return err
	}
	return b.learnAll(ctx, all, func(*exchange.Message) bool { return true }, learn)
}
