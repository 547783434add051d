package powercut

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/png"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/data/registrar"
	"graduand/data/registry"
)

var ctx = context.Background()

// quickly is how many disks of a scenario are tried where nobody asks for rounds.
const quickly = 20

type illness struct{ ills []registrar.Ill }

func (i *illness) Error() string { return fmt.Sprintf("the doctor says %v", i.ills) }

// lineOf is an event of the history, in an order that sorts as it happened. What graduates have filled in
// is taken over when the school opens its registry, so also when it is examined here: then, and not before.
func lineOf(e registrar.Event) string {
	if e.Kind == registry.EventFilled {
		e.At = time.Time{}
	}
	return fmt.Sprintf("%06d %s %s %s", e.Seq, e.At.UTC().Format("2006-01-02T15:04:05.000000000"), e.Kind, e.Graduate)
}

func picture(t testing.TB) []byte {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, 160, 120))
	noise := rand.NewChaCha8([32]byte{3})
	noise.Read(m.Pix)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// state is a disk after a power cut: its files, and how many steps had said that they are
// done.
type state struct {
	files map[string][]byte
	acked int
	where string
}

// fingerprint tells states apart.
func (s state) fingerprint() [32]byte {
	h := sha256.New()
	fmt.Fprintln(h, s.acked)
	for _, name := range slices.Sorted(maps.Keys(s.files)) {
		fmt.Fprintf(h, "%q %d\n", name, len(s.files[name]))
		h.Write(s.files[name])
	}
	return [32]byte(h.Sum(nil))
}

// trial is how a record is tried.
type trial struct {
	rounds              int
	seed                uint64
	deaf, deafToFolders bool
	// mayBeIll says that the program itself is told not to synchronise.
	mayBeIll bool
}

// states gives the disks of a record that are to be looked at.
func (r *record) states(tr trial, give func(state)) {
	d := &disk{root: r.root, now: names{r.root: nil}, open: map[string]*handle{}, deaf: tr.deaf, deafToFolders: tr.deafToFolders}
	for name, content := range r.start {
		path := filepath.Join(r.root, name)
		d.now[path], d.now[filepath.Dir(path)] = &inode{sure: content}, nil
	}
	d.sure = maps.Clone(d.now)
	chance := rand.New(rand.NewPCG(tr.seed, 0))
	total := 0
	for _, calls := range r.calls {
		total += len(calls)
	}
	for i, calls := range r.calls {
		acked := i
		last := lastWord(calls)
		for n, c := range calls {
			changed := d.do(c)
			if n == last {
				acked = i + 1
			}
			if !changed {
				continue
			}
			for w := range ways {
				for round := range max(tr.rounds, 1) {
					seed := chance.Uint64()
					// The moments behind a word are never left out: there it counts.
					if tr.rounds == 0 && n < last && chance.IntN(total*int(ways)) >= 3*quickly {
						continue
					}
					give(state{d.cut(w, rand.New(rand.NewPCG(seed, 1))), acked, fmt.Sprintf("%s, step %d, call %d %s, %v, round %d", r.name, i+1, n, c.name, w, round)})
				}
			}
		}
	}
}

// lastWord is the call by which a command said that it is done: the last word of all, or
// its end.
func lastWord(calls []call) int {
	for n, c := range slices.Backward(calls) {
		if fd, _ := descriptor(c.args[0]); c.name == "write" && (fd == "1" || fd == "2") {
			return n
		}
	}
	return len(calls) - 1
}

// verify says what is wrong with a state.
func (r *record) verify(s state, folder string) error {
	if err := errors.Join(os.RemoveAll(folder), os.MkdirAll(folder, 0o700)); err != nil {
		return err
	}
	for name, content := range s.files {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, content, 0o600)); err != nil {
			return err
		}
	}
	if err := r.verifyFiles(s); err != nil {
		return err
	}
	history, err := r.examine(folder)
	switch {
	case err != nil && s.acked == 0 && (r.birth == inPlace || r.birth == beside && s.files[r.registry] == nil):
		return nil
	case err != nil:
		return err
	}
	all := r.after[len(r.after)-1].history
	if len(history) > len(all) || !slices.Equal(history, all[:len(history)]) {
		return fmt.Errorf("the history is another: %q", history)
	}
	if s.acked > 0 && len(history) < len(r.after[s.acked-1].history) {
		return fmt.Errorf("only %d entries of %d that were acknowledged", len(history), len(r.after[s.acked-1].history))
	}
	return nil
}

// verifyFiles says which file that was given is not there, or is there in part.
func (r *record) verifyFiles(s state) error {
	for name, content := range r.after[len(r.after)-1].gives {
		got, there := s.files[name]
		_, before := r.start[name]
		switch {
		case there && !before && !r.kept[name] && !bytes.Equal(got, content):
			return fmt.Errorf("%s is there in part, %d octets of %d", name, len(got), len(content))
		case !bytes.Equal(got, content) && s.acked > 0 && r.after[s.acked-1].gives[name] != nil:
			return fmt.Errorf("%s was acknowledged and is not there, or in part", name)
		}
	}
	return nil
}

// outcome counts disks.
type outcome struct{ states, distinct, ill int }

func (o *outcome) add(more outcome) {
	o.states, o.distinct, o.ill = o.states+more.states, o.distinct+more.distinct, o.ill+more.ill
}

// try makes and examines the disks of a record, each distinct one once.
func (r *record) try(t testing.TB, tr trial) (o outcome) {
	t.Helper()
	var mu sync.Mutex
	known := map[[32]byte]error{}
	queue := make(chan state)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		folder := filepath.Join(memory(t), "disk")
		workers.Go(func() {
			for s := range queue {
				err := r.verify(s, folder)
				mu.Lock()
				known[s.fingerprint()] = err
				if err != nil && o.ill < 5 && !tr.deaf && !tr.deafToFolders && !tr.mayBeIll {
					t.Errorf("seed %d, %s, %d acknowledged: %v", tr.seed, s.where, s.acked, err)
				}
				if err != nil {
					o.ill++
				}
				mu.Unlock()
			}
		})
	}
	seen := map[[32]byte]bool{}
	r.states(tr, func(s state) {
		o.states++
		if f := s.fingerprint(); !seen[f] {
			seen[f] = true
			queue <- s
		}
	})
	close(queue)
	workers.Wait()
	o.distinct = len(seen)
	return o
}

// memory is a folder in memory, where there is one: a disk made anew ten thousand times
// need not last.
func memory(t testing.TB) string {
	t.Helper()
	folder, err := os.MkdirTemp("/dev/shm", "graduand-power-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	return folder
}

// needStrace skips where no program may be looked at.
func needStrace(t *testing.T) {
	t.Helper()
	if out, err := exec.Command("strace", "-f", "--seccomp-bpf", "-o", os.DevNull, "true").CombinedOutput(); err != nil {
		t.Skipf("strace does not work here: %v %s", err, out)
	}
}

// F-07, KG-012: after a power cut at any moment everything that was acknowledged is there,
// and the registry is sound. As controls, disks that sync nothing must lose something in every
// scenario, and disks that sync no folder in some.
func TestPowerCut(t *testing.T) {
	needStrace(t)
	tr := trial{rounds: prooftest.Times(t, 0), seed: prooftest.Seed(t)}
	var all, deaf, nameless outcome
	for _, s := range scenarios {
		t.Run(s.name, func(t *testing.T) {
			r := sharedRecord(t, s)
			o := r.try(t, tr)
			t.Logf("%d disks, %d distinct, %d ill", o.states, o.distinct, o.ill)
			if o.states < quickly/2 {
				t.Errorf("only %d disks: is anything tried?", o.states)
			}
			without := r.try(t, trial{seed: tr.seed, deaf: true})
			if without.ill == 0 {
				t.Errorf("disks that sync nothing lose nothing, of %d", without.distinct)
			}
			all.add(o)
			deaf.add(without)
			nameless.add(r.try(t, trial{seed: tr.seed, deafToFolders: true}))
		})
	}
	if nameless.ill == 0 {
		t.Errorf("disks that sync no folder lose nothing, of %d", nameless.distinct)
	}
	prooftest.Tell(t, prooftest.Figures{"states": float64(all.states), "distinct": float64(all.distinct), "ill": float64(all.ill), "peak_scenarios": float64(len(scenarios)),
		"deaf_disks": float64(deaf.distinct), "deaf_ill": float64(deaf.ill), "nameless_disks": float64(nameless.distinct), "nameless_ill": float64(nameless.ill)})
}

// TestWithoutSynchronising is the control on the program itself: with its database told
// not to synchronise it must lose something.
func TestWithoutSynchronising(t *testing.T) {
	if prooftest.Times(t, 0) == 0 {
		t.Skip("only in the long run")
	}
	needStrace(t)
	b := base(t, altered(t, alteration{"data/sqlite/sqlite.go", `{"synchronous", "FULL", "2"}`, `{"synchronous", "OFF", "0"}`}))
	for _, s := range scenarios {
		if s.name != "set" {
			continue
		}
		o := s.do(t, b).try(t, trial{rounds: 1, seed: prooftest.Seed(t), mayBeIll: true})
		if prooftest.Tell(t, prooftest.Figures{"off_disks": float64(o.distinct), "off_ill": float64(o.ill)}); o.ill < o.distinct/4 {
			t.Errorf("with synchronous=OFF only %d of %d are ill", o.ill, o.distinct)
		}
	}
}
