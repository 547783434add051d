package data

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

// Doubt is what a confirmation of the finding names: the rule and the field, since one rule
// can doubt several fields of a person.
func (f *Finding) Doubt() string {
	if f.Field == "" {
		return f.Rule
	}
	return f.Rule + "." + f.Field
}

// Proposal is a value for a field, to be taken by one click.
type Proposal struct {
	Field string
	Value string
	// Title is the value in words.
	Title string
}
