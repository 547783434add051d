package centrelist_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/centrelist"
	"graduand/data/registrar/desktest"
	"graduand/data/text"
	"graduand/data/workbook"
)

// school is a registry with people in every case: same, without a number, different, missing there.
func school(t testing.TB) (r *registrar.Registrar, ids map[string]string) {
	t.Helper()
	r, ids = desktest.MustCreate(t, "zno-2020"), map[string]string{}
	for name, values := range map[string][]string{
		"same":    {"surname=Авдієнко", "given_name=Олена", "patronymic=Іванівна", "class=11-А", "birth_date=2003-01-02", "card_number=1000001", "subjects=ukrainian,mathematics", "attestation=ukrainian,mathematics"},
		"number":  {"surname=Бондар", "given_name=Петро", "patronymic=Олегович", "class=11-А", "birth_date=2003-01-03", "subjects=ukrainian,english:standard", "attestation=ukrainian,english"},
		"differs": {"surname=Гриценко", "given_name=Мар’яна", "patronymic=Юріївна", "class=11-Б", "birth_date=2003-01-04", "card_number=1000003", "subjects=ukrainian,physics,english:profile", "attestation=ukrainian"},
		"left":    {"surname=Дзюба", "given_name=Тарас", "patronymic=Ігорович", "class=11-Б", "birth_date=2003-01-05"},
	} {
		ids[name] = desktest.MustAdd(t, r, values...)
	}
	return r, ids
}

// header and rows are the centre's list about [school] in one column of subjects.
var header = []string{"№ з/п", "Прізвище", "Ім’я", "По батькові", "Номер реєстраційної картки", "Навчальні предмети"}

var rows = [][]string{
	{"1", "АВДІЄНКО", "Олена", "Іванівна", "1000001", "Українська мова і література (ДПА), Математика (ДПА)"},
	{"2", "Бондар", "Петро", "Олегович", "1000002", "Українська мова і література (ДПА)\nАнглійська мова (рівень стандарту, ДПА)"},
	{"3", "Гриценко", "Мар'яна", "Юріївна", "1000033", "Українська мова і література (ДПА); Математика (ДПА); Англійська мова (рівень стандарту)"},
	{"4", "Єрьоменко", "Яна", "Сергіївна", "1000004", "Українська мова і література (ДПА), Біологія"},
}

// failing is a test, or a check of rapid.
type failing interface {
	Helper()
	Fatal(...any)
}

// list is a workbook with a header at a row and the rows below it.
func list(t failing, header []string, rows ...[]string) []byte {
	t.Helper()
	book := workbook.NewWriter("Список", "")
	sheet := book.Add("Список")
	sheet.Put(0, 1, "Учасники зовнішнього незалежного оцінювання 2020 року")
	for i, cells := range append([][]string{header}, rows...) {
		sheet.Line(i+3, cells, workbook.Look{})
	}
	var b bytes.Buffer
	if err := book.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func read(t testing.TB, r *registrar.Registrar, content []byte, o centrelist.Options) *centrelist.List {
	t.Helper()
	l, err := r.CentreList.Read(desktest.Ctx, "/x/Список.xlsx", content, o)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// told is a list in short lines: kind, name, differences, doubts.
func told(l *centrelist.List) []string {
	var lines []string
	for i := range l.Rows {
		row := &l.Rows[i]
		line := []string{string(row.Kind), row.Name}
		for _, v := range row.Values {
			line = append(line, fmt.Sprintf("%s %s→%s", v.Field, v.Here, v.There))
		}
		for _, p := range row.Doubts {
			line = append(line, fmt.Sprintf("%s%s?%s", p.Column, p.Field, p.Rule))
		}
		lines = append(lines, strings.Join(line, " | "))
	}
	return lines
}

func wantTold(t *testing.T, l *centrelist.List, wanted ...string) {
	t.Helper()
	if got := told(l); !slices.Equal(got, wanted) {
		t.Errorf("the list is\n%s\nwanted\n%s", strings.Join(got, "\n"), strings.Join(wanted, "\n"))
	}
}

func TestTheCentresListIsCompared(t *testing.T) {
	t.Run("UA-147 same, number, different, missing here, missing there; nothing is written", func(t *testing.T) {
		r, _ := school(t)
		before := desktest.Events(t, r)
		l := read(t, r, list(t, header, rows...), centrelist.Options{})
		wantTold(t, l,
			"same | Авдієнко Олена Іванівна",
			"number | Бондар Петро Олегович | card_number →1000002",
			"different | Гриценко Мар’яна Юріївна | card_number 1000003→1000033 | subjects ukrainian,physics,english→ukrainian,mathematics,english | level english:profile→english:standard | attestation ukrainian→ukrainian,mathematics",
			"missing_here | Єрьоменко Яна Сергіївна",
			"missing_there | Дзюба Тарас Ігорович")
		if n := desktest.Events(t, r); n != before {
			t.Errorf("comparing has written %d events", n-before)
		}
		if len(l.Skipped) > 0 {
			t.Errorf("not read: %+v", l.Skipped)
		}
	})
	t.Run("UA-147 one column a subject, levels and marks in columns of their own", func(t *testing.T) {
		r, _ := school(t)
		head := []string{"Прізвище, ім’я, по батькові", "№ РК", "Українська мова та література", "Математика", "Фізика", "Біологія", "Англійська мова", "Англійська мова (рівень)", "ДПА Англійська мова"}
		l := read(t, r, list(t, head,
			[]string{"Авдієнко Олена Іванівна", "1000001", "ДПА", "ЗНО/ДПА", "", "-", ""},
			[]string{"Бондар Петро Олегович", "1000002", "ДПА", "", "", "", "+", "стандарт", "так"},
			[]string{"Гриценко Мар'яна Юріївна", "1000033", "ДПА", "ДПА", "ні", "", "х", "рівень стандарту", ""},
			[]string{"Єрьоменко Яна Сергіївна", "1000004", "ДПА", "", "", "так", "", "", ""}), centrelist.Options{})
		wantTold(t, l,
			"same | Авдієнко Олена Іванівна",
			"number | Бондар Петро Олегович | card_number →1000002",
			"different | Гриценко Мар’яна Юріївна | card_number 1000003→1000033 | subjects ukrainian,physics,english→ukrainian,mathematics,english | level english:profile→english:standard | attestation ukrainian→ukrainian,mathematics",
			"missing_here | Єрьоменко Яна Сергіївна",
			"missing_there | Дзюба Тарас Ігорович")
	})
	t.Run("UA-127 a list of final marks alone says nothing of the other subjects", func(t *testing.T) {
		r, _ := school(t)
		head := append(slices.Clone(header[:5]), "Назви навчальних предметів, результати зовнішнього незалежного оцінювання з яких зараховуються як оцінки за державну підсумкову атестацію (із зазначенням (за наявності) рівня складності завдань сертифікаційної роботи)")
		l := read(t, r, list(t, head,
			[]string{"1", "Авдієнко", "Олена", "Іванівна", "1000001", "Українська мова і література, Математика"},
			[]string{"2", "Гриценко", "Мар’яна", "Юріївна", "1000003", "Українська мова і література, Англійська мова (профільний рівень)"}), centrelist.Options{})
		wantTold(t, l,
			"same | Авдієнко Олена Іванівна",
			"different | Гриценко Мар’яна Юріївна | attestation ukrainian→ukrainian,english",
			"missing_there | Бондар Петро Олегович", "missing_there | Дзюба Тарас Ігорович")
	})
}

func TestDoubtsOfTheCentresList(t *testing.T) {
	t.Run("UA-147 what cannot be read is named at its row and column", func(t *testing.T) {
		r, _ := school(t)
		l := read(t, r, list(t, header,
			[]string{"1", "Авдієнко", "Олена", "Іванівна", "1000001", "Українська мова і література (ДПА), Інформатика (ДПА)"},
			[]string{"2", "Бондар", "Петро", "Олегович", "12", "Українська мова і література (ДПА), Англійська мова (ДПА)"},
			[]string{"3", "Гриценко", "Мар’яна", "Юріївна", "", ""},
			[]string{"4", "Дзюба", "Тарас", "Ігорович", "1000001", "Фізика (профільний рівень)"}), centrelist.Options{})
		wantTold(t, l,
			"doubtful | Авдієнко Олена Іванівна | Fsubjects?centre_subject_unread | card_number?centre_number_twice",
			"doubtful | Бондар Петро Олегович | card_number →12 | card_number?centre_number_pattern",
			"doubtful | Гриценко Мар’яна Юріївна | card_number?centre_no_number | subjects?centre_no_subjects",
			"doubtful | Дзюба Тарас Ігорович | card_number →1000001 | Fsubjects?centre_no_such_level | card_number?centre_number_twice | card_number?centre_number_of_other")
		for i := range l.Rows {
			for _, p := range l.Rows[i].Doubts {
				for _, language := range text.Languages() {
					if s := p.Sentence(text.For(language)); strings.Contains(s, p.Rule) || strings.Contains(s, "<no value>") {
						t.Errorf("%s in %s: %s", p.Rule, language, s)
					}
				}
			}
		}
	})
}

func TestSheetsOfClasses(t *testing.T) {
	t.Run("UA-147 a list of several sheets names the sheet of a row", func(t *testing.T) {
		r, _ := school(t)
		book := workbook.NewWriter("Список", "")
		for i, name := range []string{"11-А", "11-Б"} {
			sheet := book.Add(name)
			sheet.Line(1, header, workbook.Look{})
			sheet.Line(2, rows[1+2*i], workbook.Look{})
		}
		var b bytes.Buffer
		if err := book.Write(&b); err != nil {
			t.Fatal(err)
		}
		l := read(t, r, b.Bytes(), centrelist.Options{})
		if name := l.RowName(&l.Rows[1]); name != "11-Б!2" {
			t.Errorf("the row is called %s", name)
		}
		if _, err := l.Find("11-б!2"); err != nil {
			t.Error(err)
		}
		if row := l.Rows[1]; row.Class != "11-Б" || row.Kind != centrelist.MissingHere {
			t.Errorf("the sheet is no class: %+v", row)
		}
	})
}

func TestLinesWithoutAName(t *testing.T) {
	t.Run("UA-147 a line in which nobody is recognised is told of", func(t *testing.T) {
		r, _ := school(t)
		l := read(t, r, list(t, header, rows[0], []string{"2", "", "", "", "1000077", "Фізика"}, []string{"", "", "", "", "", "Хімія"}), centrelist.Options{})
		seen := len(l.Unrecognised())
		for i := range l.Rows {
			if l.Rows[i].In() && l.Rows[i].Kind == centrelist.Doubtful {
				seen++
			}
		}
		if seen != 2 {
			t.Errorf("of two lines %d are told of: %v, %+v", seen, told(l), l.Passed)
		}
	})
}

func TestRowsThatNobodySees(t *testing.T) {
	t.Run("UA-147 a hidden row, one with a note that somebody left, and a struck out cell are in doubt", func(t *testing.T) {
		r, _ := school(t)
		book := excelize.NewFile()
		sheet := book.GetSheetName(0)
		noted := append(slices.Clone(rows[2]), "вибула")
		for i, cells := range [][]string{append(slices.Clone(header), "Примітка"), rows[0], rows[1], noted} {
			desktest.Must(book.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &cells))
		}
		struck, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
		desktest.Must(err)
		desktest.Must(book.SetRowVisible(sheet, 2, false))
		desktest.Must(book.SetCellStyle(sheet, "F3", "F3", struck))
		var b bytes.Buffer
		desktest.Must(book.Write(&b))
		l := read(t, r, b.Bytes(), centrelist.Options{})
		for i, rule := range []string{"hidden_row", "struck_cell", "left_note"} {
			if row := l.Rows[i]; row.Kind != centrelist.Doubtful || row.Doubts[0].Rule != rule {
				t.Errorf("%s: %v", rule, told(l)[i])
			}
		}
		if v := l.Rows[1].Value("subjects"); v != nil {
			t.Errorf("subjects that are struck out are compared: %+v", v)
		}
		if numbers, _, _ := l.Writes(); numbers != 1 {
			t.Errorf("%d numbers are taken by themselves, wanted that beside the struck out subjects", numbers)
		}
	})
}
