package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

func lack(severity data.Severity, rule, field string, args data.Args) Lack {
	return Lack{Finding: data.Finding{Rule: rule, Severity: severity, Args: args, Source: "UA-032"}, Title: field}
}

func required(field string) Lack {
	return lack(data.SeverityError, "required", field, data.Args{"field": field})
}

// longAddressWords has 300 letters and more, of both countries' alphabets.
var longAddressWords = strings.Repeat("вулиця Ґалаґанівська-Їжакевича, проспект Өмүр-Үсөн Жаңыбаев, ", 5) + "буд. 7"

// missingClasses is a class with all sorts of findings, and one where nothing is missing.
func missingClasses() Missing {
	own := lack(data.SeverityConfirm, "own", "Особливості", nil)
	own.Text = "Особа має особисто звернутися до центру. Переконайтеся, що вона про це знає."
	return Missing{School: "Тихоозерський ліцей Тихоозерської селищної ради Харківської області", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Made: "10.02.2020",
		Classes: []MissingClass{
			{Class: "11-А", Total: 25, People: []MissingPerson{
				{Name: "Ґалаґан Мар’ян Євгенійович", Lacks: []Lack{required("Поштовий індекс"), own}},
				{Name: "Өмүрбекова Гүлнара Ңурлановна", Lacks: []Lack{lack(data.SeverityWarning, "pattern", "Адреса", data.Args{"field": "Адреса", "value": longAddressWords})}},
				{Name: "Їжакевич Софія", Lacks: []Lack{required("Прізвище"), required("Ім’я"), required("Стать"), required("Вулиця")}},
			}},
			{Class: "", Total: 3},
		}}
}

// crowd is a class of so many people with so many findings each.
func crowd(people, lacks int) Missing {
	m := missingClasses()
	m.Classes = []MissingClass{{Class: "11-В", Total: people + 2}}
	for i := range people {
		p := MissingPerson{Name: fmt.Sprintf("Христофоровська-%03d Єлизавета", i)}
		for j := range lacks {
			p.Lacks = append(p.Lacks, required(fmt.Sprintf("Поле %d/%d", i, j)))
		}
		m.Classes[0].People = append(m.Classes[0].People, p)
	}
	return m
}

func missingPDF(t testing.TB, language string, m Missing) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return MissingPDF(b, m, language, nil) })
}

// pageWords are the words of each page without white space.
func pageWords(t *testing.T, pdf []byte) []string {
	t.Helper()
	o := open(t, pdf)
	pages := make([]string, o.pages)
	for i := range pages {
		pages[i] = squeeze(o.text(i))
	}
	return pages
}

func mustHave(t *testing.T, where, words string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(words, squeeze(want)) {
			t.Errorf("%s: %q is not there, or not whole", where, want)
		}
	}
}

func TestMissing(t *testing.T) {
	m := missingClasses()
	for _, lang := range text.Languages() {
		t.Run("a table a class, by words and signs, in "+lang, func(t *testing.T) {
			pdf, say := missingPDF(t, lang, m), text.For(lang)
			pages := pageWords(t, pdf)
			if len(pages) != 2 {
				t.Fatalf("%d pages", len(pages))
			}
			for i := range pages {
				mustHave(t, lang, pages[i], m.School, m.Campaign, m.Made, classTitle(say, m.Classes[i].Class), say.Say("report_form.missing_title", nil),
					say.Say("report_form.page", data.Args{"page": 1, "pages": 1}))
			}
			mustHave(t, lang, pages[0], "! "+say.Say("severity.error", nil), "? "+say.Say("severity.warning", nil), "□ "+say.Say("severity.confirm", nil),
				longAddressWords, m.Classes[0].People[0].Lacks[1].Text, say.Say("rule.required", data.Args{"field": "Поштовий індекс"}),
				say.Say("report_form.missing_clean", data.Args{"count": 22, "total": 25}), say.Say("report_form.missing_fixed", nil))
			mustHave(t, lang, pages[1], say.Say("report_form.missing_clean", data.Args{"count": 3, "total": 3}))
			if strings.Contains(pages[1], squeeze(say.Say("report_form.missing_who", nil)+say.Say("report_form.missing_severity", nil))) {
				t.Error("a table without rows has a header")
			}
			for _, p := range m.Classes[0].People {
				if n := strings.Count(pages[0], squeeze(p.Name)); n != 1 {
					t.Errorf("%s is named %d times", p.Name, n)
				}
			}
			checkMargins(t, "missing "+lang, pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
			checkOverlap(t, "missing "+lang, pdf)
		})
	}
}

func TestMissingGoesOnOverPages(t *testing.T) {
	for _, lacks := range []int{1, 2, 3, 5, 60} {
		m := crowd(60/lacks+20/lacks, lacks)
		pdf := missingPDF(t, "uk", m)
		pages, named := pageWords(t, pdf), 0
		next := 0
		for i, words := range pages {
			mustHave(t, "every page", words, m.Made, "Клас 11-В", fmt.Sprintf("аркуш %d з %d", i+1, len(pages)), "Чого бракує")
			named += strings.Count(words, "(продовження)")
			for next < len(m.Classes[0].People)*lacks && strings.Contains(words, squeeze(fmt.Sprintf("«Поле %d/%d»", next/lacks, next%lacks))) {
				next++
				if person := squeeze(m.Classes[0].People[(next-1)/lacks].Name); !strings.Contains(words, person) {
					t.Errorf("%d findings: page %d has a row of %s without the name", lacks, i+1, person)
				}
			}
		}
		if next != len(m.Classes[0].People)*lacks {
			t.Errorf("%d findings each: row %d is missing or out of order", lacks, next)
		}
		if continued := lacks == 60; len(pages) < 2 || (named > 0) != continued && lacks <= 3 {
			t.Errorf("%d findings each: %d pages, %d people go on", lacks, len(pages), named)
		}
		if last := pages[len(pages)-1]; !strings.Contains(last, "Нічого") || !strings.Contains(last, "«Поле") {
			t.Errorf("%d findings each: the line that counts stands alone: %s", lacks, last)
		}
		checkMargins(t, "crowd", pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
	}
}

func TestMissingCountStaysWithARow(t *testing.T) {
	for people := range 30 {
		pages := pageWords(t, missingPDF(t, "uk", crowd(people+20, 1)))
		if last := pages[len(pages)-1]; !strings.Contains(last, "Нічого") || !strings.Contains(last, "«Поле") {
			t.Errorf("%d people: the line that counts stands alone", people+20)
		}
	}
}

func TestMissingRefusesWhatItCannotPrint(t *testing.T) {
	if err := MissingPDF(&bytes.Buffer{}, Missing{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Errorf("nobody: %v", err)
	}
	if err := MissingXLSX(&bytes.Buffer{}, Missing{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Errorf("nobody in the workbook: %v", err)
	}
	m := missingClasses()
	m.Classes[0].People[0].Lacks[1].Text = strings.Repeat(longAddressWords, 30)
	if err := MissingPDF(&bytes.Buffer{}, m, "uk", nil); data.CodeOf(err) != "report.no_room" {
		t.Errorf("a finding higher than a page: %v", err)
	}
	m.Classes[0].People[0].Name = "😀"
	m.Classes[0].People[0].Lacks[1].Text = ""
	if err := MissingPDF(&bytes.Buffer{}, m, "uk", nil); data.CodeOf(err) != "report.no_glyph" {
		t.Errorf("a letter without a glyph: %v", err)
	}
}

func missingXLSX(t testing.TB, language string, m Missing) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return MissingXLSX(b, m, language, nil) })
}

func TestMissingWorkbook(t *testing.T) {
	m := missingClasses()
	m.Classes[0].People[0].Name = "=SUM(1,2)"
	content := missingXLSX(t, "uk", m)
	if !bytes.Equal(content, missingXLSX(t, "uk", m)) {
		t.Error("F-20: other bytes for the same data")
	}
	file, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	sheet := file.GetSheetName(0)
	rows, err := file.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	var found [][]string
	for i, row := range rows {
		if len(row) > 5 && row[5] == "Підстава" {
			found = rows[i:]
		}
	}
	want := [][]string{
		{"Клас", "Прізвище, ім’я, по батькові", "Що зробити", "Поле", "Чого бракує або що не так", "Підстава"},
		{"11-А", "=SUM(1,2)", "! виправити", "Поштовий індекс", "«Поштовий індекс»: не заповнено.", "UA-032"},
		{"11-А", "=SUM(1,2)", "□ підтвердити", "Особливості", m.Classes[0].People[0].Lacks[1].Text, "UA-032"},
	}
	for i := range want {
		if len(found) != 8 || strings.Join(found[i], "|") != strings.Join(want[i], "|") {
			t.Fatalf("%d rows, row %d is %q", len(found), i, found[i])
		}
	}
	if formula, err := file.GetCellFormula(sheet, "B9"); err != nil || formula != "" {
		t.Errorf("a name became the formula %q: %v", formula, err)
	}
	if props, err := file.GetSheetProps(sheet); err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("in print the table is wider than the page: %v", err)
	}
	all := fmt.Sprint(rows)
	for _, words := range []string{m.School, m.Campaign, m.Made, "11-А Нічого не бракує: 22 випускники з 25", "Без класу Нічого не бракує: 3 випускники з 3"} {
		if !strings.Contains(all, words) {
			t.Errorf("%q is not in the workbook", words)
		}
	}
}

func TestGoldenMissing(t *testing.T) {
	checkSound(t, "missing", func() []byte { return missingPDF(t, "uk", missingClasses()) })
	checkSound(t, "missing-long", func() []byte { return missingPDF(t, "ru", crowd(2, 45)) })
}
