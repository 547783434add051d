package phone

import (
	"regexp"
	"slices"
	"sync"

	"github.com/nyaruka/phonenumbers"
)

// plan is what mobile numbers of a region look like, by the library's own patterns.
type plan struct {
	patterns []*regexp.Regexp
	lengths  []int32
}

var plans sync.Map // by regions

// isMobile says that a national number is a mobile one, and so a valid one. The library, asked for
// all kinds of numbers, tries twenty patterns before it comes to this kind, which nearly all are of;
// what is none it may find valid all the same.
func isMobile(national, region string) bool {
	known, is := plans.Load(region)
	if !is {
		known, _ = plans.LoadOrStore(region, planOf(region))
	}
	p := known.(*plan)
	return slices.Contains(p.lengths, int32(len(national))) &&
		!slices.ContainsFunc(p.patterns, func(pattern *regexp.Regexp) bool { return !pattern.MatchString(national) })
}

// planOf is an empty plan where the library knows no mobile numbers.
func planOf(region string) *plan {
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		return &plan{}
	}
	at := slices.IndexFunc(all.Metadata, func(m *phonenumbers.PhoneMetadata) bool { return m.GetId() == region })
	if at < 0 {
		return &plan{}
	}
	mobile := all.Metadata[at].GetMobile()
	p := &plan{lengths: mobile.GetPossibleLength()}
	for _, of := range []*phonenumbers.PhoneNumberDesc{all.Metadata[at].GetGeneralDesc(), mobile} {
		whole, err := regexp.Compile("^(?:" + of.GetNationalNumberPattern() + ")$")
		if err != nil {
			return &plan{}
		}
		p.patterns = append(p.patterns, whole)
	}
	return p
}
