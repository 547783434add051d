package reports

import (
	"bytes"
	"fmt"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

func overview() Overview {
	o := Overview{School: "Тихоозерський ліцей", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Made: "10.03.2020",
		Shares:  []any{data.Term("overview.share_ready"), data.Term("overview.share_numberless"), data.Term("overview.share_hindered"), data.Term("overview.share_untouched")},
		Classes: []OverviewBar{{"11-А", []int{12, 3, 5, 1}}, {"11-Б", []int{24, 0, 0, 0}}, {"11-В", []int{0, 0, 0, 18}}, {"", []int{0, 1, 1, 0}}},
		All:     OverviewBar{Parts: []int{36, 4, 6, 19}},
		Stages:  []OverviewStage{{data.Term("overview.stage_data"), 46, 65}, {data.Term("overview.stage_number"), 40, 65}, {data.Term("overview.stage_card"), 12, 65}, {"Комплекти надіслано", 0, 65}},
		Days: []OverviewDay{{"Рекомендована дата відправлення комплектів", "28.02.2020", -11, false, 29}, {"Кінцевий строк надсилання комплектів закладами освіти", "17.03.2020", 7, true, 29},
			{"Завершення реєстрації", "24.03.2020", 14, true, 0}, {"Завершення перереєстрації", "", 0, true, 0}, {"Початок реєстрації", "03.02.2020", -36, true, 0}, {"Запрошення-перепустки", "11.03.2020", 1, false, 0}},
		Tasks: []OverviewTask{{"Немає номера картки: 2", data.SeverityError, []string{"11-А: " + people(0), people(1)}}, {"Перевірити прізвище в родовому відмінку: 1", data.SeverityConfirm, []string{"11-Б: " + people(2)}}, {"Впишіть дні, яких немає у файлі кампанії: 1", data.SeverityWarning, nil}}}
	return o
}

// longOverview is a large school with the longest names, of whom everybody is hindered.
func longOverview() Overview {
	o := overview()
	o.School = longSchool
	for i := range 22 {
		o.Classes = append(o.Classes, OverviewBar{fmt.Sprintf("11-Академічна-%d", i), []int{i, 30 - i, i % 3, 1000}})
	}
	o.All.Parts = []int{12345, 1234, 12345, 22000}
	for i := range 12 {
		o.Tasks = append(o.Tasks, OverviewTask{"«" + longAddressWords + "»: бракує або з помилкою — 40", data.SeverityError, nil})
		for j := range 40 {
			o.Tasks[len(o.Tasks)-1].Who = append(o.Tasks[len(o.Tasks)-1].Who, people(i+j))
		}
	}
	return o
}

func overviewPDF(t testing.TB, o Overview, language string) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return OverviewPDF(b, o, language, nil) })
}

func TestOverviewOnPaper(t *testing.T) {
	t.Run("F-03 F-17 classes, the way, the days and whom what hinders, in each language", func(t *testing.T) {
		for _, lang := range text.Languages() {
			say := text.For(lang)
			pdf := overviewPDF(t, overview(), lang)
			o := open(t, pdf)
			if o.pages != 1 {
				t.Errorf("%s: %d pages", lang, o.pages)
			}
			inOrder(t, lang, pagesOf(o), say.Say("overview_paper.title", nil), "Тихоозерський ліцей", data.Capital(say.Say("overview.share_ready", nil)), "11-А", say.Say("ui.no_class", nil), say.Say("overview_paper.all", nil),
				say.Say("overview.stage_data", nil), say.Say("overview_paper.of", data.Args{"number": 46, "of": 65}), "17.03.2020", say.Say("overview.days", data.Args{"count": 7}), "29", say.Say("overview.no_due_known", nil),
				"Немає номера картки: 2", people(0), people(1))
			checkOverlap(t, "overview "+lang, pdf)
		}
	})
	t.Run("F-03 a day that was missed is told apart from one that nobody waits for", func(t *testing.T) {
		words := pagesOf(open(t, overviewPDF(t, overview(), "uk")))
		inOrder(t, "uk", words, "28.02.2020", "прострочено: 11 днів", "03.02.2020", "минув", "завтра")
	})
	t.Run("many classes and names go on on further pages", func(t *testing.T) {
		pdf := overviewPDF(t, longOverview(), "uk")
		checkOverlap(t, "overview", pdf)
		checkMargins(t, "overview", pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
	})
	t.Run("nobody", func(t *testing.T) {
		if err := OverviewPDF(&bytes.Buffer{}, Overview{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
	checkSound(t, "overview", func() []byte { return overviewPDF(t, overview(), "uk") })
	checkSound(t, "overview-long", func() []byte { return overviewPDF(t, longOverview(), "uk") })
}
