package prooftest

import (
	"slices"
	"testing"
	"time"
)

func TestRivalsTakeTurns(t *testing.T) {
	var order []string
	rival := func(name string, took ...time.Duration) func() time.Duration {
		return func() time.Duration {
			order = append(order, name)
			now := took[0]
			took = took[1:]
			return now
		}
	}
	// The second turn fell into somebody else's work, which made both slow.
	turns := InTurn(t, 3, rival("ours", 1*time.Second, 9*time.Second, 2*time.Second), rival("other", 3*time.Second, 27*time.Second, 8*time.Second))
	if want := []string{"ours", "other", "ours", "other", "ours", "other"}; !slices.Equal(order, want) {
		t.Errorf("the order was %v", order)
	}
	if turns.Seconds(0) != 2 || turns.Seconds(1) != 8 || turns.Times(1, 0) != 3 {
		t.Errorf("seconds %v and %v, times %v", turns.Seconds(0), turns.Seconds(1), turns.Times(1, 0))
	}
	if left := turns.Without(0, 1); left.Seconds(1) != 6 || left.Seconds(0) != 2 || turns.Seconds(1) != 8 {
		t.Errorf("without the first there are %v left of the second", left.Seconds(1))
	}
}
