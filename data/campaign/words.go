package campaign

import (
	"strconv"
	"strings"

	"graduand/data"
)

// ValueTitle is the stored value of a field as the campaign words it: titles in the place
// of codes, a day with dots. What has no words stays as it is.
func (c *Campaign) ValueTitle(field, value string) string {
	f := c.Field(field)
	if value == "" {
		return ""
	}
	if f == nil {
		return c.codesTitle(field, nil, value)
	}
	return c.codesTitle(f.Kind, f, value)
}

func (c *Campaign) codesTitle(kind string, f *Field, value string) string {
	switch kind {
	case "date":
		return data.Date(value).Dotted()
	case "name", "text", "phone", "email", "class", "settlement", "institution", KindFile, KindFiles:
		return value
	}
	titles := data.SplitList(value)
	for i, code := range titles {
		titles[i] = c.codeTitle(kind, f, code)
	}
	return strings.Join(titles, ", ")
}

// codeTitle words one code; a code that the campaign does not know is shown as it is.
func (c *Campaign) codeTitle(kind string, f *Field, code string) string {
	switch kind {
	case "subjects", "attestation":
		return c.ChoiceTitle(code)
	case "conditions":
		return code
	case "document_kind":
		if k := c.DocumentKind(code); k != nil {
			return k.Title
		}
	case "category":
		if x := c.Category(code); x != nil {
			return x.Title
		}
	case "language":
		if l := c.TaskLanguage(code); l != nil {
			return l.Title
		}
	case "privileges":
		return titleOf(c.Privilege(code), code)
	case "marks":
		return titleOf(c.Mark(code), code)
	case "additional_reason":
		return c.reasonTitle(code)
	case "centre":
		if x := c.Centre(code); x != nil {
			return x.Title
		}
	}
	if f != nil {
		for i := range f.Choices {
			if f.Choices[i].Code == code {
				return f.Choices[i].Title
			}
		}
	}
	return code
}

func titleOf(item *Item, code string) string {
	if item == nil {
		return code
	}
	return item.Title
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
