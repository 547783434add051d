package cmd

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// Both programs close their memory to others before they do anything else.
func TestTheShieldIsRaisedFirst(t *testing.T) {
	for _, program := range []string{"graduand", "graduandctl"} {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, filepath.Join(program, "main.go"), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		var first strings.Builder
		ast.Inspect(file, func(n ast.Node) bool {
			f, is := n.(*ast.FuncDecl)
			if is && f.Name.Name == "main" && f.Recv == nil {
				if err := printer.Fprint(&first, set, f.Body.List[0]); err != nil {
					t.Fatal(err)
				}
			}
			return true
		})
		if !strings.Contains(first.String(), "shield.Raise()") {
			t.Errorf("%s begins with %q", program, first.String())
		}
	}
}
