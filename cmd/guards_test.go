package cmd

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// sources are the non-test files of folders of the house and of everything below them,
// what serves tests alone left out.
func sources(t *testing.T, folders ...string) []string {
	t.Helper()
	var paths []string
	for _, folder := range folders {
		err := filepath.WalkDir(filepath.Join("..", folder), func(path string, entry fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case entry.IsDir() && (entry.Name() == "testdata" || strings.HasSuffix(entry.Name(), "test")):
				return fs.SkipDir
			case strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go"):
				paths = append(paths, path)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return paths
}

// parsed are the [sources] of a folder as trees, by path.
func parsed(t *testing.T, folder string) (*token.FileSet, map[string]*ast.File) {
	t.Helper()
	set, files := token.NewFileSet(), map[string]*ast.File{}
	for _, path := range sources(t, folder) {
		file, err := parser.ParseFile(set, path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		files[path] = file
	}
	if len(files) < 10 {
		t.Fatalf("only %d files in %s: does the guard still see them?", len(files), folder)
	}
	return set, files
}

// One goroutine owns the widgets. The only place of the window that may start
// another is the task helper, through its Runner; so nothing in ui says «go», but the function
// by which such work stops waiting for a disk.
func TestNoGoroutinesInTheWindow(t *testing.T) {
	set, files := parsed(t, "ui")
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if f, is := n.(*ast.FuncDecl); is && f.Name.Name == "promptly" {
				return false
			}
			if g, is := n.(*ast.GoStmt); is {
				t.Errorf("%s: start work by frame.Run or frame.RunLong, not by go", set.Position(g.Pos()))
			}
			return true
		})
	}
}

// widgetCalls are methods by which a widget or the window changes.
var widgetCalls = regexp.MustCompile(`^(SetText|Refresh|Show|Hide|Enable|Disable|SetRows|MoveTo|Add|RemoveAll|Focus|SetContent|Resize|SetSelected|[Oo]ffer|[Dd]one|[Ff]ail|[Aa]sk|[Rr]ebuild)$`)

// runners are the functions that start work, with the number of the argument that is the work.
var runners = map[string]int{"run": 2, "runlong": 2, "runaside": 2, "runheld": 2, "runin": 1, "runlongin": 2}

// The first function given to frame.Run and its like works in the background: it must not
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
			work, runs := runners[strings.ToLower(calledName(call))]
			if !runs || len(call.Args) != work+2 {
				return true
			}
			looked++
			ast.Inspect(call.Args[work], func(n ast.Node) bool {
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

// calledName is the bare name of what is called, of this room or of another.
func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// ofRegistrar tells a call of the registrar or of one of its desks, which have an Add of
// their own, and of a context, which can be done.
func ofRegistrar(x ast.Expr) bool {
	switch x := x.(type) {
	case *ast.SelectorExpr:
		return x.Sel.Name == "registrar" || ofRegistrar(x.X)
	case *ast.Ident:
		return x.Name == "r" || x.Name == "registrar" || x.Name == "ctx"
	}
	return false
}

// Every sentence comes from data/text: a string in the window that has letters of a
// person's language is either one of the few below or a mistake.
func TestEverySentenceOfTheWindowComesFromTheCatalogue(t *testing.T) {
	// The last two are Fyne's own names for words of its own.
	allowed := map[string]bool{"Graduand": true, " — Graduand": true, "Select all": true, "Enter filename": true}
	set, files := parsed(t, "ui")
	looked := 0
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			literal, is := n.(*ast.BasicLit)
			if !is || literal.Kind != token.STRING {
				return true
			}
			looked++
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
	if looked < 500 {
		t.Errorf("only %d strings were found: does the guard still see them?", looked)
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
	said := regexp.MustCompile(`(?:say|note|Say|Fail|FailWith)\((?:[a-z.]+, )?"([a-z_]+(?:\.[a-z_0-9]+)+)"[,)]|(?:Code|Text): "([a-z_]+(?:\.[a-z_0-9]+)+)"`)
	found := 0
	for _, path := range sources(t, "cmd", "ui", "data", "imaging", "reports") {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllStringSubmatch(string(source), -1) {
			found++
			if id := m[1] + m[2]; !catalogue[id] {
				t.Errorf("%s says %s, which no catalogue has", path, id)
			}
		}
	}
	if found < 100 {
		t.Errorf("only %d ids were found: does the guard still see them?", found)
	}
}

// Every id of the catalogue is said by somebody: it stands in the source, or is put together
// of words that do, such as a prefix and a code of a campaign.
func TestNoIdOfTheCatalogueIsForgotten(t *testing.T) {
	words := map[string]bool{}
	add := func(source string) {
		for _, m := range regexp.MustCompile(`"([a-z_0-9.]+)"|(?:json|toml):"([a-z_0-9]+)`).FindAllStringSubmatch(source, -1) {
			words[m[1]+m[2]] = true
		}
	}
	campaigns, err := filepath.Glob("../assets/campaigns/*.toml")
	if err != nil || len(campaigns) == 0 {
		t.Fatalf("%d campaigns: %v", len(campaigns), err)
	}
	for _, path := range append(sources(t, "cmd", "ui", "data", "imaging", "reports"), campaigns...) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		add(string(source))
	}
	plural := regexp.MustCompile(`\.(one|few|many|other)$`)
	for id := range ids(t) {
		// The months are counted, and a rule of a class list may have the name of a refusal.
		rule := strings.TrimPrefix(id, "roster.rule.")
		refusal := words["roster."+rule] || words[strings.Replace(rule, "_", ".", 1)]
		if !plural.MatchString(id) && !spelt(id, words, 3) && !refusal && !strings.HasPrefix(id, "month.m") {
			t.Errorf("nobody says %s", id)
		}
	}
}

// spelt says that an id is one of the words, or at most n of them, which meet at a dot or at
// an underscore.
func spelt(id string, words map[string]bool, n int) bool {
	if words[id] {
		return true
	}
	for i := 2; n > 1 && i < len(id); i++ {
		if words[id[:i]] && (strings.ContainsAny(id[i-1:i+1], "._")) && spelt(id[i:], words, n-1) {
			return true
		}
	}
	return false
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
