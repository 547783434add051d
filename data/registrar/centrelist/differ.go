package centrelist

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// differences are the fields in which a row says something else than the registry has, the number of
// the card first; what the list does not say is none.
func differences(v *registry.View, g *data.Graduate, r *row, tells tells) []Value {
	var values []Value
	for _, field := range append([]string{data.FieldCardNumber}, r.fields...) {
		if slices.ContainsFunc(values, func(x Value) bool { return x.Field == field }) {
			continue
		}
		if here, there := g.Get(field), r.g.Get(field); there != "" && !sameValue(field, here, there) {
			values = append(values, Value{Field: field, Here: here, There: there})
		}
	}
	if !r.unsure {
		values = append(values, subjectDifferences(v, g, r, tells)...)
	}
	for i := range values {
		_, values[i].Refused = v.Assigned(g, assigned(v, g, r, values[i:i+1]))
	}
	return values
}

// brought is what a row says of somebody new.
func brought(r *row) (values []Value) {
	all := []Value{{Field: data.FieldClass, There: r.g.Class}}
	for _, field := range r.fields {
		if !slices.Contains(nameFields, field) {
			all = append(all, Value{Field: field, There: r.g.Get(field)})
		}
	}
	all = append(all, Value{Field: data.FieldSubjects, There: codes(r.choices, every, true)},
		Value{Field: data.FieldAttestation, There: codes(r.choices, func(c choice) bool { return c.attested }, false)})
	return slices.DeleteFunc(all, func(x Value) bool { return x.There == "" })
}

// sameValue compares stored values: names that differ in nothing but the kind of the apostrophe or
// in capitals are the same.
func sameValue(field, here, there string) bool {
	if slices.Contains(nameFields, field) {
		return strings.EqualFold(data.CleanName(here), data.CleanName(there))
	}
	return here == there
}

// subjectDifferences are those of the subjects, of their levels and of the marks, as far as the list
// says any of these.
func subjectDifferences(v *registry.View, g *data.Graduate, r *row, tells tells) (values []Value) {
	differ := func(field, here, there string) {
		if here != there {
			values = append(values, Value{Field: field, Here: here, There: there})
		}
	}
	here := inOrder(v.Campaign(), choicesOf(g))
	if tells.chosen {
		differ(data.FieldSubjects, codes(here, every, false), codes(r.choices, every, false))
	}
	if tells.levels {
		otherLevel := func(c choice) bool {
			a, b := of(here, c.subject), of(r.choices, c.subject)
			return a != nil && b != nil && b.level != "" && a.level != b.level
		}
		differ(FieldLevel, codes(here, otherLevel, true), codes(r.choices, otherLevel, true))
	}
	if tells.attested {
		isAttested := func(c choice) bool { return c.attested }
		differ(data.FieldAttestation, codes(here, isAttested, false), codes(r.choices, isAttested, false))
	}
	return values
}

// Title is what the field is called.
func (x Value) Title(c *campaign.Campaign) any {
	if x.Field == FieldLevel {
		return data.Term("centre_list.level")
	}
	return c.FieldTitle(x.Field)
}

// Words are a stored value of the field, Here or There, as people read it.
func (x Value) Words(c *campaign.Campaign, value string) any {
	if x.Field == FieldLevel {
		return c.Words(data.FieldSubjects, value)
	}
	return c.Words(x.Field, value)
}

// choicesOf are the subjects in the registry, in the order in which they stand there.
func choicesOf(g *data.Graduate) []choice {
	var all []choice
	for _, s := range g.Current().Subjects {
		all = append(all, choice{s.Subject, s.Level, s.Attestation})
	}
	return all
}

func every(choice) bool { return true }

// codes are those of some choices with commas between, with their levels or without.
func codes(choices []choice, which func(choice) bool, withLevel bool) string {
	var all []string
	for _, c := range choices {
		if which(c) {
			all = append(all, c.code(withLevel))
		}
	}
	return strings.Join(all, ",")
}

func (c choice) code(withLevel bool) string {
	if withLevel && c.level != "" {
		return c.subject + ":" + c.level
	}
	return c.subject
}

// of is the choice of a subject, nil for none.
func of(choices []choice, subject string) *choice {
	if at := slices.IndexFunc(choices, func(c choice) bool { return c.subject == subject }); at >= 0 {
		return &choices[at]
	}
	return nil
}

// assigned are the values of the row that are taken, as they are put into the registry: subjects,
// levels and marks together, for the registry keeps them together.
func assigned(v *registry.View, g *data.Graduate, r *row, taken []Value) []registry.Assign {
	var values []registry.Assign
	takes := func(field string) bool {
		return slices.ContainsFunc(taken, func(x Value) bool { return x.Field == field })
	}
	for _, x := range taken {
		switch x.Field {
		case data.FieldSubjects, data.FieldAttestation, FieldLevel:
		default:
			values = append(values, registry.Assign{Field: x.Field, Value: x.There})
		}
	}
	if !takes(data.FieldSubjects) && !takes(data.FieldAttestation) && !takes(FieldLevel) {
		return values
	}
	here := choicesOf(g)
	next := merged(here, r.choices, takes(data.FieldSubjects), takes(FieldLevel), takes(data.FieldAttestation))
	if takes(data.FieldSubjects) || len(next) != len(here) {
		next = inOrder(v.Campaign(), next)
	}
	return append(values, registry.Assign{Field: data.FieldSubjects, Value: codes(next, every, true)},
		registry.Assign{Field: data.FieldAttestation, Value: codes(next, func(c choice) bool { return c.attested }, false)})
}

// merged are the subjects here with what is taken of those there. A subject that comes brings its
// level; a mark that comes brings its subject.
func merged(here, there []choice, subjects, levels, marks bool) []choice {
	next := slices.Clone(here)
	if subjects {
		next = slices.DeleteFunc(next, func(c choice) bool { return of(there, c.subject) == nil })
	}
	for _, c := range there {
		known := of(next, c.subject)
		switch {
		case known == nil && (subjects || marks && c.attested):
			next = append(next, choice{c.subject, c.level, c.attested && marks})
		case known != nil && levels && c.level != "":
			known.level = c.level
		}
	}
	for i := range next {
		if marks {
			x := of(there, next[i].subject)
			next[i].attested = x != nil && x.attested
		}
	}
	return next
}
