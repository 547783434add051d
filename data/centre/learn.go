package centre

import (
	"cmp"
	"encoding/json"
	"fmt"

	"graduand/data/centre/database"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// learn takes over what an own message says: right after it was written, and when a database is built
// anew.
func learn(tx *database.Tx, m *exchange.Message, hash string) error {
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
	if m.Type == exchange.TypeReceipt && m.Previous == "" && m.Sequence > s.begun {
		if err := s.begin(tx, m.Sequence); err != nil {
			return err
		}
	}
	return s.put(tx)
}

// learnEnrolment: a school that is enrolled is known from then on.
func learnEnrolment(tx *database.Tx, m *exchange.Message, hash string) error {
	s := &school{code: m.School, name: m.Enrolment.School.Name, district: m.Enrolment.School.DistrictCentre, expected: m.Expected}
	if err := s.put(tx); err != nil {
		return err
	}
	return learnSent(tx, m, hash)
}

// learnNote takes over what the centre has noted for itself; the later note holds.
func learnNote(tx *database.Tx, m *exchange.Message, hash string) error {
	if m.Sender != nil {
		// A school that another centre has enrolled.
		return (&school{code: m.School, name: m.Sender.Name, district: m.Sender.DistrictCentre, expected: m.Expected}).put(tx)
	}
	if m.Confirmed != "" || m.Expected > 0 {
		s, err := schoolOf(tx, m.School)
		if err != nil {
			return err
		}
		s.confirmed, s.expected = cmp.Or(m.Confirmed, s.confirmed), cmp.Or(m.Expected, s.expected)
		if err := s.put(tx); err != nil {
			return err
		}
	}
	var cards, decisions [][]any
	for i := range m.States {
		s := &m.States[i]
		if m.School == Own {
			cards = append(cards, []any{s.Number, s.On, hash})
			continue
		}
		graduate, err := presentID(tx, m.School, s.Graduate)
		if err != nil {
			return err
		}
		row, err := decisionRow(m.School, graduate, s, hash, "")
		if err != nil {
			return err
		}
		decisions = append(decisions, row)
	}
	if err := tx.Put(cardTable, cards); err != nil {
		return err
	}
	return tx.Put(decisionTable, decisions)
}

// presentID is the id that a school has now for whom it once named by another, before its registry was
// restored.
func presentID(tx *database.Tx, school, graduate string) (string, error) {
	for {
		found, err := tx.One("SELECT graduate FROM alias WHERE school = ? AND was = ?", []any{school, graduate}, &graduate)
		if err != nil || !found {
			return graduate, err
		}
	}
}

// learnStatus notes what a school was told: what has been decided anew since is to be told again.
func learnStatus(tx *database.Tx, m *exchange.Message, hash string) error {
	for i := range m.States {
		s := &m.States[i]
		text, err := json.Marshal(s)
		if err != nil {
			return fmt.Errorf("encode state: %w", err)
		}
		graduate, err := presentID(tx, m.School, s.Graduate)
		if err != nil {
			return err
		}
		// What a status said of a card stands in no note about the person.
		var note string
		if card, err := tx.One("SELECT message FROM card WHERE number = ?", []any{s.Key}, &note); err != nil {
			return err
		} else if card && s.About == exchange.AboutReceived {
			row, err := decisionRow(m.School, graduate, s, note, hash)
			if err != nil {
				return err
			}
			if err := tx.Put(decisionTable, [][]any{row}); err != nil {
				return err
			}
			continue
		}
		// The last word counts: what was told, then something else, and is decided again, is not told.
		if err := tx.Exec("UPDATE decision SET told = CASE WHEN state = ? THEN ? ELSE '' END WHERE school = ? AND graduate = ? AND attempt = ? AND about = ? AND which = ?",
			string(text), hash, m.School, graduate, verdict.Number(s.Attempt), s.About, s.Of); err != nil {
			return err
		}
	}
	return learnSent(tx, m, hash)
}

// learnCampaign: rules that a centre has written down for itself hold from then on.
func learnCampaign(tx *database.Tx, m *exchange.Message, hash string) error {
	if m.School != Own {
		return learnSent(tx, m, hash)
	}
	return tx.Put(settingTable, [][]any{{settingCampaign, hash}})
}

var (
	settingTable  = database.Table{Name: "setting", Key: 1, Columns: []string{"name", "value"}}
	cardTable     = database.Table{Name: "card", Key: 1, Columns: []string{"number", "day", "message"}}
	decisionTable = database.Table{Name: "decision", Key: 5, Columns: []string{"school", "graduate", "attempt", "about", "which", "message", "told", "verdict", "number", "reasons", "state"}}
)

// decisionRow is what was decided of somebody, by the id that the school has now: by which note, and by
// which status the school was told.
func decisionRow(school, graduate string, s *exchange.State, note, told string) ([]any, error) {
	text, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode state: %w", err)
	}
	return []any{school, graduate, verdict.Number(s.Attempt), s.About, s.Of, note, told, s.State, s.Number, s.Reasons, string(text)}, nil
}
