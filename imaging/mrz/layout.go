package mrz

// class is which signs may stand in a place.
type class uint8

const (
	// any is a digit, a letter or a filler.
	anySign class = iota
	// digit is a digit, or a filler where a check digit may be left out.
	digit
	// letter is a letter or a filler.
	letter
)

// filler stands where nothing is to be said, and between names.
const filler = '<'

// span is a part of a line: the line and its first sign, and the one after its last.
type span struct{ line, from, to int }

// of are the signs of the span.
func (s span) of(lines []string) string { return lines[s.line][s.from:s.to] }

// layout is where the fields of a kind of document stand (ICAO 9303-4 and 9303-5).
type layout struct {
	lines, width int
	// codes are the letters that the zone may begin with.
	codes                                   string
	country, nationality, number, numberSum span
	birth, birthSum, sex, expiry, expirySum span
	optional, optionalSum, wholeSum, names  span
	// whole are the spans under the check digit of all.
	whole []span
	// digits and letters are the places for one class of signs; any other takes both.
	digits, letters []span
}

// td1 is a card: three lines of 30 signs on its back (ICAO 9303-5 §4.2).
var td1 = layout{
	lines: 3, width: 30, codes: "IAC",
	country: span{0, 2, 5}, number: span{0, 5, 14}, numberSum: span{0, 14, 15},
	birth: span{1, 0, 6}, birthSum: span{1, 6, 7}, sex: span{1, 7, 8},
	expiry: span{1, 8, 14}, expirySum: span{1, 14, 15}, nationality: span{1, 15, 18},
	wholeSum: span{1, 29, 30}, names: span{2, 0, 30}, optional: span{0, 15, 30},
	whole:   []span{{0, 5, 30}, {1, 0, 7}, {1, 8, 15}, {1, 18, 29}},
	digits:  []span{{0, 14, 15}, {1, 0, 7}, {1, 8, 15}, {1, 29, 30}},
	letters: []span{{0, 0, 5}, {1, 7, 8}, {1, 15, 18}, {2, 0, 30}},
}

// td3 is the page of a passport: two lines of 44 signs (ICAO 9303-4 §4.2).
var td3 = layout{
	lines: 2, width: 44, codes: "P",
	country: span{0, 2, 5}, number: span{1, 0, 9}, numberSum: span{1, 9, 10},
	birth: span{1, 13, 19}, birthSum: span{1, 19, 20}, sex: span{1, 20, 21},
	expiry: span{1, 21, 27}, expirySum: span{1, 27, 28}, nationality: span{1, 10, 13},
	optional: span{1, 28, 42}, optionalSum: span{1, 42, 43},
	wholeSum: span{1, 43, 44}, names: span{0, 5, 44},
	whole:   []span{{1, 0, 10}, {1, 13, 20}, {1, 21, 43}},
	digits:  []span{{1, 9, 10}, {1, 13, 20}, {1, 21, 28}, {1, 42, 44}},
	letters: []span{{0, 0, 44}, {1, 10, 13}, {1, 20, 21}},
}

// layoutOf is the layout of so many lines of one width; found is false for any other.
func layoutOf(lines []string) (l *layout, found bool) {
	for _, l := range []*layout{&td1, &td3} {
		if len(lines) == l.lines && fits(lines, l.width) {
			return l, true
		}
	}
	return nil, false
}

func fits(lines []string, width int) bool {
	for _, line := range lines {
		if len(line) != width {
			return false
		}
	}
	return true
}

// class is which signs may stand at a place.
func (l *layout) class(line, at int) class {
	for _, s := range l.digits {
		if s.line == line && s.from <= at && at < s.to {
			return digit
		}
	}
	for _, s := range l.letters {
		if s.line == line && s.from <= at && at < s.to {
			return letter
		}
	}
	return anySign
}
