package registry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The people of testdata/former.graduand are those of the other tests; the graduate has an
// access, a photo, and a street that nobody of the school has seen yet. Of the same
// graduate is testdata/former-home.graduand, in which the house was filled in.
const (
	formerGraduate = "c9dece688c"
	formerPassword = "FD97-7863-GUVG"
)

func formerRegistry(t testing.TB) string {
	t.Helper()
	return copyIn(t, desktest.MustRead(t, filepath.Join("testdata", "former.graduand")))
}

func TestFormerFormatIsUpgraded(t *testing.T) {
	path := formerRegistry(t)
	before := desktest.MustRead(t, path)
	r := mustSignIn(t, path, headIn, atNoon())
	t.Run("F-07 everything is still there, and sound", func(t *testing.T) {
		g := desktest.MustFind(t, r, formerGraduate)
		if r.Table.Count() != 2 || g.Surname != "Асанова" || g.Fields["street"] != "Лесная" {
			t.Errorf("%d graduates, %+v", r.Table.Count(), g)
		}
		if picture, err := r.Form.Attachment(desktest.Ctx, formerGraduate, "passport_front"); err != nil || len(picture) == 0 {
			t.Errorf("the photo: %v", err)
		}
		if all, err := issueOf(r, nil); err != nil || len(all) != 1 || all[0].Password != formerPassword {
			t.Errorf("passwords: %v, %v", all, err)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{})
		if len(events) != 14 || events[0].Kind != registry.EventCreated || events[13].Kind != registry.EventFilled || slices.ContainsFunc(events, func(e registrar.Event) bool { return e.Unreadable }) {
			t.Errorf("history %+v", events)
		}
		if accounts, err := r.Accounts(desktest.Ctx); err != nil || len(accounts) != 3 {
			t.Errorf("accounts %v, %v", accounts, err)
		}
		mustBeSound(t, r)
	})
	t.Run("F-15 a copy of it as it was lies among the backups", func(t *testing.T) {
		kept, err := filepath.Glob(filepath.Join(registrar.BackupFolder(path), "*_прежний"+registrar.ExtensionBackup))
		if err != nil || len(kept) != 1 {
			t.Fatalf("kept %v, %v", kept, err)
		}
		if peek[int](t, kept[0], "PRAGMA user_version") != 1 || peek[int](t, kept[0], "SELECT count(*) FROM event") != 13 {
			t.Error("the copy is not of the former format")
		}
		if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
			t.Errorf("left beside it: %v", left)
		}
	})
	t.Run("F-07 the work goes on, and the others come in", func(t *testing.T) {
		desktest.MustAdd(t, r, "surname=Новая")
		mustRotate(t, r)
		mustBeSound(t, r)
		mustClose(t, r)
		mustClose(t, mustSignIn(t, path, readerIn, atNoon()))
		own := mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: formerPassword}, atNoon())
		if own.Me().Name != "Асанова Айгуль" {
			t.Errorf("signed in as %+v", own.Me())
		}
		mustClose(t, own)
	})
	if bytes.Equal(before, desktest.MustRead(t, path)) {
		t.Error("nothing was upgraded")
	}
}

func TestFormerFormatWaitsForTheSchool(t *testing.T) {
	for name, s := range map[string]registrar.SignIn{"a reader": readerIn, "a graduate": {Phone: desktest.PhoneA, Password: formerPassword}} {
		t.Run("F-06 F-07 "+name+" upgrades nothing", func(t *testing.T) {
			path := formerRegistry(t)
			before := desktest.MustRead(t, path)
			refuseSignIn(t, path, s, atNoon(), "registry.former_format")
			if !bytes.Equal(before, desktest.MustRead(t, path)) {
				t.Error("the file was written to")
			}
			if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
				t.Errorf("left beside it: %v", left)
			}
		})
	}
	t.Run("F-07 a wrong password upgrades nothing either", func(t *testing.T) {
		path := formerRegistry(t)
		refuseSignIn(t, path, registrar.SignIn{Phone: headIn.Phone, Password: freshPassword}, atNoon(), "vault.wrong")
		if peek[int](t, path, "PRAGMA user_version") != 1 {
			t.Error("the file was upgraded")
		}
	})
}

func TestFormerFormatThatIsSpoilt(t *testing.T) {
	t.Run("F-05 a record that was altered before is ill after", func(t *testing.T) {
		path := formerRegistry(t)
		flip(t, path, "graduate", "body", "id = ?1", formerGraduate, "last")
		r := mustSignIn(t, path, responsibleIn, atNoon())
		ills, err := r.Doctor(desktest.Ctx)
		if err != nil || !slices.Contains(codesOf(ills), "altered") || r.Table.Count() != 1 {
			t.Errorf("%d graduates, the doctor says %v, %v", r.Table.Count(), ills, err)
		}
	})
	t.Run("F-05 settings that were altered are refused, and the file stays", func(t *testing.T) {
		path := formerRegistry(t)
		alter(t, path, `UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), 'гимназия', 'колледж') AS BLOB) WHERE name = 'school'`)
		before := desktest.MustRead(t, path)
		refuseSignIn(t, path, responsibleIn, atNoon(), "vault.tampered")
		if !bytes.Equal(before, desktest.MustRead(t, path)) {
			t.Error("the file was written to")
		}
	})
}

func TestFormerTakeHomeFile(t *testing.T) {
	home := filepath.Join(t.TempDir(), "home.graduand")
	desktest.Must(os.WriteFile(home, desktest.MustRead(t, filepath.Join("testdata", "former-home.graduand")), 0o600))
	r := mustSignIn(t, formerRegistry(t), headIn, atNoon())
	t.Run("KG-069 it is still taken in", func(t *testing.T) {
		read, err := r.Access.ReadHome(desktest.Ctx, home)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Access.TakeIn(desktest.Ctx, read, nil); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, formerGraduate); g.Fields["house"] != "7" {
			t.Errorf("got %v", g.Fields)
		}
		mustBeSound(t, r)
	})
	t.Run("KG-069 the graduate is told to wait for the school", func(t *testing.T) {
		refuseSignIn(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: strings.ToLower(formerPassword)}, atNoon(), "registry.former_format")
	})
}

// testdata/present.graduand is the former one after its upgrade, with a graduate more, a new
// password of the other, and another school key: every program to come must open it.
func TestPresentFormatIsKept(t *testing.T) {
	content := desktest.MustRead(t, filepath.Join("testdata", "present.graduand"))
	path := copyIn(t, content)
	r := mustSignIn(t, path, headIn, atNoon())
	t.Run("F-07 everything is there, and sound", func(t *testing.T) {
		g := desktest.MustFind(t, r, formerGraduate)
		if r.Table.Count() != 3 || g.Surname != "Асанова" || g.Access(registrar.DoorOwn).Version != 2 {
			t.Errorf("%d graduates, %+v", r.Table.Count(), g)
		}
		if picture, err := r.Form.Attachment(desktest.Ctx, formerGraduate, "passport_front"); err != nil || len(picture) == 0 {
			t.Errorf("the photo of before the new password: %v", err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
	})
	t.Run("KG-037 the new password opens the form, the old one nothing", func(t *testing.T) {
		own := mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: "9DSZ-G79V-3GVF"}, atNoon())
		if picture, err := own.Form.Attachment(desktest.Ctx, formerGraduate, "passport_front"); err != nil || len(picture) == 0 {
			t.Errorf("the photo: %v", err)
		}
		mustClose(t, own)
		refuseSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: formerPassword}, atNoon(), "vault.wrong")
	})
}
