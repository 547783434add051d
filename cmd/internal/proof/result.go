package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"graduand/data/prooftest"
)

// result is what came of a share.
type result struct {
	// Tree is the fingerprint of what was proved; of anything else it says nothing.
	Tree, Commit string
	// Changed says that not all of them were committed.
	Changed bool
	Began   time.Time
	Seconds float64
	// Failure says that the test failed or told nothing, Skipped that what it needs was not given.
	Failure, Skipped bool
	Figures          prooftest.Figures
}

// path is where a share's result is kept.
func (p *proof) path(seed uint64, l line, at int, ending string) string {
	return filepath.Join(p.folder, strconv.FormatUint(seed, 10), fmt.Sprintf("%s.%d.%s", l.id, at, ending))
}

// keep writes a result; of a failed share all that it said beside it, and it is run again the next time.
func (p *proof) keep(s share, r result, said []byte) error {
	content, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		return fmt.Errorf("keep result: %w", err)
	}
	path, log := p.path(p.seed, s.line, s.at, "json"), p.path(p.seed, s.line, s.at, "log")
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path+".part", content, 0o644)); err != nil {
		return fmt.Errorf("keep result: %w", err)
	}
	if r.Failure {
		err = os.WriteFile(log, said, 0o644)
	} else if err = os.Remove(log); errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	if err := errors.Join(err, os.Rename(path+".part", path)); err != nil {
		return fmt.Errorf("keep result: %w", err)
	}
	return nil
}

// read is the result of a share that need not be run again, nil where there is none or it failed.
func (p *proof) read(seed uint64, l line, at int) *result {
	if r := p.kept(seed, l, at); r != nil && !r.Failure {
		return r
	}
	return nil
}

// kept is the result of a share of what is proved, of one that failed too, nil where there is none.
func (p *proof) kept(seed uint64, l line, at int) *result {
	content, err := os.ReadFile(p.path(seed, l, at, "json"))
	if err != nil {
		return nil
	}
	r := &result{}
	print, _ := p.tree.of(l)
	if err := json.Unmarshal(content, r); err != nil || r.Tree != print {
		return nil
	}
	return r
}

// say tells how far it is.
func (p *proof) say(s share, r result) {
	p.counting.Lock()
	defer p.counting.Unlock()
	p.done++
	verdict := "passed"
	switch {
	case r.Failure:
		verdict = "FAILED, see " + p.path(p.seed, s.line, s.at, "log")
	case r.Skipped:
		verdict = s.without
	}
	fmt.Printf("[%d of %d] %s %d/%d: %s, %.0f s: %s\n", p.done, p.all, s.id, s.at+1, max(s.shares, 1), s.words(r.Figures), r.Seconds, verdict)
}

// outcome is what came of a line with a seed.
type outcome struct {
	figures prooftest.Figures
	// whole says that all shares were run, failed how many of them did not pass.
	whole, skipped bool
	failed         int
	missed         []string
	seconds        float64
}

// outcome adds up the shares of a line.
func (p *proof) outcome(seed uint64, l line) (outcome, error) {
	o := outcome{figures: prooftest.Figures{}, whole: true}
	for at := range max(l.shares, 1) {
		r := p.kept(seed, l, at)
		if r == nil {
			o.whole = false
			continue
		}
		if r.Failure {
			o.failed++
		}
		o.skipped = o.skipped || r.Skipped
		o.figures.Add(r.Figures)
		o.seconds += r.Seconds
	}
	var err error
	o.missed, err = l.missed(o.figures)
	return o, err
}

// seeds are those with which something was run, the least first.
func (p *proof) seeds() ([]uint64, error) {
	entries, err := os.ReadDir(p.folder)
	if err != nil {
		return nil, fmt.Errorf("look for seeds: %w", err)
	}
	var seeds []uint64
	for _, e := range entries {
		if seed, err := strconv.ParseUint(e.Name(), 10, 64); err == nil {
			seeds = append(seeds, seed)
		}
	}
	slices.Sort(seeds)
	return seeds, nil
}
