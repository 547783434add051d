package frame

import (
	"time"
	"unicode"
)

// scanner tells what a barcode scanner types from what people type. It is a keyboard for the PC: its
// signs come 10 to 30 ms apart, closer than anybody strikes that many keys, and then Enter, Tab or
// nothing.
type scanner struct {
	signs []rune
	// times are when the signs came.
	times []time.Time
	// before are those that came before a pause in which the window may have drawn, nil for none.
	before *scanner
}

const (
	// scannerPace is the longest time from one sign to the next, on the average.
	scannerPace = 35 * time.Millisecond
	// scannerStall is how long the window may draw meanwhile: then signs come late. Where it draws for
	// longer, longestStall at most, as for a list that the first of them opens, those behind come at once,
	// at the same moment but for a few ms.
	scannerStall = 120 * time.Millisecond
	longestStall = time.Second
	sameMoment   = 5 * time.Millisecond
	// sureOfScanner is how many signs at that pace nobody strikes: two keys may go down together.
	sureOfScanner = 3
	// leastDigits are those of the shortest code that is told from what a hand may strike at once.
	leastDigits = 4
	// longestScan bounds what is kept of a key that is held down.
	longestScan = 64
)

// add takes a sign. Of those before it only the ones stay that may have come from a scanner too. A
// space begins nothing: held down it would pass for a scanner.
func (s *scanner) add(sign rune, now time.Time) {
	if !s.goesOn(now) {
		s.pause(now)
	}
	if sign == ' ' && len(s.signs) == 0 {
		return
	}
	s.signs, s.times = append(s.signs, sign), append(s.times, now)
	if len(s.times) == sureOfScanner {
		s.join()
	}
	for len(s.times) > longestScan || s.span() > scannerStall+time.Duration(len(s.times)-1)*scannerPace {
		s.signs, s.times = s.signs[1:], s.times[1:]
	}
}

// pause begins anew behind a pause.
func (s *scanner) pause(now time.Time) {
	before := scanner{signs: s.signs, times: s.times}
	s.forget()
	if len(before.times) > 0 && now.Sub(before.last()) <= longestStall {
		s.before = &before
	}
}

// join puts the signs before a pause to those behind it where these came all at once, as no hand types
// them: the window has drawn. It is called when no more come, too: then few may have been left.
func (s *scanner) join() {
	if s.before == nil || len(s.times) == 0 || s.span() > sameMoment {
		return
	}
	lost := s.times[0].Sub(s.before.last()) - scannerPace
	for i := range s.before.times {
		s.before.times[i] = s.before.times[i].Add(lost)
	}
	s.signs, s.times = append(s.before.signs, s.signs...), append(s.before.times, s.times...)
	s.before = nil
}

// last is when the last sign came.
func (s *scanner) last() time.Time { return s.times[len(s.times)-1] }

// goesOn says that a sign now would belong to those before.
func (s *scanner) goesOn(now time.Time) bool {
	return len(s.times) > 0 && now.Sub(s.last()) <= scannerStall
}

// span is the time from the first sign to the last.
func (s *scanner) span() time.Duration { return s.last().Sub(s.times[0]) }

// sure says that the last signs came from no hand.
func (s *scanner) sure() bool {
	before := len(s.times) - sureOfScanner
	return before >= 0 && s.last().Sub(s.times[before]) <= (sureOfScanner-1)*scannerPace
}

// whole says that the signs are enough for a code.
func (s *scanner) whole() bool {
	digits := 0
	for _, sign := range s.signs {
		if unicode.IsDigit(sign) {
			digits++
		}
	}
	return digits >= leastDigits
}

// forget begins anew.
func (s *scanner) forget() { *s = scanner{} }
