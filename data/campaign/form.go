package campaign

// Roster is what this country's rosters look like beyond the general headers.
type Roster struct {
	// Headers adds spellings of column headers: field → spellings.
	Headers map[string][]string `toml:"headers"`
	// MinimumAge and MaximumAge in full years bound a believable birth date.
	MinimumAge int `toml:"minimum_age"`
	MaximumAge int `toml:"maximum_age"`
}

// Form is how the form as a whole behaves.
type Form struct {
	// Blocking says that a step with an error cannot be left forwards (KG-044).
	Blocking bool `toml:"blocking"`
	// Finish says that the form is a draft until somebody finishes it (KG-058).
	Finish bool `toml:"finish"`
	// ReviewTitle is what the centre calls the filled form.
	ReviewTitle string `toml:"review_title"`
}

// SitePage is one page of the centre's own site with its fields in that site's order,
// for who has to type them there (design: never twice).
type SitePage struct {
	Title  string   `toml:"title"`
	Fields []string `toml:"fields"`
}

// SettlementList are places whose people a mark is for, with the decree that says so
// (UA-008).
type SettlementList struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Mark is proposed for who lives in one of them.
	Mark string `toml:"mark"`
	// Names are without «м.», «смт» and «с.».
	Names  []string `toml:"names"`
	Source string   `toml:"source"`
}

// KindKit is the kind of the step that shows the kit, KindDays of the one that shows on
// which days the chosen subjects are.
const (
	KindKit  = "kit"
	KindDays = "days"
)

// Step is one step of the form with its fields.
type Step struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Kind is "kit" for the step that shows the documents of the kit, "days" for the one
	// that shows the days of the chosen subjects, else empty.
	Kind   string  `toml:"kind"`
	Fields []Field `toml:"field"`
}

// Field is one field of the form. Code is a typed field of package data or one of
// the campaign's own.
type Field struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Kind is one of [FieldKinds].
	Kind string `toml:"kind"`
	// Choices are codes for the kinds "choice" and "choices", where no catalogue gives them.
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
	// SchoolPart is a regular expression (RE2) for the part of the school's address, between
	// commas, that is proposed where the field is mandatory and empty: many live where the
	// school is. "" proposes nothing.
	SchoolPart string `toml:"school_part"`
	// Locked says when it can no longer be changed, as an expression (KG-054).
	Locked string `toml:"locked"`
	// Enabled is false for a field that the form does not have until the centre asks for
	// it: a newer edition of the file switches it on.
	Enabled *bool `toml:"enabled"`
	// Help is the code of a link that explains the field (KG-049).
	Help string `toml:"help"`
	// Picture is what a file is a picture of, one of [PictureFace], [PicturePassport] and
	// [PictureScan], which it is where nothing is said; Side the side of a document, "front"
	// or "back", "" where it has no two.
	Picture string `toml:"picture"`
	Side    string `toml:"side"`
}

// textID and choiceID are the ids under which [Campaign.Texts] has a field's title and those
// of its own choices.
func (f *Field) textID() string { return "field." + f.Code }

func (f *Field) choiceID(code string) string { return "choice." + f.Code + "." + code }

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
	// Call says that a recorded call to the centre settles it; When then asks for
	// «called» among the facts itself (UA-142).
	Call bool `toml:"call"`
	// Propose is a value for Field that mends it.
	Propose string `toml:"propose"`
	// Clears is a field that is to be emptied: that mends it too, where the form does not show it.
	Clears string `toml:"clears"`
}
