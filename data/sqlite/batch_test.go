package sqlite

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
)

// addMany adds n graduates, each with a print and an event, from a number on.
func addMany(tx *Tx, from, n int) error {
	for i := from; i < from+n; i++ {
		id := fmt.Sprintf("g%05d", i)
		err := errors.Join(tx.PutGraduate(Record{ID: id, Rev: 1, Body: []byte(id), Wrapped: nil2()}),
			tx.SetFingerprints(id, true, []Fingerprint{{"document_number", []byte(id)}, {"phone", []byte(id)}}),
			tx.AddEvent(Event{Seq: int64(i), Digest: nil2(), Hash: nil2(), At: noon, Kind: "k", Graduate: id, Rev: 1, Body: []byte(id)}))
		if err != nil {
			return err
		}
	}
	return nil
}

// TestRowsThatWait: whatever number of rows a change adds, and whatever it does between,
// all of them are in the file, in their order.
func TestRowsThatWait(t *testing.T) {
	for _, n := range []int{1, atOnce - 1, atOnce, atOnce + 1, 5*atOnce - 1, 5 * atOnce, handed - 1, handed, handed + 1, 4 * handed} {
		db := mustCreate(t)
		mustUpdate(t, db, func(tx *Tx) error {
			return errors.Join(addMany(tx, 1, n), tx.PutGraduate(Record{ID: "g00001", Rev: 2, Body: []byte("second")}), addMany(tx, n+1, n))
		})
		seq := int64(0)
		err := db.Events(context.Background(), "", func(e Event) error {
			if seq++; e.Seq != seq || string(e.Body) != e.Graduate || e.Graduate != fmt.Sprintf("g%05d", seq) {
				return fmt.Errorf("event %d is %+v", seq, e)
			}
			return nil
		})
		all := graduates(t, db)
		if err != nil || seq != int64(2*n) || len(all) != 2*n || string(all["g00001"].Body) != "second" {
			t.Errorf("%d: %d events, %d graduates, %+v, %v", n, seq, len(all), all["g00001"], err)
		}
	}
}

// TestARowThatCannotStand: one of many that the file refuses is named, and nothing is left
// behind, wherever among the others it waits.
func TestARowThatCannotStand(t *testing.T) {
	for _, at := range []int{0, 1, atOnce - 1, atOnce, 40, handed - 1, handed, handed + 40} {
		for name, c := range map[string]struct {
			spoil      func(tx *Tx) error
			code, text string
		}{
			"F-18 a print": {func(tx *Tx) error {
				return tx.SetFingerprints("other", true, []Fingerprint{{"phone", []byte("other")}})
			}, "registry.duplicate", "phone"},
			"a graduate": {func(tx *Tx) error { return tx.PutGraduate(Record{ID: "other", Rev: 1, Body: nil2(), Wrapped: nil2()}) }, "", "other"},
			"an event": {func(tx *Tx) error {
				return tx.AddEvent(Event{Seq: 5000, Digest: nil2(), Hash: nil2(), At: noon, Kind: "again", Body: nil2()})
			}, "", "again"},
		} {
			db := mustCreate(t)
			mustUpdate(t, db, func(tx *Tx) error {
				return errors.Join(tx.PutGraduate(Record{ID: "other", Rev: 1, Body: nil2(), Wrapped: nil2()}), tx.SetFingerprints("other", true, []Fingerprint{{"phone", []byte("other")}}),
					tx.AddEvent(Event{Seq: 5000, Digest: nil2(), Hash: nil2(), At: noon, Kind: "k", Body: nil2()}))
			})
			err := db.Update(context.Background(), func(tx *Tx) error {
				return errors.Join(addMany(tx, 1, at), c.spoil(tx), addMany(tx, at+1, handed+60-at))
			})
			if err == nil || data.CodeOf(err) != c.code || !strings.Contains(fmt.Sprintf("%v %+v", err, err), c.text) {
				t.Errorf("%s behind %d: got %v", name, at, err)
			}
			if n := len(graduates(t, db)); n != 1 {
				t.Errorf("%s behind %d: %d graduates were left behind", name, at, n)
			}
		}
	}
}

// TestTheRefusalOfARowThatWaits is not taken for one of what comes behind it.
func TestTheRefusalOfARowThatWaits(t *testing.T) {
	db := mustCreate(t)
	mustUpdate(t, db, func(tx *Tx) error { return addMany(tx, 1, 1) })
	err := db.Update(context.Background(), func(tx *Tx) error {
		return errors.Join(tx.PutGraduate(Record{ID: "new", Rev: 1, Body: nil2(), Wrapped: nil2()}),
			tx.SetFingerprints("new", true, []Fingerprint{{"document_number", []byte("g00001")}}),
			tx.PutAccess(Access{Graduate: "new", Door: "form", Tag: nil2(), Slot: nil2()}))
	})
	var refused *data.Error
	if !errors.As(err, &refused) || refused.Args["field"] != data.FieldTitle("document_number") {
		t.Errorf("got %+v", err)
	}
}

// TestAPanicBehindTheChange, where its rows are written while it goes on, ends the change alone.
func TestAPanicBehindTheChange(t *testing.T) {
	for _, more := range []int{0, 20} {
		db := mustCreate(t)
		err := db.Update(context.Background(), func(tx *Tx) error {
			tx.waiting.events.refused = func([]any, error) error { panic("a fault") }
			_ = tx.AddEvent(Event{Seq: 1, Digest: nil2(), Hash: nil2(), At: noon, Kind: "k", Body: nil2(), Graduate: "g00001", Rev: 1})
			_ = addMany(tx, 1, handed-1)
			return addMany(tx, handed, more)
		})
		if err == nil || !strings.Contains(err.Error(), "batch_test.go") || len(graduates(t, db)) != 0 {
			t.Errorf("%d more: got %v, %d graduates", more, err, len(graduates(t, db)))
		}
		mustUpdate(t, db, func(tx *Tx) error { return addMany(tx, 1, 20) })
	}
}

// TestACancelledChange is not written, whenever it is cancelled and whatever it does then,
// though no statement of it is watched.
func TestACancelledChange(t *testing.T) {
	for _, at := range []int{0, 1, atOnce - 1, atOnce, 20, handed - 1, handed, handed + 20} {
		for _, more := range []int{0, 1, 20} {
			db := mustCreate(t)
			ctx, cancel := context.WithCancel(context.Background())
			err := db.Update(ctx, func(tx *Tx) error {
				if err := addMany(tx, 1, at); err != nil {
					return err
				}
				cancel()
				if err := addMany(tx, at+1, more); (err != nil) != (more > 0) {
					t.Errorf("behind %d, before %d: %v", at, more, err)
				}
				return nil
			})
			if !errors.Is(err, context.Canceled) || len(graduates(t, db)) != 0 {
				t.Errorf("behind %d, before %d: got %v, %d graduates", at, more, err, len(graduates(t, db)))
			}
			mustUpdate(t, db, func(tx *Tx) error { return addMany(tx, 1, 20) })
		}
	}
}

// TestTheDiskIsFullInTheMiddle of a change, whose rows have gone to the log in part: nothing
// of it is left, also where it goes on as if nothing had happened, and the next one is whole.
func TestTheDiskIsFullInTheMiddle(t *testing.T) {
	for _, room := range []int{1, 3, 10, 60} {
		for _, goesOn := range []string{"no", "yes", "with other things"} {
			db := mustCreate(t)
			var pages int
			scan := func(pragma string) {
				if err := db.sql.QueryRow("PRAGMA " + pragma).Scan(&pages); err != nil {
					t.Fatal(err)
				}
			}
			scan("page_count")
			scan(fmt.Sprintf("max_page_count = %d", pages+room))
			err := db.Update(context.Background(), func(tx *Tx) error {
				for i := range 1500 {
					err := addMany(tx, i+1, 1)
					if goesOn == "with other things" {
						err = errors.Join(err, tx.PutSetting(Record{ID: fmt.Sprint(i), Rev: 1, Body: make([]byte, 100)}))
					}
					if err != nil && goesOn == "no" {
						return err
					}
				}
				return nil
			})
			if n := len(graduates(t, db)); data.CodeOf(err) != "registry.disk_full" || n != 0 {
				t.Errorf("room for %d pages, going on: %s: %d graduates, %v", room, goesOn, n, err)
			}
			scan("max_page_count = 1000000")
			mustUpdate(t, db, func(tx *Tx) error { return addMany(tx, 1, 40) })
			if n := len(graduates(t, db)); n != 40 {
				t.Errorf("room for %d pages, going on: %s: %d graduates of 40 with room again", room, goesOn, n)
			}
		}
	}
}

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
