package main

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// grown is a small project, in which the tests of one package are made of two, with one file changed.
func grown(file, octets string) tree {
	t := tree{files: map[string]string{"go.mod": "1", "data/a/a.go": "2", "data/a/testdata/in": "3", "data/b/b.go": "4", "assets/x.toml": "5"},
		parts: map[string][]string{"data/a": {"data/a", "assets"}}, packages: []string{"data/a", "data/b", "assets"}, known: map[string]string{}}
	t.files = maps.Clone(t.files)
	t.files[file] = octets
	for _, l := range []line{{run: run{folder: "data/a", within: true}}, {run: run{folder: "data/a"}}} {
		t.known[l.proves()] = t.print(l.proves())
	}
	return t
}

// What came of a line within its packages holds until one of these changes, what came of another until anything
// does.
func TestWhatIsProvedIsKnown(t *testing.T) {
	within, whole := line{run: run{folder: "data/a", within: true}}, line{run: run{folder: "data/a"}}
	before := grown("go.mod", "1")
	for file, counts := range map[string]bool{"data/a/a.go": true, "data/a/testdata/in": true, "data/a/testdata/new": true, "assets/x.toml": true, "go.mod": true, "data/b/b.go": false, "Makefile": false} {
		after := grown(file, changedMark+"9")
		old, _ := before.of(within)
		print, changed := after.of(within)
		if (old != print) != counts || changed != counts {
			t.Errorf("%s: differs %v, not committed %v, want %v", file, old != print, changed, counts)
		}
		old, _ = before.of(whole)
		if print, changed := after.of(whole); old == print || !changed {
			t.Errorf("%s: of all files nothing has changed", file)
		}
	}
	more := within
	more.times = 9
	few, _ := before.of(within)
	if many, _ := before.of(more); many == few {
		t.Error("more tries count as the same")
	}
}

// Tests that build our programs or look at the whole project prove all of it.
func TestLinesThatBuildProveAll(t *testing.T) {
	for _, l := range lines() {
		if builds := strings.HasPrefix(l.folder, "cmd") || l.folder == "data/powercut"; builds == l.within {
			t.Errorf("%s in %s: within is %v", l.id, l.folder, l.within)
		}
	}
}

// Of every line within its packages it is known which these are, as make asks for them: without a C compiler.
func TestPackagesAreFound(t *testing.T) {
	t.Chdir("../../..")
	t.Setenv("CGO_ENABLED", "0")
	found := tree{parts: map[string][]string{}}
	if err := found.lookInto(t.Context(), lines()); err != nil {
		t.Fatal(err)
	}
	all, err := everyPackage(t.Context())
	if err != nil || !slices.Contains(all, "cmd/graduand") {
		t.Errorf("found %d packages, %v", len(all), err)
	}
	for _, l := range lines() {
		if l.within && !slices.Contains(found.parts[l.folder], l.folder) {
			t.Errorf("%s: made of %v", l.id, found.parts[l.folder])
		}
	}
}
