// Package centrelist is the desk for the centre's own list of those who have made a registration
// card, as its service for heads of schools gives it in Excel: reading it, comparing it with the
// registry row by row and field by field, and writing what a person has decided (UA-147, UA-169).
//
// Its columns stand in no source. They are recognised as those of class lists are, with the
// campaign's spellings besides ([campaign.CentreList]), and what is not recognised is said by hand.
// What the centre has goes before what the registry has (UA-079), but nothing is written before
// somebody has seen the difference.
package centrelist

import (
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Desk compares the centre's list with one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// MaximumSize bounds a list, in bytes.
const MaximumSize = 20 << 20

// Options are what a person says about a file instead of the program.
type Options struct {
	// Columns says where a field stands, as for a class list: field → letter, number or header.
	// Besides the fields of a class list there are the codes of subjects, for a column of one.
	Columns map[string]string
	// Class is that of people in rows that name none.
	Class string
}

// Kind is what a row of the list and the registry have in common.
type Kind string

// Everything is the same; the person has no number here and nothing else differs; something
// differs; nobody here is the one of the row; nobody there is the one here; a person must say who
// or what is meant.
const (
	Same         Kind = "same"
	Number       Kind = "number"
	Different    Kind = "different"
	MissingHere  Kind = "missing_here"
	MissingThere Kind = "missing_there"
	Doubtful     Kind = "doubtful"
)

// Kinds are all of them, those that ask for a person first.
func Kinds() []Kind { return []Kind{Doubtful, Different, Number, MissingHere, MissingThere, Same} }

// Decision is what becomes of a row.
type Decision string

// Nothing is written; the number of the card is taken over; all that differs is; the person is
// added to the registry.
const (
	Leave      Decision = "leave"
	TakeNumber Decision = "number"
	TakeAll    Decision = "all"
	Add        Decision = "add"
)

// FieldLevel stands for the levels of subjects in a [Value]: the registry keeps them with these.
const FieldLevel = "level"

// Value is one field in which a row and the registry differ, in stored form; the levels are codes
// with their subjects, «english:profile».
type Value struct {
	Field       string
	Here, There string
	// Refused says why it cannot be taken, nil when it can.
	Refused error
}

// Problem is something about a row that somebody must look at, with its place in the file: see
// [roster.Problem].
type Problem = roster.Problem

// Person is one of the registry whom a row may be about.
type Person struct{ ID, Name, Class, CardNumber string }

// Row is a row of the list with the one of the registry whom it is about, or one of these two
// alone.
type Row struct {
	// Place is where the row stands; its Row is 0 for somebody who is missing there.
	Place roster.Place
	// Name, Class and CardNumber are those of the file, of who is missing there those of the registry.
	Name, Class, CardNumber string
	// Graduate is the id of the one of the registry, "" for nobody.
	Graduate string
	// Here is the name in the registry, "" for nobody.
	Here   string
	Kind   Kind
	Values []Value
	// Brings is what the file says of somebody who is not in the registry.
	Brings []Value
	Doubts []Problem
	// Persons are those whom the row may be about, where that is in doubt.
	Persons  []Person
	Decision Decision
	// Decided says that a person has decided, not the program.
	Decided bool

	said *row
}

// In reports that the row stands in the file.
func (r *Row) In() bool { return r.said != nil }

// Value is the difference in a field, nil for none.
func (r *Row) Value(field string) *Value {
	for i := range r.Values {
		if r.Values[i].Field == field {
			return &r.Values[i]
		}
	}
	return nil
}

// List is a list that was read and compared. Nothing is written until [Desk.Write].
type List struct {
	Name string
	Rows []Row
	// Columns are those of the file with what each was read as, Skipped those and other parts that
	// hold something and were not read; Passed are the filled lines that are nobody.
	Columns []Column
	Skipped []roster.SkippedPart
	Passed  []roster.Passed
	// Class is that of people who are added and whose row names none.
	Class string

	file file
	// is are the ids that a person has said of rows, by their places.
	is map[roster.Place]string
	// changes is after how many changes of the registry the rows were compared with it.
	changes int
}

// Column is a column of the file: Field is what it was read as, "" for nothing; of one that holds a
// single subject it is the subject's code, with Of what the column says of it.
type Column struct {
	Sheet, Letter, Header string
	Field                 string
	Of                    About
	// Sample are the first texts that stand in it.
	Sample []string
}

// Count counts the rows of a kind.
func (l *List) Count(k Kind) int {
	n := 0
	for i := range l.Rows {
		if l.Rows[i].Kind == k {
			n++
		}
	}
	return n
}

// Open counts the rows in which something still differs when what is decided is written.
func (l *List) Open() int {
	n := 0
	for i := range l.Rows {
		if l.Rows[i].open() {
			n++
		}
	}
	return n
}

func (r *Row) open() bool {
	switch r.Decision {
	case Add:
		return false
	case TakeAll:
		return len(r.Doubts) > 0 && !r.Decided || slices.ContainsFunc(r.Values, func(v Value) bool { return v.Refused != nil })
	case TakeNumber:
		return len(r.Doubts) > 0 && !r.Decided || len(r.Values) > 1
	}
	return r.Kind != Same
}

// Unrecognised are the filled lines of the file in which nobody was recognised though they are neither
// titles nor headers: somebody may stand there.
func (l *List) Unrecognised() []roster.Passed {
	return slices.DeleteFunc(slices.Clone(l.Passed), func(p roster.Passed) bool {
		return slices.Contains([]string{"title", "header", "numbering", "class", "end"}, p.Reason)
	})
}

// At finds a row by its place, -1 for none.
func (l *List) At(place roster.Place) int {
	return slices.IndexFunc(l.Rows, func(r Row) bool { return r.In() && r.Place == place })
}

// Clone is a list of which what is decided later is no part.
func (l *List) Clone() *List {
	c := *l
	c.Rows, c.is = slices.Clone(l.Rows), map[roster.Place]string{}
	for place, id := range l.is {
		c.is[place] = id
	}
	return &c
}

// nameFields are the parts of a name.
var nameFields = []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic}
