package mrz

import (
	"regexp"
	"strings"
	"time"
)

// asDigit and asLetter are signs that are taken for one another, by eyes and by programs.
var (
	asDigit  = map[byte]byte{'O': '0', 'Q': '0', 'D': '0', 'U': '0', 'I': '1', 'L': '1', 'J': '1', 'Z': '2', 'A': '4', 'S': '5', 'G': '6', 'T': '7', 'B': '8'}
	asLetter = map[byte]byte{'0': 'O', '1': 'I', '2': 'Z', '4': 'A', '5': 'S', '6': 'G', '7': 'T', '8': 'B'}
)

// tidied are lines with each sign of the class of its place; ok is false where a sign is none
// of the zone's, or its class cannot stand there.
func (l *layout) tidied(lines []string) (tidy []string, ok bool) {
	for i, line := range lines {
		signs := []byte(line)
		for at := range signs {
			if signs[at], ok = sign(signs[at], l.class(i, at)); !ok {
				return nil, false
			}
		}
		tidy = append(tidy, string(signs))
	}
	return tidy, l.plausible(tidy)
}

// sign is a sign as one of the class.
func sign(s byte, c class) (byte, bool) {
	isDigit, isLetter := '0' <= s && s <= '9', 'A' <= s && s <= 'Z'
	if s == filler || c == anySign && (isDigit || isLetter) || c == digit && isDigit || c == letter && isLetter {
		return s, true
	}
	other := asDigit
	if c == letter {
		other = asLetter
	}
	s, ok := other[s]
	return s, ok
}

var state = regexp.MustCompile(`^([A-Z]{3}|D<<)$`)

// plausible reports that the fields without check digits are what they can be.
func (l *layout) plausible(lines []string) bool {
	_, sex := sexes[l.sex.of(lines)]
	return sex && strings.IndexByte(l.codes, lines[0][0]) >= 0 &&
		state.MatchString(l.country.of(lines)) && state.MatchString(l.nationality.of(lines)) &&
		tight(l.number.of(lines))
}

// tight reports that fillers stand only behind the signs.
func tight(signs string) bool {
	return !strings.Contains(strings.TrimRight(signs, "<"), "<")
}

// names are the surname and the given names of a line of names; ok is false where it is none.
// Two fillers part them; one stands for a space or a hyphen, an apostrophe is left out.
func names(line string) (surname, given string, ok bool) {
	line = strings.TrimRight(line, "<")
	surname, given, _ = strings.Cut(line, "<<")
	if surname == "" || surname[0] == filler || strings.Contains(given, "<<") || strings.HasPrefix(given, "<") {
		return "", "", false
	}
	return words(surname), words(given), true
}

func words(signs string) string { return strings.ReplaceAll(signs, "<", " ") }

// unfilled are signs without the fillers behind them.
func unfilled(signs string) string { return strings.TrimRight(signs, "<") }

// past is a day YYMMDD that is not after another, of the two centuries the later.
func past(signs string, day time.Time) (iso string, ok bool) {
	return dated(signs, day.Year()-99, day.Year(), func(t time.Time) bool { return !t.After(day) })
}

// near is a day YYMMDD within half a century of another.
func near(signs string, day time.Time) (iso string, ok bool) {
	return dated(signs, day.Year()-50, day.Year()+49, func(time.Time) bool { return true })
}

// dated is the one day YYMMDD of the years that is good, the latest first.
func dated(signs string, from, to int, good func(time.Time) bool) (iso string, ok bool) {
	for year := to; year >= from-1; year-- {
		if yy := string([]byte{'0' + byte(year/10%10), '0' + byte(year%10)}); yy != signs[:2] {
			continue
		}
		t, err := time.Parse("20060102", years(year)+signs[2:])
		if err == nil && good(t) {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}

func years(year int) string {
	return string([]byte{'0' + byte(year/1000%10), '0' + byte(year/100%10), '0' + byte(year/10%10), '0' + byte(year%10)})
}
