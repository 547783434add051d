// Package imagingtest helps tests that judge pictures: a profile with the limits that were
// measured, people drawn in code, and the labelled set.
package imagingtest

import (
	"image"
	"image/color"
	"slices"
	"sync"
	"testing"

	"graduand/imaging"
	"graduand/imaging/drawing"
)

// Profile asks everything that the study of photos found a limit for (photos.md §4.1): as the
// stricter of the two campaigns, in colour and from the last half year.
func Profile() *imaging.Profile {
	return &imaging.Profile{Version: "test", OldestDays: 184, Bounds: map[imaging.Measure]imaging.Bounds{
		imaging.ShortSide:     below(354, 240),
		imaging.HeadPixels:    below(250, 160),
		imaging.FaceTurned:    blockAbove(40),
		imaging.FaceQuality:   below(25, 16),
		imaging.FaceSecond:    above(12, 20),
		imaging.HeadHeight:    {WarnBelow: 0.56, WarnAbove: 0.89, BlockBelow: no, BlockAbove: 1},
		imaging.HeadTop:       warnBelow(1),
		imaging.HeadRoom:      {WarnBelow: no, WarnAbove: infinite, BlockBelow: 2.2, BlockAbove: infinite},
		imaging.FaceCentre:    {WarnBelow: 0.44, WarnAbove: 0.56, BlockBelow: no, BlockAbove: infinite},
		imaging.FaceRoll:      above(5.2, 8.2),
		imaging.BackLight:     below(86, 65),
		imaging.BackChroma:    above(6, 16),
		imaging.PlainReach:    above(12, 22),
		imaging.PlainAlien:    above(0.03, 0.09),
		imaging.PlainThings:   above(0.002, 0.012),
		imaging.PlainShadow:   above(0.006, 0.02),
		imaging.PlainContact:  above(8.5, 12),
		imaging.PlainSides:    warnAbove(5),
		imaging.PlainTexture:  above(12, 15),
		imaging.PlainFill:     {WarnBelow: no, WarnAbove: infinite, BlockBelow: 0.55, BlockAbove: infinite},
		imaging.ColourLeft:    below(1.6, 1.2),
		imaging.Blur:          above(0.56, 0.62),
		imaging.EyePixels:     warnBelow(45),
		imaging.LightTogether: below(0.66, 0.60),
		imaging.FaceLight:     above(0.80, 0.86),
		imaging.FaceBurnt:     above(0.03, 0.12),
		imaging.FaceClipped:   warnAbove(0.06),
		imaging.FaceShades:    warnBelow(5.5),
		imaging.CheekLight:    below(0.84, 0.72),
		imaging.EyesClosed:    warnAbove(0.2),
		imaging.FrameEdges:    warnAbove(0.42),
		imaging.EyesDark:      below(0.34, 0.28),
		imaging.Smile:         warnAbove(0.63),
		imaging.HairHeight:    warnAbove(2.45),
		imaging.ForeheadTint:  warnAbove(12),
		imaging.ForeheadLight: warnAbove(40),
		imaging.HairTint:      warnAbove(10),
		imaging.ClothAround:   warnAbove(20),
		imaging.MouthContrast: below(0.30, 0.15),
		imaging.NoseBeside:    warnAbove(0.13),
		imaging.MouthBeside:   warnAbove(0.12),
		imaging.TakenAge:      warnBelow(-1),
	}}
}

var no, infinite = imaging.Anything().WarnBelow, imaging.Anything().WarnAbove

func below(warn, block float64) imaging.Bounds {
	return imaging.Bounds{WarnBelow: warn, WarnAbove: infinite, BlockBelow: block, BlockAbove: infinite}
}

func above(warn, block float64) imaging.Bounds {
	return imaging.Bounds{WarnBelow: no, WarnAbove: warn, BlockBelow: no, BlockAbove: block}
}

func warnBelow(limit float64) imaging.Bounds { return below(limit, no) }

func warnAbove(limit float64) imaging.Bounds { return above(limit, infinite) }

func blockAbove(limit float64) imaging.Bounds { return above(infinite, limit) }

// Person is somebody drawn in code.
type Person struct{ drawing.Person }

// Somebody is a person in a good photo.
func Somebody() Person { return Person{drawing.Somebody()} }

// taken are the photos that were taken already, by who is on them: to draw one costs more than
// most that is tested with it.
var taken sync.Map

// JPEG is the photo as a phone saves it.
func (p Person) JPEG(t testing.TB) []byte {
	t.Helper()
	if photo, is := taken.Load(p); is {
		return slices.Clone(photo.([]byte))
	}
	photo := JPEG(t, p.Draw())
	taken.Store(p, photo)
	return slices.Clone(photo)
}

// JPEG is a picture as a phone saves it.
func JPEG(t testing.TB, picture *image.NRGBA) []byte {
	t.Helper()
	return drawing.JPEG(picture)
}

// Turned is a picture turned by 90° clockwise.
func Turned(p *image.NRGBA) *image.NRGBA { return drawing.Turned(p) }

// Enlarged is a picture at a larger size, with grain of its own, as a phone's photo has it.
func Enlarged(p *image.NRGBA, width, height int) *image.NRGBA {
	large, r := image.NewNRGBA(image.Rect(0, 0, width, height)), drawing.Seeded(1)
	for y := range height {
		for x := range width {
			c, grain := p.NRGBAAt(x*p.Rect.Dx()/width, y*p.Rect.Dy()/height), r.Between(-5, 5)
			octet := func(v uint8) uint8 { return uint8(min(max(float64(v)+grain, 0), 255)) }
			large.SetNRGBA(x, y, color.NRGBA{octet(c.R), octet(c.G), octet(c.B), 255})
		}
	}
	return large
}
