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
// since the last At of this Backoff (by the monotonic clock; 0 after a start). A
// clock set back gains nothing: time goes on from the latest moment seen, by as much
// as the program has run. For the same reason a clock set back after it had been far
// ahead keeps nobody out longer than the wait itself, with the program running.
func (b Backoff) At(now time.Time, ran time.Duration) Backoff {
	b.Seen = b.Seen.Add(max(ran, 0))
	if now = now.UTC().Round(0); now.After(b.Seen) {
		b.Seen = now
	}
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
