package attack_test

import (
	"database/sql"
	"encoding/binary"
	"path/filepath"
	"testing"

	"graduand/data/registrar/desktest"
)

// left counts the free pages of a database, and the octets in them that are not nothing, beside the numbers by
// which SQLite finds them (its file format, §1.5).
func left(content []byte) (pages, octets int) {
	size := int(binary.BigEndian.Uint16(content[16:]))
	if size == 1 {
		size = 1 << 16
	}
	page := func(n uint32) []byte { return content[(int(n)-1)*size : int(n)*size] }
	count := func(free []byte) {
		pages++
		for _, octet := range free {
			if octet != 0 {
				octets++
			}
		}
	}
	for trunk := binary.BigEndian.Uint32(content[32:]); trunk != 0; {
		p := page(trunk)
		leaves := int(binary.BigEndian.Uint32(p[4:]))
		for n := range leaves {
			count(page(binary.BigEndian.Uint32(p[8+4*n:])))
		}
		pages++
		trunk = binary.BigEndian.Uint32(p)
	}
	return pages, octets
}

// leaky is a database that leaves what was deleted where it stood.
func leaky(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "leaky.db")
	db, err := sql.Open("sqlite", path)
	desktest.Must(err)
	for _, step := range []string{"PRAGMA secure_delete = 0", "CREATE TABLE note (words BLOB)", "INSERT INTO note VALUES (randomblob(100000))", "DELETE FROM note"} {
		_, err := db.Exec(step)
		desktest.Must(err)
	}
	desktest.Must(db.Close())
	return desktest.MustRead(t, path)
}
