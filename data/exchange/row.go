package exchange

import "iter"

// The rows of the tables. Every cell is text as it stands in the file: days are ISO, numbers are
// decimal digits, yes is "true" and no is "false", several codes are joined by blanks, and a cell
// without a value is empty. What the columns are says [Tables].

// What a record of a message asks for.
const (
	ActionAdd      = "add"
	ActionChange   = "change"
	ActionWithdraw = "withdraw"
)

// Graduate is a row of graduates.csv: one person with the current registration. Fields are the
// fields of the campaign's form by their codes, columns of their own behind the others.
type Graduate struct {
	// ID is that of the school's registry, the same in every message; Key is the person key of the
	// campaign, its card number or phone.
	ID, Key string
	Action  string
	// Reason says why somebody is withdrawn, Before is [Record.Hash] as it was sent last.
	Reason, Before                                 string
	Attempt, Kind                                  string
	Surname, GivenName, Patronymic, Sex, BirthDate string
	Class, Phone                                   string
	DocumentKind, DocumentSeries, DocumentNumber   string
	Category, Marks                                string
	CardNumber, Language, AdditionalReason, Route  string
	// Package and List are the numbers of the school's package and list with the papers, "" for none.
	Package, List string
	Fields        map[string]string
}

// Subject is a row of subjects.csv.
type Subject struct{ Graduate, Subject, Level, Attestation string }

// Condition is a row of conditions.csv: a special condition or a privilege, as Kind says.
type Condition struct{ Graduate, Kind, Code string }

// The kinds of a [Condition].
const (
	KindCondition = "condition"
	KindPrivilege = "privilege"
)

// Document is a row of documents.csv: a photo or scan, and at which place of the form it stands.
// File is its path in the bag, "" where the very octets were sent in an earlier message.
type Document struct{ Graduate, Place, SHA256, Bytes, File string }

// Payment is a row of payments.csv: a receipt of a fee. Receipt is the SHA-256 of its picture.
type Payment struct{ Graduate, ID, Type, Amount, Number, Added, Cancelled, Receipt string }

// Package is a row of packages.csv: a list in an envelope of the school, as it was sent by post.
type Package struct {
	Package, List, Date, Number, Rows  string
	Operator, Item, Tracking, Postmark string
}

// Receipt is a row of receipts.csv: what has become of one record of a message. Codes tell why,
// each a code that data/text words; Note is in the centre's words.
type Receipt struct{ Graduate, Key, Attempt, Verdict, Codes, Note string }

// The verdicts of a [Receipt]. A held record waits for its paper card (UA-066).
const (
	VerdictAccepted = "accepted"
	VerdictWarning  = "warning"
	VerdictRejected = "rejected"
	VerdictHeld     = "held"
)

// State is a row of states.csv: one thing that the centre has decided or recorded of a registration.
type State struct {
	Graduate, Key, Attempt string
	// About says what it is, Of which one (the id of a payment).
	About, Of string
	// State is what was decided, On the day. Number is that of the card, the certificate or the
	// minutes; Reasons, Returned and Kept are codes of the campaign; Tracking is the number of a letter.
	State, On, Number       string
	Reasons, Returned, Kept string
	Tracking, Note          string
}

// What a [State] is about.
const (
	// AboutCard gives the card its number; AboutReceived is the day on which the papers came (UA-152).
	AboutCard     = "card"
	AboutReceived = "received"
	// AboutAnswer is registered or refused; AboutWithdrawn that a withdrawal is confirmed;
	// AboutAppeal how an appeal has ended.
	AboutAnswer    = "answer"
	AboutWithdrawn = "withdrawn"
	AboutAppeal    = "appeal"
	// AboutPayment is the verdict on a receipt, AboutEnvelope where the individual envelope is,
	// AboutState a state of the centre's service (UA-149).
	AboutPayment  = "payment"
	AboutEnvelope = "envelope"
	AboutState    = "state"
)

// What a [State] about an envelope can say: it was sent to the school with the tracking number, the
// centre keeps it (UA-076), the post has returned it to the centre (UA-077), or the result went by
// e-mail instead (UA-075).
const (
	EnvelopeSent     = "sent"
	EnvelopeKept     = "kept"
	EnvelopeReturned = "returned"
	EnvelopeEmailed  = "emailed"
)

// Record is all that a message says of one graduate.
type Record struct {
	Graduate   Graduate
	Subjects   []Subject
	Conditions []Condition
	Documents  []Document
	Payments   []Payment
}

// Message is what one message says. Which tables it has follows from its type: entries and
// amendments have records and packages, a receipt has receipts, a status has states, a campaign the
// source of a campaign file, a note the states that the centre has written down.
type Message struct {
	Envelope
	Records  []Record
	Packages []Package
	Receipts []Receipt
	States   []State
	// CampaignFile is the source of the campaign file, TOML; nil where the message brings none.
	CampaignFile []byte
}

// filesNamed gives the paths of the photos and scans that documents say are in the message.
func (m *Message) filesNamed() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range m.Records {
			for _, d := range m.Records[i].Documents {
				if d.File != "" && !yield(d.File) {
					return
				}
			}
		}
	}
}
