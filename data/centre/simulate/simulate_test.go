package simulate_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"graduand/data/campaign"
	"graduand/data/centre"
	"graduand/data/centre/centretest"
	"graduand/data/centre/simulate"
	"graduand/data/exchange"
)

// must is what a call of the test has made.
func must[T any](made T, err error) T {
	if err != nil {
		panic(err)
	}
	return made
}

var now = time.Date(2020, 2, 24, 9, 0, 0, 0, time.UTC)

func open(t testing.TB, folder, dsn string) *centre.Centre {
	t.Helper()
	c := must(centre.Open(context.Background(), folder, centre.Options{DSN: dsn, Program: "1.0", Now: func() time.Time { return now }, Random: rand.Reader}))
	t.Cleanup(func() { c.Close() })
	return c
}

// plan is a small country.
func plan(id string, schools int) simulate.Plan {
	return simulate.Plan{Campaign: must(campaign.Builtin(id, "1.0")), Schools: schools, Largest: 40, Photo: 300, Seed: 7, Now: now, Program: "1.0"}
}

// sent is what the schools of a country have sent: their messages lie in the inbox.
type sent struct {
	schools []*simulate.School
	centre  string
	inbox   string
	octets  int64
}

// send has all schools write their messages to a new centre.
func send(t testing.TB, p simulate.Plan) *sent {
	t.Helper()
	s := &sent{centre: filepath.Join(t.TempDir(), "centre"), inbox: t.TempDir()}
	p.Centre = must(centre.MakeKeys(s.centre, false, rand.Reader))
	country := must(simulate.New(p))
	for n := range p.Schools {
		school := must(country.School(n))
		s.octets += must(country.Write(school, s.inbox)).Octets
		s.schools = append(s.schools, school)
	}
	return s
}

// begin makes that centre, on one database, with all schools enrolled.
func (s *sent) begin(t testing.TB, id, dsn string) *centre.Centre {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "centre")
	if err := os.CopyFS(folder, os.DirFS(s.centre)); err != nil {
		t.Fatal(err)
	}
	c := open(t, folder, dsn)
	if err := c.SetCampaign(t.Context(), must(campaign.Builtin(id, "1.0")).Source()); err != nil {
		t.Fatal(err)
	}
	for _, school := range s.schools {
		must(c.Enrol(t.Context(), centre.Enrolling{School: school.Code, Name: school.Name, District: school.District, Phone: school.Phone, Surname: school.Surname, GivenName: school.GivenName}, ""))
		if err := c.Confirm(t.Context(), school.Code, school.Fingerprint()); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

// received is that centre after it has taken everything over, and what it has told, by the names of files.
func (s *sent) received(t testing.TB, id, dsn string) (*centre.Centre, map[string]*centre.Outcome) {
	t.Helper()
	c, all := s.begin(t, id, dsn), map[string]*centre.Outcome{}
	if err := c.Ingest(t.Context(), s.inbox, centre.Ingesting{Tell: func(o *centre.Outcome) error { all[filepath.Base(o.File)] = o; return nil }}); err != nil {
		t.Fatal(err)
	}
	return c, all
}

// facts are those of some kinds, without the values that keys change, sorted.
func facts(t testing.TB, c *centre.Centre, kinds string, but ...string) (lines []string) {
	t.Helper()
	if err := c.Facts(t.Context(), func(f *centre.Fact) error {
		if kinds == "" || strings.Contains(kinds, f.Kind) {
			for _, name := range but {
				delete(f.Values, name)
			}
			lines = append(lines, must(f.Line()))
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return lines
}

func TestCountry(t *testing.T) {
	postgres := centretest.Postgres(t)
	for _, id := range []string{"zno-2020", "ort-2021"} {
		t.Run(id, func(t *testing.T) {
			s := send(t, plan(id, 12))
			embedded, all := s.received(t, id, "")
			people := 0
			for name, o := range all {
				people += o.Accepted + o.Held
				if o.Finding() {
					t.Errorf("%s: %+v", name, o)
				}
			}
			wanted := 0
			for _, school := range s.schools {
				wanted += school.Graduates
			}
			if people != wanted || wanted < 12*20 {
				t.Errorf("%d people of %d", people, wanted)
			}
			t.Run("issue 18 the same facts on both databases", func(t *testing.T) {
				shared, _ := s.received(t, id, postgres(t))
				same(t, facts(t, shared, ""), facts(t, embedded, ""))
			})
			t.Run("issue 18 the same people for the same seed, others for another", func(t *testing.T) {
				const kinds = "person verdict attachment package"
				keys := []string{"message"}
				again, _ := send(t, plan(id, 12)).received(t, id, "")
				same(t, facts(t, again, kinds, keys...), facts(t, embedded, kinds, keys...))
				p := plan(id, 12)
				p.Seed++
				other, _ := send(t, p).received(t, id, "")
				if slices.Equal(facts(t, other, kinds, keys...), facts(t, embedded, kinds, keys...)) {
					t.Error("another seed gives the same")
				}
			})
		})
	}
}

func same(t testing.TB, got, want []string) {
	t.Helper()
	if slices.Equal(got, want) {
		return
	}
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("line %d of %d and %d:\n%s\n%s", i, len(got), len(want), got[i], want[i])
		}
	}
	t.Fatalf("%d lines, not %d", len(got), len(want))
}

func TestWhatIsWrong(t *testing.T) {
	p := plan("zno-2020", 60)
	p.Bad = 100
	s := send(t, p)
	_, all := s.received(t, "zno-2020", "")
	met := map[string]bool{}
	for _, school := range s.schools {
		o, f := all[school.Code+"-000001"+exchange.Ending], school.Fate
		met[f.Name] = true
		if o == nil || o.State != f.State || o.Code != f.Code || o.Rejected != f.Rejected {
			t.Errorf("%s: %+v", f.Name, o)
		}
		if again := all[school.Code+"-000001_1"+exchange.Ending]; f.Again && (again == nil || again.State != centre.Repeated) {
			t.Errorf("%s: %+v", f.Name, again)
		}
	}
	if len(met) != len(simulate.Fates)-1 {
		t.Errorf("of what can be wrong only %v was met", met)
	}
}

func TestSizes(t *testing.T) {
	p := plan("zno-2020", 1000)
	p.Largest = 0
	country := must(simulate.New(p))
	total, least, most := 0, 1000, 0
	for n := range 1000 {
		size := must(country.School(n)).Graduates
		total, least, most = total+size, min(least, size), max(most, size)
		if n == 9 && (total < 350 || total > 650) {
			t.Errorf("the first ten schools have %d", total)
		}
	}
	if total < 48_000 || total > 52_000 || least != 20 || most < 300 || most > 400 {
		t.Errorf("%d graduates, %d to %d a school", total, least, most)
	}
	t.Run("a school whose photos are too many for one message sends two", func(t *testing.T) {
		p := plan("zno-2020", 1)
		p.Largest, p.Photo = 22, 4<<20
		s := send(t, p)
		_, all := s.received(t, "zno-2020", "")
		first, second := all["school-00000-000001"+exchange.Ending], all["school-00000-000002"+exchange.Ending]
		if second == nil || second.State != centre.Applied || second.Type != exchange.TypeAmendments || first.Held+second.Held != s.schools[0].Graduates {
			t.Errorf("%+v", all)
		}
	})
	t.Run("a country that is too large is refused", func(t *testing.T) {
		if _, err := simulate.New(simulate.Plan{Schools: 40_000}); err == nil || !strings.Contains(fmt.Sprint(err), "centre.simulate_too_many") {
			t.Error(err)
		}
	})
}

// held is how many octets of the heap are in use.
func held() uint64 {
	// Twice: what lies in pools outlives one collection.
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func TestTakingOverTakesNoMoreMemoryForMoreSchools(t *testing.T) {
	for on, dsn := range map[string]func(testing.TB) string{"sqlite": func(testing.TB) string { return "" }, "postgresql": centretest.Postgres(t)} {
		t.Run(on, func(t *testing.T) {
			s := send(t, plan("zno-2020", 40))
			c := s.begin(t, "zno-2020", dsn(t))
			n, early, late := 0, uint64(0), uint64(0)
			if err := c.Ingest(t.Context(), s.inbox, centre.Ingesting{Tell: func(*centre.Outcome) error {
				if n++; n == 10 {
					early = held()
				}
				if n == 40 {
					late = held()
				}
				return nil
			}}); err != nil {
				t.Fatal(err)
			}
			if n != 40 || late > early+2<<20 {
				t.Errorf("%d messages; %d octets after ten, %d after all", n, early, late)
			}
		})
	}
}
