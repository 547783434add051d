package ledger

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// The places of what is sealed, authenticated or signed in a registry.

func bodyPlace(id string, rev int) vault.Place {
	return vault.Place{Table: "graduate", Field: "body", ID: id, Rev: rev}
}

func keyPlace(id string) vault.Place { return vault.Place{Table: "graduate", Field: "key", ID: id} }

func formerKeyPlace(id string, generation int) vault.Place {
	return vault.Place{Table: "former_key", Field: "key", ID: id, Rev: generation}
}

func trustPlace(id string) vault.Place {
	return vault.Place{Table: "graduate", Field: "trust", ID: id}
}

// eventKeyPlace tells the event keys of this format from those of the former one, so that
// a file of this one cannot be passed off as one that nothing vouches for yet.
func eventKeyPlace(generation int) vault.Place {
	return vault.Place{Table: "event_key", Field: "vouched", Rev: generation}
}

func formerEventKeyPlace(generation int) vault.Place {
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

// attachmentPlace binds an attachment to its graduate and its id, which follows from
// its content.
func attachmentPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "attachment", Field: graduate, ID: id}
}

func statementPlace() vault.Place { return vault.Place{Table: "vouch", Field: "statement"} }

// settingsPlace is that of the signature of the settings; home is the id of the graduate
// whose take-home file they stand in.
func settingsPlace(home string) vault.Place {
	return vault.Place{Table: "vouch", Field: "settings", ID: home}
}

func signerPlace() vault.Place { return vault.Place{Table: "setting", Field: SettingSigning} }

// macPlace is that of the authenticator of an event.
func macPlace(seq int64) vault.Place {
	return vault.Place{Table: "event", Field: "mac", Rev: int(seq)}
}

// eventPlace binds the body of an event to its number, its time, the record that it left
// and the chain before it.
func eventPlace(e *sqlite.Event) vault.Place {
	id := append(make([]byte, 0, 256), e.Graduate...)
	id = hex.AppendEncode(append(id, '/'), e.Record)
	id = append(append(id, '/'), sqlite.FormatTime(e.At)...)
	id = strconv.AppendInt(append(id, '/'), int64(e.Rev), 10)
	id = hex.AppendEncode(append(id, '/'), e.Prev)
	return vault.Place{Table: "event", Field: e.Kind, ID: string(id), Rev: int(e.Seq)}
}

// hashOf is the SHA-256 of what is stored.
func hashOf(stored []byte) []byte {
	sum := sha256.Sum256(stored)
	return sum[:]
}

// HexSum is the SHA-256 of a content in hexadecimal.
func HexSum(content []byte) string { return hex.EncodeToString(hashOf(content)) }

// digestOf is what the chain of events holds of one event, beyond its number, kind,
// graduate and revision: its time, its sealed body and the record that it left.
func digestOf(at time.Time, body, record []byte) vault.Hash {
	text := append(make([]byte, 0, 128), sqlite.FormatTime(at)...)
	text = append(text, hashOf(body)...)
	return sha256.Sum256(append(text, hashOf(record)...))
}

// tampered is the failure of a registry that was altered from outside, with the
// place for the log.
func tampered(err error, place vault.Place) error {
	return data.FailWith(fmt.Errorf("%s: %w", place, err), "vault.tampered", nil)
}

func damaged(err error) error { return data.FailWith(err, "registry.damaged", nil) }
