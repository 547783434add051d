package centre

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
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
	if err := made.promise(tx); err != nil {
		return nil, err
	}
	s.sent, s.sentHead = r.Sequence, made.hash
	return made, s.put(tx)
}

// made is a message sealed to the recipient of a school, and to the centre itself.
func (c *Centre) made(m *exchange.Message, to string) (*outgoing, error) {
	content, hash, err := c.write(m, to)
	return &outgoing{m, hash, content}, err
}

// promise notes a message to a school, in the transaction that gives it its number and decides what it
// says; its file goes into the draft, so that it is written even if this program dies before [Centre.post].
func (o *outgoing) promise(tx *database.Tx) error {
	if err := putMessage(tx, &o.Envelope, o.hash, "", stateSent, ""); err != nil {
		return err
	}
	return tx.Put(draftTable, [][]any{{o.hash, base64.StdEncoding.EncodeToString(o.content)}})
}

var draftTable = database.Table{Name: "draft", Key: 1, Columns: []string{"message", "content"}}

// post puts a message that was promised into the store and into the outbox, and gives its path there.
func (c *Centre) post(ctx context.Context, o *outgoing) (path string, err error) {
	file, err := c.keep(o.content)
	if err != nil {
		return "", err
	}
	path = c.outbox(o.School, o.Sequence, o.Type)
	if err := c.saveOut(path, o.content); err != nil {
		return "", err
	}
	return path, c.db.Write(ctx, func(tx *database.Tx) error {
		if err := tx.Exec("UPDATE message SET file = ? WHERE hash = ?", file, o.hash); err != nil {
			return err
		}
		return tx.Exec("DELETE FROM draft WHERE message = ?", o.hash)
	})
}

// postPending writes what a program has promised and then died.
func (c *Centre) postPending(ctx context.Context) error {
	var pending []*outgoing
	err := c.db.Read(ctx, func(tx *database.Tx) error {
		return tx.Each("SELECT d.message, d.content, m.envelope FROM draft d JOIN message m ON m.hash = d.message ORDER BY m.school, m.sequence", nil, func(scan func(...any) error) error {
			o := &outgoing{Message: &exchange.Message{}}
			var content, envelope string
			if err := scan(&o.hash, &content, &envelope); err != nil {
				return err
			}
			pending = append(pending, o)
			var err error
			o.content, err = base64.StdEncoding.DecodeString(content)
			return errors.Join(err, json.Unmarshal([]byte(envelope), &o.Envelope))
		})
	})
	for _, o := range pending {
		if err == nil {
			_, err = c.post(ctx, o)
		}
	}
	return err
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
