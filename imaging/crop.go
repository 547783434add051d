package imaging

import (
	"math"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// Geometry and Point are those of package face, for who keeps them.
type (
	Geometry = face.Geometry
	Point    = face.Point
)

// Crop is a window of the upright picture, which may stand askew in it. It alters nothing: the
// picture stays, and is cut when it is shown or printed.
type Crop struct {
	// X and Y are the middle of the window in shares of the picture's width and height.
	X, Y float64
	// Height is that of the window in shares of the picture's height; its width follows from
	// the proportions of the print.
	Height float64
	// Degrees is by how much the window is turned clockwise: as much as the line of the eyes
	// falls to the right, so that they stand level in it.
	Degrees float64
}

// Lying is where a document lies in a picture: a window, and its width by its height.
type Lying struct {
	Crop
	Proportion float64
}

// WholeCrop is all of a picture, as high as it is.
func WholeCrop() Crop { return Crop{X: 0.5, Y: 0.5, Height: 1} }

// Whole is all of the picture.
func (f *File) Whole() Lying {
	width, height := f.Size()
	return Lying{WholeCrop(), float64(width) / float64(height)}
}

// Framing is how a portrait stands in its print: the head from the hair to the chin, and the
// room above the hair, in shares of the height.
type Framing struct {
	// Proportion is width by height.
	Proportion float64
	// Head is the wanted height of the head, LeastHead and MostHead what is allowed.
	Head, LeastHead, MostHead float64
	// Room is the wanted room above the hair, LeastRoom and MostRoom what is allowed.
	Room, LeastRoom, MostRoom float64
}

// PortraitFraming is the framing of a portrait of these proportions: the head of ICAO 9303
// portraits less what those ask beyond 70 per cent (no campaign's source gives a number).
func PortraitFraming(proportion float64) Framing {
	return Framing{Proportion: proportion, Head: 0.70, LeastHead: 0.65, MostHead: 0.75, Room: 0.10, LeastRoom: 0.08, MostRoom: 0.12}
}

// Beyond says over which edges of the picture a window would reach.
type Beyond struct{ Left, Top, Right, Bottom bool }

// Any reports that a window would reach over some edge.
func (b Beyond) Any() bool { return b.Left || b.Top || b.Right || b.Bottom }

// leastRoll and mostRoll bound the roll in degrees that a crop levels: less is not seen, and a
// head that is tilted more is to be photographed anew.
const leastRoll, mostRoll = 1, 8

// ProposeCrop is the window that frames a portrait of a picture of this width and height as
// wanted, or as near to it as is allowed. Where none lies within the picture, the wanted one is
// given with the edges that it would reach over: a picture is never widened.
func ProposeCrop(g *face.Geometry, width, height int, f Framing) (Crop, Beyond) {
	degrees := g.Roll
	if math.Abs(degrees) <= leastRoll || math.Abs(degrees) > mostRoll {
		degrees = 0
	}
	wanted := frame(g, width, height, f, f.Head, f.Room, degrees)
	over := wanted.Beyond(width, height, f.Proportion)
	if !over.Any() {
		return wanted, over
	}
	const steps = 10
	for i := range steps + 1 {
		for _, head := range []float64{between01(f.Head, f.MostHead, i, steps), between01(f.Head, f.LeastHead, i, steps)} {
			for _, room := range []float64{f.Room, f.LeastRoom, f.MostRoom} {
				if c := frame(g, width, height, f, head, room, degrees); !c.Beyond(width, height, f.Proportion).Any() {
					return c, Beyond{}
				}
			}
		}
	}
	return wanted, over
}

func between01(from, to float64, i, steps int) float64 {
	return from + float64((to-from)*float64(i)/float64(steps))
}

// frame is the window in which the head has this height and this room above it. Hair that is not
// seen to end does so as far above the eyes as the chin is below them: of 52 people that was the
// middle, within a sixth.
func frame(g *face.Geometry, width, height int, f Framing, head, room, degrees float64) Crop {
	w, h := float64(width), float64(height)
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	across := func(p face.Point) float64 { return float64(p.X*w*cos) + float64(p.Y*h*sin) }
	down := func(p face.Point) float64 { return float64(p.Y*h*cos) - float64(p.X*w*sin) }
	eyes, chin := float64((down(g.LeftPupil)+down(g.RightPupil))/2), down(g.Chin)
	hair := eyes + (eyes - chin)
	if g.HairFound {
		hair = down(g.HairTop)
	}
	tall := (chin - hair) / head
	x := (across(g.LeftPupil) + across(g.RightPupil)) / 2
	y := hair - float64(room*tall) + float64(tall/2)
	return Crop{X: (float64(x*cos) - float64(y*sin)) / w, Y: (float64(x*sin) + float64(y*cos)) / h, Height: tall / h, Degrees: degrees}
}

// Beyond says over which edges of a picture of this width and height the window reaches.
func (c Crop) Beyond(width, height int, proportion float64) Beyond {
	const slack = 0.5 // half a pixel is nobody's edge
	var b Beyond
	for _, p := range c.window(width, height, proportion).Corners() {
		b.Left, b.Right = b.Left || p.X < -slack, b.Right || p.X > float64(width)+slack
		b.Top, b.Bottom = b.Top || p.Y < -slack, b.Bottom || p.Y > float64(height)+slack
	}
	return b
}

// Within is the window moved, and made smaller where it must be, so that it lies in a picture of
// this width and height.
func (c Crop) Within(width, height int, proportion float64) Crop {
	wide, tall := c.extent(width, height, proportion)
	if most := max(wide/float64(width), tall/float64(height)); most > 1 {
		c.Height /= most
		wide, tall = c.extent(width, height, proportion)
	}
	across, down := wide/2/float64(width), tall/2/float64(height)
	c.X, c.Y = min(max(c.X, across), 1-across), min(max(c.Y, down), 1-down)
	return c
}

// extent are the sides in pixels of the upright rectangle around the window.
func (c Crop) extent(width, height int, proportion float64) (wide, tall float64) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range c.window(width, height, proportion).Corners() {
		left, right, top, bottom = min(left, p.X), max(right, p.X), min(top, p.Y), max(bottom, p.Y)
	}
	return right - left, bottom - top
}

// proportionOf is the width by the height of a window whose sides are given in shares of those
// of a picture.
func proportionOf(wide, tall float64, width, height int) float64 {
	return float64(wide*float64(width)) / float64(tall*float64(height))
}

// Corners are those of the window in shares of a picture of this width and height, from the
// upper left one clockwise.
func (c Crop) Corners(width, height int, proportion float64) (corners [4]face.Point) {
	for i, p := range c.window(width, height, proportion).Corners() {
		corners[i] = face.Point{X: p.X / float64(width), Y: p.Y / float64(height)}
	}
	return corners
}

// window is the crop in pixels of a picture of this width and height.
func (c Crop) window(width, height int, proportion float64) pixels.Window {
	tall := c.Height * float64(height)
	return pixels.Window{X: c.X * float64(width), Y: c.Y * float64(height), Width: tall * proportion, Height: tall, Degrees: c.Degrees}
}
