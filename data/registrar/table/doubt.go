package table

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
	"graduand/data/roster"
	"graduand/data/workbook"
)

// refuses says why nothing can be taken from a cell, whatever it says: a spreadsheet has
// kept no value, has lost digits of it, or a day can be read in two ways.
func (x *reader) refuses(cell Cell) error {
	day := x.days[cell.Field][cell.Typed]
	switch {
	case cell.Unsaved:
		return data.Fail("proposals.formula", nil)
	case workbook.IsError(cell.Typed):
		return data.Fail("roster.rule.cell_error", data.Args{"value": cell.Typed})
	case cell.Truth && x.codesOf(cell.Field) == nil:
		return data.Fail("roster.rule.cell_truth", nil)
	case x.madeADay(cell):
		return data.Fail("proposals.made_a_day", data.Args{"value": data.Shorten(cell.Typed)})
	case x.codesOf(cell.Field) == nil && roster.LostDigits(cell.Typed):
		return data.Fail("proposals.digits_lost", data.Args{"value": data.Shorten(cell.Typed)})
	case day.Refusal(cell.Typed) != nil:
		return day.Refusal(cell.Typed)
	case day.Severity == data.SeverityConfirm && len(day.Readings) > 1:
		return data.Fail("proposals.two_days", data.Args{"value": data.Shorten(cell.Typed), "date": day.Readings[0].Dotted(), "other": day.Readings[1].Dotted()})
	}
	return nil
}

// madeADay reports that a spreadsheet has made a day of what is none: a house, a class.
func (x *reader) madeADay(cell Cell) bool {
	return x.v.Campaign().Kind(cell.Field).Name != campaign.KindDate && x.codesOf(cell.Field) == nil && (cell.Day || roster.MadeADay(cell.Typed))
}

// doubts says what the whole column tells of a day that reads otherwise by itself, that a day
// is nobody's birth date, or that a name has another sign where an apostrophe stands, or letters
// of another alphabet.
func (x *reader) doubts(cell Cell) error {
	switch cell.Field {
	case data.FieldSurname, data.FieldGivenName, data.FieldPatronymic:
		if meant, rule := roster.SpellingDoubt(cell.Typed); rule != "" {
			return data.Fail("roster.rule."+rule, data.Args{"value": data.Shorten(cell.Typed), "name": meant})
		}
		if meant, is := roster.OtherLayout([]string{cell.Typed}, x.rules); is {
			return data.Fail("roster.rule.name_layout", data.Args{"value": data.Shorten(cell.Typed), "name": meant[0]})
		}
		if rule, signs := roster.NameFault(cell.Typed, x.rules); rule != "" {
			return data.Fail("roster.rule."+rule, data.Args{"value": data.Shorten(cell.Typed), "signs": signs})
		}
		return nil
	}
	day := x.days[cell.Field][cell.Typed]
	switch rule, years := roster.BirthDoubt(day.Date, x.rules); {
	case day.Date == "":
		return nil
	case day.Rule != "":
		return data.Fail("roster.rule."+day.Rule, data.Args{"value": data.Shorten(cell.Typed), "date": day.Date.Dotted(), "other": ""})
	case rule != "" && cell.Field == data.FieldBirthDate:
		return data.Fail("roster.rule."+rule, data.Args{"value": day.Date.Dotted(), "years": years})
	}
	return nil
}

// zeros doubts a number that a spreadsheet seems to have taken the first zeros from: the
// one that is there, or that of a document of its kind, has them.
func (x *reader) zeros(p *Proposed, g *data.Graduate) error {
	if p.Refused != nil || x.v.Campaign().Kind(p.Field).Name == campaign.KindPhone || x.codesOf(p.Field) != nil {
		return nil
	}
	whole := ""
	for _, before := range []string{p.Before, p.Seen} {
		if roster.LostZeros(before, p.After) {
			whole = before
		}
	}
	if whole == "" && p.Field == data.FieldDocumentNumber {
		whole, _ = roster.DocumentZeros(g.Document, x.rules)
	}
	if whole == "" {
		whole, _ = roster.FieldZeros(p.Field, p.After, x.rules)
	}
	if whole == "" {
		return nil
	}
	return data.Fail("proposals.zeros_lost", data.Args{"value": p.After, "whole": whole})
}

// stood are the values of a table before it was changed: field → value → whose it was.
type stood map[string]map[string][]string

func (s stood) add(field, value, graduate string) {
	if s[field] == nil {
		s[field] = map[string][]string{}
	}
	s[field][value] = append(s[field][value], graduate)
}

// markMoved doubts the values that stood with another person before, whose own cell was
// changed too: a column sorted or moved by itself gives everybody somebody else's. A value
// that several had, such as the phone of siblings, or that is one of a list, tells nothing.
func (x *reader) markMoved(proposals []Proposed, before stood) {
	changed := map[string]bool{}
	for _, p := range proposals {
		changed[p.Field+" "+p.Graduate] = true
	}
	for i := range proposals {
		p := &proposals[i]
		if x.codesOf(p.Field) != nil || p.Typed == "" {
			continue
		}
		value, err := x.v.Stored(p.Field, p.Typed)
		owners := before[p.Field][value]
		if err != nil || value == "" || len(owners) != 1 || owners[0] == p.Graduate || !changed[p.Field+" "+owners[0]] {
			continue
		}
		moved := data.Fail("proposals.moved", data.Args{"value": x.shown(p.Field, value), "other": x.nameOf(owners[0])})
		switch {
		case p.Refused == nil:
			p.Doubt = moved
		case slices.Contains(duplicates, data.CodeOf(p.Refused)):
			p.Refused = moved
		}
	}
}

// duplicates are the refusals of what two people cannot have both.
var duplicates = []string{"rule.duplicate_card", "rule.duplicate_document", "rule.duplicate_phone"}

// shown is a stored value as people read it.
func (x *reader) shown(field, value string) any { return x.v.Spoken().Words(field, value) }

func (x *reader) nameOf(id string) string {
	if g := x.v.Lookup(id); g != nil {
		return g.FullName()
	}
	return id
}

// standing are the values of all graduates in some fields.
func standing(v *registry.View, fields []string) stood {
	now := stood{}
	for _, g := range v.All() {
		for _, field := range fields {
			now.add(field, g.Get(field), g.ID)
		}
	}
	return now
}
