package sqlite

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/data"
)

const pageSize = 4096

// filled is a closed registry with many pages of every table, and its bytes.
func filled(t *testing.T) (path string, content []byte) {
	t.Helper()
	db := mustCreate(t)
	noise := rand.NewChaCha8([32]byte{1})
	body := func(n int) []byte {
		b := make([]byte, n)
		noise.Read(b)
		return b
	}
	mustUpdate(t, db, func(tx *Tx) error {
		for i := range 40 {
			id := fmt.Sprintf("%010d", i)
			for _, err := range []error{
				tx.PutGraduate(Record{ID: id, Rev: 1, Wrapped: body(60), Body: body(900)}),
				tx.SetFingerprints(id, true, []Fingerprint{{"phone", body(16)}, {"document_number", body(16)}}),
				tx.PutAccess(Access{Graduate: id, Door: "own", Tag: body(16), Slot: body(120), Secret: body(60)}),
				tx.AddPending(Pending{Graduate: id, ID: id, Body: body(300)}),
				tx.AddAttachment(Attachment{Graduate: id, ID: "photo", Body: body(9000)}),
				tx.AddEvent(Event{Seq: int64(i + 1), At: noon, Kind: "added", Graduate: id, Rev: 1, Record: body(32), Body: body(700), Digest: body(32), Hash: body(32)}),
				tx.PutSetting(Record{ID: "setting" + id, Rev: 1, Body: body(400)}),
			} {
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(db.path)
	if err != nil {
		t.Fatal(err)
	}
	return db.path, content
}

// readAll asks a registry for everything that it holds, and gives the failures.
func readAll(db *DB) (failed []error) {
	ctx := context.Background()
	pending := db.PendingOf(ctx, []string{"a"}, func(Pending) error { return nil })
	_, slots := db.Slots(ctx)
	for _, err := range []error{
		pending, slots,
		db.Graduates(ctx, func(Record) error { return nil }),
		db.Events(ctx, "", func(Event) error { return nil }),
		db.Chain(ctx, func(Event) error { return nil }),
		db.Accesses(ctx, func(Access) error { return nil }),
		db.Attachments(ctx, "", func(Attachment) error { return nil }),
		db.Fingerprints(ctx, func(string, Fingerprint) error { return nil }),
		db.EventKeys(ctx, func(int, []byte) error { return nil }),
	} {
		if err != nil {
			failed = append(failed, err)
		}
	}
	return failed
}

// damage opens a registry of these bytes and asks it for everything. It returns what the
// check says, and whether anything was refused; a refusal without a sentence would be
// called a fault of the program (attack 16), and is an error here.
func damage(t *testing.T, what, path string, content []byte) (faults []string, refused bool) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := Open(context.Background(), path)
	if err != nil {
		if data.CodeOf(err) == "" {
			t.Errorf("%s: opening has no sentence: %v", what, err)
		}
		return nil, true
	}
	defer db.Close()
	for _, err := range readAll(db) {
		if refused = true; data.CodeOf(err) == "" {
			t.Errorf("%s: reading has no sentence: %v", what, err)
		}
	}
	faults, err = db.Integrity(context.Background())
	if err != nil {
		t.Errorf("%s: the check of a damaged registry failed as a whole: %v", what, err)
	}
	return faults, refused
}

// Attack 16: two pages exchanged, so that values of a wrong type are read.
func TestExchangedPages(t *testing.T) {
	path, sound := filled(t)
	pages := len(sound) / pageSize
	chance := rand.New(rand.NewPCG(16, 0))
	refused := 0
	for range 400 {
		a, b := 1+chance.IntN(pages-1), 1+chance.IntN(pages-1)
		content := []byte(strings.Clone(string(sound)))
		copy(content[a*pageSize:], sound[b*pageSize:(b+1)*pageSize])
		copy(content[b*pageSize:], sound[a*pageSize:(a+1)*pageSize])
		if _, r := damage(t, fmt.Sprintf("pages %d and %d", a+1, b+1), path, content); r {
			refused++
		}
	}
	if refused < 100 {
		t.Errorf("only %d of 400 were refused: is anything exchanged?", refused)
	}
}

// A page of zeros is named with its table. Where the check finds nothing the page held
// content alone, which only its seal can tell.
func TestZeroedPageIsNamed(t *testing.T) {
	path, sound := filled(t)
	ill := 0
	for page := 1; page < len(sound)/pageSize; page++ {
		content := []byte(strings.Clone(string(sound)))
		clear(content[page*pageSize : (page+1)*pageSize])
		faults, refused := damage(t, fmt.Sprintf("page %d", page+1), path, content)
		if len(faults) == 0 {
			continue
		}
		ill++
		if !slices.ContainsFunc(faults, namesTable) {
			t.Errorf("page %d, refused %v: no table is named in %v", page+1, refused, faults)
		}
	}
	if ill < len(sound)/pageSize/2 {
		t.Errorf("the check found only %d of %d pages", ill, len(sound)/pageSize)
	}
}

var namesTable = regexp.MustCompile(`^[a-z_]+: `).MatchString

func TestSoundRegistryHasNoFaults(t *testing.T) {
	path, content := filled(t)
	if faults, refused := damage(t, "a sound one", path, content); len(faults) > 0 || refused {
		t.Errorf("got %v, refused %v", faults, refused)
	}
}
