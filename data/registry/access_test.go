package registry_test

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/access"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
	"graduand/data/sqlite"
)

// accessFixture is a closed registry with real accesses: a and b have them, c and d have not,
// d has no phone either.
type accessFixture struct {
	content              []byte
	a, b, c, d           string
	passwordA, passwordB string
}

var withAccesses = sync.OnceValue(func() accessFixture {
	var f accessFixture
	f.content = foundByKey(func(r *registrar.Registrar) error {
		var errs []error
		add := func(values ...string) string {
			id, err := r.Table.Add(desktest.Ctx, desktest.Assigns(values...), false)
			errs = append(errs, err)
			return id
		}
		f.a = add("surname=Асанова", "given_name=Айгуль", "phone="+desktest.PhoneA, "class=11-А")
		f.b = add("surname=Бекова", "given_name=Жаркын", "phone="+desktest.PhoneB, "class=11-А")
		f.c = add("surname=Кимова", "given_name=Вера", "phone="+desktest.PhoneC, "document_kind=passport", "document_series=ID", "document_number=1234567")
		f.d = add("surname=Оморова", "given_name=Гүлназ")
		_, err := r.Access.Create(desktest.Ctx, []string{f.a, f.b, f.a}, nil)
		all, readable := issueOf(r, nil)
		if errs = append(errs, err, readable); errors.Join(errs...) == nil {
			f.passwordA, f.passwordB = all[0].Password, all[1].Password
		}
		return errors.Join(errs...)
	})
	return f
})

// openKeyed opens a copy of a registry by the key of the tests, and takes over what
// graduates have filled in, as the sign-in of an operator does.
func openKeyed(t testing.TB, path string) *registrar.Registrar {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// secretsIn is how many passwords the file still holds.
func secretsIn(t testing.TB, r *registrar.Registrar) int {
	t.Helper()
	n, err := r.Secrets(desktest.Ctx)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestCreateAccesses(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	t.Run("KG-034 login and password", func(t *testing.T) {
		states, err := r.Access.List(desktest.Ctx, nil)
		if err != nil || len(states) != 2 {
			t.Fatalf("%v, %v", states, err)
		}
		if s := states[0]; s.Login != desktest.PhoneA || !s.Readable || s.Door != registrar.DoorOwn || s.Made.On != "2020-02-10" || s.HandedOver != nil {
			t.Errorf("got %+v", s)
		}
		if len(f.passwordA) != 14 || f.passwordA == f.passwordB {
			t.Errorf("passwords %q and %q", f.passwordA, f.passwordB)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessMade}); len(events) != 2 {
			t.Errorf("%d events: an id that was named twice counts once", len(events))
		}
	})
	t.Run("KG-008 who has one is skipped", func(t *testing.T) {
		if made, err := r.Access.Create(desktest.Ctx, []string{f.a, f.b}, nil); made != 0 || err != nil {
			t.Errorf("made %d, %v", made, err)
		}
	})
	t.Run("KG-031 KG-034 without a phone nobody gets one, nor anybody else", func(t *testing.T) {
		_, err := r.Access.Create(desktest.Ctx, []string{f.c, f.d}, nil)
		desktest.WantCode(t, "create", err, "access.no_phone")
		if states, _ := r.Access.List(desktest.Ctx, nil); len(states) != 2 {
			t.Errorf("made %d", len(states))
		}
	})
	t.Run("KG-034 a phone that changes while the password is made", func(t *testing.T) {
		r.Options().Rand = &hook{Reader: r.Options().Rand, before: func() {
			if _, err := r.Table.Change(desktest.Ctx, f.c, desktest.Assigns("phone=0555000199")); err != nil {
				t.Error(err)
			}
		}}
		_, err := r.Access.Create(desktest.Ctx, []string{f.c}, nil)
		desktest.WantCode(t, "create", err, "registry.conflict")
		mustBeSound(t, r)
	})
	t.Run("F-16 a graduate who is erased while the password is made", func(t *testing.T) {
		r.Options().Rand = &hook{Reader: r.Options().Rand, before: func() {
			if _, err := r.Season.Erase(desktest.Ctx, []string{f.c}, "просьба"); err != nil {
				t.Error(err)
			}
		}}
		_, err := r.Access.Create(desktest.Ctx, []string{f.c}, nil)
		desktest.WantCode(t, "create", err, "registry.conflict")
		mustBeSound(t, r)
	})
	t.Run("KG-034 not where the campaign has none", func(t *testing.T) {
		uk := desktest.MustCreate(t, "zno-2020")
		_, err := uk.Access.Create(desktest.Ctx, []string{desktest.MustAdd(t, uk, "surname=Сорока", "phone=0501234567")}, nil)
		desktest.WantCode(t, "create", err, "access.none")
	})
}

func TestRemoveAccesses(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	remove := func(door registrar.Door, ids ...string) error {
		return r.Access.Remove(desktest.Ctx, ids, door, "створено помилково")
	}
	t.Run("KG-015 what was handed over stays, and with it all that was named", func(t *testing.T) {
		if err := r.Access.HandOver(desktest.Ctx, []string{f.b}, registrar.DoorOwn, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		desktest.WantCode(t, "remove", remove(registrar.DoorOwn, f.a, f.b), "access.handed_already")
		if desktest.MustFind(t, r, f.a).Access(registrar.DoorOwn) == nil {
			t.Error("half of it was removed")
		}
	})
	t.Run("KG-034 nor what is not there", func(t *testing.T) {
		desktest.WantCode(t, "remove", remove(registrar.DoorPlatform, f.a), "access.not_made")
		desktest.WantCode(t, "remove", remove(registrar.DoorOwn, "nobody"), "graduate.unknown")
	})
	t.Run("KG-034 it goes once, with a reason in the history", func(t *testing.T) {
		if err := remove(registrar.DoorOwn, f.a, f.a); err != nil {
			t.Fatal(err)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessRemoved})
		if len(events) != 1 || events[0].Note != "створено помилково" || desktest.MustFind(t, r, f.a).Access(registrar.DoorOwn) != nil {
			t.Errorf("%+v", events)
		}
		if n := secretsIn(t, r); n != 0 {
			t.Errorf("%d passwords are left", n)
		}
		mustBeSound(t, r)
	})
	t.Run("KG-034 another can be made", func(t *testing.T) {
		if made, err := r.Access.Create(desktest.Ctx, []string{f.a}, nil); made != 1 || err != nil {
			t.Fatal(made, err)
		}
		if all, err := issueOf(r, nil); err != nil || len(all) != 2 || all[0].Password == f.passwordA {
			t.Errorf("%d, %v", len(all), err)
		}
		mustBeSound(t, r)
	})
}

func TestHandOver(t *testing.T) {
	f := withAccesses()
	r := openKeyed(t, copyIn(t, f.content))
	folder := t.TempDir()
	t.Run("KG-039 who has got the access fills the form, and the history says so", func(t *testing.T) {
		r := openKeyed(t, copyIn(t, f.content))
		if err := r.Access.HandOver(desktest.Ctx, []string{f.a}, registrar.DoorOwn, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventHandedOver})
		if g := desktest.MustFind(t, r, f.a); g.Mode != data.BySelf || len(events[0].Changes) != 1 || events[0].Changes[0].Field != "mode" {
			t.Errorf("mode %q, %+v", g.Mode, events[0].Changes)
		}
		mustBeSound(t, r)
	})
	t.Run("KG-016 who was handed the access gets no slip unless that is asked for", func(t *testing.T) {
		r := openKeyed(t, copyIn(t, f.content))
		if err := r.Access.HandOver(desktest.Ctx, []string{f.a}, registrar.DoorOwn, "10.02.2020", ""); err != nil {
			t.Fatal(err)
		}
		slips := func(how access.Slips, ids ...string) (of int, err error) {
			err = r.Access.SaveSlips(desktest.Ctx, filepath.Join(t.TempDir(), "slips.pdf"), ids, how)
			events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessPrinted})
			if err == nil {
				of = len(events[len(events)-1].Graduates)
			}
			return of, err
		}
		if n, err := slips(access.Slips{}, f.a, f.b); n != 1 || err != nil {
			t.Errorf("%d slips, %v", n, err)
		}
		if n, err := slips(access.Slips{Issued: true, Language: "ky"}, f.a, f.b); n != 2 || err != nil {
			t.Errorf("%d slips, %v", n, err)
		}
		_, err := slips(access.Slips{}, f.a)
		desktest.WantCode(t, "all of them have it", err, "access.all_handed")
		_, err = slips(access.Slips{Language: "de"}, f.b)
		desktest.WantCode(t, "language", err, "print.unknown_language")
	})
	t.Run("KG-013 KG-036 KG-038 slips and workbook are in the history", func(t *testing.T) {
		if err := r.Access.SaveSlips(desktest.Ctx, filepath.Join(folder, "slips.pdf"), []string{f.b}, access.Slips{}); err != nil {
			t.Fatal(err)
		}
		if err := r.Access.SaveWorkbook(desktest.Ctx, filepath.Join(folder, "все.xlsx"), nil); err != nil {
			t.Fatal(err)
		}
		printed, saved := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessPrinted}), desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessSaved})
		if len(printed) != 1 || !slices.Equal(printed[0].Graduates, []string{f.b}) || printed[0].By != "Key" {
			t.Errorf("slips: %+v", printed)
		}
		if len(saved) != 1 || !slices.Equal(saved[0].Graduates, []string{f.a, f.b}) || saved[0].Note != "все.xlsx" {
			t.Errorf("workbook: %+v", saved)
		}
		desktest.WantCode(t, "over the registry", r.Access.SaveWorkbook(desktest.Ctx, r.Path(), nil), "print.over_registry")
	})
	t.Run("KG-015 a password that was handed over can be read by nobody", func(t *testing.T) {
		if err := r.Access.HandOver(desktest.Ctx, []string{f.a}, registrar.DoorOwn, "10.2.2020", "роспись"); err != nil {
			t.Fatal(err)
		}
		if a := desktest.MustFind(t, r, f.a).Access(registrar.DoorOwn); a.HandedOver == nil || a.HandedOver.On != "2020-02-10" || a.HandedOver.By != "Key" {
			t.Errorf("got %+v", a)
		}
		if n := secretsIn(t, r); n != 1 {
			t.Errorf("%d passwords are kept", n)
		}
		desktest.WantCode(t, "again", r.Access.HandOver(desktest.Ctx, []string{f.b, f.a}, registrar.DoorOwn, "10.2.2020", ""), "access.handed_already")
		desktest.WantCode(t, "not made", r.Access.HandOver(desktest.Ctx, []string{f.b}, registrar.DoorPlatform, "10.2.2020", ""), "access.not_made")
		if n := secretsIn(t, r); n != 1 {
			t.Errorf("a refused hand-over dropped a password: %d", n)
		}
	})
	t.Run("KG-015 KG-016 the workbook says so in its place", func(t *testing.T) {
		text := cells(t, accessesOf(t, r, nil))
		if strings.Contains(text, f.passwordA) || !strings.Contains(text, f.passwordB) || !strings.Contains(text, "выдано") {
			t.Errorf("workbook: %s", text)
		}
	})
	t.Run("KG-015 it still opens the form", func(t *testing.T) {
		mustBeSound(t, r)
		mustClose(t, r)
		g := mustSignIn(t, r.Path(), registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon())
		if g.Me().Role != registrar.RoleGraduate {
			t.Errorf("signed in as %+v", g.Me())
		}
	})
}

// cells is all text of a workbook.
func cells(t testing.TB, content []byte) string {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, row := range rows {
		all = append(all, row...)
	}
	return strings.Join(all, "|")
}

func TestChangeAccess(t *testing.T) {
	f := withAccesses()
	path := copyIn(t, f.content)
	r := openKeyed(t, path)
	t.Run("KG-037 a reason is asked for", func(t *testing.T) {
		desktest.WantCode(t, "none", r.Access.Change(desktest.Ctx, f.a, "  "), "access.no_reason")
		desktest.WantCode(t, "not made", r.Access.Change(desktest.Ctx, f.c, "утерян"), "access.not_made")
		if err := r.Access.Change(desktest.Ctx, f.a, " утерян "); err != nil {
			t.Fatal(err)
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventAccessChanged}); len(events) != 1 || events[0].Note != "утерян" || events[0].Graduate != f.a {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("KG-032 a changed phone is warned about, the old one stays in the history", func(t *testing.T) {
		for id, rule := range map[string]string{f.b: "login_changed", f.c: "phone_changed"} {
			warnings, err := r.Table.Change(desktest.Ctx, id, desktest.Assigns("phone=07770002"+fmt.Sprint(10+strings.Index(rule, "n"))))
			if err != nil || len(warnings) != 1 || warnings[0].Rule != rule || warnings[0].Severity != data.SeverityWarning {
				t.Errorf("%s: %v, %v", rule, warnings, err)
			}
		}
		changes := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: f.b, Kind: registry.EventChanged})
		if len(changes) != 1 || changes[0].Changes[0].Before != desktest.PhoneB {
			t.Errorf("history %+v", changes)
		}
		if a := desktest.MustFind(t, r, f.b).Access(registrar.DoorOwn); a.Login != desktest.PhoneB {
			t.Errorf("the login is %s before there is a new password", a.Login)
		}
	})
	t.Run("KG-032 a number that was taken out and typed anew is told with the login that holds", func(t *testing.T) {
		for _, phone := range []string{"", "0777000299"} {
			warnings, err := r.Table.Change(desktest.Ctx, f.b, desktest.Assigns("phone="+phone))
			if err != nil || len(warnings) != 1 || warnings[0].Rule != "login_changed" || warnings[0].Args["before"] != registrar.FormatPhone(desktest.PhoneB) {
				t.Errorf("%q: %v, %v", phone, warnings, err)
			}
		}
	})
	t.Run("KG-033 the phone is a login: no two have it", func(t *testing.T) {
		_, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname=Другая", "phone=0555 000 101"), true)
		desktest.WantCode(t, "add", err, "rule.duplicate_phone")
		_, err = r.Table.Change(desktest.Ctx, f.c, desktest.Assigns("phone=0555-000-101"))
		desktest.WantCode(t, "change", err, "rule.duplicate_phone")
		var prints []sqlite.Fingerprint
		desktest.Must(r.DB().Fingerprints(desktest.Ctx, func(id string, p sqlite.Fingerprint) error {
			if id == f.a {
				prints = append(prints, p)
			}
			return nil
		}))
		err = r.DB().Update(desktest.Ctx, func(tx *sqlite.Tx) error {
			return tx.SetFingerprints(f.d, true, prints)
		})
		desktest.WantCode(t, "the file itself", err, "registry.duplicate")
	})
	t.Run("KG-037 the old password opens nothing, the new one the form", func(t *testing.T) {
		all, err := issueOf(r, []string{f.a})
		if err != nil {
			t.Fatal(err)
		}
		mustBeSound(t, r)
		mustClose(t, r)
		refuseSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, atNoon(), "vault.wrong")
		typed := strings.ToLower(strings.ReplaceAll(all[0].Password, "-", " "))
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: "0555000101", Password: typed}, atNoon()))
	})
	t.Run("KG-012 an access that somebody has altered", func(t *testing.T) {
		spoilt := copyIn(t, f.content)
		flip(t, spoilt, "access", "slot", "graduate = ?1", f.b, "last")
		refuseSignIn(t, spoilt, registrar.SignIn{Phone: desktest.PhoneB, Password: f.passwordB}, atNoon(), "vault.tampered")
	})
}
