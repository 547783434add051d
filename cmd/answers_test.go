package cmd

import (
	"go/ast"
	"path/filepath"
	"testing"
)

// What comes later comes through the frame, which knows whether the same person still sits
// there: no screen asks the runner itself.
func TestNoScreenAsksTheRunner(t *testing.T) {
	set, files := parsed(t, "ui")
	for path, file := range files {
		if filepath.Base(filepath.Dir(path)) == "frame" {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if s, is := n.(*ast.SelectorExpr); is && s.Sel.Name == "Runner" {
				t.Errorf("%s: ask by frame.Run, frame.RunLong or Window.After", set.Position(s.Pos()))
			}
			return true
		})
	}
}
