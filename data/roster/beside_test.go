package roster

import (
	"slices"
	"testing"

	"graduand/data/workbook/workbooktest"
)

// TestNamesBeside: a full name beside its parts, or a part beside the full name, that says
// somebody else puts its row in doubt, and one whose parts are empty is read (F-14).
func TestNamesBeside(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines [][]any
		want  []string
	}{
		{"a full name before the parts", [][]any{line("№", "ПІБ", "Прізвище", "Ім’я", "По батькові"), line(1, "Гук Ян Юрійович", "Гук", "Ян", "Юрійович"), line(2, "Лис Лев Ілліч", "Сич", "Ія", "Львівна")}, []string{"Гук Ян taken", "Сич Ія doubtful name_contradicts"}},
		{"behind them", [][]any{line("Прізвище", "Ім’я", "ПІБ", "Клас"), line("Гук", "Ян", "Гук Ян Юрійович", "11-А"), line("Сич", "Ія", "Лис Лев Ілліч", "11-А")}, []string{"Гук Ян taken", "Сич Ія doubtful name_contradicts"}},
		{"another given name", [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Гук Ян", "Гук", "Ян"), line("Сич Ія", "Сич", "Лев")}, []string{"Гук Ян taken", "Сич Лев doubtful name_contradicts"}},
		{"another patronymic", [][]any{line("ПІБ", "Прізвище", "Ім’я", "По батькові"), line("Гук Ян Юрійович", "Гук", "Ян", "Ілліч"), line("Сич Ія", "Сич", "Ія", "Львівна")}, []string{"Гук Ян doubtful name_contradicts", "Сич Ія taken"}},
		{"initials", [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Гук Я. Ю.", "Гук", "Ян"), line("Сич І.Л.", "Сич", "Ія"), line("Лис К. Ю.", "Лис", "Лев")}, []string{"Гук Ян taken", "Лис Лев doubtful name_contradicts", "Сич Ія taken"}},
		{"the given name first", [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Ян Гук", "Гук", "Ян"), line("ІЯ СИЧ", "Сич", "Ія")}, []string{"Гук Ян taken", "Сич Ія taken"}},
		{"in another case", [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Крука Назара", "Крук", "Назар"), line("Бондар Марії", "Бондар", "Марія"), line("Сича Левка", "Лис", "Лев")}, []string{"Бондар taken", "Крук На taken", "Лис Лев doubtful name_contradicts"}},
		{"in another language", [][]any{line("ПІБ", "Прізвище", "Ім’я"), line("Соловьёва Анна", "Соловйова", "Ганна"), line("Гук Ян", "Гук", "Ян")}, []string{"Гук Ян taken", "Соловйо taken"}},
		{"a surname beside the full name", [][]any{line("ПІБ", "Прізвище", "Клас"), line("Гук Ян", "Гук", "11-А"), line("Сич Ія", "Лис", "11-А")}, []string{"Гук Ян taken", "Сич Ія doubtful name_contradicts"}},
		{"a given name beside the full name", [][]any{line("Ім’я", "ПІБ", "Клас"), line("Ян", "Гук Ян", "11-А"), line("Лев", "Сич Ія", "11-А")}, []string{"Гук Ян taken", "Сич Ія doubtful name_contradicts"}},
		{"the parts of one are empty", [][]any{line("ПІБ", "Прізвище", "Ім’я", "Клас"), line("Гук Ян", "Гук", "Ян", "11-А"), line("Сич Ія Львівна", "", "", "11-А"), line("", "Лис", "Лев", "11-А")}, []string{"Гук Ян taken", "Лис Лев taken", "Сич Ія taken name_beside"}},
		{"a total beside empty parts", [][]any{line("ПІБ", "Прізвище", "Ім’я", "Клас"), line("Гук Ян", "Гук", "Ян", "11-А"), line("Всього: 1")}, []string{"Гук Ян taken"}},
		{"somebody else's name", [][]any{line("ПІБ того, хто заповнює", "Прізвище", "Ім’я"), line("Сич Ольга", "Гук", "Ян")}, []string{"Гук Ян taken"}},
		{"in another script", [][]any{line("ПІБ латиницею", "Прізвище", "Ім’я"), line("Huk Yan", "Гук", "Ян")}, []string{"Гук Ян taken"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, sheet("11-А", c.lines...)), ukraine(), Options{})
			if got := toldOutcomes(r.Rows); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
