package centre

import (
	"bytes"
	"encoding/json"
	"fmt"

	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// The states of a message: those of schools wait, are applied or refused; the centre's own are sent to
// a school, or noted for itself.
const (
	stateWaiting = "waiting"
	stateApplied = "applied"
	stateRefused = "refused"
	stateSent    = "sent"
	stateNoted   = "noted"
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
	found, err := tx.One("SELECT sequence + 1, hash FROM message WHERE state = ? ORDER BY sequence DESC, hash DESC LIMIT 1", []any{stateNoted}, &m.Sequence, &m.Previous)
	if err != nil {
		return err
	}
	if !found {
		m.Previous = ""
	}
	content, hash, err := c.write(m)
	if err != nil {
		return err
	}
	file, err := c.keep(content)
	if err != nil {
		return err
	}
	if err := putMessage(tx, &m.Envelope, hash, file, stateNoted, ""); err != nil {
		return err
	}
	return c.learn(tx, m, hash)
}

// learn takes over what an own message says: right after it was written, and when a database is built
// anew.
func (c *Centre) learn(tx *database.Tx, m *exchange.Message, hash string) error {
	switch m.Type {
	case exchange.TypeEnrolment:
		return learnEnrolment(tx, m, hash)
	case exchange.TypeCampaign:
		return learnCampaign(tx, m, hash)
	case exchange.TypeNote:
		return learnNote(tx, m, hash)
	case exchange.TypeStatus:
		return learnStatus(tx, m, hash)
	}
	return learnSent(tx, m, hash)
}

// learnSent remembers the last message to a school.
func learnSent(tx *database.Tx, m *exchange.Message, hash string) error {
	s, err := schoolOf(tx, m.School)
	if err != nil {
		return err
	}
	if m.Sequence > s.sent {
		s.sent, s.sentHead = m.Sequence, hash
	}
	return s.put(tx)
}

var settingTable = database.Table{Name: "setting", Key: 1, Columns: []string{"name", "value"}}
