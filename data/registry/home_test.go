package registry_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/roster"
)

// fillAtHome signs in to a take-home file and fills it in.
func fillAtHome(t *testing.T, path string, s registrar.SignIn, id string, values ...string) {
	t.Helper()
	r := mustSignIn(t, path, s, atNoon())
	for _, v := range values {
		if _, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns(v)); err != nil {
			t.Fatal(err)
		}
	}
	mustClose(t, r)
}

func TestTakeHome(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	home := filepath.Join(t.TempDir(), "Асанова.graduand")
	if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("house=1")); err != nil {
		t.Fatal(err)
	}
	t.Run("KG-069 only who has an access takes a form home", func(t *testing.T) {
		desktest.WantCode(t, "no access", r.Access.TakeHome(desktest.Ctx, f.c, home), "access.not_made")
		if err := r.Access.TakeHome(desktest.Ctx, f.a, home); err != nil {
			t.Fatal(err)
		}
		desktest.WantCode(t, "over a file", r.Access.TakeHome(desktest.Ctx, f.a, home), "registry.exists")
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.a, Kind: registry.EventTakenHome}); len(events) != 1 {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("KG-012 it holds one record, and no way in but one", func(t *testing.T) {
		copied := copyIn(t, desktest.MustRead(t, home))
		for query, want := range map[string]int{
			"SELECT count(*) FROM graduate": 1, "SELECT count(*) FROM access": 1, "SELECT count(*) FROM event": 0,
			"SELECT count(*) FROM slot": 0, "SELECT count(*) FROM event_key": 0, "SELECT count(*) FROM fingerprint": 0,
			"SELECT count(secret) FROM access": 0, "SELECT length(wrapped) FROM graduate": 0,
		} {
			if got := peek[int](t, copied, query); got != want {
				t.Errorf("%s: %d, want %d", query, got, want)
			}
		}
		door, err := registrar.LookAt(desktest.Ctx, copied)
		if err != nil || !door.Home || door.School != "Школа-гимназия № 7" {
			t.Errorf("at the door %+v, %v", door, err)
		}
		refuseSignIn(t, copied, registrar.SignIn{Phone: desktest.PhoneB, Password: f.passwordB}, atNoon(), "vault.wrong")
		if _, err := registrar.Open(desktest.Ctx, copied, registrar.SignIn{}, desktest.Options()); data.CodeOf(err) != "vault.tampered" {
			t.Errorf("the school's key opens it: %v", err)
		}
	})
	t.Run("KG-069 filled in at home it comes back", func(t *testing.T) {
		fillAtHome(t, home, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, f.a, "street=Лесная", "house=2", "birth_date=5.3.2003")
		if _, err := r.Table.Change(desktest.Ctx, f.a, desktest.Assigns("house=3")); err != nil {
			t.Fatal(err)
		}
		read, err := r.Access.ReadHome(desktest.Ctx, home)
		if err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["street"] != "" {
			t.Error("reading has changed something")
		}
		if !slices.Equal(read.Refused, []registrar.FieldChange{{Field: "house", Before: "3", After: "2"}}) || len(read.Changes) != 2 {
			t.Errorf("read %+v", read.Filled)
		}
		if _, err := r.Access.TakeIn(desktest.Ctx, read, nil); err != nil {
			t.Fatal(err)
		}
		g := desktest.MustFind(t, r, f.a)
		if g.Fields["street"] != "Лесная" || g.Fields["house"] != "3" || g.BirthDate != "2003-03-05" {
			t.Errorf("got %+v", g)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFilled}); len(events) != 1 || events[0].By != "Асанова Айгуль" || events[0].Note != "Key" {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("KG-069 taken in twice it changes nothing, anyway it does", func(t *testing.T) {
		before := r.Head()
		for _, anyway := range [][]string{nil, {"street"}} {
			read, err := r.Access.ReadHome(desktest.Ctx, home)
			if err != nil {
				t.Fatal(err)
			}
			if done, err := r.Access.TakeIn(desktest.Ctx, read, anyway); err != nil || len(done.Changes) > 0 {
				t.Errorf("took in %+v, %v", done, err)
			}
		}
		if r.Head() != before {
			t.Error("there is an event")
		}
		read, err := r.Access.ReadHome(desktest.Ctx, home)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Access.TakeIn(desktest.Ctx, read, []string{"house", "phone"}); err != nil {
			t.Fatal(err)
		}
		if g := desktest.MustFind(t, r, f.a); g.Fields["house"] != "2" || g.Phone != desktest.PhoneA {
			t.Errorf("got %+v", g)
		}
		mustBeSound(t, r)
	})
	t.Run("KG-069 what is not ours is refused", func(t *testing.T) { refuseStrangers(t, r, home, f) })
}

// refuseStrangers tries files that are no take-home files of this registry.
func refuseStrangers(t *testing.T, r *registrar.Registrar, home string, f accessFixture) {
	t.Helper()
	other := foundByKey(func(r *registrar.Registrar) error {
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Чужая"), false)
		return err
	})
	otherID := copyIn(t, desktest.MustRead(t, home))
	alter(t, otherID, `UPDATE setting SET body = CAST(replace(CAST(body AS TEXT), '"id":"', '"id":"f') AS BLOB) WHERE name = 'identity'`)
	forged := copyIn(t, desktest.MustRead(t, home))
	alter(t, forged, "UPDATE pending SET body = (SELECT p.body FROM pending p WHERE p.id <> pending.id LIMIT 1)")
	for name, c := range map[string]struct{ path, code string }{
		"a registry":             {copyIn(t, other), "home.not_ours"},
		"the registry itself":    {r.Path(), "home.not_ours"},
		"of another registry":    {otherID, "home.not_ours"},
		"altered on the way":     {forged, "home.damaged"},
		"no registry, but a PDF": {copyIn(t, []byte("%PDF-1.4")), "registry.not_a_registry"},
	} {
		if _, err := r.Access.ReadHome(desktest.Ctx, c.path); data.CodeOf(err) != c.code {
			t.Errorf("%s: got %v, want %s", name, err, c.code)
		}
	}
	if _, err := r.Season.Erase(desktest.Ctx, []string{f.a}, "просьба"); err != nil {
		t.Fatal(err)
	}
	_, err := r.Access.ReadHome(desktest.Ctx, home)
	desktest.WantCode(t, "of an erased graduate", err, "home.not_ours")
}

func TestTakeHomeLeavesNothingBehind(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	folder := t.TempDir()
	cancelled := &countdown{Context: desktest.Ctx, left: 6}
	t.Run("KG-069 when it fails", func(t *testing.T) {
		for left := range 40 {
			cancelled.left = left
			if r.Access.TakeHome(cancelled, f.a, filepath.Join(folder, "home.graduand")) == nil {
				return
			}
			if files, _ := os.ReadDir(folder); len(files) > 0 {
				t.Fatalf("cancelled at %d: left %v", left, files)
			}
		}
		t.Error("never done")
	})
}

func TestImportAccesses(t *testing.T) {
	r := openKeyed(t, copyIn(t, withAccesses().content))
	twin := desktest.MustAdd(t, r, "surname=Токтогулова", "given_name=Ай", "phone=0555000301")
	desktest.MustAdd(t, r, "surname=Токтогулова", "given_name=Ай", "phone=0555000302", "class=11-Я")
	named := desktest.MustAdd(t, r, "surname=Ибраимова", "given_name=Нур")
	lines := []roster.AccessLine{
		{Login: desktest.PhoneA, FullName: "Асанова Айгуль", Password: "platform-1"},
		{Login: desktest.PhoneB, FullName: "Совсем Другая", Password: "platform-2"},
		{FullName: "Ибраимова Нур", Password: "platform-3"},
		{FullName: "Неизвестная Анна", Password: "platform-4"},
		{FullName: "Токтогулова Ай", Password: "platform-5"},
		{Login: "+996555000999", FullName: "Кимова Вера", Password: "platform-6"},
		{Login: desktest.PhoneA, FullName: "Асанова Айгуль", Password: "platform-7"},
		{Login: "+996555000301", FullName: "Токтогулова Ай", Password: "выдано"},
	}
	rules := []string{"", "access_other_name", "", "access_unknown", "access_ambiguous", "access_other_phone", "access_repeated", "access_handed"}
	var b bytes.Buffer
	if err := roster.WriteAccesses(&b, lines, "Школа", "ru"); err != nil {
		t.Fatal(err)
	}
	read, err := r.Access.Read(desktest.Ctx, "Доступы выпускников.xlsx", b.Bytes(), nil)
	if err != nil || len(read.Rows) != len(lines) {
		t.Fatalf("%+v, %v", read, err)
	}
	for i, row := range read.Rows {
		t.Run("KG-035 "+lines[i].Password+" "+rules[i], func(t *testing.T) {
			took := slices.Contains([]string{"", "access_other_phone"}, rules[i])
			if took != (row.Graduate != "") {
				t.Errorf("taken: %q, %+v", row.Graduate, row.Problems)
			}
			if rules[i] != "" && !slices.ContainsFunc(row.Problems, func(p roster.Problem) bool { return p.Rule == rules[i] }) {
				t.Errorf("problems %+v", row.Problems)
			}
		})
	}
	t.Run("KG-035 KG-015 they lie sealed until they are handed over", func(t *testing.T) {
		if read.Accepted != 3 || read.Rejected != 5 {
			t.Errorf("accepted %d, rejected %d", read.Accepted, read.Rejected)
		}
		if err := r.Access.Import(desktest.Ctx, read); err != nil {
			t.Fatal(err)
		}
		all, err := issueOf(r, []string{named})
		if err != nil || len(all) != 1 || all[0].Password != "platform-3" || all[0].Door != registrar.DoorPlatform {
			t.Errorf("got %+v, %v", all, err)
		}
		if g := desktest.MustFind(t, r, twin); len(g.Accesses) != 0 {
			t.Errorf("the word is taken for a password: %+v", g.Accesses)
		}
		if err := r.Access.HandOver(desktest.Ctx, []string{named}, registrar.DoorPlatform, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		if all, err = issueOf(r, []string{named}); err != nil || all[0].Password != "" {
			t.Errorf("it can be read: %+v, %v", all, err)
		}
		sheet := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessSheet})
		if len(sheet) != 1 || sheet[0].Note != "Доступы выпускников.xlsx" || len(sheet[0].Graduates) != 3 {
			t.Errorf("history %+v", sheet)
		}
		mustBeSound(t, r)
	})
	t.Run("KG-035 our own workbook of handed-over passwords brings none", func(t *testing.T) {
		read, err := r.Access.Read(desktest.Ctx, "own.xlsx", accessesOf(t, r, []string{named}), nil)
		if err != nil || read.Accepted != 0 {
			t.Errorf("%+v, %v", read, err)
		}
	})
}
