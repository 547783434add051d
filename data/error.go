package data

import (
	"errors"
	"fmt"
	"maps"
)

// Error is a failure that a person will read. Code is the id of its sentence in
// data/text ("roster.no_header"), Args fill the sentence, Err is the cause for
// the log and may be nil.
//
// An argument may be a [Term], which is phrased in the reader's language too.
type Error struct {
	Code string
	Args Args
	Err  error
}

// Args are the named values of a sentence: {"row": 12, "column": Term("field.phone")}.
type Args map[string]any

// Term is an argument that is itself an id in data/text.
type Term string

// TextID tells data/text, which does not import this package, that the value is an id.
func (t Term) TextID() string { return string(t) }

// Wording is an argument in the words of its source, and the id under which data/text may
// have it in the reader's language: a campaign file brings such texts.
type Wording struct{ ID, Words string }

// TextID and SourceWords tell data/text both.
func (w Wording) TextID() string { return w.ID }

// SourceWords stand where there is no text.
func (w Wording) SourceWords() string { return w.Words }

// String is the wording for whom nobody translates.
func (w Wording) String() string { return w.Words }

// Title is a name as it stands alone, over a column or in «quotation marks»: it begins with a
// capital letter, wherever it comes from. [Inside] is one within a sentence.
type Title struct{ Name any }

// FieldTitle is what the catalogue calls a field.
func FieldTitle(field string) Title { return Title{Term("field." + field)} }

// Bare and Bend tell data/text what the name is, and how it is written here.
func (t Title) Bare() any { return t.Name }

// Bend begins it with a capital letter.
func (t Title) Bend(name string) string { return Capital(name) }

// Inside is a name among the words of a sentence: it begins small, unless it is an abbreviation.
type Inside struct{ Name any }

// Bare and Bend tell data/text what the name is, and how it is written here.
func (i Inside) Bare() any { return i.Name }

// Bend begins it with a small letter.
func (i Inside) Bend(name string) string { return Small(name) }

// Phrase is an argument that is itself a sentence with arguments of its own.
type Phrase struct {
	ID   string
	Args Args
}

// TextID and TextArgs tell data/text both.
func (p Phrase) TextID() string { return p.ID }

// TextArgs are the arguments of the sentence.
func (p Phrase) TextArgs() map[string]any { return p.Args }

// Error is for the log: the code, the arguments and the cause, never a sentence.
func (e *Error) Error() string {
	s := e.Code
	if len(e.Args) > 0 {
		s += fmt.Sprintf(" %v", map[string]any(e.Args))
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

func (e *Error) Unwrap() error { return e.Err }

// Fail makes an Error without a cause.
func Fail(code string, args Args) error { return &Error{Code: code, Args: args} }

// FailWith makes an Error that keeps its cause for the log.
func FailWith(err error, code string, args Args) error {
	return &Error{Code: code, Args: args, Err: err}
}

// CodeOf returns the code of the first Error in err's chain, or "" for a fault
// of the program that has no sentence of its own.
func CodeOf(err error) string {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return ""
}

// Beside is a refusal as it is said where the title of its field stands already: the sentence
// need not name it again.
func Beside(err error) error {
	var e *Error
	if !errors.As(err, &e) {
		return err
	}
	args := Args{"beside": true}
	maps.Copy(args, e.Args)
	return &Error{Code: e.Code, Args: args, Err: e.Err}
}

// Severity says what a finding asks for.
type Severity string

// An error must be mended, a warning looked at, a confirmation ticked by hand.
const (
	SeverityError   Severity = "error"
	SeverityWarning Severity = "warning"
	SeverityConfirm Severity = "confirm"
)

// Finding is one thing that is wrong or missing in one graduate's data. Rule is
// the code of the rule; its sentence is the text "rule."+Rule, filled with Args,
// unless Text brings a sentence of the campaign file. Source is the law or the
// requirement behind it.
type Finding struct {
	Graduate string
	Rule     string
	Severity Severity
	Field    string
	Args     Args
	Text     string
	Source   string
	// Proposal is a value that would mend it, nil when none can be known.
	Proposal *Proposal
	// Call says that it is settled by a call to the centre, which is recorded.
	Call bool
}

// NamesAnother says that the finding names another graduate, whose id stands in its argument "id": it
// is for the school, and in no paper that this one gets.
func (f *Finding) NamesAnother() bool {
	other, is := f.Args["id"].(string)
	return is && other != f.Graduate
}

// AboutReceipt says that the finding is about one receipt, not about the sum of all.
func (f *Finding) AboutReceipt() bool {
	_, is := PaymentOf(f.Field)
	return is
}

// Doubt is what a confirmation of the finding names: the rule and the field, since one rule
// can doubt several fields of a person.
func (f *Finding) Doubt() string {
	if f.Field == "" {
		return f.Rule
	}
	return f.Rule + "." + f.Field
}

// Proposal is a value for a field, to be taken by one click; an empty one clears it, and Title is then
// that of the field.
type Proposal struct {
	Field string
	Value string
	// Title is the value in words, for data/text to word.
	Title any
}
