package campaign

import (
	"strconv"
	"strings"
)

// Next is the campaign that follows c: the newest that the program brings of the same series,
// c itself where none is of a later year. The error is that of [Builtin].
func Next(c *Campaign, program string) (*Campaign, error) {
	next := c
	for _, id := range BuiltinIDs() {
		b, err := Builtin(id, program)
		if err != nil {
			return nil, err
		}
		if b.series() == c.series() && b.Year > next.Year {
			next = b
		}
	}
	return next, nil
}

// series is what the campaigns of one exam have in common: the country, and the id but for the
// year at its end.
func (c *Campaign) series() string {
	return c.Country + " " + strings.TrimSuffix(c.ID, strconv.Itoa(c.Year))
}
