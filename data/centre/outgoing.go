package centre

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"graduand/data/centre/database"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// outgoing is a message to a school on its way there: the answer to one of its own, a status, newer rules.
type outgoing struct {
	*exchange.Message
	hash    string
	content []byte
	// to is the recipient of the school.
	to string
}

// answer makes the receipt of a message and notes it in the same transaction, so that its number, its
// hash and what it says hold from then on. [Centre.post] writes its file.
func (c *Centre) answer(tx *database.Tx, s *school, m *exchange.Opened, rulings []verdict.Ruling, newBranch bool) (*outgoing, error) {
	r, err := c.begin(exchange.TypeReceipt, s.code)
	if err != nil {
		return nil, err
	}
	r.Sequence, r.Previous, r.To, r.Branch = s.sent+1, s.sentHead, s.keys.Fingerprint(), m.Branch
	r.Anchor, r.Accepted = m.Anchor, s.chain.Highest
	if newBranch {
		// A registry from a backup has not heard what was said since: it goes on from here.
		r.Previous = ""
		if err := s.begin(tx, r.Sequence); err != nil {
			return nil, err
		}
	}
	r.Answers = &exchange.Reference{ID: m.ID, Sequence: m.Sequence, Hash: m.Hash}
	for i := range rulings {
		r.Receipts = append(r.Receipts, rulings[i].Receipt)
	}
	made, err := c.made(r, s.keys.Recipient)
	if err != nil {
		return nil, err
	}
	if err := putMessage(tx, &r.Envelope, made.hash, "", stateSent, ""); err != nil {
		return nil, err
	}
	s.sent, s.sentHead = r.Sequence, made.hash
	return made, s.put(tx)
}

func (c *Centre) made(m *exchange.Message, to string) (*outgoing, error) {
	content, hash, err := c.write(m, to)
	return &outgoing{m, hash, content, to}, err
}

// post puts a receipt into the store and into the outbox, and gives its path there.
func (c *Centre) post(ctx context.Context, r *outgoing) (path string, err error) {
	file, err := c.keep(r.content)
	if err != nil {
		return "", err
	}
	path = c.outbox(r.School, r.Sequence, r.Type)
	if err := c.saveOut(path, r.content); err != nil {
		return "", err
	}
	return path, c.db.Write(ctx, func(tx *database.Tx) error {
		return tx.Exec("UPDATE message SET file = ? WHERE hash = ?", file, r.hash)
	})
}

// postPending writes the receipts and statuses that a program has promised in the database and then died.
func (c *Centre) postPending(ctx context.Context) error {
	var pending []*outgoing
	err := c.db.Read(ctx, func(tx *database.Tx) error {
		err := tx.Each("SELECT m.hash, m.envelope, s.recipient FROM message m JOIN school s ON s.code = m.school WHERE m.state = ? AND m.file = ''", []any{stateSent}, func(scan func(...any) error) error {
			r := &outgoing{Message: &exchange.Message{}}
			var envelope string
			if err := scan(&r.hash, &envelope, &r.to); err != nil {
				return err
			}
			pending = append(pending, r)
			return json.Unmarshal([]byte(envelope), &r.Envelope)
		})
		for i := 0; err == nil && i < len(pending); i++ {
			err = c.fill(tx, pending[i])
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, r := range pending {
		again, err := c.made(r.Message, r.to)
		if err != nil {
			return err
		}
		if again.hash != r.hash {
			return fmt.Errorf("write message %d to %s again: hash %s, want %s", r.Sequence, r.School, again.hash, r.hash)
		}
		if _, err := c.post(ctx, again); err != nil {
			return err
		}
	}
	return nil
}

// fill gives a message to a school again what it said.
func (c *Centre) fill(tx *database.Tx, r *outgoing) (err error) {
	switch r.Type {
	case exchange.TypeReceipt:
		r.Receipts, err = receiptsOf(tx, r.Answers.Hash)
	case exchange.TypeStatus:
		r.States, err = statesOf(tx, r.School, r.hash)
	case exchange.TypeCampaign:
		r.CampaignFile, err = c.rulesOf(tx, r.Revision)
	}
	return err
}

// receiptsOf is what was said of the records of a message.
func receiptsOf(tx *database.Tx, message string) (all []exchange.Receipt, err error) {
	err = tx.Each("SELECT graduate, person_key, attempt, verdict, codes, note FROM verdict WHERE message = ? ORDER BY place", []any{message}, func(scan func(...any) error) error {
		var r exchange.Receipt
		var attempt int
		err := scan(&r.Graduate, &r.Key, &attempt, &r.Verdict, &r.Codes, &r.Note)
		r.Attempt = fmt.Sprint(attempt)
		all = append(all, r)
		return err
	})
	return all, err
}

// putOut lays the receipt of a message into the outbox again, if nobody has left it there: whoever
// repeats a message gets the same answer. path is "" where there is none.
func (c *Centre) putOut(ctx context.Context, message string) (path string, err error) {
	var school, kind, name string
	var sequence int
	var found bool
	err = c.db.Read(ctx, func(tx *database.Tx) error {
		found, err = tx.One("SELECT school, type, sequence, file FROM message WHERE answers = ? AND state = ? AND file <> ''", []any{message, stateSent}, &school, &kind, &sequence, &name)
		return err
	})
	if err != nil || !found {
		return "", err
	}
	path = c.outbox(school, sequence, exchange.Type(kind))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	f, _, err := c.store.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	content, err := io.ReadAll(f)
	if err != nil {
		return "", fmt.Errorf("read receipt: %w", err)
	}
	return path, c.saveOut(path, content)
}

// statesOf is what a status told its school, or with told "" what is to be told.
func statesOf(tx *database.Tx, school, told string) (all []exchange.State, err error) {
	err = tx.Each("SELECT state FROM decision WHERE school = ? AND told = ? ORDER BY graduate, attempt, about, which", []any{school, told}, func(scan func(...any) error) error {
		var text string
		if err := scan(&text); err != nil {
			return err
		}
		all = append(all, exchange.State{})
		return json.Unmarshal([]byte(text), &all[len(all)-1])
	})
	return all, err
}
