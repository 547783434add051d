package photo

import (
	"cmp"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
)

type (
	// Question is as what a file is judged.
	Question = picture.Question
	// Judged is what the program says of a picture.
	Judged = data.Judged
	// Finding is what one rule says of a picture.
	Finding = data.PictureFinding
	// Zone is what the machine-readable zone of a document says.
	Zone = data.Zone
)

// Face is the kind of a picture that is a portrait.
const Face = campaign.PictureFace

// Pass is the verdict that finds nothing.
const Pass = data.PicturePass

// NotJudged is the verdict of a rule that could not look; its message says why.
const NotJudged = data.PictureNotJudged

// Crop is the part of a picture that is printed.
type Crop = data.Crop

// State says how the images of somebody stand, with what is to be done about them.
type State string

// One of the pictures cannot be taken, or one is to be looked at, or files are missing; or all
// is well, or none is needed (KG-017).
const (
	StateRefused   State = "blocked"
	StateWaits     State = "open"
	StateMissing   State = "missing"
	StateComplete        = State(data.ImagesComplete)
	StateNotNeeded       = State(data.ImagesNotNeeded)
)

// States are all, those in trouble first.
func States() []State {
	return []State{StateRefused, StateWaits, StateMissing, StateComplete, StateNotNeeded}
}

// StateOf says how the images stand of somebody who has these pictures.
func StateOf(images data.ImagesState, pictures []Shown) State {
	switch {
	case images != data.ImagesIncomplete:
		return State(images)
	case slices.ContainsFunc(pictures, Shown.Refused):
		return StateRefused
	case slices.ContainsFunc(pictures, Shown.Waits):
		return StateWaits
	}
	return StateMissing
}

// Refused says that a picture cannot be taken as it is: by a rule, or by somebody's answer.
func (s Shown) Refused() bool {
	return len(s.Blocked) > 0 || slices.ContainsFunc(s.Questions, func(q campaign.PictureQuestion) bool { return q.Answer != nil && Denies(q.Answer) })
}

// Waits says that a picture is to be judged or looked at, or that the form says something else than
// its zone.
func (s Shown) Waits() bool {
	return !s.Current || len(s.Differs) > 0 || slices.ContainsFunc(s.Questions, func(q campaign.PictureQuestion) bool { return q.Answer == nil })
}

// Denies says that an answer is no.
func Denies(answer *data.Fact) bool { return answer.Kind == data.FactDenied }

// JudgeFile says of the bytes of a file that belongs to nobody yet whether they are what a
// campaign asks, and of a document what its zone says, nil where none is read. Today is the
// reference day where the question has none and the campaign names none.
func JudgeFile(c *campaign.Campaign, content []byte, q Question, today data.Date) (*Judged, *Zone) {
	if q.Reference == "" {
		q.Reference = picture.Reference(c, today)
	}
	judged := picture.Judge(c, content, q)
	looked := q.Kind == campaign.PicturePassport && q.Reference != ""
	if q.Kind == campaign.PictureFace || looked || slices.ContainsFunc(judged.Findings, stops) {
		return judged, judged.Zone
	}
	return judged, picture.Zone(content, 0, cmp.Or(q.Reference, today))
}

func stops(f Finding) bool { return f.Verdict == data.PictureStop }
