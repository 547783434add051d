package data

// RegistrationKind says why there is this attempt (F-01).
type RegistrationKind string

// The first registration, a change of registered data (перереєстрація), and a new
// attempt after a refusal.
const (
	FirstRegistration RegistrationKind = "first"
	ReRegistration    RegistrationKind = "reregistration"
	RetryRegistration RegistrationKind = "retry"
)

// Registration is one attempt of one graduate in one campaign. Each has its own
// card number, kit, dispatch and answer.
type Registration struct {
	Attempt int              `json:"attempt"`
	Kind    RegistrationKind `json:"kind"`
	// CardNumber is the centre's own number: typed, scanned or imported, never
	// invented (UA-027).
	CardNumber string `json:"card_number,omitempty"`
	// DraftSerial is the school's own running number, see [DraftNumber].
	DraftSerial int             `json:"draft_serial,omitempty"`
	Subjects    []SubjectChoice `json:"subjects,omitempty"`
	// Language is the code of the language of tasks; empty means the campaign's own.
	Language   string   `json:"language,omitempty"`
	Conditions []string `json:"conditions,omitempty"`
	Privileges []string `json:"privileges,omitempty"`
	// AdditionalReason is the coded reason for the additional session, "" for none.
	AdditionalReason string `json:"additional_reason,omitempty"`
	Facts            []Fact `json:"facts,omitempty"`
	// Payments are the receipts, the cancelled ones among them, in the order of entry.
	Payments []Payment `json:"payments,omitempty"`
}

// SubjectChoice is one chosen subject: its code, its level where it has levels,
// and whether its result counts as the school's final mark (ДПА).
type SubjectChoice struct {
	Subject     string `json:"subject"`
	Level       string `json:"level,omitempty"`
	Attestation bool   `json:"attestation,omitempty"`
}

func (r Registration) clone() Registration {
	r.Subjects = append([]SubjectChoice(nil), r.Subjects...)
	r.Conditions = append([]string(nil), r.Conditions...)
	r.Privileges = append([]string(nil), r.Privileges...)
	r.Facts = append([]Fact(nil), r.Facts...)
	r.Payments = append([]Payment(nil), r.Payments...)
	for i := range r.Payments {
		r.Payments[i] = r.Payments[i].clone()
	}
	return r
}
