package cmd

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// largestCircle is how many files the largest circle of the house has: files of one package
// each of which uses something of the next, and the last of the first. Whoever reads one of
// them has to know all. It may only fall.
const largestCircle = 15

func TestNoLargerCircleOfFiles(t *testing.T) {
	rooms, exports := compiled(t)
	set := token.NewFileSet()
	imported := importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	if len(rooms) < 12 {
		t.Errorf("only %d packages were found: does the guard still see them?", len(rooms))
	}
	room, largest := "", []string(nil)
	for _, path := range slices.Sorted(maps.Keys(rooms)) {
		uses := usesOf(t, set, imported, path, rooms[path])
		if circle := circleOf(uses); len(circle) > len(largest) {
			room, largest = path, circle
		}
	}
	switch n := len(largest); {
	case n > largestCircle:
		t.Errorf("%d files of %s are one circle, %d at most may be: cut it, or move what they share below them\n%s", n, room, largestCircle, strings.Join(largest, "\n"))
	case n < largestCircle:
		t.Errorf("the largest circle has %d files now (%s): lower the number", n, room)
	}
}

// compiled are the packages of the house with the paths of their files, and the compiled
// form of all that they import. The desktop program, two files, is left out: it needs cgo.
func compiled(t *testing.T) (rooms map[string][]string, exports map[string]string) {
	t.Helper()
	list := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}\t{{.Dir}}\t{{join .GoFiles \"\t\"}}",
		module+"/ui/...", module+"/data/...", module+"/imaging/...", module+"/reports/...", module+"/assets/...", module+"/cmd/graduandctl")
	list.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := list.Output()
	if err != nil {
		t.Fatalf("list packages: %v", err)
	}
	rooms, exports = map[string][]string{}, map[string]string{}
	for line := range strings.Lines(string(out)) {
		parts := strings.Split(strings.TrimSpace(line), "\t")
		exports[parts[0]] = parts[1]
		if !strings.HasPrefix(parts[0], module+"/") {
			continue
		}
		for _, name := range parts[3:] {
			rooms[parts[0]] = append(rooms[parts[0]], filepath.Join(parts[2], name))
		}
	}
	return rooms, exports
}

// usesOf says of each file of a package which others it uses: an object of the package, a
// field or a method that is declared there.
func usesOf(t *testing.T, set *token.FileSet, imported types.Importer, path string, names []string) map[string][]string {
	t.Helper()
	var files []*ast.File
	for _, name := range names {
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	info := &types.Info{Uses: map[*ast.Ident]types.Object{}}
	room, err := (&types.Config{Importer: imported}).Check(path, set, files, info)
	if err != nil {
		t.Fatalf("check %s: %v", path, err)
	}
	uses := map[string][]string{}
	for ident, object := range info.Uses {
		if object.Pkg() != room || object.Parent() != nil && object.Parent() != room.Scope() {
			continue
		}
		from, to := fileOf(set, ident.Pos()), fileOf(set, object.Pos())
		if from != to && !slices.Contains(uses[from], to) {
			uses[from] = append(uses[from], to)
		}
	}
	return uses
}

func fileOf(set *token.FileSet, at token.Pos) string { return filepath.Base(set.Position(at).Filename) }

// circleOf are the files of the largest circle, sorted: those that reach each other.
func circleOf(uses map[string][]string) []string {
	reached := map[string]map[string]bool{}
	for file := range uses {
		reached[file] = map[string]bool{}
		reach(uses, file, reached[file])
	}
	var largest []string
	for file := range uses {
		var circle []string
		for other := range reached[file] {
			if reached[other][file] {
				circle = append(circle, other)
			}
		}
		if len(circle) > len(largest) {
			largest = circle
		}
	}
	slices.Sort(largest)
	return largest
}

func reach(uses map[string][]string, from string, reached map[string]bool) {
	for _, to := range uses[from] {
		if !reached[to] {
			reached[to] = true
			reach(uses, to, reached)
		}
	}
}

// The guard itself: a circle of two with a tail, and one of three.
func TestCircleOf(t *testing.T) {
	for name, test := range map[string]struct{ uses, want string }{
		"none":            {"a>b b>c", "[]"},
		"two with a tail": {"a>b b>a b>c c>d", "[a b]"},
		"the larger":      {"a>b b>a c>d d>e e>c a>c", "[c d e]"},
	} {
		uses := map[string][]string{}
		for edge := range strings.FieldsSeq(test.uses) {
			from, to, _ := strings.Cut(edge, ">")
			uses[from] = append(uses[from], to)
		}
		if have := fmt.Sprint(circleOf(uses)); have != test.want {
			t.Errorf("%s: %s, want %s", name, have, test.want)
		}
	}
}
