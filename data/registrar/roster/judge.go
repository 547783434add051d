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
	rules := roster.RulesOf(v.Campaign(), v.Today())
	alike := roster.NewAlike[*data.Graduate]()
	for _, g := range v.All() {
		alike.Add(g, g)
	}
	for i := range result.Rows {
		row := &result.Rows[i]
		row.Problems = slices.Clip(row.Problems[:row.own])
		row.Outcome = judge(v, rules, alike, row)
		if row.Decided == Leave && row.Outcome != Duplicate && row.Outcome != Repeated {
			row.Outcome = LeftOut
		}
	}
}

// judge compares a row with the registry. What is known of a person who is there already is
// never changed: when the row says something else, that is a finding.
func judge(v *registry.View, rules roster.Rules, alike *roster.Alike[*data.Graduate], row *Row) Outcome {
	row.Fill, row.known = nil, ""
	switch {
	case row.Unread() && row.Decided == Take:
		row.RefuseUnread()
		return Rejected
	case row.Unread():
		return Doubtful
	}
	if row.Bad() {
		return badOutcome(&row.Row)
	}
	g := &row.Graduate
	if same := v.SamePerson(g); same != nil {
		return judgeKnown(v, same, row)
	}
	outcome := Accepted
	if other, sameName, severity, found := alike.Find(g); found {
		if row.Decided == Same {
			return judgeKnown(v, other, row)
		}
		row.Problems = append(row.Problems, resembles(other, g, sameName, severity, rules))
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

// The rules by which a row may be about one of the registry.
const (
	namesake  = "registry_namesake"
	maybeSame = "registry_maybe_same"
)

var resemblingRules = []string{namesake, maybeSame}

// resembles is the question whether a row is about one of the registry.
func resembles(other, g *data.Graduate, sameName bool, severity data.Severity, rules roster.Rules) roster.Problem {
	rule := maybeSame
	if sameName {
		rule = namesake
	}
	return roster.Problem{Field: data.FieldSurname, Value: g.FullName(), Rule: rule, Severity: severity,
		Args: data.Args{"other": other.FullName(), "class": other.Class, "birth": other.BirthDate.Dotted(), "fields": roster.Differing(other, g, rules)}}
}

// refuseSame refuses rows that are said to be about one of the registry and resemble nobody there.
func (r *Roster) refuseSame(wanted []string) error {
	if slices.Contains(wanted, TakeAll) {
		return nil
	}
	for i := range r.Rows {
		if row := &r.Rows[i]; row.Decided == Same && row.Outcome != Fills && row.Outcome != Duplicate {
			return data.Fail("roster.no_same", data.Args{"row": row.At()})
		}
	}
	return nil
}

// registryRules name a duplicate of the registry in a finding about a row.
var registryRules = map[string]string{
	"duplicate_card":     "registry_card",
	"duplicate_document": "registry_document",
	// The number stands without a kind on one of the two sides.
	"duplicate_document_number": "registry_document",
	"duplicate_phone":           "registry_phone",
}

// badOutcome tells a row of somebody who stands in an earlier row of the file from one that is
// wrong: in itself, or as it has the number of somebody else.
func badOutcome(row *roster.Row) Outcome {
	same := samePerson(row)
	for _, p := range row.Problems {
		number := same >= 0 && slices.Contains(sameNumberRules, p.Rule) && sameRow(p, row.Problems[same])
		if p.Severity == data.SeverityError && !slices.Contains(samePersonRules, p.Rule) && !number {
			return Rejected
		}
	}
	return Repeated
}

// samePerson is which problem of a row says that it is of somebody who stands in another row, -1
// for none.
func samePerson(row *roster.Row) int {
	return slices.IndexFunc(row.Problems, func(p roster.Problem) bool { return slices.Contains(samePersonRules, p.Rule) })
}

// sameRow says that two problems are about one other row.
func sameRow(a, b roster.Problem) bool {
	return a.Args["row"] == b.Args["row"] && a.Args["sheet"] == b.Args["sheet"]
}

// samePersonRules say that a row is of somebody who stands in another one of its file;
// sameNumberRules that it has the number of one, as the same person has.
var (
	samePersonRules = []string{"duplicate_person", "duplicate_differs", "answered_later"}
	sameNumberRules = []string{"duplicate_document", "duplicate_card", "duplicate_phone"}
)

// judgeKnown compares a row with the one in the registry whom it is about: what is empty there
// can be filled by it, once nothing about the row is in doubt.
func judgeKnown(v *registry.View, same *data.Graduate, row *Row) Outcome {
	row.Problems = slices.DeleteFunc(slices.Clone(row.Problems), func(p roster.Problem) bool { return p.Rule == "namesake" || p.Rule == "maybe_same" }) // it was settled then
	say := func(rule string, fields []any) {
		if len(fields) > 0 {
			row.Problems = append(row.Problems, roster.Problem{Field: data.FieldSurname, Value: row.Graduate.FullName(), Rule: rule,
				Args: data.Args{"fields": fields}, Severity: data.SeverityWarning})
		}
	}
	fill, others := otherThan(v, same, &row.Graduate)
	if len(fill) > 0 && takenByOthers(v, same, fill) {
		others, fill = append(others, titles(v, fill)...), nil
	}
	say("differs", others)
	say("fills", titles(v, fill))
	switch {
	case len(fill) == 0:
		return Duplicate
	case row.Doubtful():
		return Doubtful
	}
	row.Fill, row.known = fill, same.ID
	return Fills
}

// otherThan is what the row says of fields that are empty in the registry, and the titles of
// the fields that it fills with something else than the registry has.
func otherThan(v *registry.View, known, row *data.Graduate) (fill []registry.FieldChange, others []any) {
	for _, field := range registry.FieldsOf(row) {
		value, is := row.Get(field), known.Get(field)
		locked, err := v.Locked(known, field)
		switch {
		case value == "" || value == is:
		case is != "" || locked || err != nil:
			others = append(others, data.Inside{Name: v.Campaign().FieldTitle(field)})
		default:
			fill = append(fill, registry.FieldChange{Field: field, After: value})
		}
	}
	return fill, others
}

// takenByOthers says that what would be filled is somebody else's: a number, a document.
func takenByOthers(v *registry.View, known *data.Graduate, fill []registry.FieldChange) bool {
	next := known.Clone()
	for _, c := range fill {
		next.Set(c.Field, c.After)
	}
	return slices.ContainsFunc(v.Duplicates(next), func(f data.Finding) bool { return f.Severity == data.SeverityError })
}

func titles(v *registry.View, changes []registry.FieldChange) []any {
	all := make([]any, len(changes))
	for i, c := range changes {
		all[i] = data.Inside{Name: v.Campaign().FieldTitle(c.Field)}
	}
	return all
}
