package roster

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/workbook/workbooktest"
)

// TestOneCode: a cell that names two values of a field of one is not settled in silence (F-14, UA-020).
func TestOneCode(t *testing.T) {
	for _, rules := range []Rules{ukraine(), kyrgyzstan()} {
		rules.Codes = map[string]map[string][]string{"category": {"now": {"Цього року"}, "past": {"Минулих років"}}}
		rules.One = map[string]bool{"category": true}
		for cell, want := range map[string][]string{
			"Минулих років": nil, "Минулих років; минулих років": nil,
			"Минулих років, Цього року": {"Минулих років", "Цього року"}, "past/now": {"past", "now"},
		} {
			r := read(t, workbooktest.XLSX(t, sheet("Аркуш1", line("ПІБ", "category"), line("Гук Ян", cell))), rules, Options{})
			row := r.Rows[0]
			if want == nil {
				if len(row.Problems) > 0 || row.Graduate.Get("category") != "past" {
					t.Errorf("F-14 %q: %q, %v", cell, row.Graduate.Get("category"), row.Problems)
				}
				continue
			}
			if len(row.Problems) != 1 || row.Problems[0].Rule != "one_code" || row.Problems[0].Severity != data.SeverityConfirm || !slices.Equal(row.Problems[0].Readings, want) {
				t.Errorf("F-14 %q: %+v", cell, row.Problems)
			}
		}
	}
}
