package main

import (
	"graduand/data/registrar/roster"
)

// accountFor says what became of all that the file holds: the parts that were not read, how
// many rows were read of each sheet, and, when asked, why each of the others is nobody.
func (s *session) accountFor(read *roster.Roster, every bool) {
	for _, part := range read.Skipped {
		s.note(skippedText(part), map[string]any{"sheet": part.Sheet, "column": part.Column, "header": part.Header, "rows": part.Rows})
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

// skippedText is the sentence about a part that was not read.
func skippedText(part roster.SkippedPart) string {
	switch {
	case part.Column == "":
		return "cli.skipped_sheet"
	case part.Hidden:
		return "cli.skipped_hidden"
	case part.Parents:
		return "cli.skipped_parents"
	}
	return "cli.skipped_column"
}
