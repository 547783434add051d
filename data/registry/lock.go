package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// SchoolKey opens a registry without a password: for tests, which then need not pay
// the price of one.
type SchoolKey = vault.SchoolKey

// keys are what a password has opened. A graduate has none of them.
type keys struct {
	school *vault.SchoolKey
	// sub are the sub-keys in use, derived once.
	sub map[vault.Label]*vault.Key
	// events are the keys of the school's events by their generation, 1 the first.
	events map[int]*vault.Key
}

func newKeys(school *vault.SchoolKey) *keys {
	k := &keys{school: school, sub: map[vault.Label]*vault.Key{}, events: map[int]*vault.Key{}}
	for _, label := range []vault.Label{vault.LabelRecord, vault.LabelFingerprint, vault.LabelEvents,
		vault.LabelAccounts, vault.LabelPasswords, vault.LabelSettings} {
		k.sub[label] = school.Sub(label)
	}
	return k
}

// generation is that of the newest event key.
func (k *keys) generation() int { return len(k.events) }

// wipe overwrites every key.
func (k *keys) wipe() {
	if k == nil {
		return
	}
	k.school.Wipe()
	for _, key := range k.sub {
		key.Wipe()
	}
	for _, key := range k.events {
		key.Wipe()
	}
}

// The places of what is sealed in a registry.

func bodyPlace(id string, rev int) vault.Place {
	return vault.Place{Table: "graduate", Field: "body", ID: id, Rev: rev}
}

func keyPlace(id string) vault.Place { return vault.Place{Table: "graduate", Field: "key", ID: id} }

func eventKeyPlace(generation int) vault.Place {
	return vault.Place{Table: "event_key", Field: "wrapped", Rev: generation}
}

func accountPlace(slot string) vault.Place {
	return vault.Place{Table: "slot", Field: "account", ID: slot}
}

func secretPlace(graduate, door string, version int) vault.Place {
	return vault.Place{Table: "access", Field: door, ID: graduate, Rev: version}
}

func pendingPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "pending", Field: graduate, ID: id}
}

// eventPlace binds an event to its number, its time, the record that it left and the
// chain before it, so that none of them can be altered in the file: who opens the last
// event has its word for all.
func eventPlace(e *sqlite.Event) vault.Place {
	id := e.Graduate + "/" + hex.EncodeToString(e.Record) + "/" + sqlite.FormatTime(e.At) + "/" + fmt.Sprint(e.Rev) + "/" + hex.EncodeToString(e.Prev)
	return vault.Place{Table: "event", Field: e.Kind, ID: id, Rev: int(e.Seq)}
}

// hashOf is the SHA-256 of what is stored.
func hashOf(stored []byte) []byte {
	sum := sha256.Sum256(stored)
	return sum[:]
}

// digestOf is what the chain of events holds of one event, beyond its number, kind,
// graduate and revision: its time, its sealed body and the record that it left.
func digestOf(at time.Time, body, record []byte) vault.Hash {
	h := sha256.New()
	io.WriteString(h, sqlite.FormatTime(at))
	h.Write(hashOf(body))
	h.Write(hashOf(record))
	return vault.Hash(h.Sum(nil))
}

// tampered is the failure of a registry that was altered from outside, with the
// place for the log.
func tampered(err error, place vault.Place) error {
	return data.FailWith(fmt.Errorf("%s: %w", place, err), "vault.tampered", nil)
}

// linkOf is an event as the chain sees it.
func linkOf(e *sqlite.Event) vault.Link {
	l := vault.Link{Seq: e.Seq, Kind: e.Kind, Graduate: e.Graduate, Rev: e.Rev}
	copy(l.Ciphertext[:], e.Digest)
	copy(l.Hash[:], e.Hash)
	return l
}

// digestBytes is the digest of an event made anew; the record is stored as its hash.
func digestBytes(e *sqlite.Event) []byte {
	digest := digestOf(e.At, e.Body, e.Record)
	return digest[:]
}
