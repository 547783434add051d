package centre

import (
	"bytes"
	"encoding/json"
	"fmt"

	"graduand/data/centre/database"
	"graduand/data/exchange"
)

var messageTable = database.Table{Name: "message", Key: 1, Columns: []string{"hash", "file", "type", "school", "branch", "sequence", "signer", "answers", "state", "code", "envelope"}}

// putMessage notes a message: file is that of the store, "" for one that is still to be written.
func putMessage(tx *database.Tx, e *exchange.Envelope, hash, file, state, code string) error {
	text, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("encode envelope: %w", err)
	}
	answers := ""
	if e.Answers != nil {
		answers = e.Answers.Hash
	}
	return tx.Put(messageTable, [][]any{{hash, file, string(e.Type), e.School, e.Branch, e.Sequence, e.From.Fingerprint(), answers, state, code, string(text)}})
}

// write makes the file of a message of the centre, sealed to itself and to others.
func (c *Centre) write(m *exchange.Message, to ...string) (content []byte, hash string, err error) {
	var b bytes.Buffer
	hash, err = exchange.Write(&b, m, nil, c.keys, exchange.Seal{Recipients: append(to, c.Keys().Recipient)})
	return b.Bytes(), hash, err
}

// keep puts the file of an own message into the store.
func (c *Centre) keep(content []byte) (file string, err error) {
	staged, err := c.store.Stage(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return "", err
	}
	return staged.Hash, staged.Keep()
}

// noteDown writes a message of the centre to itself and learns from it. The caller holds lockWhole.
// The store has it before the database is told: what is only in the store is found by [Rebuild], and
// every such message may be said twice.
func (c *Centre) noteDown(tx *database.Tx, m *exchange.Message) error {
	m.Sequence, m.To = 1, c.Keys().Fingerprint()
	_, err := tx.One("SELECT sequence + 1, hash FROM message WHERE state = ? ORDER BY sequence DESC, hash DESC LIMIT 1", []any{stateNoted}, &m.Sequence, &m.Previous)
	if err != nil {
		return err
	}
	return c.keepOwn(tx, m, stateNoted)
}

// keepOwn puts a message that the centre itself has written into the store, sealed to the centre alone,
// then into the database with all that follows from it.
func (c *Centre) keepOwn(tx *database.Tx, m *exchange.Message, state string) error {
	content, hash, err := c.write(m)
	if err != nil {
		return err
	}
	file, err := c.keep(content)
	if err != nil {
		return err
	}
	if err := putMessage(tx, &m.Envelope, hash, file, state, ""); err != nil {
		return err
	}
	return learn(tx, m, hash)
}
