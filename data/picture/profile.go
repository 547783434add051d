// Package picture holds photos and scans against what a campaign asks of them: it hands the
// campaign's limits to the judge, and what the judge says to the record.
package picture

import (
	"math"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/imaging"
)

// ProfileOf is what a campaign asks of pictures whose age counts at the reference day; "" where
// that day is not known.
func ProfileOf(c *campaign.Campaign, reference data.Date) *imaging.Profile {
	p := &imaging.Profile{Version: c.Photo.Version, Bounds: map[imaging.Measure]imaging.Bounds{}, Mildest: map[imaging.Rule]imaging.Verdict{},
		OldestDays: oldestDays(reference, c.Photo.MaximumAgeMonths)}
	for _, kind := range c.Photo.PDF {
		p.PDF = append(p.PDF, imaging.Kind(kind))
	}
	for name, l := range c.Photo.Limits {
		p.Bounds[imaging.Measure(name)] = imaging.Bounds{
			WarnBelow: either(l.WarnBelow, math.Inf(-1)), WarnAbove: either(l.WarnAbove, math.Inf(1)),
			BlockBelow: either(l.BlockBelow, math.Inf(-1)), BlockAbove: either(l.BlockAbove, math.Inf(1)),
		}
	}
	for rule, verdict := range c.Photo.Mildest {
		p.Mildest[imaging.Rule(rule)] = imaging.Verdict(verdict)
	}
	return p
}

func either(bound *float64, open float64) float64 {
	if bound == nil {
		return open
	}
	return *bound
}

// filling is the word of a campaign file for the day on which the form is filled in.
const filling = "filling"

// Reference is the day at which the age of a photo counts that is attached on a day: that day,
// or the one that the campaign names, "" while nobody knows it.
func Reference(c *campaign.Campaign, attached data.Date) data.Date {
	if c.PhotoAgeReference == filling {
		return attached
	}
	if d := c.Date(c.PhotoAgeReference); d != nil {
		return d.On
	}
	return ""
}

// oldestDays is how many days before the reference day so many months of the calendar are:
// six before the last of August are on the last of February. 0 where age does not count.
func oldestDays(reference data.Date, months int) int {
	if months == 0 || reference == "" {
		return 0
	}
	until := reference.Time()
	from := until.AddDate(0, -months, 0)
	if from.Day() != until.Day() {
		from = from.AddDate(0, 0, -from.Day()) // no such day in that month: its last one
	}
	return int(until.Sub(from) / (24 * time.Hour))
}
