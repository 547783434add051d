package papers

import (
	"slices"
	"testing"

	"graduand/reports"
)

// A scan that nobody asked for takes no line: with all of them the sheet of most people is two pages.
func TestTheSheetHasNoLineForAScanThatNobodyAskedFor(t *testing.T) {
	s := sourceOf(t, "zno-2020")
	for _, c := range []struct {
		value string
		lines bool
	}{{"copy_front=", false}, {"copy_front=f1", true}} {
		sheet, err := s.CheckSheet(graduateOf(t, s, "a", "surname=Ґалаґан", c.value))
		if err != nil {
			t.Fatal(err)
		}
		has := slices.ContainsFunc(sheet.Steps, func(step reports.CheckStep) bool {
			return slices.ContainsFunc(step.Entries, func(e reports.Entry) bool {
				return e.Label == "Скан документа для друку копії"
			})
		})
		if has != c.lines {
			t.Errorf("%s: a line is %v", c.value, has)
		}
	}
}
