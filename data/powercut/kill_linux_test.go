package powercut

import (
	"math/rand/v2"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"graduand/data/prooftest"
)

// F-07, KG-012: graduandctl is killed at random moments of its writes. Whatever it had said is there, and the
// registry is sound.
func TestKilled(t *testing.T) {
	count := &tally{}
	defer func() { count.tell(t, "kills", "acknowledged", "ill", "ended") }()
	kills(t, sharedBase(t), strokes(t), prooftest.Times(t, 4), count, func(s *stroke, x ran, err error) {
		t.Errorf("%s, step %d, acknowledged %v, said %q: %v", s.name, s.step+1, x.acknowledged(s.after[s.step].words), x.out+x.said, err)
	})
}

// kills kills so many times, and tells of what is ill.
func kills(t *testing.T, b *tool, all []*stroke, enough int, count *tally, ill func(*stroke, ran, error)) {
	t.Helper()
	once := map[*stroke]*sync.Once{}
	for _, s := range all {
		once[s] = &sync.Once{}
	}
	strikeAll(t, all, enough, func(s *stroke, chance *rand.Rand, folder string) bool {
		once[s].Do(func() {
			if err := s.measure(b, filepath.Join(filepath.Dir(folder), "measured")); err != nil {
				t.Error(err)
			}
		})
		if t.Failed() {
			return false
		}
		if err := s.lay(folder); err != nil {
			t.Error(err)
			return false
		}
		moment := chance.IntN(len(s.gaps))
		wait := time.Duration(chance.Int64N(int64(s.gaps[moment]) + 1))
		x, _ := s.run(b, folder, moment, wait, func(c *exec.Cmd) { c.Process.Kill() })
		done := x.acknowledged(s.after[s.step].words)
		switch {
		case !x.killed:
			count.add("ended")
		case done:
			count.add("kills")
			count.add("acknowledged")
		default:
			count.add("kills")
		}
		if err := s.judge(folder, done); err != nil {
			count.add("ill")
			ill(s, x, err)
		}
		return x.killed
	})
}

// TestKilledWithoutAJournal is the control: a program that keeps its journal in memory alone loses something.
func TestKilledWithoutAJournal(t *testing.T) {
	if prooftest.Times(t, 0) == 0 {
		t.Skip("only in the long run")
	}
	b := sharedBase(t)
	b.program = altered(t, alteration{"data/sqlite/sqlite.go", `{"journal_mode", "WAL", "wal"}`, `{"journal_mode", "MEMORY", "memory"}`},
		alteration{"data/sqlite/sqlite.go", "PRAGMA journal_mode(WAL)", "PRAGMA journal_mode(MEMORY)"})
	var all []*stroke
	for _, s := range strokes(t) {
		if s.name == "import" || s.name == "attach" && s.step == 0 {
			all = append(all, s)
		}
	}
	count := &tally{}
	kills(t, b, all, prooftest.Times(t, 0), count, func(*stroke, ran, error) {})
	if count.tell(t, "kills", "ill"); count.count["ill"] == 0 {
		t.Errorf("nothing is lost: %v", count.count)
	}
}
