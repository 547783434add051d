package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"graduand/data/prooftest"
)

func TestWordsOfFigures(t *testing.T) {
	l := line{says: "{states} disks, {ill} ill, {peak_seconds:2} s, {missing}"}
	if said := l.words(prooftest.Figures{"states": 1234567, "ill": 0, "peak_seconds": 9.876}); said != "1,234,567 disks, 0 ill, 9.88 s, –" {
		t.Error(said)
	}
}

func TestMissedBounds(t *testing.T) {
	l := line{holds: []string{"states >= 20000", "ill = 0", "times <= 1.3", "control > 0", "untold = 0"}}
	missed, err := l.missed(prooftest.Figures{"states": 19999, "ill": 0, "times": 1.31, "control": 0})
	if want := []string{"states >= 20000", "times <= 1.3", "control > 0", "untold = 0"}; err != nil || !slices.Equal(missed, want) {
		t.Errorf("missed %q, %v", missed, err)
	}
	for _, bound := range []string{"ill", "ill = none", "ill != 0"} {
		if _, err := (line{holds: []string{bound}}).missed(prooftest.Figures{"ill": 0}); err == nil {
			t.Errorf("%q is taken for a bound", bound)
		}
	}
}

func TestLinesAreChosenByTheirIds(t *testing.T) {
	all := []line{{id: "power"}, {id: "power-off"}, {id: "powers"}, {id: "kills"}}
	if chosen, err := choose(all, []string{"power", "kills"}); err != nil || len(chosen) != 3 || chosen[1].id != "power-off" || chosen[2].id != "kills" {
		t.Errorf("%v, %v", chosen, err)
	}
	if _, err := choose(all, []string{"pow"}); err == nil {
		t.Error("a line that is not there is run")
	}
}

// Every line has an id of its own, bounds that can be read, figures that it asks, and a test that is there.
func TestLinesAreSound(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range lines() {
		if seen[l.id] || !regexp.MustCompile(`^[a-z0-9-]+$`).MatchString(l.id) {
			t.Errorf("the id %q stands twice, or is none", l.id)
		}
		seen[l.id] = true
		if l.joined != "" && !strings.Contains(l.id, "-") {
			t.Errorf("%s does not begin with the word of its row", l.id)
		}
		if _, err := l.missed(nil); err != nil || len(l.holds) == 0 || l.chapter == "" || l.tried == "" || !braced.MatchString(l.says) {
			t.Errorf("%s is not whole: %v", l.id, err)
		}
		if !slices.ContainsFunc(namesIn(t, l.folder), regexp.MustCompile(strings.Split(l.name, "/")[0]).MatchString) {
			t.Errorf("%s: %s has no test of the name %q", l.id, l.folder, l.name)
		}
	}
}

var tests = regexp.MustCompile(`(?m)^func ((?:Test|Benchmark|Fuzz)\w*)\(`)

// namesIn are the tests of a package.
func namesIn(t *testing.T, folder string) (names []string) {
	files, err := filepath.Glob(filepath.Join("..", "..", "..", folder, "*_test.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no tests in %s: %v", folder, err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range tests.FindAllStringSubmatch(string(content), -1) {
			names = append(names, found[1])
		}
	}
	return names
}
