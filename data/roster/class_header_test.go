package roster

import (
	"testing"

	"graduand/data/workbook/workbooktest"
)

// TestHeadedByClass: the header of the names may be the class, or say it (F-14, KG-031).
func TestHeadedByClass(t *testing.T) {
	list := func(header string) [][]any {
		return [][]any{line("№", header, "Телефон"), line(1, "Гук Ян Юрійович", "0501234560"), line(2, "Крук Ія Львівна", "0501234561")}
	}
	want := []string{"Гук Ян Юрійович 11-А +380501234560", "Крук Ія Львівна 11-А +380501234561"}
	for _, header := range []string{"Учні 11-А", "Ученики 11 А", "Учні 11-А класу", "Випускники 11А класу", "11-А", "11 «а» клас", "Список учнів 11-А класу", "Учащиеся 11 «А» класса", "11-А классынын окуучулары", "Students 11-A"} {
		mustRead(t, []laidOut{
			{header, ukraine(), list(header), nil, want},
			{header + " alone", ukraine(), [][]any{line(header), line("Гук Ян Юрійович"), line("Крук Ія Львівна")}, nil, []string{"Гук Ян Юрійович 11-А", "Крук Ія Львівна 11-А"}},
		})
	}
	mustRead(t, []laidOut{
		{"tables side by side", ukraine(), [][]any{line("11-А", "11-Б"), line("Гук Ян", "Сич Лев"), line("Крук Ія", "Лис Ян"), line("", "Рак Ія")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-А", "Сич Лев 11-Б", "Лис Ян 11-Б", "Рак Ія 11-Б"}},
		{"one with a single name", ukraine(), [][]any{line("11-А", "11-Б"), line("Гук Ян", "Сич Лев"), line("Крук Ія")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-А", "Сич Лев 11-Б"}},
		{"side by side with numbers", kyrgyzstan(), [][]any{line("№", "Ученики 11-А", "", "№", "Ученики 11-Б"), line(1, "Асанов Бакыт", "", 1, "Ким Лев"), line(2, "Асанова Айгүл", "", 2, "Ли Ян")}, nil, []string{"Асанов Бакыт 11-А", "Асанова Айгүл 11-А", "Ким Лев 11-Б", "Ли Ян 11-Б"}},
		{"one below the other", ukraine(), append(append(list("Учні 11-А"), line()), line("№", "Учні 11-Б", "Телефон"), line(1, "Сич Лев", "0501234562")), nil, append(want[:2:2], "Сич Лев 11-Б +380501234562")},
		{"alone, one below the other", ukraine(), [][]any{line("ПІБ"), line("11-А"), line("Гук Ян"), line("11-Б клас"), line("Крук Ія")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"beside columns enough for a header", ukraine(), [][]any{line("№", "Учні 11-А", "Телефон", "Дата народження", "Стать", "Документ"), line(1, "Гук Ян", "0501234560"), line(2, "Крук Ія", "0501234561")}, nil, []string{"Гук Ян 11-А +380501234560", "Крук Ія 11-А +380501234561"}},
		{"a class of its own", ukraine(), [][]any{line("ПІБ учнів 11 класів", "Клас"), line("Гук Ян", "11-В"), line("Крук Ія", "11-Б")}, nil, []string{"Гук Ян 11-В", "Крук Ія 11-Б"}},
	})
}

// TestNoHeaderByClass: a class over what are no names is no header (F-14).
func TestNoHeaderByClass(t *testing.T) {
	for _, lines := range [][][]any{
		{line("11-А", "11-Б"), line("Алгебра", "Фізика"), line("Українська мова", "Історія"), line("Хімія", "Алгебра")},
		{line("Клас", "11-А", "11-Б"), line("Керівник", "Сич Ольга Львівна", "Лис Ганна Львівна"), line("Учнів", "24", "25"), line("Кабінет", "12", "14")},
		{line("Мати 11-А", "Телефон"), line("Гук Ганна", "0671112233"), line("Крук Ольга", "0671112234")},
	} {
		if code := refusal(t, workbooktest.XLSX(t, sheet("Аркуш1", lines...)), ukraine(), Options{}); code != "roster.no_header" {
			t.Errorf("F-14 %v is read: %q", lines[0], code)
		}
	}
}
