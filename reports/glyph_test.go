package reports

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"testing"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"graduand/reports/paper"
)

// printed are all letters that names and addresses are written with, in Ukrainian,
// Russian, Kyrgyz and Latin, and the signs of official papers.
const printed = "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯЁЎЪЫЭӨҮҢабвгґдеєжзиіїйклмнопрстуфхцчшщьюяёўъыэөүң" +
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789№«»“”’—–-/.,:;()+×@_"

// The size in points, the place in mm and the resolution of a letter under test.
const (
	glyphSize, glyphDPI = 48, 96
	glyphX, glyphY      = 20.0, 40.0
)

// alone prints a document of one character.
func alone(t *testing.T, name paper.Face, r rune) *image.Gray {
	t.Helper()
	return open(t, made(t, func(b *bytes.Buffer) error {
		doc := paper.New("", name)
		doc.Page()
		doc.Text(name.Sized(glyphSize), glyphX, glyphY, string(r))
		return doc.Write(b)
	})).render(0, glyphDPI).Gray
}

// TestEveryLetterKeepsItsGlyph prints each character alone, so that a glyph which is
// composed of others has nobody to borrow them from, and compares the ink with what
// x/image draws from the font itself.
func TestEveryLetterKeepsItsGlyph(t *testing.T) {
	for name, ttf := range paper.FaceData() {
		parsed, err := opentype.Parse(ttf)
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := opentype.NewFace(parsed, &opentype.FaceOptions{Size: glyphSize, DPI: glyphDPI, Hinting: font.HintingNone})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range printed {
			got := alone(t, name, r)
			want := image.NewGray(got.Rect)
			for i := range want.Pix {
				want.Pix[i] = 255
			}
			dot := fixed.Point26_6{X: fixed.Int26_6(math.Round(glyphX / 25.4 * glyphDPI * 64)), Y: fixed.Int26_6(math.Round(glyphY / 25.4 * glyphDPI * 64))}
			(&font.Drawer{Dst: want, Src: image.NewUniform(color.Black), Face: drawn, Dot: dot}).DrawString(string(r))
			if lost, added := onlyIn(want, got), onlyIn(got, want); lost > 0 || added > 0 {
				t.Errorf("%s: %q lost %d dots of ink and got %d foreign ones", name, r, lost, added)
			}
		}
	}
}

// onlyIn counts black dots of a that have no ink of b at them nor beside them: what
// is left of a page when the same letter, drawn by another hand, is taken away.
func onlyIn(a, b *image.Gray) int {
	count := 0
	for y := 40; y < 240; y++ {
		for x := 40; x < 240; x++ {
			if a.GrayAt(x, y).Y < 80 && !near(b, x, y) {
				count++
			}
		}
	}
	return count
}

func near(p *image.Gray, x, y int) bool {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if p.GrayAt(x+dx, y+dy).Y < 200 {
				return true
			}
		}
	}
	return false
}

// TestALostAccentWouldBeSeen keeps the comparison above honest.
func TestALostAccentWouldBeSeen(t *testing.T) {
	for _, pair := range []string{"ЁЕ", "ёе", "ЙИ", "їі", "ҐГ", "ґг", "ўу", "ҢН", "ңн", "ҮУ", "өо", "ІЇ"} {
		two := []rune(pair)
		if a, b := alone(t, paper.Sans, two[0]), alone(t, paper.Sans, two[1]); onlyIn(a, b)+onlyIn(b, a) == 0 {
			t.Errorf("%q are alike to the test", pair)
		}
	}
}
