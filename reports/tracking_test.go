package reports

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/text"
)

// trackings are slips of different people; every third has no number yet.
func trackings(count int) []Tracking {
	names := []string{"Ґалаґан Мар’ян", "Їжакевич Софія Володимирівна", longUkrainian}
	out := make([]Tracking, count)
	for i := range out {
		out[i] = Tracking{Campaign: "ЗНО-2020", School: "Тихоозерський ліцей", Class: "Клас 11-А, учень", Name: names[i%3],
			Number: fmt.Sprintf("%07d", 104735+i), Service: "Сервіс «Стан опрацювання документів»", Address: "https://testportal.gov.ua", Days: 10,
			Carriers: []Carrier{{"Укрпошта", "https://track.ukrposhta.ua/tracking_UA.html"}, {"Нова пошта", "https://novaposhta.ua/tracking/"}}}
		if i%3 == 2 {
			out[i].Number, out[i].School = "", longSchool
		}
	}
	out[0].Posted = "6102900012345"
	return out
}

func trackingsPDF(t testing.TB, language string, slips ...Tracking) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return Trackings(b, slips, language, nil) })
}

func TestTrackings(t *testing.T) {
	for _, lang := range text.Languages() {
		t.Run("UA-150 UA-157 each slip is one person's, whole, and within its cuts, in "+lang, func(t *testing.T) {
			slips := trackings(8)
			pdf := trackingsPDF(t, lang, slips...)
			o := open(t, pdf)
			if o.pages != 2 {
				t.Fatalf("%d pages", o.pages)
			}
			for place := range 12 {
				words := o.within(place/6, float64(place%2)*trackingWidth, float64(place%6/2)*trackingHeight, trackingWidth, trackingHeight, trackingMargin)
				if place >= len(slips) {
					if words != "" {
						t.Errorf("place %d has %q", place, words)
					}
					continue
				}
				p := slips[place]
				for _, want := range []string{p.Campaign, p.School, p.Class, p.Name, p.Number, p.Posted, p.Service, p.Address, "10", p.Carriers[0].Page, p.Carriers[1].Page, text.For(lang).Say("tracking.secret", nil)} {
					if !strings.Contains(words, squeeze(want)) {
						t.Errorf("place %d: no %q in %s", place, want, words)
					}
				}
			}
			checkOverlap(t, "tracking "+lang, pdf)
		})
	}
	t.Run("UA-150 what is not known is a line for the pen", func(t *testing.T) {
		for number, want := range map[string]int{"": 2, "0104735": 1} {
			slip := trackings(2)[1]
			slip.Number = number
			lines := 0
			for _, r := range open(t, trackingsPDF(t, "uk", slip)).render(0, 300).runs(false, trackingWidth-2*trackingMargin-0.5, trackingWidth-2*trackingMargin+0.5) {
				if r.at > 25 {
					lines++
				}
			}
			if lines != want {
				t.Errorf("number %q: %d lines, want %d", number, lines, want)
			}
		}
	})
	t.Run("UA-150 an address is not broken at its slashes", func(t *testing.T) {
		slip := trackings(1)[0]
		slip.Service = "Сервіс, назва якого завдовжки з рядок: «Стан»"
		if words := open(t, trackingsPDF(t, "uk", slip)).text(0); !strings.Contains(words, "https://testportal.gov.ua") {
			t.Error(words)
		}
	})
	t.Run("UA-150 nobody, and more than a slip holds", func(t *testing.T) {
		long := trackings(1)
		long[0].School = strings.Repeat("Довга назва ", 200)
		for code, slips := range map[string][]Tracking{"report.empty": nil, "report.no_room": long} {
			if err := Trackings(&bytes.Buffer{}, slips, "uk", nil); data.CodeOf(err) != code {
				t.Errorf("error is %v, want %s", err, code)
			}
		}
	})
}

// within are the words in a part of a page, without white space; what lies nearer to its edges
// than margin mm, or across them, is an error.
func (o *opened) within(page int, x, y, width, height, margin float64) string {
	o.t.Helper()
	var b strings.Builder
	for _, g := range o.glyphs(page) {
		middleX, middleY := (g.left+g.right)/2, (g.top+g.bottom)/2
		if middleX < x || middleX > x+width || middleY < y || middleY > y+height {
			continue
		}
		const letter = 0.3 // by which the box of a letter lies beside its place
		if g.left < x+margin-letter || g.right > x+width-margin+letter || g.top < y+margin-letter || g.bottom > y+height-margin+letter {
			o.t.Errorf("page %d: %q is nearer than %.1f mm to an edge at %.1f, %.1f mm", page+1, g.text, margin, g.left, g.top)
		}
		b.WriteString(squeeze(g.text))
	}
	return b.String()
}

func TestGoldenTrackings(t *testing.T) {
	checkSound(t, "tracking", func() []byte { return trackingsPDF(t, "uk", trackings(7)...) })
}
