package vault

import "time"

// How long a person at the keyboard waits after wrong passwords.
const (
	freeTries = 5
	firstWait = 30 * time.Second
	longest   = 15 * time.Minute
)

// Backoff counts the failed sign-ins of one registry and says how long the next has
// to wait. It stops a person at the keyboard only; who has the file is stopped by the
// price of a guess. It is a value: store it after every change. The zero Backoff is
// that of a new registry.
type Backoff struct {
	// Failures in a row.
	Failures int `json:"failures"`
	// Last is when the last of them happened, Seen the latest moment known, both in
	// UTC and by the reckoning of [Backoff.At].
	Last time.Time `json:"last"`
	Seen time.Time `json:"seen"`
}

// At moves the Backoff on to the clock's now. The program says how long it has run
// since the last At of this Backoff (by the monotonic clock; 0 after a start). A clock
// that stands before the latest moment seen was wrong then or is wrong now: the wait
// begins anew by the present clock, less what the program itself has waited, so that a
// wrong clock keeps nobody out longer than the wait, and setting it back gains nothing.
func (b Backoff) At(now time.Time, ran time.Duration) Backoff {
	now, ran = now.UTC().Round(0), max(ran, 0)
	// Whoever may write in the file can have written what never was.
	b.Failures = max(b.Failures, 0)
	if b.Last.After(b.Seen) {
		b.Last = b.Seen
	}
	if waited := b.Seen.Add(ran); now.Before(waited) {
		passed := max(waited.Sub(b.Last), 0)
		b.Last, b.Seen = now.Add(-passed), now
		return b
	}
	b.Seen = now
	return b
}

// Failed counts a wrong password at the moment seen last.
func (b Backoff) Failed() Backoff {
	b.Failures++
	b.Last = b.Seen
	return b
}

// Passed forgets the failures after a right password.
func (b Backoff) Passed() Backoff { return Backoff{Seen: b.Seen} }

// Wait is how long from the moment seen last no password is to be tried: nothing
// during the first five failures, then 30 s, doubled by each further failure up to
// 15 min.
func (b Backoff) Wait() time.Duration {
	passed := max(b.Seen.Sub(b.Last), 0)
	return max(pause(b.Failures)-passed, 0)
}

func pause(failures int) time.Duration {
	if failures < freeTries {
		return 0
	}
	wait := firstWait
	for range min(failures-freeTries, 10) {
		wait *= 2
	}
	return min(wait, longest)
}
