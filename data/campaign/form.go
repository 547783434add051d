package campaign

// Roster is what this country's rosters look like beyond the general headers.
type Roster struct {
	// Headers adds spellings of column headers: field → spellings.
	Headers map[string][]string `toml:"headers"`
	// MinimumAge and MaximumAge in full years bound a believable birth date.
	MinimumAge int `toml:"minimum_age"`
	MaximumAge int `toml:"maximum_age"`
}

// Step is one step of the form with its fields.
type Step struct {
	Code   string  `toml:"code"`
	Title  string  `toml:"title"`
	Fields []Field `toml:"field"`
}

// Field is one field of the form. Code is a typed field of package data or one of
// the campaign's own.
type Field struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Kind is one of [FieldKinds].
	Kind string `toml:"kind"`
	// Choices are codes for kind "choice" where no catalogue gives them.
	Choices []Item `toml:"choice"`
	// Required and Shown are expressions over the graduate; empty Required is
	// never, empty Shown is always.
	Required string `toml:"required"`
	Shown    string `toml:"shown"`
	// Severity of the finding when a required field is empty; "error" if left out.
	Severity string `toml:"severity"`
	// Pattern is a regular expression (RE2) for the whole value of a text field.
	Pattern string `toml:"pattern"`
	Hint    string `toml:"hint"`
	Source  string `toml:"source"`
	// OnCard is false for a field that the printed card leaves out.
	OnCard *bool `toml:"on_card"`
}

// Rule is a check of the campaign's own: it finds when When is true.
type Rule struct {
	Code string `toml:"code"`
	When string `toml:"when"`
	// Severity is "error", "warning" or "confirm".
	Severity string `toml:"severity"`
	Field    string `toml:"field"`
	// Message is the sentence in the campaign's language; the catalogue or
	// [Campaign.Texts] may bring "rule."+Code in others.
	Message string `toml:"message"`
	Source  string `toml:"source"`
}
