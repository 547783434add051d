package roster

import (
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Outcome says what becomes of a row of a roster.
type Outcome string

// A row is taken in, or fills empty fields of somebody who is there, or waits for a person to
// decide, or is refused for what is wrong in it, or is in the registry already, or repeats
// another row of its file, or was left out by a person.
const (
	Accepted  Outcome = "accepted"
	Fills     Outcome = "fills"
	Doubtful  Outcome = "doubtful"
	Rejected  Outcome = "rejected"
	Duplicate Outcome = "duplicate"
	Repeated  Outcome = "repeated"
	LeftOut   Outcome = "left_out"
)

// Row is one row with its outcome.
type Row struct {
	roster.Row
	Outcome Outcome
	// Fill is what the row says of somebody who is there and of whom the registry knows
	// nothing in these fields, see [Desk.Fill].
	Fill []registry.FieldChange
	// known is the id of that one.
	known string
	// own is how many of the problems the file itself has, before the registry was asked.
	own int
}

// Repeats is the place of the row that a repeated one repeats, "" for any other row.
func (r *Row) Repeats() string {
	at := samePerson(&r.Row)
	if r.Outcome != Repeated || at < 0 {
		return ""
	}
	return fmt.Sprint(r.Problems[at].Args["row"])
}

// RepeatsOtherwise is the row that a repeated one repeats with something else in it, so that the
// right one of the two is chosen; false where both say the same.
func (r *Row) RepeatsOtherwise() (other RowPlace, differs bool) {
	at := samePerson(&r.Row)
	if r.Outcome != Repeated || at < 0 || r.Problems[at].Rule == "duplicate_person" {
		return RowPlace{}, false
	}
	return r.Problems[at].With, true
}

// Resembles says that the row may be about one who is in the registry, so that it can be decided
// to be the [Same].
func (r *Row) Resembles() bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return slices.Contains(resemblingRules, p.Rule) })
}

// WorstFirst are the problems of the row, those that must be mended before the
// others.
func (r Row) WorstFirst() []roster.Problem {
	sorted := slices.Clone(r.Problems)
	slices.SortStableFunc(sorted, func(a, b roster.Problem) int { return rank(a.Severity) - rank(b.Severity) })
	return sorted
}

func rank(s data.Severity) int {
	return slices.Index([]data.Severity{data.SeverityError, data.SeverityConfirm, data.SeverityWarning}, s)
}
