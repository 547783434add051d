package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// parsed are the non-test files of a folder of the house.
func parsed(t *testing.T, folder string) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	set, files := token.NewFileSet(), map[string]*ast.File{}
	paths, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		if files[path], err = parser.ParseFile(set, path, nil, 0); err != nil {
			t.Fatal(err)
		}
	}
	if len(files) == 0 {
		t.Fatalf("no files in %s", folder)
	}
	return set, files
}

// One goroutine owns the widgets. The only place of the window that may start
// another is the task helper, through its Runner; so nothing in ui says «go».
func TestNoGoroutinesInTheWindow(t *testing.T) {
	for _, folder := range []string{"ui", "ui/widgets"} {
		set, files := parsed(t, folder)
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				if g, is := n.(*ast.GoStmt); is {
					t.Errorf("%s: start work by run or runLong of ui/task.go, not by go", set.Position(g.Pos()))
				}
				return true
			})
		}
	}
}

// widgetCalls are methods by which a widget or the window changes.
var widgetCalls = regexp.MustCompile(`^(SetText|Refresh|Show|Hide|Enable|Disable|SetRows|MoveTo|Add|RemoveAll|Focus|SetContent|Resize|SetSelected|offer|done|fail|ask|rebuild)$`)

// The first function given to run and runLong works in the background: it must not
// touch what belongs to the window. Under the test driver nothing complains, so
// neither tests nor the race detector would see it.
func TestBackgroundWorkTouchesNoWidget(t *testing.T) {
	set, files := parsed(t, "ui")
	looked := 0
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, is := n.(*ast.CallExpr)
			if !is {
				return true
			}
			name, isName := call.Fun.(*ast.Ident)
			if !isName || name.Name != "run" && name.Name != "runLong" || len(call.Args) < 4 {
				return true
			}
			looked++
			ast.Inspect(call.Args[2], func(n ast.Node) bool {
				inner, is := n.(*ast.CallExpr)
				if !is {
					return true
				}
				selector, is := inner.Fun.(*ast.SelectorExpr)
				if is && widgetCalls.MatchString(selector.Sel.Name) && !ofRegistrar(selector.X) {
					t.Errorf("%s: %s in the background; give the result to the last argument instead", set.Position(inner.Pos()), selector.Sel.Name)
				}
				return true
			})
			return true
		})
	}
	if looked < 5 {
		t.Errorf("only %d background jobs were found: does the guard still see them?", looked)
	}
}

// ofRegistrar tells a call of the registrar, which has an Add of its own.
func ofRegistrar(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.SelectorExpr:
		return x.Sel.Name == "registrar"
	case *ast.Ident:
		return x.Name == "r" || x.Name == "registrar"
	}
	return false
}

// Every sentence comes from data/text: a string in the window that has letters of a
// person's language is either one of the few below or a mistake.
func TestEverySentenceOfTheWindowComesFromTheCatalogue(t *testing.T) {
	allowed := map[string]bool{"Graduand": true, " — Graduand": true}
	for _, folder := range []string{"ui", "ui/widgets"} {
		set, files := parsed(t, folder)
		for _, file := range files {
			ast.Inspect(file, func(n ast.Node) bool {
				literal, is := n.(*ast.BasicLit)
				if !is || literal.Kind != token.STRING {
					return true
				}
				s, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				if !allowed[s] && looksLikeASentence(s) {
					t.Errorf("%s: %q belongs into data/text", set.Position(literal.Pos()), s)
				}
				return true
			})
		}
	}
}

// looksLikeASentence: Cyrillic letters, or English words with a space between.
func looksLikeASentence(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Cyrillic, r) {
			return true
		}
	}
	return regexp.MustCompile(`[A-Z][a-z]+ [a-z]+`).MatchString(s)
}

// Every id that the window and the command line say is in the catalogue.
func TestEveryIdIsInTheCatalogue(t *testing.T) {
	catalogue := ids(t)
	said := regexp.MustCompile(`(?:say|note|Say|Fail|FailWith)\((?:[a-z.]+, )?"([a-z_]+(?:\.[a-z_0-9]+)+)"[,)]|Code: "([a-z_]+(?:\.[a-z_0-9]+)+)"`)
	found := 0
	for _, folder := range []string{"cmd/graduandctl", "cmd/graduand", "ui", "ui/widgets", "data", "data/sqlite", "data/registrar", "data/roster", "reports"} {
		paths, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			source, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			for _, m := range said.FindAllStringSubmatch(string(source), -1) {
				found++
				if id := m[1] + m[2]; !catalogue[id] {
					t.Errorf("%s says %s, which no catalogue has", path, id)
				}
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d ids were found: does the guard still see them?", found)
	}
}

// ids are the ids of the English catalogue.
func ids(t *testing.T) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	paths, err := filepath.Glob("../data/text/*.en.toml")
	if err != nil {
		t.Fatal(err)
	}
	table := regexp.MustCompile(`^\[([a-z_.0-9]+)\]`)
	key := regexp.MustCompile(`^"?([a-z_.0-9]+)"? *=`)
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		prefix := ""
		for line := range strings.Lines(string(source)) {
			if m := table.FindStringSubmatch(line); m != nil {
				prefix = m[1] + "."
				all[m[1]] = true
			}
			if m := key.FindStringSubmatch(line); m != nil {
				id := prefix + m[1]
				all[id] = true
				for _, form := range []string{".one", ".few", ".many", ".other"} {
					all[strings.TrimSuffix(id, form)] = true
				}
			}
		}
	}
	return all
}
