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

func packageSheet(lists int) PackageSheet {
	s := PackageSheet{School: "Тихоозерський ліцей", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Number: "№ 3", Made: "28.02.2020",
		Addressee: "Харківський регіональний центр оцінювання якості освіти", Address: []string{"майдан Свободи, 6", "м. Харків", "61022"},
		Papers: []InventoryPaper{{"Реєстр мов навчання", 1}, {"Супровідний лист", 1}}, SendBy: "17.03.2020",
		Carrier: "Укрпошта", Item: "Рекомендований лист з повідомленням про вручення", Tracked: true, Tracking: "RB123456785UA",
		Envelope: "C4", Envelopes: []PackageEnvelope{{18, 318}, {9, 161}}, Limit: 2000, PackedBy: "О. І. Коваль",
		Assembly: []string{"Комплект скріпити степлером у верхньому лівому куті, не пошкоджуючи фото.", "Не вкладати комплект в окремий файл."}}
	for i := range lists {
		s.Lists = append(s.Lists, PackageList{"28.02.2020", fmt.Sprintf("01-12/%d", 41+i), "11-А", 18 - i, 18 - i})
	}
	return s
}

// longPackage has all that a package can have, with the longest names, a list that lacks a kit, and an
// envelope that is too heavy.
func longPackage() PackageSheet {
	s := packageSheet(6)
	s.School, s.Addressee, s.PackedBy = longSchool, strings.Repeat("Івано-Франківський регіональний центр оцінювання якості освіти ", 2), "О. І. Нечипоренко-Христофоровська-Ґалаґанівна"
	s.Lists[5].Classes, s.Lists[5].Kits = strings.Repeat("11-Академічна, ", 9), 12
	s.Kits = inventory(4).Kits
	s.Envelopes[1].Grams, s.Tracking = 2161, ""
	return s
}

func packageSheetPDF(t testing.TB, s PackageSheet, language string) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return PackageSheetPDF(b, s, language, nil) })
}

func TestPackageSheet(t *testing.T) {
	t.Run("UA-129 F-09 all that is in the package, counted, in each language", func(t *testing.T) {
		for _, lang := range text.Languages() {
			s, say := packageSheet(2), text.For(lang)
			pdf := packageSheetPDF(t, s, lang)
			o := open(t, pdf)
			if o.pages != 1 {
				t.Errorf("%s: %d pages", lang, o.pages)
			}
			inOrder(t, lang, pagesOf(o), s.School, say.Say("package_sheet.title", data.Args{"number": s.Number}), s.Addressee, "майдан Свободи, 6, м. Харків, 61022", s.SendBy, "Укрпошта", "Рекомендований лист", s.Tracking,
				"01-12/41", "11-А", "18", "01-12/42", "17", s.Papers[0].Title, s.Papers[1].Title, say.Say("package_sheet.sum", data.Args{"people": 35, "kits": 35}), say.Say("package_sheet.counted", nil),
				say.Say("package_sheet.envelopes", data.Args{"kind": "C4", "number": 2}), "318", "161", s.Assembly[0], s.Assembly[1], say.Say("inventory.packed", nil), s.PackedBy)
			checkOverlap(t, "package sheet "+lang, pdf)
		}
	})
	t.Run("UA-129 a list with another number of kits is seen", func(t *testing.T) {
		says := squeeze(text.For("uk").Say("package_sheet.differ", nil))
		if words := pagesOf(open(t, packageSheetPDF(t, packageSheet(2), "uk"))); strings.Contains(words, says) {
			t.Error("nothing is wrong")
		}
		s := packageSheet(2)
		s.Lists[1].Kits--
		if words := pagesOf(open(t, packageSheetPDF(t, s, "uk"))); !strings.Contains(words, says) || !strings.Contains(words, "!16") {
			t.Error(words)
		}
	})
	t.Run("UA-063 a courier has no number of an item", func(t *testing.T) {
		s := packageSheet(1)
		s.Carrier, s.Item, s.Tracked = "Нарочний", nil, false
		if words := pagesOf(open(t, packageSheetPDF(t, s, "uk"))); strings.Contains(words, squeeze(text.For("uk").Say("inventory.tracking", nil))) {
			t.Error(words)
		}
	})
	t.Run("UA-064 a kit that goes by itself", func(t *testing.T) {
		s := packageSheet(0)
		s.Papers, s.Kits = nil, inventory(1).Kits
		if words := pagesOf(open(t, packageSheetPDF(t, s, "uk"))); !strings.Contains(words, squeeze(s.Kits[0].Name)) || !strings.Contains(words, squeeze("Комплектів у пакеті: 1.")) {
			t.Error(words)
		}
	})
	t.Run("F-09 an envelope that is too heavy", func(t *testing.T) {
		heavy := squeeze("Це більше, ніж дозволено")
		if words := pagesOf(open(t, packageSheetPDF(t, longPackage(), "uk"))); strings.Count(words, heavy) != 1 {
			t.Error(words)
		}
	})
	t.Run("F-09 many lists, and nothing at all", func(t *testing.T) {
		pdf := packageSheetPDF(t, packageSheet(60), "uk")
		checkMargins(t, "package sheet", pdf, paper.OfficialLeft, paper.OfficialTop-7, paper.OfficialRight, paper.OfficialBottom)
		if err := PackageSheetPDF(&bytes.Buffer{}, PackageSheet{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
	checkSound(t, "package-sheet", func() []byte { return packageSheetPDF(t, packageSheet(2), "uk") })
	checkSound(t, "package-sheet-long", func() []byte { return packageSheetPDF(t, longPackage(), "uk") })
}

func outgoing(rows int) Outgoing {
	o := Outgoing{School: "Тихоозерський ліцей", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Made: "20.03.2020"}
	for i := range rows {
		row := OutgoingRow{Date: "28.02.2020", Number: fmt.Sprintf("01-12/%d", 41+i), Addressee: "Харківський регіональний центр оцінювання якості освіти",
			What: "Список осіб, які проходитимуть ДПА: 11-А", People: 18, Kits: 18, Package: "№ 3", Tracking: "Укрпошта RB123456785UA", Sent: "29.02.2020"}
		switch i % 4 {
		case 1:
			row.Withdrawn, row.Package, row.Tracking, row.Sent = true, "", "", ""
		case 2:
			row.What, row.People, row.Kits = "Заява про відмову в реєстрації: "+people(i), 0, 0
		case 3:
			row.Tracking, row.Sent = "Нарочний", ""
		}
		o.Rows = append(o.Rows, row)
	}
	return o
}

// longOutgoing has the longest names in every row.
func longOutgoing() Outgoing {
	o := outgoing(9)
	o.School = longSchool
	for i := range o.Rows {
		r := &o.Rows[i]
		r.Number, r.Addressee, r.What = "01-12/2020-ЗНО-РЕЄСТРАЦІЯ/41", "Івано-Франківський регіональний центр оцінювання якості освіти", "Список осіб, які проходитимуть ДПА: "+strings.Repeat("11-Академічна, ", 5)
	}
	return o
}

func outgoingPDF(t testing.TB, o Outgoing, language string) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return OutgoingPDF(b, o, language, nil) })
}

func TestOutgoing(t *testing.T) {
	t.Run("UA-118 each paper with its day, its number and where it is, in each language", func(t *testing.T) {
		for _, lang := range text.Languages() {
			o, say := outgoing(4), text.For(lang)
			pdf := outgoingPDF(t, o, lang)
			words := pagesOf(open(t, pdf))
			inOrder(t, lang, words, o.School, say.Say("outgoing.title", nil), "01-12/41", o.Rows[0].Addressee, "18", "18", "№ 3", "RB123456785UA", say.Say("outgoing.sent_on", data.Args{"date": "29.02.2020"}),
				"01-12/42", say.Say("outgoing.withdrawn", data.Args{"what": o.Rows[1].What}), "01-12/43", people(2), "01-12/44", "Нарочний")
			if sum := squeeze(say.Say("outgoing.total", data.Args{"rows": 3, "people": 36, "kits": 36})); !strings.Contains(words, sum) {
				t.Errorf("%s: what was taken back is counted: %s", lang, words)
			}
			checkOverlap(t, "outgoing "+lang, pdf)
		}
	})
	t.Run("UA-118 300 papers on lying sheets, and none", func(t *testing.T) {
		pdf := outgoingPDF(t, outgoing(300), "uk")
		o := open(t, pdf)
		checkTableOnPages(t, "outgoing", o, "Вихідний номер")
		if w, h := o.render(0, 60).size(); abs(w-297) > 0.5 || abs(h-210) > 0.5 {
			t.Errorf("%.1f × %.1f mm", w, h)
		}
		if err := OutgoingPDF(&bytes.Buffer{}, Outgoing{}, "uk", nil); data.CodeOf(err) != "report.empty" {
			t.Errorf("error is %v", err)
		}
	})
	checkSound(t, "outgoing", func() []byte { return outgoingPDF(t, outgoing(6), "uk") })
	checkSound(t, "outgoing-long", func() []byte { return outgoingPDF(t, longOutgoing(), "uk") })
}
