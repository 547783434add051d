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

// ChoiceTitle words a subject with its level: "english:profile".
func (c *Campaign) ChoiceTitle(choice string) string {
	subject, level, _ := strings.Cut(choice, ":")
	title := c.subjectTitle(subject)
	if l := c.Level(subject, level); l != nil {
		title += " (" + l.Title + ")"
	}
	return title
}

// YearText is the year of the campaign in digits.
func (c *Campaign) YearText() string { return strconv.Itoa(c.Year) }
