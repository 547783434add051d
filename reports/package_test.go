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

// people are names in turn, one without a patronymic and one as long as a name can be.
func people(i int) string {
	return []string{"Ґалаґан Мар’ян", "Їжакевич Софія Володимирівна", "Нечипоренко-Христофоровська Єлизавета Костянтинівна", "Өмүрзакова Гүлнара Ңурлановна", longUkrainian}[i%5]
}

func inventory(kits int) Inventory {
	v := Inventory{School: "Тихоозерський ліцей Тихоозерської селищної ради Харківської області", Address: "63999, смт Тихоозерськ, вул. Шкільна, 1", Number: "№ 3",
		Made: "28.02.2020", Addressee: "Харківський регіональний центр оцінювання якості освіти",
		Papers: []InventoryPaper{{"Список осіб, які проходитимуть державну підсумкову атестацію за освітній рівень повної загальної середньої освіти у формі зовнішнього незалежного оцінювання", 2}, {"Реєстр мов навчання", 1}}}
	for i := range kits {
		v.Kits = append(v.Kits, InventoryKit{people(i), fmt.Sprintf("%07d", 104735+i), 2 + i%4})
	}
	return v
}

func handover(rows int) Handover {
	h := Handover{School: "Тихоозерський ліцей", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Received: "16.03.2020"}
	for i := range rows {
		row := HandoverRow{Name: people(i), Class: "11-А", Number: fmt.Sprintf("%07d", 104735+i), Contents: []HandoverItem{{Title: "Сертифікат", Number: fmt.Sprintf("%07d", 2104735+i)}, {Title: "Реєстраційне повідомлення"}}}
		if i%3 == 0 {
			row.On = "17.03.2020"
			row.Contents[0].Ticked, row.Contents[1].Ticked = true, true
		}
		if i%4 == 1 {
			row.Contents = append(row.Contents, HandoverItem{Title: "Медичний висновок, поданий для реєстрації"}, HandoverItem{Title: "Повідомлення про створення особливих (спеціальних) умов"}, HandoverItem{Title: "Повідомлення про додаткову сесію"})
		}
		h.Rows = append(h.Rows, row)
	}
	return h
}

// groupedWords are those of the form as Ukrposhta has it.
func groupedWords() GroupedWords {
	return GroupedWords{Form: "ф. 103", Title: "СПИСОК №", Subtitle: "згрупованих поштових відправлень", KindCaption: "(вид, категорія)",
		Office: "поданих в", OfficeCaption: "(найменування об’єкта поштового зв’язку)", Sender: "Відправник", SenderCaption: "(повне найменування відправника)",
		Columns: [10]string{"№ п/п", "Куди (поштова адреса)", "Кому (найменування адресата)", "№ телефону адресата", "Особливі відмітки", "Маса (г)",
			"Оголошена цінність (грн)", "Сума післяплати (грн)", "Плата за пересилання з ПДВ (грн)", "№ відправлення (ШКІ)"},
		Total: "Разом (плата за пересилання)", Tax: "у т. ч. ПДВ 20 %", Stamp: "(відтиск печатки підприємства відправника)", Accepted: "(підпис працівника поштового зв’язку, календарний штемпель)"}
}

func grouped(rows int) GroupedList {
	g := GroupedList{Words: groupedWords(), Number: "5", Kind: "рекомендовані листи з повідомленням про вручення", Office: "відділення поштового зв’язку 63999", Sender: longSchool}
	for i := range rows {
		row := GroupedRow{Where: "вул. Архітектора Альошина та Братів Святого Володимира Великого, 114/116, м. Івано-Франківськ, 76018", Whom: "Івано-Франківський регіональний центр оцінювання якості освіти", Marks: "з повідомленням", Weight: "1250"}
		if i%2 == 0 {
			row.Tracking, row.Fee, row.Phone = "0600012345678", "1 024,50", "+380 50 123 45 67"
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

func inventoryPDF(t testing.TB, v Inventory, language string) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return InventoryPDF(b, v, language, nil) })
}

func handoverPDF(t testing.TB, h Handover, language string) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return HandoverPDF(b, h, language, nil) })
}

func groupedPDF(t testing.TB, g GroupedList) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return GroupedPDF(b, g, "uk", nil) })
}

// inOrder asks that words stand there one after the other.
func inOrder(t *testing.T, name, all string, words ...string) {
	t.Helper()
	for _, w := range words {
		_, after, found := strings.Cut(all, squeeze(w))
		if !found {
			t.Fatalf("%s: %q is not there, or not in its order", name, w)
		}
		all = after
	}
}

// checkTableOnPages asks that each page has the headings, two rows or more beside its first words,
// and its number where there are several.
func checkTableOnPages(t *testing.T, name string, o *opened, heading string) {
	t.Helper()
	for i := range o.pages {
		words := squeeze(o.text(i))
		if !strings.Contains(words, squeeze(heading)) {
			t.Errorf("%s: page %d has no headings", name, i+1)
		}
		if number := squeeze(fmt.Sprintf("аркуш %d з %d", i+1, o.pages)); strings.Contains(words, number) != (o.pages > 1) {
			t.Errorf("%s: page %d is not numbered, or need not be", name, i+1)
		}
	}
}

func TestInventory(t *testing.T) {
	t.Run("F-09 all that lies in the package, counted", func(t *testing.T) {
		for _, lang := range text.Languages() {
			v := inventory(25)
			o := open(t, inventoryPDF(t, v, lang))
			all, say := pagesOf(o), text.For(lang)
			inOrder(t, lang, all, v.School, v.Number, v.Addressee, v.Made, v.Papers[0].Title, v.Papers[1].Title, say.Say("inventory.papers_total", data.Args{"number": 3}))
			for _, k := range v.Kits {
				if !strings.Contains(all, squeeze(k.Name)) || !strings.Contains(all, k.Number) {
					t.Errorf("%s: no kit of %s", lang, k.Name)
				}
			}
			if !strings.Contains(all, squeeze(say.Say("inventory.kits_total", data.Args{"number": 25}))) {
				t.Errorf("%s: the kits are not counted", lang)
			}
		}
	})
	t.Run("F-09 a package of one kit alone, and of 300", func(t *testing.T) {
		one := inventory(1)
		one.Papers = nil
		if words := pagesOf(open(t, inventoryPDF(t, one, "uk"))); strings.Contains(words, squeeze("Документи закладу")) || !strings.Contains(words, squeeze("Разом комплектів: 1")) {
			t.Error(words)
		}
		pdf := inventoryPDF(t, inventory(300), "uk")
		checkTableOnPages(t, "inventory", open(t, pdf), "Номер реєстраційної картки")
		checkMargins(t, "inventory", pdf, paper.OfficialLeft, paper.OfficialTop-7, paper.OfficialRight, paper.OfficialBottom)
	})
	t.Run("F-09 nothing in it", func(t *testing.T) {
		if err := InventoryPDF(&bytes.Buffer{}, Inventory{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
	t.Run("F-09 it is not taken for the form of the post", func(t *testing.T) {
		if words := pagesOf(open(t, inventoryPDF(t, inventory(2), "uk"))); strings.Contains(words, "107") || strings.Contains(strings.ToLower(words), "цінн") {
			t.Error(words)
		}
	})
}

func TestHandover(t *testing.T) {
	t.Run("UA-074 each envelope has a row with a day and a place to sign", func(t *testing.T) {
		for _, lang := range text.Languages() {
			h := handover(7)
			pdf := handoverPDF(t, h, lang)
			o := open(t, pdf)
			all := pagesOf(o)
			for _, r := range h.Rows {
				if !strings.Contains(all, squeeze(r.Name)) || !strings.Contains(all, r.Number) || !strings.Contains(all, r.On) {
					t.Errorf("%s: no row of %s", lang, r.Name)
				}
				for _, c := range r.Contents {
					sign := map[bool]string{true: "√", false: "□"}[c.Ticked]
					if words := squeeze(sign + fmt.Sprint(c.Title)); !strings.Contains(all, words) || c.Number != "" && !strings.Contains(all, words+squeeze("№"+c.Number)) {
						t.Errorf("UA-069 UA-070 UA-071 %s: no %s %v", lang, sign, c.Title)
					}
				}
			}
			if !strings.Contains(all, "7") || !strings.Contains(all, squeeze(text.For(lang).Say("handover.by", nil))) {
				t.Errorf("%s: %s", lang, all)
			}
			checkOverlap(t, "handover "+lang, pdf)
		}
	})
	t.Run("UA-074 a row is high enough for a signature", func(t *testing.T) {
		rows, one := 0, handover(1)
		one.Rows[0].Contents = nil
		for _, r := range open(t, handoverPDF(t, one, "uk")).render(0, 150).runs(true, signatureRow-0.3, 40) {
			if abs(r.at-paper.OfficialRight) < 0.3 {
				rows++
			}
		}
		if rows == 0 {
			t.Error("no cell is 9 mm high")
		}
	})
	t.Run("UA-074 300 envelopes", func(t *testing.T) {
		pdf := handoverPDF(t, handover(300), "uk")
		checkTableOnPages(t, "handover", open(t, pdf), "Дата вручення")
		checkMargins(t, "handover", pdf, paper.OfficialLeft, paper.OfficialTop-7, paper.OfficialRight, paper.OfficialBottom)
	})
	t.Run("UA-074 nobody", func(t *testing.T) {
		if err := HandoverPDF(&bytes.Buffer{}, Handover{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
}

func TestGroupedList(t *testing.T) {
	t.Run("F-09 the form 103 of the post, lying, with its words", func(t *testing.T) {
		g := grouped(3)
		o := open(t, groupedPDF(t, g))
		if w, h := o.render(0, 60).size(); abs(w-297) > 0.5 || abs(h-210) > 0.5 || o.pages != 1 {
			t.Errorf("%.1f × %.1f mm, %d pages", w, h, o.pages)
		}
		all := pagesOf(o)
		words := append([]string{g.Words.Form, g.Words.Title, g.Words.Subtitle, g.Kind, g.Words.KindCaption, g.Office, g.Words.OfficeCaption, g.Sender, g.Words.SenderCaption,
			g.Words.Total, g.Words.Tax, g.Words.Stamp, g.Words.Accepted, g.Rows[0].Where, g.Rows[0].Whom, g.Rows[0].Tracking, g.Rows[0].Fee}, g.Words.Columns[:]...)
		for _, want := range words {
			if !strings.Contains(all, squeeze(want)) {
				t.Errorf("no %q in %s", want, all)
			}
		}
		checkOverlap(t, "grouped", groupedPDF(t, g))
	})
	t.Run("F-09 300 items, and one of which nothing is known", func(t *testing.T) {
		o := open(t, groupedPDF(t, grouped(300)))
		checkTableOnPages(t, "grouped", o, "Оголошена цінність")
		empty := GroupedList{Words: groupedWords(), Rows: make([]GroupedRow, 1)}
		if words := pagesOf(open(t, groupedPDF(t, empty))); !strings.Contains(words, squeeze("СПИСОК №")) {
			t.Error(words)
		}
	})
	t.Run("F-09 no items", func(t *testing.T) {
		if err := GroupedPDF(&bytes.Buffer{}, GroupedList{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
}

func TestGoldenPackages(t *testing.T) {
	checkSound(t, "inventory", func() []byte { return inventoryPDF(t, inventory(12), "uk") })
	checkSound(t, "inventory-long", func() []byte { return inventoryPDF(t, inventory(31), "uk") })
	checkSound(t, "handover", func() []byte { return handoverPDF(t, handover(6), "uk") })
	checkSound(t, "handover-long", func() []byte { return handoverPDF(t, handover(25), "uk") })
	checkSound(t, "grouped", func() []byte { return groupedPDF(t, grouped(4)) })
	checkSound(t, "grouped-long", func() []byte { return groupedPDF(t, grouped(14)) })
}
