package roster

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

// badRoster has three bad rows and a good one.
func badRoster(t *testing.T) []Row {
	content := workbooktest.XLSX(t, sheet("Аркуш1",
		line("Список учнів 11-А класу"),
		line("№", "ПІБ", "Дата народження", "Документ", "", "Телефон"),
		line("", "", "", "серія", "номер", ""),
		line(1, "Петренко Олена Іванівна", 37685, "КВ", "12345", "=cmd|' /C calc'!A0"),
		line(2, "Коваль Іван", "31.02.2003", "КВ", "123456", "+380501234567"),
		line(3, "Лис Ія", "05.03.2003", "КВ", "123457", "0671112233"),
		line(4, "Kovalenko Ivan", "#N/A", "КВ", "123458", "050"),
	))
	return read(t, content, ukraine(), Options{}).Rows
}

func TestWriteProblems(t *testing.T) {
	rows := badRoster(t)
	for _, lang := range text.Languages() {
		t.Run("F-14 workbook of errors is readable and can be imported again, "+lang, func(t *testing.T) {
			var first, second bytes.Buffer
			must(t, WriteProblems(&first, rows, lang))
			must(t, WriteProblems(&second, rows, lang))
			if !bytes.Equal(first.Bytes(), second.Bytes()) {
				t.Error("same rows, other bytes")
			}
			again := read(t, first.Bytes(), ukraine(), Options{})
			if len(again.Rows) != 3 || len(again.Skipped) != 0 {
				t.Fatalf("rows %+v, skipped %+v", again.Rows, again.Skipped)
			}
			for i, j := range []int{0, 1, 3} {
				if a, b := rulesOf(again.Rows[i]), rulesOf(rows[j]); !slices.Equal(a, b) || again.Rows[i].Graduate.Class != "11-А" {
					t.Errorf("row %d: %v, was %v: %+v", i, a, b, again.Rows[i].Graduate)
				}
			}
			if cells := again.Rows[0].Cells; cells[5] != "=cmd|' /C calc'!A0" || cells[2] != "05.03.2003" || !strings.Contains(cells[len(cells)-1], "012345") {
				t.Errorf("cells: %q", cells)
			}
			_, bodies := workbooktest.Parts(t, first.Bytes())
			if bytes.Contains(bodies["xl/worksheets/sheet1.xml"], []byte("<f>")) {
				t.Error("a formula in the workbook")
			}
		})
	}
	t.Run("F-14 mended rows are taken", func(t *testing.T) {
		var b bytes.Buffer
		must(t, WriteProblems(&b, rows[:1], "uk"))
		mended := workbooktest.Replace(t, b.Bytes(), "xl/sharedStrings.xml", func(s []byte) []byte {
			s = bytes.Replace(s, []byte(">12345<"), []byte(">012345<"), 1)
			return bytes.Replace(s, []byte(">=cmd|&#39; /C calc&#39;!A0<"), []byte(">0501234567<"), 1)
		})
		again := read(t, mended, ukraine(), Options{}).Rows
		if len(again) != 1 || again[0].Bad() || again[0].Graduate.Document.Number != "012345" || again[0].Graduate.Phone != "+380501234567" {
			t.Errorf("rows: %+v", again)
		}
	})
}

// TestLibreOfficeReadsProblems lets an independent program read the workbook.
func TestLibreOfficeReadsProblems(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice (soffice) is needed as the independent judge of written workbooks: install libreoffice-calc")
	}
	t.Run("F-14 workbook of errors opens in LibreOffice", func(t *testing.T) {
		dir := t.TempDir()
		var b bytes.Buffer
		must(t, WriteProblems(&b, badRoster(t), "uk"))
		must(t, os.WriteFile(filepath.Join(dir, "errors.xlsx"), b.Bytes(), 0o600))
		convert := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
			"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", dir, filepath.Join(dir, "errors.xlsx"))
		if out, err := convert.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		table, err := os.ReadFile(filepath.Join(dir, "errors.csv"))
		must(t, err)
		for _, want := range []string{"Документ серія", "Що не так", "Петренко Олена Іванівна", "31.02.2003", "=cmd|' /C calc'!A0", "+380501234567", "11-А", text.For("uk").Say("roster.rule.phone_short", data.Args{"value": "050"})} {
			if !strings.Contains(string(table), strings.ReplaceAll(want, `"`, `""`)) {
				t.Errorf("no %q in\n%s", want, table)
			}
		}
		if rows := read(t, table, ukraine(), Options{}).Rows; len(rows) != 3 {
			t.Errorf("%d rows from LibreOffice's table", len(rows))
		}
	})
}

func TestWriteRoster(t *testing.T) {
	g := data.Graduate{Surname: "Петренко", GivenName: "Олена", Patronymic: "Іванівна", Sex: data.Female, BirthDate: "2003-03-05", Class: "11-А",
		Phone: "+380501234567", Document: data.Document{Kind: "passport", Series: "КВ", Number: "123456"}, Fields: map[string]string{"street": "Лісова, 5"}}
	g.Current()
	columns := []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldSex, data.FieldBirthDate, data.FieldClass, data.FieldPhone,
		data.FieldDocumentKind, data.FieldDocumentSeries, data.FieldDocumentNumber, "street"}
	for _, lang := range text.Languages() {
		t.Run("F-14 a written roster is read back, "+lang, func(t *testing.T) {
			var b, c bytes.Buffer
			must(t, WriteRoster(&b, "Список учнів 11-А класу", []data.Graduate{g}, columns, lang))
			must(t, WriteRoster(&c, "Список учнів 11-А класу", []data.Graduate{g}, []string{FieldFullName, data.FieldBirthDate, FieldDocument}, lang))
			rows := read(t, b.Bytes(), ukraine(), Options{}).Rows
			if len(rows) != 1 || rows[0].Bad() || got(&rows[0].Graduate) != olena || rows[0].Graduate.Fields["street"] != "Лісова, 5" {
				t.Errorf("rows: %+v", rows)
			}
			rows = read(t, c.Bytes(), ukraine(), Options{}).Rows
			if len(rows) != 1 || rows[0].Bad() || rows[0].Graduate.FullName() != g.FullName() || rows[0].Graduate.Class != "11-А" || rows[0].Graduate.Document != g.Document {
				t.Errorf("rows: %+v", rows)
			}
		})
	}
}

// TestSentences wants a sentence in every language for every rule; TestHostile
// wants one for every refusal.
func TestSentences(t *testing.T) {
	for _, lang := range text.Languages() {
		say := text.For(lang)
		for _, rule := range []string{"cell_error", "surname_empty", "given_name_empty", "name_digit", "name_sign", "name_mixed", "name_script_cyrillic", "name_script_latin",
			"struck_row", "struck_cell", "parent_line", "unnumbered", "class_read", "name_initial", "name_order", "name_broken", "name_apostrophe", "date_order", "date_month_first", "date_turned", "date_hour", "date_remark", "phone_part", "phone_other", "phone_note", "phone_second", "unknown_sex", "sex_patronymic", "date_unreadable", "date_no_such_day", "birth_future", "birth_age", "phone_short", "phone_invalid", "phone_letters",
			"number_rounded", "document_kind_unknown", "document_kind_ambiguous", "document_series", "document_number", "document_unfit", "document_zeros",
			"duplicate_person", "duplicate_document", "duplicate_card", "duplicate_phone"} {
			if s := (Problem{Rule: rule}).Sentence(say); strings.HasPrefix(s, "roster.") {
				t.Errorf("%s: no sentence for rule %s", lang, rule)
			}
		}
	}
}
