package campaign

import (
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"
)

// Term gives an expression a name, so that the others say in a word what would stand in
// each of them. A term may use those above it: the file is read from the top, and nothing
// can be said by means of itself.
type Term struct {
	// Code is the word: letters, digits and _, nothing that expressions know otherwise.
	Code string `toml:"code"`
	When string `toml:"when"`
}

// terms are what the words of a file stand for.
type terms map[string]string

// Visit implements [ast.Visitor]: it puts what a word stands for in the place of the word.
func (t terms) Visit(node *ast.Node) {
	word, is := (*node).(*ast.IdentifierNode)
	if !is || t[word.Value] == "" {
		return
	}
	// It was compiled when the word was taken in.
	if tree, err := parser.Parse(t[word.Value]); err == nil {
		ast.Walk(&tree.Node, t)
		ast.Patch(node, tree.Node)
	}
}
