package vault

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// alphabet is what passwords of graduates and paper codes consist of: no letter looks
// like a Cyrillic capital, nor like a digit that is also here, and every letter has a
// key of its own on the Cyrillic keyboards.
const alphabet = "DFGJLNQRSUVWZ2346789"

// The form of a graduate's password: 20^12 of them are 51.9 bits.
const (
	passwordLength = 12
	passwordGroup  = 4
)

// NewPassword makes a password for a graduate, such as DFGJ-2346-QRSU (KG-034). It is
// to be shown once and then to be forgotten (KG-015).
func NewPassword(rand io.Reader) (string, error) {
	symbols, err := randomSymbols(rand, passwordLength)
	if err != nil {
		return "", err
	}
	return grouped(symbols, passwordGroup), nil
}

// randomSymbols takes symbols of the alphabet, all equally likely: octets beyond the
// last whole multiple of its length are thrown away.
func randomSymbols(rand io.Reader, n int) (string, error) {
	symbols := make([]byte, 0, n)
	var octet [1]byte
	for len(symbols) < n {
		if _, err := io.ReadFull(rand, octet[:]); err != nil {
			return "", fmt.Errorf("take random symbols: %w", err)
		}
		if int(octet[0]) < 256/len(alphabet)*len(alphabet) {
			symbols = append(symbols, alphabet[int(octet[0])%len(alphabet)])
		}
	}
	return string(symbols), nil
}

// grouped puts a dash after every size symbols.
func grouped(symbols string, size int) string {
	var b strings.Builder
	for i := range len(symbols) {
		if i > 0 && i%size == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(symbols[i])
	}
	return b.String()
}

// NormalisePassword brings what was typed or pasted into the form of the alphabet:
// capitals, no spaces, dashes or invisible signs, and the letters of a Ukrainian,
// Russian or Kyrgyz keyboard (ЙЦУКЕН) read as those printed on the same keys of
// QWERTY. Signs that no password has stay and will not fit.
func NormalisePassword(typed string) string {
	// A mark may belong to the letter of one keyboard and not to that of another on its key.
	return norm.NFC.String(strings.Map(normalSymbol, composed(typed)))
}

// composed is a text without fillers whose letters are one sign each: a Mac keeps «Й» as
// two.
func composed(typed string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if isFiller(r) {
			return -1
		}
		return r
	}, typed))
}

func normalSymbol(r rune) rune {
	r = unicode.ToUpper(r)
	if latin, found := sameKey[r]; found {
		return latin
	}
	return r
}

// isFiller tells what may stand between the symbols: spaces, dashes of every kind
// (the minus is none to Unicode), invisible signs that pasting brings along.
func isFiller(r rune) bool {
	return unicode.IsSpace(r) || unicode.In(r, unicode.Pd, unicode.Cf, unicode.Cc) || r == '−'
}

// sameKey is the letter of the alphabet on the key of a Cyrillic capital. S is Ы on
// the Russian and Kyrgyz keyboards and І on the Ukrainian.
var sameKey = map[rune]rune{
	'В': 'D', 'А': 'F', 'П': 'G', 'О': 'J', 'Д': 'L', 'Т': 'N', 'Й': 'Q',
	'К': 'R', 'Ы': 'S', 'І': 'S', 'Г': 'U', 'М': 'V', 'Ц': 'W', 'Я': 'Z',
}

// SpokenCode are the spellings that a code can have been set in which somebody was told by voice and has
// typed: one of the alphabet in its groups, else as it was typed, and in small letters.
func SpokenCode(typed string) []string {
	if normal := NormalisePassword(typed); isPassword(normal) {
		return []string{grouped(normal, passwordGroup)}
	}
	prepared := Prepare(typed)
	return slices.Compact([]string{prepared, strings.ToLower(prepared)})
}

// isPassword reports whether a normal form can be a password of a graduate.
func isPassword(normal string) bool {
	return len(normal) == passwordLength && inAlphabet(normal)
}

func inAlphabet(s string) bool {
	return strings.Trim(s, alphabet) == ""
}

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
