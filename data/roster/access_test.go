package roster

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

var kyrgyzAccess = AccessRules{PhoneRegion: "KG"}

func accessFile(t testing.TB, content []byte, rules AccessRules) *AccessFile {
	t.Helper()
	file, err := ReadAccessFile(t.Context(), "access.xlsx", content, rules)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// accessText is a row in one line: login, name, class, password, rules.
func accessText(r AccessRow) string {
	cells := []string{r.Login, r.FullName, r.Class, r.Password}
	for _, p := range r.Problems {
		cells = append(cells, p.Rule)
	}
	return strings.Join(cells, "|")
}

func accessTexts(rows []AccessRow) []string {
	var texts []string
	for _, r := range rows {
		texts = append(texts, accessText(r))
	}
	return texts
}

// TestAccessShapes reads workbooks as platforms may write them.
func TestAccessShapes(t *testing.T) {
	for _, c := range []struct {
		name    string
		mapping map[string]string
		rows    [][]any
		merged  []string
		want    []string
	}{
		{"KG-035 title lines, a numbering column, another order", nil, [][]any{
			line("Центр оценки в образовании"), line("Доступы выпускников 11-Б класса"), line(),
			line("№ п/п", "Пароль", "Ф.И.О. выпускника", "Номер телефона", "Дата создания"), line(1, 2, 3, 4, 5),
			line(1, "aB3$x", "Асанова Айгүл Токтогул кызы", "0555 12-34-56", "10.02.2021"), line(), line(2, "Qw2", "САДЫКОВ ЯН", 996555123457.0, ""),
			line("Всего: 2"), line("", "", "Директор школы")},
			[]string{"A1:E1", "A2:E2"}, []string{"+996555123456|Асанова Айгүл Токтогул кызы|11-Б|aB3$x", "+996555123457|САДЫКОВ ЯН|11-Б|Qw2"}},
		{"KG-035 parts of the name", nil, [][]any{line("Класс", "Фамилия", "Имя", "Отчество", "Логин", "Пароль"),
			line("11 а", "Асанова", "Айгүл", "Токтогул кызы", "0555123456", "p1")}, nil, []string{"+996555123456|Асанова Айгүл Токтогул кызы|11-А|p1"}},
		{"KG-035 a login beside two telephones", nil, [][]any{line("Телефон", "Телефон родителей", "Логин ученика", "Пароль выдан", "Пароль для входа", "Выпускник"),
			line("0555123456", "0700123456", "asanov", "10.02", "p1", "Асанов Ян")}, nil, []string{"asanov|Асанов Ян||p1|access_login"}},
		{"KG-035 a parent's telephone is no login", nil, [][]any{line("Телефон родителей", "ФИО", "Пароль"), line("0700123456", "Асанов Ян", "p1")}, nil, []string{"|Асанов Ян||p1"}},
		{"KG-035 a header of two rows", nil, [][]any{line("№", "ФИО", "Доступ", ""), line("", "", "логин", "пароль"), line(1, "Асанов Ян", "0555123456", "p1")},
			[]string{"A1:A2", "B1:B2", "C1:D1"}, []string{"+996555123456|Асанов Ян||p1"}},
		{"KG-035 only login and password", nil, [][]any{line("Login", "Password"), line("+996555123456", "p1"), line("Login", "Password"), line("+996555123457", "p2")}, nil,
			[]string{"+996555123456|||p1", "+996555123457|||p2"}},
		{"KG-035 Kyrgyz header and class sections", nil, [][]any{line("Кирүү аты", "Аты-жөнү", "Сырсөз"), line("11-А класс"), line("0555123456", "Асанов Ян", "p1"),
			line("11-Б класс"), line("0555123457", "Асанова Ия", "p2")}, nil, []string{"+996555123456|Асанов Ян|11-А|p1", "+996555123457|Асанова Ия|11-Б|p2"}},
		{"KG-035 Kyrgyz telephone", nil, [][]any{line("Телефон номери", "Сырсөз"), line("0555123456", "p1")}, nil, []string{"+996555123456|||p1"}},
		{"KG-035 Ukrainian header", nil, [][]any{line("ПІБ", "Клас", "Логін", "Пароль"), line("Гук Ян", "11-А", "0555123456", "p1")}, nil, []string{"+996555123456|Гук Ян|11-А|p1"}},
		{"KG-035 two tables side by side", nil, [][]any{line("ФИО", "Логин", "Пароль", "", "ФИО", "Логин", "Пароль"), line("Гук Ян", "0555123456", "p1", "", "Сыч Ия", "0555123457", "p2")}, nil,
			[]string{"+996555123456|Гук Ян||p1", "+996555123457|Сыч Ия||p2"}},
		{"KG-035 a second table without passwords", nil, [][]any{line("ФИО", "Логин", "Пароль", "", "ФИО", "Логин"), line("Гук Ян", "0555123456", "p1", "", "Сыч Ия", "0555123457")}, nil,
			[]string{"+996555123456|Гук Ян||p1", "+996555123457|Сыч Ия|||access_no_password"}},
		{"KG-035 a name over three columns, a mapped column without a header", map[string]string{FieldPassword: "E"}, [][]any{
			line("ФИО", "", "", "Логин", ""), line("Гук", "Ян", "Ильич", "0555123456", "p1")}, nil, []string{"+996555123456|Гук Ян Ильич||p1"}},
		{"KG-035 a mapped column without a header beside the name", map[string]string{FieldPassword: "B"}, [][]any{
			line("ФИО", "", "Логин"), line("Гук Ян", "p1", "0555123456")}, nil, []string{"+996555123456|Гук Ян||p1"}},
		{"KG-035 odd surnames and signatures", nil, [][]any{line("№", "ФИО", "Логин", "Пароль"), line(1, "Директор Ян", "0555123456", ""), line(2, "Директор Ия", "", ""), line("", "Ученик", "", ""),
			line(3, "Итого Ян", "", "p3"), line("", "Итого", 3), line("", "", "Директор", ""), line("", "Классный руководитель: Гук Я.")}, nil,
			[]string{"+996555123456|Директор Ян|||access_no_password", "|Директор Ия|||access_no_password", "|Ученик|||access_no_password", "|Итого Ян||p3"}},
		{"KG-035 a class merged over rows", nil, [][]any{line("Класс", "Логин", "Пароль"), line("11-А", "0555123456", "11-Б"), line("", "0555123457", "p2"), line("", "", "11-Б")}, []string{"A2:A3"},
			[]string{"+996555123456||11-А|11-Б", "+996555123457||11-А|p2", "|||11-Б|access_nobody"}},
		{"KG-035 problems of rows", nil, [][]any{line("ФИО", "Логин", "Пароль"), line("Гук Ян", "0555123456", "—"), line("", "", "p2"), line("Сыч Ия", "sych-0555123456", "p3"),
			line("Жук Ия", "", "#N/A"), line("#REF!", "", "p4"), line("Лис Ян", "3.8E+11", "p5"), line("Лис Ия")}, nil,
			[]string{"+996555123456|Гук Ян|||access_no_password", "|||p2|access_nobody", "sych-0555123456|Сыч Ия||p3|access_login",
				"|Жук Ия|||cell_error", "|||p4|cell_error", "3.8E+11|Лис Ян||p5|number_rounded", "|Лис Ия|||access_no_password"}},
		{"V01 signs that cannot be printed", nil, [][]any{line("ФИО", "Логин", "Пароль"), line("Гук Ян", "0555123456", "p\u202e1"), line("Сыч\u2066 Ия", "sy\u202ech", "p2"),
			line("Лис Ия", "\u202a0555123457\u202c", "p3")}, nil,
			[]string{"+996555123456|Гук Ян|||access_password_letters", "|Сыч Ия||p2|value_bad_letters", "+996555123457|Лис Ия||p3"}},
		{"KG-035 mapping by letter, number and header", map[string]string{FieldPassword: "C", FieldFullName: "1", FieldLogin: "Ключ"}, [][]any{
			line("Доступы"), line("Кто", "Ключ", "Тайна", "Логин"), line("Гук Ян", "0555123456", "p1", "x")}, nil, []string{"+996555123456|Гук Ян||p1"}},
		{"KG-035 mapping of one column beside recognised ones", map[string]string{FieldPassword: "b"}, [][]any{
			line("Выпускники"), line("Телефон", "Код"), line("0555123456", "p1")}, nil, []string{"+996555123456|||p1"}},
		{"KG-035 mapping goes before what is recognised", map[string]string{FieldPassword: "Новый пароль"}, [][]any{
			line("Логин", "Пароль", "Новый пароль"), line("0555123456", "old", "new")}, nil, []string{"+996555123456|||new"}},
		{"KG-035 mapping without any header", map[string]string{FieldPassword: "C", FieldFullName: "A", FieldLogin: "B"}, [][]any{
			line("Лицей № 5"), line("Ученик", "0555123456", "p1"), line("Сыч Ия", "0555123457", "p2")}, nil, []string{"+996555123456|Ученик||p1", "+996555123457|Сыч Ия||p2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			content := merged(t, workbooktest.XLSX(t, sheet("Лист1", c.rows...)), c.merged...)
			file := accessFile(t, content, AccessRules{PhoneRegion: "KG", Columns: c.mapping})
			if got := accessTexts(file.Rows); !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestAccessPasswords(t *testing.T) {
	t.Run("KG-035 numbers and formulas of a foreign workbook", func(t *testing.T) {
		f, err := excelize.OpenReader(bytes.NewReader(workbooktest.XLSX(t, sheet("Лист1", line("Логин", "Пароль"), line("0555123456", "007123"),
			line("0555123457", 7123), line("0555123458", 380501234567), line("0555123459", "\u00a0 aB c \u00a0"), line("0555123460", "1E5"), line("0555123461", "x")))))
		must(t, err)
		defer f.Close()
		must(t, f.SetCellValue("Лист1", "B7", nil))
		must(t, f.SetCellFormula("Лист1", "B7", "2+2"))
		content := workbooktest.Replace(t, workbooktest.Bytes(t, f), "xl/worksheets/sheet1.xml", func(s []byte) []byte {
			return bytes.Replace(s, []byte("<v>380501234567</v>"), []byte("<v>3.80501234567E+11</v>"), 1)
		})
		var got []string
		for _, r := range accessFile(t, content, kyrgyzAccess).Rows {
			got = append(got, r.Password)
		}
		if want := []string{"007123", "7123", "380501234567", "aB c", "1E5", ""}; !slices.Equal(got, want) {
			t.Errorf("passwords %q, want %q", got, want)
		}
	})
	t.Run("KG-035 a table of text in windows-1251", func(t *testing.T) {
		table := "Школа № 5\r\nКласс;Выпускник;Пароль;Логин\r\n11-А;Асанов Ян;\"p;1\"\"\";0555123456\r\n11-А;Асанова Ия;=2+2;0555123457\r\n;Сыч Ия;=\"007123\";0555123458\r\n;Гук Ия;1,23457E+11;0555123459\r\n"
		content, err := charmap.Windows1251.NewEncoder().Bytes([]byte(table))
		must(t, err)
		want := []string{`+996555123456|Асанов Ян|11-А|p;1"`, "+996555123457|Асанова Ия|11-А|=2+2", "+996555123458|Сыч Ия||007123", "+996555123459|Гук Ия||1,23457E+11|access_password_rounded"}
		if got := accessTexts(accessFile(t, content, kyrgyzAccess).Rows); !slices.Equal(got, want) {
			t.Errorf("\n got %q\nwant %q", got, want)
		}
	})
	t.Run("D16 a handed-over password is a word of the caller", func(t *testing.T) {
		rows := accessFile(t, writeAccesses(t, []AccessLine{{Login: "+996555123456", Password: "выдан"}, {Login: "+996555123457"}}, "ru"), kyrgyzAccess).Rows
		if got := accessTexts(rows); !slices.Equal(got, []string{"+996555123456|||выдан", "+996555123457||||access_no_password"}) {
			t.Errorf("rows %q", got)
		}
	})
}

// TestAccessSkipped hides what a person hides, and wants it reported or read.
func TestAccessSkipped(t *testing.T) {
	t.Run("KG-035 hidden rows and columns are read, other sheets are reported", func(t *testing.T) {
		f, err := excelize.OpenReader(bytes.NewReader(workbooktest.XLSX(t,
			sheet("Доступы", line("Логин", "Пароль", "Цвет"), line("0555123456", "p1", "red"), line("0555123457", "p2")),
			sheet("Инструкция", line("Читайте")), sheet("Старое", line("Логин", "Пароль"), line("0555123458", "p3")))))
		must(t, err)
		defer f.Close()
		must(t, f.SetRowVisible("Доступы", 3, false))
		must(t, f.SetColVisible("Доступы", "B", false))
		must(t, f.SetSheetVisible("Старое", false))
		file := accessFile(t, workbooktest.Bytes(t, f), kyrgyzAccess)
		want := []SkippedPart{{Sheet: "Старое", Rows: 2, Hidden: true}, {Sheet: "Доступы", Column: "C", Header: "Цвет", Rows: 1}, {Sheet: "Инструкция", Rows: 1}}
		if got := accessTexts(file.Rows); !slices.Equal(got, []string{"+996555123456|||p1", "+996555123457|||p2|access_hidden"}) || !slices.Equal(file.Skipped, want) || len(file.Unseen) != 1 {
			t.Errorf("rows %q, skipped %+v", got, file.Skipped)
		}
	})
}

func TestAccessRefusals(t *testing.T) {
	good := workbooktest.XLSX(t, sheet("Лист1", line("Логин", "Пароль"), line("0555123456", "p1")))
	noHeader := workbooktest.XLSX(t, sheet("Лист1", line("Асанов Ян", "0555123456", "p1"), line("Асанова Ия", "0555123457", "p2")))
	noPassword := workbooktest.XLSX(t, sheet("Лист1", line("ФИО", "Логин", "Класс"), line("Асанов Ян", "0555123456", "11-А")))
	for _, c := range []struct {
		name    string
		content []byte
		mapping map[string]string
		code    string
	}{
		{"no header", noHeader, nil, "roster.no_header"},
		{"a roster without passwords", noPassword, nil, "roster.no_header"},
		{"a mapping without a password", noHeader, map[string]string{FieldLogin: "B"}, "roster.no_header"},
		{"a mapping of a missing column", noHeader, map[string]string{FieldLogin: "B", FieldPassword: "K"}, "roster.no_column"},
		{"a mapping of a missing header", good, map[string]string{FieldPassword: "Тайна"}, "roster.no_column"},
		{"a mapping of an unknown field", good, map[string]string{data.FieldSex: "A"}, "roster.unknown_field"},
		{"nobody under the header", workbooktest.XLSX(t, sheet("Лист1", line("Логин", "Пароль"))), nil, "roster.nobody"},
		{"an empty file", nil, nil, "roster.empty"},
		{"half a workbook", good[:len(good)/2], nil, "roster.damaged"},
		{"a page of the web", []byte("<html><body>Вход</body></html>"), nil, "roster.html"},
	} {
		t.Run("KG-035 refused: "+c.name, func(t *testing.T) {
			rows, err := ReadAccesses(t.Context(), "access.xlsx", c.content, AccessRules{PhoneRegion: "KG", Columns: c.mapping})
			if data.CodeOf(err) != c.code || rows != nil {
				t.Errorf("code %q (%v), want %q; rows %v", data.CodeOf(err), err, c.code, rows)
			}
		})
	}
	t.Run("KG-035 stopped by the user", func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := ReadAccesses(ctx, "access.xlsx", good, kyrgyzAccess); err == nil {
			t.Error("read though it was stopped")
		}
	})
}

func TestAccessSentences(t *testing.T) {
	for _, lang := range text.Languages() {
		say := text.For(lang)
		for _, rule := range []string{"access_no_password", "access_nobody", "access_login"} {
			if s := (Problem{Rule: rule, Args: data.Args{"value": "x"}}).Sentence(say); strings.HasPrefix(s, "roster.") || strings.Contains(s, "<no value>") {
				t.Errorf("KG-035 %s: no sentence for rule %s: %s", lang, rule, s)
			}
		}
		for field := range accessFields {
			if field != FieldGivenPatronymic && !say.Has("field."+field) {
				t.Errorf("KG-035 %s: no word for the field %s", lang, field)
			}
		}
	}
}
