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

func ukKit() KitSheet {
	return KitSheet{
		Campaign: "Зовнішнє незалежне оцінювання 2020 року", School: "Тихоозерський ліцей", Class: "Клас 11-А, учень",
		Name: "Ґалаґан Мар’ян", Number: "0104735", Made: "10.02.2020", Route: "Через заклад освіти, у якому навчається",
		Papers: []KitPaper{
			{Title: "Реєстраційна картка", Form: data.Term("help_screen.form_original"), Present: true,
				Checks: []string{"прізвище в родовому відмінку та ініціали після найменування регіонального центру", "дата заповнення заяви та особистий підпис"},
				Passed: []string{"дата заповнення заяви та особистий підпис"}},
			{Title: "Копія паспорта громадянина України", Form: data.Term("help_screen.form_copy"), Checks: []string{"напис «Згідно з оригіналом» (без лапок)"}},
			{Title: "Медичний висновок", Form: data.Term("help_screen.form_original"), Note: "Видає заклад охорони здоров’я."},
		},
		Assembly: []string{"Комплект скріпити степлером у верхньому лівому куті, не пошкоджуючи фото."},
		Taken:    Taken{"11.02.2020", "Ляна Верба"},
	}
}

// longKit has the longest name, every paper with all that is looked at, and much that is missing.
func longKit() KitSheet {
	k := ukKit()
	k.Name, k.School, k.Papers = longUkrainian, longSchool, nil
	for i := range 17 {
		k.Papers = append(k.Papers, KitPaper{
			Title: fmt.Sprintf("Папір %02d: %s", i, "довідка, яка засвідчує факт навчання особи мовою, що не належить до слов’янської групи мов, або мовою корінних народів"),
			Form:  data.Term("help_screen.form_copy"), Note: "Видає заклад, у якому отримано атестат.",
			Checks: []string{"напис «Згідно з оригіналом» (без лапок)", "особистий підпис, ініціали та прізвище особи, яка реєструється", fmt.Sprintf("дата засвідчення копії %02d", i)}})
	}
	for i := range 30 {
		k.Lacks = append(k.Lacks, required(fmt.Sprintf("Поле %02d", i)))
	}
	return k
}

func kitsPDF(t testing.TB, language string, sheets ...KitSheet) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return KitSheets(b, sheets, language, nil) })
}

// pagesOf are the words of all pages, without the places where lines end.
func pagesOf(o *opened) string {
	all := ""
	for i := range o.pages {
		all += squeeze(o.text(i))
	}
	return all
}

func TestKitSheets(t *testing.T) {
	for _, lang := range text.Languages() {
		t.Run("F-08 the papers, what is looked at and what is missing, in "+lang, func(t *testing.T) {
			for name, k := range map[string]KitSheet{"usual": ukKit(), "long": longKit()} {
				pdf := kitsPDF(t, lang, k)
				all := pagesOf(open(t, pdf))
				wanted := []string{k.Name, k.Number, k.Taken.Day, k.Taken.By, k.Route, k.School, k.Assembly[0], strings.ToUpper(text.For(lang).Say("kit_sheet.stays", nil))}
				for _, p := range k.Papers {
					wanted = append(append(wanted, p.Title, paper.Word(p.Form, text.For(lang)), p.Note), p.Checks...)
				}
				for _, lack := range k.Lacks {
					wanted = append(wanted, lack.sentence(text.For(lang)))
				}
				for _, words := range wanted {
					if !strings.Contains(all, squeeze(words)) {
						t.Errorf("%s: no %q", name, words)
					}
				}
				checkMargins(t, "kit "+name, pdf, paper.Left, paper.Top, paper.Right, paper.Bottom)
				checkOverlap(t, "kit "+name, pdf)
			}
		})
	}
	t.Run("F-08 a box for each paper and each thing to look at, crossed where it is there", func(t *testing.T) {
		p := open(t, kitsPDF(t, "uk", ukKit())).render(0, 300)
		large, small := 0, 0
		for _, r := range p.runs(true, 3, 5.2) {
			if r.at < paper.Left+0.6 && r.to-r.from > 4.4 {
				large++
			} else if r.at > paper.Left+7.85 && r.at < paper.Left+8.15 && r.to-r.from > 3.2 {
				small++
			}
		}
		if large != 3 || small != 3 {
			t.Errorf("%d boxes of papers, %d of what is looked at, want 3 and 3", large, small)
		}
	})
	t.Run("F-08 a paper is not divided by the end of a page", func(t *testing.T) {
		o := open(t, kitsPDF(t, "uk", longKit()))
		if o.pages < 2 {
			t.Fatal("all stands on one page")
		}
		for i := range o.pages {
			words := squeeze(o.text(i))
			if !strings.Contains(strings.ToLower(words), squeeze("не вкладати в комплект")) {
				t.Errorf("page %d does not say that it stays", i+1)
			}
			for n := range 17 {
				title, last := squeeze(fmt.Sprintf("Папір %02d", n)), squeeze(fmt.Sprintf("дата засвідчення копії %02d", n))
				if strings.Contains(words, title) != strings.Contains(words, last) {
					t.Errorf("page %d has only a part of paper %d", i+1, n)
				}
			}
		}
	})
	t.Run("F-08 nobody", func(t *testing.T) {
		if err := KitSheets(&bytes.Buffer{}, nil, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
}

func ukIntake() Intake {
	k := ukKit()
	return Intake{Campaign: k.Campaign, School: k.School, Class: k.Class, Name: k.Name, Number: k.Number,
		Papers: []KitPaper{{Title: "Реєстраційна картка", Form: data.Term("help_screen.form_original")}, {Title: "Копія паспорта громадянина України", Form: data.Term("help_screen.form_copy")}},
		Taken:  k.Taken}
}

func longIntake() Intake {
	k := longKit()
	r := Intake{Campaign: k.Campaign, School: k.School, Class: k.Class, Name: k.Name, Number: k.Number, Taken: Taken{"11.02.2020", longUkrainian}}
	for _, p := range k.Papers {
		r.Papers = append(r.Papers, KitPaper{Title: p.Title, Form: p.Form})
	}
	return r
}

func intakesPDF(t testing.TB, language string, receipts ...Intake) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Intakes(b, receipts, language, nil) })
}

func TestIntakes(t *testing.T) {
	t.Run("UA-158 a receipt names the papers, with places for the day and who took them", func(t *testing.T) {
		for _, lang := range text.Languages() {
			say := text.For(lang)
			for name, r := range map[string]Intake{"usual": ukIntake(), "long": longIntake()} {
				pdf := intakesPDF(t, lang, r)
				all := pagesOf(open(t, pdf))
				wanted := []string{r.Name, r.Number, r.School, r.Taken.Day, say.Say("report.date_caption", nil), say.Say("report.signed_name_caption", nil)}
				for _, p := range r.Papers {
					wanted = append(wanted, p.Title)
				}
				for _, words := range wanted {
					if !strings.Contains(all, squeeze(words)) {
						t.Errorf("%s in %s: no %q", name, lang, words)
					}
				}
				checkMargins(t, "intake "+name, pdf, paper.Left, intakeMargin, paper.Right, paper.PageHeight-intakeMargin)
				checkOverlap(t, "intake "+name, pdf)
			}
		}
	})
	t.Run("UA-158 three on a page, fewer where one of them is long, cut at one height", func(t *testing.T) {
		short := []Intake{ukIntake(), ukIntake(), ukIntake(), ukIntake()}
		middle := longIntake()
		middle.Papers = middle.Papers[:7]
		for _, c := range []struct {
			receipts []Intake
			pages    int
			cuts     []float64
		}{{short, 2, []float64{99, 198}}, {append([]Intake{middle}, short...), 3, []float64{148.5}}, {append([]Intake{longIntake()}, short...), 5, nil}} {
			o := open(t, intakesPDF(t, "uk", c.receipts...))
			if o.pages != c.pages {
				t.Errorf("%d receipts are on %d pages, want %d", len(c.receipts), o.pages, c.pages)
			}
			p := o.render(0, 300)
			for _, y := range c.cuts {
				if p.white(100, y-0.3, 120, y+0.3) || !p.white(0, y+2, 210, y+intakeMargin-0.5) || !p.white(0, y-intakeMargin+0.5, 210, y-2) {
					t.Errorf("%d pages: no line at %.1f mm, or words beside it", c.pages, y)
				}
			}
		}
	})
	t.Run("UA-158 nobody, and more than a page holds", func(t *testing.T) {
		endless := longIntake()
		for range 4 {
			endless.Papers = append(endless.Papers, endless.Papers...)
		}
		for code, receipts := range map[string][]Intake{"report.empty": nil, "report.no_room": {endless}} {
			if err := Intakes(&bytes.Buffer{}, receipts, "uk", nil); data.CodeOf(err) != code {
				t.Errorf("error is %v, want %s", err, code)
			}
		}
	})
}

func TestGoldenKits(t *testing.T) {
	checkSound(t, "kit", func() []byte { return kitsPDF(t, "uk", ukKit()) })
	checkSound(t, "kit-long", func() []byte { return kitsPDF(t, "uk", longKit()) })
	checkSound(t, "intake", func() []byte { return intakesPDF(t, "uk", ukIntake(), ukIntake(), ukIntake(), ukIntake()) })
	checkSound(t, "intake-long", func() []byte { return intakesPDF(t, "uk", longIntake()) })
}
