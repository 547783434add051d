package campaign

import (
	"slices"
	"strings"
	"unicode"
)

// Address is an address as the post wants it: the street with the house, then the place with
// district and region, then the postal code.
type Address struct {
	Lines []string
	// Index is the postal code, "" where the address has none.
	Index string
}

// AddressOf parts an address as schools and campaign files write it, «63999, Харківська область,
// смт Тихоозерськ, вул. Шкільна, 1». Where no part is told to be a street the parts stay in
// their order; an address that begins with its street is in the post's order already.
func (c *Campaign) AddressOf(written string) Address {
	var a Address
	var place, street []string
	placed := false // the place has come first, from the largest part on
	for part := range strings.SplitSeq(written, ",") {
		words := strings.Fields(part)
		if i := slices.IndexFunc(words, c.isIndex); i >= 0 && a.Index == "" {
			a.Index = words[i]
			words = slices.Delete(words, i, i+1)
		}
		switch part = strings.Join(words, " "); {
		case part == "":
		case c.isStreet(part), len(street) > 0 && (placed || hasDigit(part)):
			placed = placed || len(place) > 0
			street = append(street, part)
		default:
			place = append(place, part)
		}
	}
	if placed {
		slices.Reverse(place)
	}
	for _, line := range [][]string{street, place} {
		if len(line) > 0 {
			a.Lines = append(a.Lines, strings.Join(line, ", "))
		}
	}
	return a
}

func (c *Campaign) isIndex(word string) bool {
	return c.patterns.index != nil && c.patterns.index.MatchString(word)
}

func (c *Campaign) isStreet(part string) bool {
	return c.patterns.street != nil && c.patterns.street.MatchString(part)
}

func hasDigit(part string) bool { return strings.ContainsFunc(part, unicode.IsDigit) }
