package data

import (
	"fmt"
	"slices"
)

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
	// Answer is what the centre has decided; nil until it is known.
	Answer *Answer `json:"answer,omitempty"`
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
	r.Answer = r.Answer.clone()
	r.Payments = append([]Payment(nil), r.Payments...)
	for i := range r.Payments {
		r.Payments[i] = r.Payments[i].clone()
	}
	return r
}

// SiteState is how the data of a graduate stands at the centre's site, where that is the
// place of record.
type SiteState string

// Nothing was entered there yet, all was, or something here has changed since.
const (
	SiteMissing SiteState = "missing"
	SiteEntered SiteState = "entered"
	SiteChanged SiteState = "changed"
)

// Acknowledged is what the centre says of the record that was sent last, nil while it has said nothing
// of that.
func (r *Registration) Acknowledged() *Fact {
	sent, said := r.Fact(FactSubmitted, ""), r.Fact(FactAcknowledged, "")
	if sent == nil || said == nil || said.Via != sent.Via {
		return nil
	}
	return said
}

// Submitted is what was sent of the registration to the centre in a message, nil for nothing, and for
// what was withdrawn by the last one.
func (r *Registration) Submitted() *Fact {
	if sent := r.Fact(FactSubmitted, ""); sent != nil && sent.Means != RecordWithdrawn {
		return sent
	}
	return nil
}

// EnvelopeSent is that the centre has sent the envelope, nil where it has not said so, and once it has come.
// Nobody of the school has sent it: it is by nobody.
func (r *Registration) EnvelopeSent() *Fact {
	sent := r.Fact(FactEnvelopeSent, "")
	if sent == nil || r.Fact(FactEnvelopeArrived, "") != nil || r.Fact(FactEnvelopeHanded, "") != nil {
		return nil
	}
	f := *sent
	f.By = ""
	return &f
}

// LastSent is the last attempt that was sent to the centre in a message, the current one where none was.
func (g *Graduate) LastSent() *Registration {
	for i := len(g.Registrations) - 1; i >= 0; i-- {
		if g.Registrations[i].Fact(FactSubmitted, "") != nil {
			return &g.Registrations[i]
		}
	}
	return g.Current()
}

// RecordRejected is what the centre says of a record that it has not taken, RecordWithdrawn what it is
// asked for of one that it is to give up.
const (
	RecordRejected  = "rejected"
	RecordWithdrawn = "withdraw"
)

// SiteStates are all of them in their order.
func SiteStates() []SiteState { return []SiteState{SiteMissing, SiteEntered, SiteChanged} }

// SiteStateOf derives it from what was entered and from what the check finds.
func SiteStateOf(g *Graduate, findings []Finding) SiteState {
	switch {
	case slices.ContainsFunc(findings, func(f Finding) bool { return f.Rule == "changed_since_entered" }):
		return SiteChanged
	case g.Current().Fact(FactEntered, "") != nil:
		return SiteEntered
	}
	return SiteMissing
}

// CardState is how far the printed card of a graduate is: printed, then checked (UA-160), then
// signed (UA-048).
type CardState string

// Nothing was printed yet; it is printed, checked, signed as it would be printed now; or
// something that stands on it has changed since, and it is to be printed again.
const (
	CardMissing CardState = "missing"
	CardPrinted CardState = "printed"
	CardChecked CardState = "checked"
	CardSigned  CardState = "signed"
	CardChanged CardState = "changed"
)

// CardStates are all of them in their order.
func CardStates() []CardState {
	return []CardState{CardMissing, CardPrinted, CardChecked, CardSigned, CardChanged}
}

// CardStateOf derives it from what tells the values apart that stand on the card now, "" where it
// is a draft, and those that stood there when it was printed last, "" for never.
func CardStateOf(g *Graduate, now, printed string) CardState {
	about := func(kind FactKind) string {
		if f := g.Current().Fact(kind, ""); f != nil {
			return f.Seen
		}
		return ""
	}
	checked, signed := about(FactChecked), about(FactSigned)
	switch now {
	case "":
		return CardMissing
	case signed:
		return CardSigned
	case checked:
		return CardChecked
	case printed:
		return CardPrinted
	}
	if signed == "" && checked == "" && printed == "" {
		return CardMissing
	}
	return CardChanged
}

// Payment is one receipt that stands for a registration. It is never edited: a wrong one
// is cancelled and stays (KG-066).
type Payment struct {
	ID string `json:"id"`
	// Type is a code of the campaign's payment types (KG-063).
	Type string `json:"type"`
	// Amount is in whole units of the campaign's currency.
	Amount int    `json:"amount"`
	Number string `json:"number"`
	// File is the id of the attached picture of the receipt; "" for none.
	File string `json:"file,omitempty"`
	// Added is when and by whom it was entered.
	Added     Fact  `json:"added"`
	Cancelled *Fact `json:"cancelled,omitempty"`
	// Verdict is what the centre says of it: its kind is a code of the campaign's
	// external statuses. Nil until the centre has answered (KG-065).
	Verdict *Fact `json:"verdict,omitempty"`
}

func (p Payment) clone() Payment {
	p.Cancelled, p.Verdict = p.Cancelled.clone(), p.Verdict.clone()
	return p
}

// Payment is the receipt with an id, nil when there is none.
func (r *Registration) Payment(id string) *Payment {
	i := slices.IndexFunc(r.Payments, func(p Payment) bool { return p.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Payments[i]
}

// DraftNumber is the school's own number of a card until the centre's is known:
// prefix, year, five digits of the serial and a check digit, «Ч-2020-000010». The
// prefix is a letter that no official number has; the check digit is Luhn's over
// year and serial (ISO/IEC 7812-1, annex B).
func DraftNumber(prefix string, year, serial int) string {
	digits := fmt.Sprintf("%04d%05d", year, serial)
	return fmt.Sprintf("%s-%04d-%05d%d", prefix, year, serial, luhn(digits))
}

func luhn(digits string) int {
	sum := 0
	for i := range digits {
		d := int(digits[len(digits)-1-i] - '0')
		if i%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return (10 - sum%10) % 10
}
