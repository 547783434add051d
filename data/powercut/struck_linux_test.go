package powercut

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"graduand/data/prooftest"
	"graduand/data/registrar"
)

// stroke is a step of a scenario that something befalls: what lay in the folder before it, and how many
// changes there it makes in peace, with the time from each to the next.
type stroke struct {
	*record
	step int
	gaps []time.Duration
}

// ran is how a program ended that something befell.
type ran struct {
	err       error
	code      int
	out, said string
	// failed are the calls that failed, as strace writes them.
	failed string
	// killed says that it did not end by itself.
	killed bool
}

// acknowledged says that it had told all that it tells in peace, or where that is nothing has ended well.
func (x ran) acknowledged(words int) bool {
	if x.killed {
		return words > 0 && strings.Count(x.out+x.said, "\n") >= words
	}
	return x.code <= 1
}

// before is what lay in the folder, and what was in the history.
func (s *stroke) before() (map[string][]byte, []string) {
	if s.step == 0 {
		return s.start, s.record.before
	}
	return s.after[s.step-1].files, s.after[s.step-1].history
}

// strokes are all steps of all scenarios.
func strokes(t testing.TB) (all []*stroke) {
	t.Helper()
	for _, s := range scenarios {
		r := sharedRecord(t, s)
		for i := range s.steps {
			all = append(all, &stroke{record: r, step: i})
		}
	}
	return all
}

// lay puts what lay there before into a folder of its own.
func (s *stroke) lay(folder string) error {
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o700)); err != nil {
		return err
	}
	files, _ := s.before()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
			return err
		}
	}
	return nil
}

// in is the tool in another folder.
func (s *tool) in(folder string) *tool {
	at := *s
	at.folder = folder
	return &at
}

// run runs the step in a folder where it lies; from the change number moment, counted from 0, and some time
// later, the blow falls. A moment that does not come leaves it in peace.
func (s *stroke) run(b *tool, folder string, moment int, wait time.Duration, blow func(*exec.Cmd)) (ran, []time.Time) {
	return s.runAs(b, folder, 0, moment, wait, blow)
}

// runAs is run as another user than root; 0 is whoever runs the tests.
func (s *stroke) runAs(b *tool, folder string, user int, moment int, wait time.Duration, blow func(*exec.Cmd)) (ran, []time.Time) {
	run := b.in(folder).command(nil, s.steps[s.step])
	if user != 0 {
		run.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(user), Gid: uint32(user)}}
		run.Env = append(run.Env, "HOME="+folder)
	}
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	changes := newWatch(folder)
	if err := run.Start(); err != nil {
		panic(err)
	}
	var times []time.Time
	var watching sync.WaitGroup
	watching.Go(func() {
		for at := range changes.come {
			if times = append(times, at); len(times) == moment+1 && blow != nil {
				time.Sleep(wait)
				blow(run)
			}
		}
	})
	err := run.Wait()
	changes.end()
	watching.Wait()
	return ran{err: err, code: run.ProcessState.ExitCode(), out: out.String(), said: said.String(), killed: run.ProcessState.ExitCode() < 0}, times
}

// measure has it done once in peace.
func (s *stroke) measure(b *tool, folder string) error {
	if err := s.lay(folder); err != nil {
		return err
	}
	done, times := s.run(b, folder, -1, 0, nil)
	if done.code > 1 || done.code < 0 {
		return fmt.Errorf("graduandctl %s: %w\n%s", s.steps[s.step].command, done.err, done.said)
	}
	times = append(times, time.Now())
	for i := range times[1:] {
		s.gaps = append(s.gaps, min(times[i+1].Sub(times[i]), longest))
	}
	return nil
}

// longest is how long after a change a blow falls at the most: between the first changes and the others a
// password is tried, in which nothing is written.
const longest = 5 * time.Millisecond

// judge says what is wrong with what is left.
func (s *stroke) judge(folder string, done bool) error {
	r := *s.record
	_, before := s.before()
	for _, ending := range []string{"", "-wal"} {
		if content, err := os.ReadFile(filepath.Join(folder, r.registry+ending)); err == nil {
			if key := keyOf(content); key != nil {
				r.keys = append([]*registrar.SchoolKey{key}, r.keys...)
			}
		}
	}
	history, err := r.examine(folder)
	_, there := os.Stat(filepath.Join(folder, r.registry))
	if err != nil && r.name == "new" && s.step == 0 && there == nil {
		// Nobody but the one who founded it has its key.
		history, err = r.examineBy(folder, registrar.SignIn{Password: password})
	}
	switch {
	case err != nil && !done && s.step == 0 && (r.birth == inPlace || r.birth == beside && there != nil):
		return nil
	case err != nil:
		return err
	case len(history) < len(before) || !slices.Equal(history[:len(before)], before):
		return fmt.Errorf("the history was %q and is %q", before, history)
	case done && len(history) < len(s.after[s.step].history):
		return fmt.Errorf("only %d entries of %d are there that were acknowledged", len(history), len(s.after[s.step].history))
	}
	return s.judgeFiles(folder, done)
}

// judgeFiles says which file is there in part, or is missing though it was acknowledged.
func (s *stroke) judgeFiles(folder string, done bool) error {
	for _, pattern := range append(slices.Clone(s.steps[s.step].gives), s.steps[s.step].keeps...) {
		found, err := filepath.Glob(filepath.Join(folder, pattern))
		if err != nil || done && len(found) == 0 {
			return errors.Join(fmt.Errorf("%s was acknowledged and is not there", pattern), err)
		}
		wanted := matching(s.after[s.step].files, pattern)
		for _, path := range found {
			if err := whole(path, s.after[s.step].files[wanted[0]], s.kept[wanted[0]]); err != nil {
				return err
			}
		}
	}
	return nil
}

// whole says what is wrong with a file that the program has given, beside one that it gave before; rough are
// those of which one of several may lie there.
func whole(path string, like []byte, rough bool) error {
	content, err := os.ReadFile(path)
	switch ending := filepath.Ext(path); {
	case err != nil || len(content) == 0:
		return errors.Join(fmt.Errorf("%s is empty", path), err)
	case ending == ".pdf" && !bytes.HasSuffix(bytes.TrimSpace(content), []byte("%%EOF")):
		return fmt.Errorf("%s is there in part, %d octets", path, len(content))
	case strings.HasPrefix(ending, ".graduand"):
		got, err := rows(content)
		want, wrong := rows(like)
		if err := errors.Join(err, wrong); err != nil || !rough && !maps.Equal(got, want) {
			return errors.Join(fmt.Errorf("%s has the rows %v, not %v", path, got, want), err)
		}
	}
	return nil
}

// rows counts what is in the tables of a registry that has come alone, without the log beside it.
func rows(content []byte) (map[string]int, error) {
	path := filepath.Join(sharedTemporary, fmt.Sprintf("rows-%d", rowsRead.Add(1)))
	defer os.Remove(path)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=ro&immutable=1")
	if err != nil {
		return nil, err
	}
	defer db.Close()
	var sound string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&sound); err != nil || sound != "ok" {
		return nil, errors.Join(fmt.Errorf("integrity: %s", sound), err)
	}
	count := map[string]int{}
	for _, table := range []string{"graduate", "event", "attachment", "slot", "setting"} {
		var n int
		if err := db.QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil {
			return nil, err
		}
		count[table] = n
	}
	return count, nil
}

var rowsRead atomic.Int64

// watch tells of every change in a folder and in those in it.
type watch struct {
	file *os.File
	come chan time.Time
}

func newWatch(folder string) *watch {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		panic(err)
	}
	err = filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_, err = unix.InotifyAddWatch(fd, path, unix.IN_CREATE|unix.IN_MODIFY|unix.IN_MOVED_TO|unix.IN_DELETE)
		}
		return err
	})
	if err != nil {
		panic(err)
	}
	w := &watch{os.NewFile(uintptr(fd), "inotify"), make(chan time.Time, 1<<16)}
	go func() {
		defer close(w.come)
		for told := make([]byte, 64<<10); ; {
			n, err := w.file.Read(told)
			if err != nil {
				return
			}
			for at := 0; at < n; at += unix.SizeofInotifyEvent + int(binary.NativeEndian.Uint32(told[at+12:])) {
				w.come <- time.Now()
			}
		}
	}()
	return w
}

// end ends it when what has been told is read.
func (w *watch) end() { w.file.Close() }

// strikeAll strikes at random, two at a time, until enough have struck.
func strikeAll(t *testing.T, all []*stroke, enough int, strike func(s *stroke, chance *rand.Rand, folder string) (struck bool)) {
	t.Helper()
	seed := prooftest.Seed(t)
	var struck, tried atomic.Int64
	var workers sync.WaitGroup
	for n := range 2 {
		folder := filepath.Join(t.TempDir(), "work", "folder")
		workers.Go(func() {
			for chance := rand.New(rand.NewPCG(seed, uint64(n))); struck.Load() < int64(enough) && tried.Add(1) < int64(10*enough+100) && !t.Failed(); {
				if strike(all[chance.IntN(len(all))], chance, folder) {
					struck.Add(1)
				}
			}
		})
	}
	if workers.Wait(); struck.Load() < int64(enough) && !t.Failed() {
		t.Errorf("only %d of %d struck in %d tries", struck.Load(), enough, tried.Load())
	}
}

// tally counts by name, from several goroutines.
type tally struct {
	mu    sync.Mutex
	count prooftest.Figures
}

func (c *tally) add(name string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.count == nil {
		c.count = prooftest.Figures{}
	}
	c.count[name]++
}

// tell tells all that was counted, and 0 of these that were not.
func (c *tally) tell(t testing.TB, names ...string) {
	all := prooftest.Figures{}
	for _, name := range names {
		all[name] = 0
	}
	maps.Copy(all, c.count)
	prooftest.Tell(t, all)
}
