package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"graduand/data/prooftest"
)

// asked is a line of two shares, some result of which is there.
var asked = line{id: "disks", chapter: "What survives", tried: "disks", says: "{states} disks", holds: []string{"states >= 5"}, run: run{shares: 2}}

// abc is a tree of which everything is the same.
var abc = tree{known: map[string]string{"": "abc"}}

// print is the fingerprint of what a line proves in it.
func print(l line) string {
	print, _ := abc.of(l)
	return print
}

// with is a proof in a folder of its own, in which the shares have counted so much.
func with(t *testing.T, states ...float64) *proof {
	t.Helper()
	p := &proof{seed: 1, folder: t.TempDir(), tree: abc, commit: "abc"}
	for at, n := range states {
		r := result{Tree: print(asked), Commit: "later", Figures: prooftest.Figures{"states": n}}
		if err := p.keep(share{asked, at}, r, nil); err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestSharesAreAddedUp(t *testing.T) {
	for want, states := range map[string][]float64{"| 5 disks | yes |": {2, 3}, "| 4 disks | **no**: states >= 5 |": {2, 2}, "| 9 disks | not run whole |": {9}} {
		p := with(t, states...)
		table, err := p.table([]line{asked}, []uint64{1})
		if err != nil || !strings.Contains(table, want) {
			t.Errorf("no %q in %s, %v", want, table, err)
		}
		if holds, err := p.hold([]line{asked}); err != nil || holds != strings.Contains(want, "yes") {
			t.Errorf("%s: holds %v, %v", want, holds, err)
		}
	}
}

// What was run at another commit, with the same of what it proves, stands in the table with its name.
func TestTheTableNamesEarlierCommits(t *testing.T) {
	p := with(t, 2, 3)
	p.commit = "later"
	if err := p.keep(share{asked, 0}, result{Tree: print(asked), Commit: "first", Changed: true, Figures: prooftest.Figures{"states": 5}}, nil); err != nil {
		t.Fatal(err)
	}
	if table, err := p.table([]line{asked}, []uint64{1}); err != nil || !strings.HasPrefix(table, "Commit later (some of it at first with changes") {
		t.Errorf("%s, %v", table, err)
	}
}

// Lines that are joined stand in one row, which holds where each does.
func TestJoinedLinesStandInOneRow(t *testing.T) {
	for want, states := range map[string][2]float64{"| all | 11 disks of 2 | yes | each of them | `a` |": {5, 6}, "| all | 10 disks of 2 | **no**: states >= 5 | each of them | `a` |": {6, 4}} {
		p := with(t)
		var joined []line
		for at, id := range []string{"a-1", "a-2"} {
			l := line{id: id, joined: "all", says: "{states} disks of {lines}", holds: asked.holds}
			if err := p.keep(share{l, 0}, result{Tree: print(l), Figures: prooftest.Figures{"states": states[at]}}, nil); err != nil {
				t.Fatal(err)
			}
			joined = append(joined, l)
		}
		table, err := p.table(append(joined, asked), []uint64{1})
		if err != nil || !strings.Contains(table, want) || !strings.Contains(table, "| disks |") {
			t.Errorf("no %q in %s, %v", want, table, err)
		}
	}
}

// What was run is not run again: of these files, and unless it failed.
func TestWhatWasRunIsKnown(t *testing.T) {
	p := with(t, 2)
	if p.read(1, asked, 0) == nil || p.read(2, asked, 0) != nil || p.read(1, asked, 1) != nil {
		t.Error("it is not known what was run")
	}
	p.tree = tree{known: map[string]string{"": "other"}}
	if p.read(1, asked, 0) != nil {
		t.Error("what was run of other files counts")
	}
	p.tree = abc
	if err := p.keep(share{asked, 0}, result{Tree: print(asked), Failure: true}, []byte("why")); err != nil {
		t.Fatal(err)
	}
	if table, err := p.table([]line{asked}, []uint64{1}); err != nil || !strings.Contains(table, "**no**: 1 failed") {
		t.Errorf("a share that failed is not told: %s, %v", table, err)
	}
	if holds, err := p.hold([]line{asked}); err != nil || holds {
		t.Errorf("with a share that failed it holds: %v", err)
	}
	why, err := os.ReadFile(p.path(1, asked, 0, "log"))
	if p.read(1, asked, 0) != nil || err != nil || string(why) != "why" {
		t.Errorf("a share that failed counts, or nobody learns why: %q, %v", why, err)
	}
}

// The proof runs the tests of this package as any other: what they tell is counted, who tells nothing or
// fails proves nothing, and what needs something that is not given is passed over.
func TestSharesAreRun(t *testing.T) {
	for name, want := range map[string]struct {
		figure           float64
		failure, skipped bool
	}{"TellsThree": {figure: 3}, "TellsNothing": {failure: true}, "Fails": {figure: 1, failure: true}, "NotGiven": {skipped: true}} {
		p := &proof{seed: 1, folder: t.TempDir(), tree: abc, programs: map[string]string{"here.false.false": os.Args[0]}}
		l := line{id: "self", without: "not given", run: run{folder: "here", name: "^TestOfTheProof$/" + name, environment: []string{"GRADUAND_PROOF_ITSELF=1"}}}
		t.Chdir(linked(t))
		if err := p.runShare(context.Background(), share{l, 0}); err != nil {
			t.Fatal(err)
		}
		p.tree = abc
		r := p.read(1, l, 0)
		if want.failure != (r == nil) || r != nil && (r.Figures["n"] != want.figure || r.Skipped != want.skipped) {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// linked is a folder in which the package of the share is.
func linked(t *testing.T) string {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "here"), 0o755); err != nil {
		t.Fatal(err)
	}
	return folder
}

// TestOfTheProof is what TestSharesAreRun runs.
func TestOfTheProof(t *testing.T) {
	if os.Getenv("GRADUAND_PROOF_ITSELF") == "" {
		return
	}
	t.Run("TellsThree", func(t *testing.T) { prooftest.Tell(t, prooftest.Figures{"n": float64(prooftest.Times(t, 3))}) })
	t.Run("TellsNothing", func(*testing.T) {})
	t.Run("Fails", func(t *testing.T) { prooftest.Tell(t, prooftest.Figures{"n": 1}); t.Fail() })
	t.Run("NotGiven", func(t *testing.T) { t.Skip("no database") })
}

func TestTheTableIsPutInItsPlace(t *testing.T) {
	path := filepath.Join(t.TempDir(), "README.md")
	if err := os.WriteFile(path, []byte("before\n"+tableBegins+"old\n"+tableEnds+"behind\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := putTable(path, "new\n"); err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "before\n"+tableBegins+"new\n"+tableEnds+"behind\n" {
		t.Errorf("%q, %v", got, err)
	}
	if err := os.WriteFile(path, []byte("no place"), 0o644); err != nil {
		t.Fatal(err)
	}
	if putTable(path, "new\n") == nil {
		t.Error("a file without a place takes the table")
	}
}

func TestInterruptedShareIsNotKept(t *testing.T) {
	ctx, cancel := context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
	defer cancel()
	p := &proof{seed: 1, folder: t.TempDir(), programs: map[string]string{"here.false.false": os.Args[0]}}
	t.Chdir(linked(t))
	l := line{id: "self", run: run{folder: "here", name: "^TestOfTheProof$"}}
	if p.runShare(ctx, share{l, 0}) == nil || p.read(1, l, 0) != nil {
		t.Error("an interrupted share counts")
	}
}
