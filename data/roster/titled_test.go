package roster

import (
	"fmt"
	"slices"
	"testing"

	"graduand/data/workbook/workbooktest"
)

// TestTitleIsNoHeader: a line over the table that names the school or the list is no part of
// the headers, however it is merged and however far above it stands (F-14).
func TestTitleIsNoHeader(t *testing.T) {
	of := map[string]struct {
		rules  Rules
		titles []string
		header []any
		person []any
		want   string
	}{
		"KG": {kyrgyzstan(), []string{"СШ № 14 им. Т. Сатылганова, г. Нарын", "Школа-гимназия имени А. Осмонова № 3", "Фамилии учеников СШ № 14", "Документы на ОРТ", "Паспорта выпускников", "Телефоны учеников", "Окуучулардын аты-жөнү, № 14 орто мектеп", "Сведения о выпускниках и родителях СШ № 14"},
			line("№", "ФИО", "ИНН", "Телефон", "Район"), line(1, "Асанов Бакыт", "22503200301234", "0555123401", "Нарын"), "Асанов Бакыт +996555123401"},
		"UA": {ukraine(), []string{"Ліцей № 14 ім. Т. Шевченка, м. Рівне", "Прізвища випускників ЗОШ № 14", "Паспорти учнів", "Телефони випускників школи № 14", "Імена учнів"},
			line("№", "ПІБ", "Адреса", "Телефон", "Район"), line(1, "Гук Ян", "вул. Лісова, 3", "0501234560", "Рівненський"), "Гук Ян +380501234560"},
	}
	for campaign, c := range of {
		for _, title := range c.titles {
			for gap := range 2 {
				for _, over := range []string{"", "A1:E1", "B1:E1", "B1:D1"} {
					lines := [][]any{line(title)}
					if over != "" && over[0] == 'B' {
						lines[0] = line("", title)
					}
					lines = append(append(lines, make([][]any, gap)...), c.header, c.person)
					mustKeepHeaders(t, fmt.Sprintf("%s %q %s, %d rows between", campaign, title, over, gap), lines, over, c.rules, c.want)
				}
			}
		}
	}
}

func mustKeepHeaders(t *testing.T, name string, lines [][]any, over string, rules Rules, want string) {
	t.Helper()
	content := workbooktest.XLSX(t, sheet("Аркуш1", lines...))
	if over != "" {
		content = merged(t, content, over)
	}
	r := read(t, content, rules, Options{})
	var headers []any
	for _, c := range r.Layouts[0].Columns {
		headers = append(headers, c.Header)
	}
	if !slices.Equal(headers, lines[len(lines)-2]) {
		t.Errorf("%s: headers %q", name, headers)
	}
	if got := toldRows(r.Rows); !slices.Equal(got, []string{want}) {
		t.Errorf("%s: got %q, want %q", name, got, want)
	}
}

// TestTitleWithClass: a title says the class of those under it; one of parents over some of the
// columns stays theirs (F-14).
func TestTitleWithClass(t *testing.T) {
	mustRead(t, []laidOut{
		{"of the school, an empty row between", kyrgyzstan(), [][]any{line("СШ № 14 им. Т. Сатылганова, 11-А класс"), line(), line("№", "ФИО", "Телефон"), line(1, "Асанов Бакыт", "0555123401")}, []string{"A1:C1"}, []string{"Асанов Бакыт 11-А +996555123401"}},
		{"of the school, right above", ukraine(), [][]any{line("Ліцей № 14, прізвища учнів 11-Б класу"), line("№", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560")}, nil, []string{"Гук Ян 11-Б +380501234560"}},
		{"of a mother alone over two columns", ukraine(), [][]any{line("", "", "", "Мати: ПІБ, телефон"), line("№", "ПІБ", "Телефон", "ПІБ", "Телефон"), line(1, "Гук Ян", "0501234560", "Гук Ганна", "0671112233")}, []string{"D1:E1"}, []string{"Гук Ян +380501234560"}},
	})
}
