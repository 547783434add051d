package cmd

import (
	"go/ast"
	"path/filepath"
	"regexp"
	"testing"
)

// fynesInputs are Fyne's own widgets that take the keyboard.
var fynesInputs = regexp.MustCompile(`^(New)?(Button|Check|DateEntry|Entry|Hyperlink|List|MultiLineEntry|PasswordEntry|RadioGroup|Select|SelectEntry|Slider|Table|Tree|GridWrap|Accordion)`)

// Enter, Esc and F1 mean the same in every input because those of ui/widgets ask for it: one of
// Fyne's own would swallow them, and show too little where the keyboard is.
func TestNoInputOfTheWindowIsFynesOwn(t *testing.T) {
	set, files := parsed(t, "ui")
	looked := 0
	for path, file := range files {
		if filepath.Base(filepath.Dir(path)) == "widgets" {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			var made ast.Expr
			switch n := n.(type) {
			case *ast.CallExpr:
				made = n.Fun
			case *ast.CompositeLit:
				made = n.Type
			}
			if selector, is := made.(*ast.SelectorExpr); is && isNamed(selector.X, "widget") {
				if looked++; fynesInputs.MatchString(selector.Sel.Name) {
					t.Errorf("%s: widget.%s; make it by ui/widgets", set.Position(n.Pos()), selector.Sel.Name)
				}
			}
			return true
		})
	}
	if looked < 100 {
		t.Errorf("only %d widgets of Fyne were found: does the guard still see them?", looked)
	}
}

func isNamed(x ast.Expr, name string) bool {
	of, is := x.(*ast.Ident)
	return is && of.Name == name
}
