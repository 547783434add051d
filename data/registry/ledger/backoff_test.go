package ledger_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

var (
	ctx  = context.Background()
	noon = time.Date(2020, time.February, 10, 12, 0, 0, 0, time.UTC)
)

const (
	headPhone    = "+996555000001"
	headPassword = "Медленный чай на веранде"
	wrong        = "не тот пароль совсем"
)

// school is a closed ledger with a head, and the clock of who opens it.
type school struct {
	t     *testing.T
	path  string
	clock time.Time
	// shipped are the texts that the program brings.
	shipped map[string][][]byte
}

func found(t *testing.T) *school {
	t.Helper()
	s := &school{t: t, path: filepath.Join(t.TempDir(), "school.graduand"), clock: noon}
	id, err := io.ReadAll(io.LimitReader(rand.Reader, 8))
	must(t, err)
	l, err := ledger.Create(ctx, s.path, ledger.Founding{
		Settings: map[string][]byte{ledger.SettingIdentity: []byte(`{"id":"` + ledger.HexSum(id) + `"}`)},
		Head:     ledger.Account{Name: "Бакиева Айгуль", Phone: headPhone, Role: ledger.RoleHead}, Password: headPassword, Kind: "registry.created",
	}, s.options())
	must(t, err)
	must(t, l.Close())
	return s
}

func (s *school) options() ledger.Options {
	return ledger.Options{Now: func() time.Time { return s.clock }, Rand: rand.Reader, Shipped: s.shipped}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// signIn tries a password without a phone and gives the failures before it.
func (s *school) signIn(password string) (failures int, err error) {
	s.t.Helper()
	f, err := ledger.OpenFile(ctx, s.path, s.options())
	must(s.t, err)
	entered, err := f.SignIn(ctx, "", password)
	if err != nil {
		must(s.t, f.Close())
		return 0, err
	}
	must(s.t, entered.Ledger.Close())
	return entered.Failures, nil
}

func (s *school) refused(password, code string) *data.Error {
	s.t.Helper()
	var e *data.Error
	if _, err := s.signIn(password); data.CodeOf(err) != code || !errors.As(err, &e) {
		s.t.Fatalf("got %v, want %s", err, code)
	}
	return e
}

func (s *school) waits(password string, seconds int) {
	s.t.Helper()
	if e := s.refused(password, "vault.wait"); e.Args["count"] != seconds {
		s.t.Errorf("waits %v s, want %d", e.Args["count"], seconds)
	}
}

func TestBackoff(t *testing.T) {
	s := found(t)
	step := func(name string, f func(*testing.T)) {
		t.Run("KG-014 "+name, func(t *testing.T) { s.t = t; f(t) })
	}
	step("five failures, then a wait, through a restart too", func(t *testing.T) {
		for range 4 {
			s.refused(wrong, "vault.wrong")
		}
		s.waits(wrong, 30)
		ledger.ForgetRun()
		s.waits(headPassword, 30)
	})
	step("a clock set back gains nothing", func(t *testing.T) {
		s.clock = noon.Add(-3 * time.Hour)
		s.waits(headPassword, 30)
		ledger.ForgetRun()
		s.waits(headPassword, 30)
	})
	step("nor does it keep out longer than the wait, however often one asks", func(t *testing.T) {
		s.clock = s.clock.Add(20 * time.Second)
		s.waits(headPassword, 10)
		s.clock = s.clock.Add(9 * time.Second)
		s.waits(headPassword, 1)
	})
	step("the next failure doubles the wait", func(t *testing.T) {
		s.clock = s.clock.Add(time.Second)
		s.waits(wrong, 60)
		s.clock = s.clock.Add(59 * time.Second)
		s.waits(headPassword, 1)
	})
	step("when it is over all failures are told, and the count begins anew", func(t *testing.T) {
		s.clock = s.clock.Add(time.Second)
		if failures, err := s.signIn(headPassword); err != nil || failures != 6 {
			t.Errorf("%d failures, %v", failures, err)
		}
		s.refused(wrong, "vault.wrong")
	})
}
