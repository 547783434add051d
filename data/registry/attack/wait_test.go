package attack_test

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// The rows S10 to S15, N06 and N26: who sits at the keyboard and guesses, and what
// somebody has written into the file about it.

// solo is a new registry with a head, and the clock of whoever opens it.
type solo struct {
	path string
	now  time.Time
}

func newSolo(t *testing.T) *solo {
	t.Helper()
	s := &solo{filepath.Join(t.TempDir(), "school.graduand"), desktest.Noon}
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	founder := registrar.Founder{Name: "Бакиева Айгуль", Phone: headIn.Phone, Password: headIn.Password}
	o := s.options()
	o.Rand = nil // each is a registry of its own
	r, err := registrar.Create(desktest.Ctx, s.path, c, data.School{Name: "Школа-гимназия № 7"}, founder, o)
	desktest.Must(err)
	desktest.Must(r.Close())
	return s
}

func (s *solo) options() registrar.Options {
	return registrar.Options{Now: func() time.Time { return s.now }}
}

// backoff writes into the file what it says of wrong passwords.
func (s *solo) backoff(t *testing.T, body string) {
	t.Helper()
	i := intrude(t, s.path)
	i.run("INSERT INTO setting (name, rev, body) VALUES ('backoff', 1, CAST(?1 AS BLOB)) ON CONFLICT DO UPDATE SET body = CAST(?1 AS BLOB)", body)
	i.leave()
}

// guesses counts how many of n wrong passwords were answered, and how many had to wait.
func guesses(n int, try func(password string) error) (answered, waits int) {
	for k := range n {
		if data.CodeOf(try(fmt.Sprintf("Неверный пароль номер %d", k))) == "vault.wait" {
			waits++
			continue
		}
		answered++
	}
	return answered, waits
}

func (s *solo) signIn(password string) error {
	r, err := registrar.Open(desktest.Ctx, s.path, registrar.SignIn{Phone: headIn.Phone, Password: password}, s.options())
	if err == nil {
		r.Close()
	}
	return err
}

func TestGuessing(t *testing.T) {
	try(t, "S11 KG-010 at the sign-in", func(t *testing.T) {
		s := newSolo(t)
		if answered, waits := guesses(8, s.signIn); answered > 5 || waits < 3 {
			t.Errorf("%d answers, %d waits", answered, waits)
		}
	})
	try(t, "S10 KG-010 at the restoring of a backup", func(t *testing.T) {
		s := newSolo(t)
		r, err := registrar.Open(desktest.Ctx, s.path, headIn, s.options())
		desktest.Must(err)
		backup := filepath.Join(t.TempDir(), "copy"+registry.ExtensionBackup)
		_, err = r.Backup(desktest.Ctx, backup)
		desktest.Must(err)
		desktest.Must(r.Close())
		answered, waits := guesses(12, func(password string) error {
			to := filepath.Join(t.TempDir(), "restored.graduand")
			r, err := registrar.Restore(desktest.Ctx, backup, to, registrar.SignIn{Phone: headIn.Phone, Password: password}, false, s.options())
			if err == nil {
				r.Close()
			}
			return err
		})
		if answered > 5 || waits < 7 {
			t.Errorf("%d answers, %d waits", answered, waits)
		}
	})
	try(t, "S12 KG-010 at the own old password", func(t *testing.T) {
		s := newSolo(t)
		r, err := registrar.Open(desktest.Ctx, s.path, headIn, s.options())
		desktest.Must(err)
		defer r.Close()
		answered, waits := guesses(10, func(password string) error {
			return r.ChangePassword(desktest.Ctx, password, replaced.Password)
		})
		if answered > 5 || waits < 5 {
			t.Errorf("%d answers, %d waits", answered, waits)
		}
	})
	try(t, "KG-010 five wrong passwords of a pupil keep no teacher waiting", func(t *testing.T) {
		s := newSolo(t)
		_, waits := guesses(5, func(password string) error {
			r, err := registrar.Open(desktest.Ctx, s.path, registrar.SignIn{Phone: "+996777121205", Password: password}, s.options())
			if err == nil {
				r.Close()
			}
			return err
		})
		if err := s.signIn(headIn.Password); waits == 0 || err != nil {
			t.Errorf("the pupil waits %d times, then the teacher: %v", waits, err)
		}
	})
	try(t, "S15 a count of minus a million gives no guesses for nothing", func(t *testing.T) {
		s := newSolo(t)
		s.backoff(t, `{"failures":-1000000}`)
		answered, waits := guesses(8, s.signIn)
		t.Logf("%d answers, %d waits", answered, waits)
		if waits == 0 {
			t.Error("whoever may write in the file guesses at the keyboard without a wait")
		}
	})
}

func TestKeptOut(t *testing.T) {
	for what, body := range map[string]string{
		"S13 five failures while the clock said 2031":  `{"failures":5,"last":"2031-01-01T00:00:00Z","seen":"2031-01-01T00:00:00Z"}`,
		"S14 a million failures in the year 9999":      `{"failures":1000000,"last":"9999-12-31T00:00:00Z","seen":"9999-12-31T00:00:00Z"}`,
		"S14 a failure of the year 9999 seen long ago": `{"failures":9,"last":"9999-12-31T00:00:00Z","seen":"2000-01-01T00:00:00Z"}`,
		"N26 a back-off that is no JSON":               `no JSON`,
		"N26b one of another kind":                     `{"failures":"many","last":7}`,
		"N26c one that is empty":                       ``,
	} {
		try(t, what+" keeps the right password out for a quarter of an hour at most", func(t *testing.T) {
			s := newSolo(t)
			s.backoff(t, body)
			err := s.signIn(headIn.Password)
			if err != nil && data.CodeOf(err) != "vault.wait" {
				t.Fatalf("got %v", err)
			}
			s.now = s.now.Add(15*time.Minute + time.Second)
			if err := s.signIn(headIn.Password); err != nil {
				t.Errorf("after a quarter of an hour: %v", err)
			}
		})
	}
}

func TestTracesOfGuessing(t *testing.T) {
	s := newSolo(t)
	guesses(2, s.signIn)
	r, err := registrar.Open(desktest.Ctx, s.path, headIn, s.options())
	desktest.Must(err)
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventSignedIn})
	desktest.Must(r.Close())
	if len(events) != 1 || events[0].Failures != 2 {
		t.Fatalf("got %+v", events)
	}
	try(t, "N06 the record of wrong passwords before a sign-in, cut off the end, is missed", func(t *testing.T) {
		i := intrude(t, s.path)
		i.run("DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)")
		i.leave()
		refused(t, s.path, headIn, s.options(), "vault.tampered")
	})
}
