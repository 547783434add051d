package data

import (
	"strings"
	"unicode/utf8"
)

// maxShown is how many letters of a value a sentence quotes.
const maxShown = 120

// OneLine is a text with single spaces, without line breaks and signs that nobody sees.
func OneLine(s string) string {
	if plainLine(s) {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(visible, s)), " ")
}

// plainLine tells the texts of common letters with single spaces, at which there is nothing
// to tidy: nearly all.
func plainLine(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r == '\'' && before == ' ' || !common(r) {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// LongerThan reports that a text has more letters than n, without counting all of a
// huge one.
func LongerThan(s string, n int) bool {
	return len(s) > n && utf8.RuneCountInString(s[:min(len(s), 4*n+4)]) > n
}

// Shorten is a value as a sentence quotes it: nobody reads more than a line.
func Shorten(s string) string {
	if s = OneLine(s[:min(len(s), 4*maxShown)]); LongerThan(s, maxShown) {
		return string([]rune(s)[:maxShown]) + "…"
	}
	return s
}

// AllDigits reports that a text is digits and nothing else.
func AllDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
