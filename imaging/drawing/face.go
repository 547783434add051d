package drawing

import (
	_ "embed"
	"image"
	"image/color"
	"image/draw"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// outlines are those of the face that real documents carry: OCR-B by Norbert Schwarz, made
// outlines by Matthew Skala (fonts-ocr-b of Debian), which may be freely used, changed and passed
// on.
//
//go:embed OCRB.ttf
var outlines []byte

// Face draws signs of one width.
type Face struct{ outlines *sfnt.Font }

// Open reads a face from an OpenType or TrueType file.
func Open(content []byte) (*Face, error) {
	f, err := opentype.Parse(content)
	return &Face{f}, err
}

// OCRB is the face of real documents.
func OCRB() *Face {
	f, err := Open(outlines)
	if err != nil {
		panic(err) // it is embedded
	}
	return f
}

// sized is the face in which a sign takes so many pixels of the line, and how high its
// capitals are.
func (f *Face) sized(pitch float64) (sized font.Face, capital float64) {
	const em = 1000
	whole, err := opentype.NewFace(f.outlines, &opentype.FaceOptions{Size: em, DPI: 72})
	if err != nil {
		panic(err) // the outlines have been parsed
	}
	advance, _ := whole.GlyphAdvance('0')
	size := pitch * em / (float64(advance) / 64)
	sized, err = opentype.NewFace(f.outlines, &opentype.FaceOptions{Size: size, DPI: 72})
	if err != nil {
		panic(err)
	}
	bounds, _, _ := whole.GlyphBounds('H')
	return sized, float64(bounds.Max.Y-bounds.Min.Y) / 64 * size / em
}

// Write draws a line whose signs are pitch pixels apart, and as large as they are for this
// pitch times size; its middle is at y, its first place begins at x. It says how high a
// capital is.
func (f *Face) Write(onto draw.Image, line string, x, y, pitch, size float64, ink color.Color) (capital float64) {
	face, capital := f.sized(pitch * size)
	d := font.Drawer{Dst: onto, Src: image.NewUniform(ink), Face: face}
	for i, sign := range line {
		left := x + float64(float64(i)*pitch) + float64(pitch*(1-size)/2)
		d.Dot = fixed.Point26_6{X: fixed.Int26_6(left * 64), Y: fixed.Int26_6((y + float64(capital/2)) * 64)}
		d.DrawString(string(sign))
	}
	return capital
}
