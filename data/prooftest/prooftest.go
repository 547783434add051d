// Package prooftest is how long tests are asked for more than an ordinary check asks, and tell what they
// have counted to «make proof» (cmd/internal/proof).
package prooftest

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// The names by which a run is told what is asked of it.
const (
	// TimesName asks for so many tries.
	TimesName = "GRADUAND_TIMES"
	// SeedName asks for other chances.
	SeedName = "GRADUAND_SEED"
	// FiguresName is the file that figures are told into, a line each time.
	FiguresName = "GRADUAND_FIGURES"
)

// PeakPrefix begins the name of a figure of which the largest counts; all others are added up over runs.
const PeakPrefix = "peak_"

// Figures are what a run has counted, by names that a line of the proof knows: {"states": 388, "ill": 0}.
type Figures map[string]float64

// Times is how often a test shall try; ordinary where nobody asks for more.
func Times(t testing.TB, ordinary int) int {
	t.Helper()
	return int(asked(t, TimesName, uint64(ordinary)))
}

// Seed is where chance begins, 1 where nobody asks for another.
func Seed(t testing.TB) uint64 {
	t.Helper()
	return asked(t, SeedName, 1)
}

// asked is the number of that name, without where there is none.
func asked(t testing.TB, name string, without uint64) uint64 {
	t.Helper()
	said := os.Getenv(name)
	if said == "" {
		return without
	}
	n, err := strconv.ParseUint(said, 10, 32)
	if err != nil {
		t.Fatalf("read %s: %v", name, err)
	}
	return n
}

// Tell notes figures in the log of the test, and for the proof where it asks for them. It may be called
// several times; a test that fails tells all the same.
func Tell(t testing.TB, figures Figures) {
	t.Helper()
	said, err := json.Marshal(figures)
	if err != nil {
		t.Fatalf("tell figures: %v", err)
	}
	t.Logf("%s", said)
	if err := Note(figures); err != nil {
		t.Fatal(err)
	}
}

// Note is [Tell] for what is counted beside all tests; without a proof that asks it does nothing.
func Note(figures Figures) error {
	path := os.Getenv(FiguresName)
	if path == "" {
		return nil
	}
	said, err := json.Marshal(figures)
	if err != nil {
		return fmt.Errorf("tell figures: %w", err)
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("tell figures: %w", err)
	}
	_, err = f.Write(append(said, '\n'))
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("tell figures: %w", err)
	}
	return nil
}

// Add adds what others have counted: sums, and of peaks the larger.
func (f Figures) Add(others Figures) {
	for name, n := range others {
		if strings.HasPrefix(name, PeakPrefix) {
			f[name] = max(f[name], n)
		} else {
			f[name] += n
		}
	}
}
