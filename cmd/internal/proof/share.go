package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"time"

	"graduand/data/prooftest"
)

// program builds the tests of a package, once.
func (p *proof) program(ctx context.Context, r run) (string, error) {
	p.building.Lock()
	defer p.building.Unlock()
	name := fmt.Sprintf("%s.%v.%v", regexp.MustCompile(`\W`).ReplaceAllString(r.folder, "_"), r.cgo, r.guided)
	if path := p.programs[name]; path != "" {
		return path, nil
	}
	path, err := filepath.Abs(filepath.Join(p.folder, "programs", name))
	if err != nil {
		return "", fmt.Errorf("build tests of %s: %w", r.folder, err)
	}
	words := []string{"test", "-c", "-trimpath", "-o", path}
	if r.guided {
		words = append(words, "-fuzz", "^"+r.name+"$")
	}
	build := exec.CommandContext(ctx, "go", append(words, "./"+r.folder)...)
	build.Env = append(os.Environ(), "CGO_ENABLED="+map[bool]string{false: "0", true: "1"}[r.cgo])
	if said, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build tests of %s: %w: %s", r.folder, err, said)
	}
	p.programs[name] = path
	return path, nil
}

// words are the flags of the test program.
func (p *proof) words(s share) ([]string, error) {
	corpus, err := filepath.Abs(filepath.Join(p.folder, "corpora", s.id))
	if err != nil {
		return nil, fmt.Errorf("name corpus: %w", err)
	}
	words := []string{"-test.v", "-test.timeout=3h"}
	switch s.kind {
	case benchmark:
		words = append(words, "-test.run=^$", "-test.bench="+s.name, "-test.benchtime=1x")
	case fuzz:
		words = append(words, "-test.run=^$", "-test.fuzz=^"+s.name+"$", "-test.fuzztime="+strconv.Itoa(s.executions())+"x",
			"-test.fuzzcachedir="+corpus, "-test.fuzzminimizetime=10x", "-test.parallel=1")
	default:
		words = append(words, "-test.run="+s.name)
	}
	return append(words, s.flags...), nil
}

// guidedPart is which part of its executions the first share of a fuzz target does: guided by what it covers,
// each takes ten to forty times as long.
const guidedPart = 50

// executions are how often a share of a fuzz target executes it.
func (s share) executions() int {
	if s.at == 0 {
		return s.times / guidedPart
	}
	return s.times
}

// runShare runs a share and keeps what came of it. Its words are kept where it failed.
func (p *proof) runShare(ctx context.Context, s share) error {
	s.guided = s.kind == fuzz && s.at == 0
	program, err := p.program(ctx, s.line.run)
	if err != nil {
		return err
	}
	words, err := p.words(s)
	if err != nil {
		return err
	}
	figures, err := os.CreateTemp("", "figures")
	if err != nil {
		return fmt.Errorf("make file of figures: %w", err)
	}
	defer os.Remove(figures.Name())
	defer figures.Close()
	began := time.Now()
	said, failure := p.start(ctx, s, program, words, figures.Name())
	if ctx.Err() != nil {
		return fmt.Errorf("interrupted; the same command goes on here: %w", ctx.Err())
	}
	print, changed := p.tree.of(s.line)
	r := result{Tree: print, Commit: p.commit, Changed: changed, Began: began, Seconds: time.Since(began).Seconds(), Figures: prooftest.Figures{}}
	r.Failure = errors.Join(failure, readFigures(figures, s, said, &r)) != nil
	r.Skipped = s.without != "" && bytes.Contains(said, []byte("--- SKIP")) && len(r.Figures) == 0
	r.Failure = r.Failure && !r.Skipped
	if err := p.keep(s, r, said); err != nil {
		return err
	}
	p.say(s, r)
	return nil
}

// start runs the test program in the folder of its package, with all that it starts in a group that ends with it.
func (p *proof) start(ctx context.Context, s share, program string, words []string, figures string) ([]byte, error) {
	run := exec.CommandContext(ctx, program, words...)
	var err error
	if run.Dir, err = p.dir(s); err != nil {
		return nil, err
	}
	seed := p.seed*1000 + uint64(s.at)
	run.Env = append(os.Environ(), "GRADUAND_MUST=1", prooftest.SeedName+"="+strconv.FormatUint(seed, 10), prooftest.FiguresName+"="+figures)
	if s.times > 0 && s.kind != fuzz {
		run.Env = append(run.Env, prooftest.TimesName+"="+strconv.Itoa(s.times))
	}
	run.Env = append(run.Env, s.environment...)
	endTogether(run)
	run.WaitDelay = 10 * time.Second
	var said bytes.Buffer
	run.Stdout, run.Stderr = &said, &said
	err = run.Run()
	return said.Bytes(), err
}

// dir is where the test program runs: in the folder of its package. A fuzz target runs beside a copy of its
// inputs, for what it fails on is written there: it may harm other software too, and is none of the files of the
// project before somebody has looked at it.
func (p *proof) dir(s share) (string, error) {
	if s.kind != fuzz {
		return s.folder, nil
	}
	dir := filepath.Join(p.folder, "fuzz", fmt.Sprintf("%s.%d", s.id, s.at))
	inputs := os.DirFS(filepath.Join(s.folder, "testdata"))
	if err := errors.Join(os.RemoveAll(dir), os.MkdirAll(dir, 0o755)); err != nil {
		return "", fmt.Errorf("make room for %s: %w", s.id, err)
	}
	if err := os.CopyFS(filepath.Join(dir, "testdata"), inputs); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("copy inputs of %s: %w", s.id, err)
	}
	return dir, nil
}

var execs = regexp.MustCompile(`execs: (\d+)`)

// readFigures adds up what was told; who told nothing has proved nothing.
func readFigures(file *os.File, s share, said []byte, r *result) error {
	if s.kind == fuzz {
		if all := execs.FindAllSubmatch(said, -1); len(all) > 0 {
			n, err := strconv.ParseFloat(string(all[len(all)-1][1]), 64)
			r.Figures.Add(prooftest.Figures{"execs": n})
			return err
		}
	}
	for lines := json.NewDecoder(file); lines.More(); {
		told := prooftest.Figures{}
		if err := lines.Decode(&told); err != nil {
			return fmt.Errorf("read figures: %w", err)
		}
		r.Figures.Add(told)
	}
	if len(r.Figures) == 0 {
		return errors.New("no figure was told")
	}
	return nil
}
