package campaign

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"graduand/data"
)

// partFormat is the first format in which a field names a part of the school's address.
const partFormat = 3

// partOfSchool is the part of the school's address that a field may take: a value that the
// field can hold, "" for none.
func (c *Campaign) partOfSchool(f *Field, s *data.School) string {
	pattern, whole := c.patterns.parts[f.Code], c.patterns.fields[f.Code]
	if pattern == nil || s == nil {
		return ""
	}
	for part := range strings.SplitSeq(s.Address, ",") {
		part = strings.TrimSpace(part)
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
		if !c.Centres[i].serves(s.Address, s.Name) {
			continue
		}
		if c.Centres[i].Code == s.Centre || found != nil {
			return nil
		}
		found = &c.Centres[i]
	}
	return found
}

// serves says that the address begins a part with one of its regions, «63999 Харківська обл.»,
// or that the name has one in whatever case, «Харківської області». A street called after a
// region says nothing, nor does a town that only ends like one, «Новоград-Волинський».
func (c *Centre) serves(address, name string) bool {
	for _, region := range c.Regions {
		region = strings.ToLower(region)
		for part := range strings.SplitSeq(address, ",") {
			if words := smallWords(part); len(words) > 0 && words[0] == region {
				return true
			}
		}
		_, ending := utf8.DecodeLastRuneInString(region)
		stem := region[:len(region)-ending]
		if slices.ContainsFunc(smallWords(name), func(word string) bool { return strings.HasPrefix(word, stem) }) {
			return true
		}
	}
	return false
}

// smallWords are the words of a text in small letters; a hyphen is within a word.
func smallWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return r != '-' && !unicode.IsLetter(r) })
}
