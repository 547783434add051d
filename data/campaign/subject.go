package campaign

import (
	"cmp"

	"graduand/data"
)

// SubjectSet are the rules about the choice of subjects as a whole (F-19).
type SubjectSet struct {
	Minimum int `toml:"minimum"`
	Maximum int `toml:"maximum"`
	// Mandatory are codes of subjects that everybody takes.
	Mandatory []string `toml:"mandatory"`
	// Attestation says that some results count as final marks of the school.
	Attestation bool `toml:"attestation"`
	// AttestationCount is how many must count, exactly, unless the graduate is exempt.
	AttestationCount int `toml:"attestation_count"`
	// AttestationMandatory must all be among the counted ones; of each list in
	// AttestationOneOf at least one must be.
	AttestationMandatory []string   `toml:"attestation_mandatory"`
	AttestationOneOf     [][]string `toml:"attestation_one_of"`
	// AttestationWhen says for whom the attestation rules hold.
	AttestationWhen string `toml:"attestation_when"`
}

// Subject is one subject of the exam.
type Subject struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// ListTitle is the wording on the list where it differs from Title.
	ListTitle string  `toml:"list_title"`
	Levels    []Level `toml:"level"`
	// LevelFor says when a level must be chosen: "attestation" or "always".
	LevelFor string `toml:"level_for"`
	// On is the day of the main session, Additional of the additional one.
	On         data.Date `toml:"on"`
	Additional data.Date `toml:"additional"`
	// Planned is the day of the main session at first, before it was moved.
	Planned data.Date `toml:"planned"`
	// Fee is what the subject costs instead of the general fee.
	Fee *int `toml:"fee"`
	// Listening marks a subject with a listening part (аудіювання).
	Listening bool `toml:"listening"`
	// Translated says that tasks are given in other languages.
	Translated bool `toml:"translated"`
	// Included marks a part that everybody takes and nobody chooses.
	Included bool `toml:"included"`
}

// Level is a difficulty level of a subject.
type Level struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
}

// Language is a language of tasks or of testing, or of study.
type Language struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Tasks says that tasks are given in it.
	Tasks bool `toml:"tasks"`
	// Special marks a non-Slavic or indigenous language of study (UA-024).
	Special bool `toml:"special"`
	Default bool `toml:"default"`
}

// Condition is a coded special condition with its footnote rules as data.
type Condition struct {
	Code  string `toml:"code"`
	Group string `toml:"group"`
	Title string `toml:"title"`
	// AdditionalReason is set by the condition when it can only be met in the
	// additional session.
	AdditionalReason string `toml:"additional_reason"`
	// Subjects limits the condition to these subjects.
	Subjects []string `toml:"subjects"`
	Excludes []string `toml:"excludes"`
	// Disability says that only a person with a disability can have it.
	Disability bool `toml:"disability"`
	// Listening says that it makes sense only with a listening subject.
	Listening bool `toml:"listening"`
	// SeparateRoute says that the person leaves the normal flow (D9).
	SeparateRoute bool   `toml:"separate_route"`
	Footnote      string `toml:"footnote"`
	Source        string `toml:"source"`
}

// AdditionalReason is a coded reason for the additional session.
type AdditionalReason struct {
	Code  string `toml:"code"`
	Title string `toml:"title"`
	// Said is the title as the person says it in an application: «не можу взяти участь».
	Said string `toml:"said"`
	// Application and Proof say which papers the reason needs (D1).
	Application bool `toml:"application"`
	Proof       bool `toml:"proof"`
	// Detected says that data shows the reason ("clash", "condition"); Free marks
	// the reason whose words the user writes (D2).
	Detected string `toml:"detected"`
	Free     bool   `toml:"free"`
	Source   string `toml:"source"`
}

// saidFormat is the first format in which a reason has the words of the person.
const saidFormat = 3

// Said is the reason as the person says it, else the title.
func (c *Campaign) Said(reason string) string {
	r := c.AdditionalReason(reason)
	if r == nil {
		return reason
	}
	return cmp.Or(r.Said, r.Title)
}

// Fee is the money that a graduate owes, in minor units of nothing: whole units
// of the currency.
type Fee struct {
	// Title stands above what was paid, in the centre's words (KG-071); "" for the
	// program's.
	Title    string `toml:"title"`
	Currency string `toml:"currency"`
	// CurrencyTitle is its printed name; Currency where it is left out.
	CurrencyTitle string `toml:"currency_title"`
	// Main is due once, PerSubject for every chosen subject with Fee unset.
	Main       int `toml:"main"`
	PerSubject int `toml:"per_subject"`
	// FreeWith lists privileges that free from the fee.
	FreeWith []string `toml:"free_with"`
	// Refused lists the external statuses of a receipt that does not count, Pending is
	// the one that a new receipt has (KG-065).
	Refused []string `toml:"refused"`
	Pending string   `toml:"pending"`
}
