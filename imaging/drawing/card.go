package drawing

import (
	"image"
	"image/color"
	"image/draw"
)

// Card is an identity card. Nothing of it is true.
type Card struct {
	// Text is printed on its front, beside the portrait of the holder, in Latin letters and
	// digits; Zone are the lines on its back.
	Text, Zone []string
	Holder     Person
	// Scene is how it lies before the camera; the front is not turned.
	Scene
	// Copied makes it a copy in black and white.
	Copied bool
}

// Lying is how a card lies before a phone: 1280 × 860 pixels, nearly filled.
func Lying(seed int) Scene {
	return Scene{Width: 1280, Height: 860, Share: 0.94, Seed: seed}
}

// Front is a photo of the side with the portrait.
func (c Card) Front() *image.NRGBA {
	lying := c.Scene
	lying.Tilt, lying.Lean, lying.Text = 0, 0, c.Text
	m := c.printed(lying.Draw(OCRB(), nil))
	wide := float64(c.Share * float64(c.Width))
	high := float64(wide * cardHigh / cardWide)
	portrait := c.Holder.Sized(int(wide * 0.25))
	portrait.Grey, portrait.Blur = c.Copied, c.Blur
	at := image.Pt(c.Width/2-int(wide*0.45), c.Height/2-int(high*0.3))
	p := portrait.Draw()
	draw.Draw(m, p.Rect.Add(at), p, image.Point{}, draw.Src)
	return m
}

// Back is a photo of the side with the zone.
func (c Card) Back() *image.NRGBA {
	return c.printed(c.Draw(OCRB(), c.Zone))
}

func (c Card) printed(grey *image.Gray) *image.NRGBA {
	if c.Copied {
		m := image.NewNRGBA(grey.Bounds())
		draw.Draw(m, m.Rect, grey, image.Point{}, draw.Src)
		return m
	}
	return Tinted(grey)
}

// Tinted prints a grey picture in colours that change from left to right.
func Tinted(grey *image.Gray) *image.NRGBA {
	picture := image.NewNRGBA(grey.Rect)
	for x := range picture.Rect.Dx() {
		warm := float64(0.08 * sine(float64(x)/110))
		for y := range picture.Rect.Dy() {
			v := float64(grey.Pix[y*grey.Stride+x])
			picture.SetNRGBA(x, y, color.NRGBA{uint8(v * (0.92 + warm)), uint8(v * 0.92), uint8(v * (0.92 - warm)), 255})
		}
	}
	return picture
}
