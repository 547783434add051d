// Package registrytest knows the keys of a registry, for tests that look for them where they must not be. It
// reads the file as somebody does who has it and a password, apart from the ledger.
package registrytest

import (
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/crypto/argon2"

	"graduand/data/vault"
	"graduand/data/vault/vaulttest"
)

// labels are what the school key has sub-keys for.
var labels = []vault.Label{vault.LabelRecord, vault.LabelFingerprint, vault.LabelSettings, vault.LabelEvents, vault.LabelSigning, vault.LabelAccounts,
	vault.LabelRotation, vault.LabelVouch, vault.LabelPasswords}

// Keys are all keys that the password of the only operator opens in a registry, open or not, by what they are:
// «school key», «key of graduate 1», …; each also as the text of JSON in which keys are sealed. A test looks for
// them where they must not be.
func Keys(t testing.TB, path, password string) map[string][]byte {
	t.Helper()
	db := opened(t, path)
	defer db.Close()
	var stored []byte
	must(db.QueryRow("SELECT body FROM slot").Scan(&stored))
	var slot vault.Slot
	must(json.Unmarshal(stored, &slot))
	content, err := vault.OpenOperatorSlot(slot, "", password)
	must(err)
	keys := map[string][]byte{"school key": vaulttest.Octets(content.School), "operator's identity": vaulttest.Octets(content.Identity),
		"operator's key": argon2.IDKey([]byte(vault.Prepare(password)), slot.Salt, slot.Time, slot.Memory, slot.Threads, vault.KeySize)}
	for _, label := range labels {
		keys["sub-key "+string(label)] = vaulttest.Octets(content.School.Sub(label))
	}
	unwrap(db, keys, "key of graduate", content.School.Sub(vault.LabelRecord), "graduate", "key", "SELECT id, 0, wrapped FROM graduate ORDER BY id")
	unwrap(db, keys, "key of the events", content.School.Sub(vault.LabelEvents), "event_key", "vouched", "SELECT '', generation, wrapped FROM event_key")
	for name, key := range keys {
		if len(key) == vault.KeySize {
			keys[name+" in JSON"] = []byte(base64.StdEncoding.EncodeToString(key))
		}
	}
	return keys
}

// opened is a copy of the registry: SQLite would lock the file itself.
func opened(t testing.TB, path string) *sql.DB {
	t.Helper()
	copied := filepath.Join(t.TempDir(), "copy")
	for _, ending := range []string{"", "-wal"} {
		if content, err := os.ReadFile(path + ending); err == nil {
			must(os.WriteFile(copied+ending, content, 0o600))
		}
	}
	db, err := sql.Open("sqlite", copied)
	must(err)
	return db
}

// unwrap adds the keys that a query finds, numbered.
func unwrap(db *sql.DB, keys map[string][]byte, name string, with *vault.Key, table, field, query string) {
	rows, err := db.Query(query)
	must(err)
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		place, wrapped := vault.Place{Table: table, Field: field}, []byte{}
		must(rows.Scan(&place.ID, &place.Rev, &wrapped))
		key, err := vault.UnwrapKey(with, place, wrapped)
		must(err)
		keys[fmt.Sprintf("%s %d", name, n)] = vaulttest.Octets(key)
	}
	must(rows.Err())
}

// must panics for a failure of the test itself.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
