package imagingtest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"testing"
)

// Person is somebody drawn in code, with all that a judge asks for; what is set otherwise is
// wrong in one way. Lengths are in distances of the eyes.
type Person struct {
	Width, Height int
	// EyeDistance, EyesX and EyesY say where the face is: pixels, and shares of the picture.
	EyeDistance  float64
	EyesX, EyesY float64
	// Roll is by how many degrees the head is tilted to the right of the picture.
	Roll                          float64
	Skin, Hair, Iris, Wall, Shirt color.NRGBA
	// Bright multiplies all light; Half that of the left half of the face and wall.
	Bright, Half float64
	// HairTop is how far the hair reaches above the eyes.
	HairTop float64
	// What is worn, done or standing about.
	Closed, Smiling, Glasses, DarkGlasses, Mask, Hat, Shadow, Door, Pattern, Grey bool
	// Blur is the radius of a blur, Nobody leaves the wall alone, Two puts a second person there.
	Blur        float64
	Nobody, Two bool
}

// Somebody is a person in a good photo of 720 × 960 pixels before a white wall.
func Somebody() Person {
	return Person{Width: 720, Height: 960, EyeDistance: 165, EyesX: 0.5, EyesY: 0.45, Bright: 1, Half: 1, HairTop: 1.75,
		Skin: color.NRGBA{214, 170, 144, 255}, Hair: color.NRGBA{58, 40, 30, 255}, Iris: color.NRGBA{70, 48, 34, 255}, Wall: color.NRGBA{240, 240, 240, 255}, Shirt: color.NRGBA{60, 80, 120, 255}}
}

// JPEG is the photo as a phone saves it.
func (p Person) JPEG(t testing.TB) []byte {
	t.Helper()
	return JPEG(t, p.Draw())
}

// JPEG is a picture as a phone saves it.
func JPEG(t testing.TB, picture *image.NRGBA) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, picture, &jpeg.Options{Quality: 92}); err != nil {
		t.Fatal(err)
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

// Enlarged is a picture at a larger size, with grain of its own, as a phone's photo has it.
func Enlarged(p *image.NRGBA, width, height int) *image.NRGBA {
	large := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := p.NRGBAAt(x*p.Rect.Dx()/width, y*p.Rect.Dy()/height)
			large.SetNRGBA(x, y, of(color.NRGBA{c.R, c.G, c.B, 255}).pixel(false, 2*grain(x, y)))
		}
	}
	return large
}

// Draw is the photo.
func (p Person) Draw() *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, p.Width, p.Height))
	sin, cos := math.Sincos(p.Roll * math.Pi / 180)
	for y := range p.Height {
		for x := range p.Width {
			dx, dy := (float64(x)-p.EyesX*float64(p.Width))/p.EyeDistance, (float64(y)-p.EyesY*float64(p.Height))/p.EyeDistance
			c := p.behind(float64(x)/float64(p.Width), float64(y)/float64(p.Height), dx, dy)
			if !p.Nobody {
				c = p.person(c, dx*cos+dy*sin, dy*cos-dx*sin)
			}
			if p.Two {
				c = p.person(c, dx-4, dy)
			}
			light := p.Bright
			if dx < 0 {
				light *= p.Half + (1-p.Half)*math.Exp(3*dx)
			}
			picture.SetNRGBA(x, y, c.times(light).pixel(p.Grey, grain(x, y)))
		}
	}
	return blurred(picture, p.Blur)
}

// paint is a colour in shares of full light.
type paint [3]float64

func of(c color.NRGBA) paint { return paint{float64(c.R), float64(c.G), float64(c.B)} }

func (a paint) times(f float64) paint { return paint{a[0] * f, a[1] * f, a[2] * f} }

// over lays another colour over one, so much of it.
func (a paint) over(b paint, much float64) paint {
	much = min(max(much, 0), 1)
	return paint{a[0] + (b[0]-a[0])*much, a[1] + (b[1]-a[1])*much, a[2] + (b[2]-a[2])*much}
}

func (a paint) pixel(grey bool, grain float64) color.NRGBA {
	if grey {
		y := 0.299*a[0] + 0.587*a[1] + 0.114*a[2]
		a = paint{y, y, y}
	}
	octet := func(v float64) uint8 { return uint8(min(max(v+grain, 0), 255)) }
	return color.NRGBA{octet(a[0]), octet(a[1]), octet(a[2]), 255}
}

// grain is the noise of a sensor, the same at every run.
func grain(x, y int) float64 {
	h := uint32(x)*0x9E3779B1 ^ uint32(y)*0x85EBCA77
	h ^= h >> 15
	h *= 0x2C1B3CE3
	h ^= h >> 13
	return float64(h%1024)/1024*5 - 2.5
}

// speck is how much of a pore or freckle a place of the skin has.
func speck(x, y float64) float64 { return math.Sin(71*x+23*y) * math.Sin(67*y-29*x) }

// inside is how far within an ellipse a place is: 1 within, 0 outside, with a soft edge.
func inside(x, y, atX, atY, wide, high, soft float64) float64 {
	dx, dy := (x-atX)/wide, (y-atY)/high
	if max(dx*dx, dy*dy) > 4 {
		return 0
	}
	r := math.Sqrt(dx*dx + dy*dy)
	return min(max((1-r)*min(wide, high)/soft+0.5, 0), 1)
}

// behind is the wall: x and y are shares of the picture, dx and dy lengths from the eyes.
func (p Person) behind(x, y, dx, dy float64) paint {
	c := of(p.Wall)
	if p.Pattern && (math.Mod(14*x, 1) < 0.12 || math.Mod(30*y, 1) < 0.14) {
		c = c.times(0.6)
	}
	if p.Door && x > 0.84 {
		c = paint{120, 82, 50}
	}
	if p.Shadow {
		c = c.over(c.times(0.7), inside(dx, dy, 0.55, 0.35, 1.35, 2.0, 0.05))
	}
	return c
}

// person lays somebody over the wall; x and y are in the frame of the face.
func (p Person) person(c paint, x, y float64) paint {
	if math.Abs(x) > 2.7 || y < -3 {
		return c
	}
	skin, hair := of(p.Skin), of(p.Hair)
	strands := 1 + 0.18*math.Sin(38*x+9*y)
	c = c.over(hair.times(strands), inside(x, y, 0, 0.25-(p.HairTop-1.75)/2, 1.2, 2+(p.HairTop-1.75)/2, 0.06)*min(max((1.7-y)/0.2, 0), 1))
	c = c.over(of(p.Shirt), inside(x, y, 0, 4.1, 2.6, 2.0, 0.06))
	c = c.over(skin.times(0.8), inside(x, y, 0, 2.0, 0.62, 1.0, 0.06))
	shade := 1.06 - 0.28*(x*x/0.9+(y-0.4)*(y-0.4)/3.2)
	face := inside(x, y, 0, 0.5, 1.0, 1.28, 0.02)
	c = c.over(skin.times(shade), face)
	c = c.over(paint{skin[0], skin[1] * 0.8, skin[2] * 0.78}.times(shade), 0.7*inside(math.Abs(x), y, 0.6, 0.6, 0.35, 0.35, 0.3)) // red cheeks
	c = c.over(skin.times(0.9), 0.5*speck(x, y)*face)
	c = c.over(hair.times(strands), inside(x, y, 0, -1.5, 1.25, 0.62, 0.08)*face)
	if face > 0 {
		c = p.features(c, x, y, face)
	}
	return p.worn(c, x, y, hair)
}

// features are brows, eyes, nose and mouth.
func (p Person) features(c paint, x, y, face float64) paint {
	skin, side := of(p.Skin), math.Abs(x)
	c = c.over(of(p.Hair), 0.85*inside(side, y+0.06*math.Cos(4*(side-0.5)), 0.5, -0.25, 0.3, 0.06, 0.02)*(0.8+0.2*math.Sin(90*x+20*y)))
	c = c.over(skin.times(0.78), 0.8*inside(side, y, 0.5, -0.02, 0.33, 0.2, 0.15)) // the sockets
	c = p.eye(c, side, y)
	c = c.over(skin.times(0.72), 0.6*inside(side, y, 0.14, 0.3, 0.07, 0.4, 0.1)) // beside the nose
	c = c.over(skin.times(1.1), 0.6*inside(x, y, 0, 0.3, 0.08, 0.4, 0.1))
	c = c.over(skin.times(0.68), 0.7*inside(x, y, 0, 0.66, 0.26, 0.07, 0.07))
	c = c.over(paint{40, 20, 18}, 0.8*inside(side, y, 0.12, 0.64, 0.06, 0.035, 0.015))
	wide := 0.38
	if p.Smiling {
		wide = 0.56
	}
	lips := paint{skin[0] * 0.78, skin[1] * 0.55, skin[2] * 0.55}
	c = c.over(lips, 0.9*inside(x, y, 0, 1.07, wide, 0.12, 0.02))
	if p.Smiling {
		return c.over(paint{238, 236, 230}, inside(x, y, 0, 1.07, wide-0.08, 0.08, 0.03))
	}
	return c.over(skin.times(0.35), 0.85*inside(x, y, 0, 1.065, wide, 0.022, 0.015))
}

// eye is one eye, at 0.5 on either side.
func (p Person) eye(c paint, side, y float64) paint {
	if p.Closed {
		c = c.over(of(p.Skin).times(0.92), inside(side, y, 0.5, 0, 0.26, 0.13, 0.02))
		return c.over(paint{50, 32, 26}, 0.8*inside(side, y, 0.5, 0.09, 0.22, 0.02, 0.012))
	}
	opening := inside(side, y, 0.5, 0.01, 0.24, 0.11, 0.012)
	white := paint{225, 222, 218}
	c = c.over(white.times(min(1, 0.5+of(p.Skin)[1]/200)), opening)
	c = c.over(of(p.Iris), opening*inside(side, y, 0.5, 0, 0.105, 0.105, 0.01))
	c = c.over(paint{12, 10, 10}, opening*inside(side, y, 0.5, 0, 0.05, 0.05, 0.01))
	c = c.over(paint{250, 250, 250}, opening*inside(side, y, 0.47, -0.03, 0.018, 0.018, 0.015))
	return c.over(paint{35, 24, 20}, 0.85*inside(side, y+0.35*(side-0.5)*(side-0.5), 0.5, -0.105, 0.27, 0.035, 0.012)) // the lashes
}

// worn is what covers a part of the head.
func (p Person) worn(c paint, x, y float64, hair paint) paint {
	side := math.Abs(x)
	if p.DarkGlasses {
		c = c.over(paint{25, 25, 28}, inside(side, y, 0.5, 0.02, 0.36, 0.24, 0.02))
	}
	if p.Glasses {
		frame := min(inside(side, y, 0.5, 0.05, 0.42, 0.34, 0.02), 1-inside(side, y, 0.5, 0.05, 0.36, 0.28, 0.02))
		c = c.over(paint{20, 20, 22}, frame)
		c = c.over(paint{20, 20, 22}, inside(x, y, 0, -0.02, 0.14, 0.035, 0.02))
	}
	if p.Mask {
		folds := 0.05*inside(side, y, 0.2, 0.45, 0.08, 0.3, 0.1) + 0.06*inside(x, y, 0, 0.68, 0.28, 0.08, 0.08) + 0.06*inside(x, y, 0, 1.06, 0.4, 0.06, 0.06)
		cloth := paint{150, 190, 215}.times(1.03 - 0.1*x*x - folds)
		c = c.over(cloth, inside(x, y, 0, 1.15, 0.88, 0.72, 0.03))
	}
	if p.Hat {
		c = c.over(paint{40, 70, 130}, inside(x, y, 0, -1.15, 1.25, 0.72, 0.03))
	}
	return c
}

// blurred is a picture blurred by two means of a square, nearly as a lens out of focus does.
func blurred(p *image.NRGBA, radius float64) *image.NRGBA {
	r := int(radius)
	if r == 0 {
		return p
	}
	for range 2 {
		p = mean(mean(p, r, 4, p.Stride, p.Rect.Dx(), p.Rect.Dy()), r, p.Stride, 4, p.Rect.Dy(), p.Rect.Dx())
	}
	return p
}

// mean is the mean of so many pixels to either side along a line: step octets from one pixel
// to the next, line from one line to the next.
func mean(p *image.NRGBA, reach, step, line, length, lines int) *image.NRGBA {
	m := image.NewNRGBA(p.Rect)
	for l := range lines {
		for i := range length {
			for c := range 4 {
				sum := 0
				for k := i - reach; k <= i+reach; k++ {
					sum += int(p.Pix[l*line+min(max(k, 0), length-1)*step+c])
				}
				m.Pix[l*line+i*step+c] = uint8(sum / (2*reach + 1))
			}
		}
	}
	return m
}
