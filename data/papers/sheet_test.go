package papers

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
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

// The sheet ends in the language that it is written in, and leaves to the school what the school alone
// answers: to confirm, and to look at a picture.
func TestTheSheetIsWhollyThePupils(t *testing.T) {
	s := sourceOf(t, "ort-2021")
	ky, err := s.In("ky")
	if err != nil {
		t.Fatal(err)
	}
	g := graduateOf(t, ky, "a", "surname=Асанова")
	g.Findings = []data.Finding{{Rule: "phone_fixed", Severity: data.SeverityConfirm}, {Rule: campaign.RulePhotoUnconfirmed, Severity: data.SeverityWarning},
		{Rule: "required", Severity: data.SeverityError, Field: data.FieldSex}}
	sheet, err := ky.CheckSheet(g)
	if err != nil {
		t.Fatal(err)
	}
	if sheet.Privacy == s.Campaign.PrivacyNote || sheet.Privacy == "" {
		t.Errorf("it ends with %q", sheet.Privacy)
	}
	if len(sheet.Lacks) != 1 || sheet.Lacks[0].Rule != "required" {
		t.Errorf("it lacks %+v", sheet.Lacks)
	}
}
