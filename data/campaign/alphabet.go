package campaign

import (
	"cmp"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// Names sorts names by the alphabet of the campaign, and numbers in them by their value: the school and the
// centre in one order. Each call gives one of its own, since none serves two goroutines at once.
func (c *Campaign) Names() *collate.Collator {
	return collate.New(language.Make(cmp.Or(c.Alphabet, c.Language)), collate.Numeric)
}
