package campaign

import (
	"regexp"

	"graduand/data"
)

// dayNamed is a day of the campaign in an expression.
var dayNamed = regexp.MustCompile(`\bdate\.(\w+)`)

// LockedAfter is the last day on which the field of a code can be changed, by the days that its
// expression names; "" where it names none that is known.
func (c *Campaign) LockedAfter(code string) (last data.Date) {
	f := c.Field(code)
	if f == nil {
		return ""
	}
	source := f.Locked
	for _, t := range c.Terms {
		if t.Code == source {
			source = t.When
		}
	}
	for _, named := range dayNamed.FindAllStringSubmatch(source, -1) {
		if d := c.Date(named[1]); d != nil {
			last = max(last, d.On)
		}
	}
	return last
}
