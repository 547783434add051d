package desktest

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
)

// LetterheadImage is a PNG of a letterhead, 1700 × 300 pixels: a bar over clear ground.
func LetterheadImage() []byte { return Image(1700, 300) }

// Image is a PNG of so many pixels with a bar in its middle, over clear ground.
func Image(width, height int) []byte {
	p := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := height / 3; y < height/2; y++ {
		for x := width / 10; x < width*9/10; x++ {
			p.SetNRGBA(x, y, color.NRGBA{R: 20, G: 30, B: 120, A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		panic(err)
	}
	return b.Bytes()
}
