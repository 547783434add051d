package exchange

import (
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// correspondence is what follows from the keys and from the messages so far.
type correspondence struct {
	*registry.Enrolled
	identities []*exchange.Identity
	// passed are the messages between the school and its present centre.
	passed []Passed
	// registry is the branch of the registry, branch that of the next message; onIt are the messages on
	// it by their ids, last the last of them, nil for none.
	registry, branch string

	onIt map[string]bool
	last *Passed
	// accepted is the last sequence that the centre says it has taken over.
	accepted int
	// renewed says that the keys are to be kept with the next message: they are told the centre by it,
	// or the branch has begun with it.
	renewed bool
	// interrupted says that the program was stopped while it wrote the last message: see [registry.Writing].
	interrupted bool
}

// correspondenceOf gives nil where no centre has enrolled the school.
func correspondenceOf(v *registry.View) (*correspondence, error) {
	e, err := v.Enrolled()
	if err != nil || e == nil {
		return nil, err
	}
	c := &correspondence{Enrolled: e, passed: since(v.Passed(), e.Began), renewed: e.Offered}
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
	c.follow(v.Branch())
	return c, nil
}

// since are the messages from the enrolment of a hash on, of which the last counts where a school has come
// back to a centre; all where there is none such.
func since(all []Passed, began string) []Passed {
	for i := len(all) - 1; i >= 0; i-- {
		if began != "" && all[i].Hash == began {
			return all[i:]
		}
	}
	return all
}

// follow finds what has passed on the branch of a registry, and what the centre says of it. A branch whose
// last message may have gone, though nothing is noted of it, is over: another one begins.
func (c *correspondence) follow(registry string) {
	c.registry, c.branch, c.onIt, c.last = registry, registry, map[string]bool{}, nil
	if c.Anew > 0 {
		c.branch = fmt.Sprintf("%s-%d", registry, c.Anew)
	}
	for i := range c.passed {
		p := &c.passed[i]
		if p.Sent && p.Branch == c.branch {
			c.onIt[p.ID], c.last = true, p
		}
		c.accepted = max(c.accepted, p.Accepted)
	}
	if c.Writing != nil && c.Writing.Branch == c.branch {
		c.interrupted = true
		c.begin()
	}
}

// begin begins another branch, on which nothing was sent yet.
func (c *correspondence) begin() {
	c.Enrolled = c.Clone()
	c.Anew++
	// What was lost may be the message that told the centre new keys.
	c.Offered = c.Offered || c.Told > c.accepted && len(c.identities) > 1
	c.renewed = true
	c.follow(c.registry)
}

// anew says that something was sent, and nothing on this branch.
func (c *correspondence) anew() bool {
	return c.last == nil && slices.ContainsFunc(c.passed, func(p Passed) bool { return p.Sent })
}

// mustBeEnrolled is [correspondenceOf] for what cannot be done before: exchange.not_enrolled.
func mustBeEnrolled(v *registry.View) (*correspondence, error) {
	c, err := correspondenceOf(v)
	if err == nil && c == nil {
		err = data.Fail("exchange.not_enrolled", nil)
	}
	return c, err
}

// next are number and forerunner of the next message. The first one on a branch goes on behind what
// the centre has said that it has, and names none before it: a registry from a backup remembers none.
func (c *correspondence) next() (sequence int, previous string) {
	if c.last == nil {
		return c.accepted + 1, ""
	}
	return c.last.Sequence + 1, c.last.Hash
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

// offered are new keys that the next message tells the centre, nil for none.
func (c *correspondence) offered() *exchange.Keys {
	if !c.Offered {
		return nil
	}
	keys := c.identities[0].Keys()
	return &keys
}

// waiting are the messages of the branch that no receipt has answered.
func (c *correspondence) waiting() (all []Passed) {
	answered := map[string]bool{}
	for _, p := range c.passed {
		if !p.Sent {
			answered[p.Answers] = true
		}
	}
	for _, p := range c.passed {
		if c.onIt[p.ID] && !answered[p.ID] {
			all = append(all, p)
		}
	}
	return all
}

// files are the SHA-256 of the photos and scans that records of this branch have brought.
func (c *correspondence) files(v *registry.View) map[string]bool {
	sent := map[string]bool{}
	for _, g := range v.Everybody() {
		for i := range g.Registrations {
			f := g.Registrations[i].Fact(data.FactSubmitted, "")
			if f == nil || !c.onIt[f.Seen] {
				continue
			}
			if r, err := exchange.ParseRecord(f.Paper); err == nil {
				for _, d := range r.Documents {
					sent[d.SHA256] = true
				}
			}
		}
	}
	return sent
}
