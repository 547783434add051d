package roster

import (
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook"
)

// markedCell is a cell with what the workbook says of it besides its text.
type markedCell struct {
	text string
	mark workbook.Mark
}

// accessBook makes an opened workbook of rows of texts and markedCell cells.
func accessBook(rows ...[]any) *workbook.Book {
	s := workbook.Sheet{Name: "Доступы"}
	for i, row := range rows {
		l := workbook.Line{Number: i + 1, Cells: make([]string, len(row)), Marks: make([]workbook.Mark, len(row))}
		for k, cell := range row {
			switch c := cell.(type) {
			case markedCell:
				l.Cells[k], l.Marks[k] = c.text, c.mark
			case string:
				l.Cells[k] = c
			}
		}
		s.Lines = append(s.Lines, l)
	}
	return &workbook.Book{Sheets: []workbook.Sheet{s}}
}

func readBookOf(t *testing.T, book *workbook.Book) *AccessFile {
	t.Helper()
	file, err := readAccessBook(t.Context(), book, kyrgyzAccess)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func numberCell(text string) markedCell { return markedCell{text, workbook.MarkNumber} }
func shownCell(text string) markedCell {
	return markedCell{text, workbook.MarkNumber | workbook.MarkShown}
}

var noValue = markedCell{"", workbook.MarkUnsaved}

// KG-035 KG-038: a password is what the sheet shows, letter for letter, or it is named.
func TestAccessPasswordsInNumberCells(t *testing.T) {
	head := line("Логин", "ФИО", "Пароль")
	for _, c := range []struct {
		name      string
		passwords []any
		want      []string
	}{
		{"zeros that a format shows", line(shownCell("00123456"), shownCell("00004567"), numberCell("87654321")),
			[]string{"00123456", "00004567", "87654321|access_password_number"}},
		{"numbers of one length", line(numberCell("12000000"), numberCell("12345678")),
			[]string{"12000000|access_password_number", "12345678|access_password_number"}},
		{"a number shorter than the others", line(numberCell("123456"), numberCell("87654321"), "aB3$x"),
			[]string{"123456|access_password_short", "87654321|access_password_number", "aB3$x"}},
		{"texts of digits are what they are", line("00123456", "4567", "87654321"), []string{"00123456", "4567", "87654321"}},
		{"a day", line(markedCell{"37755", workbook.MarkNumber | workbook.MarkDay}, "05.03.2004"), []string{"|access_password_day", "05.03.2004"}},
		{"more digits than a sheet keeps", line(numberCell("1234567890123456"), numberCell("12000000000000000")),
			[]string{"1234567890123456|access_password_rounded", "12000000000000000|access_password_number"}},
		{"a truth value", line(markedCell{"1", workbook.MarkTruth}, "p1"), []string{"|cell_truth", "p1"}},
		{"a fraction", line(numberCell("3.14")), []string{"3.14|access_password_number"}},
		{"a formula without a value", line(noValue, "p1"), []string{"|formula_unsaved", "p1"}},
		{"signs without a width", line("a\u200bB3", "p\u00ad1\u00a0x"), []string{"aB3|access_password_unseen", "p1 x|access_password_unseen"}},
		{"nothing", line("", "-"), []string{"|access_no_password", "|access_no_password"}},
	} {
		t.Run("KG-035 "+c.name, func(t *testing.T) {
			rows := [][]any{head}
			for i, password := range c.passwords {
				rows = append(rows, line("055512345"+string(rune('0'+i)), "Асанов Ян", password))
			}
			var got []string
			for _, r := range readBookOf(t, accessBook(rows...)).Rows {
				text := r.Password
				for _, p := range r.Problems {
					text += "|" + p.Rule
					if p.Value != "" && p.Value == r.Password {
						t.Errorf("the problem %s quotes the password", p.Rule)
					}
				}
				got = append(got, text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("\n got %q\nwant %q", got, c.want)
			}
		})
	}
}

// A table that Excel has saved as text shows by its column whether zeros are kept.
func TestAccessPasswordsOfATextTable(t *testing.T) {
	for content, want := range map[string][]string{
		"Логин;Пароль\n0555123456;123456\n0555123457;87654321\n": {"+996555123456|||123456|access_password_short", "+996555123457|||87654321"},
		"Логин;Пароль\n0555123456;123456\n0555123457;00654321\n": {"+996555123456|||123456", "+996555123457|||00654321"},
		"Логин;Пароль\n0555123456;123456\n0555123457;aB3\n":      {"+996555123456|||123456", "+996555123457|||aB3"},
	} {
		if got := accessTexts(accessFile(t, []byte(content), kyrgyzAccess).Rows); !slices.Equal(got, want) {
			t.Errorf("%q:\n got %q\nwant %q", content, got, want)
		}
	}
}

func TestAccessRowsThatNobodySees(t *testing.T) {
	struck := markedCell{"p4", workbook.MarkStruck}
	book := accessBook(line("Логин", "ФИО", "Пароль"), line("0555123456", "Асанов Ян", "p1"), line("0555123457", "Асанова Ия", "p2"),
		line("0555123458", "Гук Ия", noValue), line(noValue, "Сыч Ия", "p3"), line("0555123459", "Лис Ия", struck), line(noValue, noValue, noValue))
	book.Sheets[0].Lines[2].Hidden = true
	want := []string{"+996555123456|Асанов Ян||p1", "+996555123457|Асанова Ия||p2|access_hidden", "+996555123458|Гук Ия|||formula_unsaved",
		"|Сыч Ия||p3|formula_unsaved", "+996555123459|Лис Ия||p4|access_struck", "||||formula_unsaved|formula_unsaved|formula_unsaved"}
	rows := readBookOf(t, book).Rows
	if got := accessTexts(rows); !slices.Equal(got, want) {
		t.Errorf("KG-035:\n got %q\nwant %q", got, want)
	}
	for _, row := range []int{1, 4} {
		if p := rows[row].Problems[0]; p.Severity != data.SeverityConfirm {
			t.Errorf("%s is %s", p.Rule, p.Severity)
		}
	}
	for _, language := range text.Languages() {
		for _, row := range rows {
			for _, p := range row.Problems {
				if s := p.Sentence(text.For(language)); s == "" || s[0] == 'r' {
					t.Errorf("%s: %s has no sentence", language, p.Rule)
				}
			}
		}
	}
}

// A hidden column yields to one that is seen, and is named either way.
func TestAccessColumnsThatNobodySees(t *testing.T) {
	book := accessBook(line("Логин", "Пароль", "ФИО", "Пароль"), line("0555123456", "old", "Асанов Ян", "new"))
	book.Sheets[0].HiddenColumns = []int{1}
	file := readBookOf(t, book)
	if got := accessTexts(file.Rows); got[0] != "+996555123456|Асанов Ян||new" {
		t.Errorf("got %q", got)
	}
	if len(file.Skipped) != 1 || file.Skipped[0].Column != "B" || file.Skipped[0].Header != "Пароль" || !file.Skipped[0].Hidden || len(file.Unseen) != 0 {
		t.Errorf("skipped %+v, unseen %+v", file.Skipped, file.Unseen)
	}
	only := accessBook(line("Логин", "Пароль", "ФИО"), line("0555123456", "p1", "Асанов Ян"))
	only.Sheets[0].HiddenColumns = []int{1}
	file = readBookOf(t, only)
	if got := accessTexts(file.Rows); got[0] != "+996555123456|Асанов Ян||p1" || len(file.Unseen) != 1 || file.Unseen[0].Column != "B" {
		t.Errorf("got %q, unseen %+v", got, file.Unseen)
	}
}

// KG-038: in a table of text an apostrophe before a password, or a sign of the web in it, may be
// the table's; a workbook keeps what was typed.
func TestAccessPasswordsWithSignsOfATable(t *testing.T) {
	for password, doubted := range map[string]bool{"'0123aB": true, "ab&amp;1": true, "'ab'": false, "ab&1": false, "a'b": false, "'": false} {
		for _, sheet := range []string{"", "Доступы"} {
			book := accessBook(line("Логин", "ФИО", "Пароль"), line("0555123401", "Асанова Айгүл", password))
			book.Sheets[0].Name = sheet
			row := readBookOf(t, book).Rows[0]
			got := slices.ContainsFunc(row.Problems, func(p Problem) bool {
				return p.Rule == "access_password_spelling" && p.Severity == data.SeverityConfirm
			})
			if got != (doubted && sheet == "") || row.Password != password {
				t.Errorf("%q of the sheet %q: %q %v", password, sheet, row.Password, row.Problems)
			}
		}
	}
}

// KG-035: what is wrong with a class is said and keeps no access back.
func TestAccessClasses(t *testing.T) {
	file := readBookOf(t, accessBook(line("Логин", "Класс", "Пароль"), line("0555123401", "11-А/11-Б", "tilek1"), line("0555123402", "11.янв", "tilek2"), line("0555123403", "#REF!", "tilek3"),
		line("0555123404", "одиннадцатый А", "tilek4"), line("0555123405", noValue, "tilek5")))
	var got []string
	for _, row := range file.Rows {
		text := row.Password + " " + row.Class
		for _, p := range row.Problems {
			text += " " + p.Rule + " " + string(p.Severity) + strings.Join(p.Readings, ";")
		}
		got = append(got, text)
	}
	want := "tilek1 11-А class_several warning|tilek2  class_date warning|tilek3  cell_error warning|tilek4 11-А|tilek5  formula_unsaved warning"
	if strings.Join(got, "|") != want {
		t.Errorf("KG-035 %s, want %s", strings.Join(got, "|"), want)
	}
}
