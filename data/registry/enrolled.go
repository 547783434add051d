package registry

import (
	"encoding/json"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// PublicKeys are those of a school or a centre in the exchange of messages, as texts: the recipient
// that is encrypted to it, and the key by which its signatures are checked.
type PublicKeys struct {
	Recipient string `json:"recipient"`
	Signer    string `json:"signer"`
}

// Enrolled is what a school needs to write to its centre and to read what comes from there. It is
// sealed for the operators alone and goes with the file: through another school key, a backup, a
// restore; no form of a graduate has it, and the registry of the next year neither.
type Enrolled struct {
	// Code is what the centre calls the school.
	Code string `json:"code"`
	// Own are the school's own keys, newest first: a message that was sealed to older ones is still read.
	Own []OwnKeys `json:"own"`
	// Centre are the keys of the centre that entries go to, newest first; only the first are written
	// to, and believed.
	Centre []PublicKeys `json:"centre"`
	// Offered says that the newest own keys are not known to the centre yet: the next message is
	// signed with those before and tells them.
	Offered bool `json:"offered,omitempty"`
	// Told is the sequence of the message that told the centre the newest own keys, 0 for none.
	Told int `json:"told,omitempty"`
	// Anew counts how often the school began to send everything anew without a restore, since a
	// message was lost on its way: each is a branch of its own.
	Anew int `json:"anew,omitempty"`
	// Began is the hash of the enrolment by which the exchange with this centre began: what passed before
	// was with a former one. It is "" where there was none.
	Began string `json:"began,omitempty"`
	// Writing is the message that is just coming into its place, nil for none. Where it stands when
	// the program begins, the one before was stopped, and nobody knows whether that file has gone.
	Writing *Writing `json:"writing,omitempty"`
}

// Writing is a message between its file and its note: on which branch it is, where its file lies before
// and after, and its SHA-256.
type Writing struct {
	Branch    string `json:"branch"`
	Temporary string `json:"temporary"`
	Path      string `json:"path"`
	SHA256    string `json:"sha256"`
}

// OwnKeys are secret keys of the school as texts: what it opens messages with, and what it signs
// with.
type OwnKeys struct {
	Secret  string `json:"secret"`
	Signing string `json:"signing"`
}

// Clone returns a copy that shares nothing with e.
func (e *Enrolled) Clone() *Enrolled {
	c := *e
	c.Own, c.Centre = slices.Clone(e.Own), slices.Clone(e.Centre)
	return &c
}

// Enrolled is what the school has for its exchange with the centre; nil while no centre has enrolled
// it, and where the key is gone with which it was sealed.
func (v *View) Enrolled() (*Enrolled, error) {
	if v.ledger == nil {
		return nil, nil
	}
	plain, err := v.ledger.Sealed(ledger.SettingExchange)
	if plain == nil || err != nil {
		return nil, err
	}
	var e Enrolled
	if err := json.Unmarshal(plain, &e); err != nil {
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	return &e, nil
}

// HasEnrolled says that a centre has enrolled the school.
func (v *View) HasEnrolled() bool { return v.book.Setting(ledger.SettingExchange) != nil }

// PutEnrolled keeps what the school has for its exchange, in a transaction that notes it too.
func (c *Change) PutEnrolled(e *Enrolled) error {
	plain, err := marshal("exchange", e)
	if err != nil {
		return err
	}
	c.enrolls = true
	return c.PutSealed(ledger.SettingExchange, plain)
}
