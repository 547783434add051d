package powercut

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"sync"
	"testing"
	"time"

	"graduand/data/prooftest"
	"graduand/data/registrar"
)

// pair are two programs that work on one registry.
type pair struct {
	*stroke
	t      *testing.T
	b      *tool
	folder string
	count  *tally
	wrong  func(format string, words ...any)
}

// F-07: two programs work on one registry at once. Each change that one of them acknowledges is there, and the
// one that cannot come in says so in a sentence: so does each that comes while another stays in it.
func TestTwoAtOnce(t *testing.T) {
	count := &tally{}
	defer func() { count.tell(t, "pairs", "done", "refused", "kept_out", "ill", "unclear") }()
	pairs(t, sharedBase(t), prooftest.Times(t, 1), count, t.Errorf)
}

// pairs has so many pairs work at once, and one of each once more while the registry is open here.
func pairs(t *testing.T, b *tool, enough int, count *tally, wrong func(format string, words ...any)) {
	t.Helper()
	p := &pair{t: t, b: b, folder: filepath.Join(t.TempDir(), "folder"), count: count, wrong: wrong}
	for _, s := range scenarios {
		if s.name == "set" {
			p.stroke = &stroke{record: sharedRecord(t, s)}
		}
	}
	chance := rand.New(rand.NewPCG(prooftest.Seed(t), 0))
	for range enough {
		must(t, p.lay(p.folder))
		p.both(time.Duration(chance.IntN(400)) * time.Millisecond)
		p.keptOut()
	}
}

// both has two work at once, the second one so much later.
func (p *pair) both(later time.Duration) {
	var done [2]bool
	var working sync.WaitGroup
	for n := range done {
		working.Go(func() {
			time.Sleep(later * time.Duration(n))
			done[n] = p.adds(n)
		})
	}
	working.Wait()
	p.count.add("pairs")
	history, err := p.examine(p.folder)
	acknowledged := map[bool]int{done[0]: 1}
	acknowledged[done[1]]++
	if added := len(history) - len(p.record.before); err != nil || added != acknowledged[true] {
		p.count.add("ill")
		p.wrong("%d changes were acknowledged, %d are there: %v", acknowledged[true], added, err)
	}
}

// keptOut has one come while the registry is open here: it is refused.
func (p *pair) keptOut() {
	open, err := registrar.Open(ctx, filepath.Join(p.folder, p.registry), registrar.SignIn{}, registrar.Options{Key: p.keys[0]})
	if err != nil {
		p.count.add("ill")
		p.wrong("open: %v", err)
		return
	}
	if p.adds(2) {
		p.count.add("ill")
		p.wrong("one came in while the registry was open")
	} else {
		p.count.add("kept_out")
	}
	must(p.t, open.Close())
}

// adds has one of them add somebody, and says whether it has acknowledged that.
func (p *pair) adds(n int) bool {
	run := p.b.in(p.folder).command(nil, step{command: fmt.Sprintf("do $SCHOOL add surname=%s phone=055500001%d", []string{"Осмонов", "Токтомов", "Акматов"}[n], n)})
	var out, said bytes.Buffer
	run.Stdout, run.Stderr = &out, &said
	err := run.Run()
	x := ran{err: err, code: run.ProcessState.ExitCode(), out: out.String(), said: said.String()}
	if x.code == 0 {
		p.count.add("done")
		return true
	}
	p.count.add("refused")
	if wrong := x.clear(p.stroke, p.folder); wrong != nil || !refusal.MatchString(x.said) {
		p.count.add("unclear")
		p.wrong("it said %q: %v", x.said, wrong)
	}
	return false
}

// refusal is the word of a registry that somebody else has open.
var refusal = regexp.MustCompile("открыт|відкрито")

// TestTwoWithoutWords is the control: where a program that cannot come in has no sentence for that, it is seen.
func TestTwoWithoutWords(t *testing.T) {
	if prooftest.Times(t, 0) == 0 {
		t.Skip("only in the long run")
	}
	b := sharedBase(t)
	b.program = altered(t, alteration{"data/sqlite/sqlite.go", "case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:", "case -1:"})
	count := &tally{}
	pairs(t, b, prooftest.Times(t, 0), count, t.Logf)
	if count.tell(t, "pairs", "refused", "unclear"); count.count["unclear"] == 0 {
		t.Errorf("nothing is seen: %v", count.count)
	}
}
