package powercut

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"graduand/data/prooftest"
)

// mishaps are what befalls the folder of an open registry; each says where that lies then.
var mishaps = map[string]func(s *stroke, folder string) (string, error){
	"moved": func(_ *stroke, folder string) (string, error) {
		return folder + " elsewhere", os.Rename(folder, folder+" elsewhere")
	},
	"removed": func(_ *stroke, folder string) (string, error) { return "", os.RemoveAll(folder) },
	"replaced": func(s *stroke, folder string) (string, error) {
		older := filepath.Join(folder, "older")
		return folder, errors.Join(os.WriteFile(older, s.start[s.registry], 0o600), os.Rename(older, filepath.Join(folder, s.registry)))
	},
	// Root would not be kept off by it: see [stroke.befall].
	"locked": func(_ *stroke, folder string) (string, error) { return folder, os.Chmod(folder, 0) },
}

// F-07, D01, D02, D03: while graduandctl has a registry open, its folder is moved, removed, locked, or an older
// registry is put in its place. Where it lies then all that was acknowledged is there, what was put in its place
// is not spoilt, and what the program says is a sentence.
func TestVanishing(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may run a program as another user")
	}
	count := &tally{}
	defer func() {
		count.tell(t, "vanished", "moved", "removed", "replaced", "locked", "ill", "unclear", "unsaid")
	}()
	vanishings(t, sharedBase(t), []string{"moved", "removed", "replaced", "locked"}, prooftest.Times(t, 3), count, func(s *stroke, kind string, x ran, err error) {
		t.Errorf("%s, step %d, %s, it said %q: %v", s.name, s.step+1, kind, x.out+x.said, err)
	})
}

// vanishings has one of these befall a registry that is open so many times, and tells of what is wrong.
func vanishings(t *testing.T, b *tool, kinds []string, enough int, count *tally, wrong func(s *stroke, kind string, x ran, err error)) {
	t.Helper()
	var all []*stroke
	for _, s := range strokes(t) {
		if s.birth == there {
			all = append(all, s)
		}
	}
	strikeAll(t, all, enough, func(s *stroke, chance *rand.Rand, folder string) bool {
		kind := kinds[chance.IntN(len(kinds))]
		if err := errors.Join(os.RemoveAll(folder+" elsewhere"), s.lay(folder), open(folder)); err != nil {
			t.Error(err)
			return false
		}
		x, at, befallen := s.befall(b, folder, kind, chance.IntN(1+len(s.calls[s.step])/8), count)
		if !befallen {
			return false
		}
		if err := s.judgeAfter(kind, at, folder, x); err != nil {
			count.add("ill")
			wrong(s, kind, x, err)
		}
		if err := x.clear(s, folder); err != nil {
			count.add("unclear")
			wrong(s, kind, x, err)
		}
		if lost := kind == "removed" || kind == "replaced"; lost && x.code <= 1 {
			count.add("unsaid")
			wrong(s, kind, x, errors.New("what it has acknowledged is nowhere"))
		}
		return true
	})
}

// befall stops the program at a moment of its writes, lets it befall, and lets it go on. What is locked is
// locked for a user who owns the folder.
func (s *stroke) befall(b *tool, folder, kind string, moment int, count *tally) (x ran, at string, befallen bool) {
	owner := 0
	if kind == "locked" {
		owner = nobody
	}
	must(b.t, give(folder, owner))
	blow := func(run *exec.Cmd) {
		if run.Process.Signal(syscall.SIGSTOP) != nil || !stopped(run.Process.Pid) {
			return
		}
		defer run.Process.Signal(syscall.SIGCONT)
		if !holds(run.Process.Pid, filepath.Join(folder, s.registry)) {
			return
		}
		var err error
		if at, err = mishaps[kind](s, folder); err != nil {
			b.t.Error(err)
		}
		befallen = true
	}
	x, _ = s.runAs(b, folder, owner, moment, 0, blow)
	must(b.t, errors.Join(ignoreMissing(os.Chmod(folder, 0o700)), ignoreMissing(give(folder, 0))))
	if befallen {
		count.add("vanished")
		count.add(kind)
	}
	return x, at, befallen
}

const nobody = 65534

// holds reports whether a process has a file open: what befalls a registry that it is done with is none of its
// business.
func holds(process int, file string) bool {
	// The pattern is always sound.
	open, _ := filepath.Glob(fmt.Sprintf("/proc/%d/fd/*", process))
	for _, link := range open {
		if at, err := os.Readlink(link); err == nil && at == file {
			return true
		}
	}
	return false
}

// stopped waits until a process stands still; it may have ended.
func stopped(process int) bool {
	for range 1000 {
		status, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", process))
		if err != nil {
			return false
		}
		switch after := status[bytes.LastIndexByte(status, ')')+1:]; after[1] {
		case 'T':
			return true
		case 'Z', 'X':
			return false
		}
		time.Sleep(100 * time.Microsecond)
	}
	return false
}

// give gives a folder with all in it to somebody.
func give(folder string, owner int) error {
	return filepath.WalkDir(folder, func(path string, _ os.DirEntry, err error) error {
		return errors.Join(err, os.Chown(path, owner, owner))
	})
}

// open lets everybody come to a folder of a test.
func open(folder string) (err error) {
	for range 3 {
		folder = filepath.Dir(folder)
		err = errors.Join(err, os.Chmod(folder, 0o755))
	}
	return err
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// judgeAfter says what is wrong with what lies where the folder is now.
func (s *stroke) judgeAfter(kind, at, folder string, x ran) error {
	done := x.ended(&tally{}, s.after[s.step].words)
	switch kind {
	case "moved", "locked":
		return s.judge(at, done)
	case "removed":
		if left, err := os.Stat(filepath.Join(folder, s.registry)); err == nil && left.Size() > 0 {
			return fmt.Errorf("a registry of %d octets lies there again", left.Size())
		}
		return nil
	}
	content, err := os.ReadFile(filepath.Join(folder, s.registry))
	log, wrong := os.Stat(filepath.Join(folder, s.registry+"-wal"))
	if err != nil || !bytes.Equal(content, s.start[s.registry]) || wrong == nil && log.Size() > 0 {
		return errors.Join(fmt.Errorf("the older one is another, or has a log that is not its own"), err)
	}
	return nil
}

// TestVanishingUnseen is the control: a program that does not look whether its registry is still in its place
// has something lost that it had acknowledged.
func TestVanishingUnseen(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may run a program as another user")
	}
	if prooftest.Times(t, 0) == 0 {
		t.Skip("only in the long run")
	}
	b := sharedBase(t)
	b.program = altered(t, alteration{"data/sqlite/place.go", "info, err := os.Stat(db.path)\n\targs", "info, err := db.file, error(nil)\n\targs"})
	count := &tally{}
	vanishings(t, b, []string{"removed", "replaced"}, prooftest.Times(t, 0), count, func(*stroke, string, ran, error) {})
	if count.tell(t, "vanished", "unsaid"); count.count["unsaid"] == 0 {
		t.Errorf("nothing is seen: %v", count.count)
	}
}
