package roster

import (
	"slices"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// Row is one person of the roster.
type Row struct {
	Sheet  string
	Number int
	// Cells are the texts as they were.
	Cells    []string
	Graduate data.Graduate
	Problems []Problem
	// Decided is what a person who has looked at the doubts says of the row.
	Decided Decision

	marks  []workbook.Mark // of the cells
	layout *Layout
	class  string // of the section in which the row stands
	beside bool   // another table names somebody in the same line
	unread bool   // see [Row.Unread]
}

// Decision is what a person says of a row.
type Decision string

// A row is taken as it was read, or left out, or it is about the one of the registry whom it
// resembles: nobody is added then. What nobody has decided about is Undecided.
const (
	Undecided Decision = ""
	Take      Decision = "take"
	Leave     Decision = "leave"
	Same      Decision = "same"
)

// Bad reports whether the row cannot be taken as it is.
func (r *Row) Bad() bool { return r.has(data.SeverityError) }

// Doubtful reports whether two readings of the row are possible, so that a person
// decides before it is taken, and nobody has.
func (r *Row) Doubtful() bool { return r.Decided == Undecided && r.has(data.SeverityConfirm) }

func (r *Row) has(severity data.Severity) bool {
	return slices.ContainsFunc(r.Problems, func(p Problem) bool { return p.Severity == severity })
}

// Problem is one thing that is wrong in one row: an error, which refuses the row; a doubt
// (data.SeverityConfirm), which a person settles before the row is taken; or a warning.
// Column is the letter of the column and Header its title; both are empty where the
// column is missing.
type Problem struct {
	Column, Header string
	Field, Value   string
	Rule           string
	Args           data.Args
	Severity       data.Severity
	// Readings are the texts of which one, put in the place of the cell, settles a doubt;
	// the first is what was read. None where there is nothing to choose but to take the
	// row or to leave it out. What is wrong may have one too, which would mend it.
	Readings []string
	// With is the other row of the file of which a repeated one tells, of none else.
	With Place
}

// Sentence says the problem in the language of t. The text of a rule, also of one
// that a caller adds to a row, is "roster.rule."+Rule.
func (p Problem) Sentence(t *text.Text) string {
	return t.Say("roster.rule."+p.Rule, p.Args)
}

// decide marks the rows about which a person has decided. A row that is not there is refused, lest
// a slip of the pen be taken for a decision.
func decide(rows []Row, wanted []string, decision Decision) error {
	for _, want := range wanted {
		meant, err := meant(rows, want)
		if err != nil {
			return err
		}
		for _, i := range meant {
			rows[i].Decided = decision
		}
	}
	return nil
}
