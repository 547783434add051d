package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// ukSheet is a usual sheet of one page.
func ukSheet() CheckSheet {
	return CheckSheet{
		Campaign: "Зовнішнє незалежне оцінювання 2020 року", Form: "Реєстраційна картка", School: "Тихоозерський ліцей",
		Class: "Клас 11-А", Name: "Ґалаґан Мар’ян Євгенійович", Made: "10.02.2020",
		Steps: []CheckStep{
			{Title: "Особа", Entries: []Entry{{"Прізвище", []any{"Ґалаґан"}}, {"Ім’я", []any{"Мар’ян"}}, {"По батькові", []any{"Євгенійович"}}, {"Дата народження", nil}}},
			{Title: "Контакти", Entries: []Entry{{"Телефон", []any{"+380 50 123 45 67"}}, {"Вулиця", []any{"вул. Їжакова"}}}, Empty: []any{"Район", data.Term("field.language")}},
			{Title: "Порожній крок"},
			{Title: "Предмети", Entries: []Entry{{"Предмети", []any{[]any{"Англійська мова", "профільний рівень", "ДПА", "07.07.2020"}, "Фізика"}}}},
			{Title: data.Term("report_form.payment"), Entries: []Entry{{data.Term("report_form.payment_due"), []any{"370 грн"}}}},
		},
		Lacks: []Lack{required("Дата народження")},
	}
}

// longSheet has so many long lines that it needs pages; each of them is of its own words.
func longSheet(lines int) CheckSheet {
	c := ukSheet()
	c.School, c.Name = longSchool, longUkrainian
	for i := range lines {
		c.Steps = append(c.Steps, CheckStep{Title: fmt.Sprintf("Крок-%03d", i), Entries: []Entry{
			{fmt.Sprintf("Поле-%03d", i), []any{fmt.Sprintf("(%03d) %s", i, longAddressWords)}}, {"Ім’я", []any{longKyrgyz}}}})
	}
	return c
}

// dividedSheet has an entry that goes on on the next page, after so many short ones.
func dividedSheet(before int) CheckSheet {
	c := ukSheet()
	for i := range before {
		c.Steps[0].Entries = append(c.Steps[0].Entries, Entry{"Поле", []any{fmt.Sprint(i)}})
	}
	c.Steps[1].Entries[0].Lines = nil
	for i := range 60 {
		c.Steps[1].Entries[0].Lines = append(c.Steps[1].Entries[0].Lines, fmt.Sprintf("<%d> рядок умови", i))
	}
	return c
}

func checkSheetsPDF(t testing.TB, language string, sheets ...CheckSheet) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return CheckSheets(b, sheets, language, nil) })
}

func TestCheckSheet(t *testing.T) {
	for _, lang := range text.Languages() {
		t.Run("KG-059 one page has all data and places to sign, in "+lang, func(t *testing.T) {
			c, say := ukSheet(), text.For(lang)
			pdf := checkSheetsPDF(t, lang, c, c)
			pages := pageWords(t, pdf)
			if len(pages) != 2 {
				t.Fatalf("two people are on %d pages", len(pages))
			}
			mustHave(t, lang, pages[1], c.Campaign, c.Form, c.School, c.Class, c.Made, "Ґалаґан", "Мар’ян", "+380 50 123 45 67", "вул. Їжакова",
				"Англійська мова, профільний рівень, ДПА, 07.07.2020", "Фізика", "Дата народження", "370 грн",
				say.Say("report_form.sheet_empty", nil), "Район, "+say.Say("field.language", nil), say.Say("report_form.payment_due", nil),
				"! "+say.Say("severity.error", nil), say.Say("rule.required", data.Args{"field": "Дата народження"}),
				say.Say("report_form.sheet_checked", nil), say.Say("report.signature_caption", nil), say.Say("report.date_caption", nil))
			for _, words := range []string{c.Name, "Порожній крок"} {
				if strings.Contains(pages[1], squeeze(words)) {
					t.Errorf("%q stands there", words)
				}
			}
			checkMargins(t, "sheet "+lang, pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
			checkOverlap(t, "sheet "+lang, pdf)
		})
	}
	t.Run("KG-059 who lacks nothing is told so", func(t *testing.T) {
		c := ukSheet()
		c.Lacks = nil
		mustHave(t, "sheet", pageWords(t, checkSheetsPDF(t, "uk", c))[0], "Нічого не бракує.")
	})
}

func TestLongCheckSheets(t *testing.T) {
	for lines := 1; lines < 14; lines++ {
		c := longSheet(lines)
		pdf := checkSheetsPDF(t, "ru", c)
		pages := pageWords(t, pdf)
		for i := range lines {
			title, where := squeeze(fmt.Sprintf("Крок-%03d", i)), -1
			for page, words := range pages {
				if strings.Contains(words, title) {
					where = page
				}
			}
			if where < 0 || !strings.Contains(pages[where], title+squeeze(fmt.Sprintf("Поле-%03d", i))) {
				t.Errorf("%d lines: the heading of step %d stands alone", lines, i)
			}
			mustHave(t, "all pages", withoutHeads(pages, c), fmt.Sprintf("(%03d) %s", i, longAddressWords))
		}
		for page, words := range pages {
			if page > 0 {
				mustHave(t, "a further page", words, c.Name, fmt.Sprintf("лист %d из %d", page+1, len(pages)))
			}
			if last := page == len(pages)-1; strings.Contains(words, "(подпись)") != last || last && !strings.Contains(words, squeeze("не заполнено")) {
				t.Errorf("%d lines: the signature is on page %d of %d, or alone", lines, page+1, len(pages))
			}
		}
		checkMargins(t, "long sheet", pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
		checkOverlap(t, "long sheet", pdf)
	}
}

func TestDividedEntry(t *testing.T) {
	for before := range 36 {
		c := dividedSheet(before)
		pages := pageWords(t, checkSheetsPDF(t, "ru", c))
		for i := range 60 {
			mustHave(t, "all pages", withoutHeads(pages, c), fmt.Sprintf("<%d> рядок умови", i))
		}
		for page, words := range pages {
			if n := strings.Count(words, "рядокумови"); n == 1 {
				t.Errorf("after %d: one line of the entry is alone on page %d", before, page+1)
			}
			if label := squeeze(fmt.Sprint(c.Steps[1].Entries[0].Label)); strings.Contains(words, "рядокумови") && !strings.Contains(words, label) {
				t.Errorf("after %d: page %d does not say of what its lines are", before, page+1)
			}
		}
	}
}

// withoutHeads joins pages as if there were no ends of pages: words go on after the
// masthead of the next one.
func withoutHeads(pages []string, c CheckSheet) string {
	all := pages[0]
	for i, words := range pages[1:] {
		_, rest, _ := strings.Cut(words, squeeze(fmt.Sprintf("лист %d из %d", i+2, len(pages))))
		all += rest
	}
	return all
}

func TestCheckSheetsThatCannotBePrinted(t *testing.T) {
	if err := CheckSheets(&bytes.Buffer{}, nil, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Errorf("nobody: %v", err)
	}
	c := ukSheet()
	c.Steps[0].Entries[0].Lines = []any{"😀"}
	if err := CheckSheets(&bytes.Buffer{}, []CheckSheet{c}, "uk", nil); data.CodeOf(err) != "report.no_glyph" {
		t.Errorf("a letter without a glyph: %v", err)
	}
}

func siteSheet() SiteSheet {
	return SiteSheet{Campaign: "Общереспубликанское тестирование 2021 года", Site: "Электронная платформа сайта ЦООМО", School: "Школа села Жаңы-Үмүт",
		Class: "Класс 11-Б", Name: "Өмүрбекова Гүлнара Ңурлановна", Made: "10.02.2021",
		Pages: []SitePage{
			{Title: "Первичные данные", Entries: []Entry{{"Номер телефона", []any{"+996 500 000 153"}}, {"Фамилия", []any{"Өмүрбекова"}}, {"Имя", []any{"Гүлнара"}}}},
			{Title: "Пустая страница"},
			{Title: "Адрес", Entries: []Entry{{"Область", nil}, {"Улица", []any{longAddressWords}}}},
		}}
}

func siteSheetsPDF(t testing.TB, language string, sheets ...SiteSheet) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return SiteSheets(b, sheets, language, nil) })
}

func TestSiteSheet(t *testing.T) {
	for _, lang := range text.Languages() {
		t.Run("KG-013 the fields stand in the order of the site, in "+lang, func(t *testing.T) {
			c, say := siteSheet(), text.For(lang)
			pdf := siteSheetsPDF(t, lang, c, c)
			pages := pageWords(t, pdf)
			if len(pages) != 2 {
				t.Fatalf("two people are on %d pages", len(pages))
			}
			rest := pages[0]
			for _, words := range []string{say.Say("report_form.site_title", nil), c.Site, "Первичные данные", "Номер телефона", "+996 500 000 153", "Фамилия", "Өмүрбекова", "Имя", "Гүлнара",
				"Адрес", "Область", "—", "Улица", longAddressWords, say.Say("report_form.site_entered", nil), say.Say("report.signature_caption", nil)} {
				_, after, found := strings.Cut(rest, squeeze(words))
				if !found {
					t.Fatalf("%q is not there, or not in its order", words)
				}
				rest = after
			}
			if strings.Contains(pages[0], squeeze("Пустая страница")) || strings.Contains(pages[0], squeeze(c.Name)) {
				t.Error("a page without fields has a heading, or the name stands twice")
			}
			checkMargins(t, "site "+lang, pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
			checkOverlap(t, "site "+lang, pdf)
		})
	}
	t.Run("KG-013 a box to tick before every field", func(t *testing.T) {
		p := open(t, siteSheetsPDF(t, "ru", siteSheet())).render(0, 300)
		boxes := 0
		for _, r := range p.runs(true, 4.5, 5.6) {
			if r.at > paper.Left && r.at < paper.Left+0.6 {
				boxes++
			}
		}
		if boxes != 5 {
			t.Errorf("%d boxes for 5 fields", boxes)
		}
	})
	t.Run("nobody", func(t *testing.T) {
		if err := SiteSheets(&bytes.Buffer{}, nil, "ru", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
}

func TestGoldenSheets(t *testing.T) {
	checkSound(t, "sheet", func() []byte { return checkSheetsPDF(t, "uk", ukSheet()) })
	checkSound(t, "sheet-long", func() []byte { return checkSheetsPDF(t, "uk", longSheet(6)) })
	checkSound(t, "site", func() []byte { return siteSheetsPDF(t, "ru", siteSheet()) })
}
