package data

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// LongestText bounds what is typed into one field or note, in letters; the longest address
// is far below it.
const LongestText = 1000

// CleanText is the one rule of what somebody has typed, or a file says, in a field or note:
// double spaces and signs that nobody sees are taken out; text that is no text, such as the
// commands of a terminal or signs that turn the direction, and text that is too long are
// refused with a code "value.…" before they stand on a paper. Title names the place in the
// refusal.
func CleanText(title any, typed string) (string, error) {
	if LongerThan(typed, 4*LongestText) {
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	value := OneLine(strings.Map(visible, typed))
	switch {
	case strings.ContainsFunc(value, Unprintable):
		return "", Fail("value.bad_letters", Args{"field": title})
	case LongerThan(value, LongestText):
		return "", Fail("value.too_long", Args{"field": title, "limit": LongestText})
	}
	return value, nil
}

// invisible are signs without a width, which come along when text is copied from a page.
const invisible = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

// visible is -1 for a sign that nobody sees.
func visible(letter rune) rune {
	if !common(letter) && strings.ContainsRune(invisible, letter) {
		return -1
	}
	return letter
}

// Unprintable tells a sign that is no part of any text: a command of a terminal, a break of
// lines, one that turns the direction of what follows, and what is no letter at all.
func Unprintable(letter rune) bool {
	return !common(letter) && (unicode.IsControl(letter) || letter == utf8.RuneError || letter == '\ufeff' ||
		letter == '\u2028' || letter == '\u2029' || unicode.Is(unicode.Bidi_Control, letter))
}

// common tells the letters of which nearly every text is: every cell of a list is asked.
func common(letter rune) bool {
	return ' ' <= letter && letter <= '~' || 'Ѐ' <= letter && letter <= 'ӿ'
}
