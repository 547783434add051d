package roster

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/workbook/workbooktest"
)

// toldSexes says of every row who it is, of which sex, class and birth date, and its rules.
func toldSexes(rows []Row) []string {
	var told []string
	for _, r := range rows {
		g := r.Graduate
		text := g.FullName() + " " + string(g.Sex) + " " + g.Class
		if g.BirthDate != "" {
			text += " " + g.BirthDate.Dotted()
		}
		for _, rule := range rulesOf(r) {
			text += " " + rule
		}
		told = append(told, text)
	}
	slices.Sort(told)
	return told
}

// TestBoysAndGirlsSideBySide: two columns of names headed by a sex are people of that sex, and
// what stands once for a line is of both, or of the one whom the line names (F-14).
func TestBoysAndGirlsSideBySide(t *testing.T) {
	title := line("11-А клас")
	two := []string{"Гук Ян m 11-А", "Лис Лев m 11-А", "Сич Ія f 11-А"}
	born := []string{"Гук Ян m 11-А 05.03.2003", "Лис Лев m 11-А 06.03.2003", "Сич Ія f 11-А 07.03.2003"}
	for _, c := range []struct {
		name  string
		rules Rules
		lines [][]any
		want  []string
	}{
		{"two columns", ukraine(), [][]any{title, line("Хлопці", "Дівчата"), line("Гук Ян", "Сич Ія"), line("Лис Лев")}, two},
		{"young people", ukraine(), [][]any{title, line("Юнаки (2)", "Дівчата (1)"), line("Гук Ян", "Сич Ія"), line("Лис Лев")}, two},
		{"in Russian", ukraine(), [][]any{title, line("Юноши", "Девушки"), line("Гук Ян", "Сич Ія"), line("Лис Лев")}, two},
		{"children in Russian", ukraine(), [][]any{title, line("№", "Мальчики", "№", "Девочки"), line(1, "Гук Ян", 1, "Сич Ія"), line(2, "Лис Лев")}, two},
		{"in Kyrgyz", kyrgyzstan(), [][]any{title, line("Балдар", "Кыздар"), line("Асанов Бакыт", "Маматова Айзада")}, []string{"Асанов Бакыт m 11-А", "Маматова Айзада f 11-А"}},
		{"girls first", ukraine(), [][]any{title, line("Дівчата", "Хлопці"), line("Сич Ія", "Гук Ян"), line("", "Лис Лев")}, two},
		{"one column of numbers", ukraine(), [][]any{title, line("№", "Хлопці", "Дівчата"), line(1, "Гук Ян", "Сич Ія"), line(2, "Лис Лев")}, two},
		{"a class for both", ukraine(), [][]any{line("Клас", "Хлопці", "Дівчата"), line("11-А", "Гук Ян", "Сич Ія"), line("11-А", "Лис Лев")}, two},
		{"a class behind both", ukraine(), [][]any{line("Хлопці", "Дівчата", "Клас"), line("Гук Ян", "Сич Ія", "11-А"), line("Лис Лев", "", "11-А")}, two},
		{"a birth date each", ukraine(), [][]any{title, line("Хлопці", "Дата народження", "Дівчата", "Дата народження"), line("Гук Ян", "05.03.2003", "Сич Ія", "07.03.2003"), line("Лис Лев", "06.03.2003")}, born},
		{"groups over the columns", ukraine(), [][]any{title, line("Хлопці", "", "Дівчата", ""), line("ПІБ", "Дата народження", "ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003", "Сич Ія", "07.03.2003"), line("Лис Лев", "06.03.2003")}, born},
		{"parts of the name in groups", ukraine(), [][]any{title, line("№", "Хлопці", "", "№", "Дівчата", ""), line("", "Прізвище", "Ім’я", "", "Прізвище", "Ім’я"), line(1, "Гук", "Ян", 1, "Сич", "Ія"), line(2, "Лис", "Лев")}, two},
		{"whose names", ukraine(), [][]any{title, line("Прізвище та ім’я хлопців", "Прізвище та ім’я дівчат"), line("Гук Ян", "Сич Ія"), line("Лис Лев")}, two},
		{"one of the two in a line", ukraine(), [][]any{line("№", "Хлопці", "Дівчата", "Дата народження", "Клас"), line(1, "Гук Ян", "", "05.03.2003", "11-А"), line(2, "", "Сич Ія", "07.03.2003", "11-А"), line(3, "Лис Лев", "", "06.03.2003", "11-А")}, born},
		{"one of the two in a line, and nobody", ukraine(), [][]any{line("Хлопці", "Дівчата", "Дата народження", "Клас"), line("Гук Ян", "", "05.03.2003", "11-А"), line("", "Сич Ія", "07.03.2003", "11-А"), line("", "", "06.03.2003", "11-А")},
			[]string{" m 11-А 06.03.2003 surname_empty given_name_empty", born[0], born[2]}},
		{"boys alone", ukraine(), [][]any{title, line("№", "Хлопці", "Дата народження"), line(1, "Гук Ян", "05.03.2003"), line(2, "Лис Лев", "06.03.2003")}, born[:2]},
		{"two tables one below the other", ukraine(), [][]any{title, line("№", "Хлопці", "Дата народження"), line(1, "Гук Ян", "05.03.2003"), line(2, "Лис Лев", "06.03.2003"), line("№", "Дівчата", "Дата народження"), line(1, "Сич Ія", "07.03.2003")}, born},
		{"a title in the table", ukraine(), [][]any{title, line("№", "Хлопці", "Дата народження"), line(1, "Гук Ян", "05.03.2003"), line("", "Дівчата"), line(1, "Сич Ія", "07.03.2003")}, []string{"Гук Ян  11-А 05.03.2003", "Сич Ія  11-А 07.03.2003"}},
		{"another sex by the patronymic", ukraine(), [][]any{title, line("Хлопці", "Дівчата"), line("Гук Ян Юрійович", "Лис Лев Ілліч")}, []string{"Гук Ян Юрійович m 11-А", "Лис Лев Ілліч f 11-А sex_patronymic"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, sheet("Аркуш1", c.lines...)), c.rules, Options{})
			if got := toldSexes(r.Rows); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestHowManyBoysAndGirls: the words of a sex over numbers and marks are no names, and do not
// displace a column of names; a birth date behind both is nobody's, which is said (F-14).
func TestHowManyBoysAndGirls(t *testing.T) {
	counts := workbooktest.XLSX(t, sheet("Статистика", line("Клас", "Усього", "Хлопці", "Дівчата"), line("11-А", 25, 12, 13), line("11-Б", 20, 12, 8)))
	if code := refusal(t, counts, ukraine(), Options{}); code != "roster.no_header" {
		t.Errorf("a table of numbers: %q", code)
	}
	marks := read(t, workbooktest.XLSX(t, sheet("Аркуш1", line("ПІБ", "Хлопці", "Дівчата", "Клас"), line("Гук Ян", "+", "", "11-А"), line("Сич Ія", "", "+", "11-А"))), ukraine(), Options{})
	if got := toldSexes(marks.Rows); !slices.Equal(got, []string{"Гук Ян  11-А", "Сич Ія  11-А"}) || len(marks.Skipped) != 2 {
		t.Errorf("marks: %q, skipped %v", got, marks.Skipped)
	}
	whose := read(t, workbooktest.XLSX(t, sheet("Аркуш1", line("Хлопці", "Дівчата", "Дата народження"), line("Гук Ян", "Сич Ія", "07.03.2003"))), ukraine(), Options{})
	if got := toldSexes(whose.Rows); !slices.Equal(got, []string{"Гук Ян m ", "Сич Ія f "}) || len(whose.Skipped) != 1 || whose.Skipped[0].Column != "C" {
		t.Errorf("whose birth date: %q, skipped %v", got, whose.Skipped)
	}
	if sex, bare := sexInHeader("Кыз балдар"); sex != data.Female || !bare {
		t.Errorf("girls in Kyrgyz: %q %v", sex, bare)
	}
}
