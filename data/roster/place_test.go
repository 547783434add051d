package roster

import (
	"bytes"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

// twoTables are boys and girls side by side, under titles in other words, and a table below.
const twoTables = "Хлопці;;;;Дівчата\nПІБ;Телефон;Дата народження;Примітка;Прізвище та імʼя;Телефон;Дата народження;Примітка\n" +
	"Петренко Назар;+380501112201;05.03.2003;вибув;Коваль Уляна;+380501112202;36.03.2003;\n" +
	"Гук Марко;+380501112203;07.03.2003;;Сич Ганна;;33.03.2003;\n\nПІБ;Клас\nЛис Ія;11-А\nЛис 5Іван;11-Б\n"

// TestRowsOfTwoTablesAreNamed: only where a line names two people is a row named with its column
// (F-14, F-18).
func TestRowsOfTwoTablesAreNamed(t *testing.T) {
	var names []string
	for _, row := range read(t, []byte(twoTables), ukraine(), Options{}).Rows {
		names = append(names, row.At()+" "+row.Graduate.Surname)
	}
	if want := []string{"3:A Петренко", "4:A Гук", "3:E Коваль", "4:E Сич", "7 Лис", "8 Лис"}; !slices.Equal(names, want) {
		t.Errorf("%q", names)
	}
}

// TestOneOfTwoInALineIsTaken: by the number alone nobody is taken where two stand in the line,
// by any column of the table the one (F-18, KG-033).
func TestOneOfTwoInALineIsTaken(t *testing.T) {
	for want, code := range map[string]string{"3": "roster.several_in_row", "3:A": "", "3:c": "", "3:E": "", "7": "", "3:Z": "roster.no_row", "5": "roster.no_row", "7:B": ""} {
		r, err := readBook(t.Context(), bookFrom(t, twoTables), ukraine(), Options{Take: []string{want}})
		if data.CodeOf(err) != code {
			t.Errorf("%s: %v", want, err)
		}
		if err != nil {
			continue
		}
		taken := slices.DeleteFunc(r.Rows, func(row Row) bool { return row.Decided != Take })
		if len(taken) != 1 {
			t.Errorf("%s takes %d", want, len(taken))
		}
	}
}

func bookFrom(t *testing.T, content string) *workbook.Book {
	t.Helper()
	book, err := workbook.Open(t.Context(), "list.csv", []byte(content))
	must(t, err)
	return book
}

// TestProblemsOfTwoTables: the workbook of what is wrong has each table by itself, without empty
// columns of the others, and gives nobody a class (F-18).
func TestProblemsOfTwoTables(t *testing.T) {
	var b bytes.Buffer
	must(t, WriteProblems(&b, read(t, []byte(twoTables), ukraine(), Options{}).Rows, "uk"))
	book, err := workbook.Open(t.Context(), "errors.xlsx", b.Bytes())
	must(t, err)
	for _, sheet := range book.Sheets {
		if slices.Contains(sheet.Lines[0].Cells, "") {
			t.Errorf("%s: %q", sheet.Name, sheet.Lines[0].Cells)
		}
	}
	again, err := readBook(t.Context(), book, ukraine(), Options{})
	must(t, err)
	classes := map[string]string{}
	for _, row := range again.Rows {
		classes[row.Graduate.Surname] = row.Graduate.Class
	}
	if len(again.Rows) != 4 || classes["Коваль"] != "" || classes["Петренко"] != "" || classes["Лис"] != "11-Б" {
		t.Errorf("%d rows, classes %v", len(again.Rows), classes)
	}
}

// TestSignaturesAreNobody: a signature below a table is no header, whoever stands beside it is
// no graduate, and with a telephone in doubt (F-14, F-18).
func TestSignaturesAreNobody(t *testing.T) {
	header := "№;ФИО;Телефон;Класс\n1;Асанов Бакыт;0555112201;11-А\n"
	beside := "№;Юноши;Телефон;№;Девушки;Телефон\n1;Асанов Бакыт;0555112201;1;Усупова Айгүл;0555112202\n"
	for _, c := range []struct {
		list, reason string
		people       int
		doubt        string
	}{
		{header + ";Классный руководитель;;Сыдыкова А.Б.\n", passedEnd, 1, ""},
		{header + ";Классный руководитель;Сыдыкова А.Б.;\n", passedEnd, 1, ""},
		{header + ";Классный руководитель: Сыдыкова А.Б.;;\n", passedEnd, 1, ""},
		{header + ";Класс жетекчиси;;Сыдыкова А.Б.\n", passedEnd, 1, ""},
		{header + "Классный руководитель;Сыдыкова Асель;0555112202\n", "", 2, "maybe_nobody"},
		{header + ";Мать;Телефон;Класс\n", passedHeader, 1, ""},
		{beside + ";Классный руководитель;;;Сыдыкова А.Б.;\n", passedEnd, 2, ""},
		{beside + ";Всего: 1;;2;Садыкова Нуриза;0555112204\n", passedEnd, 3, ""},
		{beside + ";Всего: 1;;;Садыкова Нуриза;\n", passedEnd, 3, ""},
	} {
		r := read(t, []byte(c.list), kyrgyzstan(), Options{})
		if len(r.Rows) != c.people {
			t.Errorf("%d people in\n%s", len(r.Rows), c.list)
			continue
		}
		if last := r.Passed[len(r.Passed)-1]; c.reason != "" && last.Reason != c.reason {
			t.Errorf("%q is %s in\n%s", last.Text, last.Reason, c.list)
		}
		if rules := rulesOf(r.Rows[len(r.Rows)-1]); c.doubt != "" && !slices.Contains(rules, c.doubt) {
			t.Errorf("%v in\n%s", rules, c.list)
		}
	}
}
