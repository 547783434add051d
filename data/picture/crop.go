package picture

import (
	"image"
	"math"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/imaging"
)

// Sides says over which edges of a picture a crop would reach.
type Sides = imaging.Beyond

// Frame is a picture of so many pixels, upright and turned, in which a crop of the campaign's
// print stands: what it gives never reaches over an edge.
type Frame struct {
	Width, Height int
	// Proportion is the width of the print by its height, Rows its height in pixels at the
	// coarsest print.
	Proportion float64
	Rows       int
}

// FrameOf is that of a picture of so many pixels.
func FrameOf(c *campaign.Campaign, width, height int) Frame {
	return Frame{width, height, c.Photo.WidthMM / c.Photo.HeightMM, imaging.LeastRows(c.Photo.HeightMM)}
}

// digits is in which parts of a share a crop is kept: the hundredth of a pixel.
const digits = 1e6

// windowOf and crop are the only places where the crop of the record, which has sides, becomes
// that of the judge, which has a middle and a height, and back.
func windowOf(c data.Crop) imaging.Crop {
	return imaging.Crop{X: float64((c.Left + c.Right) / 2), Y: float64((c.Top + c.Bottom) / 2), Height: c.Bottom - c.Top, Degrees: c.Angle}
}

func (f Frame) crop(w imaging.Crop) data.Crop {
	down := float64(w.Height / 2)
	across := float64(float64(w.Height*float64(f.Height)) * f.Proportion / float64(f.Width) / 2)
	return data.Crop{Left: share(w.X - across), Top: share(w.Y - down), Right: share(w.X + across), Bottom: share(w.Y + down), Angle: rounded(w.Degrees)}
}

func share(v float64) float64 { return min(max(rounded(v), 0), 1) }

func rounded(v float64) float64 { return math.Round(v*digits) / digits }

// Propose is the crop that frames a portrait as a print wants it. Where the picture has too
// little room for that, missing says at which sides, and the crop is what comes nearest.
func (f Frame) Propose(p *data.Portrait) (crop data.Crop, missing Sides) {
	wanted, missing := imaging.ProposeCrop(geometryOf(p), f.Width, f.Height, imaging.PortraitFraming(f.Proportion))
	return f.within(wanted), missing
}

// Largest is the crop as large as the picture allows, in its middle.
func (f Frame) Largest() data.Crop { return f.within(imaging.WholeCrop()) }

// Head is between which shares of a crop's height the head is wanted: from the hair to the chin.
func (f Frame) Head() (top, bottom float64) {
	framing := imaging.PortraitFraming(f.Proportion)
	return framing.Room, framing.Room + framing.Head
}

func (f Frame) within(w imaging.Crop) data.Crop {
	return f.crop(w.Within(f.Width, f.Height, f.Proportion))
}

// Within is a crop of the print's proportion about the middle of another one, as high.
func (f Frame) Within(c data.Crop) data.Crop { return f.within(windowOf(c)) }

// Moved is a crop moved to the right and down, by shares of the picture's width and height.
func (f Frame) Moved(c data.Crop, right, down float64) data.Crop {
	w := windowOf(c)
	w.X, w.Y = w.X+right, w.Y+down
	return f.within(w)
}

// Resized is a crop so many times as large about its middle, and never so small that its print
// is coarse, as long as the picture has the pixels.
func (f Frame) Resized(c data.Crop, times float64) data.Crop {
	w := windowOf(c)
	w.Height = max(w.Height*times, f.least())
	return f.within(w)
}

// least is the smallest height of a crop, in shares of the picture's: of a picture that has the
// pixels for a print the crop has them too.
func (f Frame) least() float64 {
	largest := windowOf(f.Largest()).Height
	return min(float64(f.Rows)/float64(f.Height), largest/2)
}

// Turned is a crop turned clockwise by so many degrees more, within what a crop may level.
func (f Frame) Turned(c data.Crop, degrees float64) data.Crop {
	w := windowOf(c)
	w.Degrees = min(max(w.Degrees+degrees, -MostAngle), MostAngle)
	return f.within(w)
}

// Spent says that a crop is turned as far as it may be.
func (f Frame) Spent(c data.Crop) bool { return math.Abs(c.Angle) >= MostAngle }

// MostAngle is by how many degrees a crop is turned at most: who holds the head more aslant is
// photographed again.
const MostAngle = 8

// Pulled is a crop with one of its corners, counted from the upper left one clockwise, pulled
// towards a place in shares of the picture; the corner opposite stays where it is.
func (f Frame) Pulled(c data.Crop, corner int, x, y float64) data.Crop {
	corners := f.Corners(c)
	stays, goes := corners[(corner+2)%4], corners[corner]
	across, down := float64(f.Width), float64(f.Height)
	dx, dy := (goes[0]-stays[0])*across, (goes[1]-stays[1])*down
	part := (float64((x-stays[0])*across*dx) + float64((y-stays[1])*down*dy)) / (float64(dx*dx) + float64(dy*dy))
	w := windowOf(c)
	part = max(part, f.least()/w.Height)
	pulled := func(part float64) imaging.Crop {
		return imaging.Crop{X: stays[0] + float64(float64(part*dx)/2/across), Y: stays[1] + float64(float64(part*dy)/2/down), Height: w.Height * part, Degrees: w.Degrees}
	}
	return f.within(pulled(mostOf(part, func(part float64) bool { return !pulled(part).Beyond(f.Width, f.Height, f.Proportion).Any() })))
}

// mostOf is the largest part, up to the wanted one, that fits.
func mostOf(wanted float64, fits func(part float64) bool) float64 {
	if fits(wanted) {
		return wanted
	}
	low, high := 0.0, wanted
	for range 20 {
		if middle := (low + high) / 2; fits(middle) {
			low = middle
		} else {
			high = middle
		}
	}
	return low
}

// Corners are those of a crop in shares of the picture, across and down, from the upper left one
// clockwise.
func (f Frame) Corners(c data.Crop) [4][2]float64 { return Corners(c, f.Width, f.Height) }

// Corners are those of a crop in shares of a picture of so many pixels.
func Corners(c data.Crop, width, height int) (corners [4][2]float64) {
	for i, p := range windowOf(c).Corners(width, height, proportionOf(c, width, height)) {
		corners[i] = [2]float64{p.X, p.Y}
	}
	return corners
}

// Through is what a file shows through a crop, in so many rows of pixels.
func (f Frame) Through(file *imaging.File, c data.Crop, rows int) image.Image {
	return file.Through(windowOf(c), f.Proportion, rows)
}

// proportionOf is the width of a crop by its height, in pixels of the picture.
func proportionOf(c data.Crop, width, height int) float64 {
	return (c.Right - c.Left) * float64(width) / (float64(c.Bottom-c.Top) * float64(height))
}

// Reaches says over which edges of a picture of so many pixels a crop reaches.
func Reaches(c data.Crop, width, height int) Sides {
	return windowOf(c).Beyond(width, height, proportionOf(c, width, height))
}
