package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
)

// albumOf is an album of a class of so many; the worst one has the longest names and remarks on all.
func albumOf(people int, worst bool) Album {
	a := Album{School: "Тихоозерський ліцей Тихоозерської селищної ради Харківської області", Campaign: "Зовнішнє незалежне оцінювання 2020 року", Made: "24.02.2020",
		Classes: []AlbumClass{{Class: "11-А"}}}
	c := &a.Classes[0]
	for i := range people {
		p := AlbumPerson{Number: i + 1, Name: fmt.Sprintf("Ґалаґан Мар’ян %d", i+1), Card: fmt.Sprintf("№ %07d", 104735+i), Picture: Picture{somebody(1), AlbumWidth, AlbumHeight}}
		switch {
		case worst:
			p.Name = longName + " Марія-Магдалина-Анастасія-Єлизавета Костянтинопольщенківна-Всеволодівна"
			p.Says = []string{"На фото замало пікселів: коротша сторона має 200, потрібно 240.", "Обличчя темне або пересвічене: деталей не видно.", "Тло не однотонне: видно предмети."}
		case i%5 == 3:
			p.Picture = Picture{}
		case i%7 == 2:
			p.Says = []string{"Голова замала: від волосся до підборіддя 48 % висоти, потрібно 56 %."}
		case i%3 == 1:
			p.Name = "Өмүрбекова Жаңыл"
			p.Card = "чернетка Ч-2020-000018"
		}
		c.People = append(c.People, p)
	}
	return a
}

func albumBytes(t *testing.T, a Album) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return AlbumPDF(b, a, "uk", nil) })
}

// KG-012 KG-016: every page says that it is confidential and whose class it shows; a class is never on
// the page of another.
func TestAlbumIsConfidentialOnEveryPage(t *testing.T) {
	a := albumOf(31, false)
	other := albumOf(3, false).Classes[0]
	other.Class, other.People[0].Name = "11-Б", "Сорока Ганна"
	a.Classes = append(a.Classes, other)
	o := open(t, albumBytes(t, a))
	if o.pages != 3 {
		t.Errorf("%d pages", o.pages)
	}
	for i := range o.pages {
		words := strings.Join(strings.Fields(o.text(i)), " ")
		if !strings.Contains(words, "КОНФІДЕНЦІЙНО") || strings.Contains(words, "11-А") == strings.Contains(words, "11-Б") {
			t.Errorf("page %d: %.200s", i+1, words)
		}
		if strings.Contains(words, "Сорока Ганна") != (i == 2) {
			t.Errorf("page %d shows the other class", i+1)
		}
		page := o.render(i, 100)
		if w, h := page.size(); !page.white(0, h-9, w, h) || !page.white(w-9, 0, w, h) || !page.white(0, 0, 9, h) {
			t.Errorf("page %d has no margin", i+1)
		}
	}
}

// Nobody is lost, with number, name and what is found; the class is counted and signed for.
func TestAlbumShowsEverybody(t *testing.T) {
	o := open(t, albumBytes(t, albumOf(40, true)))
	words := ""
	for i := range o.pages {
		words += " " + strings.Join(strings.Fields(o.text(i)), " ")
	}
	for i := range 40 {
		if !strings.Contains(words, fmt.Sprintf("%d. Нечипоренко", i+1)) || !strings.Contains(words, fmt.Sprintf("№ %07d", 104735+i)) {
			t.Errorf("number %d is lost", i+1)
		}
	}
	if n := strings.Count(words, "Тло не однотонне"); n != 40 || !strings.Contains(words, "(дата)") {
		t.Errorf("%d of 40 say what is found", n)
	}
	if usual := open(t, albumBytes(t, albumOf(10, false))).text(0); !strings.Contains(strings.Join(strings.Fields(usual), " "), "немає фотокартки") {
		t.Error("who has none is not said")
	}
	if err := AlbumPDF(&bytes.Buffer{}, Album{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Error(err)
	}
}

// In no language stands a number of the head alone on its line, without the word that says of what.
func TestTheCountsOfTheAlbumStayWithTheirWords(t *testing.T) {
	for _, language := range []string{"uk", "ru", "ky", "en"} {
		o := open(t, made(t, func(b *bytes.Buffer) error { return AlbumPDF(b, albumOf(27, false), language, nil) }))
		head, _, _ := strings.Cut(o.text(0), "1. ")
		for line := range strings.Lines(head) {
			if line = strings.TrimSpace(line); line != "" && strings.Trim(line, "0123456789") == "" {
				t.Errorf("%s: %q stands alone:\n%s", language, line, head)
			}
		}
	}
}
