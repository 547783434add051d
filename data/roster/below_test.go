package roster

import (
	"slices"
	"strings"
	"testing"

	"graduand/data/workbook/workbooktest"
)

// TestParentsBelow: parents who stand below the graduates, under a header of their own or
// each below a child, are in doubt or passed over by name, and never taken in silence (F-14).
func TestParentsBelow(t *testing.T) {
	for _, c := range []struct {
		name   string
		lines  [][]any
		want   []string
		passed int // besides the first header
	}{
		{"a header of mothers", [][]any{line("ПІБ", "Клас", "Телефон"), line("Гук Ян", "11-А", "0501234560"), line(), line("Мати", "Місце роботи", "Телефон"), line("Гук Ганна", "завод", "0671112233")}, []string{"Гук Ган doubtful other_people", "Гук Ян taken"}, 1},
		{"a header of mothers, no telephones", [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("Мати", "Адреса"), line("Гук Ганна", "вул. Нова")}, []string{"Гук Ган doubtful other_people", "Гук Ян taken"}, 1},
		{"fathers, then mothers", [][]any{line("ПІБ", "Клас", "Телефон"), line("Гук Ян", "11-А", "0501234560"), line("Батько", "", "Телефон"), line("Гук Юрій", "", "0671112233"), line("Мати", "", "Телефон"), line("Гук Ганна", "", "0671112234")}, []string{"Гук Ган doubtful other_people class_above", "Гук Юрі doubtful other_people class_above", "Гук Ян taken"}, 2},
		{"who they are in the column of classes", [][]any{line("ПІБ", "Клас", "Телефон"), line("Гук Ян", "11-А", "0501234560"), line("Гук Юрій", "батько", "0671112233"), line("Гук Ганна", "мати", "0671112234")}, []string{"Гук Ган doubtful parent_line", "Гук Юрі doubtful parent_line", "Гук Ян taken"}, 0},
		{"in columns of their own", [][]any{line("№", "ПІБ учня", "Дата народження", "ПІБ батьків", "Телефон батьків"), line(1, "Гук Ян", "05.03.2003", "Гук Юрій", "0671112233"), line("", "", "", "Гук Ганна", "0671112234"), line(2, "Лис Лев", "06.03.2003", "Лис Юрій", "0671112235"), line("", "", "", "Лис Ганна", "0671112236")}, []string{"Гук Ян taken", "Лис Лев taken"}, 2},
		{"in columns of contacts", [][]any{line("ПІБ учня", "Клас", "Контактні особи", "Тел."), line("Гук Ян", "11-А", "Гук Юрій", "0671112233"), line("", "", "Гук Ганна", "0671112234")}, []string{"Гук Ян taken"}, 1},
		{"a person without a name", [][]any{line("№", "ПІБ учня", "Дата народження", "ПІБ батьків", "Телефон батьків"), line(1, "Гук Ян", "05.03.2003", "Гук Юрій", "0671112233"), line(2, "", "", "Лис Ганна", "0671112234"), line("", "", "06.03.2003", "Сич Ганна", "")}, []string{"refused surname_empty given_name_empty", "refused surname_empty given_name_empty", "Гук Ян taken"}, 0},
		{"Father is a surname too", [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("Батько Лев", "екстерн"), line("Батько Ія", "11-А")}, []string{"Батько taken", "Батько taken", "Гук Ян taken"}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, sheet("Аркуш1", c.lines...)), ukraine(), Options{})
			if got := toldOutcomes(r.Rows); !slices.Equal(got, c.want) || len(r.Passed) != c.passed+1 {
				t.Errorf("got %q, want %q; passed %v", got, c.want, r.Passed)
			}
		})
	}
}

// toldOutcomes says of every row what becomes of it, with the beginning of the name.
func toldOutcomes(rows []Row) []string {
	var told []string
	for _, r := range rows {
		outcome := "taken"
		switch {
		case r.Bad():
			outcome = "refused"
		case r.Doubtful():
			outcome = "doubtful"
		}
		name := []rune(r.Graduate.FullName())
		told = append(told, strings.TrimSpace(strings.TrimSpace(string(name[:min(len(name), 7)]))+" "+outcome+" "+strings.Join(rulesOf(r), " ")))
	}
	slices.Sort(told)
	return told
}
