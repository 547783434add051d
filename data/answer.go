package data

import (
	"encoding/json"
	"slices"
)

// AnswerState is what the centre has decided of a registration.
type AnswerState string

// The two answers there are (UA-087).
const (
	AnswerRegistered AnswerState = "registered"
	AnswerRefused    AnswerState = "refused"
)

// Answer is the centre's decision. The PIN of a certificate is neither asked nor kept (UA-080).
type Answer struct {
	State AnswerState `json:"state"`
	// On is the day of the decision: of the notice, or of the minutes of a refusal.
	On Date `json:"on,omitempty"`
	// Added is when and by whom it was entered.
	Added Fact `json:"added"`
	// Certificate is the number of the certificate of who is registered.
	Certificate string `json:"certificate,omitempty"`
	// Minutes is the number of the minutes of a refusal (UA-097), Reasons the codes of its reasons.
	Minutes string   `json:"minutes,omitempty"`
	Reasons []string `json:"reasons,omitempty"`
	// Returned are the papers of the kit that came back, Kept those that stay at the centre, by
	// their codes (UA-096…101).
	Returned []string `json:"returned,omitempty"`
	Kept     []string `json:"kept,omitempty"`
	// Tracking is the number of the letter that brought it (UA-095), Came the day it came.
	Tracking string `json:"tracking,omitempty"`
	Came     Date   `json:"came,omitempty"`
}

func (a *Answer) clone() *Answer {
	if a == nil {
		return nil
	}
	c := *a
	c.Reasons, c.Returned, c.Kept = slices.Clone(a.Reasons), slices.Clone(a.Returned), slices.Clone(a.Kept)
	return &c
}

// What a state of the centre's service means for the road; the states are campaign data (UA-149).
const (
	MeansReceived   = "received"
	MeansProcessing = "processing"
	MeansRegistered = "registered"
	MeansRefused    = "refused"
)

// Meanings are all of them.
func Meanings() []string {
	return []string{MeansReceived, MeansProcessing, MeansRegistered, MeansRefused}
}

// AnswerState is the centre's answer; where none is entered, what was seen of it on the centre's
// site (UA-078), which is no receipt: see [Registration.AnswerSeen].
func (r *Registration) AnswerState() AnswerState {
	switch {
	case r.Answer != nil:
		return r.Answer.State
	case r.seenAt() == MeansRegistered:
		return AnswerRegistered
	case r.seenAt() == MeansRefused:
		return AnswerRefused
	}
	return ""
}

// AnswerSeen says that the answer is known from the centre's site alone.
func (r *Registration) AnswerSeen() bool { return r.Answer == nil && r.AnswerState() != "" }

// Refused says that the centre has refused the registration.
func (r *Registration) Refused() bool { return r.AnswerState() == AnswerRefused }

// seenAt is what the state means that was seen last on the centre's site, "" for none.
func (r *Registration) seenAt() string {
	if f := r.Fact(FactSeen, ""); f != nil {
		return f.Means
	}
	return ""
}

// How an appeal can end, as the fact [FactAppealDecided] has seen it (UA-106).
const (
	AppealGranted   = "granted"
	AppealDismissed = "dismissed"
)

// AppealGranted says that the centre is to answer anew: an appeal against its refusal was granted.
func (r *Registration) AppealGranted() bool {
	f := r.Fact(FactAppealDecided, "")
	return r.Refused() && f != nil && f.Seen == AppealGranted
}

// SeenDiffers says that the centre's site shows another answer than the one that was entered: what
// was entered counts, and the difference is shown (UA-079).
func (r *Registration) SeenDiffers() bool {
	seen := r.seenAt()
	return r.Answer != nil && (seen == MeansRegistered || seen == MeansRefused) && seen != string(r.Answer.State)
}

// FieldAnswer is the field code of the centre's answer, whose value is JSON.
const FieldAnswer = "answer"

// SetAnswer writes the centre's answer to the current registration.
func (g *Graduate) SetAnswer(a Answer) { g.Set(FieldAnswer, asJSON(a)) }

// DropFact takes a fact of the current registration away.
func (g *Graduate) DropFact(kind FactKind, of string) { g.Set(FactField(kind, of), "") }

func (g *Graduate) answerText() string {
	if a := g.Current().Answer; a != nil {
		return asJSON(a)
	}
	return ""
}

func (g *Graduate) setAnswer(text string) {
	var a Answer
	switch {
	case text == "":
		g.Current().Answer = nil
	case json.Unmarshal([]byte(text), &a) == nil:
		g.Current().Answer = &a
	}
}
