package data

import (
	"slices"
)

// FactKind names what happened to a registration.
type FactKind string

// Facts of the form.
const (
	// FactFinished: somebody has pressed «finish» on a form without errors (KG-058).
	FactFinished FactKind = "finished"
	// FactReturned: a finished form was given back with the remark in Note, and is no longer finished.
	// It stands for the remark as long as the form is not finished again.
	FactReturned FactKind = "returned"
	// FactConfirmed: a person has looked at what no program can judge; Of is the rule.
	FactConfirmed FactKind = "confirmed"
	// FactDenied: a person has looked at it and says no; FactOverridden: lets it pass all the
	// same, for the reason in Note.
	FactDenied     FactKind = "denied"
	FactOverridden FactKind = "overridden"
	// FactCalled: the centre was called; Note says with whom and what about (UA-142).
	FactCalled FactKind = "called"
	// FactEntered: the data was entered at the centre's own site.
	FactEntered FactKind = "entered"
	// FactChecked: the printed card was held against the papers; FactSigned: it is signed
	// (UA-160, UA-048). Both are about the values that stood on it.
	FactChecked FactKind = "checked"
	FactSigned  FactKind = "signed"
	// FactPaper: a paper of the kit, Of its code, is here; Seen lists how far it is, see [PaperStates].
	FactPaper FactKind = "paper"
	// FactAsked: a question about the kit was answered with yes, FactFailed with no; Of is the
	// paper and the number of the question, see [QuestionOf].
	FactAsked  FactKind = "asked"
	FactFailed FactKind = "failed"
	// FactKitReceived: the kit was handed in (UA-053, UA-158); By took it.
	FactKitReceived FactKind = "kit_received"
	// FactListed: the registration is on the list of which Seen is the id; Paper is what the signed
	// paper says of it.
	FactListed FactKind = "listed"
	// FactSent: a registration that goes its own way was sent, On is the postmark (UA-064); Seen is the
	// code of the operator, Means that of the kind of item, Note the tracking number.
	FactSent FactKind = "sent"
	// FactReceivedByCentre: the centre has got what went its own way (UA-152).
	FactReceivedByCentre FactKind = "received_by_centre"
	// FactSeen: a state was seen on the centre's site (UA-078); Seen is its code, Means what it means.
	FactSeen FactKind = "seen"
	// FactLooked: somebody has looked there last (UA-151).
	FactLooked FactKind = "looked"
	// FactMended: a reason of the refusal of the attempt before, Of its code, was removed (UA-104).
	FactMended FactKind = "mended"
	// FactAppealed: the refusal was appealed against; FactAppealDecided: how that ended, Seen is
	// granted or dismissed (UA-106).
	FactAppealed      FactKind = "appealed"
	FactAppealDecided FactKind = "appeal_decided"
	// The individual envelope (UA-068…077): it has come to the school with the tracking number in Note;
	// it was handed over to whom Note says, with what Seen lists; the centre keeps it; the post has
	// returned it to the centre; the result was sent by e-mail instead.
	FactEnvelopeArrived FactKind = "envelope_arrived"
	// FactEnvelopeSent: the centre has sent it, with the tracking number in Note.
	FactEnvelopeSent   FactKind = "envelope_sent"
	FactEnvelopeHanded FactKind = "envelope_handed"
	// FactEnvelopeLacked: what Seen lists was not in it when it was handed over, for the reason in Note.
	FactEnvelopeLacked   FactKind = "envelope_lacked"
	FactEnvelopeKept     FactKind = "envelope_kept"
	FactEnvelopeReturned FactKind = "envelope_returned"
	FactResultEmailed    FactKind = "result_emailed"
	// FactWithdrawing: the person gives the registration up; FactWithdrawalSent: application and
	// certificate were posted On, "" for an unknown day; FactWithdrawn: the centre has confirmed it
	// (UA-107, UA-108).
	FactWithdrawing    FactKind = "withdrawing"
	FactWithdrawalSent FactKind = "withdrawal_sent"
	FactWithdrawn      FactKind = "withdrawn"
	// FactSubmitted: the record of the registration was sent to the centre in a message; Seen is the id of
	// the message, Via its hash, Means what was asked for (add, change, withdraw), Paper the record as
	// it was sent. It is no receipt: FactAcknowledged is what the centre says of that record, Seen is
	// its verdict, Means its codes joined by blanks, Note its words, Via the hash of the message with
	// the record.
	FactSubmitted    FactKind = "submitted"
	FactAcknowledged FactKind = "acknowledged"
	// FactDeclined: somebody has written the genitive of the surname by hand; Seen is the
	// surname that it is of.
	FactDeclined FactKind = "declined"
)

// FactKinds are those that a person records by hand.
func FactKinds() []FactKind {
	return []FactKind{FactFinished, FactReturned, FactConfirmed, FactCalled, FactEntered, FactChecked, FactSigned}
}

// ofForm are the kinds of facts about a form; all others are about what happens to its papers.
var ofForm = []FactKind{FactFinished, FactReturned, FactConfirmed, FactDenied, FactOverridden, FactCalled, FactEntered,
	FactChecked, FactSigned, FactDeclined}

// OfPapers says that a field is about what happens to the papers of a registration, or about its
// place among the attempts, and not about what stands in its form.
func OfPapers(field string) bool {
	kind, _, is := FactOf(field)
	return field == FieldAnswer || field == FieldAttempt || is && !slices.Contains(ofForm, kind)
}

// Fact is something that happened: on which day, entered by whom. A status is
// never stored, it follows from the facts.
type Fact struct {
	Kind FactKind `json:"kind"`
	// Of tells facts of one kind apart: the rule that was confirmed, the number of the
	// call.
	Of   string `json:"of,omitempty"`
	On   Date   `json:"on"`
	By   string `json:"by,omitempty"`
	Note string `json:"note,omitempty"`
	// Seen is the value that a confirmation is about: another value asks again. Of a call
	// it lists the rules that asked for it then: a later one asks for its own. Of what was
	// entered at the centre's site, and of a card that was checked or signed, it tells the
	// values apart from later ones.
	Seen string `json:"seen,omitempty"`
	// Means is what a state of the centre's service means, see [Meanings]; of what was sent the kind
	// of item; "" of other facts.
	Means string `json:"means,omitempty"`
	// Via is the code of the operator that carries what was posted, and the hash of the message by which
	// the centre has told what is a fact; "" where nobody said, and of what was entered by hand.
	Via string `json:"via,omitempty"`
	// Paper is what a paper that was signed says, cell by cell on a line each, and of a record that was
	// sent its text; "" of other facts.
	Paper string `json:"paper,omitempty"`
}

func (f *Fact) clone() *Fact {
	if f == nil {
		return nil
	}
	c := *f
	return &c
}

// Fact is the fact of a kind, nil when there is none.
func (r *Registration) Fact(kind FactKind, of string) *Fact {
	i := slices.IndexFunc(r.Facts, func(f Fact) bool { return f.Kind == kind && f.Of == of })
	if i < 0 {
		return nil
	}
	return &r.Facts[i]
}

// HasFact says that there is a fact of a kind, whatever it is of.
func (r *Registration) HasFact(kind FactKind) bool {
	return slices.ContainsFunc(r.Facts, func(f Fact) bool { return f.Kind == kind })
}

// ReturnedWith is the remark with which a form was given back, nil for one that was not, or is finished
// again since.
func (r *Registration) ReturnedWith() *Fact {
	if r.Fact(FactFinished, "") != nil {
		return nil
	}
	return r.Fact(FactReturned, "")
}

// Settles says that a person has confirmed what a finding asks, with the value that stands
// there now.
func (g *Graduate) Settles(f Finding) bool {
	if f.Severity != SeverityConfirm {
		return false
	}
	confirmed := g.Current().Fact(FactConfirmed, f.Doubt())
	return confirmed != nil && confirmed.Seen == g.Get(f.Field)
}
