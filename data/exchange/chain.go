package exchange

import (
	"slices"

	"graduand/data"
)

// Chain is what a receiver has taken over from one sender in one campaign, as far as the order of
// messages goes. A receiver that has taken over nothing has the zero Chain.
type Chain struct {
	// Branch is that of the last message, Sequence its number, Hash its hash.
	Branch   string
	Sequence int
	Hash     string
	// Highest is the highest number ever taken over. It is above Sequence, or 0, while a registry that
	// was restored from an old backup has not caught up; the sender may go on from either.
	Highest int
	// Program is the version of the program that made it, Revision that of the edition of the campaign by
	// which it was made; Former are the branches before, which are over.
	Program  string
	Revision int
	Former   []string
}

// Place is where a message stands in a [Chain].
type Place int

const (
	// PlaceNext is the message that is awaited.
	PlaceNext Place = iota + 1
	// PlaceAgain was taken over before: the same answer is given again, and nothing changes.
	PlaceAgain
	// PlaceNewBranch begins another branch with full entries: the sender's registry was restored from
	// a backup, and may know less than what it has sent. Or it is the receipt for such entries: the
	// registry has not heard what the centre said since, and the centre says all that holds anew.
	PlaceNewBranch
)

// Place says where a message stands behind those that were taken over; known says of a hash whether
// that message is among them. Refusals:
//
//	message.gap       messages before it have not come: it waits for them
//	message.conflict  another message has its number
//	message.replay    it is older than the last one, and is none that was taken over
//	message.fork      it follows another message than the last one, or is of a branch that is over
//	message.downgrade an older program has made it than the last one, or by an older edition of the
//	                  campaign: on a new branch that may be, a backup knows the former edition
func (c Chain) Place(e *Envelope, hash string, known func(hash string) bool) (Place, error) {
	next, last := c.Sequence+1, max(c.Sequence, c.Highest)+1
	args := data.Args{"sequence": e.Sequence, "expected": next}
	newBranch := c.Sequence > 0 && e.Branch != c.Branch
	begins := e.Type == TypeReceipt && e.Sequence > c.Sequence && e.Previous == ""
	switch {
	case known(hash):
		return PlaceAgain, nil
	case slices.Contains(c.Former, e.Branch):
		return 0, data.Fail("message.fork", args)
	case begins && !c.older(e):
		return PlaceNewBranch, nil
	case !begins && (e.Sequence > last || (newBranch || c.Sequence == 0) && e.Type == TypeAmendments):
		return 0, data.Fail("message.gap", args)
	case newBranch && data.OlderVersion(e.Program, c.Program), !newBranch && e.Sequence > c.Sequence && c.older(e):
		return 0, data.Fail("message.downgrade", nil)
	case newBranch:
		return PlaceNewBranch, nil
	case e.Sequence == c.Sequence:
		return 0, data.Fail("message.conflict", args)
	case e.Sequence < c.Sequence:
		return 0, data.Fail("message.replay", args)
	case e.Previous == c.Hash && (e.Sequence == next || e.Sequence == last):
		return PlaceNext, nil
	case e.Sequence == next:
		return 0, data.Fail("message.fork", args)
	}
	return 0, data.Fail("message.gap", args)
}

// older says that an older program than the last one has made a message, or one with an older edition
// of the campaign.
func (c Chain) older(e *Envelope) bool {
	return data.OlderVersion(e.Program, c.Program) || e.Revision > 0 && e.Revision < c.Revision
}

// Advance is the chain when a message was taken over. A new branch goes on from its own number, which
// may be lower than the last one of the branch before.
func (c Chain) Advance(e *Envelope, hash string) Chain {
	former := c.Former
	if c.Sequence > 0 && e.Branch != c.Branch {
		former = append(slices.Clone(former), c.Branch)
	}
	return Chain{Branch: e.Branch, Sequence: e.Sequence, Hash: hash, Highest: max(c.Highest, c.Sequence, e.Sequence), Program: e.Program, Revision: e.Revision, Former: former}
}

// Fits says that a message is of a campaign and a school: message.wrong_campaign, message.other_school.
func (e *Envelope) Fits(campaign, school string) error {
	switch {
	case e.Campaign != campaign:
		return data.Fail("message.wrong_campaign", nil)
	case e.School != school:
		return data.Fail("message.other_school", nil)
	}
	return nil
}
