package ledger

import (
	"io"

	"graduand/data/vault"
)

// SchoolKey opens a registry without a password: for tests, which then need not pay
// the price of one.
type SchoolKey = vault.SchoolKey

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return vault.NewSchoolKey(rand) }

// keys are what an operator's password has opened.
type keys struct {
	school *vault.SchoolKey
	// sub are the sub-keys in use, derived once.
	sub map[vault.Label]*vault.Key
	// events are the keys of the school's events by their generation, 1 the first.
	events map[int]*vault.Key
	// newest is the generation with which events are sealed.
	newest int
	// signer signs what graduates are to believe.
	signer *vault.Signer
}

func newKeys(school *vault.SchoolKey) *keys {
	k := &keys{school: school, sub: map[vault.Label]*vault.Key{}, events: map[int]*vault.Key{}}
	for _, label := range []vault.Label{vault.LabelRecord, vault.LabelFingerprint, vault.LabelEvents,
		vault.LabelAccounts, vault.LabelPasswords, vault.LabelVouch} {
		k.sub[label] = school.Sub(label)
	}
	return k
}

func (k *keys) addEventKey(generation int, key *vault.Key) {
	k.events[generation] = key
	k.newest = max(k.newest, generation)
}

// wipe overwrites every key.
func (k *keys) wipe() {
	if k == nil {
		return
	}
	k.wipeSchool()
	for _, key := range k.events {
		key.Wipe()
	}
}

// wipeSchool overwrites the school key and what follows from it.
func (k *keys) wipeSchool() {
	k.school.Wipe()
	k.signer.Wipe()
	for _, key := range k.sub {
		key.Wipe()
	}
}
