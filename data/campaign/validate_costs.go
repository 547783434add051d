package campaign

import (
	"regexp/syntax"
	"slices"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"

	"graduand/data"
)

// Limits of what a file makes the program reckon. Nothing can stop an expression or a
// pattern once it runs, and a few lines could stand for more than fits into any PC: so each
// is judged before, and all of a file together. Expressions are counted in parts, with all
// that their words stand for, patterns in steps.
const (
	longestExpression = 4000
	mostParts         = 1000
	mostPartsOfFile   = 50_000

	longestPattern  = 500
	mostSteps       = 5000
	mostStepsOfFile = 50_000

	// lettersOfPart is how many letters of a text count as a part.
	lettersOfPart = 16
)

// expressionFunctions are those that an expression may call. None of them makes a value
// larger than what it was given.
var expressionFunctions = []string{"all", "none", "any", "one", "filter", "count", "len", "lower", "upper", "trim"}

// costs counts what an expression takes; known are the costs of the words of the file.
type costs struct {
	known    map[string]costs
	parts    int
	loops    bool
	patterns []string
	// barred is what no expression may say, "" for none of it.
	barred string
}

// Visit implements [ast.Visitor]. A loop goes over what the person has or what stands in
// the file; a loop in a loop, or over a range of numbers, could go on for years.
func (c *costs) Visit(node *ast.Node) {
	c.parts++
	switch n := (*node).(type) {
	case *ast.IdentifierNode:
		c.parts += c.known[n.Value].parts
		c.loops = c.loops || c.known[n.Value].loops
	case *ast.StringNode:
		c.parts += len(n.Value) / lettersOfPart
	case *ast.PredicateNode:
		within := costs{known: c.known}
		if ast.Walk(&n.Node, &within); within.loops {
			c.barred = "any(… any(…))"
		}
		c.loops = true
	case *ast.BuiltinNode:
		if !slices.Contains(expressionFunctions, n.Name) {
			c.barred = n.Name
		}
	case *ast.VariableDeclaratorNode:
		c.barred = "let"
	case *ast.BinaryNode:
		c.binary(n)
	}
}

func (c *costs) binary(n *ast.BinaryNode) {
	switch pattern, is := n.Right.(*ast.StringNode); {
	case n.Operator == "..":
		c.barred = ".."
	case n.Operator == "matches" && is:
		c.patterns = append(c.patterns, pattern.Value)
	}
}

// affordable is the tree of an expression whose cost is bounded, and its cost; nil for one
// that was refused.
func (v *validator) affordable(key, source string) (*parser.Tree, costs) {
	c := costs{known: v.costs}
	if len(source) > longestExpression {
		v.add(key, "too_costly", data.Args{"value": source})
		return nil, c
	}
	tree, err := parser.Parse(source)
	if err != nil {
		v.badExpression(key, source, err)
		return nil, c
	}
	ast.Walk(&tree.Node, &c)
	v.parts += c.parts
	switch {
	case c.barred != "":
		v.add(key, "bad_expression", data.Args{"value": source, "reason": c.barred})
	case c.parts > mostParts || v.parts > mostPartsOfFile:
		v.add(key, "too_costly", data.Args{"value": source})
	case v.affordablePatterns(key, c.patterns):
		return tree, c
	}
	return nil, c
}

func (v *validator) affordablePatterns(key string, patterns []string) bool {
	for _, source := range patterns {
		if !v.affordablePattern(key, source) {
			return false
		}
	}
	return true
}

// affordablePattern refuses a pattern that would take more than its share; what is wrong
// in one is found by who compiles it.
func (v *validator) affordablePattern(key, source string) bool {
	steps := 0
	if len(source) <= longestPattern {
		steps = stepsOf(source)
		v.steps += steps
	}
	if len(source) > longestPattern || steps > mostSteps || v.steps > mostStepsOfFile {
		v.add(key, "too_costly", data.Args{"value": source})
		return false
	}
	return true
}

// stepsOf is how long a pattern is once it is compiled: «a{1000}» has a thousand steps.
func stepsOf(source string) int {
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return 0
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return 0
	}
	return len(program.Inst)
}
