package registry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// newHead is who has nothing but the backup and the paper.
var newHead = registrar.Account{Name: "Новикова Мээрим", Phone: "0555 000 077"}

// refusePaper tries to restore by paper; nothing must be left.
func refusePaper(t *testing.T, backup, typed string, a registrar.Account, password, code string) {
	t.Helper()
	folder := t.TempDir()
	r, next, err := registrar.RestoreByPaper(desktest.Ctx, backup, filepath.Join(folder, "again.graduand"), holder(typed, a, password), false, atNoon())
	if r != nil || next != "" {
		t.Fatal("it opened")
	}
	desktest.WantCode(t, "restore", err, code)
	if files, _ := os.ReadDir(folder); len(files) > 0 {
		t.Errorf("left: %v", files)
	}
}

// Where no registry can be is said before the backup is read.
func TestRestoreWhereNoRegistryCanBe(t *testing.T) {
	absent := filepath.Join(t.TempDir(), "absent", "x")
	_, err := registrar.Restore(desktest.Ctx, absent+registrar.ExtensionBackup, absent+".graduand", registrar.SignIn{}, false, desktest.Options())
	if data.CodeOf(err) != "registry.no_folder" {
		t.Errorf("%v", err)
	}
}

func TestRestoreByPaper(t *testing.T) {
	backup, paper := copyIn(t, staffed().content), staffed().paper
	t.Run("KG-007 F-15 what is refused leaves nothing behind", func(t *testing.T) {
		refusePaper(t, backup, mistype(paper, 3), newHead, freshPassword, "vault.paper_group")
		refusePaper(t, backup, paper, registrar.Account{Phone: newHead.Phone}, freshPassword, "account.no_name")
		refusePaper(t, backup, paper, registrar.Account{Name: newHead.Name}, freshPassword, "account.no_phone")
		refusePaper(t, backup, paper, registrar.Account{Name: newHead.Name, Phone: "12"}, freshPassword, "vault.phone")
		refusePaper(t, backup, paper, newHead, "коротко", "vault.short_password")
		refusePaper(t, copyIn(t, solo().content), paper, newHead, freshPassword, "vault.paper_wrong")
		_, _, err := registrar.RestoreByPaper(desktest.Ctx, backup, backup, holder(paper, newHead, freshPassword), false, atNoon())
		desktest.WantCode(t, "over a file", err, "registry.exists")
	})
	t.Run("KG-007 F-15 every record is checked before", func(t *testing.T) {
		for name, query := range map[string]string{
			"a record":    "UPDATE graduate SET body = zeroblob(length(body)) WHERE id = (SELECT min(id) FROM graduate)",
			"the history": "UPDATE event SET hash = zeroblob(32) WHERE seq = 2",
			"an event":    "UPDATE event SET body = zeroblob(length(body)) WHERE seq = 2",
		} {
			altered := copyIn(t, staffed().content)
			alter(t, altered, query)
			t.Log(name)
			refusePaper(t, altered, paper, newHead, freshPassword, "backup.unsound")
		}
	})
	path := filepath.Join(t.TempDir(), "again.graduand")
	alter(t, backup, `INSERT INTO setting (name, rev, body) VALUES ('backoff', 1, CAST('{"failures":9,"last":"2020-02-10T12:00:00Z","seen":"2020-02-10T12:00:00Z"}' AS BLOB))`)
	desktest.Must(os.WriteFile(backup+"-tries", []byte(`{"failures":9,"last":"2020-02-10T12:00:00Z","seen":"2020-02-10T12:00:00Z"}`), 0o600))
	before := desktest.MustRead(t, backup)
	r, next, err := registrar.RestoreByPaper(desktest.Ctx, backup, path, holder(paper, newHead, freshPassword), false, atNoon())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	t.Run("KG-007 F-15 the holder is head of a new branch", func(t *testing.T) {
		was := mustSignIn(t, copyIn(t, staffed().content), headIn, atNoon()).Identity()
		if r.ID() != was.ID || r.Branch() == was.Branch {
			t.Errorf("identity %+v, was %+v", r.Identity(), was)
		}
		if !bytes.Equal(before, desktest.MustRead(t, backup)) {
			t.Error("the backup was written to")
		}
		if me := r.Me(); me.Role != registrar.RoleHead || me.MustChange || me.Name != newHead.Name || me.ID == "" {
			t.Errorf("signed in as %+v", me)
		}
		if rows, err := r.Table.List(registrar.Filter{}); err != nil || len(rows) != 2 {
			t.Errorf("list %d, %v", len(rows), err)
		}
		for _, kind := range []string{registry.EventRestoredFile, registry.EventRecovered} {
			if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: kind}); len(events) != 1 || events[0].By != newHead.Name {
				t.Errorf("history %+v", events)
			}
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
	t.Run("KG-014 wrong passwords before it are noted and keep nobody out", func(t *testing.T) {
		r := mustSignIn(t, path, registrar.SignIn{Phone: newHead.Phone, Password: freshPassword}, atNoon())
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventRecovered}); len(events) != 1 || events[0].Failures != 9 {
			t.Errorf("history %+v", events)
		}
		mustClose(t, r)
		mustClose(t, mustSignIn(t, path, responsibleIn, atNoon()))
	})
	t.Run("KG-007 the next paper opens, the old one only the backup", func(t *testing.T) {
		_, _, err := registrar.Recover(desktest.Ctx, path, holder(paper, newHead, freshPassword), atNoon())
		desktest.WantCode(t, "the old paper", err, "vault.paper_wrong")
		again, _, err := registrar.Recover(desktest.Ctx, path, holder(next, newHead, freshPassword), atNoon())
		if err != nil {
			t.Fatal(err)
		}
		mustClose(t, again)
		if _, _, err = registrar.RestoreByPaper(desktest.Ctx, backup, filepath.Join(t.TempDir(), "x.graduand"), holder(next, newHead, freshPassword), false, atNoon()); err == nil {
			t.Error("the backup opens by the next paper")
		}
	})
}
