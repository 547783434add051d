package picture_test

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"math"
	"testing"

	"graduand/data"
	"graduand/data/picture"
	"graduand/imaging/drawing"
	"graduand/imaging/pdf/pdftest"
)

// card is the size of an identity card, room what a sheet has.
var card, room = picture.Size{Width: 85.6, Height: 53.98}, picture.Size{Width: 180, Height: 110}

func photographed(t *testing.T, tilt float64) []byte {
	t.Helper()
	return drawing.JPEG(drawing.Tinted(drawing.Scene{Width: 800, Height: 600, Share: 0.7, Tilt: tilt, Blur: 0.6}.Draw(drawing.OCRB(), nil)))
}

// UA-025: a copy has the size of the original where that is known; else it is fitted, and says so.
func TestUA025CopiesHaveTheSizeOfTheOriginal(t *testing.T) {
	upright := picture.Size{Width: card.Height, Height: card.Width}
	for _, c := range []struct {
		name           string
		content        []byte
		turn           int
		document, want picture.Size
		count, pages   int
		fitted         bool
	}{
		{"a photo of a card", photographed(t, 4), 0, card, card, 1, 0, false},
		{"turned as the form shows it", photographed(t, 4), 90, card, upright, 1, 0, false},
		{"both sides in a PDF", pdftest.Scan(200, photographed(t, 0), photographed(t, -3)), 0, card, card, 2, 2, false},
		{"of a document whose size is not known", photographed(t, 4), 0, picture.Size{}, picture.Size{Width: 110.0 * 4 / 3, Height: 110}, 1, 0, true},
		{"another document", drawing.JPEG(image.NewGray(image.Rect(0, 0, 900, 300))), 0, card, picture.Size{Width: 180, Height: 60}, 1, 0, true},
		{"a long PDF", pdftest.Scan(200, photographed(t, 0), photographed(t, 0), photographed(t, 0), photographed(t, 0), photographed(t, 0)), 0, card, card, 4, 5, false},
	} {
		before := bytes.Clone(c.content)
		all, pages, err := picture.Copies(context.Background(), c.content, c.turn, c.document, room, 4)
		if err != nil || len(all) != c.count || pages != c.pages {
			t.Errorf("%s: %d of %d pages, %v", c.name, len(all), pages, err)
			continue
		}
		for _, p := range all {
			size, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG))
			if err != nil || p.Fitted != c.fitted || math.Abs(p.Width-c.want.Width)+math.Abs(p.Height-c.want.Height) > 1e-9 ||
				math.Abs(float64(size.Width)/float64(size.Height)/(p.Width/p.Height)-1) > 0.02 {
				t.Errorf("%s: %v × %v, fitted %v, %d × %d pixels, %v", c.name, p.Width, p.Height, p.Fitted, size.Width, size.Height, err)
			}
		}
		if !bytes.Equal(before, c.content) {
			t.Errorf("%s: the original is altered", c.name)
		}
	}
}

// What cannot be read is refused with the sentence that says why.
func TestUnreadableScansAreNotCopied(t *testing.T) {
	for text, content := range map[string][]byte{"attachment.pdf_password": pdftest.Locked(), "attachment.no_picture": []byte("no picture"), "attachment.cut_off": photographed(t, 0)[:3000]} {
		_, _, err := picture.Copies(context.Background(), content, 0, card, room, 4)
		if data.CodeOf(err) != text {
			t.Errorf("%s: %v", text, err)
		}
	}
}
