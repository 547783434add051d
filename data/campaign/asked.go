package campaign

import (
	"reflect"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/parser"

	"graduand/data"
)

// Asked tells in words what expressions of the file ask of a graduate so that all of them
// hold: which fields, and which answers there. It is an argument for a sentence, nil where
// they ask nothing that stands in the form.
func (c *Campaign) Asked(expressions ...string) any {
	words := make(terms, len(c.Terms))
	for _, t := range c.Terms {
		words[t.Code] = t.When
	}
	var all any
	for _, source := range expressions {
		if source == "" {
			continue
		}
		if tree, err := parser.Parse(source); err == nil {
			ast.Walk(&tree.Node, words)
			all = joined(askedAnd, all, less(c.asked(tree.Node, true), all))
		}
	}
	return onLines(all)
}

// askedAnd and askedOr join two parts of a condition: of the first each stands on a line of its own.
// askedBoth and askedEither join two within a longer part.
const (
	askedAnd    = "campaign.asked_and"
	askedOr     = "campaign.asked_or"
	askedBoth   = "campaign.asked_both"
	askedEither = "campaign.asked_either"
)

// onLines takes the brackets off an alternative that has a line of its own.
func onLines(part any) any {
	p, is := part.(data.Phrase)
	switch {
	case is && p.ID == askedAnd:
		p.Args = data.Args{"left": onLines(p.Args["left"]), "right": onLines(p.Args["right"])}
	case is && p.ID == askedEither:
		p.ID = askedOr
	default:
		return part
	}
	return p
}

// less leaves out of a part what was told already: who must have it anyway is not told twice.
func less(part, told any) any {
	if told == nil {
		return part
	}
	if reflect.DeepEqual(part, told) {
		return nil
	}
	p, is := part.(data.Phrase)
	if !is || p.Args["left"] == nil {
		return part
	}
	left, right := less(p.Args["left"], told), less(p.Args["right"], told)
	if p.ID != askedAnd && p.ID != askedBoth && (left == nil || right == nil) {
		return nil
	}
	return joined(p.ID, left, right)
}

// joined are two parts of a condition, or the one that can be told.
func joined(id string, left, right any) any {
	switch {
	case left == nil:
		return right
	case right == nil:
		return left
	}
	switch id {
	case askedAnd:
		left, right = inside(left, askedOr, askedEither), inside(right, askedOr, askedEither)
	case askedOr:
		left, right = inside(left, askedAnd, askedBoth), inside(right, askedAnd, askedBoth)
	}
	return data.Phrase{ID: id, Args: data.Args{"left": left, "right": right}}
}

// inside is a part joined by one id as it stands within a longer one.
func inside(part any, id, inner string) any {
	if p, is := part.(data.Phrase); is && p.ID == id {
		p.ID = inner
		return p
	}
	return part
}

// asked tells a part of an expression, holding or not; nil for what no field answers.
func (c *Campaign) asked(node ast.Node, holds bool) any {
	switch n := node.(type) {
	case *ast.UnaryNode:
		if n.Operator == "not" || n.Operator == "!" {
			return c.asked(n.Node, !holds)
		}
	case *ast.BinaryNode:
		switch n.Operator {
		case "and", "&&", "or", "||":
			id := askedOr
			if (n.Operator == "and" || n.Operator == "&&") == holds {
				id = askedAnd
			}
			return joined(id, c.asked(n.Left, holds), c.asked(n.Right, holds))
		case "==", "in":
			return c.answered(n, holds)
		case "!=":
			return c.answered(n, !holds)
		case ">":
			if many, is := n.Left.(*ast.BuiltinNode); is && many.Name == "len" && len(many.Arguments) == 1 && holds {
				return c.filled(many.Arguments[0])
			}
		}
	}
	return nil
}

// answered tells a comparison of a field with answers.
func (c *Campaign) answered(n *ast.BinaryNode, holds bool) any {
	field, codes := c.fieldOf(n.Left), textsOf(n.Right)
	if field == "" {
		field, codes = c.fieldOf(n.Right), textsOf(n.Left)
	}
	if field == "" {
		return nil
	}
	var answers []any
	for _, code := range codes {
		if code != "" {
			answers = append(answers, data.Phrase{ID: "campaign.asked_value", Args: data.Args{"value": c.codeWording(field, code)}})
		}
	}
	args := data.Args{"field": c.fieldTitle(field), "values": answers}
	switch {
	case len(answers) == 0 && !holds:
		return c.filled(n.Left)
	case len(answers) == 0:
		return nil
	case !holds:
		return data.Phrase{ID: "campaign.asked_not", Args: args}
	}
	args["count"] = len(answers)
	return data.Phrase{ID: "campaign.asked", Args: args}
}

// filled tells that a field must have an answer, whichever.
func (c *Campaign) filled(node ast.Node) any {
	field := c.fieldOf(node)
	if field == "" {
		return nil
	}
	return data.Phrase{ID: "campaign.asked_filled", Args: data.Args{"field": c.fieldTitle(field)}}
}

// fieldTitle is what the form calls a field.
func (c *Campaign) fieldTitle(code string) any {
	if f := c.Field(code); f != nil {
		return data.Title{Name: data.Wording{ID: f.textID(), Words: f.Title}}
	}
	return c.FieldTitle(code)
}

// fieldOf is the field of the form that an expression names, "" for anything else.
func (c *Campaign) fieldOf(node ast.Node) string {
	code := ""
	switch n := node.(type) {
	case *ast.IdentifierNode:
		code = n.Value
	case *ast.MemberNode:
		if of, is := n.Node.(*ast.IdentifierNode); is && of.Value == "field" {
			if name, is := n.Property.(*ast.StringNode); is {
				code = name.Value
			}
		}
	}
	if c.Kind(code).Name == "" {
		return ""
	}
	return code
}

// textsOf are the texts that stand in an expression.
func textsOf(node ast.Node) (texts []string) {
	switch n := node.(type) {
	case *ast.StringNode:
		return []string{n.Value}
	case *ast.ArrayNode:
		for _, entry := range n.Nodes {
			texts = append(texts, textsOf(entry)...)
		}
	}
	return texts
}
