package table

import (
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/text"
)

// reader reads what people write in tables as the values that are kept: titles of the
// campaign in the place of codes, numbers that a spreadsheet has changed, «-» for nothing.
type reader struct {
	v *registry.View
	// codes are made when a field is first met.
	codes map[string]*roster.Codes
	rules roster.Rules
	// days are the cells of the columns of days, as the whole column reads them.
	days map[string]map[string]roster.Day
}

// newReader reads a table whose day numbers count from 1904 or not; columns are all cells
// of its columns by the fields that they fill.
func newReader(v *registry.View, date1904 bool, columns map[string][]string) *reader {
	x := &reader{v: v, codes: map[string]*roster.Codes{}, rules: roster.RulesOf(v.Campaign(), v.Today()), days: map[string]map[string]roster.Day{}}
	for field, cells := range columns {
		if v.Campaign().Kind(field).Name != campaign.KindDate {
			continue
		}
		x.days[field] = map[string]roster.Day{}
		for i, day := range roster.ReadDays(cells, date1904, x.rules) {
			x.days[field][cells[i]] = day
		}
	}
	return x
}

// read is the text in the form that [Desk.stored] takes; what cannot be read stays
// as it is, for that to refuse.
func (x *reader) read(field, typed string) string {
	kind := x.v.Campaign().Kind(field)
	if roster.Nothing(typed) {
		return ""
	}
	if codes := x.codesOf(field); codes != nil {
		if kind.Several {
			return codes.List(typed)
		}
		return codes.One(typed)
	}
	switch kind.Name {
	case campaign.KindDate:
		if day := x.days[field][typed]; day.Date != "" {
			return day.Date.Dotted()
		}
		return roster.DateText(typed, false, x.v.Today())
	}
	return roster.NumberText(typed)
}

func (x *reader) codesOf(field string) *roster.Codes {
	codes, made := x.codes[field]
	if !made {
		codes = wordsOf(x.v, field)
		x.codes[field] = codes
	}
	return codes
}

// wordsOf are the names of the codes of a field, nil for one without codes.
func wordsOf(v *registry.View, field string) *roster.Codes {
	offered := v.Campaign().Codes(field)
	if offered == nil {
		return nil
	}
	codes := &roster.Codes{}
	for _, choice := range offered {
		for _, level := range choice.Levels {
			codes.AddWhole(level.Code, level.Code, level.Title)
		}
		codes.Add(choice.Code, namesOf(v, field, choice)...)
	}
	if v.Campaign().Kind(field).Name == campaign.KindCheckbox {
		codes.AddWhole("", "ні", "нет", "жок", "no")
	}
	return codes
}

// namesOf are what people call a code: as the campaign, or as the program in any language.
func namesOf(v *registry.View, field string, choice campaign.Choice) []string {
	names := append([]string{choice.Title}, choice.Names...)
	for _, say := range everyLanguage() {
		names = append(names, inWords(say, v.Campaign().Words(field, choice.Code)))
	}
	return names
}

// sayer says a sentence of data/text in one language.
type sayer = func(id string, args map[string]any) string

// words are the sentences of the campaign's language, in which a workbook is written.
func words(v *registry.View) sayer {
	language := v.Campaign().Language
	return text.For(language).With(v.Campaign().Sentences(language)).Say
}

// source is what papers are made from, as it is now.
func source(v *registry.View) *papers.Source {
	return &papers.Source{Campaign: v.Campaign(), School: v.School(), Today: v.Today()}
}

// everyLanguage are the sentences in all languages: a word is taken in any of them.
func everyLanguage() []sayer {
	var all []sayer
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		all = append(all, text.For(language).Say)
	}
	return all
}

// inWords is a value of [Desk.Words] as people read it.
func inWords(say sayer, value any) string {
	if term, is := value.(data.Term); is {
		return say(string(term), nil)
	}
	return fmt.Sprint(value)
}

// sameWords says that two texts differ in nothing but spaces.
func sameWords(a, b string) bool { return slices.Equal(strings.Fields(a), strings.Fields(b)) }
