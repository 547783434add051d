// Package exchange is the desk for the messages between the school and its centre: what would be
// sent of whom, the files for the centre, and what the centre's files change here. «Sent» and
// «received» are two facts: the first follows from an export, the second from a receipt alone.
package exchange

import (
	"context"
	"fmt"
	"time"

	"graduand/data"
	"graduand/data/exchange"
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
	Centre, Own string
	// Sent is the last sequence that the school has used, Accepted the last one that the centre says
	// it has taken over.
	Sent, Accepted int
	// Waiting are the messages that no receipt has answered, oldest first.
	Waiting []Passed
}

// Passed is a message between school and centre, as the history has it.
type Passed = registry.Passed

// State tells it.
func (d *Desk) State() (State, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (State, error) {
		c, err := correspondenceOf(v)
		if err != nil || c == nil {
			return State{}, err
		}
		return State{Enrolled: true, Code: c.Code, Centre: c.centre().Fingerprint(), Own: c.own().Keys().Fingerprint(),
			Sent: c.sent, Accepted: c.accepted, Waiting: c.waiting()}, nil
	})
}

// History are all messages, the newest first.
func (d *Desk) History(_ context.Context) ([]Passed, error) {
	return registry.Read(d.registry, registry.RightHistory, func(v *registry.View) (all []Passed, err error) {
		for i := len(v.Passed()) - 1; i >= 0; i-- {
			all = append(all, v.Passed()[i])
		}
		return all, nil
	})
}

// correspondence is what follows from the keys and from the messages so far.
type correspondence struct {
	*registry.Enrolled
	identities []*exchange.Identity
	passed     []Passed
	// branch is that of the next message.
	branch string
	// sent and accepted are sequences of the school, lastHash that of its last message on the branch;
	// heard is the last message of the centre.
	sent, accepted int
	lastHash       string
	heard          *Passed
}

// correspondenceOf gives nil where no centre has enrolled the school.
func correspondenceOf(v *registry.View) (*correspondence, error) {
	e, err := v.Enrolled()
	if err != nil || e == nil {
		return nil, err
	}
	c := &correspondence{Enrolled: e, passed: v.Passed(), branch: v.Branch()}
	if e.Anew > 0 {
		c.branch = fmt.Sprintf("%s-%d", c.branch, e.Anew)
	}
	for _, keys := range e.Own {
		id, err := exchange.ParseIdentity(keys.Secret, keys.Signing)
		if err != nil {
			return nil, err
		}
		c.identities = append(c.identities, id)
	}
	if len(c.identities) == 0 || len(e.Centre) == 0 {
		return nil, data.Fail("registry.damaged", nil)
	}
	c.count()
	return c, nil
}

// count finds the sequences in what has passed.
func (c *correspondence) count() {
	for i := range c.passed {
		p := &c.passed[i]
		switch {
		case p.Sent && p.Sequence > c.sent:
			c.sent, c.lastHash = p.Sequence, p.Hash
		case !p.Sent && p.Sequence > 0:
			c.heard = p
		}
		c.accepted = max(c.accepted, p.Accepted)
	}
}

// centre are the keys that are written to.
func (c *correspondence) centre() exchange.Keys { return exchange.Keys(c.Centre[0]) }

// own is what the school signs with: while new keys are not known to the centre, those before.
func (c *correspondence) own() *exchange.Identity {
	if c.Offered && len(c.identities) > 1 {
		return c.identities[1]
	}
	return c.identities[0]
}

// waiting are the messages of the branch that no receipt has answered.
func (c *correspondence) waiting() (all []Passed) {
	answered := map[string]bool{}
	for _, p := range c.passed {
		answered[p.Answers] = answered[p.Answers] || !p.Sent && p.Answers != ""
	}
	for _, p := range c.passed {
		if p.Sent && p.Branch == c.branch && !answered[p.ID] {
			all = append(all, p)
		}
	}
	return all
}

// Outgoing is what would be sent now.
type Outgoing struct {
	// Full says that everybody is sent: nothing was sent on this branch of the registry yet.
	Full bool
	Rows []Row
	// Octets is how large the photos and scans are that go along, Files how many.
	Files  int
	Octets int64
}

// Row is what would be sent of one person. Of somebody with nothing new Action is "" and Why nil.
type Row struct {
	Graduate *data.Graduate
	// Action is what the centre would be asked for: [exchange.ActionAdd], [exchange.ActionChange],
	// [exchange.ActionWithdraw].
	Action string
	// Changes are the fields that differ from what was sent last.
	Changes []registry.FieldChange
	// Reason says why somebody is withdrawn.
	Reason string
	// Why is why somebody does not go, nil for who does and who has nothing new.
	Why *data.Phrase
	// Acknowledged is what the centre says of the last record, nil while it has said nothing.
	Acknowledged *data.Fact
}

// Sent is what an export has written.
type Sent struct {
	Paths    []string
	Messages []data.Message
}

// Incoming is a message of the centre that was looked at.
type Incoming struct {
	Message data.Message
	At      time.Time
}

// Received is what a message of the centre has changed.
type Received struct{ Changed int }
