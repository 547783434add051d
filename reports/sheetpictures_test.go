package reports

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

// pictured is the usual sheet with photo and passport; of the worst case nothing is there and the
// data is long.
func pictured(worst bool) CheckSheet {
	c := ukSheet()
	c.Campaign, c.Form, c.School = "Общереспубликанское тестирование 2021 года", "Бланк регистрации на ОРТ", "Средняя школа № 3 с. Жаңы-Үмүт"
	side := func(i int, title string) SheetPicture {
		return SheetPicture{Picture: Picture{cardSides()[i].JPEG, SheetCardWidth, SheetCardHeight}, Title: title}
	}
	c.Pictures = []SheetPicture{{Picture: Picture{somebody(1), 30, 40}, Title: "Фотография лица"}, side(0, "Паспорт, лицевая сторона"), side(1, "Паспорт, оборотная сторона")}
	if worst {
		c = longSheet(4)
		c.Pictures = []SheetPicture{{Picture: Picture{nil, 30, 40}, Title: "Фотография лица", Says: "файла нет"}, side(0, "Паспорт, лицевая сторона"), side(1, "Паспорт, лицевая сторона"),
			{Picture: Picture{nil, SheetCardWidth, SheetCardHeight}, Title: "Паспорт, оборотная сторона", Says: "PDF с паролем: откройте его и сохраните без пароля."}}
	}
	return c
}

// KG-059: the photo and both sides of the passport stand in one row, in their measures, each with its
// title, and the sheet is signed below them.
func TestKG059TheSheetWithPictures(t *testing.T) {
	c := pictured(false)
	for i := range c.Pictures {
		c.Pictures[i].Picture = black(t, c.Pictures[i].Width, c.Pictures[i].Height)
	}
	o := open(t, checkSheetsPDF(t, "ru", c))
	page := o.render(0, 200)
	var row []run
	for y := 0; y < page.Rect.Dy() && len(row) < 3; y++ {
		row = nil
		for _, r := range page.row(t, page.mm(y)) {
			if r.to-r.from > 25 {
				row = append(row, r)
			}
		}
	}
	want := []float64{30, 74, 74}
	if o.pages != 1 || len(row) != 3 {
		t.Fatalf("%d pages, a row of %v", o.pages, row)
	}
	for i, r := range row {
		if math.Abs(r.to-r.from-want[i]) > 0.3 {
			t.Errorf("picture %d is %.2f mm wide", i+1, r.to-r.from)
		}
	}
	tops := map[string]float64{}
	for _, g := range o.glyphs(0) {
		if g.top > page.mm(0)+want[0] && (g.text == "Ф" || g.text == "П") && g.bottom-g.top < 2.2 {
			tops[g.text] = g.top
		}
	}
	if len(tops) != 2 || abs(tops["Ф"]-tops["П"]) > 0.1 {
		t.Errorf("the titles stand at %v", tops)
	}
	words := strings.Join(strings.Fields(o.text(0)), " ")
	for _, part := range []string{"Изображения", "Фотография лица", "Паспорт, лицевая сторона", "Паспорт, оборотная сторона"} {
		if !strings.Contains(words, part) {
			t.Errorf("it lacks %q", part)
		}
	}
	if at := strings.Index(words, "Изображения"); at < 0 || !strings.Contains(words[at:], "(подпись)") {
		t.Errorf("nobody signs below the pictures: %s", words)
	}
}

// Where there is no picture it is said why, and nothing is lost where the data is long.
func TestSheetSaysWhyThereIsNoPicture(t *testing.T) {
	o := open(t, checkSheetsPDF(t, "ru", pictured(true)))
	words := ""
	for i := range o.pages {
		words += " " + strings.Join(strings.Fields(o.text(i)), " ")
	}
	for _, part := range []string{"файла нет", "PDF с паролем", "Паспорт, оборотная сторона"} {
		if !strings.Contains(words, part) {
			t.Errorf("it lacks %q", part)
		}
	}
	if plain := open(t, made(t, func(b *bytes.Buffer) error { return CheckSheets(b, []CheckSheet{ukSheet()}, "ru", nil) })).text(0); strings.Contains(plain, "Изображения") {
		t.Error("the sheet without pictures speaks of them")
	}
}
