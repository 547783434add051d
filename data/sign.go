package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// turning is the sign that shows the letters behind it in the opposite order: a text with
// it says something else than its letters do.
const turning = '\u202e'

// unseen are the signs without a width, which come along when text is copied from a page
// or a messenger: those that join and part letters, that say a direction, and that choose
// the look of the sign before them.
var unseen = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x00ad, Hi: 0x00ad, Stride: 1}, {Lo: 0x034f, Hi: 0x034f, Stride: 1}, {Lo: 0x061c, Hi: 0x061c, Stride: 1},
		{Lo: 0x115f, Hi: 0x1160, Stride: 1}, {Lo: 0x17b4, Hi: 0x17b5, Stride: 1}, {Lo: 0x180b, Hi: 0x180f, Stride: 1},
		{Lo: 0x200b, Hi: 0x200f, Stride: 1}, {Lo: 0x202a, Hi: 0x202e, Stride: 1}, {Lo: 0x2060, Hi: 0x206f, Stride: 1},
		{Lo: 0x3164, Hi: 0x3164, Stride: 1}, {Lo: 0xfe00, Hi: 0xfe0f, Stride: 1}, {Lo: 0xfeff, Hi: 0xfeff, Stride: 1},
		{Lo: 0xffa0, Hi: 0xffa0, Stride: 1}, {Lo: 0xfff9, Hi: 0xfffb, Stride: 1},
	},
	R32: []unicode.Range32{{Lo: 0xe0000, Hi: 0xe0fff, Stride: 1}},
}

// inked are the signs that every face of the papers has; a test beside the fonts keeps
// the table true.
var inked = &unicode.RangeTable{
	R16: []unicode.Range16{
		{Lo: 0x0020, Hi: 0x007e, Stride: 1}, {Lo: 0x00a0, Hi: 0x00ac, Stride: 1}, {Lo: 0x00ae, Hi: 0x0236, Stride: 1}, {Lo: 0x0238, Hi: 0x034e, Stride: 1},
		{Lo: 0x0350, Hi: 0x036f, Stride: 1}, {Lo: 0x0384, Hi: 0x038a, Stride: 1}, {Lo: 0x038e, Hi: 0x03a1, Stride: 1}, {Lo: 0x03a3, Hi: 0x03ce, Stride: 1},
		{Lo: 0x0400, Hi: 0x0513, Stride: 1}, {Lo: 0x1e00, Hi: 0x1e9b, Stride: 1}, {Lo: 0x1ea0, Hi: 0x1ef9, Stride: 1}, {Lo: 0x2010, Hi: 0x2010, Stride: 1},
		{Lo: 0x2012, Hi: 0x2015, Stride: 1}, {Lo: 0x2017, Hi: 0x2022, Stride: 1}, {Lo: 0x2026, Hi: 0x2026, Stride: 1}, {Lo: 0x2030, Hi: 0x2030, Stride: 1},
		{Lo: 0x2032, Hi: 0x2034, Stride: 1}, {Lo: 0x2039, Hi: 0x203a, Stride: 1}, {Lo: 0x203c, Hi: 0x203c, Stride: 1}, {Lo: 0x2044, Hi: 0x2044, Stride: 1},
		{Lo: 0x2074, Hi: 0x2078, Stride: 1}, {Lo: 0x207f, Hi: 0x2089, Stride: 1}, {Lo: 0x20a0, Hi: 0x20b5, Stride: 1}, {Lo: 0x20bf, Hi: 0x20bf, Stride: 1},
		{Lo: 0x2116, Hi: 0x2116, Stride: 1}, {Lo: 0x2122, Hi: 0x2122, Stride: 1}, {Lo: 0x2190, Hi: 0x2195, Stride: 1}, {Lo: 0x2212, Hi: 0x2212, Stride: 1},
		{Lo: 0x2248, Hi: 0x2248, Stride: 1}, {Lo: 0x2260, Hi: 0x2260, Stride: 1}, {Lo: 0x2264, Hi: 0x2265, Stride: 1}, {Lo: 0x25a0, Hi: 0x25a1, Stride: 1},
		{Lo: 0x25aa, Hi: 0x25ab, Stride: 1}, {Lo: 0x25cf, Hi: 0x25cf, Stride: 1}, {Lo: 0xfb01, Hi: 0xfb02, Stride: 1},
	},
	LatinOffset: 3,
}

// OnPaper tells a sign that every face of the papers has: what goes into a record can be
// printed.
func OnPaper(letter rune) bool { return common(letter) || unicode.Is(inked, letter) }

// Unprintable tells a sign that is no part of any text: a command of a terminal, a break of
// lines, one that turns the direction of what follows, and what is no letter at all.
func Unprintable(letter rune) bool {
	return !common(letter) && (unicode.IsControl(letter) || letter == utf8.RuneError || letter == '\ufeff' ||
		letter == '\u2028' || letter == '\u2029' || unicode.Is(unicode.Bidi_Control, letter))
}

// common tells the letters of which nearly every text is: every cell of a list is asked.
func common(letter rune) bool {
	return ' ' <= letter && letter <= '~' || 'Ё' <= letter && letter <= 'я' && letter != 'Ѝ' || 'ё' <= letter && letter <= 'џ' && letter != 'ѝ' ||
		'Ҋ' <= letter && letter <= 'ӿ'
}

// visible is -1 for a sign that nobody sees.
func visible(letter rune) rune {
	if !common(letter) && unicode.Is(unseen, letter) {
		return -1
	}
	return letter
}

// written is a sign in its one spelling: -1 for one that nobody sees, a plain hyphen for
// those that only a text processor tells apart, a vowel without the mark of its stress.
func written(letter rune) rune {
	switch letter {
	case '\u2010', '\u2011', '\u2043', '\u2212', '\ufe63', '\uff0d':
		return '-'
	case '\u2800': // a blank of Braille
		return ' '
	case 'Ѐ':
		return 'Е'
	case 'ѐ':
		return 'е'
	case 'Ѝ':
		return 'И'
	case 'ѝ':
		return 'и'
	}
	return visible(letter)
}

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
