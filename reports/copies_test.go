package reports

import (
	"bytes"
	"math"
	"strings"
	"sync"
	"testing"

	"graduand/data"
	"graduand/imaging/drawing"
)

// cardSides are both sides of a drawn identity card, in their true size, drawn once.
var cardSides = sync.OnceValue(func() []CopiedSide {
	card := drawing.Card{Text: []string{"SPECIMEN UKR", "GALAGAN", "MARIAN", "NOTHING OF THIS IS TRUE"}, Holder: drawing.Somebody().Sized(330), Scene: drawing.Lying(1),
		Zone: []string{"I<UKR0000000000<<<<<<<<<<<<<<<", "0303056M3001017UKR<<<<<<<<<<<6", "GALAGAN<<MARIAN<<<<<<<<<<<<<<<"}}
	front, back := drawing.JPEG(card.Front()), drawing.JPEG(card.Back())
	return []CopiedSide{{Picture{front, 85.6, 53.98}, false}, {Picture{back, 85.6, 53.98}, false}}
})

func certified() Certified {
	return Certified{"Згідно з оригіналом", "(особистий підпис)", "(ініціали, прізвище)", "(дата засвідчення копії)"}
}

// copiesOf are copies of the usual card, or those in the worst case: somebody with the longest name
// and three sides of no known size.
func copiesOf(t *testing.T, worst bool) []byte {
	c := Copies{certified(), []CopiedDocument{{"М. О. Ґалаґан", cardSides()}}}
	if worst {
		width, height := CopyRoom(3)
		side := CopiedSide{Picture{cardSides()[1].JPEG, min(width, height*1280/860), min(height, width*860/1280)}, true}
		c.Documents = []CopiedDocument{{"М. К. " + longName, []CopiedSide{side, side, side}}}
	}
	return copyBytes(t, c)
}

func copyBytes(t *testing.T, c Copies) []byte {
	t.Helper()
	return made(t, func(b *bytes.Buffer) error { return CopySheets(b, c, "uk", nil) })
}

// UA-025: a copy has its true size, to the tenth of a millimetre, and no printer cuts it off.
func TestUA025TrueSizeOfACopy(t *testing.T) {
	c := Copies{certified(), []CopiedDocument{{"М. О. Ґалаґан", []CopiedSide{{black(t, 85.6, 53.98), false}, {black(t, 53.98, 85.6), false}}}}}
	o := open(t, copyBytes(t, c))
	page := o.render(0, 300)
	if w, h := page.size(); o.pages != 1 || !page.white(0, 0, 10, h) || !page.white(w-10, 0, w, h) || !page.white(0, 0, w, 10) || !page.white(0, h-10, w, h) {
		t.Errorf("%d pages, or no margin of 10 mm", o.pages)
	}
	var sizes [][2]float64
	for y, last := 0, 0; y < page.Rect.Dy(); y++ {
		if y < last {
			continue
		}
		for _, r := range page.row(t, page.mm(y)) {
			if r.to-r.from > 40 {
				high := page.column(page.dots(r.from+1), y)
				sizes, last = append(sizes, [2]float64{r.to - r.from, high}), y+page.dots(high)+2
			}
		}
	}
	want := [][2]float64{{85.6, 53.98}, {53.98, 85.6}}
	for i := range want {
		if len(sizes) < 2 || math.Abs(sizes[i][0]-want[i][0]) > 0.2 || math.Abs(sizes[i][1]-want[i][1]) > 0.2 {
			t.Fatalf("they are %v mm", sizes)
		}
	}
}

// column is how high in mm the dark run is that begins at a dot.
func (p picture) column(x, y int) float64 {
	end := y
	for end < p.Rect.Dy() && p.dark(x, end) {
		end++
	}
	return p.mm(end - y)
}

// UA-025 UA-026: the words, no quotes around them, and the places for the signature, the name and
// the date of who registers; on each sheet of a copy of several.
func TestUA026CertifiedByWhoRegisters(t *testing.T) {
	o := open(t, copiesOf(t, true))
	if o.pages != 2 {
		t.Errorf("%d sheets", o.pages)
	}
	for i := range o.pages {
		words := strings.Join(strings.Fields(o.text(i)), " ")
		for _, part := range []string{"Згідно з оригіналом", "М. К. Нечипоренко-", "(особистий підпис)", "(ініціали, прізвище)", "(дата засвідчення копії)", "розмір зображення змінено"} {
			if !strings.Contains(words, part) {
				t.Errorf("sheet %d lacks %q: %s", i+1, part, words)
			}
		}
		if strings.ContainsAny(words, "«»") {
			t.Errorf("there are quotes: %s", words)
		}
		if lines := o.render(i, 200).runs(false, 40, 70); len(lines) < 3 {
			t.Errorf("sheet %d has %d lines to fill", i+1, len(lines))
		}
	}
	if words := open(t, copiesOf(t, false)).text(0); strings.Contains(words, "змінено") || strings.Count(words, "Згідно з оригіналом") != 1 {
		t.Errorf("the copy in its true size says %q", words)
	}
	if err := CopySheets(&bytes.Buffer{}, Copies{}, "uk", nil); data.CodeOf(err) != "report.empty" {
		t.Error(err)
	}
}
