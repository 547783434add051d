package photo

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

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
