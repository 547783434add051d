package desktest

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

// KeysIn are all keys that the password of the only operator opens in a registry, open or not, by what they are:
// «school key», «key of graduate 1», …; each also as the text of JSON in which keys are sealed. A test looks for
// them where they must not be.
func KeysIn(t testing.TB, path, password string) map[string][]byte {
	t.Helper()
	db := opened(t, path)
	defer db.Close()
	var stored []byte
	Must(db.QueryRow("SELECT body FROM slot").Scan(&stored))
	var slot vault.Slot
	Must(json.Unmarshal(stored, &slot))
	content, err := vault.OpenOperatorSlot(slot, "", password)
	Must(err)
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
			Must(os.WriteFile(copied+ending, content, 0o600))
		}
	}
	db, err := sql.Open("sqlite", copied)
	Must(err)
	return db
}

// unwrap adds the keys that a query finds, numbered.
func unwrap(db *sql.DB, keys map[string][]byte, name string, with *vault.Key, table, field, query string) {
	rows, err := db.Query(query)
	Must(err)
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		place, wrapped := vault.Place{Table: table, Field: field}, []byte{}
		Must(rows.Scan(&place.ID, &place.Rev, &wrapped))
		key, err := vault.UnwrapKey(with, place, wrapped)
		Must(err)
		keys[fmt.Sprintf("%s %d", name, n)] = vaulttest.Octets(key)
	}
	Must(rows.Err())
}
