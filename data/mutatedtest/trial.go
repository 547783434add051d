package mutatedtest

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/prooftest"
)

// What no reading may take at the peak, the program that tries it included, nor how long.
const (
	MostMemory = 400 // MB
	MostTime   = 10 * time.Second
)

// Trial watches readings one after the other. Everything that is not as it should be is an ill.
type Trial struct {
	t testing.TB
	// memory and time are the bounds; only the tests of the trial itself have others.
	memory  int
	time    time.Duration
	tried   int
	taken   int
	slowest time.Duration
	// slowestTry is which one took longest.
	slowestTry int
	ills       []string
	said       map[string]int
	guarded    map[string]string
	folders    []string
	// kept is the folder for inputs that were not read as they should.
	kept  string
	began atomic.Int64
	ended chan struct{}
}

// Begin begins a trial. The peak of memory counts from here on.
func Begin(t testing.TB) *Trial {
	t.Helper()
	x := &Trial{t: t, memory: MostMemory, time: MostTime, said: map[string]int{}, kept: os.TempDir(), ended: make(chan struct{})}
	forgetPeak()
	go x.watch()
	return x
}

// watch ends the program where a reading does not end at all.
func (x *Trial) watch() {
	for {
		select {
		case <-x.ended:
			return
		case <-time.After(time.Second):
			if began := x.began.Load(); began > 0 && time.Since(time.UnixMilli(began)) > 12*x.time {
				panic(fmt.Sprintf("try %d does not end, with seed %d", x.tried, prooftest.Seed(x.t)))
			}
		}
	}
}

// Guard keeps an eye on folders, in which no reading may change anything, nor leave anything, and on that for
// temporary files: what stands in them now stands in them at the end, octet by octet.
func (x *Trial) Guard(folders ...string) {
	x.t.Helper()
	x.t.Setenv("TMPDIR", x.t.TempDir())
	x.folders = append(folders, os.TempDir())
	x.guarded = x.stands()
}

// stands are the sums of all files below the guarded folders.
func (x *Trial) stands() map[string]string {
	all := map[string]string{}
	for _, folder := range x.folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			content, err := os.ReadFile(path)
			all[path] = fmt.Sprintf("%x", sha256.Sum256(content))
			return err
		})
		if err != nil {
			x.t.Fatalf("look at %s: %v", folder, err)
		}
	}
	return all
}

// Read has an input read. The error is a refusal, nil where the input is taken as sound. Where it is about one
// part of a file, the input is that part.
func (x *Trial) Read(input []byte, read func() error) (err error) {
	x.tried++
	begun := time.Now()
	x.began.Store(begun.UnixMilli())
	defer func() {
		took := time.Since(begun)
		x.began.Store(0)
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
			x.ill(input, "panic: %v\n%s", p, debug.Stack())
			return
		}
		if took > x.slowest {
			x.slowest, x.slowestTry = took, x.tried
		}
		if took > x.time {
			x.ill(input, "it takes %v", took)
		}
		x.judge(input, err)
	}()
	return read()
}

// judge wants a refusal to be said as people understand it.
func (x *Trial) judge(input []byte, err error) {
	if err == nil {
		x.taken++
		return
	}
	if fault := Fault(err, input, x.tried); fault != "" {
		x.ill(input, "%s: %v", fault, err)
	}
	x.said[codeOf(err)]++
}

// mostKept is how many inputs that were not read as they should are kept.
const mostKept = 8

// ill notes what is not as it should be, and keeps the input for whoever mends it.
func (x *Trial) ill(input []byte, format string, args ...any) {
	x.t.Helper()
	said := fmt.Sprintf("try %d of seed %d: ", x.tried, prooftest.Seed(x.t)) + fmt.Sprintf(format, args...)
	if len(x.ills) < mostKept && input != nil {
		path := filepath.Join(x.kept, fmt.Sprintf("%s-%d-%d", filepath.Base(x.t.Name()), prooftest.Seed(x.t), x.tried))
		said += "\nit is kept in " + path
		if err := os.WriteFile(path, input, 0o600); err != nil {
			x.t.Fatalf("keep input: %v", err)
		}
	}
	x.ills = append(x.ills, said)
}

// Ill is said by who reads, where what was read cannot be right.
func (x *Trial) Ill(input []byte, format string, args ...any) { x.ill(input, format, args...) }

// End compares what is guarded, and tells the figures: how many were tried, how many of them were taken as
// sound, how many ills there are; a trial in which nothing was refused, or nothing taken, tries nothing.
func (x *Trial) End() {
	x.t.Helper()
	x.finish()
	peak := Peak()
	prooftest.Tell(x.t, prooftest.Figures{"tried": float64(x.tried), "taken": float64(x.taken), "ill": float64(len(x.ills)),
		"peak_mb": float64(peak), "peak_seconds": x.slowest.Seconds()})
	for _, ill := range x.ills[:min(len(x.ills), 3*mostKept)] {
		x.t.Error(ill)
	}
	x.t.Logf("%d of %d were taken as sound, the others refused: %v; try %d took longest", x.taken, x.tried, x.said, x.slowestTry)
	if x.tried > 50 && (x.taken == 0 || x.taken == x.tried) {
		x.t.Errorf("%d of %d were taken as sound: what is spoilt is spoilt too much or too little", x.taken, x.tried)
	}
}

// Ills ends the trial and tells nothing: they are for who plants some, to see whether they are seen.
func (x *Trial) Ills() []string {
	x.finish()
	return x.ills
}

// finish finds the ills that show only at the end.
func (x *Trial) finish() {
	close(x.ended)
	if after := x.stands(); x.guarded != nil && !maps.Equal(after, x.guarded) {
		x.ill(nil, "files have changed: %v are %v", x.guarded, after)
	}
	if peak := Peak(); peak > x.memory {
		x.ill(nil, "%d MB at the peak", peak)
	}
}

// forgetPeak lets the system count the peak of memory anew, where it does; where not, what was taken before
// counts too.
func forgetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

// Peak is the largest memory that this process has taken since its trial began, in MB, 0 where the system does
// not tell.
func Peak() (megabytes int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := bytes.Cut(status, []byte("VmHWM:"))
	if _, err := fmt.Sscan(string(rest), &megabytes); err != nil {
		return 0
	}
	return megabytes >> 10
}

// codeOf is the code of a refusal, or what it says where it has none.
func codeOf(err error) string { return cmp.Or(data.CodeOf(err), err.Error()) }
