package powercut

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"graduand/data/prooftest"
)

// F-07: calls of graduandctl to the system fail, as on a broken disk and on a full one. Nothing that was
// acknowledged is lost, and what it says is a sentence for its user.
func TestFaults(t *testing.T) {
	needStrace(t)
	count := &tally{}
	defer func() {
		told.Range(func(sentence, _ any) bool {
			t.Logf("it said: %s", sentence)
			return true
		})
		count.tell(t, "faults", "done", "refused", "eio", "enospc", "ill", "unclear")
	}()
	faults(t, sharedBase(t), strokes(t), (*stroke).possible, prooftest.Times(t, 3), count, func(f *fault, x ran, err error) { t.Errorf("%s, it said %q: %v\n%s", f, x.out+x.said, err, x.failed) })
}

// fault is one failure that is put into a step.
type fault struct {
	*stroke
	call, error string
	// path is what the call is about, within the folder.
	path string
	// number is which of the calls fails, counted by thread, and further says that all behind it do too.
	number  int
	further bool
	// only are the files of which calls fail, all where it is empty.
	only []string
}

func (f *fault) String() string {
	return fmt.Sprintf("%s, step %d, %s to %s, number %d, further %v, of %v", f.name, f.step+1, f.error, f.call, f.number, f.further, f.only)
}

// failing are the calls that may fail.
var failing = map[string]bool{"pwrite64": true, "write": true, "fsync": true, "fdatasync": true, "ftruncate": true, "rename": true, "renameat": true,
	"openat": true, "unlinkat": true, "mkdirat": true}

// possible are the calls that the step makes in its folder and that may fail.
func (s *stroke) possible() (all []*fault) {
	counts := map[string]int{}
	for _, c := range s.calls[s.step] {
		path, ours := strings.CutPrefix(c.target()+"/", s.root+"/")
		if !failing[c.name] || !ours {
			continue
		}
		path = strings.TrimSuffix(path, "/")
		f := &fault{stroke: s, call: c.name, error: "EIO", path: path}
		// Unfinished files have another name each time.
		if path = strings.TrimSuffix(path, "-wal"); !strings.HasPrefix(filepath.Base(path), ".graduand-") {
			f.only = []string{path, path + "-wal"}
		}
		counts[f.call+path]++
		f.number = counts[f.call+path]
		all = append(all, f)
	}
	return all
}

// draw draws one of them.
func draw(all []*fault, chance *rand.Rand) *fault {
	f := all[chance.IntN(len(all))]
	if chance.IntN(2) == 0 {
		f.error = "ENOSPC"
	}
	f.further = f.further || f.only != nil && f.call != "openat" && chance.IntN(3) == 0
	return f
}

// target is the path that a call is about.
func (c call) target() string {
	switch c.name {
	case "rename":
		return absolute("", c.args[1])
	case "renameat", "renameat2":
		return absolute(c.args[2], c.args[3])
	case "openat", "unlinkat", "mkdirat":
		return absolute(c.args[0], c.args[1])
	}
	_, path := descriptor(c.args[0])
	return path
}

// put runs the step with its failure, and says whether that came, in its folder.
func (f *fault) put(b *tool, folder string) (x ran, struck bool) {
	log := filepath.Join(filepath.Dir(folder), "log")
	when := fmt.Sprint(f.number)
	if f.further {
		when += "+"
	}
	under := []string{"strace", "-f", "-y", "--seccomp-bpf", "-e", "signal=none", "-o", log, "-e", "trace=" + f.call, "-e", fmt.Sprintf("inject=%s:error=%s:when=%s", f.call, f.error, when)}
	for _, name := range f.only {
		under = append(under, "-P", filepath.Join(folder, name))
	}
	run := b.in(folder).command(under, f.steps[f.step])
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	err := run.Run()
	x = ran{err: err, code: run.ProcessState.ExitCode(), out: out.String(), said: said.String(), killed: run.ProcessState.ExitCode() < 0}
	content, err := os.ReadFile(log)
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(content)) {
		if strings.Contains(line, "(INJECTED)") {
			if !strings.Contains(line, folder) {
				return x, false
			}
			struck = true
			x.failed += line
		}
	}
	return x, struck
}

// closing are those of what a copy writes into its own file when it is closed: of them SQLite says nothing.
func (s *stroke) closing() (all []*fault) {
	for _, f := range s.possible() {
		if f.call == "pwrite64" && strings.HasSuffix(f.path, ".part") {
			f.further = true // what fails once it tries again
			all = append(all, f)
		}
	}
	return all
}

func faults(t *testing.T, b *tool, all []*stroke, of func(*stroke) []*fault, enough int, count *tally, ill func(*fault, ran, error)) {
	t.Helper()
	strikeAll(t, all, enough, func(s *stroke, chance *rand.Rand, folder string) bool {
		if err := s.lay(folder); err != nil {
			t.Error(err)
			return false
		}
		f := draw(of(s), chance)
		x, struck := f.put(b, folder)
		if !struck {
			return false
		}
		count.add("faults")
		count.add(strings.ToLower(f.error))
		done := x.ended(count, s.after[s.step].words)
		if err := s.judge(folder, done); err != nil {
			count.add("ill")
			ill(f, x, err)
		}
		if err := x.clear(s, folder); err != nil {
			count.add("unclear")
			ill(f, x, err)
		}
		return true
	})
}

// ended counts how it ended, and says whether it had acknowledged what it did: also where it then failed, as in
// closing, and says so.
func (x ran) ended(count *tally, words int) (done bool) {
	if x.code <= 1 {
		count.add("done")
		return true
	}
	count.add("refused")
	if x.code > 2 {
		return false // the program has a fault: what it prints of that are no words
	}
	lines := 0
	for line := range strings.Lines(x.out + x.said) {
		if !strings.HasPrefix(line, "graduandctl: ") {
			lines++
		}
	}
	return words > 0 && lines >= words
}

var (
	// namesInIt are what a sentence may name as it is: files, folders, programs.
	namesInIt = regexp.MustCompile(`«[^»]*»|"[^"]*"|\S*/\S*|graduandctl|[0-9a-f]{4}(?:-[0-9a-f]{4})+|[\p{L}\d-]+\.(?:graduand(?:-backup)?|pdf|xlsx|png|toml|csv|zip\.age)\b`)
	latin     = regexp.MustCompile(`[A-Za-z]{3,}`)
)

// clear says what is wrong with what it said: where it did not do its work it says why, in the words of its
// user's language alone, and those that the user has typed.
func (x ran) clear(s *stroke, folder string) error {
	if x.code <= 1 && !x.killed {
		return nil
	}
	if x.code != 2 {
		return fmt.Errorf("it ended with %d", x.code)
	}
	sentence := ""
	for line := range strings.Lines(x.said) {
		if said, is := strings.CutPrefix(line, "graduandctl: "); is {
			sentence = strings.TrimSpace(said)
		}
	}
	if len(sentence) < 20 || strings.Contains(x.said, "goroutine") {
		return fmt.Errorf("it says nothing that its user understands")
	}
	said := strings.ReplaceAll(sentence, folder, "/")
	// Whoever has the registry open is named by the account.
	own, err := user.Current()
	if err != nil {
		return err
	}
	for _, word := range append(strings.Fields(s.steps[s.step].command), own.Username) {
		said = strings.ReplaceAll(said, word, "")
	}
	said = namesInIt.ReplaceAllString(said, "")
	if foreign := latin.FindString(said); foreign != "" {
		return fmt.Errorf("%q is no word for its user", foreign)
	}
	remember(sentence, folder)
	return nil
}

// told are the sentences that were said, for whoever wants to read them.
var told sync.Map

func remember(sentence, folder string) {
	told.Store(namesInIt.ReplaceAllString(strings.ReplaceAll(sentence, folder, ""), "…"), true)
}

// TestFaultsThatAreNotMinded is the control: where the program puts copies into their places whatever the disk
// has said, and gives its users the words of the database, that is seen.
func TestFaultsThatAreNotMinded(t *testing.T) {
	if prooftest.Times(t, 0) == 0 {
		t.Skip("only in the long run")
	}
	needStrace(t)
	b := sharedBase(t)
	b.program = altered(t, alteration{"data/sqlite/build.go", "case errors.Is(err, os.ErrNotExist), err == nil && info.Size() == 0:", "case true:"},
		alteration{"data/sqlite/sqlite.go", "case sqlite3.SQLITE_IOERR:", "case -1:"})
	copying := slices.DeleteFunc(strokes(t), func(s *stroke) bool { return len(s.closing()) == 0 })
	count, half := &tally{}, (prooftest.Times(t, 0)+1)/2
	for _, of := range []func(*stroke) []*fault{(*stroke).closing, (*stroke).possible} {
		faults(t, b, copying, of, half, count, func(*fault, ran, error) {})
	}
	count.tell(t, "faults", "ill", "unclear")
	if count.count["ill"] == 0 || count.count["unclear"] == 0 {
		t.Errorf("nothing is seen: %v", count.count)
	}
}
