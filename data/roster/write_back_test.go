package roster

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/workbook/workbooktest"
)

// days shows cells as days of the calendar, with the hour by another format.
func days(format int, from, to string) func(t *testing.T, f *excelize.File) {
	return func(t *testing.T, f *excelize.File) {
		style, err := f.NewStyle(&excelize.Style{NumFmt: format})
		must(t, err)
		must(t, f.SetCellStyle("Список", from, to, style))
	}
}

// F-14: whoever stands in the workbook of errors is read back as the same person of whom the
// same is wrong, from every layout; what was in doubt is not settled by the way.
func TestTheWorkbookOfErrorsReadBack(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines [][]any
		work  func(t *testing.T, f *excelize.File)
		// again are the outcomes that differ from those before, in their order.
		again []string
	}{
		{"boys and girls", [][]any{line("11-А клас"), line("№", "Хлопці", "№", "Дівчата"), line(1, "Гук", 1, "Сич"), line(2, "Лис Лев9", 2, "Крук Ія9")}, nil, nil},
		{"one of the two in a line", [][]any{line("№", "Хлопці", "Дівчата", "Дата народження", "Клас"), line(1, "Гук", "", "05.03.2003", "11-А"), line(2, "", "Сич", "07.03.2003", "11-А")}, nil, nil},
		{"a name beside its parts", [][]any{line("ПІБ", "Прізвище", "Ім’я", "Клас"), line("Гук Ян", "Лис", "Лев", "11-А"), line("Сич Ія", "", "", "11-А")}, nil, nil},
		{"parts of a class", [][]any{line("ПІБ", "Клас", "Літера"), line("Гук", 11, "А"), line("Сич", 11, "Б")}, nil, nil},
		{"a street that became a day", [][]any{line("ПІБ", "Клас", "Вулиця"), line("Гук Ян", "11-А", 44622), line("Сич", "11-А", "вул. Нова")}, days(14, "C2", "C2"), nil},
		{"parts of a date", [][]any{line("ПІБ", "Дата народження", "", ""), line("", "число", "місяць", "рік"), line("Гук", 5, 3, 2003), line("Сич", 6, 3, 2003)}, nil, nil},
		{"groups of parents", [][]any{line("№", "Учень", "", "Батько", ""), line("", "ПІБ", "Телефон", "ПІБ", "Телефон"), line(1, "Гук", "0501234560", "Гук Юрій", "0671112233"), line(2, "Сич", "0501234561", "Сич Лев", "0671112234")}, nil, nil},
		{"tables below each other", [][]any{line("11-А клас"), line("ПІБ", "Телефон"), line("Гук", "0501234560"), line("11-Б клас"), line("Дата народження", "ПІБ"), line("05.03.2003", "Сич")}, nil, nil},
		{"tables side by side", [][]any{line("11-А клас", "", "11-Б клас", ""), line("№", "ПІБ", "№", "ПІБ"), line(1, "Гук", 1, "Сич"), line(2, "Лис", 2, "Крук")}, nil, nil},
		{"signs of spreadsheets", [][]any{line("ПІБ", "Клас", "Вулиця"), line("Гук", "11-А", "=1+1"), line("'Сич", "11-А", "'вул"), line("Лис", "11-А", "_x2004_")}, nil, nil},
		{"an empty cell below two classes", [][]any{line("ПІБ", "Клас"), line("Гук Ян", "11-А або 11-Б"), line("Сич Ія", "")}, nil, nil},
		{"days that read two ways", [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", "05/03/2003"), line("Сич Ія", "03/04/2003")}, nil, []string{"Гук Ян refused date_unreadable", "Сич Ія refused date_unreadable"}},
		{"hours before midnight", [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", 37685.95), line("Сич Ія", 37685.95)}, days(22, "B2", "B3"), []string{"Гук Ян refused date_unreadable", "Сич Ія refused date_unreadable"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := excelize.OpenReader(bytes.NewReader(workbooktest.XLSX(t, sheet("Список", c.lines...))))
			must(t, err)
			if c.work != nil {
				c.work(t, f)
			}
			content := workbooktest.Bytes(t, f)
			want := c.again
			if want == nil {
				want = toldOutcomes(read(t, content, ukraine(), Options{}).Rows)
			}
			again := read(t, problemsOf(t, content, ukraine(), "uk"), ukraine(), Options{}).Rows
			if got := toldOutcomes(again); !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
