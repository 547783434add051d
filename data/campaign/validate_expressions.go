package campaign

import (
	"errors"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"

	"graduand/data"
)

// expressions compiles every expression of the file, and looks up the codes that
// stand in them.
func (v *validator) expressions() {
	c := v.c
	for i := range c.Steps {
		for j := range c.Steps[i].Fields {
			key := counted(counted("step", i)+".field", j)
			v.expression(key+".required", c.Steps[i].Fields[j].Required)
			v.expression(key+".shown", c.Steps[i].Fields[j].Shown)
			v.expression(key+".locked", c.Steps[i].Fields[j].Locked)
		}
	}
	for i := range c.DocumentKinds {
		v.expression(counted("document_kind", i)+".allowed", c.DocumentKinds[i].Allowed)
	}
	for i := range c.KitDocuments {
		v.filled(counted("kit_document", i)+".needed", c.KitDocuments[i].Needed)
		v.expression(counted("kit_document", i)+".needed", c.KitDocuments[i].Needed)
		for _, when := range c.KitDocuments[i].ChecksWhen {
			v.expression(counted("kit_document", i)+".checks_when", when)
		}
		if l := c.KitDocuments[i].Letter; l != nil {
			v.expression(counted("kit_document", i)+".letter.when", l.When)
		}
	}
	v.expression("envelope.emailed", c.EnvelopeMail.Emailed)
	v.expression("envelope.home", c.EnvelopeMail.Home)
	for i := range c.EnvelopeDocuments {
		v.filled(counted("envelope_document", i)+".needed", c.EnvelopeDocuments[i].Needed)
		v.expression(counted("envelope_document", i)+".needed", c.EnvelopeDocuments[i].Needed)
	}
	for i := range c.RegistrationRoutes {
		v.expression(counted("route", i)+".when", c.RegistrationRoutes[i].When)
	}
	for i := range c.Rules {
		v.expression(counted("rule", i)+".when", c.Rules[i].When)
	}
	for i := range c.Hint.Steps {
		v.expression(counted("hint.step", i)+".when", c.Hint.Steps[i].When)
	}
	v.expression("list.includes", c.List.Includes)
	v.expression("list.register.includes", c.List.Register.Includes)
	v.expression("subject_rules.attestation_when", c.SubjectSet.AttestationWhen)
}

// expression compiles one and tries it on a person of whom nothing is known; what it may
// say is in [expressionFunctions], and the clock of the PC is not.
func (v *validator) expression(key, source string) {
	if source == "" || v.c.programs[source] != nil {
		return
	}
	tree, cost := v.affordable(key, source)
	if tree == nil {
		return
	}
	program, err := expr.Compile(source, expr.Env(&Person{}), expr.AsBool(), expr.Patch(v.terms))
	if err == nil {
		_, err = expr.Run(program, &Person{})
	}
	if err != nil {
		v.badExpression(key, source, err)
		return
	}
	v.c.programs[source], v.expressionCosts[source] = program, cost
	if saysToday(program.Node()) {
		v.c.daily = append(v.c.daily, source)
	}
	ast.Walk(&tree.Node, &codeVisitor{v: v, key: key})
}

// badExpression is a refusal with the place where the expression goes wrong, if that is known; in what words the
// library says why is for the log.
func (v *validator) badExpression(key, source string, why error) {
	args := data.Args{"value": source, "reason": ""}
	var at *file.Error
	if errors.As(why, &at) && at.Line == 1 {
		args["sign"] = at.Column + 1
	}
	v.addWith(why, key, "bad_expression", args)
}

// expressionTables says of which table the codes of a person's values are.
var expressionTables = map[string]string{
	"category": "category", "marks": "mark", "subjects": "subject", "attestation": "subject", "clash": "subject",
	"levels": "subject", "conditions": "condition", "privileges": "privilege", "language": "language_of_tasks",
	"additional_reason": "additional_reason", "document_kind": "document_kind",
	"institution_type": "institution_type", "centre": "centre", "field": "field", "date": "date",
	"route": "route",
}

// codeVisitor looks up the texts that an expression compares with codes: a typing
// slip there would make a rule that never finds anything. Of stands for «#» inside
// any(), all() and the like.
type codeVisitor struct {
	v       *validator
	key, of string
}

// Visit implements [ast.Visitor].
func (w *codeVisitor) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		if n.Operator == "==" || n.Operator == "!=" || n.Operator == "in" {
			w.compare(n.Left, n.Right)
			w.compare(n.Right, n.Left)
		}
	case *ast.MemberNode:
		if name := w.name(n.Node); name == "field" || name == "levels" || name == "date" {
			w.texts(expressionTables[name], n.Property)
		}
	case *ast.BuiltinNode:
		if w.of == "" && len(n.Arguments) == 2 {
			if of := w.name(n.Arguments[0]); of != "" {
				ast.Walk(&n.Arguments[1], &codeVisitor{v: w.v, key: w.key, of: of})
			}
		}
	}
}

func (w *codeVisitor) name(node ast.Node) string {
	switch n := node.(type) {
	case *ast.IdentifierNode:
		return n.Value
	case *ast.PointerNode:
		return w.of
	}
	return ""
}

func (w *codeVisitor) compare(value, texts ast.Node) {
	if table := expressionTables[w.name(value)]; table != "" {
		w.texts(table, texts)
	}
}

func (w *codeVisitor) texts(table string, node ast.Node) {
	switch n := node.(type) {
	case *ast.StringNode:
		w.v.refer(w.key, table, n.Value)
	case *ast.ArrayNode:
		for _, entry := range n.Nodes {
			w.texts(table, entry)
		}
	}
}

// dayWord finds the word for the day in an expression, or that for all that expressions know.
type dayWord struct{ said bool }

// Visit implements [ast.Visitor].
func (w *dayWord) Visit(node *ast.Node) {
	if word, is := (*node).(*ast.IdentifierNode); is {
		w.said = w.said || word.Value == "today" || word.Value == "$env"
	}
}

// saysToday says that what an expression comes to may hang on the day otherwise than by the age.
func saysToday(tree ast.Node) bool {
	var word dayWord
	ast.Walk(&tree, &word)
	return word.said
}
