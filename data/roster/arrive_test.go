package roster

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// told is a row as the tests below say it: name, class, phone, and the rules it breaks.
func toldRow(row Row) string {
	g := row.Graduate
	return strings.Join(strings.Fields(g.FullName()+" "+g.Class+" "+g.Phone+" "+strings.Join(rulesOf(row), " ")), " ")
}

func toldRows(rows []Row) []string {
	var told []string
	for _, row := range rows {
		told = append(told, toldRow(row))
	}
	return told
}

// TestWhoIsWho reads lists in which others stand beside the graduates.
func TestWhoIsWho(t *testing.T) {
	for _, c := range []struct {
		name   string
		rules  Rules
		lines  [][]any
		merged []string
		want   []string
	}{
		{"parents under two rows", ukraine(), [][]any{line("№", "Учень", "", "", "Батько", "", "Мати"), line("", "ПІБ", "Дата народження", "Телефон", "ПІБ", "Телефон", "ПІБ", "Телефон"),
			line(1, "Гук Ян Юрійович", "05.03.2003", "0501234560", "Гук Юрій Ілліч", "0671112233", "Гук Ганна Львівна", "0672223344")}, nil, []string{"Гук Ян Юрійович +380501234560"}},
		{"parents under merged cells", ukraine(), [][]any{line("Учениця", "", "Тато", "", "Мама"), line("ПІБ", "Телефон", "ПІБ", "Телефон", "ПІБ", "Телефон"),
			line("Крук Ія Петрівна", "0501234560", "Крук Петро Ілліч", "0671112233", "Крук Ганна Львівна", "0672223344")}, []string{"A1:B1", "C1:D1", "E1:F1"}, []string{"Крук Ія Петрівна +380501234560"}},
		{"parents first", ukraine(), [][]any{line("Мати", "", "Учень", ""), line("ПІБ", "Телефон", "ПІБ", "Телефон"),
			line("Гук Ганна Львівна", "0672223344", "Гук Ян Юрійович", "0501234560")}, nil, []string{"Гук Ян Юрійович +380501234560"}},
		{"a guardian without a number", ukraine(), [][]any{line("Здобувач освіти", "", "Опікун"), line("ПІБ", "Клас", "ПІБ"), line("Гук Ян", "11-А", "Сич Ольга")}, nil, []string{"Гук Ян 11-А"}},
		{"otets and mat", kyrgyzstan(), [][]any{line("№", "Ученик", "", "Отец", "", "Мать"), line("", "ФИО", "Телефон", "ФИО", "Телефон", "ФИО", "Телефон"),
			line(1, "Асанов Бакыт", "0555123401", "Асанов Эрмек", "0555112233", "Асанова Гүлнара", "0555223344")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"ata-ene", kyrgyzstan(), [][]any{line("Окуучу", "", "Ата-энеси", ""), line("Аты-жөнү", "Телефону", "Аты-жөнү", "Телефону"), line("Асанов Бакыт", "0555123401", "Асанов Эрмек", "0555112233")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"plain headers of parents", ukraine(), [][]any{line("ПІБ", "Батько", "Телефон батько", "Мама", "Тел. мами", "Телефон учня"),
			line("Гук Ян", "Гук Юрій", "0671112233", "Гук Ганна", "0672223344", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"a parent right before the graduate's telephone", ukraine(), [][]any{line("ПІБ", "Мати", "Телефон учня"), line("Гук Ян", "Гук Ганна", "0501234560")}, nil, []string{"Гук Ян +380501234560"}},
		{"папа and мама before the own number", kyrgyzstan(), [][]any{line("ФИО", "Телефон папы", "Телефон мамы", "Телефон"), line("Асанов Бакыт", "0555112233", "0555223344", "0555123401")}, nil, []string{"Асанов Бакыт +996555123401"}},
		{"a second table below in another order", ukraine(), [][]any{line("Список 11-А класу"), line("№", "Прізвище", "Ім’я", "Дата народження"), line(1, "Гук", "Ян", "05.03.2003"), line(),
			line("Список 11-Б класу"), line("№", "Ім’я", "Прізвище", "Дата народження"), line(1, "Ія", "Крук", "06.03.2003")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"a second table with a header of two rows", ukraine(), [][]any{line("ПІБ", "Телефон", "Клас"), line("Гук Ян", "0501234560", "11-А"), line(),
			line("Учень", "", "Мати", ""), line("ПІБ", "Телефон", "ПІБ", "Телефон"), line("Крук Ія", "0501234561", "Крук Ганна", "0671112233")}, nil, []string{"Гук Ян 11-А +380501234560", "Крук Ія +380501234561"}},
		{"a table below and to the right", ukraine(), [][]any{line("№", "ПІБ", "Клас"), line(1, "Гук Ян", "11-А"), line(2, "Сич Ян", "11-А"), line(),
			line("", "", "", "", "№", "ПІБ", "Клас"), line("", "", "", "", 1, "Крук Ія", "11-Б")}, nil, []string{"Гук Ян 11-А", "Сич Ян 11-А", "Крук Ія 11-Б"}},
		{"total rows of tables", ukraine(), [][]any{line("Прізвище", "Ім’я", "Клас", "Телефон"), line("Гук", "Ян", "11-А", "0501234560"), line("Підсумок", "", 1, 1)}, nil, []string{"Гук Ян 11-А +380501234560"}},
		{"total rows of tables in Russian", kyrgyzstan(), [][]any{line("Фамилия", "Имя", "Класс"), line("Асанов", "Бакыт", "11-А"), line("Итог", "", 1)}, nil, []string{"Асанов Бакыт 11-А"}},
		{"total rows of tables in English", kyrgyzstan(), [][]any{line("Surname", "Name", "Class"), line("Асанов", "Бакыт", "11-А"), line("Total", "", 1)}, nil, []string{"Асанов Бакыт 11-А"}},
		{"a class in two columns", ukraine(), [][]any{line("ПІБ", "Клас", "Літера"), line("Гук Ян", 11, "А"), line("Крук Ія", "11", "«Б»")}, nil, []string{"Гук Ян 11-А", "Крук Ія 11-Б"}},
		{"number and letter of a class", kyrgyzstan(), [][]any{line("ФИО", "Номер класса", "Буква класса"), line("Асанов Бакыт", 11, "а")}, nil, []string{"Асанов Бакыт 11-А"}},
		{"the letter before the number", ukraine(), [][]any{line("Буква", "Клас", "ПІБ"), line("Б", "11", "Гук Ян")}, nil, []string{"Гук Ян 11-Б"}},
		{"a letter merged over rows", ukraine(), [][]any{line("ПІБ", "Клас", "Літера"), line("Гук Ян", 11, "А"), line("Крук Ія", "", ""), line("Сич Ян", 11, "Б")}, []string{"B2:B3", "C2:C3"}, []string{"Гук Ян 11-А", "Крук Ія 11-А", "Сич Ян 11-Б"}},
		{"a letter alone under a number in the title", ukraine(), [][]any{line("Учні 11 класу"), line("ПІБ", "Літера", "Дата народження"), line("Гук Ян", "А", "05.03.2003")}, nil, []string{"Гук Ян 11-А"}},
		{"a letter alone", ukraine(), [][]any{line("ПІБ", "Літера"), line("Гук Ян", "А")}, nil, []string{"Гук Ян А class_letter"}},
		{"the questions of a form", ukraine(), [][]any{line("Позначка часу", "Ваше прізвище, ім’я та по батькові", "У якому класі ви навчаєтесь?", "Ваш номер телефону"), line("03.02.2020 10:14:22", "Гук Ян Юрійович", "11-А", "0501234560")}, nil,
			[]string{"Гук Ян Юрійович 11-А +380501234560"}},
		{"the questions of a form in Russian", kyrgyzstan(), [][]any{line("Отметка времени", "Фамилия, имя, отчество", "В каком классе вы учитесь?", "Номер телефона"), line("03.02.2021 10:14:22", "Асанов Бакыт Эрмекович", "11-А", "0555123401")}, nil,
			[]string{"Асанов Бакыт Эрмекович 11-А +996555123401"}},
		{"twins share a merged telephone", ukraine(), [][]any{line("ПІБ", "Телефон", "Дата народження"), line("Гук Ян", "0501234560", "05.03.2003"), line("Гук Ія", "", "")}, []string{"B2:B3", "C2:C3"},
			[]string{"Гук Ян +380501234560", "Гук Ія +380501234560 merged_cell merged_cell"}},
		{"a note that somebody has left", ukraine(), [][]any{line("ПІБ", "Клас", "Примітка"), line("Гук Ян", "11-А", "вибув 12.01.2020, наказ № 14"), line("Крук Ія", "11-А", "староста"), line("Сич Ян", "11-А", "відрахована")}, nil,
			[]string{"Гук Ян 11-А left_note", "Крук Ія 11-А", "Сич Ян 11-А left_note"}},
		{"a note without a header", kyrgyzstan(), [][]any{line("ФИО", "Класс"), line("Асанов Бакыт", "11-А", "отчислен"), line("Усупова Айгүл", "11-А", "окуудан чыгарылган")}, nil,
			[]string{"Асанов Бакыт 11-А left_note", "Усупова Айгүл 11-А left_note"}},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			r := read(t, merged(t, workbooktest.XLSX(t, sheet("Аркуш1", c.lines...)), c.merged...), c.rules, Options{})
			if got := toldRows(r.Rows); !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestTelephonesBesideParents: a second telephone refuses nobody, and one that stands behind a
// parent and says whose it is stays the graduate's (F-14, KG-033).
func TestTelephonesBesideParents(t *testing.T) {
	rules := kyrgyzstan()
	rules.PhoneIsLogin = true
	r := read(t, workbooktest.XLSX(t, sheet("Лист1", line("ФИО", "Мать", "Телефон ученика"), line("Асанов Бакыт", "Асанова Айгүл", "0555123401"))), rules, Options{})
	if got := r.Rows[0].Graduate.Phone; got != "+996555123401" || len(r.Skipped) != 0 {
		t.Errorf("KG-033 login %q, not read %+v", got, r.Skipped)
	}
	r = read(t, workbooktest.XLSX(t, sheet("Аркуш1", line("ПІБ", "Телефон", "Домашній телефон"), line("Гук Ян", "0501234560", "немає зв’язку"))), ukraine(), Options{})
	if r.Rows[0].Bad() || len(r.Rows[0].Problems) != 1 {
		t.Errorf("F-14 a second telephone that is none: %+v", r.Rows[0].Problems)
	}
}

// TestLoginOfParents: a parent's telephone never becomes a login in silence (KG-033).
func TestLoginOfParents(t *testing.T) {
	rules := kyrgyzstan()
	content := workbooktest.XLSX(t, sheet("Лист1", line("ФИО", "Телефон мамы"), line("Асанов Бакыт", "0555223344")))
	if got := read(t, content, rules, Options{}).Rows[0].Graduate.Phone; got != "+996555223344" {
		t.Errorf("KG-033 a campaign without logins: %q", got)
	}
	rules.PhoneIsLogin = true
	r := read(t, content, rules, Options{})
	if got := r.Rows[0].Graduate.Phone; got != "" || len(r.Skipped) != 1 || !r.Skipped[0].Parents {
		t.Errorf("KG-033 login %q, said %+v", got, r.Skipped)
	}
	if got := read(t, content, rules, Options{Columns: map[string]string{"phone": "B"}}).Rows[0].Graduate.Phone; got != "+996555223344" {
		t.Errorf("KG-033 the person says that it is the login: %q", got)
	}
}

// unseen is a sheet as the reader of workbooks hands it over.
func unseen(lines ...workbook.Line) *workbook.Book {
	for i := range lines {
		lines[i].Number = i + 1
	}
	return &workbook.Book{Sheets: []workbook.Sheet{{Name: "11-А", Lines: lines}}}
}

// TestWhatNobodySees: what is hidden or struck out is said, and a person decides (F-14).
func TestWhatNobodySees(t *testing.T) {
	header := workbook.Line{Cells: []string{"ПІБ", "Телефон", "Телефон"}}
	people := func(change func(*workbook.Line)) *workbook.Book {
		second := workbook.Line{Cells: []string{"Крук Ія", "0661110002", "0501234561"}}
		change(&second)
		return unseen(header, workbook.Line{Cells: []string{"Гук Ян", "0661110001", "0501234560"}}, second)
	}
	for _, c := range []struct {
		name   string
		change func(*workbook.Line)
		want   string
	}{
		{"a hidden row", func(l *workbook.Line) { l.Hidden = true }, "Крук Ія 11-А +380661110002 hidden_row"},
		{"a name struck out", func(l *workbook.Line) { l.Marks = []workbook.Mark{workbook.MarkStruck} }, "Крук Ія 11-А +380661110002 struck_row"},
		{"a telephone struck out", func(l *workbook.Line) { l.Marks = []workbook.Mark{0, workbook.MarkStruck} }, "Крук Ія 11-А +380661110002 struck_cell"},
		{"a name in white letters", func(l *workbook.Line) { l.Marks = []workbook.Mark{workbook.MarkUnseen} }, "Крук Ія 11-А +380661110002 unseen_row"},
		{"a telephone in white letters", func(l *workbook.Line) { l.Marks = []workbook.Mark{0, workbook.MarkUnseen} }, "Крук Ія 11-А +380661110002 unseen_cell"},
		{"a formula without a value", func(l *workbook.Line) {
			l.Cells[1], l.Marks = "", []workbook.Mark{0, workbook.MarkUnsaved}
		}, "Крук Ія 11-А formula_unsaved"},
		{"a name that is a formula without a value", func(l *workbook.Line) {
			l.Cells, l.Marks = []string{"", "", ""}, []workbook.Mark{workbook.MarkUnsaved}
		}, "11-А formula_unsaved"},
	} {
		r, err := readBook(t.Context(), people(c.change), ukraine(), Options{})
		must(t, err)
		if got := toldRow(r.Rows[1]); got != c.want {
			t.Errorf("F-14 %s: %q, want %q", c.name, got, c.want)
		}
		if doubtful := strings.Contains(c.want, "_row") || strings.Contains(c.want, "struck") || strings.Contains(c.want, "unseen"); r.Rows[1].Doubtful() != doubtful {
			t.Errorf("F-14 %s: doubtful %v", c.name, !doubtful)
		}
	}
	book := people(func(*workbook.Line) {})
	book.Sheets[0].HiddenColumns = []int{1}
	r, err := readBook(t.Context(), book, ukraine(), Options{})
	must(t, err)
	if got := toldRow(r.Rows[0]); got != "Гук Ян 11-А +380501234560" || len(r.Skipped) != 1 || !r.Skipped[0].Hidden {
		t.Errorf("F-14 a hidden column: %q, said %+v", got, r.Skipped)
	}
}

// TestSamePersonAgain: a name that comes again is no second person by itself (F-18).
func TestSamePersonAgain(t *testing.T) {
	header := line("ПІБ", "Клас", "Дата народження", "Телефон", "Документ")
	for _, c := range []struct {
		name  string
		lines [][]any
		want  []string
	}{
		{"another birth date", [][]any{header, line("Гук Ян", "11-А", "05.03.2003"), line("Гук Ян", "11-А", "05.04.2003")}, []string{"", "namesake"}},
		{"another class", [][]any{header, line("Гук Ян", "11-А"), line("Гук Ян", "11-Б")}, []string{"", "namesake"}},
		{"another telephone", [][]any{header, line("Гук Ян", "11-А", "05.03.2003", "0501234560"), line("Гук Ян", "11-А", "05.03.2003", "0501234561")}, []string{"", "duplicate_differs"}},
		{"nothing else", [][]any{header, line("Гук Ян", "11-А", "05.03.2003"), line("Гук Ян", "11-А", "05.03.2003")}, []string{"", "duplicate_person"}},
		{"two people of one name", [][]any{header, line("Гук Ян", "11-А", "05.03.2003", "", "КВ 123456"), line("Гук Ян", "11-Б", "06.04.2003", "", "КВ 123457")}, []string{"", "namesake"}},
		{"a note that the first has left", [][]any{header, line("Гук Ян", "11-А", "05.03.2003", "", "", "вибув"), line("Гук Ян", "11-А", "05.03.2003")}, []string{"left_note duplicate_person", ""}},
	} {
		rows := read(t, workbooktest.XLSX(t, sheet("11", c.lines...)), ukraine(), Options{}).Rows
		Duplicates(rows, ukraine())
		for i, want := range c.want {
			if got := strings.Join(rulesOf(rows[i]), " "); got != want {
				t.Errorf("F-18 %s, row %d: %q, want %q", c.name, i, got, want)
			}
		}
		if last := &rows[len(rows)-1]; c.want[1] == "namesake" && last.Doubtful() == (c.name == "two people of one name") {
			t.Errorf("F-18 %s: doubtful %v", c.name, last.Doubtful())
		}
	}
}

// TestAnsweredAgain: of two answers to a form the later one is offered, with what differs.
func TestAnsweredAgain(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("Відповіді форми (1)", line("Позначка часу", "ПІБ", "Клас", "Дата народження", "Телефон"),
		line("1", "Гук Ян", "11-А", "05.03.2003", "0501234560"), line("2", "Крук Ія", "11-А", "06.03.2003", "0501234562"),
		line("3", "Гук Ян", "11-А", "05.03.2003", "0501234561"), line("4", "Крук Ія", "11-А", "06.03.2003", "0501234562")))
	rows := read(t, content, ukraine(), Options{}).Rows
	Duplicates(rows, ukraine())
	if got := toldRows(rows); !slices.Equal(got, []string{"Гук Ян 11-А +380501234560 answered_later", "Крук Ія 11-А +380501234562 answered_later",
		"Гук Ян 11-А +380501234561 answered_again", "Крук Ія 11-А +380501234562"}) {
		t.Errorf("F-18 %q", got)
	}
	if fields := rows[2].Problems[0].Args["fields"].([]any); len(fields) != 1 || fields[0] != (data.Inside{Name: data.Term("field.phone")}) {
		t.Errorf("F-18 the difference is %v", fields)
	}
}

// A later answer that mends the class or the birth date is the same person's, by the name and
// the telephone (F-18, KG-031).
func TestAnsweredAgainWithAnotherClass(t *testing.T) {
	rules := kyrgyzstan()
	rules.PhoneIsLogin = true
	rows := read(t, workbooktest.XLSX(t, sheet("Form Responses 1", line("Timestamp", "ФИО", "Класс", "Дата рождения", "Телефон"), line("1", "Асанов Бакыт", "11-А", "14.01.2003", "0555123401"),
		line("2", "Асанов Бакыт", "11-Б", "15.01.2003", "0555123401"), line("3", "Асанов Бакыт", "11-Б", "15.01.2003", "0555123409"), line("4", "Ким Азамат", "11-Б", "16.01.2003", "0555123401"))), rules, Options{}).Rows
	Duplicates(rows, rules)
	if got := toldRows(rows); !slices.Equal(got, []string{"Асанов Бакыт 11-А +996555123401 answered_later", "Асанов Бакыт 11-Б +996555123401 answered_later",
		"Асанов Бакыт 11-Б +996555123409 answered_again answered_again", "Ким Азамат 11-Б +996555123401"}) {
		t.Errorf("F-18 %q", got)
	}
}

// TestEveryLineIsAccountedFor: a line is a person or passed over with a reason (F-14).
func TestEveryLineIsAccountedFor(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("11", line("Ліцей № 5"), line("Список 11-А класу"), line("№", "ПІБ", "Дата народження"), line(1, 2, 3), line(1, "Гук Ян", "05.03.2003"),
		line("11-Б клас"), line("№", "ПІБ", "Дата народження"), line(1, "Крук Ія", "06.03.2003"), line("", "Всього: 2"), line("", "О. Верболоз", ""), line("", "", "", "нотатка")))
	r := read(t, content, ukraine(), Options{})
	var got []string
	for _, p := range r.Passed {
		got = append(got, p.Reason)
	}
	if want := []string{"title", "title", "header", "numbering", "class", "header", "end", "below", "nameless"}; !slices.Equal(got, want) {
		t.Errorf("F-14 passed over %v, want %v", got, want)
	}
	if len(r.Rows) != 2 {
		t.Errorf("F-14 rows %q", toldRows(r.Rows))
	}
}

// TestTakeDoubtfulRows: who has looked says which rows are taken; a number that is no row is
// refused (F-14).
func TestTakeDoubtfulRows(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("11", line("ПІБ", "Клас", "Примітка"), line("Гук Ян", "11-А", "вибув"), line("Крук Ія", "11-А", "вибула")))
	for _, c := range []struct {
		take []string
		want []bool
	}{{nil, []bool{true, true}}, {[]string{"3"}, []bool{true, false}}, {[]string{"11!2"}, []bool{false, true}}, {[]string{TakeAll}, []bool{false, false}}} {
		rows := read(t, content, ukraine(), Options{Take: c.take}).Rows
		if rows[0].Doubtful() != c.want[0] || rows[1].Doubtful() != c.want[1] {
			t.Errorf("F-14 take %v: %v %v", c.take, rows[0].Doubtful(), rows[1].Doubtful())
		}
	}
	if got := refusal(t, content, ukraine(), Options{Take: []string{"7"}}); got != "roster.no_row" {
		t.Errorf("F-14 a row that is not there: %q", got)
	}
}
