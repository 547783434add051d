package roster

import (
	"slices"
	"testing"

	"graduand/data/workbook"
)

// TestSeveralPeopleInOneCell: a cell that names several people is none of one person's (F-14, F-18).
func TestSeveralPeopleInOneCell(t *testing.T) {
	for _, cell := range []string{"Гук Ян Юрійович, Крук Ія Львівна", "Гук Ян Юрійович\nКрук Ія Львівна", "Гук Ян; Крук Ія", "Гук Ян та Крук Ія", "Гук Ян і Лев", "1. Гук Ян 2. Крук Ія",
		"1) Гук Ян\n2) Крук Ія", "Гук Ян + Крук Ія", "Гук Я.Ю., Крук І.Л.", "Гук Ян Юрійович/Гук Лев Юрійович", "Гук Ян Юрійович Крук Ія Львівна", "Асанов Бакыт, Асанов Канат", "Гук Ян, Гук Лев (близнюки)"} {
		mustRead(t, []laidOut{{cell, ukraine(), [][]any{line("ПІБ", "Клас"), line(cell, "11-А")}, nil, []string{"11-А name_several"}}})
	}
	for cell, want := range map[string]string{"Гук, Ян Юрійович": "Гук Ян Юрійович 11-А", "Гук\nЯн Юрійович": "Гук Ян Юрійович 11-А", "Гук Ян,\nЮрійович": "Гук Ян Юрійович 11-А", "Гук, Ян": "Гук Ян 11-А",
		"Гук Анна, Марія": "Гук Анна Марія 11-А name_several name_order", "ГУК ЯН ЮРІЙОВИЧ": "Гук Ян Юрійович 11-А", "5. Гук Ян": "Гук Ян 11-А"} {
		mustRead(t, []laidOut{{cell, ukraine(), [][]any{line("ПІБ", "Клас"), line(cell, "11-А")}, nil, []string{want}}})
	}
}

// TestSeveralPeopleInPartsOfAName: so are cells of surnames and of given names (F-14, F-18).
func TestSeveralPeopleInPartsOfAName(t *testing.T) {
	for want, rows := range map[string][][]string{
		"name_several!": {{"Гук, Крук", "Ян, Ія"}, {"Гук\nКрук", "Ян\nІя"}, {"Гук та Крук", "Ян та Ія"}, {"Гук", "Ян, Лев"}, {"Гук", "Ян; Лев"}, {"Гук", "Ян і Лев"}, {"гук, крук", "ян, ія"}},
		"name_several":  {{"Гук, Крук", "Ян"}, {"Гук\nКрук", "Ян"}, {"Гук", "Ян\nЛев"}},
		"":              {{"Гук", "Анна Марія"}, {"Гук-\nКрук", "Ян"}, {"Верби-\nцька", "Ія"}, {"Драй Хмара", "Ян"}, {"Гук,", "Ян;"}, {"Гук\nвуд", "Ян"}},
	} {
		for _, names := range rows {
			row := readRows(t, bookOf(nil, []string{"Прізвище", "Ім’я", "Клас"}, []string{names[0], names[1], "11-А"}), ukraine())[0]
			got := ""
			if rules := rulesOf(row); slices.Contains(rules, "name_several") {
				got = "name_several"
			}
			if row.Bad() {
				got += "!"
			}
			if got != want {
				t.Errorf("F-14 %q: %q, want %q: %v", names, got, want, rulesOf(row))
			}
		}
	}
	chosen := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {0: workbook.MarkMended}}, []string{"ПІБ", "Клас"}, []string{"Гук, Ян, Лев", "11-А"}), ukraine())[0]
	if slices.Contains(rulesOf(chosen), "name_several") {
		t.Errorf("F-14 what a person has chosen: %v", rulesOf(chosen))
	}
}

// TestTruthValues: a cell that holds true or false is no text (F-14).
func TestTruthValues(t *testing.T) {
	header, row := []string{"ПІБ", "Клас", "Телефон", "Вулиця"}, []string{"Гук Ян", "1", "0", "1"}
	for column := range 4 {
		cells := slices.Clone(row)
		if column != 1 {
			cells[1] = "11-А"
		}
		r := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {column: workbook.MarkTruth}}, header, cells), ukraine())[0]
		if !slices.Contains(rulesOf(r), "cell_truth") || !r.Bad() {
			t.Errorf("F-14 column %d: %v", column, rulesOf(r))
		}
	}
	login := readBookOf(t, accessBook(line("Логин", "ФИО", "Пароль"), line(markedCell{"1", workbook.MarkTruth}, "Асанов Ян", "abcd1234"))).Rows[0]
	if login.Login == "1" || login.Problems[0].Rule != "cell_truth" {
		t.Errorf("KG-035 a login: %+v", login)
	}
}

// TestLettersOfTwoAlphabets: Latin letters that look like Cyrillic ones in a name are refused, and
// what would mend it is proposed where it is one thing (F-14, F-18).
func TestLettersOfTwoAlphabets(t *testing.T) {
	for cells, want := range map[[2]string]string{
		{"Бapaбaш Тимофій Ігорович", "11-А"}: "Барабаш Тимофій Ігорович", {"Гук Oлег", "11-А"}: "Гук Олег", {"Iваненко Iван", "11-А"}: "Іваненко Іван",
		{"Гyк Zоя", "11-А"}: "", {"Дpай Хмара Остап Юрійович", "11-А"}: "", {"Huk Oleh", "11-А"}: "",
	} {
		row := readRows(t, bookOf(nil, []string{"ПІБ", "Клас"}, []string{cells[0], cells[1]}), ukraine())[0]
		got := ""
		for _, p := range row.Problems {
			if cell, text, mends := Mending(&row, p); mends {
				got = text
				again := readRows(t, bookOf(map[int]map[int]workbook.Mark{2: {cell.Column: workbook.MarkMended}}, []string{"ПІБ", "Клас"}, []string{text, cells[1]}), ukraine())[0]
				if again.Bad() || again.Graduate.FullName() != want {
					t.Errorf("F-18 %q mended: %q %v", cells[0], again.Graduate.FullName(), rulesOf(again))
				}
			}
		}
		if got != want || !row.Bad() {
			t.Errorf("F-14 %q: proposed %q, want %q: %v", cells[0], got, want, rulesOf(row))
		}
	}
	parts := readRows(t, bookOf(nil, []string{"Прізвище", "Ім’я", "Клас"}, []string{"Bовк", "Opися", "11-А"}), ukraine())[0]
	var texts []string
	for _, p := range parts.Problems {
		texts = append(texts, p.Readings...)
	}
	if !slices.Equal(texts, []string{"Вовк", "Орися"}) {
		t.Errorf("F-14 in parts: %q", texts)
	}
}
