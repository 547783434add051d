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
}
