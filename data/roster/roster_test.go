package roster

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	uni "golang.org/x/text/encoding/unicode"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
	"graduand/data/workbook/workbooktest"
)

// want is one graduate of a roster, in the order of the fields below.
type want struct{ surname, given, patronymic, sex, birth, class, phone, document string }

func got(g *data.Graduate) want {
	return want{g.Surname, g.GivenName, g.Patronymic, string(g.Sex), string(g.BirthDate), g.Class, g.Phone, strings.TrimSpace(g.Document.Kind + " " + g.Document.Text())}
}

var olena = want{"Петренко", "Олена", "Іванівна", "f", "2003-03-05", "11-А", "+380501234567", "passport КВ 123456"}

// TestShapes reads rosters as schools keep them.
func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name   string
		rules  Rules
		sheets []workbooktest.Sheet
		want   []want
	}{
		{"F-14 plain Ukrainian header", ukraine(), []workbooktest.Sheet{sheet("Аркуш1",
			line("№ з/п", "Прізвище", "Ім’я", "По батькові", "Стать", "Дата народження", "Клас", "Телефон", "Серія", "Номер"),
			line(1, "Петренко", "Олена", "Іванівна", "ж", "05.03.2003", "11-А", "050 123-45-67", "КВ", "123456"))}, []want{olena}},
		{"F-14 title lines above the header", ukraine(), []workbooktest.Sheet{sheet("Аркуш1",
			line("Ліцей № 5 м. Полтави"), line(), line("Список учнів 11-А класу на 2019/2020 н. р."),
			line("№", "П.І.Б.", "Дата нар.", "Моб. тел.", "Паспорт (серія, номер)"),
			line(1, "Петренко Олена Іванівна", "5.3.03", "380501234567", "КВ№123456"),
			line(2), line("Всього: 1"), line("Класний керівник", "", "О. І. Коваль"), line("М.П."))}, []want{olena}},
		{"F-14 header of two rows with merged cells", ukraine(), []workbooktest.Sheet{sheet("11-А",
			line("№ п/п", "ПІБ", "", "", "Дата\nнарод-\nження", "Документ", "", "Телефон", ""),
			line("", "прізвище", "ім'я", "по  батькові", "", "серія", "номер", "учня", "батьків"),
			line(1, 2, 3, 4, 5, 6, 7, 8, 9),
			line(1, "ПЕТРЕНКО", "олена", "ІВАНІВНА", 37685, "кв", 123456, 501234567, "0671112233"))}, []want{olena}},
		{"F-14 merged ПІБ over three columns of data", ukraine(), []workbooktest.Sheet{sheet("11 «А» клас",
			line("ПІБ", "", "", "Дата народження", "Серія та номер документа", "тел."),
			line("Петренко", "Олена", "Іванівна", "2003-03-05", "KB 123456", "+38 (050) 123 45 67"))}, []want{olena}},
		{"F-14 parent's phone is not the graduate's", ukraine(), []workbooktest.Sheet{sheet("Лист1",
			line("Телефон батьків", "Прізвище, ім'я, по батькові учня", "ПІБ матері", "Телефон учня", "Клас", "Д.н.", "Паспорт"),
			line("0671112233", "Петренко Олена Іванівна", "Петренко Марія Іванівна", "8 050 1234567", `11 "A"`, "5 березня 2003 р.", "КВ123456"))}, []want{olena}},
		{"F-14 parent's phone where there is no other", ukraine(), []workbooktest.Sheet{sheet("Лист1",
			line("ПІБ", "Клас", "Дата народження", "Тел. матері", "Документ"),
			line("Петренко Олена Іванівна", "11а", "05032003", "050-123-45-67", "КВ 123456"))}, []want{olena}},
		{"F-14 several sheets, hidden words", ukraine(), []workbooktest.Sheet{
			sheet("Інструкція", line("Заповніть таблицю")),
			sheet("11-А", line("Прізвище", "Ім'я"), line("Коваль", "Іван")),
			sheet("11-Б", line("Прізвище", "Ім'я"), line("Лисенко", "Ольга"))},
			[]want{{surname: "Коваль", given: "Іван", class: "11-А"}, {surname: "Лисенко", given: "Ольга", class: "11-Б"}}},
		{"F-14 class sections and repeated headers", ukraine(), []workbooktest.Sheet{sheet("Усі",
			line("№", "Прізвище", "Ім'я"), line("11-А клас"), line(1, "Коваль", "Іван"), line("Разом", "1"),
			line("11-Б клас"), line("№", "Прізвище", "Ім'я"), line(1, "Замковий", "Юрій"))},
			[]want{{surname: "Коваль", given: "Іван", class: "11-А"}, {surname: "Замковий", given: "Юрій", class: "11-Б"}}},
		{"F-14 Russian header", kyrgyzstan(), []workbooktest.Sheet{sheet("Лист1",
			line("Список выпускников 11-Б класса"),
			line("№ п/п", "Ф.И.О.", "Пол", "Дата рожд.", "Класс/группа", "Моб. телефон", "Паспорт (серия, номер)"),
			line(1, "Асанов Бакыт Токтогул уулу", "муж.", "05/03/2004", "11 Б", "0555 123 456", "AN1234567"))},
			[]want{{"Асанов", "Бакыт", "Токтогул уулу", "m", "2004-03-05", "11-Б", "+996555123456", "passport AN 1234567"}}},
		{"F-14 Kyrgyz header", kyrgyzstan(), []workbooktest.Sheet{sheet("11-А",
			line("№", "Фамилиясы", "Аты", "Атасынын аты", "Жынысы", "Туулган күнү", "Телефону", "Ата-энесинин телефону", "Паспорт №"),
			line(1, "Асанова", "Айгүл", "Токтогул кызы", "аял", "05.03.2004", 996555123456.0, "0700123456", "ID 1234567"))},
			[]want{{"Асанова", "Айгүл", "Токтогул кызы", "f", "2004-03-05", "11-А", "+996555123456", "passport ID 1234567"}}},
		{"F-14 Kyrgyz Аты-жөнү", kyrgyzstan(), []workbooktest.Sheet{sheet("11-А класс",
			line("Аты-жөнү", "Туулган күнү", "Байланыш телефону"),
			line("Асанова Айгүл", "05.03.2004", "+996 555 123456"))},
			[]want{{surname: "Асанова", given: "Айгүл", sex: "f", birth: "2004-03-05", class: "11-А", phone: "+996555123456"}}},
		{"F-14 English header", ukraine(), []workbooktest.Sheet{sheet("Grade 11-A",
			line("No", "Full name", "Sex", "DOB", "Phone", "Passport number", "Notes"),
			line(1, "Петренко Олена Іванівна", "F", "2003-03-05T00:00:00", "+380501234567", "KB 123456", ""))}, []want{olena}},
		{"F-14 two kinds of documents in two columns", ukraine(), []workbooktest.Sheet{sheet("11-А",
			line("ПІБ", "Дата народження", "Паспорт", "Свідоцтво про народження"),
			line("Коваль Іван", "05.03.2003", "", "I-КВ 123456"), line("Лис Ія", "06.03.2003", "001234567", ""))},
			[]want{{surname: "Коваль", given: "Іван", birth: "2003-03-05", class: "11-А", document: "birth_certificate I-КВ 123456"},
				{surname: "Лис", given: "Ія", birth: "2003-03-06", class: "11-А", document: "id_card 001234567"}}},
		{"F-14 persons below a total, a surname that is a header word", ukraine(), []workbooktest.Sheet{sheet("11А",
			line("№", "Прізвище", "Ім'я"), line(1, "Учень", "Іван"), line("", "Разом: 1"), line(2, "Лис", "Ія"), line("", "О. І. Коваль"))},
			[]want{{surname: "Учень", given: "Іван", class: "11-А"}, {surname: "Лис", given: "Ія", class: "11-А"}}},
		{"F-14 nothing but names", ukraine(), []workbooktest.Sheet{sheet("11А", line("ПІБ"), line("Коваль Іван"), line("Директор школи"))},
			[]want{{surname: "Коваль", given: "Іван", class: "11-А"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, workbooktest.XLSX(t, c.sheets...), c.rules, Options{})
			if len(r.Rows) != len(c.want) {
				t.Fatalf("%d rows, want %d: %+v", len(r.Rows), len(c.want), r.Layouts)
			}
			for i := range c.want {
				if g := got(&r.Rows[i].Graduate); g != c.want[i] {
					t.Errorf("row %d:\n got %+v\nwant %+v\n%v\n%+v", i, g, c.want[i], r.Rows[i].Problems, r.Layouts[0].Columns)
				}
				if r.Rows[i].Bad() {
					t.Errorf("row %d is bad: %+v", i, r.Rows[i].Problems)
				}
			}
		})
	}
}

// TestTables reads rosters of odd shapes: of every person the surname, the given name
// and what else matters, and of every row the rules that it breaks.
func TestTables(t *testing.T) {
	births := func(n int, name string) []any { return line(n, name, "05.03.2003", fmt.Sprintf("067123450%d", n)) }
	header := line("№", "ПІБ", "Дата народження", "Телефон")
	titled := func(title ...any) [][]any {
		return [][]any{title, header, births(1, "Гук Ян"), births(2, "Крук Ія")}
	}
	below := func(lines ...[]any) [][]any {
		return append([][]any{header, births(1, "Гук Ян"), births(2, "Крук Ія"), line()}, lines...)
	}
	two := []string{"Гук Ян", "Крук Ія"}
	inClass := func(class string) []string { return []string{"Гук Ян " + class, "Крук Ія " + class} }
	for _, c := range []struct {
		name   string
		sheet  [][]any
		merged []string
		want   []string
	}{
		{"a title is no upper row: class", titled("Клас 11-А"), nil, inClass("11-А")},
		{"a merged title is no upper row", titled("Клас: 11-А"), []string{"A1:D1"}, inClass("11-А")},
		{"a title is no upper row: telephone", titled("Телефон ліцею: 057 700-00-00"), nil, two},
		{"a title is no upper row: documents", titled("Паспортні дані учнів 11-А класу"), nil, inClass("11-А")},
		{"a title of two cells", titled("Клас:", "11-А"), nil, inClass("11-А")},
		{"signatures in the column of names", below(line("", "Хлопців – 1, дівчат – 1"), line("", "Кл. керівник ____ О. Гук"), line("", "В. о. директора О. Верболоз"), line("", "Т.в.о. директора"),
			line("", "Директорка ліцею"), line("", "Заст. директора"), line("", "Заступниця директора з НВР"), line("", "Классный руководитель: Иванова М.И."), line("", "Класс жетекчиси: Асанова Г."),
			line("", "Мектеп директору"), line("", "Секретарка"), line("", "Секретар школи"), line("", "Виконала: Іванова О.П."), line("", "Печатка"), line("", "М. П."), line("", "Дата: 01.02"), line("", "01.02.2020"),
			line("", "Примітка: * – екстернат"), line("", "Голова педради"), line("", "Кер. класу"), line("", "Разом по класу"), line("", "Бардыгы: 2"), line("", "Итого", "2"), line("", "Директор", "", "О. Верболоз"), line("", 2)), nil, two},
		{"odd surnames with the next number", [][]any{line("№", "ПІБ"), line(1, "Секретар Ольга Іванівна"), line(2, "Зам Віктор"), line(3, "Разом Ія"), line(4, "Директор Ян"), line("", "Всього: 4")}, nil,
			[]string{"Секретар Ольга Іванівна", "Зам Віктор", "Разом Ія", "Директор Ян"}},
		{"odd surnames with a class", [][]any{line("ПІБ", "Клас"), line("Голова Ольга", "11-А")}, nil, []string{"Голова Ольга 11-А"}},
		{"odd surnames with nothing", [][]any{line("ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003"), line("Секретар Ольга Іванівна")}, nil, []string{"Гук Ян", "Секретар Ольга Іванівна maybe_nobody"}},
		{"a person behind a total", [][]any{header, births(1, "Гук Ян"), line("", "Всього: 1"), line("", "Крук Ія")}, nil, []string{"Гук Ян", "Крук Ія maybe_nobody"}},
		{"a surname that begins like a word of signatures", [][]any{line("ПІБ"), line("Датаєв Іслам"), line("Директоренко Ян"), line("Заступайло Ія")}, nil, []string{"Датаєв Іслам", "Директоренко Ян", "Заступайло Ія"}},
		{"a class merged over rows", [][]any{line("Клас", "ПІБ"), line("11-А", "Гук Ян"), line("", "Крук Ія"), line("11-Б", "Сич Ян"), line("", "Жук Ія"), line("", "Лис Ія")}, []string{"A2:A3", "A4:A5"},
			[]string{"Гук Ян 11-А", "Крук Ія 11-А", "Сич Ян 11-Б", "Жук Ія 11-Б", "Лис Ія 11-Б class_above"}},
		{"two tables side by side", [][]any{line("11-А", "", "", "11-Б"), line("№", "ПІБ", "", "№", "ПІБ"), line(1, "Гук Ян", "", 1, "Крук Ія"), line(2, "Сич Ян")}, nil, []string{"Гук Ян 11-А", "Сич Ян 11-А", "Крук Ія 11-Б"}},
		{"a name over three columns, few patronymics", [][]any{line("ФИО", "", "", "Дата рождения"), line("Гук", "Ян", "Іванович", "05.03.2003"), line("Сич", "Ян", "", "06.03.2003"), line("Жук", "Ія", "", "07.03.2003")}, nil,
			[]string{"Гук Ян Іванович", "Сич Ян", "Жук Ія"}},
		{"a date in three columns", [][]any{line("ПІБ", "Дата народження", "", ""), line("", "число", "місяць", "рік"), line("Гук Ян", 5, 3, 2003), line("Крук Ія", 5, "березня", 2003)}, nil, two},
		{"a list of names beside another column", [][]any{line("№", "Список учнів", "Клас"), line(1, "Гук Ян", "11-А")}, nil, []string{"Гук Ян 11-А"}},
		{"«Дата» over dates of birth", [][]any{line("ПІБ", "Дата"), line("Гук Ян", "05.03.2003"), line("Крук Ія", 37685)}, nil, two},
		{"a class that Excel has made a date", [][]any{line("ПІБ", "Клас"), line("Гук Ян", 44207)}, nil, []string{"Гук Ян class_date"}},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			r := read(t, merged(t, workbooktest.XLSX(t, sheet("Аркуш1", c.sheet...)), c.merged...), ukraine(), Options{})
			var got []string
			for _, row := range r.Rows {
				g := row.Graduate
				got = append(got, strings.Join(strings.Fields(g.FullName()+" "+g.Class+" "+strings.Join(rulesOf(row), " ")), " "))
				if _, found := r.Layouts[0].column(data.FieldBirthDate); found && g.BirthDate != "2003-03-05" && len(row.Problems) == 0 && c.name != "a name over three columns, few patronymics" {
					t.Errorf("no birth date: %+v", row)
				}
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestSkipped(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "Гурток", "Примітка", "", "№ медичної картки"), line("Гук Ян", "шахи", "стипендія", "!", "17")),
		sheet("11-Б", line("Учні"), line("Крук Ія")), sheet("Вчителі", line("ПІБ", "Посада"), line("Верболоз Ян", "директор")))
	t.Run("F-14 what is not read is named", func(t *testing.T) {
		r := read(t, content, ukraine(), Options{})
		want := []SkippedPart{{Sheet: "11-А", Column: "B", Header: "Гурток", Rows: 1}, {Sheet: "11-А", Column: "D", Rows: 1},
			{Sheet: "11-А", Column: "E", Header: "№ медичної картки", Rows: 1}, {Sheet: "Вчителі", Rows: 2}}
		if len(r.Rows) != 2 || r.Rows[1].Graduate.Class != "11-Б" || !slices.Equal(r.Skipped, want) {
			t.Errorf("rows %+v, skipped %+v", r.Rows, r.Skipped)
		}
	})
	t.Run("F-14 a list of staff is read where it is chosen", func(t *testing.T) {
		if r := read(t, content, ukraine(), Options{Sheet: "Вчителі"}); len(r.Rows) != 1 || len(r.Skipped) != 0 {
			t.Errorf("rows %+v, skipped %+v", r.Rows, r.Skipped)
		}
	})
	t.Run("F-14 a list of staff alone is no roster", func(t *testing.T) {
		if code := refusal(t, workbooktest.XLSX(t, sheet("Лист1", line("ФИО", "Должность"), line("Верболоз Ян", "директор"))), ukraine(), Options{}); code != "roster.only_staff" {
			t.Errorf("code %q", code)
		}
	})
}

func TestCodes(t *testing.T) {
	subjects := map[string][]string{"ukrainian": {"Українська мова і література"}, "mathematics": {"Математика"}, "history": {"Історія України"}}
	content := workbooktest.XLSX(t, sheet("11-А", line("ПІБ", "ДПА", "Предмети"), line("Гук Ян", "укр мова, математика", "історія; алхімія")))
	t.Run("F-14 names of subjects become codes", func(t *testing.T) {
		rules := ukraine()
		rules.Codes = map[string]map[string][]string{"subjects": subjects, "attestation": subjects}
		row := read(t, content, rules, Options{}).Rows[0]
		if g := row.Graduate; g.Get("attestation") != "ukrainian,mathematics" || !strings.Contains(g.Get("subjects"), "history") || strings.Join(rulesOf(row), " ") != "unknown_code" || row.Bad() {
			t.Errorf("%q %q %+v", g.Get("attestation"), g.Get("subjects"), row.Problems)
		}
	})
	t.Run("F-14 without codes the column is not read, and named", func(t *testing.T) {
		rules := ukraine()
		rules.Headers = map[string][]string{"attestation": {"дпа"}}
		r := read(t, content, rules, Options{})
		if g := r.Rows[0].Graduate; g.Get("attestation") != "" || len(r.Skipped) != 2 {
			t.Errorf("%q %+v", g.Get("attestation"), r.Skipped)
		}
	})
}

func TestQuotes(t *testing.T) {
	for _, c := range []struct {
		name, content string
		rows          int
		broken        []int
	}{
		{"an unclosed quote", "Прізвище;Ім'я\nГук;Ян\n\"Крук;Ія\nСич;Ян\nЖук;Ія\n", 4, []int{3}},
		{"two unclosed quotes swallow nothing", "Прізвище;Ім'я\n\"Гук;Ян\nКрук;Ія\nСич;\"Ян\n", 3, []int{2, 4}},
		{"quotes that close around whole records", "Прізвище;Ім'я;Клас\n\"Гук;Ян;11\nКрук;Ія;11\";11\nСич;Ян;11\n", 3, []int{2}},
		{"a quote inside a cell", "ПІБ;Клас\nГук Ян;11 \"А\"\n", 1, nil},
		{"a line break and a separator in quotes", "ПІБ;Клас;Вулиця\n\"Гук\nЯн\";11-А;\"Лісова; 5\"\n", 1, nil},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			var broken []int
			r := read(t, []byte(c.content), ukraine(), Options{})
			for _, row := range r.Rows {
				if slices.Contains(rulesOf(row), "broken_quotes") {
					broken = append(broken, row.Number)
				}
			}
			if len(r.Rows) != c.rows || !slices.Equal(broken, c.broken) {
				t.Errorf("%d rows, broken %v: %+v", len(r.Rows), broken, r.Rows)
			}
		})
	}
}

func TestTextTables(t *testing.T) {
	plain := "ПІБ;Дата народження;Клас;Телефон;Паспорт\r\n\r\n\"Петренко\nОлена Іванівна\";05.03.2003;11-А;0501234567;КВ 123456\r\n"
	cp1251, err := charmap.Windows1251.NewEncoder().String(plain)
	must(t, err)
	wide16, err := uni.UTF16(uni.LittleEndian, uni.UseBOM).NewEncoder().String(strings.ReplaceAll(plain, ";", "\t"))
	must(t, err)
	big16, err := uni.UTF16(uni.BigEndian, uni.UseBOM).NewEncoder().String(strings.ReplaceAll(plain, ";", "\t"))
	must(t, err)
	for _, c := range []struct {
		name, content string
		number        int
	}{
		{"F-14 UTF-8", plain, 3},
		{"F-14 UTF-8 with BOM", "\ufeff" + plain, 3},
		{"F-14 windows-1251", cp1251, 3},
		{"F-14 Excel Unicode text, UTF-16 and tabs", wide16, 3},
		{"F-14 UTF-16 big endian", big16, 3},
		{"F-14 commas", strings.ReplaceAll(plain, ";", ","), 3},
		{"F-14 first line sep=;", "sep=;\r\n" + plain, 4},
		{"F-14 semicolons with commas in a header", strings.Replace(plain, "ПІБ", "Прізвище, ім'я, по батькові", 1), 3},
		{"F-14 old Mac line ends", strings.ReplaceAll(plain, "\r\n", "\r"), 3},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := read(t, []byte(c.content), ukraine(), Options{})
			if len(r.Rows) != 1 || got(&r.Rows[0].Graduate) != olena || r.Rows[0].Number != c.number {
				t.Errorf("rows: %+v", r.Rows)
			}
		})
	}
}

func TestMapping(t *testing.T) {
	headerless := workbooktest.XLSX(t, sheet("Дані", line("вивантажено 01.02.2020"), line("x1", "Петренко Олена Іванівна", "05.03.2003", "0501234567", "КВ 123456")))
	odd := workbooktest.XLSX(t, sheet("Дані", line("Кого", "Коли", "Куди", "Що"), line("Петренко Олена Іванівна", "05.03.2003", "0501234567", "КВ 123456")))
	mapping := map[string]string{FieldFullName: "B", "birth_date": "3", "phone": "d", FieldDocument: "Е"} // Cyrillic Е
	t.Run("F-14 map without a header", func(t *testing.T) {
		r := read(t, headerless, ukraine(), Options{Columns: mapping, Class: "11а"})
		if len(r.Rows) != 1 || got(&r.Rows[0].Graduate) != olena {
			t.Errorf("rows: %+v", r.Rows)
		}
	})
	t.Run("F-14 map by header texts", func(t *testing.T) {
		r := read(t, odd, ukraine(), Options{Class: "11-А", Columns: map[string]string{FieldFullName: "кого", "birth_date": "Коли", "phone": "куди", FieldDocument: "Що"}})
		if len(r.Rows) != 1 || got(&r.Rows[0].Graduate) != olena {
			t.Errorf("rows: %+v", r.Rows)
		}
	})
	for _, c := range []struct {
		name, code string
		content    []byte
		options    Options
	}{
		{"F-14 no recognised header", "roster.no_header", odd, Options{}},
		{"F-14 no such sheet", "roster.no_sheet", odd, Options{Sheet: "11-В"}},
		{"F-14 no such column", "roster.no_column", odd, Options{Columns: map[string]string{FieldFullName: "ZZ"}}},
		{"F-14 no such field", "roster.unknown_field", odd, Options{Columns: map[string]string{"hobby": "A"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if code := refusal(t, c.content, ukraine(), c.options); code != c.code {
				t.Errorf("code %q, want %q", code, c.code)
			}
		})
	}
	t.Run("F-14 chosen sheet, campaign fields, unrecognised columns", func(t *testing.T) {
		lines := [][]any{line("ПІБ", "Вулиця", "Поштовий індекс", "Гурток", "Примітка"), line("Коваль Іван", "Лісова, 5", "01001", "шахи", "")}
		book := workbooktest.XLSX(t, sheet("11-А", lines...), sheet("11-Б", lines...))
		r := read(t, book, ukraine(), Options{Sheet: "11-б"})
		if len(r.Rows) != 1 || r.Rows[0].Graduate.Class != "11-Б" || r.Rows[0].Graduate.Fields["street"] != "Лісова, 5" || r.Rows[0].Graduate.Fields["postal_index"] != "01001" {
			t.Errorf("rows: %+v", r.Rows)
		}
		if u := r.Skipped; len(u) != 1 || u[0].Header != "Гурток" || u[0].Column != "D" {
			t.Errorf("unrecognised: %+v", u)
		}
	})
}

// Attacks V01: what a table brings is judged as what is typed.
func TestTextsOfATable(t *testing.T) {
	for _, c := range []struct{ name, street, class, rule string }{
		{"V01 a command of the terminal in a field", "Лісова\u009b31m", "11-А", "value_bad_letters"},
		{"V01 a sign that turns the direction", "Лісова\u202e5", "11-А", "value_bad_letters"},
		{"V01 the same in the class", "Лісова, 5", "11\u202eА", "value_bad_letters"},
		{"G31 a field of 2,000 letters", strings.Repeat("я", 2000), "11-А", "value_too_long"},
		{"F-07 signs that nobody sees are left out", "Лісова,\u200b 5\u00ad", "11-А", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			table := "ПІБ;Вулиця;Клас\nКо\u202dваль\u200e Іван;" + c.street + ";" + c.class + "\n"
			rows := read(t, []byte(table), ukraine(), Options{}).Rows
			if len(rows) != 1 || strings.Join(rulesOf(rows[0]), " ") != c.rule {
				t.Fatalf("%+v", rows)
			}
			g := rows[0].Graduate
			if c.rule == "" && g.Fields["street"] != "Лісова, 5" || g.Surname != "Коваль" || strings.ContainsFunc(g.Fields["street"]+g.Class, data.Unprintable) {
				t.Errorf("%q, %q, %q", g.Surname, g.Fields["street"], g.Class)
			}
		})
	}
}

// TestFindings reads one row at a time and expects the rules it breaks.
func TestFindings(t *testing.T) {
	header := line("Прізвище", "Ім'я", "По батькові", "Стать", "Дата народження", "Телефон", "Документ", "Вид документа")
	good := line("Петренко", "Олена", "Іванівна", "ж", "05.03.2003", "0501234567", "КВ 123456", "")
	for _, c := range []struct {
		name   string
		column int
		value  any
		rules  []string
	}{
		{"F-14 Latin letter in a Cyrillic name", 0, "Пeтренко", []string{"name_mixed"}},
		{"F-14 whole name in Latin", 1, "Olena", []string{"name_script_cyrillic"}},
		{"F-14 digit in a name", 0, "Петренк0", []string{"name_digit"}},
		{"F-14 odd sign in a name", 0, "Петренко?", []string{"name_sign"}},
		{"F-14 initial for a name", 1, "О.", []string{"name_initial"}},
		{"F-14 apostrophes", 0, "Дем`яненко", nil},
		{"F-14 empty surname", 0, "", []string{"surname_empty"}},
		{"F-14 empty given name", 1, "-", []string{"given_name_empty"}},
		{"F-14 dash for a patronymic", 2, "-", nil},
		{"F-14 error cell", 0, "#N/A", []string{"cell_error"}},
		{"F-14 unknown sex", 3, "2", []string{"unknown_sex"}},
		{"F-14 sex contradicts the patronymic", 3, "чол.", []string{"sex_patronymic"}},
		{"F-14 31 February", 4, "31.02.2003", []string{"date_no_such_day"}},
		{"F-14 unreadable date", 4, "навесні", []string{"date_unreadable"}},
		{"F-14 future birth date", 4, "05.03.2031", []string{"birth_future"}},
		{"F-14 unbelievable age", 4, "05.03.2013", []string{"birth_age"}},
		{"F-14 short phone", 5, "050 12", []string{"phone_short"}},
		{"F-14 wrong phone", 5, "0111234567890", []string{"phone_invalid"}},
		{"F-14 rounded phone", 5, "3,80501E+11", []string{"number_rounded"}},
		{"F-14 phone as a float", 5, "3.80501234567E+11", nil},
		{"F-14 document fits nothing", 6, "КВ 12", []string{"document_unfit"}},
		{"F-14 lost zeros", 6, "КВ 12345", []string{"document_zeros"}},
		{"F-14 document does not fit its kind", 7, "ID-картка", []string{"document_series"}},
		{"F-14 unknown kind", 7, "залікова книжка", []string{"document_kind_unknown"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			row := slices.Clone(good)
			row[c.column] = c.value
			r := read(t, workbooktest.XLSX(t, sheet("11-А", header, row)), ukraine(), Options{})
			if rules := rulesOf(r.Rows[0]); !slices.Equal(rules, c.rules) {
				t.Errorf("rules %v, want %v", rules, c.rules)
			}
			for _, p := range r.Rows[0].Problems {
				if want := workbook.ColumnName(c.column); p.Column != want && p.Rule != "document_series" || p.Field == "" {
					t.Errorf("column %q, want %q: %+v", p.Column, want, p)
				}
			}
		})
	}
	t.Run("F-14 several phones in one cell", func(t *testing.T) {
		row := slices.Clone(good)
		row[5] = "050-123-45-67, (067) 111 22 33"
		r := read(t, workbooktest.XLSX(t, sheet("11-А", header, row)), ukraine(), Options{})
		if g := r.Rows[0].Graduate; g.Phone != "+380501234567" || g.Fields[FieldPhone2] != "+380671112233" {
			t.Errorf("phones %s %v", g.Phone, g.Fields)
		}
	})
	t.Run("F-14 workbook with dates from 1904", func(t *testing.T) {
		book := workbook.Book{Sheets: []workbook.Sheet{{Date1904: true, Lines: []workbook.Line{{Number: 1, Cells: []string{"ПІБ", "Дата народження"}}, {Number: 2, Cells: []string{"Коваль Іван", "36223"}}}}}}
		layouts, err := Recognise(&book, ukraine(), Options{})
		must(t, err)
		r, err := Parse(&book, layouts, ukraine())
		if must(t, err); r.Rows[0].Graduate.BirthDate != "2003-03-05" {
			t.Errorf("birth date %s", r.Rows[0].Graduate.BirthDate)
		}
	})
}

func TestDuplicates(t *testing.T) {
	content := workbooktest.XLSX(t, sheet("11-А",
		line("ПІБ", "Дата народження", "Телефон", "Паспорт"),
		line("Петренко Олена Іванівна", "05.03.2003", "0501234567", "КВ 123456"),
		line("ПЕТРЕНКО  ОЛЕНА ІВАНІВНА", "5.3.2003", "", ""),
		line("Коваль Іван", "06.03.2003", "", "КВ123456"),
		line("Петренко Ольга Іванівна", "05.03.2003", "0501234567", ""),
	))
	for _, c := range []struct {
		name  string
		login bool
		bad   []bool
	}{
		{"F-18 duplicates inside the file", false, []bool{false, true, true, false}},
		{"F-18 equal phones where the phone is the login", true, []bool{false, true, true, true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			rows := read(t, content, ukraine(), Options{}).Rows
			Duplicates(rows, Rules{PhoneIsLogin: c.login})
			for i, rules := range []string{"", "duplicate_person", "duplicate_document", "duplicate_phone"} {
				if rows[i].Bad() != c.bad[i] || strings.Join(rulesOf(rows[i]), " ") != rules {
					t.Errorf("row %d: bad %v, %v", i, rows[i].Bad(), rulesOf(rows[i]))
				}
				if i > 0 && rows[i].Problems[0].Args["row"] != "2" {
					t.Errorf("row %d points at %v", i, rows[i].Problems[0].Args)
				}
			}
		})
	}
}

func TestDuplicatesOfOddRows(t *testing.T) {
	for _, c := range []struct {
		name   string
		sheets []workbooktest.Sheet
		want   []string // of every row the rules that it breaks
		other  string
	}{
		{"a row that repeats a bad one", []workbooktest.Sheet{sheet("А", line("ПІБ", "Дата народження", "Телефон"), line("Гук Ян", "05.03.2003", "12345"), line("Гук Ян", "05.03.2003", "0671234567"))}, []string{"phone_short", ""}, ""},
		{"no birth date, the same class", []workbooktest.Sheet{sheet("А", line("ПІБ", "Клас"), line("Гук Ян", "11-А"), line("ГУК ЯН", "11а"), line("Гук Ян", "11-Б"))}, []string{"", "duplicate_person", "namesake"}, ""},
		{"on another sheet", []workbooktest.Sheet{sheet("А", line("ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003")), sheet("Б", line("ПІБ", "Дата народження"), line("Гук Ян", "05.03.2003"))}, []string{"", "duplicate_person"}, "А"},
		{"І and I in a series", []workbooktest.Sheet{sheet("А", line("ПІБ", "Документ"), line("Гук Ян", "I-КВ 123456"), line("Сич Ія", "І-КВ 123456"))}, []string{"", "duplicate_document"}, ""},
		{"й of one sign and of two", []workbooktest.Sheet{sheet("А", line("ПІБ", "Дата народження"), line("Андрійко Ян", "05.03.2003"), line("Андріи\u0306ко Ян", "05.03.2003"))}, []string{"", "duplicate_person"}, ""},
	} {
		t.Run("F-18 "+c.name, func(t *testing.T) {
			rows := read(t, workbooktest.XLSX(t, c.sheets...), ukraine(), Options{}).Rows
			Duplicates(rows, Rules{})
			for i, want := range c.want {
				if got := strings.Join(rulesOf(rows[i]), " "); got != want {
					t.Errorf("row %d: %q, want %q", i, got, want)
				}
			}
			if last := rows[len(rows)-1].Problems; c.other != "" && (last[0].Args["other"] != c.other || !strings.Contains(last[0].Sentence(text.For("uk")), "«"+c.other+"»")) {
				t.Errorf("%+v", last)
			}
		})
	}
}

func TestStyledEmptyCells(t *testing.T) {
	t.Run("F-14 styled empty cells far to the right", func(t *testing.T) {
		content := workbooktest.Replace(t, workbooktest.XLSX(t, sheet("11-А", line("ПІБ"), line("Коваль Іван"))), "xl/worksheets/sheet1.xml", func(b []byte) []byte {
			return bytes.Replace(b, []byte("</row>"), []byte(`<c r="XFD1" s="0"/></row>`), 1)
		})
		if r := read(t, content, ukraine(), Options{}); len(r.Rows) != 1 {
			t.Errorf("rows: %+v", r.Rows)
		}
	})
}
