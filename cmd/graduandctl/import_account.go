package main

import (
	"graduand/data/registrar"
	"graduand/data/registrar/roster"
)

// accountFor says what became of all that the file holds: the parts that were not read, how
// many rows were read of each sheet, and, when asked, why each of the others is nobody.
func (s *session) accountFor(read *roster.Roster, every bool) {
	if every {
		s.accountForColumns(read)
	}
	for _, part := range read.Skipped {
		s.note(skippedText(part), partArgs(part))
	}
	for _, part := range read.Contacts {
		s.note("cli.contact_phones", partArgs(part))
	}
	passed := map[string]int{}
	for _, line := range read.Passed {
		if passed[line.Sheet]++; every {
			s.note("cli.passed", map[string]any{"sheet": line.Sheet, "row": line.Number, "text": line.Text,
				"reason": s.say("roster.passed."+line.Reason, nil)})
		}
	}
	people := map[string]int{}
	for i := range read.Rows {
		people[read.Rows[i].Sheet]++
	}
	for _, sheet := range read.Held {
		s.note("cli.held", map[string]any{"sheet": sheet.Sheet, "rows": sheet.Rows, "people": people[sheet.Sheet], "passed": passed[sheet.Sheet]})
	}
}

// accountForColumns says of each column as what it was read.
func (s *session) accountForColumns(read *roster.Roster) {
	for _, column := range read.Columns() {
		id, field := "cli.column", column.Field
		if field == "" {
			id = "cli.column_unread"
		}
		s.note(id, map[string]any{"sheet": column.Sheet, "row": column.Row, "column": column.Column, "header": column.Header,
			"field": s.text().Word(registrar.Inside{Name: s.fieldTitle(field)})})
	}
}

// fieldTitle is what a field of a class list is called.
func (s *session) fieldTitle(field string) any {
	for _, id := range []string{"field." + field, "roster_screen.field." + field} {
		if s.text().Has(id) {
			return s.text().Word(registrar.Title{Name: s.say(id, nil)})
		}
	}
	return s.text().Word(s.registrar.Campaign().FieldTitle(field))
}

// skippedText is the sentence about a part that was not read.
func skippedText(part roster.SkippedPart) string {
	switch {
	case part.GivenOut:
		return "cli.given_out"
	case part.Whole() && part.Hidden:
		return "roster_screen.hidden_sheet"
	case part.Whole():
		return "cli.skipped_sheet"
	case part.Area != "":
		return "cli.skipped_area"
	case part.Hidden:
		return "cli.skipped_hidden"
	case part.Parents:
		return "cli.skipped_parents"
	}
	return "cli.skipped_column"
}

// partArgs is what a sentence may say of a part of a file.
func partArgs(part roster.SkippedPart) map[string]any {
	return map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header, "area": part.Area, "rows": part.Rows}
}
