package campaign

import (
	"strconv"
	"strings"

	"graduand/data"
)

// ValueTitle is the stored value of a field as the campaign words it: titles in the place
// of codes, a day with dots. What has no words stays as it is.
func (c *Campaign) ValueTitle(field, value string) string {
	v := c.index.values[field]
	switch {
	case v.kind.Name == KindDate:
		return data.Date(value).Dotted()
	case v.kind.choices == nil || value == "":
		return value
	}
	titles := data.SplitList(value)
	for i, code := range titles {
		titles[i] = c.codeTitle(v, code)
	}
	return strings.Join(titles, ", ")
}

// codeTitle words one code; a code that the campaign does not know is shown as it is, a
// subject with such a level by its title alone.
func (c *Campaign) codeTitle(v values, code string) string {
	if title, known := v.titles[code]; known {
		return title
	}
	if v.kind.table == "subject" {
		return c.ChoiceTitle(code)
	}
	return code
}

// Learner is what g is called, in the campaign's words: as the category has it, else as the
// type of the school does, «учень», «слухач», «студент» (UA-001), or «учениця» of a woman,
// «учень (учениця)» of whom that is not known; "" where neither says.
func (c *Campaign) Learner(g *data.Graduate, s *data.School) string {
	word, feminine := "", ""
	if t := c.InstitutionType(s.InstitutionType); t != nil {
		word, feminine = t.Learner, t.LearnerFeminine
	}
	if category := c.Category(g.Category); category != nil && category.Learner != "" {
		word, feminine = category.Learner, category.LearnerFeminine
	}
	switch {
	case feminine == "" || feminine == word || g.Sex == data.Male:
		return word
	case g.Sex == data.Female:
		return feminine
	}
	return word + " (" + feminine + ")"
}

// YearText is the year of the campaign in digits.
func (c *Campaign) YearText() string { return strconv.Itoa(c.Year) }

// SchoolYear is the school year that ends in the year of the campaign, «2019/2020».
func (c *Campaign) SchoolYear() string { return strconv.Itoa(c.Year-1) + "/" + c.YearText() }

// CodeWording words one code of a field for a sentence.
func (c *Campaign) CodeWording(field, code string) any { return c.codeWording(field, code) }

func (c *Campaign) codeWording(field, code string) any {
	v := c.index.values[field]
	switch title, known := v.titles[code]; {
	case !known:
		return c.ValueTitle(field, code)
	case v.kind.table != "":
		return wording(v.kind.table, code, title)
	default:
		return data.Wording{ID: (&Field{Code: field}).choiceID(code), Words: title}
	}
}

func (c *Campaign) subjectWording(code string) data.Wording {
	return wording("subject", code, c.subjectTitle(code))
}

func (c *Campaign) subjectTitles(codes []string) []any {
	titles := make([]any, len(codes))
	for n, code := range codes {
		titles[n] = c.subjectWording(code)
	}
	return titles
}

func (c *Campaign) reasonTitle(code string) any {
	if r := c.AdditionalReason(code); r != nil {
		return wording("additional_reason", code, r.Title)
	}
	return code
}
