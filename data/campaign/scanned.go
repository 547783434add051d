package campaign

import (
	"strings"
	"unicode"
)

// aroundNumber are the signs that scanners send around a number, or within it: Code 39 begins and
// ends with an asterisk, and some put in spaces and dashes.
const aroundNumber = " *-"

// Scanned is a card number as a barcode scanner gives it, or as somebody types it: without signs
// around it, and without those within that its pattern does not have. Fits says that the numbers of
// the campaign are such; what is none comes back all the same.
func (c *Campaign) Scanned(signs string) (number string, fits bool) {
	number = strings.ReplaceAll(strings.Trim(signs, aroundNumber), " ", "")
	if !c.CardNumber.Used || c.patterns.card == nil {
		return number, false
	}
	for _, read := range []string{number, strings.ReplaceAll(number, "-", "")} {
		if c.patterns.card.MatchString(read) {
			return read, true
		}
	}
	return number, false
}

// ScansSign says that a sign may stand in a card number, or around it where a scanner sends it: the
// example tells whether letters do.
func (c *Campaign) ScansSign(sign rune) bool {
	return unicode.IsDigit(sign) || strings.ContainsRune(aroundNumber, sign) ||
		unicode.IsLetter(sign) && strings.ContainsFunc(c.CardNumber.Example, unicode.IsLetter)
}
