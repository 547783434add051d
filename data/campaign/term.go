package campaign

import (
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"

	"graduand/data"
)

// termFormat is the first format that has terms.
const termFormat = 2

// termTable judges the terms in the order of the file; each is known to those below it.
func (v *validator) termTable() {
	c := v.c
	entries(v, "term", c.Terms, "when", func(t *Term) (string, string) { return t.Code, t.When })
	v.needs(termFormat, len(c.Terms) > 0)
	for i := range c.Terms {
		v.term(counted("term", i), &c.Terms[i])
	}
}

func (v *validator) term(key string, t *Term) {
	if !isWord(t.Code) {
		v.add(key+".code", "bad_code", data.Args{"value": t.Code})
		return
	}
	if _, err := expr.Compile(t.Code, expr.Env(&Person{})); err == nil {
		v.add(key+".code", "duplicate_code", data.Args{"value": t.Code})
		return
	}
	v.expression(key+".when", t.When)
	if v.c.programs[t.When] == nil {
		// What is wrong is told once, not again wherever the word stands.
		v.terms[t.Code] = "true"
		return
	}
	v.terms[t.Code], v.costs[t.Code] = t.When, v.expressionCosts[t.When]
}

// isWord tells what an expression reads as one name.
func isWord(code string) bool {
	if len(code) > longestExpression {
		return false
	}
	tree, err := parser.Parse(code)
	if err != nil {
		return false
	}
	_, is := tree.Node.(*ast.IdentifierNode)
	return is
}

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
