package registry_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
)

// tracesOf are the sealed octets of a graduate in the file.
func tracesOf(t testing.TB, r *registrar.Registrar, id string) [][]byte {
	t.Helper()
	record, err := r.DB().Graduate(desktest.Ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	traces := [][]byte{record.Wrapped, record.Body}
	add := func(more ...[]byte) {
		for _, m := range more {
			if len(m) > 0 {
				traces = append(traces, m)
			}
		}
	}
	for _, err := range []error{
		r.DB().Accesses(desktest.Ctx, func(a sqlite.Access) error {
			if a.Graduate == id {
				add(a.Slot, a.Secret, a.Tag)
			}
			return nil
		}),
		r.DB().Events(desktest.Ctx, id, func(e sqlite.Event) error { add(e.Body); return nil }),
		r.DB().Fingerprints(desktest.Ctx, func(g string, p sqlite.Fingerprint) error {
			if g == id {
				add(p.Value)
			}
			return nil
		}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	desktest.Must(r.DB().PendingOf(desktest.Ctx, []string{id}, func(p sqlite.Pending) error {
		add(p.Body)
		return nil
	}))
	return traces
}

// foundIn counts the traces that stand in any file of a folder. A long body lies on
// several pages, so that its beginning is looked for.
func foundIn(t testing.TB, traces [][]byte, folder string) (found int) {
	t.Helper()
	files, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		content := desktest.MustRead(t, filepath.Join(folder, file.Name()))
		for _, trace := range traces {
			if bytes.Contains(content, trace[:min(len(trace), 32)]) {
				found++
			}
		}
	}
	return found
}

func TestErase(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("street=Лесная", "document_kind=passport", "document_number=7654321")); err != nil {
		t.Fatal(err)
	}
	leavePending(t, r, f.a, registrar.FieldChange{Field: "house", Before: "", After: "7"})
	if _, err := r.KeepBackup(desktest.Ctx, "test"); err != nil {
		t.Fatal(err)
	}
	folder := filepath.Dir(r.Path())
	traces, others := tracesOf(t, r, f.a), tracesOf(t, r, f.b)
	t.Run("F-16 a reason is asked for, and somebody who is there", func(t *testing.T) {
		_, err := r.Season.Erase(desktest.Ctx, []string{f.a}, " ")
		desktest.WantCode(t, "no reason", err, "erase.no_reason")
		_, err = r.Season.Erase(desktest.Ctx, []string{f.a, "nobody"}, "просьба")
		desktest.WantCode(t, "nobody", err, "graduate.unknown")
		if n := foundIn(t, traces, folder); n < len(traces) || len(traces) < 9 {
			t.Fatalf("the search finds %d of %d before", n, len(traces))
		}
	})
	t.Run("F-16 nothing of the erased stands in the file, nor in its log", func(t *testing.T) {
		done, err := r.Season.Erase(desktest.Ctx, []string{f.a}, "просьба семьи")
		if err != nil || done.Persons != 1 || done.All || done.Kept != 1 || done.Backups != 0 || len(done.Head) != 64 {
			t.Fatalf("%+v, %v", done, err)
		}
		if n := foundIn(t, traces, folder); n > 0 {
			t.Errorf("%d of %d octet rows are still there", n, len(traces))
		}
		if n := foundIn(t, others, folder); n < len(others) {
			t.Errorf("of another graduate %d of %d are there", n, len(others))
		}
		_, err = r.Table.Find(f.a)
		desktest.WantCode(t, "find", err, "graduate.unknown")
		mustBeSound(t, r)
	})
	t.Run("F-16 F-05 the history holds, the password opens nothing", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{})
		erased := 0
		for _, e := range events {
			if e.Graduate == f.a && (e.By != "" || e.Note != "" || e.Changes != nil) {
				t.Errorf("the history still says %+v", e)
			}
			if e.Kind == registry.EventErased {
				erased++
			}
		}
		if erased != 1 || events[len(events)-1].Note != "просьба семьи" || events[len(events)-1].By != "Key" {
			t.Errorf("history ends with %+v", events[len(events)-1])
		}
		mustClose(t, r)
		if n := foundIn(t, traces, folder); n > 0 {
			t.Errorf("closed, %d octet rows are there", n)
		}
		refuseSignIn(t, r.Path(), registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon(), "vault.wrong")
	})
	t.Run("F-16 a record put back from a backup is named, and shown to nobody", func(t *testing.T) {
		path := copyIn(t, desktest.MustRead(t, r.Path()))
		before := copyIn(t, f.content)
		alter(t, path, "INSERT INTO graduate (id, rev, wrapped, body) VALUES (?, ?, ?, ?)", f.a, peek[int](t, before, "SELECT rev FROM graduate WHERE id = ?", f.a),
			peek[[]byte](t, before, "SELECT wrapped FROM graduate WHERE id = ?", f.a), peek[[]byte](t, before, "SELECT body FROM graduate WHERE id = ?", f.a))
		if code, ills := verdict(t, path, desktest.Options()); code != "" || !slices.Contains(codesOf(ills), "altered") {
			t.Errorf("opening says %q, the doctor %v", code, ills)
		}
		_, err := openKeyed(t, path).Table.Find(f.a)
		desktest.WantCode(t, "find", err, "graduate.unknown")
	})
}

func TestEraseAll(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	r.Options().Now = ticking()
	for range 2 {
		if _, err := r.KeepBackup(desktest.Ctx, "test"); err != nil {
			t.Fatal(err)
		}
	}
	var traces [][]byte
	for _, id := range []string{f.a, f.b, f.c, f.d} {
		traces = append(traces, tracesOf(t, r, id)...)
	}
	certificate := filepath.Join(t.TempDir(), "акт.pdf")
	t.Run("F-16 no place for the certificate, nothing is destroyed", func(t *testing.T) {
		_, err := r.Season.EraseWithCertificate(desktest.Ctx, nil, "конец", filepath.Join(t.TempDir(), "no", "x.pdf"))
		desktest.WantCode(t, "erase", err, "file.cannot_write")
		if r.Table.Count() != 4 {
			t.Errorf("%d are left", r.Table.Count())
		}
	})
	t.Run("F-16 the whole campaign, its automatic backups, and a certificate", func(t *testing.T) {
		done, err := r.Season.EraseWithCertificate(desktest.Ctx, nil, "конец кампании", certificate)
		if err != nil || !done.All || done.Persons != 4 || done.Backups != 2 || done.Kept != 0 {
			t.Fatalf("%+v, %v", done, err)
		}
		if content := desktest.MustRead(t, certificate); !bytes.HasPrefix(content, []byte("%PDF-")) || len(content) < 2000 {
			t.Errorf("the certificate is %d octets", len(content))
		}
		if n := foundIn(t, traces, filepath.Dir(r.Path())); n > 0 || r.Table.Count() != 0 {
			t.Errorf("left: %d octet rows, %d graduates", n, r.Table.Count())
		}
		err = filepath.WalkDir(registrar.BackupFolder(r.Path()), func(path string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				t.Errorf("left of the backups: %s", path)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
		mustBeSound(t, r)
	})
	t.Run("F-16 the registry opens and goes on", func(t *testing.T) {
		mustClose(t, r)
		again := openKeyed(t, r.Path())
		desktest.MustAdd(t, again, "surname=Первая", "phone="+desktest.PhoneA)
		mustBeSound(t, again)
	})
}
