package registry_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The people of a school whose accounts have real passwords.
var (
	headIn        = registrar.SignIn{Phone: "+996555000001", Password: "Медленный чай на веранде"}
	responsibleIn = registrar.SignIn{Phone: "+996555000002", Password: "Зелёный трамвай номер семь"}
	readerIn      = registrar.SignIn{Phone: "+996555000003", Password: "Тихая вода под мостом"}
	newcomerIn    = registrar.SignIn{Phone: "+996555000004", Password: "Первый снег в горах Алая"}
)

const freshPassword = "Сорок два воробья летят"

// closedRegistry is a registry with its bytes, so that each test pays for its making once.
type closedRegistry struct {
	content []byte
	paper   string
	ids     []string
}

// solo has a head only: a wrong password costs one guess.
var solo = sync.OnceValue(func() closedRegistry { return foundClosed(nil) })

// staffed has everybody, a paper code and two graduates.
var staffed = sync.OnceValue(func() closedRegistry {
	var made closedRegistry
	file := foundClosed(func(r *registrar.Registrar) error {
		errs := []error{
			r.AddAccountNow(desktest.Ctx, registrar.Account{Name: "Усенова Нурия", Phone: responsibleIn.Phone, Role: registrar.RoleResponsible}, responsibleIn.Password),
			r.AddAccountNow(desktest.Ctx, registrar.Account{Name: "Ким Вера", Phone: readerIn.Phone, Role: registrar.RoleReader}, readerIn.Password),
			r.AddAccount(desktest.Ctx, registrar.Account{Name: "Осмонов Бакыт", Phone: newcomerIn.Phone, Role: registrar.RoleResponsible}, newcomerIn.Password),
		}
		code, err := r.NewPaperCode(desktest.Ctx)
		made.paper, errs = code, append(errs, err)
		for _, surname := range []string{"Асанова", "Бекова"} {
			id, err := r.Table.Add(desktest.Ctx, desktest.Assigns("surname="+surname), false)
			made.ids, errs = append(made.ids, id), append(errs, err)
		}
		return errors.Join(errs...)
	})
	made.content = file.content
	return made
})

func foundClosed(fill func(*registrar.Registrar) error) closedRegistry {
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	founder := registrar.Founder{Name: "Бакиева Айгуль", Phone: "0555 000 001", Password: headIn.Password}
	return closedRegistry{content: inFolder(func(path string) error {
		r, err := registrar.Create(desktest.Ctx, path, c, data.School{Name: "Школа-гимназия № 7"}, founder, atNoon())
		if err == nil && fill != nil {
			err = fill(r)
		}
		return errors.Join(err, r.Close())
	})}
}

// inFolder is the content of the registry that make leaves in a folder of its own.
func inFolder(make func(path string) error) []byte {
	folder, err := os.MkdirTemp("", "graduand-fixture-*")
	desktest.Must(err)
	defer os.RemoveAll(folder)
	path := filepath.Join(folder, "school.graduand")
	desktest.Must(make(path))
	content, err := os.ReadFile(path)
	desktest.Must(err)
	return content
}

// copyIn writes the bytes of a registry into a folder of the test.
func copyIn(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "school.graduand")
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// clockOptions sign in by password, at the time that the test sets.
func clockOptions(at *time.Time) registrar.Options {
	return registrar.Options{Now: func() time.Time { return *at }}
}

func atNoon() registrar.Options {
	return registrar.Options{Now: func() time.Time { return desktest.Noon }}
}

func mustSignIn(t testing.TB, path string, s registrar.SignIn, o registrar.Options) *registrar.Registrar {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, s, o)
	if err != nil {
		t.Fatalf("sign in as %s: %v", s.Phone, err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

// refuseSignIn tries to open and wants a code.
func refuseSignIn(t testing.TB, path string, s registrar.SignIn, o registrar.Options, code string) error {
	t.Helper()
	r, err := registrar.Open(desktest.Ctx, path, s, o)
	if r != nil {
		r.Close()
		t.Fatalf("%s came in", s.Phone)
	}
	if data.CodeOf(err) != code {
		t.Fatalf("%q: got %v, want %s", s.Phone, err, code)
	}
	return err
}

func mustClose(t testing.TB, r *registrar.Registrar) {
	t.Helper()
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
}

func mustBeSound(t testing.TB, r *registrar.Registrar) {
	t.Helper()
	if ills, err := r.Doctor(desktest.Ctx); err != nil || len(ills) > 0 {
		t.Errorf("doctor: %v, %v", ills, err)
	}
}

func TestSignIn(t *testing.T) {
	path := copyIn(t, solo().content)
	for _, phone := range []string{"+996555000001", "0555 000 001", "996 (555) 00-00-01"} {
		t.Run("KG-010 phone typed as "+phone, func(t *testing.T) {
			r := mustSignIn(t, path, registrar.SignIn{Phone: phone, Password: headIn.Password}, atNoon())
			if me := r.Me(); me.Role != registrar.RoleHead || me.Name != "Бакиева Айгуль" || me.Phone != headIn.Phone || me.MustChange {
				t.Errorf("signed in as %+v", me)
			}
			mustClose(t, r)
		})
	}
	t.Run("KG-010 without a phone the password decides", func(t *testing.T) {
		if r := mustSignIn(t, path, registrar.SignIn{Phone: "", Password: headIn.Password}, atNoon()); r.Me().Phone != headIn.Phone {
			t.Errorf("signed in as %+v", r.Me())
		} else {
			mustClose(t, r)
		}
	})
	for name, s := range map[string]registrar.SignIn{
		"KG-012 wrong phone":    {Phone: "0555000009", Password: headIn.Password},
		"KG-012 wrong password": {Phone: headIn.Phone, Password: headIn.Password + "!"},
		"KG-012 no password":    {Phone: headIn.Phone, Password: ""},
		"KG-012 nothing at all": {},
	} {
		t.Run(name, func(t *testing.T) {
			err := refuseSignIn(t, copyIn(t, solo().content), s, atNoon(), "vault.wrong")
			var e *registrar.Error
			if !errors.As(err, &e) || len(e.Args) > 0 || strings.Contains(err.Error(), "Бакиева") || strings.Contains(err.Error(), "555") {
				t.Errorf("says more than it should: %v", err)
			}
		})
	}
}

// TestFailuresAreNoted has a registry of its own, as what a run knows of wrong passwords
// goes by the registry. How long one waits is tested in package ledger.
func TestFailuresAreNoted(t *testing.T) {
	path, clock := copyIn(t, foundClosed(nil).content), desktest.Noon
	wrong := registrar.SignIn{Phone: headIn.Phone, Password: "не тот пароль совсем"}
	for range 4 {
		refuseSignIn(t, path, wrong, clockOptions(&clock), "vault.wrong")
	}
	refuseSignIn(t, path, wrong, clockOptions(&clock), "vault.wait")
	t.Run("KG-014 F-05 when the wait is over the failures are noted", func(t *testing.T) {
		clock = clock.Add(30 * time.Second)
		r := mustSignIn(t, path, headIn, clockOptions(&clock))
		events, err := r.History(desktest.Ctx, registrar.HistoryFilter{Kind: registry.EventSignedIn})
		if err != nil || len(events) != 1 || events[0].Failures != 5 || events[0].By != "Бакиева Айгуль" {
			t.Errorf("history %+v, %v", events, err)
		}
		mustClose(t, r)
		refuseSignIn(t, path, wrong, clockOptions(&clock), "vault.wrong")
	})
}

func TestGraduateForgivesNoFailures(t *testing.T) {
	f := withAccesses()
	path, clock := copyIn(t, f.content), desktest.Noon
	wrong := registrar.SignIn{Phone: headIn.Phone, Password: "не тот пароль совсем"}
	for range 4 {
		refuseSignIn(t, path, wrong, clockOptions(&clock), "vault.wrong")
	}
	t.Run("KG-014 a graduate's right password does not begin the count anew", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, clockOptions(&clock)))
		refuseSignIn(t, path, wrong, clockOptions(&clock), "vault.wait")
	})
	t.Run("KG-014 nor has a graduate to wait for who guesses at the head's phone", func(t *testing.T) {
		mustClose(t, mustSignIn(t, path, registrar.SignIn{Phone: desktest.PhoneA, Password: f.passwordA}, clockOptions(&clock)))
		refuseSignIn(t, path, headIn, clockOptions(&clock), "vault.wait")
	})
}
