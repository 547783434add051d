package roster

import (
	"regexp"
	"strings"

	"graduand/data"
)

// zeroColumn is what the cells of one column of numbers show together about the zeros before
// them, which a spreadsheet takes away.
type zeroColumn struct {
	pattern *regexp.Regexp // of the whole number
	// lost counts the numbers that need zeros; kept says that one has some.
	lost int
	kept bool
}

func (c *zeroColumn) look(cell string) {
	if _, lost := c.whole(cell); lost {
		c.lost++
	}
	c.kept = c.kept || strings.HasPrefix(cell, "0")
}

// gone reports that the column shows that its zeros have been taken: several numbers need
// them and none has any.
func (c *zeroColumn) gone() bool { return c.lost >= sure && !c.kept }

// whole is a number with its zeros, where it fits with them only.
func (c *zeroColumn) whole(number string) (string, bool) {
	if !data.AllDigits(number) || c.pattern.MatchString(number) {
		return "", false
	}
	for range maxLostZeros {
		if number = "0" + number; c.pattern.MatchString(number) {
			return number, true
		}
	}
	return "", false
}
