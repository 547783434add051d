package campaign

import (
	"strings"

	"graduand/data"
)

// Choice is one value that a field of codes can hold.
type Choice struct {
	Item
	// Names are what tables call it besides its title.
	Names []string
	// Levels are the code with each of its levels, "english:profile": values of their own.
	Levels []Item
	// Confirmed is false where no source confirms it ([Campaign.Confirmed]).
	Confirmed bool
	// barred is what has words and cannot be chosen.
	barred bool
}

func choice(code, title string, names ...string) Choice {
	return Choice{Item: Item{Code: code, Title: title}, Names: names}
}

// choices are those that a table of the file gives.
func choices[T any](table []T, of func(*T) Choice) []Choice {
	list := make([]Choice, len(table))
	for i := range table {
		list[i] = of(&table[i])
	}
	return list
}

func itemChoice(i *Item) Choice { return Choice{Item: *i} }

// ownChoices are those that stand with the field; who fills the form can also be said where
// the form does not ask for it.
func ownChoices(_ *Campaign, f *Field) []Choice {
	if f.Code == data.FieldMode && len(f.Choices) == 0 {
		return choices(modes(), func(mode *string) Choice { return choice(*mode, *mode) })
	}
	return choices(f.Choices, itemChoice)
}

func modes() []string { return []string{string(data.BySchool), string(data.BySelf)} }

// sexChoices are both, in the words of the field where it has them.
func sexChoices(_ *Campaign, f *Field) []Choice {
	return choices(sexes(), func(sex *string) Choice {
		for _, item := range f.Choices {
			if item.Code == *sex {
				return itemChoice(&item)
			}
		}
		return choice(*sex, *sex)
	})
}

func sexes() []string { return []string{string(data.Male), string(data.Female)} }

func tickChoices(*Campaign, *Field) []Choice { return []Choice{choice(Ticked, Ticked)} }

func categoryChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.Categories, func(x *Category) Choice { return choice(x.Code, x.Title) })
}

func documentChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.DocumentKinds, func(k *DocumentKind) Choice { return choice(k.Code, k.Title, k.Names...) })
}

// subjectChoices bar what everybody takes and nobody chooses (KG-046).
func subjectChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.Subjects, func(s *Subject) Choice {
		x := choice(s.Code, s.Title, s.ListTitle)
		for _, level := range s.Levels {
			code := s.Code + ":" + level.Code
			x.Levels = append(x.Levels, Item{Code: code, Title: c.ChoiceTitle(code)})
		}
		x.barred = s.Included
		return x
	})
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

// subjectTitle is the title, or the code where the campaign has no such subject.
func (c *Campaign) subjectTitle(code string) string {
	if s := c.Subject(code); s != nil {
		return s.Title
	}
	return code
}

// attestationChoices have no levels: that of the subject counts, whoever names it here.
func attestationChoices(c *Campaign, f *Field) []Choice {
	list := subjectChoices(c, f)
	for i := range list {
		for _, level := range list[i].Levels {
			list[i].Names = append(list[i].Names, level.Code, level.Title)
		}
		list[i].Levels = nil
	}
	return list
}

// languageChoices bar for the tasks those languages that are only studied in (UA-041).
func languageChoices(c *Campaign, f *Field) []Choice {
	return choices(c.Languages, func(l *Language) Choice {
		x := choice(l.Code, l.Title)
		x.barred = f.Code == data.FieldLanguage && !l.Tasks
		return x
	})
}

// conditionChoices are called by their codes.
func conditionChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.Conditions, func(x *Condition) Choice { return choice(x.Code, x.Code) })
}

func privilegeChoices(c *Campaign, _ *Field) []Choice { return choices(c.Privileges, itemChoice) }

func markChoices(c *Campaign, _ *Field) []Choice { return choices(c.Marks, itemChoice) }

func reasonChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.AdditionalReasons, func(r *AdditionalReason) Choice { return choice(r.Code, r.Title) })
}

func centreChoices(c *Campaign, _ *Field) []Choice {
	return choices(c.Centres, func(x *Centre) Choice { return choice(x.Code, x.Title) })
}
