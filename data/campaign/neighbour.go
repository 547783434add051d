package campaign

import (
	"strings"

	"graduand/data"
)

// partFormat is the first format in which a field names a part of the school's address.
const partFormat = 3

// partOfSchool is the part of the school's address that a field may take: a value that the
// field can hold, "" for none.
func (c *Campaign) partOfSchool(f *Field, s *data.School) string {
	pattern := c.patterns.parts[f.Code]
	if pattern == nil || s == nil {
		return ""
	}
	for part := range strings.SplitSeq(s.Address, ",") {
		part = strings.TrimSpace(part)
		whole := c.patterns.fields[f.Code]
		if pattern.MatchString(part) && (whole == nil || whole.MatchString(part)) && len(c.UnknownCodes(f.Code, part)) == 0 {
			return part
		}
	}
	return ""
}

// ProposedCentre is the centre that serves the oblast in the school's address or name, where
// the school has chosen none or another; nil where that is the one chosen, or where the
// file names no oblast that is told apart there. It is a doubt, never a refusal: not all
// oblasts are confirmed, and a school may be told another centre.
func (c *Campaign) ProposedCentre(s *data.School) *Centre {
	var found *Centre
	for i := range c.Centres {
		if !c.Centres[i].serves(s.Address + ", " + s.Name) {
			continue
		}
		if c.Centres[i].Code == s.Centre || found != nil {
			return nil
		}
		found = &c.Centres[i]
	}
	return found
}

// serves says that one of its regions is named, in whatever case: «Харківської області» is
// the region «Харківська».
func (c *Centre) serves(words string) bool {
	words = strings.ToLower(words)
	for _, region := range c.Regions {
		letters := []rune(strings.ToLower(region))
		if len(letters) > 2 && strings.Contains(words, string(letters[:len(letters)-1])) {
			return true
		}
	}
	return false
}
