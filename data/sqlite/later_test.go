package sqlite

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestTheLogOfALargeChangeIsLaidIntoTheFileBehindIt: it is acknowledged before, and the next
// changes are laid there as ever (F-02).
func TestTheLogOfALargeChangeIsLaidIntoTheFileBehindIt(t *testing.T) {
	db, err := Create(t.Context(), filepath.Join(t.TempDir(), "school.graduand"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	before, err := db.size()
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(t.Context(), func(tx *Tx) error {
		for i := range 4*handed + 1 {
			if err := tx.AddEvent(Event{Seq: int64(i + 1), Graduate: "g", Rev: 1, Kind: strings.Repeat("k", 1000), Body: []byte{1}, Digest: []byte{1}, Hash: []byte{1}, MAC: []byte{1}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	db.laying.Wait()
	var busy, logged, laid, automatic int
	if err := db.sql.QueryRow("PRAGMA wal_checkpoint(NOOP)").Scan(&busy, &logged, &laid); err != nil {
		t.Fatal(err)
	}
	if err := db.sql.QueryRow("PRAGMA wal_autocheckpoint").Scan(&automatic); err != nil {
		t.Fatal(err)
	}
	if after, _ := db.size(); logged != laid || logged == 0 || automatic != checkpointPages || after <= before {
		t.Errorf("%d of %d pages are in the file, %d bytes; the next after %d pages", laid, logged, after, automatic)
	}
}
