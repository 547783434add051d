package frame

import (
	"testing"
	"time"
)

// UA-151: what a barcode scanner types is told from what a hand does, by the time between the keys.
func TestScannerIsToldFromAHand(t *testing.T) {
	ms := time.Millisecond
	for _, test := range []struct {
		name  string
		signs string
		// gaps are the times before each sign but the first, the last of them again for those behind.
		gaps []time.Duration
		// want are the signs that may come from a scanner in the end, sure that they do.
		want        string
		whole, sure bool
	}{
		{"UA-151 keys 10 ms apart are a scanner's", "1234567", []time.Duration{10 * ms}, "1234567", true, true},
		{"UA-151 keys 30 ms apart are too", "1234567", []time.Duration{30 * ms}, "1234567", true, true},
		{"UA-151 keys that the window takes all at once are too", "1234567", []time.Duration{0}, "1234567", true, true},
		{"UA-151 the window may draw for a moment after the first", "1234567", []time.Duration{115 * ms, 0, 0, 15 * ms, 16 * ms}, "1234567", true, true},
		{"UA-151 or for longer, when those behind come all at once", "1234567", []time.Duration{500 * ms, ms}, "1234567", true, true},
		{"UA-151 or for longer in the middle", "1234567", []time.Duration{10 * ms, 10 * ms, 400 * ms, 0, 0, 16 * ms}, "1234567", true, true},
		{"UA-151 not for minutes", "1234567", []time.Duration{time.Minute, 0}, "234567", true, true},
		{"UA-151 the fastest hand is none", "1234567", []time.Duration{80 * ms}, "567", false, false},
		{"UA-151 a hand that types a number is none", "1234567", []time.Duration{130 * ms}, "7", false, false},
		{"UA-151 two keys that go down together are none", "12", []time.Duration{5 * ms}, "12", false, false},
		{"UA-151 what a hand typed before is no part of it", "91234567", []time.Duration{600 * ms, 15 * ms}, "1234567", true, true},
		{"UA-151 fast letters are no code", "Петренко", []time.Duration{20 * ms}, "Петренко", false, true},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, now := scanner{}, time.Date(2020, 2, 24, 12, 0, 0, 0, time.UTC)
			for i, sign := range []rune(test.signs) {
				if i > 0 {
					now = now.Add(test.gaps[min(i, len(test.gaps))-1])
				}
				s.add(sign, now)
			}
			if string(s.signs) != test.want || s.whole() != test.whole || s.sure() != test.sure {
				t.Errorf("%q, whole %v, sure %v", string(s.signs), s.whole(), s.sure())
			}
			if !s.goesOn(now.Add(100*ms)) || s.goesOn(now.Add(200*ms)) {
				t.Error("ends too soon or never")
			}
		})
	}
	t.Run("UA-151 spaces alone are none", func(t *testing.T) {
		s := scanner{}
		for range 5 {
			s.add(' ', time.Time{})
		}
		if s.sure() || s.goesOn(time.Time{}) {
			t.Error("a held space is taken for a scanner")
		}
	})
	t.Run("UA-151 of a key that is held down only so much is kept", func(t *testing.T) {
		s := scanner{}
		for range 10 * longestScan {
			s.add('7', time.Time{})
		}
		if len(s.signs) != longestScan || len(s.times) != longestScan {
			t.Errorf("%d signs are kept", len(s.signs))
		}
	})
}
