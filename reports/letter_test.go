package reports

import (
	"bytes"
	"strings"
	"testing"

	"graduand/reports/paper"
)

func application() Letter {
	return Letter{
		Title: "ЗАЯВА", Addressee: []string{"Харківський регіональний центр оцінювання якості освіти"},
		From:       []Row{{"Прізвище", "Ґалаґан"}, {"Ім’я", "Мар’ян"}, {"Контактний телефон", "+380 50 123 45 67"}},
		Body:       []string{"Прошу надати мені можливість пройти зовнішнє незалежне оцінювання під час додаткової сесії з предмета: Історія України.", "Причина: за релігійними переконаннями."},
		Rows:       []Row{{"Номер реєстраційної картки", "0104735"}},
		Enclosures: []string{"Документ, що підтверджує причину участі в додатковій сесії"}, Person: "М. О. Ґалаґан",
	}
}

func certificate() Letter {
	return Letter{
		Title: "ДОВІДКА", Issued: true, School: "Тихоозерський ліцей", Address: "63999, смт Тихоозерськ, вул. Шкільна, 1",
		Body:      []string{"Видана в тому, що зазначена нижче особа здобуває освіту в закладі освіти «Тихоозерський ліцей»."},
		Rows:      []Row{{"Прізвище", "Ґалаґан"}, {"Ім’я", "Мар’ян"}},
		Photo:     PhotoBox{Width: 30, Height: 40, Caption: "Місце для фотокартки 3 х 4 см"},
		HeadTitle: "Директор", HeadName: "О. І. Верболоз", Seal: "М.П. (за наявності)",
	}
}

func letterPDF(t *testing.T, letters ...Letter) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Letters(&b, letters, "uk", nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLetters(t *testing.T) {
	t.Run("UA-020 UA-021 the application names subjects, reason and proof", func(t *testing.T) {
		o := open(t, letterPDF(t, application()))
		words := flat(o.text(0))
		l := application()
		for _, want := range append(append(l.Body, l.Enclosures...), l.Title, l.Addressee[0], "Ґалаґан", "0104735", l.Person, "(підпис)", "(дата)") {
			if !strings.Contains(squeeze(words), squeeze(want)) {
				t.Errorf("no %q in %q", want, words)
			}
		}
		if strings.Contains(words, "М.П.") {
			t.Error("a person has no seal")
		}
	})
	t.Run("UA-012 the certificate has a photo box of 30 by 40 mm, head and seal", func(t *testing.T) {
		pdf := letterPDF(t, certificate())
		o := open(t, pdf)
		checkPhotos(t, "certificate", o.render(0, 150), 1)
		words := squeeze(o.text(0))
		for _, want := range []string{"ДОВІДКА", "Директор", "О. І. Верболоз", "М.П.", "(вихідний номер)"} {
			if !strings.Contains(words, squeeze(want)) {
				t.Errorf("no %q", want)
			}
		}
		checkMargins(t, "certificate", pdf, paper.OfficialLeft, paper.OfficialTop, paper.OfficialRight, paper.OfficialBottom)
	})
	t.Run("F-20 the same letter, the same bytes; a page each", func(t *testing.T) {
		one, two := letterPDF(t, certificate(), application()), letterPDF(t, certificate(), application())
		if !bytes.Equal(one, two) || open(t, one).pages != 2 {
			t.Error("they differ")
		}
	})
	t.Run("UA-021 a long reason goes on", func(t *testing.T) {
		l := application()
		l.Body = append(l.Body, strings.Repeat("Участь у міжнародному турнірі юних фізиків. ", 120))
		if pages := open(t, letterPDF(t, l)).pages; pages < 2 {
			t.Errorf("%d pages", pages)
		}
	})
	t.Run("UA-012 a photo that is attached stands in its box, and no words for gluing", func(t *testing.T) {
		with := certificate()
		with.Photo.Picture = black(t, 30, 40)
		o := open(t, letterPDF(t, with))
		if words := o.text(0); strings.Contains(words, "Місце для фотокартки") {
			t.Error(words)
		}
		p := o.render(0, 150)
		middle := run{}
		for _, r := range p.runs(false, 28, 32) {
			if r.to-r.from > middle.to-middle.from {
				middle = r
			}
		}
		if abs(middle.to-middle.from-30) > 0.5 || abs(middle.from-paper.OfficialLeft) > 0.5 {
			t.Errorf("the photo goes from %.1f to %.1f mm", middle.from, middle.to)
		}
	})
	t.Run("UA-012 the number is written behind its sign", func(t *testing.T) {
		o := open(t, letterPDF(t, certificate()))
		var sign glyph
		for _, g := range o.glyphs(0) {
			if g.text == "№" {
				sign = g
				break
			}
		}
		for _, r := range o.render(0, 150).runs(false, 36, 40) {
			if abs(r.at-sign.bottom) < 3 && r.from < sign.left && r.to > sign.right {
				t.Errorf("№ stands in the middle of its line: %+v, %+v", sign, r)
			}
		}
	})
	t.Run("UA-108 a subtitle stands under the title", func(t *testing.T) {
		l := application()
		l.Subtitle = "про відмову в реєстрації"
		if words := flat(open(t, letterPDF(t, l)).text(0)); !strings.Contains(words, "ЗАЯВА про відмову в реєстрації Прошу") {
			t.Error(words)
		}
	})
}

// longLetter has the longest names, every row, and a row for the pen.
func longLetter(t *testing.T) Letter {
	l := certificate()
	l.Subtitle, l.School, l.Address, l.HeadTitle, l.HeadName = "про мову навчання", longSchool, longAddressWords, "Виконувачка обов’язків директорки", longName+" М. К."
	l.Rows = []Row{{"Прізвище", longName}, {"Ім’я", "Марія-Магдалина-Анастасія-Єлизавета"}, {"Дата народження", ""}, {"Документ про повну загальну середню освіту (серія, номер)", "ХА № 12345678"}}
	l.Photo.Picture = Picture{somebody(1), 30, 40}
	return l
}

// covering goes with a list.
func covering() Letter {
	return Letter{Issued: true, School: "Тихоозерський ліцей", Address: "63999, смт Тихоозерськ, вул. Шкільна, 1", Date: "28.02.2020", Number: "01-15/37",
		Addressee: []string{"Харківський", "регіональний центр оцінювання якості освіти"}, Subject: "Про надсилання списку та комплектів реєстраційних документів",
		Body:       []string{"Надсилаємо список осіб, які проходитимуть державну підсумкову атестацію, та комплекти їхніх реєстраційних документів."},
		Enclosures: []string{"Список осіб, які проходитимуть державну підсумкову атестацію", "Комплекти реєстраційних документів у кількості 25"}, HeadTitle: "Директор", HeadName: "О. І. Верболоз"}
}

func TestCoveringLetter(t *testing.T) {
	l := covering()
	inOrder(t, "F-09", squeeze(open(t, letterPDF(t, l)).text(0)), l.School, l.Date, l.Number, l.Addressee[0], l.Subject, l.Body[0], l.Enclosures[0], l.Enclosures[1], l.HeadTitle)
}

func TestGoldenLetters(t *testing.T) {
	checkSound(t, "letter-cover", func() []byte { return letterPDF(t, covering()) })
	checkSound(t, "letter", func() []byte { return letterPDF(t, application(), certificate()) })
	checkSound(t, "letter-long", func() []byte { return letterPDF(t, longLetter(t)) })
	checkOverlap(t, "letter-long", letterPDF(t, longLetter(t)))
	checkMargins(t, "letter-long", letterPDF(t, longLetter(t)), paper.OfficialLeft, paper.OfficialTop, paper.OfficialRight, paper.OfficialBottom)
}
