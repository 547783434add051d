package vault

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Prepare brings a password of an operator into the one form in which it is set and
// tried, however it was typed, pasted or read from a file, after the profile OpaqueString
// of RFC 8265 §4.2: letters composed (NFC) and every space a plain one. Beyond the profile
// it leaves out what no keyboard has: the byte order mark, signs without a width, controls,
// line ends; and spaces at the ends or said twice, which nobody sees. What is not UTF-8
// stays as it is, or two different secrets could become the same.
func Prepare(typed string) string {
	if !utf8.ValidString(typed) {
		return typed
	}
	return strings.Join(strings.Fields(norm.NFC.String(strings.Map(seen, typed))), " ")
}

// seen is -1 for a sign that nobody sees and no keyboard has.
func seen(r rune) rune {
	switch {
	case unicode.IsSpace(r):
		return ' '
	case unicode.In(r, unicode.Cf, unicode.Cc):
		return -1
	}
	return r
}

// SamePassword reports that two entries are one password to [Prepare].
func SamePassword(a, b string) bool { return Prepare(a) == Prepare(b) }

// spellings are the forms in which a password can have been set, the present one first:
// passwords were once set as they were typed, with the composed letters of Windows or the
// decomposed ones of a Mac. Most passwords have one.
func spellings(typed string) []string {
	prepared := Prepare(typed)
	all := []string{prepared}
	for _, former := range []string{typed, norm.NFD.String(prepared), norm.NFD.String(typed)} {
		if !slices.Contains(all, former) {
			all = append(all, former)
		}
	}
	return all
}
