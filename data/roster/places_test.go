package roster

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// TestTablesBesideByOtherHeaders: a table beside the first holds other people, whatever words
// stand over it (F-14, F-18).
func TestTablesBesideByOtherHeaders(t *testing.T) {
	login := kyrgyzstan()
	login.PhoneIsLogin = true
	mustRead(t, []laidOut{
		{"parts beside a full name", ukraine(), [][]any{line("11-А", "", "", "", "11-Б"), line("№", "ПІБ", "Телефон", "", "№ з/п", "Прізвище", "Ім’я", "Мобільний"), line(1, "Гук Ян", "0501234560", "", 1, "Крук", "Ія", "0501234561")}, nil,
			[]string{"Гук Ян 11-А +380501234560", "Крук Ія 11-Б +380501234561"}},
		{"a full name beside parts", ukraine(), [][]any{line("№", "Прізвище", "Ім’я", "Телефон", "№", "ПІБ", "Телефон"), line(1, "Гук", "Ян", "0501234560", 1, "Крук Ія", "0501234561"), line(2, "Лис", "Лев", "", 2, "Сич Ян", "")}, nil,
			[]string{"Гук Ян +380501234560", "Лис Лев", "Крук Ія +380501234561", "Сич Ян"}},
		{"a longer one behind a gap", ukraine(), [][]any{line("11-А", "", "", "11-Б"), line("Прізвище, ім’я", "Телефон", "", "Прізвище та ім’я", "Тел."), line("Гук Ян", "0501234560", "", "Крук Ія", "0501234561"), line("", "", "", "Лис Лев", "0501234562")}, nil,
			[]string{"Гук Ян 11-А +380501234560", "Крук Ія 11-Б +380501234561", "Лис Лев 11-Б +380501234562"}},
		{"in two languages, without numbers and classes", login, [][]any{line("Фамилия", "Имя", "Телефон", "", "Фамилиясы", "Аты", "Телефону"), line("Асанов", "Бакыт", "0555123401", "", "Ким", "Елена", "0555123402")}, nil,
			[]string{"Асанов Бакыт +996555123401", "Ким Елена +996555123402 maybe_parent"}},
		{"the same people in another spelling", ukraine(), [][]any{line("ПІБ", "Клас", "", "Прізвище латиницею", "Ім’я латиницею"), line("Гук Ян", "11-А", "", "Huk", "Yan")}, nil, []string{"Гук Ян 11-А"}},
		{"parents behind a gap", ukraine(), [][]any{line("Прізвище", "Ім’я", "Клас", "", "ПІБ батька"), line("Гук", "Ян", "11-А", "", "Гук Лев")}, nil, []string{"Гук Ян 11-А"}},
		{"a column in parts under one title", ukraine(), [][]any{line("ПІБ", "", "", "Клас"), line("Гук", "Ян", "Юрійович", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А"}},
	})
}

// TestPeopleOverTheHeader: who stands over the header is for a person to look at, titles are not
// (F-14, F-18).
func TestPeopleOverTheHeader(t *testing.T) {
	mustRead(t, []laidOut{
		{"one with a number and a class", ukraine(), [][]any{line(1, "Гук Ян Юрійович", "11-А"), line("№", "ПІБ", "Клас"), line(2, "Крук Ія", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А over_header", "Крук Ія 11-А"}},
		{"two by telephones, below a title", ukraine(), [][]any{line("Список 11-А"), line("Гук Ян", "0501234560"), line("Лис Лев", "0501234562"), line("ПІБ", "Телефон"), line("Крук Ія", "0501234561")}, nil,
			[]string{"Гук Ян 11-А +380501234560 over_header", "Лис Лев 11-А +380501234562 over_header", "Крук Ія 11-А +380501234561"}},
		{"in parts", kyrgyzstan(), [][]any{line("Асанов", "Бакыт", "11-А"), line("Фамилия", "Имя", "Класс"), line("Ким", "Елена", "11-А")}, nil, []string{"Асанов Бакыт 11-А over_header", "Ким Елена 11-А"}},
		{"titles", ukraine(), [][]any{line("Додаток 3", "до наказу", "12"), line("Ліцей Мрія", "", "11-А"), line("№", "ПІБ", "Клас"), line(1, "Крук Ія", "11-А")}, nil, []string{"Крук Ія 11-А"}},
		{"who has signed", ukraine(), [][]any{line("", "Директор Гук Ян", "0501234560"), line("№", "ПІБ", "Телефон"), line(1, "Крук Ія", "0501234561")}, nil, []string{"Крук Ія +380501234561"}},
	})
}

// TestContactsOfWhom: a title of contacts over «батьків» and «учня» says whose they are (F-14, KG-031).
func TestContactsOfWhom(t *testing.T) {
	login := kyrgyzstan()
	login.PhoneIsLogin = true
	for _, over := range []string{"Контакти", "Контакт", "Телефон", "Моб. тел.", "Контактний телефон"} {
		for _, of := range [][]string{{"батьків", "учня"}, {"мати", "учень"}, {"батька", "випускника"}, {"опікуна", "здобувача освіти"}} {
			mustRead(t, []laidOut{
				{over + " " + of[0], ukraine(), [][]any{line("ПІБ", "Клас", over, ""), line("", "", of[0], of[1]), line("Гук Ян", "11-А", "0671112233", "0501234560")}, []string{"C1:D1"}, []string{"Гук Ян 11-А +380501234560"}},
				{over + " " + of[1], ukraine(), [][]any{line("ПІБ", "Клас", over, ""), line("", "", of[1], of[0]), line("Гук Ян", "11-А", "0501234560", "0671112233")}, []string{"C1:D1"}, []string{"Гук Ян 11-А +380501234560"}},
			})
		}
	}
	mustRead(t, []laidOut{
		{"in Russian", login, [][]any{line("ФИО", "Класс", "Контакты", ""), line("", "", "родителя", "ученика"), line("Асанов Бакыт", "11-А", "0700112233", "0555123401")}, []string{"C1:D1"}, []string{"Асанов Бакыт 11-А +996555123401"}},
		{"of a parent alone", login, [][]any{line("ФИО", "Класс", "Контакты", ""), line("", "", "ФИО матери", "Телефон"), line("Асанов Бакыт", "11-А", "Асанова Гүлнара", "0700112233")}, []string{"C1:D1"}, []string{"Асанов Бакыт 11-А"}},
	})
}

// TestDaysUnderKyrgyzHeaders: «датасы» has the word for a father in it, and speaks of none (F-14).
func TestDaysUnderKyrgyzHeaders(t *testing.T) {
	for _, header := range []string{"Туулган датасы", "Туулган датасын жазыңыз", "Туулган күнү", "Туулган жылы, айы, күнү"} {
		row := readRows(t, bookOf(nil, []string{"Фамилиясы, аты", "Классы", header}, []string{"Асанов Бакыт", "11-А", "14.05.2003"}), kyrgyzstan())[0]
		if row.Graduate.BirthDate != "2003-05-14" {
			t.Errorf("F-14 %s: %q", header, row.Graduate.BirthDate)
		}
	}
	for _, header := range []string{"Атасы", "Атасынын телефону", "Апасынын аты-жөнү"} {
		if !foreign(header) {
			t.Errorf("F-14 %s is of parents", header)
		}
	}
}

// TestDittoMarks: a sign for «as above» is the value above, and said (F-14, F-18).
func TestDittoMarks(t *testing.T) {
	for _, sign := range []string{`"`, "-//-", "--//--", "-«-", "″", "〃", "''", "те саме", "так само", "то же", "-\"-", "„"} {
		book := bookOf(nil, []string{"ПІБ", "Клас", "Вулиця"}, []string{"Гук Ян", "11-А", "вул. Миру"}, []string{"Крук Ія", sign, sign}, []string{"Лис Лев", sign, sign})
		book.Sheets[0].Name = "Аркуш1"
		for _, row := range readRows(t, book, ukraine())[1:] {
			if g := row.Graduate; g.Class != "11-А" || g.Fields["street"] != "вул. Миру" || row.Bad() || row.Doubtful() || !slices.Contains(rulesOf(row), "class_above") || !slices.Contains(rulesOf(row), "ditto") {
				t.Errorf("F-14 %s: %s %q %v", sign, g.Class, g.Fields["street"], rulesOf(row))
			}
		}
	}
	mustRead(t, []laidOut{
		{"of brothers", ukraine(), [][]any{line("Прізвище", "Ім’я", "Телефон"), line("Гук", "Ян", "0501234560"), line("-//-", "Лев", "-//-")}, nil, []string{"Гук Ян +380501234560", "Гук Лев +380501234560 ditto ditto"}},
		{"with nothing above", ukraine(), [][]any{line("ПІБ", "Клас"), line("Гук Ян", `"`), line("Крук Ія", "11-А")}, nil, []string{"Гук Ян class_empty", "Крук Ія 11-А"}},
		{"a stroke", ukraine(), [][]any{line("ПІБ", "Телефон"), line("Гук Ян", "0501234560"), line("Крук Ія", "—")}, nil, []string{"Гук Ян +380501234560", "Крук Ія"}},
	})
}

// TestWhatIsNoClass: a telephone or a name where a class stands is asked about (F-14, F-18).
func TestWhatIsNoClass(t *testing.T) {
	for _, cell := range []string{"0501234560", "+380 50 123 45 60", "Данилівна", "Юрій", "11,1", "11.10"} {
		row := readRows(t, bookOf(nil, []string{"ПІБ", "Клас"}, []string{"Гук Ян", cell}), ukraine())[0]
		if !row.Doubtful() || !slices.Contains(rulesOf(row), "class_strange") {
			t.Errorf("F-14 %s: %v", cell, rulesOf(row))
		}
	}
	for _, cell := range []string{"11-А", "11-1", "ПІ-1-20", "випускник минулих років", "11", "група 2019"} {
		if row := readRows(t, bookOf(nil, []string{"ПІБ", "Клас"}, []string{"Гук Ян", cell}), ukraine())[0]; slices.Contains(rulesOf(row), "class_strange") {
			t.Errorf("F-14 %s: %v", cell, rulesOf(row))
		}
	}
}

// TestExamplesAndFreePlaces: a line that shows how to fill in a list, or that nobody takes (F-14).
func TestExamplesAndFreePlaces(t *testing.T) {
	mustRead(t, []laidOut{
		{"a free place", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line(1, "Вакантне місце", "11-А"), line(2, "Вільне місце", "11-А"), line(3, "Вакуленко Ян", "11-А")}, nil, []string{"Вакантне Місце 11-А sample_row", "Вільне Місце 11-А sample_row", "Вакуленко Ян 11-А"}},
		{"an example by its number", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line("Зразок", "Гук Ян Юрійович", "11-А"), line(1, "Крук Ія", "11-А")}, nil, []string{"Гук Ян Юрійович 11-А sample_row", "Крук Ія 11-А"}},
		{"in Russian and Kyrgyz", kyrgyzstan(), [][]any{line("№", "ФИО", "Класс"), line("Пример", "Асанов Бакыт", "11-А"), line("Үлгү:", "Асанов Эрмек", "11-А"), line(1, "Примеров Бакыт", "11-А")}, nil, []string{"Асанов Бакыт 11-А sample_row", "Асанов Эрмек 11-А sample_row", "Примеров Бакыт 11-А"}},
	})
}

// TestQuotesOfPrint: quotes round whole cells are no part of them (F-14).
func TestQuotesOfPrint(t *testing.T) {
	for _, q := range []string{"«»", "“”", "„“", "„”", `""`} {
		pair := []rune(q)
		quoted := func(s string) string { return string(pair[0]) + s + string(pair[1]) }
		row := readRows(t, bookOf(nil, []string{"Прізвище", "Ім’я", "Клас", "Телефон", "Дата народження"}, []string{quoted("Гук"), quoted("Ян"), quoted("11-А"), quoted("0501234560"), quoted("14.05.2003")}), ukraine())[0]
		if g := row.Graduate; g.Surname != "Гук" || g.GivenName != "Ян" || g.Class != "11-А" || g.Phone != "+380501234560" || g.BirthDate != "2003-05-14" || len(row.Problems) > 0 {
			t.Errorf("F-14 %s: %+v %v", q, g, rulesOf(row))
		}
	}
}

// TestSpoiltLetters: a file that was saved in a wrong code is said to be one (F-14).
func TestSpoiltLetters(t *testing.T) {
	for code, cell := range map[string]string{
		"UTF-8 read as windows-1251":   "РџСЂС–Р·РІРёС‰Рµ С‚Р° С–Рј'СЏ СѓС‡РЅСЏ",
		"UTF-8 read as Latin-1":        "ÐÑÑÐ·Ð²Ð¸ÑÐµ ÑÐ° ÑÐ¼ ÑÑÐ½Ñ",
		"windows-1251 read as Latin-1": "Ïð³çâèùå òà ³ì ó÷íÿ",
	} {
		_, err := readBook(t.Context(), bookOf(nil, []string{cell, "11-А"}, []string{cell, "x"}), ukraine(), Options{})
		if data.CodeOf(err) != "roster.letters_spoilt" {
			t.Errorf("F-14 %s: %v", code, err)
		}
	}
	_, err := readBook(t.Context(), &workbook.Book{Sheets: []workbook.Sheet{{Lines: []workbook.Line{{Number: 1, Cells: []string{"Розклад уроків", "Середа"}}}}}}, ukraine(), Options{})
	if data.CodeOf(err) != "roster.no_header" {
		t.Errorf("F-14 another table: %v", err)
	}
}

// TestWhosePhoneACommentNames: a comment may give the only number to a parent (F-14, KG-033).
func TestWhosePhoneACommentNames(t *testing.T) {
	for note, second := range map[string]string{"телефон мами": "+380501234560", "Тел. батька": "+380501234560", "номер матері, телефон": "+380501234560", "телефон новий": "", "мама на роботі": "", "": ""} {
		book := bookOf(nil, []string{"ПІБ", "Телефон"}, []string{"Гук Ян", "0501234560"})
		book.Sheets[0].Lines[1].Notes = []string{note}
		row := readRows(t, book, ukraine())[0]
		if got := row.Graduate.Fields[FieldPhone2]; got != second || row.Doubtful() != (second != "") || second != "" && !slices.Equal(row.Problems[0].Readings, []string{second + " (" + note + ")", second}) {
			t.Errorf("F-14 %q: second %q, %v", note, got, row.Problems)
		}
	}
	book := bookOf(nil, []string{"ПІБ", "Телефон", "Телефон мами"}, []string{"Гук Ян", "0501234560", "0671112233"})
	book.Sheets[0].Lines[1].Notes = []string{"телефон мами змінився"}
	if row := readRows(t, book, ukraine())[0]; row.Doubtful() {
		t.Errorf("F-14 a comment on the parents' column: %v", row.Problems)
	}
}

// TestNumberedColumns: a line that numbers the columns is nobody, by letters too (F-14).
func TestNumberedColumns(t *testing.T) {
	for _, cells := range [][]any{line("А", "Б", "1"), line("А", "Б", "В"), line("A", "Б", "1"), line("1", "2", "3")} {
		got := read(t, workbooktest.XLSX(t, sheet("Аркуш1", line("№", "ПІБ", "Клас"), cells, line(1, "Гук Ян", "11-А"))), ukraine(), Options{})
		if want := []string{"Гук Ян 11-А"}; !slices.Equal(toldRows(got.Rows), want) {
			t.Errorf("F-14 %v: %q", cells, toldRows(got.Rows))
		}
	}
	mustRead(t, []laidOut{{"a letter for a name", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line(1, "А", "11-А"), line(2, "Гук Ян", "11-А")}, nil, []string{"А 11-А given_name_empty", "Гук Ян 11-А"}}})
}

// TestDocumentUnderSeries: a series with its number behind it is a whole document (F-14).
func TestDocumentUnderSeries(t *testing.T) {
	for cells, want := range map[[2]string]string{{"КВ 123456", ""}: "КВ 123456", {"КВ", "123456"}: "КВ 123456", {"", "КВ123456"}: "КВ 123456", {"I-КВ № 123456", ""}: "I-КВ 123456"} {
		row := readRows(t, bookOf(nil, []string{"ПІБ", "Серія", "Номер"}, []string{"Гук Ян", cells[0], cells[1]}), ukraine())[0]
		if got := row.Graduate.Document.Text(); got != want || row.Bad() {
			t.Errorf("F-14 %q: %q %v", cells, got, rulesOf(row))
		}
	}
	if row := readRows(t, bookOf(nil, []string{"ПІБ", "Серія", "Номер"}, []string{"Гук Ян", "КВ 123456", "123457"}), ukraine())[0]; !row.Bad() {
		t.Errorf("F-14 two numbers: %q", row.Graduate.Document.Text())
	}
}
