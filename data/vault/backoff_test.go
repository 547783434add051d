package vault

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"
)

var noon = time.Date(2021, 3, 1, 12, 0, 0, 0, time.UTC)

func failedTimes(n int) Backoff {
	b := Backoff{}.At(noon, 0)
	for range n {
		b = b.Failed()
	}
	return b
}

func TestKG010Wait(t *testing.T) {
	for failures, want := range map[int]time.Duration{
		0: 0, 1: 0, 4: 0,
		5: 30 * time.Second, 6: time.Minute, 7: 2 * time.Minute, 8: 4 * time.Minute, 9: 8 * time.Minute,
		10: 15 * time.Minute, 11: 15 * time.Minute, 1_000_000: 15 * time.Minute,
	} {
		b := Backoff{Failures: failures, Last: noon, Seen: noon}
		if got := b.Wait(); got != want {
			t.Errorf("%d failures: wait %v, want %v", failures, got, want)
		}
	}
}

func TestKG010WaitPasses(t *testing.T) {
	b := failedTimes(5)
	for passed, want := range map[time.Duration]time.Duration{
		0: 30 * time.Second, 29 * time.Second: time.Second, 30 * time.Second: 0, 24 * time.Hour: 0,
	} {
		if got := b.At(noon.Add(passed), passed).Wait(); got != want {
			t.Errorf("after %v: wait %v, want %v", passed, got, want)
		}
	}
	later := b.At(noon.Add(time.Hour), time.Hour)
	if got := later.Failed().Wait(); got != time.Minute {
		t.Errorf("after one more failure: %v", got)
	}
	if got := later.Passed(); got.Wait() != 0 || got.Failed().Wait() != 0 || !got.Seen.Equal(later.Seen) {
		t.Errorf("after a right password: %+v", got)
	}
}

func TestKG010ClockSetBackDoesNotHelp(t *testing.T) {
	b := failedTimes(6)
	for _, back := range []time.Duration{time.Second, time.Hour, 20 * 365 * 24 * time.Hour} {
		if got := b.At(noon.Add(-back), 0).Wait(); got != time.Minute {
			t.Errorf("clock back by %v: wait %v", back, got)
		}
		if got := b.At(noon.Add(-back), -time.Hour).Wait(); got != time.Minute {
			t.Errorf("clock back by %v, run backwards: wait %v", back, got)
		}
		if got := b.At(noon.Add(-back), 20*time.Second).Wait(); got != 40*time.Second {
			t.Errorf("clock back by %v while the program ran 20 s: wait %v", back, got)
		}
	}
}

// A clock that was years ahead when somebody failed must not lock the school out.
func TestKG010ClockOnceAheadLocksNobodyOut(t *testing.T) {
	b := Backoff{Failures: 4}.At(noon.AddDate(70, 0, 0), 0).Failed()
	b = b.At(noon, 0) // stored, as the sign-in does
	if got := b.Wait(); got != 30*time.Second {
		t.Fatalf("wait %v", got)
	}
	if got := b.At(noon.Add(30*time.Second), 0).Wait(); got != 0 {
		t.Errorf("30 s later, in another run of the program: wait %v", got)
	}
}

func TestKG010BackoffIsStored(t *testing.T) {
	b := failedTimes(7).At(time.Now().In(time.FixedZone("+06", 6*3600)), 0)
	var read Backoff
	if err := json.Unmarshal(must(json.Marshal(b))(t), &read); err != nil {
		t.Fatal(err)
	}
	if read != b {
		t.Errorf("stored %+v, read %+v", b, read)
	}
	forged := Backoff{Failures: 1 << 40, Last: noon.AddDate(7000, 0, 0)}
	if got := forged.Wait(); got != longest {
		t.Errorf("a last failure in the future: %v", got)
	}
}

func ExampleBackoff() {
	b := Backoff{}.At(noon, 0)
	for range 6 {
		b = b.Failed()
	}
	fmt.Println(b.Wait(), b.At(noon.Add(45*time.Second), 45*time.Second).Wait())
	// Output: 1m0s 15s
}
