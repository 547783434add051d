package vault

import (
	"fmt"
	"io"
	"strings"
	"unicode"

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
	return strings.Map(normalSymbol, composed(typed))
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

// isPassword reports whether a normal form can be a password of a graduate.
func isPassword(normal string) bool {
	return len(normal) == passwordLength && inAlphabet(normal)
}

func inAlphabet(s string) bool {
	return strings.Trim(s, alphabet) == ""
}
