package roster

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/cputest"
	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

// oddPasswords are those that a spreadsheet likes to make something else of.
var oddPasswords = []string{"007123", "1E5", "=2+2", "2-3-4", "05.03.2004", "123456789012345678", "3.14", "+1", "@sum", "-5", "'quote", `a"b;c,d`,
	"<b>&amp;", "TRUE", "1/2", "два  пробела", "№11-А", "1 2 3", "10%"}

func accessLines(n int) []AccessLine {
	var lines []AccessLine
	for i := range n {
		lines = append(lines, AccessLine{Login: fmt.Sprintf("+99655%07d", 5000000+i), FullName: "Асанов" + letters(i) + " Бакыт Токтогул уулу", Class: "11-А",
			Password: oddPasswords[i%len(oddPasswords)], Door: "Платформа", State: "создан"})
	}
	return lines
}

func writeAccesses(t testing.TB, lines []AccessLine, language string) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, WriteAccesses(&b, lines, "СШ № 5 г. Ош", language))
	return b.Bytes()
}

// KG-035: the program's own workbook of accesses to the form is none of the centre's site, whatever
// the language; the accesses to the site in it are.
func TestOwnAccessesAreNotTheCentres(t *testing.T) {
	for _, lang := range text.Languages() {
		say := func(door data.Door) string { return text.For(lang).Say("access.door_"+string(door), nil) }
		lines := accessLines(2)
		lines[0].Door, lines[1].Door = say(data.DoorOwn), say(data.DoorPlatform)
		file := accessFile(t, writeAccesses(t, lines, lang), kyrgyzAccess)
		if len(file.Rows) != 2 || !hasRule(file.Rows[0].Problems, "access_own") || hasRule(file.Rows[1].Problems, "access_own") {
			t.Errorf("%s: %+v", lang, file.Rows)
		}
	}
}

func hasRule(problems []Problem, rule string) bool {
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Rule == rule && p.Severity == data.SeverityError })
}

func TestAccessRoundTrip(t *testing.T) {
	lines := append(accessLines(len(oddPasswords)),
		AccessLine{Login: "+996555123456", FullName: "Директор Ян", Class: "11-А", Password: "выдан", Door: "Платформа", State: "передан"},
		AccessLine{Login: "+996555123458", FullName: "Сыч Ян", Class: "11-А", Password: "_x0041_x0042__x5F"},
		AccessLine{Login: "+996555123457", FullName: "Логинова Пароль", Password: "Qw2ерты"})
	for _, lang := range text.Languages() {
		t.Run("KG-035 KG-038 the written accesses are read back, "+lang, func(t *testing.T) {
			content := writeAccesses(t, lines, lang)
			if !bytes.Equal(content, writeAccesses(t, lines, lang)) {
				t.Error("same lines, other bytes")
			}
			file := accessFile(t, content, kyrgyzAccess)
			if len(file.Rows) != len(lines) || len(file.Skipped) != 0 {
				t.Fatalf("%d rows, skipped %+v", len(file.Rows), file.Skipped)
			}
			for i, l := range lines {
				if want := strings.Join([]string{l.Login, l.FullName, l.Class, l.Password}, "|"); accessText(file.Rows[i]) != want {
					t.Errorf("row %d: %q, want %q: %+v", i, accessText(file.Rows[i]), want, file.Rows[i].Problems)
				}
			}
			if r := file.Rows[0]; r.Surname != "Асановаааа" || r.GivenName != "Бакыт" || r.Patronymic != "Токтогул уулу" || r.Number != 4 || r.Sheet == "" {
				t.Errorf("row: %+v", r)
			}
		})
	}
}

func TestAccessWorkbook(t *testing.T) {
	content := writeAccesses(t, accessLines(40), "ru")
	t.Run("KG-038 the workbook warns that it is confidential and fits A4", func(t *testing.T) {
		f, err := excelize.OpenReader(bytes.NewReader(content))
		must(t, err)
		defer f.Close()
		sheet := f.GetSheetName(0)
		for cell, want := range map[string]string{"A1": "СШ № 5 г. Ош", "A2": text.For("ru").Say("roster.access_warning", nil), "A3": "Логин", "D3": "Пароль"} {
			if s, err := f.GetCellValue(sheet, cell); err != nil || s != want {
				t.Errorf("%s: %q %v", cell, s, err)
			}
			style, err := f.GetCellStyle(sheet, cell)
			must(t, err)
			if look, err := f.GetStyle(style); err != nil || look.Font == nil || !look.Font.Bold || look.NumFmt != 49 {
				t.Errorf("%s is not bold text: %+v %v", cell, look, err)
			}
		}
		props, err := f.GetSheetProps(sheet)
		must(t, err)
		page, err := f.GetPageLayout(sheet)
		must(t, err)
		if props.FitToPage == nil || !*props.FitToPage || page.Size == nil || *page.Size != 9 || page.FitToWidth == nil || *page.FitToWidth != 1 || page.FitToHeight == nil || *page.FitToHeight != 0 {
			t.Errorf("page: %+v %+v", props, page)
		}
	})
	t.Run("KG-035 every cell is text", func(t *testing.T) {
		_, bodies := workbooktest.Parts(t, content)
		body := bodies["xl/worksheets/sheet1.xml"]
		if bytes.Contains(body, []byte("<f")) || bytes.Count(body, []byte("<v>")) != bytes.Count(body, []byte(`t="s"`)) || !bytes.Contains(body, []byte(`t="s"`)) {
			t.Errorf("a cell that is no text: %.600s", body)
		}
	})
	t.Run("KG-035 LibreOffice reads the same", func(t *testing.T) { libreOfficeReads(t, content) })
}

// libreOfficeReads lets an independent program read the workbook and print its table.
func libreOfficeReads(t *testing.T, content []byte) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Fatal("LibreOffice (soffice) is needed as the independent judge of written workbooks: install libreoffice-calc")
	}
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "access.xlsx"), content, 0o600))
	convert := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless",
		"--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", dir, filepath.Join(dir, "access.xlsx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	table, err := os.ReadFile(filepath.Join(dir, "access.csv"))
	must(t, err)
	got := accessTexts(accessFile(t, table, kyrgyzAccess).Rows)
	for i := range got { // a table of text does not say whose an apostrophe is
		got[i] = strings.TrimSuffix(got[i], "|access_password_spelling")
	}
	if want := accessTexts(accessFile(t, content, kyrgyzAccess).Rows); !slices.Equal(got, want) {
		t.Errorf("LibreOffice's table:\n%q\nours:\n%q", got, want)
	}
}

// TestAccessMany compares 5,000 rows with 1,250, written and read: four times the rows
// must not take sixteen times as long.
func TestAccessMany(t *testing.T) {
	t.Run("KG-038 thousands of rows in one go", func(t *testing.T) {
		took := func(n int) time.Duration {
			return cputest.Took(t, func() {
				if rows := accessFile(t, writeAccesses(t, accessLines(n), "ru"), kyrgyzAccess).Rows; len(rows) != n || len(rows[n-1].Problems) > 0 {
					t.Fatalf("%d rows of %d: %+v", len(rows), n, rows[len(rows)-1])
				}
			})
		}
		few := min(took(1250), took(1250))
		if many := took(5000); many > 10*few {
			t.Errorf("5,000 rows took %v, 1,250 took %v", many, few)
		}
	})
}
