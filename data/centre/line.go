package centre

import (
	"graduand/data"
	"graduand/data/exchange"
)

// line is how far the messages of a school have been taken over.
type line struct {
	// branch, sequence and head (a hash) are those of the last message; accepted is the highest number
	// ever taken over, which is higher than sequence while a restored registry has not caught up.
	branch   string
	sequence int
	head     string
	accepted int
}

// step is what becomes of a message now.
type step int

const (
	takeOver step = iota + 1
	// wait for those before it.
	wait
	refuse
)

// judge says what becomes of a message that was not taken over before. former says that its branch was
// the school's before another one, taken that another message of this number on its branch was taken
// over. What waits and what is refused has a reason:
//
//	message.gap           messages before it have not come yet
//	message.conflict      another message has its number
//	message.replay        it is older than the last one, and is none that was taken over
//	message.fork          it goes on from another message than the last one
//	centre.former_branch  a registry that was restored from a backup has spoken since
func (l line) judge(e *exchange.Envelope, former, taken bool) (step, error) {
	args := data.Args{"sequence": e.Sequence, "expected": l.sequence + 1}
	next := l.accepted + 1
	switch {
	case l.branch == e.Branch && e.Previous == l.head && (e.Sequence == l.sequence+1 || e.Sequence == next):
		return takeOver, nil
	case l.branch == e.Branch && e.Sequence == l.sequence+1:
		return refuse, data.Fail("message.fork", args)
	case taken:
		return refuse, data.Fail("message.conflict", args)
	case former:
		return refuse, data.Fail("centre.former_branch", args)
	case l.branch == e.Branch && e.Sequence <= l.sequence:
		return refuse, data.Fail("message.replay", args)
	case l.branch != e.Branch && e.Type == exchange.TypeEntries && e.Sequence <= next:
		return takeOver, nil
	}
	return wait, data.Fail("message.gap", args)
}

// after is the line when a message was taken over.
func (l line) after(e *exchange.Envelope, hash string) line {
	return line{branch: e.Branch, sequence: e.Sequence, head: hash, accepted: max(l.accepted, e.Sequence)}
}
