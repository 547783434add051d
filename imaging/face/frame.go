package face

import (
	"math"

	"graduand/imaging/pixels"
)

// Box is a rectangle in shares of the upright picture's width and height, from its upper left
// corner.
type Box struct{ Left, Top, Right, Bottom float64 }

// Geometry is where the parts of a portrait lie, for guides and for the crop: points in shares
// of the upright picture's width and height from its upper left corner, left and right as the
// picture shows them.
type Geometry struct {
	// Faces are the squares of all faces, the one that is judged first, and Quality how sure
	// that one is.
	Faces   []Box
	Quality float64
	// LeftPupil and RightPupil are the pupils, Eyes their distance in pixels of the picture.
	LeftPupil, RightPupil Point
	Eyes                  float64
	// Roll is by how many degrees the line of the eyes falls to the right.
	Roll                              float64
	LeftMouth, RightMouth, Nose, Chin Point
	// HairTop is where the hair ends above the middle of the face. Where it was not found,
	// the background being too unquiet or the head cut off, HairFound is false and HairTop lies
	// at the upper edge.
	HairTop   Point
	HairFound bool
}

// Point is a place: in pixels, or in the unit of a [Frame], as is said where it is used.
type Point struct{ X, Y float64 }

// Frame are the coordinates of a face: from midway between the pupils, the first one along the
// line of the eyes to the right of the picture, the second one towards the chin. Their unit is
// the distance of the eyes.
type Frame struct {
	// Middle is midway between the pupils, Eyes their distance, in pixels.
	Middle Point
	Eyes   float64
	// along is the direction of the line of the eyes.
	along Point
}

// frameOf is that of a face with these pupils, in pixels.
func frameOf(left, right Point) Frame {
	dx, dy := right.X-left.X, right.Y-left.Y
	eyes := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	return Frame{Point{(left.X + right.X) / 2, (left.Y + right.Y) / 2}, eyes, Point{dx / eyes, dy / eyes}}
}

// At is the pixel of a place in the frame.
func (f Frame) At(x, y float64) Point {
	dx := float64(x*f.along.X) - float64(y*f.along.Y)
	dy := float64(x*f.along.Y) + float64(y*f.along.X)
	return Point{f.Middle.X + float64(f.Eyes*dx), f.Middle.Y + float64(f.Eyes*dy)}
}

// Of is the place of a pixel in the frame.
func (f Frame) Of(p Point) Point {
	dx, dy := p.X-f.Middle.X, p.Y-f.Middle.Y
	return Point{(float64(dx*f.along.X) + float64(dy*f.along.Y)) / f.Eyes, (float64(dy*f.along.X) - float64(dx*f.along.Y)) / f.Eyes}
}

// Roll is by how many degrees the line of the eyes falls to the right of the picture.
func (f Frame) Roll() float64 { return math.Atan2(f.along.Y, f.along.X) * 180 / math.Pi }

// Enlarged is the frame of the same face in a picture whose lengths are so many times as long.
func (f Frame) Enlarged(times float64) Frame {
	f.Middle = Point{float64((f.Middle.X+0.5)*times) - 0.5, float64((f.Middle.Y+0.5)*times) - 0.5}
	f.Eyes *= times
	return f
}

// Landmarks are the parts of a face.
type Landmarks struct {
	Frame
	// Spread is how unsure the pupils are: how far searches from several places end from each
	// other, in shares of the window.
	Spread float64
	// Left and Right are the corners of the mouth, Nose is its middle, in the frame.
	Left, Right, Nose Point
}

// How often a point is sought, each time from a little beside.
const (
	pupilWalks = 63
	otherWalks = 31
)

// leastEyes is the least distance of the eyes, as a share of the face, at which what was
// found can be two pupils.
const leastEyes = 0.1

// Locate finds the parts of a face; found is false where there are no two pupils in it.
func Locate(g *pixels.Gray, f Face) (l Landmarks, found bool) {
	window := float32(f.Size * 0.25)
	y := float32(f.Y - float64(0.075*f.Size))
	left, one := pupils().find(g, guess{float32(f.X - float64(0.175*f.Size)), y, window}, false, pupilWalks)
	right, two := pupils().find(g, guess{float32(f.X + float64(0.185*f.Size)), y, window}, false, pupilWalks)
	if right.X-left.X < leastEyes*f.Size {
		return l, false
	}
	l = Landmarks{Frame: frameOf(left, right), Spread: max(one, two)}
	l.Left, l.Right = l.pair(g, mouths())
	a, b := l.pair(g, noses())
	l.Nose = Point{(a.X + b.X) / 2, (a.Y + b.Y) / 2}
	return l, true
}

// pair is a point and its twin of the other half of the face, in the frame.
func (l Landmarks) pair(g *pixels.Gray, model *locator) (left, right Point) {
	from := guess{float32(l.Middle.X + float64(0.15*l.Eyes)), float32(l.Middle.Y + float64(0.25*l.Eyes)), float32(3 * l.Eyes)}
	a, _ := model.find(g, from, false, otherWalks)
	b, _ := model.find(g, from, true, otherWalks)
	return l.Of(a), l.Of(b)
}

// Mouth is midway between the corners of the mouth, in the frame.
func (l Landmarks) Mouth() Point {
	return Point{float64((l.Left.X + l.Right.X) / 2), float64((l.Left.Y + l.Right.Y) / 2)}
}

// The chin lies so many times as far from the eyes as the mouth does, on 102 faces with a
// deviation of 0.07 distances of the eyes; no face has it nearer or farther than this.
const (
	chinTimes                 = 1.77
	nearestChin, farthestChin = 1.54, 2.44
)

// Chin is how far the chin lies from the eyes, in the frame.
func (l Landmarks) Chin() float64 {
	return min(max(chinTimes*l.Mouth().Y, nearestChin), farthestChin)
}
