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
