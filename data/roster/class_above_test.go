package roster

import (
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/workbook"
)

// classesRead are the classes of the rows, «!» behind one that is only said to stand above, «?»
// with the readings behind one in doubt, «-» for one that is said to be missing.
func classesRead(rows []Row) string {
	var all []string
	for _, r := range rows {
		class := r.Graduate.Class
		for _, p := range r.Problems {
			switch {
			case p.Rule == "class_above" && p.Severity == data.SeverityWarning:
				class += "!"
			case p.Rule == "class_above":
				class += "?" + strings.Join(p.Readings, ";")
			case p.Rule == "class_empty":
				class += "-"
			default:
				class += " " + p.Rule
			}
		}
		all = append(all, class)
	}
	return strings.Join(all, "|")
}

// classBook is a sheet whose name says no class.
func classBook(marks map[int]map[int]workbook.Mark, lines ...string) *workbook.Book {
	var rows [][]string
	for _, line := range lines {
		rows = append(rows, strings.Split(line, "|"))
	}
	book := bookOf(marks, rows...)
	book.Sheets[0].Name = "Аркуш1"
	return book
}

// persons are n lines of people, with these classes, in one column or two.
func persons(classes ...string) []string {
	names := strings.Fields("Гук Сич Лис Рак Жук Бук Дуб Клен Граб Тис Яр Мак")
	var lines []string
	for i, class := range classes {
		lines = append(lines, names[i]+" Ян|"+class)
	}
	return lines
}

// A class that is written once stands in the first of its rows: the others are told that they
// have it, and are in doubt only where the column does not tell (F-14).
func TestClassWrittenOnce(t *testing.T) {
	for _, c := range []struct {
		name, title, header, cells, want string
	}{
		{"in the first row of all", "", "ПІБ|Клас", "11-А,,,", "11-А|11-А!|11-А!|11-А!"},
		{"in the first row of each class", "", "ПІБ|Клас", "11-А,,,11-Б,,,11-В,", "11-А|11-А!|11-А!|11-Б|11-Б!|11-Б!|11-В|11-В!"},
		{"in any spelling", "", "ПІБ|Клас", "одинадцятий А,,11 «Б» клас,,", "11-А|11-А!|11-Б|11-Б!|11-Б!"},
		{"forgotten between two of one class", "", "ПІБ|Клас", "11-А,11-А,,11-А,11-Б,11-Б", "11-А|11-А|11-А!|11-А|11-Б|11-Б"},
		{"forgotten between two classes", "", "ПІБ|Клас", "11-А,11-А,,11-Б,11-Б", "11-А|11-А|11-А?11-А;11-Б|11-Б|11-Б"},
		{"forgotten in the last row", "", "ПІБ|Клас", "11-А,11-А,11-Б,11-Б,", "11-А|11-А|11-Б|11-Б|11-Б!"},
		{"forgotten in the first row", "", "ПІБ|Клас", ",11-А,11-А,11-Б", "-|11-А|11-А|11-Б"},
		{"people in no order", "", "ПІБ|Клас", "11-А,11-Б,,11-А,,11-Б", "11-А|11-Б|11-Б?11-Б;11-А|11-А|11-А?11-А;11-Б|11-Б"},
		{"in a few rows in the middle", "", "ПІБ|Клас", ",,11-Б,,", "-|-|11-Б|-|-"},
		{"nowhere", "", "ПІБ|Клас", ",,,", "|||"},
		{"everywhere", "", "ПІБ|Клас", "11-А,11-А,11-Б,11-А", "11-А|11-А|11-Б|11-А"},
		{"as the title says", "Учні 11-А класу", "ПІБ|Клас", "11-А,,", "11-А|11-А|11-А"},
		{"nearer than the title says", "Учні 11 класу", "ПІБ|Клас", "11-А,,,Б,,", "11-А|11-А!|11-А!|11-Б|11-Б!|11-Б!"},
		{"otherwise than the title says", "Учні 11-А класу", "ПІБ|Клас", "11-Б,,", "11-Б|11-Б?11-Б;11-А|11-Б?11-Б;11-А"},
		{"for the one of another class than the title's", "Учні 11-А класу", "ПІБ|Клас", ",,11-Б,,", "11-А|11-А|11-Б|11-А|11-А"},
		{"number and letter once", "", "ПІБ|Клас|Літера", "11|А,|,|,11|Б,|,|", "11-А|11-А!|11-А!|11-Б|11-Б!|11-Б!"},
		{"the letter once", "", "ПІБ|Клас|Літера", "11|А,11|,11|,11|Б,11|,11|", "11-А|11-А!|11-А!|11-Б|11-Б!|11-Б!"},
		{"the number once", "", "ПІБ|Клас|Літера", "11|А,|А,|Б,|Б", "11-А|11-А!|11-Б!|11-Б!"},
		{"no letter under another number", "", "ПІБ|Клас|Літера", "11|А,11|А,10|", "11-А|11-А|10"},
		{"a date above", "", "ПІБ|Клас", "11.січ,", " class_date| class_date"},
		{"two classes above", "", "ПІБ|Клас", "11-А/11-Б,", "11-А class_several|11-А class_several"},
		{"the running number begins again", "", "ПІБ|Клас|№", "11-А|1,|2,|1,|2", "11-А|11-А!|11-А?11-А|11-А?11-А"},
	} {
		t.Run("F-14 "+c.name, func(t *testing.T) {
			lines := append([]string{c.header}, persons(strings.Split(c.cells, ",")...)...)
			if c.title != "" {
				lines = append([]string{c.title}, lines...)
			}
			r, err := readBook(t.Context(), classBook(nil, lines...), ukraine(), Options{})
			must(t, err)
			if got := classesRead(r.Rows); got != c.want {
				t.Errorf("%s\nwant %s", got, c.want)
			}
		})
	}
}

// What stands between the rows ends what a class above says (F-14).
func TestClassWrittenOnceInSections(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"sections of their own", "ПІБ|Клас/Гук Ян|11-А/Сич Ян|/11-Б клас|/Лис Ян|/Рак Ян|", "11-А|11-А!|11-Б|11-Б"},
		{"a total between", "ПІБ|Клас/Гук Ян|11-А/Сич Ян|/Разом по класу|2/Лис Ян|/Рак Ян|11-Б/Жук Ян|", "11-А|11-А!|11-А?11-А;11-Б|11-Б|11-Б!"},
		{"a header again", "ПІБ|Клас/Гук Ян|11-А/Сич Ян|/ПІБ|Клас/Лис Ян|", "11-А|11-А!|11-А!"},
		{"a header without the class", "ПІБ|Клас/Гук Ян|11-А/Прізвище, ім’я|/Лис Ян|", "11-А|11-А?11-А"},
		{"tables beside each other", "ПІБ|Клас|ПІБ|Клас/Гук Ян|11-А|Рак Ія|11-Б/Сич Ян||Жук Ія|", "11-А|11-А!|11-Б|11-Б!"},
		{"a further table", "ПІБ|Клас/Гук Ян|11-А/Сич Ян|/Прізвище|Ім’я|Клас/Лис|Ія|/Рак|Ія|11-Б", "11-А|11-А!|-|11-Б"},
	} {
		r, err := readBook(t.Context(), classBook(nil, strings.Split(c.lines, "/")...), ukraine(), Options{})
		must(t, err)
		if got := classesRead(r.Rows); got != c.want {
			t.Errorf("F-14 %s: %s\nwant %s", c.name, got, c.want)
		}
	}
}

// What a person says goes before what stands above (F-14).
func TestClassAboveThatAPersonSettles(t *testing.T) {
	book := func(mended []int, classes ...string) *workbook.Book {
		marks := map[int]map[int]workbook.Mark{}
		for _, row := range mended {
			marks[row] = map[int]workbook.Mark{1: workbook.MarkMended}
		}
		return classBook(marks, append([]string{"ПІБ|Клас"}, persons(classes...)...)...)
	}
	for _, c := range []struct {
		name    string
		options Options
		mended  []int
		cells   string
		want    string
	}{
		{"a reading was chosen", Options{}, []int{4}, "11-А,11-А,11-Б,11-Б", "11-А|11-А|11-Б|11-Б"},
		{"a reading was chosen among those that are told", Options{}, []int{4}, "11-А,,11-Б,11-Б,,", "11-А|11-А!|11-Б|11-Б|11-Б!|11-Б!"},
		{"the cell was emptied", Options{}, []int{4}, "11-А,11-А,,11-Б", "11-А|11-А||11-Б"},
		{"the class of those without one was given", Options{Class: "11-Г"}, nil, "11-А,,11-Б,", "11-А|11-Г|11-Б|11-Г"},
	} {
		r, err := readBook(t.Context(), book(c.mended, strings.Split(c.cells, ",")...), ukraine(), c.options)
		must(t, err)
		if got := classesRead(r.Rows); got != c.want {
			t.Errorf("F-14 %s: %s, want %s", c.name, got, c.want)
		}
	}
	parts := classBook(map[int]map[int]workbook.Mark{3: {1: workbook.MarkMended}}, "ПІБ|Клас|Літера", "Гук Ян|11|А", "Сич Ян|11-Б|", "Лис Ян|11|")
	r, err := readBook(t.Context(), parts, ukraine(), Options{})
	must(t, err)
	if got := classesRead(r.Rows); got != "11-А|11-Б|11-А?11-А" {
		t.Errorf("F-14 a class in two columns: %s", got)
	}
	lines := classBook(map[int]map[int]workbook.Mark{2: {1: workbook.MarkUnsaved}}, append([]string{"ПІБ|Клас"}, persons("", "")...)...)
	r, err = readBook(t.Context(), lines, ukraine(), Options{})
	must(t, err)
	if got := classesRead(r.Rows); got != " formula_unsaved| formula_unsaved" {
		t.Errorf("F-14 a formula above: %s", got)
	}
}
