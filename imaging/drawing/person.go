package drawing

import (
	"image"
	"image/color"
	"math"
)

// Person is somebody drawn in code, with all that a judge asks for; what is set otherwise is
// wrong in one way. Lengths are in distances of the eyes.
type Person struct {
	Width, Height int
	// EyeDistance, EyesX and EyesY say where the face is: pixels, and shares of the picture.
	EyeDistance  float64
	EyesX, EyesY float64
	// Roll is by how many degrees the head is tilted to the right of the picture.
	Roll                                 float64
	Skin, Hair, Iris, Wall, Shirt, Cloth color.NRGBA
	// Bright multiplies all light; Half that of the left half of the face and wall.
	Bright, Half float64
	// HairTop is how far the hair reaches above the eyes, HairEnd how far below them at the sides.
	HairTop, HairEnd float64
	// What is worn, done or standing about; a hat and a scarf are of the colour of
	// Cloth.
	Closed, Smiling, Glasses, DarkGlasses, Mask, Hat, Scarf, Shadow, Door, Pattern, Grey bool
	// Blur is the radius of a blur, Nobody leaves the wall alone, Two puts a second person there.
	Blur        float64
	Nobody, Two bool
}

// Somebody is a person in a good photo of 720 × 960 pixels before a white wall.
func Somebody() Person {
	return Person{Width: 720, Height: 960, EyeDistance: 165, EyesX: 0.5, EyesY: 0.45, Bright: 1, Half: 1, HairTop: 1.75, HairEnd: 1.7,
		Skin: color.NRGBA{214, 170, 144, 255}, Hair: color.NRGBA{58, 40, 30, 255}, Iris: color.NRGBA{70, 48, 34, 255},
		Wall: color.NRGBA{240, 240, 240, 255}, Shirt: color.NRGBA{60, 80, 120, 255}, Cloth: color.NRGBA{40, 70, 130, 255}}
}

// Sized is the same photo with so many pixels for its width.
func (p Person) Sized(width int) Person {
	times := float64(width) / float64(p.Width)
	p.Width, p.Height, p.EyeDistance = width, int(float64(p.Height)*times), p.EyeDistance*times
	return p
}

// Draw is the photo.
func (p Person) Draw() *image.NRGBA {
	picture := image.NewNRGBA(image.Rect(0, 0, p.Width, p.Height))
	sin, cos := sine(p.Roll*math.Pi/180), cosine(p.Roll*math.Pi/180)
	left, top := float64(p.EyesX*float64(p.Width)), float64(p.EyesY*float64(p.Height))
	for y := range p.Height {
		for x := range p.Width {
			dx, dy := (float64(x)-left)/p.EyeDistance, (float64(y)-top)/p.EyeDistance
			c := p.behind(float64(x)/float64(p.Width), float64(y)/float64(p.Height), dx, dy)
			if !p.Nobody {
				c = p.person(c, float64(dx*cos)+float64(dy*sin), float64(dy*cos)-float64(dx*sin))
			}
			if p.Two {
				c = p.person(c, dx-4, dy)
			}
			light := p.Bright
			if dx < 0 && p.Half != 1 {
				light *= p.Half + float64((1-p.Half)*fading(3*dx))
			}
			picture.SetNRGBA(x, y, c.times(light).pixel(p.Grey, grain(x, y)))
		}
	}
	return blurred(picture, p.Blur)
}

// behind is the wall: x and y are shares of the picture, dx and dy lengths from the eyes.
func (p *Person) behind(x, y, dx, dy float64) paint {
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
func (p *Person) person(c paint, x, y float64) paint {
	if math.Abs(x) > 2.7 || y < -3 {
		return c
	}
	skin := of(p.Skin)
	more := float64((p.HairTop - 1.75) / 2)
	if hair := inside(x, y, 0, 0.25-more, 1.2, 2+more, 0.06) * min(max((p.HairEnd-y)/0.2, 0), 1); hair > 0 {
		c = c.over(p.strands(x, y), hair)
	}
	c = c.over(of(p.Shirt), inside(x, y, 0, 4.1, 2.6, 2.0, 0.06))
	c = c.over(skin.times(0.8), inside(x, y, 0, 2.0, 0.62, 1.0, 0.06))
	if p.Scarf {
		c = c.over(of(p.Cloth).times(1+float64(0.08*sine(float64(9*x)+float64(5*y)))), inside(x, y, 0, 0.75, 1.35, 2.3, 0.03))
	}
	if math.Abs(x) < 1.2 && y > -0.9 && y < 1.9 {
		c = p.face(c, x, y, inside(x, y, 0, 0.5, 1.0, 1.28, 0.02))
	}
	return p.worn(c, x, y)
}

// strands is the hair at a place.
func (p *Person) strands(x, y float64) paint {
	return of(p.Hair).times(1 + float64(0.18*sine(float64(38*x)+float64(9*y))))
}

// face is the skin, the hair over the brow, and what is in a face; face is how far within it a
// place is. The red of the cheeks goes a little into the hair beside them.
func (p *Person) face(c paint, x, y, face float64) paint {
	skin := of(p.Skin)
	shade := 1.06 - float64(0.28*(float64(x*x/0.9)+float64((y-0.4)*(y-0.4)/3.2)))
	c = c.over(skin.times(shade), face)
	c = c.over(paint{skin.r, float64(skin.g * 0.8), float64(skin.b * 0.78)}.times(shade), 0.7*inside(math.Abs(x), y, 0.6, 0.6, 0.35, 0.35, 0.3)) // red cheeks
	if face == 0 {
		return c
	}
	c = c.over(skin.times(0.9), 0.5*speck(x, y)*face)
	if hair := inside(x, y, 0, -1.5, 1.25, 0.62, 0.08); hair > 0 {
		c = c.over(p.strands(x, y), hair*face)
	}
	return p.features(c, x, y)
}

// speck is how much of a pore or freckle a place of the skin has.
func speck(x, y float64) float64 {
	return sine(float64(71*x)+float64(23*y)) * sine(float64(67*y)-float64(29*x))
}

// features are brows, eyes, nose and mouth.
func (p *Person) features(c paint, x, y float64) paint {
	skin, side := of(p.Skin), math.Abs(x)
	if y > -0.45 && y < 0.3 {
		brow := inside(side, y+float64(0.06*cosine(4*(side-0.5))), 0.5, -0.25, 0.3, 0.06, 0.02)
		c = c.over(of(p.Hair), 0.85*brow*(0.8+float64(0.2*sine(float64(90*x)+float64(20*y)))))
		c = c.over(skin.times(0.78), 0.8*inside(side, y, 0.5, -0.02, 0.33, 0.2, 0.15)) // the sockets
		c = p.eye(c, side, y)
	}
	if y < 1 {
		c = c.over(skin.times(0.72), 0.6*inside(side, y, 0.14, 0.3, 0.07, 0.4, 0.1)) // beside the nose
		c = c.over(skin.times(1.1), 0.6*inside(x, y, 0, 0.3, 0.08, 0.4, 0.1))
		c = c.over(skin.times(0.68), 0.7*inside(x, y, 0, 0.66, 0.26, 0.07, 0.07))
		c = c.over(paint{40, 20, 18}, 0.8*inside(side, y, 0.12, 0.64, 0.06, 0.035, 0.015))
	}
	if y > 0.9 {
		c = p.mouth(c, x, y)
	}
	return c
}

func (p *Person) mouth(c paint, x, y float64) paint {
	skin, wide := of(p.Skin), 0.38
	if p.Smiling {
		wide = 0.56
	}
	lips := paint{float64(skin.r * 0.78), float64(skin.g * 0.55), float64(skin.b * 0.55)}
	c = c.over(lips, 0.9*inside(x, y, 0, 1.07, wide, 0.12, 0.02))
	if p.Smiling {
		return c.over(paint{238, 236, 230}, inside(x, y, 0, 1.07, wide-0.08, 0.08, 0.03))
	}
	return c.over(skin.times(0.35), 0.85*inside(x, y, 0, 1.065, wide, 0.022, 0.015))
}

// eye is one eye, at 0.5 on either side.
func (p *Person) eye(c paint, side, y float64) paint {
	if p.Closed {
		c = c.over(of(p.Skin).times(0.92), inside(side, y, 0.5, 0, 0.26, 0.13, 0.02))
		return c.over(paint{50, 32, 26}, 0.8*inside(side, y, 0.5, 0.09, 0.22, 0.02, 0.012))
	}
	opening := inside(side, y, 0.5, 0.01, 0.24, 0.11, 0.012)
	white := paint{225, 222, 218}
	c = c.over(white.times(min(1, 0.5+of(p.Skin).g/200)), opening)
	c = c.over(of(p.Iris), opening*inside(side, y, 0.5, 0, 0.105, 0.105, 0.01))
	c = c.over(paint{12, 10, 10}, opening*inside(side, y, 0.5, 0, 0.05, 0.05, 0.01))
	c = c.over(paint{250, 250, 250}, opening*inside(side, y, 0.47, -0.03, 0.018, 0.018, 0.015))
	return c.over(paint{35, 24, 20}, 0.85*inside(side, y+float64(0.35*(side-0.5)*(side-0.5)), 0.5, -0.105, 0.27, 0.035, 0.012)) // the lashes
}

// worn is what covers a part of the head.
func (p *Person) worn(c paint, x, y float64) paint {
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
		folds := float64(0.05*inside(side, y, 0.2, 0.45, 0.08, 0.3, 0.1)) + float64(0.06*inside(x, y, 0, 0.68, 0.28, 0.08, 0.08)) +
			float64(0.06*inside(x, y, 0, 1.06, 0.4, 0.06, 0.06))
		c = c.over(paint{150, 190, 215}.times(1.03-float64(0.1*x*x)-folds), inside(x, y, 0, 1.15, 0.88, 0.72, 0.03))
	}
	if p.Hat {
		c = c.over(of(p.Cloth), inside(x, y, 0, -1.15, 1.25, 0.72, 0.03))
	}
	return c
}
