package drawing

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"

	"graduand/imaging/pixels"
)

// JPEG is a picture as a phone saves it.
func JPEG(picture image.Image) []byte {
	if m, is := picture.(*image.NRGBA); is {
		picture = pixels.ForEncoder(m)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: 92}); err != nil {
		panic(err) // into memory, and no drawing is larger than a JPEG may be
	}
	return b.Bytes()
}

// Turned is a picture turned by 90° clockwise.
func Turned(p *image.NRGBA) *image.NRGBA {
	t := image.NewNRGBA(image.Rect(0, 0, p.Rect.Dy(), p.Rect.Dx()))
	for y := range p.Rect.Dy() {
		for x := range p.Rect.Dx() {
			t.SetNRGBA(p.Rect.Dy()-1-y, x, p.NRGBAAt(x, y))
		}
	}
	return t
}

// paint is a colour in shares of full light.
type paint struct{ r, g, b float64 }

func of(c color.NRGBA) paint { return paint{float64(c.R), float64(c.G), float64(c.B)} }

func (a paint) times(f float64) paint {
	return paint{float64(a.r * f), float64(a.g * f), float64(a.b * f)}
}

// over lays another colour over one, so much of it.
func (a paint) over(b paint, much float64) paint {
	if much <= 0 {
		return a
	}
	much = min(much, 1)
	return paint{a.r + float64((b.r-a.r)*much), a.g + float64((b.g-a.g)*much), a.b + float64((b.b-a.b)*much)}
}

func (a paint) pixel(grey bool, grain float64) color.NRGBA {
	if grey {
		y := float64(0.299*a.r) + float64(0.587*a.g) + float64(0.114*a.b)
		a = paint{y, y, y}
	}
	return color.NRGBA{octet(a.r + grain), octet(a.g + grain), octet(a.b + grain), 255}
}

func octet(v float64) uint8 { return uint8(min(max(v, 0), 255)) }

// grain is the noise of a sensor, the same at every run.
func grain(x, y int) float64 {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA77
	h ^= h >> 15
	h *= 0x2C1B3CE3
	h ^= h >> 13
	return float64(float64(h%1024)/1024*5) - 2.5
}

// inside is how far within an ellipse a place is: 1 within, 0 outside, with a soft edge.
func inside(x, y, atX, atY, wide, high, soft float64) float64 {
	dx, dy := (x-atX)/wide, (y-atY)/high
	square, edge := float64(dx*dx)+float64(dy*dy), soft/min(wide, high)
	if far := 1 + float64(edge/2); square > float64(far*far) {
		return 0
	}
	return min(max((1-math.Sqrt(square))/edge+0.5, 0), 1)
}

// sine is a sine that is the same on every processor, right to a hundred thousandth.
func sine(x float64) float64 {
	x -= float64(math.Floor(float64(x/(2*math.Pi))+0.5) * (2 * math.Pi))
	switch {
	case x > math.Pi/2:
		x = math.Pi - x
	case x < -math.Pi/2:
		x = -math.Pi - x
	}
	s := 0.0
	for _, term := range [...]float64{1.0 / 362880, -1.0 / 5040, 1.0 / 120, -1.0 / 6, 1} {
		s = float64(s*float64(x*x)) + term
	}
	return float64(s * x)
}

func cosine(x float64) float64 { return sine(float64(x) + math.Pi/2) }

// fading is nearly the exponential of a negative number.
func fading(x float64) float64 {
	v := max(0, 1+float64(x/16))
	for range 4 {
		v *= v
	}
	return v
}

// blurred is a picture blurred by two means of a square, nearly as a lens out of focus does.
func blurred(p *image.NRGBA, radius float64) *image.NRGBA {
	r := int(radius)
	if r == 0 {
		return p
	}
	for range 2 {
		p = averaged(averaged(p, r, 4, p.Stride, p.Rect.Dx(), p.Rect.Dy()), r, p.Stride, 4, p.Rect.Dy(), p.Rect.Dx())
	}
	return p
}

// averaged is the mean of so many pixels to either side along a line: step octets from one
// pixel to the next, line from one line to the next.
func averaged(p *image.NRGBA, reach, step, line, length, lines int) *image.NRGBA {
	m := image.NewNRGBA(p.Rect)
	for l := range lines {
		for c := range 4 {
			at := func(i int) int { return int(p.Pix[l*line+min(max(i, 0), length-1)*step+c]) }
			sum := 0
			for k := -reach; k < reach; k++ {
				sum += at(k)
			}
			for i := range length {
				sum += at(i + reach)
				m.Pix[l*line+i*step+c] = uint8(sum / (2*reach + 1))
				sum -= at(i - reach)
			}
		}
	}
	return m
}
