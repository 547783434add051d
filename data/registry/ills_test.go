package registry_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/registry/ledger"
)

// spoilt is what somebody without any key does to a closed registry, and by which code the
// doctor names it.
type spoilt struct {
	name, code string
	// who is "a" when the record of a cannot be seen any more.
	who string
	// blocks says that there is nothing to rely on; stays, that the form goes on asking for
	// what is not there.
	blocks, stays bool
	do            func(t *testing.T, path string, s sealedRegistry)
}

// onColumn flips an octet of a sealed column.
func onColumn(table, column, where string) func(*testing.T, string, sealedRegistry) {
	return func(t *testing.T, path string, s sealedRegistry) { flip(t, path, table, column, where, s.a, "last") }
}

// byQuery runs a statement; ?1, where it is in it, is the id of a.
func byQuery(query string) func(*testing.T, string, sealedRegistry) {
	return func(t *testing.T, path string, s sealedRegistry) {
		if strings.Contains(query, "?1") {
			alter(t, path, query, s.a)
			return
		}
		alter(t, path, query)
	}
}

// spoilts are all Ills that can be made without a key.
var spoilts = []spoilt{
	{name: "a body", code: "altered", who: "a", do: onColumn("graduate", "body", "id = ?1")},
	{name: "a key", code: "altered", who: "a", do: onColumn("graduate", "wrapped", "id = ?1")},
	{name: "a key of before", code: "altered", stays: true, do: onColumn("former_key", "wrapped", "graduate = ?1")},
	{name: "a row", code: "lost_record", who: "a", do: byQuery("DELETE FROM graduate WHERE id = ?1")},
	{name: "what a graduate trusts", code: "trust", do: onColumn("graduate", "trust", "id = ?1")},
	{name: "a password", code: "altered_access", do: onColumn("access", "secret", "graduate = ?1")},
	{name: "an access", code: "altered_access", do: byQuery("DELETE FROM access WHERE graduate = ?1")},
	{name: "an account", code: "altered_account", do: onColumn("slot", "account", "id = '0123456789abcdef'")},
	{name: "a way to the key", code: "altered_account", do: onColumn("slot", "tokens", "id = '0123456789abcdef'")},
	{name: "an account is missing", code: "lost_account", do: byQuery("DELETE FROM slot WHERE id = '0123456789abcdef'")},
	{name: "the authenticator of an event", code: "event", do: onColumn("event", "mac", "kind = 'school.changed'")},
	{name: "the body of an event", code: "event", do: onColumn("event", "body", "kind = 'school.changed'")},
	{name: "the body of an event of a graduate", code: "event", do: onColumn("event", "body", "graduate = ?1")},
	{name: "the time of an event", code: "event", do: byQuery("UPDATE event SET at = 'вчера' WHERE kind = 'school.changed'")},
	{name: "an event", code: "chain", do: byQuery("DELETE FROM event WHERE kind = 'school.changed'")},
	{name: "a photo", code: "attachment", stays: true, do: onColumn("attachment", "body", "graduate = ?1")},
	{name: "a photo is missing", code: "attachment_lost", stays: true, do: byQuery("DELETE FROM attachment WHERE graduate = ?1")},
	{name: "a pending change", code: "pending", do: onColumn("pending", "body", "graduate = ?1")},
	{name: "a fingerprint", code: "fingerprint", do: byQuery("UPDATE fingerprint SET value = zeroblob(32) WHERE kind = 'phone' AND graduate <> ?1")},
	{name: "the signature of the settings", code: "signature", do: onColumn("vouch", "body", "name = 'settings'")},
	{name: "an event put behind the last", code: "planted", blocks: true, do: byQuery(`INSERT INTO event (seq, at, kind, graduate, rev, generation, record, body, digest, hash)
		SELECT seq + 1, at, kind, graduate, rev, generation, record, body, digest, hash FROM event ORDER BY seq DESC LIMIT 1`)},
	{name: "the end of the history", code: "cut", blocks: true, do: byQuery("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")},
	{name: "the statement", code: "altered_school", blocks: true, do: onColumn("vouch", "body", "name = 'statement'")},
	{name: "a setting put in", code: "altered_school", blocks: true, do: byQuery(`INSERT INTO setting (name, rev, body) VALUES ('calendar', 1, CAST('{}' AS BLOB))`)},
	{name: "the school", code: "altered_school", blocks: true, do: byQuery(`UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), 'лицей', 'колледж') AS BLOB) WHERE name = 'school'`)},
	{name: "an event key", code: "altered_school", blocks: true, do: onColumn("event_key", "wrapped", "generation = 1")},
	{name: "the signing key", code: "altered_school", blocks: true, do: byQuery("UPDATE setting SET body = CAST('{}' AS BLOB) WHERE name = 'signing'")},
}

// withPaper is a sealed registry with a paper key.
func withPaper(t *testing.T) (sealedRegistry, string) {
	t.Helper()
	s := makeSealed(t)
	path := copyIn(t, s.content)
	o := sealedOptions()
	o.Examine = true // what graduates have filled in waits
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
	desktest.Must(err)
	var code string
	err = r.Rotate(desktest.Ctx, nil, func(c *registry.Change) (err error) {
		code, err = c.AddPaper()
		return err
	})
	desktest.Must(err)
	sealedKey = r.SchoolKey().Clone()
	mustClose(t, r)
	s.content = desktest.MustRead(t, path)
	return s, code
}

// mustOpenByPaper opens by the paper key and no more: a new head costs a password.
func mustOpenByPaper(t *testing.T, path, code string) {
	t.Helper()
	paper, err := ledger.ParsePaper(code)
	desktest.Must(err)
	o := sealedOptions()
	f, err := ledger.OpenFile(desktest.Ctx, path, ledger.Options{Now: o.Now, Rand: o.Rand})
	desktest.Must(err)
	l, err := f.ByPaper(desktest.Ctx, paper)
	if err != nil {
		t.Fatalf("the paper key: %v", err)
	}
	desktest.Must(l.Close())
}

func TestAnIllHarmsOnlyItself(t *testing.T) {
	s, paper := withPaper(t)
	for _, c := range spoilts {
		if c.blocks {
			continue
		}
		t.Run("F-05 F-07 "+c.code+": "+c.name, func(t *testing.T) {
			path := copyIn(t, s.content)
			c.do(t, path, s)
			mustOpenByPaper(t, path, paper)
			r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, sealedOptions())
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			if _, err := r.Table.Find(s.a); (err != nil) != (c.who == "a") {
				t.Errorf("who it is about: %v", err)
			}
			backup := filepath.Join(t.TempDir(), "copy"+registrar.ExtensionBackup)
			if ills, err := r.Backup(desktest.Ctx, backup); err != nil || !slices.Contains(codesOf(ills), c.code) {
				t.Errorf("the backup says %v, %v", ills, err)
			}
			if kept, err := r.KeepBackup(desktest.Ctx, "test"); err != nil || !strings.Contains(kept, "_ill") {
				t.Errorf("kept %s, %v", kept, err)
			}
			if c.code == "chain" && len(unreadable(t, r)) > 0 {
				t.Errorf("what is missing spoils %v", unreadable(t, r))
			}
			workGoesOn(t, r, s.b)
			if _, err := r.Season.Close(desktest.Ctx); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
}

// unreadable are those that cannot be read.
func unreadable(t *testing.T, r *registrar.Registrar) []registrar.Event {
	t.Helper()
	return slices.DeleteFunc(desktest.EventsOf(t, r, registrar.HistoryFilter{}), func(e registrar.Event) bool { return !e.Unreadable })
}

// workGoesOn changes somebody whom nothing ails, and adds another.
func workGoesOn(t *testing.T, r *registrar.Registrar, id string) {
	t.Helper()
	if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("street=Садовая")); err != nil {
		t.Errorf("change: %v", err)
	}
	desktest.MustAdd(t, r, "surname=Новая")
	mustRotate(t, r)
}

func TestSetAside(t *testing.T) {
	s, paper := withPaper(t)
	for _, c := range spoilts {
		t.Run("F-05 F-15 "+c.code+": "+c.name, func(t *testing.T) {
			path := copyIn(t, s.content)
			c.do(t, path, s)
			o := sealedOptions()
			o.Examine = true // what graduates have filled in waits
			r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, o)
			if err != nil {
				t.Fatal(err)
			}
			defer r.Close()
			aside, kept, err := r.SetAside(desktest.Ctx)
			if err != nil || !slices.Contains(codesOf(aside), c.code) {
				t.Fatalf("set aside %v, %v", aside, err)
			}
			if ills := examined(t, kept, sealedOptions()); filepath.Dir(kept) != registrar.BackupFolder(path) || !slices.Contains(codesOf(ills), c.code) {
				t.Errorf("the copy %s has %v", kept, ills)
			}
			mustClose(t, r)
			afterwards(t, path, paper, s, c)
		})
	}
}

// afterwards a registry is sound, and the work goes on in it.
func afterwards(t *testing.T, path, paper string, s sealedRegistry, c spoilt) {
	t.Helper()
	mustOpenByPaper(t, path, paper)
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, sealedOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventSetAside})
	if len(events) != 1 || !strings.HasSuffix(events[0].Note, registrar.ExtensionBackup) {
		t.Errorf("history %+v", events)
	}
	if lost := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventLost}); (len(lost) == 1) != (c.who == "a") {
		t.Errorf("history of who is gone: %+v", lost)
	}
	if ills, err := r.Doctor(desktest.Ctx); err != nil || (len(ills) > 0) != c.stays {
		t.Errorf("afterwards the doctor says %v, %v", ills, err)
	}
	workGoesOn(t, r, s.b)
	if ills, err := r.Doctor(desktest.Ctx); err != nil || (len(ills) > 0) != c.stays {
		t.Errorf("after more work the doctor says %v, %v", ills, err)
	}
}

func TestNothingToSetAside(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	_, kept, err := r.SetAside(desktest.Ctx)
	desktest.WantCode(t, "F-05 a sound registry", err, "doctor.nothing_ill")
	if kept != "" {
		t.Errorf("kept %s", kept)
	}
}
