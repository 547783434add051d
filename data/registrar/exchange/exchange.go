// Package exchange is the desk for the messages between the school and its centre: what would be
// sent of whom, the files for the centre, and what the centre's files change here. «Sent» and
// «received» are two facts: the first follows from an export, the second from a receipt alone.
package exchange

import (
	"context"
	"slices"

	"graduand/data/registry"
)

// Desk answers for the messages of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged, registry.HistoryGrew}

// State is how the exchange of a school with its centre stands.
type State struct {
	// Enrolled says that the centre has given the school its code; nothing can be sent before.
	Enrolled bool
	Code     string
	// Centre and Own are the fingerprints of the keys: what people compare aloud and on paper.
	// Next is that of new keys of the school, which its next message tells the centre; "" for none.
	Centre, Own, Next string
	// Sent is the sequence of the last message on this branch of the registry, 0 before the first;
	// Accepted is the last one that the centre says it has taken over.
	Sent, Accepted int
	// Anew says that the next message sends everybody once more, since the registry comes from a backup.
	// Interrupted says so since the program was stopped while it wrote a message: nobody knows whether
	// its file has gone to the centre.
	Anew, Interrupted bool
	// Waiting are the messages that no receipt has answered, oldest first.
	Waiting []Passed
}

// Passed is a message between school and centre, as the history has it.
type Passed = registry.Passed

// WhyAnew is the sentence about why the next message sends everybody once more, "" where it does not.
func (s State) WhyAnew() string {
	switch {
	case s.Interrupted:
		return "exchange.anew_interrupted"
	case s.Anew:
		return "exchange.anew_restored"
	}
	return ""
}

// State tells it.
func (d *Desk) State() (State, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (State, error) {
		c, err := correspondenceOf(v)
		if err != nil || c == nil {
			return State{}, err
		}
		s := State{Enrolled: true, Code: c.Code, Centre: c.centre().Fingerprint(), Own: c.own().Keys().Fingerprint(), Accepted: c.accepted, Anew: c.anew(), Interrupted: c.interrupted, Waiting: c.waiting()}
		if c.last != nil {
			s.Sent = c.last.Sequence
		}
		if next := c.offered(); next != nil {
			s.Next = next.Fingerprint()
		}
		return s, nil
	})
}

// History are all messages, the newest first.
func (d *Desk) History(_ context.Context) ([]Passed, error) {
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) ([]Passed, error) {
		all := slices.Clone(v.Passed())
		slices.Reverse(all)
		return all, nil
	})
}
