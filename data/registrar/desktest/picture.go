package desktest

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"
	"sync"

	"graduand/imaging/imagingtest"
	"graduand/imaging/mrz"
	"graduand/imaging/mrz/mrztest"
)

// Portrait is a photo of an invented person that the judge finds nothing in; each shirt makes
// another person's.
func Portrait(shirt uint8) []byte {
	p := imagingtest.Somebody()
	p.Shirt.R = shirt
	return encoded(p.Draw())
}

// GoodPortrait is one of them, drawn once.
var GoodPortrait = sync.OnceValue(func() []byte { return Portrait(60) })

// Holder is who the drawn cards are made out to.
var Holder = mrz.Zone{DocumentNumber: "ID1234567", Surname: "ASANOVA", GivenNames: "AIGUL", BirthDate: "2003-08-12", ExpiryDate: "2031-08-12",
	Sex: "f", Country: "KGZ", Nationality: "KGZ"}

// CardFront and CardBack are the sides of an identity card that the judge finds nothing in.
var (
	CardFront = sync.OnceValue(func() []byte {
		card := tinted(card().Draw(mrztest.Real(), nil))
		holder := imagingtest.Somebody()
		holder.Width, holder.Height, holder.EyeDistance = 330, 440, 76
		draw.Draw(card, image.Rect(240, 380, 240+holder.Width, 380+holder.Height), holder.Draw(), image.Point{}, draw.Src)
		return encoded(card)
	})
	CardBack = sync.OnceValue(func() []byte { return encoded(tinted(card().Draw(mrztest.Real(), mrz.Card(Holder)))) })
)

func card() mrztest.Scene {
	return mrztest.Scene{Width: 1600, Height: 1200, Share: 0.8, Blur: 0.6, Seed: 1}
}

// tinted prints a grey picture in colours that change from left to right.
func tinted(grey image.Image) *image.NRGBA {
	picture := image.NewNRGBA(grey.Bounds())
	for y := range picture.Rect.Dy() {
		for x := range picture.Rect.Dx() {
			v := float64(color.GrayModel.Convert(grey.At(x, y)).(color.Gray).Y)
			warm := 0.08 * math.Sin(float64(x)/110)
			picture.SetNRGBA(x, y, color.NRGBA{uint8(v * (0.92 + warm)), uint8(v * 0.92), uint8(v * (0.92 - warm)), 255})
		}
	}
	return picture
}

func encoded(picture image.Image) []byte {
	var b bytes.Buffer
	Must(jpeg.Encode(&b, picture, &jpeg.Options{Quality: 92}))
	return b.Bytes()
}
