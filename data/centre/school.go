package centre

import (
	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/exchange"
)

// school is what the centre knows of one enrolled school, as far as the passing of messages goes.
type school struct {
	code, name, district string
	// expected is how many graduates it has promised, 0 for who has not said.
	expected int
	// confirmed is the fingerprint of the keys that its first message may have.
	confirmed string
	keys      exchange.Keys
	// chain is what was taken over from it, without the branches before: see [placeOf].
	chain exchange.Chain
	// sent and sentHead are the number and the hash of the centre's last message to it.
	sent     int
	sentHead string
	// begun is the number of the receipt that began its present branch: what the centre said before,
	// its registry may not have heard.
	begun int
}

var schoolTable = database.Table{Name: "school", Key: 1, Columns: []string{"code", "name", "district", "expected", "confirmed", "recipient", "signer", "branch", "sequence", "head", "accepted", "sent", "sent_head", "begun"}}

func (s *school) put(tx *database.Tx) error {
	return tx.Put(schoolTable, [][]any{{s.code, s.name, s.district, s.expected, s.confirmed, s.keys.Recipient, s.keys.Signer,
		s.chain.Branch, s.chain.Sequence, s.chain.Hash, s.chain.Highest, s.sent, s.sentHead, s.begun}})
}

// schoolOf reads a school; one that is not enrolled is centre.unknown_school.
func schoolOf(tx *database.Tx, code string) (*school, error) {
	s := &school{code: code}
	found, err := tx.One("SELECT name, district, expected, confirmed, recipient, signer, branch, sequence, head, accepted, sent, sent_head, begun FROM school WHERE code = ?", []any{code},
		&s.name, &s.district, &s.expected, &s.confirmed, &s.keys.Recipient, &s.keys.Signer, &s.chain.Branch, &s.chain.Sequence, &s.chain.Hash, &s.chain.Highest, &s.sent, &s.sentHead, &s.begun)
	if err == nil && !found {
		err = data.Fail("centre.unknown_school", data.Args{"school": code})
	}
	return s, err
}

// begin notes that a receipt begins a branch: everything that was decided is to be told anew.
func (s *school) begin(tx *database.Tx, receipt int) error {
	s.begun = receipt
	return tx.Exec("UPDATE decision SET told = '' WHERE school = ?", s.code)
}

// lockWhole is held for what concerns more than one school, lockOf for a school. Whoever needs both
// takes that of the school first.
const lockWhole = "whole"

func lockOf(school string) string { return "school " + school }

// knows says that the school's next message may be signed by these keys: its own, or new ones whose
// fingerprint somebody has compared with the one on paper, before its first message or after its registry was lost.
func (s *school) knows(tx *database.Tx, keys exchange.Keys) (bool, error) {
	if s.keys == keys || s.confirmed != keys.Fingerprint() {
		return s.keys == keys, nil
	}
	had, err := s.had(tx, s.confirmed)
	return !had, err
}

// had says that the school has signed by keys of this fingerprint, or does so now.
func (s *school) had(tx *database.Tx, fingerprint string) (bool, error) {
	var one int
	return tx.One("SELECT 1 FROM school_key WHERE school = ? AND fingerprint = ?", []any{s.code, fingerprint}, &one)
}

var keyTable = database.Table{Name: "school_key", Key: 2, Columns: []string{"school", "fingerprint"}}

// turn makes keys those of the school.
func (s *school) turn(tx *database.Tx, keys exchange.Keys) error {
	s.keys = keys
	return tx.Put(keyTable, [][]any{{s.code, keys.Fingerprint()}})
}

// The states of a message: those of schools wait, are applied or refused; the centre's own are sent to
// a school, or noted for itself; lost is a note whose program died before the database had it.
const (
	stateWaiting = "waiting"
	stateApplied = "applied"
	stateRefused = "refused"
	stateSent    = "sent"
	stateNoted   = "noted"
	stateLost    = "lost"
)
