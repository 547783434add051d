package frame

import (
	"slices"
	"time"
)

// burst is what somebody types without a pause, over the things that lay over the page at its
// last letter, the front one last.
type burst[Over comparable] struct {
	over []Over
	last time.Time
}

// pauseOfTyping is how long somebody who types on at most looks up from the keys.
const pauseOfTyping = 700 * time.Millisecond

// misplaced tells whether a letter typed now was meant for what has gone while it was being
// typed into: the field behind it would take what nobody means for it, and save it.
func (b *burst[Over]) misplaced(over []Over, now time.Time) bool {
	lies := len(over)
	if lies < len(b.over) && slices.Equal(over, b.over[:lies]) && now.Sub(b.last) < pauseOfTyping {
		b.last = now
		return true
	}
	b.over, b.last = slices.Clone(over), now
	return false
}
