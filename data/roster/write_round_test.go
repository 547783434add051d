package roster

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data/text"
	"graduand/data/workbook/workbooktest"
)

// problemsOf writes the workbook of errors of a file.
func problemsOf(t *testing.T, content []byte, rules Rules, language string) []byte {
	t.Helper()
	var b bytes.Buffer
	must(t, WriteProblems(&b, read(t, content, rules, Options{}).Rows, language))
	return b.Bytes()
}

// F-14 F-18: a class in a merged cell, in a title or in the sheet's name stands in every
// row of the workbook of errors, so that it is there when the mended rows come back.
func TestClassAfterTheRoundThroughTheErrors(t *testing.T) {
	people := func(class ...any) [][]any {
		rows := [][]any{line("Клас", "ПІБ", "Дата народження", "Документ")}
		for i, name := range []string{"Вербицька Соломія Остапівна", "Гриценко Назар Богданович", "Журба Матвій Олегович", "Кравчук Уляна Петрівна"} {
			rows = append(rows, line(class[i], name, "31.02.2003", "КВ 12345"+string(rune('1'+i))))
		}
		return rows
	}
	for name, c := range map[string]struct {
		content []byte
		want    []string
	}{
		"merged cells":            {merged(t, workbooktest.XLSX(t, sheet("Аркуш1", people("11-А", "", "11-Б", "")...)), "A2:A3", "A4:A5"), []string{"11-А", "11-А", "11-Б", "11-Б"}},
		"one merged cell for all": {merged(t, workbooktest.XLSX(t, sheet("Аркуш1", people("11-А", "", "", "")...)), "A2:A5"), []string{"11-А", "11-А", "11-А", "11-А"}},
		"the sheet's name":        {workbooktest.XLSX(t, sheet("11-В", people("", "", "11-Б", "")...)), []string{"11-В", "11-В", "11-Б", "11-В"}},
	} {
		for _, language := range text.Languages() {
			again := problemsOf(t, c.content, ukraine(), language)
			mended := workbooktest.Replace(t, again, "xl/sharedStrings.xml", func(s []byte) []byte {
				return bytes.ReplaceAll(s, []byte("31.02.2003"), []byte("28.02.2003"))
			})
			rows := read(t, mended, ukraine(), Options{}).Rows
			var got []string
			for _, r := range rows {
				got = append(got, r.Graduate.Class)
				if r.Bad() {
					t.Errorf("%s: mended and still %v", name, rulesOf(r))
				}
			}
			if strings.Join(got, " ") != strings.Join(c.want, " ") {
				t.Errorf("%s, %s: classes %v, want %v", name, language, got, c.want)
			}
		}
	}
}

// wordy is a list whose rows have many reasons and long texts.
func wordy(t *testing.T) []byte {
	return workbooktest.XLSX(t, sheet("Список",
		line("ПІБ", "Клас", "Дата народження", "Телефон", "Документ", "Адреса реєстрації (область, район, населений пункт, вулиця, будинок, квартира)"),
		line("Kovalenko-Shcherbyna Ivan1", "11-А", "31.02.2003", "050", "КВ 12345", strings.Repeat("вулиця Героїв Небесної Сотні, ", 9)),
		line("Щ", "11-Б", "не знаю", "12", "свідоцтво 1", "_x2004_ 'апостроф")))
}

// F-14: all reasons of a row are seen, in Excel by the height of the row.
func TestAllReasonsAreSeen(t *testing.T) {
	for rules, campaign := range map[string]Rules{"zno-2020": ukraine(), "ort-2021": kyrgyzstan()} {
		for _, language := range text.Languages() {
			content := problemsOf(t, wordy(t), campaign, language)
			f, err := excelize.OpenReader(bytes.NewReader(content))
			must(t, err)
			rows, err := f.GetRows("Список")
			must(t, err)
			for i, cells := range rows[1:] {
				height, err := f.GetRowHeight("Список", i+2)
				must(t, err)
				if reasons := strings.Count(cells[len(cells)-1], "\n") + 1; reasons < 3 || height < 15*float64(reasons) {
					t.Errorf("%s, %s, row %d: %d reasons in %v points", rules, language, i+2, reasons, height)
				}
			}
			must(t, f.Close())
		}
	}
}

// F-14: an independent program shows every line on the page.
func TestLibreOfficeShowsEveryLine(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	pdftotext, missing := exec.LookPath("pdftotext")
	if err != nil || missing != nil {
		t.Skip("no LibreOffice (soffice) or no pdftotext: see make deps")
	}
	dir := t.TempDir()
	for _, language := range []string{"uk", "ky"} {
		path := filepath.Join(dir, language)
		must(t, os.WriteFile(path+".xlsx", problemsOf(t, wordy(t), ukraine(), language), 0o600))
		convert := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, path+".xlsx")
		if out, err := convert.CombinedOutput(); err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		out, err := exec.Command(pdftotext, path+".pdf", "-").Output()
		must(t, err)
		shown := strings.Join(strings.Fields(string(out)), "")
		for _, r := range read(t, wordy(t), ukraine(), Options{}).Rows {
			for _, p := range r.Problems {
				for word := range strings.FieldsSeq(p.Sentence(text.For(language))) {
					if !strings.Contains(shown, word) {
						t.Errorf("%s: %q is not on the page", language, word)
					}
				}
			}
		}
	}
}
