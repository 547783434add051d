package exchange

import (
	"slices"

	"filippo.io/age"

	"graduand/data"
)

// Format is the newest format of messages that this program reads, and the one that it writes.
const Format = 1

// Type says what a message is.
type Type string

// The types of messages: the first four come from the centre, the next two from a school, then what
// answers them, and last the way of who has lost every password (KG-007).
const (
	// TypeCampaign brings the rules of the season, or a newer edition of them.
	TypeCampaign Type = "campaign"
	// TypeEnrolment opens the cabinet of a responsible: school, phone, name, first password (KG-005, KG-006).
	TypeEnrolment Type = "enrolment"
	// TypeReceipt says of each record of one message whether the centre has taken it.
	TypeReceipt Type = "receipt"
	// TypeStatus says what the centre has decided since.
	TypeStatus Type = "status"

	// TypeEntries holds everybody who is sent for the first time on a branch.
	TypeEntries Type = "entries"
	// TypeAmendments holds only who is new, changed or withdrawn since.
	TypeAmendments Type = "amendments"

	TypeRecoveryRequest Type = "recovery-request"
	TypeRecovery        Type = "recovery"
	// TypeNote is what a centre writes to itself, so that everything it knows lies in messages: a
	// school enrolled, decisions taken, paper cards that have come.
	TypeNote Type = "note"
)

// Types are all of them.
func Types() []Type {
	return []Type{TypeCampaign, TypeEnrolment, TypeReceipt, TypeStatus, TypeEntries, TypeAmendments, TypeRecoveryRequest, TypeRecovery, TypeNote}
}

// TextID is the id of its name in data/text.
func (t Type) TextID() string {
	if t == TypeRecoveryRequest {
		return "message.type.recovery_request"
	}
	return "message.type." + string(t)
}

// FromSchool says that a school writes messages of this type.
func (t Type) FromSchool() bool {
	return slices.Contains([]Type{TypeEntries, TypeAmendments, TypeRecoveryRequest}, t)
}

// needsCampaign says that a message of this type brings a campaign file, mayBringCampaign that it can.
func (t Type) needsCampaign() bool { return t == TypeCampaign }

func (t Type) mayBringCampaign() bool { return t == TypeCampaign || t == TypeEnrolment }

// Envelope is data/message.json: who says it to whom, and which one it is among the sender's.
type Envelope struct {
	Format int  `json:"format"`
	Type   Type `json:"type"`
	// ID is random, 32 hexadecimal digits.
	ID string `json:"id"`
	// Created is the instant by the sender's clock, RFC 3339 in UTC with whole seconds.
	Created string `json:"created"`
	// Program is the version of the sender's program.
	Program string `json:"program"`
	// Campaign is the id of the campaign, Revision that of the sender's edition of it.
	Campaign string `json:"campaign"`
	Revision int    `json:"revision,omitempty"`
	// School is the code under which the centre has enrolled the school.
	School string `json:"school"`
	// Branch is that of the school's registry: another one after a restore from a backup.
	Branch string `json:"branch,omitempty"`
	// Sequence counts the sender's messages to this receiver in this campaign, from 1, on and on
	// through all branches; Previous is the hash of the one before, "" of the first. Both are absent
	// from what stands outside the sequence: a recovery and its request.
	Sequence int    `json:"sequence,omitempty"`
	Previous string `json:"previous,omitempty"`
	// To is the fingerprint of the receiver's keys ([Keys.Fingerprint]), so that nobody can hand on a
	// message as if it were meant for another; "" where the receiver has no keys yet.
	To string `json:"to,omitempty"`
	// From are the sender's keys, Next those that hold from the next message on.
	From Keys  `json:"from"`
	Next *Keys `json:"next,omitempty"`
	// Anchor is the head of the school's history, which comes back in the receipt.
	Anchor string `json:"anchor,omitempty"`
	// Answers is the message that this one answers.
	Answers *Reference `json:"answers,omitempty"`
	// Accepted is the last sequence that the centre has taken over from the school.
	Accepted int `json:"accepted,omitempty"`
	// Confirmed is, in a note, the fingerprint of a school's keys that somebody of the centre has
	// compared with the one on paper.
	Confirmed string `json:"confirmed,omitempty"`
	// Expected is, in an enrolment or in a later note, how many graduates the school has promised to send.
	Expected int `json:"expected,omitempty"`

	Sender    *data.School `json:"sender,omitempty"`
	Enrolment *Enrolment   `json:"enrolment,omitempty"`
	Request   *Request     `json:"request,omitempty"`
	Recovery  *Recovery    `json:"recovery,omitempty"`
}

// checkKeys refuses keys that are none, with message.bad_key.
func (e *Envelope) checkKeys() error {
	all, recipients := []Keys{e.From}, []string{}
	if e.Next != nil {
		all = append(all, *e.Next)
	}
	if e.Enrolment != nil {
		all, recipients = append(all, e.Enrolment.Centre), append(recipients, e.Enrolment.Recovery)
	}
	if e.Request != nil {
		recipients = append(recipients, e.Request.Reply)
	}
	for _, keys := range all {
		if err := keys.check(); err != nil {
			return err
		}
	}
	for _, one := range recipients {
		if _, err := age.ParseX25519Recipient(one); one != "" && err != nil {
			return data.FailWith(err, "message.bad_key", nil)
		}
	}
	return nil
}

// Reference names another message.
type Reference struct {
	ID       string `json:"id"`
	Sequence int    `json:"sequence,omitempty"`
	// Hash is that of the message.
	Hash string `json:"hash"`
}

// Enrolment opens the cabinet of a responsible (KG-005). Password is the first one, which the
// responsible changes; Site is the link to the centre's platform (KG-006).
type Enrolment struct {
	School     data.School `json:"school"`
	Phone      string      `json:"phone"`
	Surname    string      `json:"surname"`
	GivenName  string      `json:"given_name"`
	Patronymic string      `json:"patronymic,omitempty"`
	Password   string      `json:"password"`
	Site       string      `json:"site,omitempty"`
	// Centre are the keys of the centre that entries go to, Recovery the recipient (age1…) that can
	// give a lost registry back: that of a district may be another than the national one.
	Centre   Keys   `json:"centre"`
	Recovery string `json:"recovery,omitempty"`
}

// Request asks a centre for the key of a registry of which every password is lost. It carries the
// school key as the registry keeps it, sealed to the centre's recovery key, and never the registry.
type Request struct {
	// Registry is the id of the registry, Phone who asks.
	Registry string `json:"registry"`
	Phone    string `json:"phone"`
	// Escrow is the sealed school key, an age file in base64.
	Escrow string `json:"escrow"`
	// Reply is the recipient (age1…) to which the answer is sealed; it lives for this one request.
	Reply string `json:"reply"`
}

// Recovery is the answer to a [Request]: the school key, for the one who asked.
type Recovery struct {
	Registry string `json:"registry"`
	// Key is the school key, sealed once more as in the request, to its recipient alone: an age file in
	// base64. The message is sealed to that recipient too.
	Key string `json:"key"`
}
