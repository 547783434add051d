package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// unjudged are rows as they were read.
func unjudged(read []roster.Row) []Row {
	rows := make([]Row, len(read))
	for i := range read {
		rows[i].Row, rows[i].own = read[i], len(read[i].Problems)
	}
	return rows
}

func judgeAll(v *registry.View, result *Roster) {
	result.changes = v.Changes()
	alike := roster.NewAlike[*data.Graduate]()
	for _, g := range v.All() {
		alike.Add(g, g)
	}
	for i := range result.Rows {
		row := &result.Rows[i]
		row.Problems = slices.Clip(row.Problems[:row.own])
		row.Outcome = judge(v, alike, &row.Row)
		if result.left[RowPlace{row.Sheet, row.Number}] && row.Outcome != Duplicate {
			row.Outcome = LeftOut
		}
	}
}

// judge compares a row with the registry. A person who is there already is never
// changed: when the row says something else, that is a finding.
func judge(v *registry.View, alike *roster.Alike[*data.Graduate], row *roster.Row) Outcome {
	if row.Bad() {
		return badOutcome(row)
	}
	g := &row.Graduate
	if same := v.SamePerson(g); same != nil {
		row.Problems = slices.DeleteFunc(slices.Clone(row.Problems), func(p roster.Problem) bool { return p.Rule == "namesake" || p.Rule == "maybe_same" }) // it was settled then
		if fields := otherThan(v, same, g); len(fields) > 0 {
			row.Problems = append(row.Problems, roster.Problem{Field: data.FieldSurname, Value: g.FullName(), Rule: "differs",
				Args: data.Args{"fields": fields}, Severity: data.SeverityWarning})
		}
		return Duplicate
	}
	outcome := Accepted
	if other, sameName, severity, found := alike.Find(g); found {
		rule := "registry_maybe_same"
		if sameName {
			rule = "registry_namesake"
		}
		row.Problems = append(row.Problems, roster.Problem{Field: data.FieldSurname, Value: g.FullName(), Rule: rule,
			Args: data.Args{"other": other.FullName(), "class": other.Class, "birth": other.BirthDate.Dotted()}, Severity: severity})
	}
	for _, f := range v.Duplicates(g) {
		rule, isKept := registryRules[f.Rule]
		if !isKept {
			continue
		}
		row.Problems = append(row.Problems, roster.Problem{Field: f.Field, Value: g.Get(f.Field), Rule: rule, Args: f.Args, Severity: f.Severity})
		if f.Severity == data.SeverityError {
			outcome = Rejected
		}
	}
	if outcome == Accepted && row.Doubtful() {
		outcome = Doubtful
	}
	return outcome
}

// registryRules name a duplicate of the registry in a finding about a row.
var registryRules = map[string]string{
	"duplicate_card":     "registry_card",
	"duplicate_document": "registry_document",
	"duplicate_phone":    "registry_phone",
}

// badOutcome tells a row that repeats an earlier row of its file from one that is
// wrong in itself.
func badOutcome(row *roster.Row) Outcome {
	for _, p := range row.Problems {
		if p.Severity == data.SeverityError && !slices.Contains(repeatRules, p.Rule) {
			return Rejected
		}
	}
	return Duplicate
}

// repeatRules say that a row repeats another one of its file.
var repeatRules = []string{"duplicate_person", "duplicate_differs", "duplicate_document", "duplicate_card", "answered_later"}

// otherThan lists the titles of the fields that the row fills with something else
// than the registry has.
func otherThan(v *registry.View, known, row *data.Graduate) []any {
	var titles []any
	for _, field := range registry.FieldsOf(row) {
		if value := row.Get(field); value != "" && value != known.Get(field) {
			titles = append(titles, v.Campaign().FieldTitle(field))
		}
	}
	return titles
}
