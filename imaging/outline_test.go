package imaging_test

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"
	"testing"

	"graduand/imaging"
	"graduand/imaging/drawing"
)

// ofCard is the proportion of an identity card (ISO/IEC 7810, ID-1).
const ofCard = 85.6 / 53.98

func outlined(t *testing.T, m image.Image) []imaging.Lying {
	t.Helper()
	f, err := imaging.Open(drawing.JPEG(m))
	if err != nil {
		t.Fatal(err)
	}
	return f.Outlines(ofCard)
}

// A card is found as it lies on a table, however large and aslant, and so are its sides.
func TestOutlineOfACardOnATable(t *testing.T) {
	for _, tilt := range []float64{-30, -4, 0, 1.5, 12, 44} {
		for _, share := range []float64{0.3, 0.6, 0.78} {
			for seed := range 2 {
				scene := drawing.Scene{Width: 640, Height: 560, Share: share, Tilt: tilt, Blur: 0.6, Noise: 3, Seed: seed, Waves: 2}
				all := outlined(t, drawing.Tinted(scene.Draw(drawing.OCRB(), nil)))
				if len(all) != 1 {
					t.Errorf("tilt %v, share %v, seed %d: %+v", tilt, share, seed, all)
					continue
				}
				l := all[0]
				wide := l.Height * l.Proportion * 560 / 640
				if math.Abs(l.X-0.5) > 0.006 || math.Abs(l.Y-0.5) > 0.006 || math.Abs(wide-share) > 0.012 || math.Abs(l.Degrees-tilt) > 1 {
					t.Errorf("tilt %v, share %v, seed %d: %+v, wide %.3f", tilt, share, seed, l, wide)
				}
			}
		}
	}
}

// scanned is a sheet of A4 on the white glass of a scanner, with cards whose upper left corners
// are so many millimetres from its own.
func scanned(at ...image.Point) *image.NRGBA {
	const dots = 8 // to the millimetre
	sheet := image.NewNRGBA(image.Rect(0, 0, 210*dots, 297*dots))
	draw.Draw(sheet, sheet.Rect, image.NewUniform(color.Gray{250}), image.Point{}, draw.Src)
	for _, p := range at {
		card := image.Rect(0, 0, 685, 54*dots).Add(p.Mul(dots))
		draw.Draw(sheet, card, image.NewUniform(color.NRGBA{214, 222, 205, 255}), image.Point{}, draw.Src)
		draw.Draw(sheet, card.Inset(60), image.NewUniform(color.Gray{80}), image.Point{}, draw.Src)
	}
	return sheet
}

// On the glass of a scanner a card takes a fourteenth of the sheet; where both its sides lie there,
// one below the other, together they have its proportion too.
func TestOutlineOfCardsOnAScanner(t *testing.T) {
	for _, at := range [][]image.Point{{{12, 20}}, {{12, 100}, {12, 20}}, {{112, 20}, {12, 22}}, {{12, 20}, {12, 100}, {110, 200}}} {
		all := outlined(t, scanned(at...))
		if len(all) != len(at) {
			t.Errorf("of %v are found %+v", at, all)
			continue
		}
		for i, l := range all {
			if wide := l.Height * l.Proportion * 297; math.Abs(wide-85.6) > 1 || l.Degrees != 0 {
				t.Errorf("%v: %+v is %.2f mm wide", at, l, wide)
			}
			if i > 0 && all[i-1].Y > l.Y+0.1 {
				t.Errorf("%v: they do not go down: %+v", at, all)
			}
		}
	}
}

// A picture that is the card from edge to edge is all of it, whatever is printed in it; one that
// stands upright stays so.
func TestOutlineOfAPictureOfNothingElse(t *testing.T) {
	for _, size := range []image.Point{{856, 540}, {540, 856}} {
		m := image.NewNRGBA(image.Rectangle{Max: size})
		draw.Draw(m, m.Rect, image.NewUniform(color.NRGBA{230, 235, 240, 255}), image.Point{}, draw.Src)
		draw.Draw(m, m.Rect.Inset(40), image.NewUniform(color.Gray{90}), image.Point{}, draw.Src)
		if all := outlined(t, m); len(all) != 1 || all[0].Height != 1 || all[0].X != 0.5 || math.Abs(all[0].Proportion-float64(size.X)/float64(size.Y)) > 1e-9 {
			t.Errorf("%v: %+v", size, all)
		}
	}
}

// shaped is a white picture with something grey in a place that has the proportion of a card: is says
// which points belong to it, from -1 to 1 across and down.
func shaped(is func(x, y float64) bool) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, 1200, 900))
	draw.Draw(m, m.Rect, image.White, image.Point{}, draw.Src)
	const half = 400 // across, by 504 down
	for y := range 504 {
		for x := range 2 * half {
			if is(float64(x)/half-1, float64(y)/half*ofCard-1) {
				m.Set(200+x, 190+y, color.Gray{120})
			}
		}
	}
	return m
}

// What has other proportions, another form or no ground is nobody's card: nothing is guessed.
func TestNoOutlineIsGuessed(t *testing.T) {
	page := image.NewNRGBA(image.Rect(0, 0, 1200, 900))
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(page, image.Rect(200, 200, 900, 700), image.NewUniform(color.Gray{120}), image.Point{}, draw.Src)
	blank := image.NewNRGBA(image.Rect(0, 0, 1200, 900))
	draw.Draw(blank, blank.Rect, image.White, image.Point{}, draw.Src)
	wild := image.NewNRGBA(image.Rect(0, 0, 1200, 900))
	for i := range wild.Pix {
		wild.Pix[i] = uint8(i * 2654435761 >> 7)
	}
	for name, m := range map[string]image.Image{"a page": page, "nothing": blank, "anything": wild,
		"a plate as wide and high as a card": shaped(func(x, y float64) bool { return x*x+y*y <= 1 }),
		"a card with a corner torn off":      shaped(func(x, y float64) bool { return x+y <= 1.1 }),
	} {
		if all := outlined(t, m); len(all) > 0 {
			t.Errorf("%s: %+v", name, all)
		}
	}
}

// A card that was photographed aslant is printed in its own proportion, whole, and with no more
// dots than the original has.
func TestCopyOfACard(t *testing.T) {
	for _, share := range []float64{0.2, 0.78} {
		scene := drawing.Scene{Width: 1600, Height: 1200, Share: share, Tilt: 12, Lean: 0.03, Blur: 0.6}
		f, err := imaging.Open(drawing.JPEG(scene.Draw(drawing.OCRB(), nil)))
		if err != nil {
			t.Fatal(err)
		}
		all := f.Outlines(ofCard)
		if len(all) != 1 {
			t.Fatalf("%+v", all)
		}
		content, err := f.CopyFile(all[0], 85.6, 53.98)
		if err != nil {
			t.Fatal(err)
		}
		size, err := jpeg.DecodeConfig(bytes.NewReader(content))
		if err != nil || math.Abs(float64(size.Width)/float64(size.Height)-ofCard) > 0.01 || size.Width > min(1011, int(1680*share)) || size.Width < min(1000, int(1560*share)) {
			t.Errorf("share %v: %d × %d, %v", share, size.Width, size.Height, err)
		}
	}
}
