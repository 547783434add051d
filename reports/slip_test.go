package reports

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
	"graduand/reports/paper"
)

// The longest names that a slip has to hold, with the letters that fonts forget.
const (
	longUkrainian = longName + " Мар’яна-Ґеновефа-Єлизавета-Їжачка Костянтинопольщенківна"
	longKyrgyz    = "Өмүрзаковаңыз-Үсөнбаеваңгүл-Жээнбекова-Токтогулова-Сатылгановаү Гүлнараңыз-Айгүлзада Ңурлановна-Өмүрбек кызы"
	longSchool    = "Комунальний заклад «Харківська спеціалізована школа I–III ступенів № 45 з поглибленим вивченням іноземних мов “Академічна гімназія імені Володимира Вернадського” Харківської міської ради Харківської області»"
	longAddress   = "https://www.very.long.name.of.the.centre.example.gov.kg/cabinet/of/the/graduates/2021/login?from=school&code=12345678"
)

// slips are as many different people at both doors, two of them with long names.
func slips(count int) []Slip {
	names := []string{"Ґалаґан Мар’ян Олексійович", "Өмүрзакова Гүлнара Ңурлановна", longKyrgyz, longUkrainian, "Шевченко Їжак"}
	out := make([]Slip, count)
	for i := range out {
		out[i] = Slip{
			FullName: names[i%len(names)], Class: fmt.Sprintf("11-%d", 40+i), Login: fmt.Sprintf("+996 700 123 4%02d", i),
			Password: fmt.Sprintf("DFGJ-%04d-QRSU", 7300+i), Door: "graduand", Issued: "24.11.2026",
			School: "Комунальний заклад «Харківський ліцей № 45»", Campaign: "Зовнішнє незалежне оцінювання 2020 року",
		}
		if i%2 == 1 {
			out[i].Door, out[i].Address = "platform", "https://2020.testing.kg/cabinet"
		}
		if len(out[i].FullName) > 100 {
			out[i].School = longSchool
		}
	}
	return out
}

func slipsPDF(t testing.TB, language string, slips ...Slip) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Slips(b, slips, language, nil) })
}

func TestSlips(t *testing.T) {
	t.Run("KG-016 one graduate a slip, four slips a page", func(t *testing.T) {
		for _, lang := range text.Languages() {
			for _, count := range []int{1, 4, 5} {
				people := slips(count)
				o := open(t, slipsPDF(t, lang, people...))
				if want := (count + 3) / 4; o.pages != want {
					t.Fatalf("%d slips are on %d pages, want %d", count, o.pages, want)
				}
				for place := range o.pages * slipsOnPage {
					checkQuarter(t, o, people, place)
				}
			}
		}
	})
	t.Run("KG-016 lines to cut lie between the slips only", func(t *testing.T) {
		for count, want := range map[int]int{1: 1, 3: 3, 4: 3} {
			p := open(t, slipsPDF(t, "uk", slips(count)...)).render(0, 300)
			for line := 1; line < slipsOnPage; line++ {
				y := float64(line) * slipHeight
				if cut := !p.white(100, y-0.3, 120, y+0.3); cut != (line <= want) {
					t.Errorf("%d slips: line %d to cut: %t", count, line, cut)
				}
				if !p.white(0, y-slipMargin+0.5, 210, y-2) || !p.white(0, y+2, 210, y+slipMargin-0.5) {
					t.Errorf("%d slips: words beside cut %d", count, line)
				}
			}
		}
	})
	t.Run("D16 a password that was handed over is not printed", func(t *testing.T) {
		p := slips(1)[0]
		p.HandedOver = true
		words := open(t, slipsPDF(t, "uk", p)).text(0)
		if strings.Contains(words, "7300") || !strings.Contains(words, "видано") || strings.Contains(words, "розкладка") {
			t.Errorf("the slip says %q", words)
		}
	})
}

// checkQuarter holds a quarter of a page against the only person who may be on it.
func checkQuarter(t *testing.T, o *opened, people []Slip, place int) {
	t.Helper()
	from := float64(place%slipsOnPage) * slipHeight
	var b strings.Builder
	for _, g := range o.glyphs(place / slipsOnPage) {
		if g.top > from && g.bottom < from+slipHeight {
			b.WriteString(squeeze(g.text))
		} else if g.bottom > from && g.top < from+slipHeight {
			t.Errorf("place %d: %q lies across the cut", place, g.text)
		}
	}
	words := b.String()
	if place >= len(people) {
		if words != "" {
			t.Errorf("place %d is not empty: %q", place, words)
		}
		return
	}
	for i, p := range people {
		for _, value := range []string{p.Password, p.Login, p.Class} {
			if has := strings.Contains(words, squeeze(value)); has != (i == place) {
				t.Errorf("place %d has %q: %t", place, value, has)
			}
		}
	}
	// On the slip and on the stub that stays: the name, never the password.
	if n := strings.Count(words, squeeze(strings.Fields(people[place].FullName)[0])); n != 2 {
		t.Errorf("place %d: the name stands %d times", place, n)
	}
	if p := people[place]; !p.HandedOver && strings.Count(words, squeeze(p.Password)) != 1 {
		t.Errorf("place %d: the password is on the stub", place)
	}
	for _, value := range []string{people[place].FullName, people[place].Address, people[place].School, people[place].Campaign, people[place].Issued} {
		if !strings.Contains(words, squeeze(value)) {
			t.Errorf("place %d: %q is not printed whole: %s", place, value, words)
		}
	}
}

func TestSlipSaysWhichDoor(t *testing.T) {
	p := slips(1)[0]
	here := flat(open(t, slipsPDF(t, "ru", p)).text(0))
	p.Door = "platform"
	there := flat(open(t, slipsPDF(t, "ru", p)).text(0))
	for words, want := range map[string][3]bool{here: {true, false, true}, there: {false, true, false}} {
		got := [3]bool{strings.Contains(words, "программе Graduand"), strings.Contains(words, "на сайте центра"), strings.Contains(words, "дефисы")}
		if got != want || strings.Contains(words, "Адрес") {
			t.Errorf("%v, want %v: %s", got, want, words)
		}
	}
}

func TestSlipsThatCannotBePrinted(t *testing.T) {
	change := func(f func(*Slip)) []Slip { s := slips(2); f(&s[1]); return s }
	for want, people := range map[string][]Slip{
		"report.empty":        nil,
		"report.unknown_door": change(func(s *Slip) { s.Door = "window" }),
		"report.no_glyph":     change(func(s *Slip) { s.Password = "DFGJ😀" }),
		"report.no_room":      change(func(s *Slip) { s.School = strings.Repeat("Довга назва ", 150) }),
	} {
		err := Slips(&bytes.Buffer{}, people, "uk", nil)
		if data.CodeOf(err) != want || strings.Contains(fmt.Sprintf("%+v", err), "DFGJ") {
			t.Errorf("error is %v, want %s without the password", err, want)
		}
	}
	own := map[string]string{"report.slip_door_window": "Цей пароль відкриває вікно."}
	if err := Slips(&bytes.Buffer{}, change(func(s *Slip) { s.Door = "window" }), "uk", own); err != nil {
		t.Errorf("a door of the campaign: %v", err)
	}
}

func TestLongestSlipsFit(t *testing.T) {
	for _, lang := range text.Languages() {
		people := slips(4)
		for i := range people {
			people[i].FullName, people[i].School = []string{longUkrainian, longKyrgyz}[i%2], longSchool
			people[i].Address = longAddress
		}
		people[2].Password = "wWmM-0123-wWmM-4567-wWmM-89ab-wWmM"
		pdf := slipsPDF(t, lang, people...)
		checkMargins(t, "slips "+lang, pdf, paper.Left, slipMargin, paper.Right, paper.PageHeight-slipMargin)
		checkOverlap(t, "slips "+lang, pdf)
		for place := range people {
			checkQuarter(t, open(t, pdf), people[place:place+1], 0)
			pdf = slipsPDF(t, lang, people[min(place+1, 3)])
		}
	}
}

// checkOverlap finds letters that lie over each other on any page.
func checkOverlap(t *testing.T, name string, pdf []byte) {
	t.Helper()
	o := open(t, pdf)
	for page := range o.pages {
		glyphs := o.glyphs(page)
		for i, a := range glyphs {
			for _, b := range glyphs[i+1:] {
				across := min(a.right, b.right) - max(a.left, b.left)
				down := min(a.bottom, b.bottom) - max(a.top, b.top)
				if across > 0.25 && down > 0.25 {
					t.Errorf("%s: %q and %q lie over each other at %.1f, %.1f mm", name, a.text, b.text, a.left, a.top)
				}
			}
		}
	}
}

// checkSound compares a document with its pictures and with itself, and lets qpdf and
// poppler judge it.
func checkSound(t *testing.T, name string, print func() []byte) {
	t.Helper()
	pdf := print()
	if !bytes.Equal(pdf, print()) {
		t.Errorf("%s: other bytes for the same data", name)
	}
	o := open(t, pdf)
	for i := range o.pages {
		// Of a long one the pages between look like those beside them.
		if o.pages <= 6 || i < 2 || i >= o.pages-2 {
			checkPicture(t, filepath.Join("testdata", fmt.Sprintf("%s-%d.png", name, i+1)), o.render(i, 60).Gray)
		}
	}
	path := saved(t, name+".pdf", pdf)
	if out := judge(t, "qpdf", "--check", path); strings.Contains(out, "WARNING") {
		t.Errorf("%s: %s", name, out)
	}
	for _, line := range strings.Split(strings.TrimSpace(judge(t, "pdffonts", path)), "\n")[2:] {
		f := strings.Fields(line)
		if f[len(f)-5] != "yes" || !strings.Contains(f[0], "Liberation") {
			t.Errorf("%s: %s", name, line)
		}
	}
}

func TestGoldenSlips(t *testing.T) {
	checkSound(t, "slip", func() []byte {
		people := slips(5)
		people[4].HandedOver = true
		return slipsPDF(t, "uk", people...)
	})
	nobodyKnows := slips(1)
	nobodyKnows[0].HandedOver = true
	judge(t, "qpdf", "--check", saved(t, "handed.pdf", slipsPDF(t, "ky", nobodyKnows...)))
}
