package imaging

import (
	"image"
	"math"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// portrait is a photo of a person as the rules of a face see it.
type portrait struct {
	profile *Profile
	// width and height are those of the picture, times by what lengths of the small copy are
	// multiplied to be its.
	width, height int
	times         float64
	gray          *pixels.Gray
	faces         []face.Face
	// marks are the parts of the surest face, found that there is one whose pupils are seen.
	marks face.Landmarks
	found bool
	// back is what lies behind it, nil where the head fills the picture; hair is the row of
	// the small copy where the hair ends.
	back      *backdrop
	hair      int
	hairFound bool
	// close is the face upright.
	close *face.Upright
	// measured is all that was measured.
	measured []Measured
}

// leastSides is how many pixels the shorter side must have for a face to be seen.
const leastSides = 60

// newPortrait looks at a picture: once at the whole in small, once at the face.
func newPortrait(picture *pixels.Picture, p *Profile) *portrait {
	o := &portrait{profile: p}
	o.width, o.height = picture.Size()
	small, times := picture.Shrunk(face.Long)
	o.times, o.gray = times, pixels.ToGray(small)
	if min(o.width, o.height) < leastSides {
		return o
	}
	o.faces = face.Faces(o.gray)
	if len(o.faces) == 0 {
		return o
	}
	o.marks, o.found = face.Locate(o.gray, o.faces[0])
	if o.found {
		o.lookBehind(small)
		o.close = face.Straighten(picture, o.marks.Enlarged(times))
		o.found = o.close != nil
	}
	return o
}

func (o *portrait) lookBehind(small *image.NRGBA) {
	o.back = newBackdrop(pixels.ToColours(small), o.marks.Frame, o.marks.Chin())
	if o.back != nil {
		o.hair, o.hairFound = o.back.hairTop()
	}
}

// quality is how sure the face of so many is.
func (o *portrait) quality(i int) float64 {
	if i >= len(o.faces) {
		return 0
	}
	return o.faces[i].Quality
}

// judge holds a measure of the picture against its bounds, and shows the places where it is
// beyond them.
func (o *portrait) judge(m Measure, value float64, areas ...Area) Finding {
	f := o.profile.judge(m, value)
	if !math.IsNaN(value) {
		o.measured = append(o.measured, Measured{m, f.Measured})
	}
	if f.Verdict == Warn || f.Verdict == Block {
		f.Areas = areas
	}
	return f
}

// share is a pixel of the small copy in shares of the picture.
func (o *portrait) share(p face.Point) face.Point {
	return face.Point{X: (p.X + 0.5) / float64(o.gray.Width), Y: (p.Y + 0.5) / float64(o.gray.Height)}
}

// part is the rectangle around a part of the face, which is given in its frame.
func (o *portrait) part(left, top, right, bottom float64) Area {
	a := Area{1, 1, 0, 0}
	for _, x := range []float64{left, right} {
		for _, y := range []float64{top, bottom} {
			p := o.share(o.marks.At(x, y))
			a.Left, a.Right = min(a.Left, p.X), max(a.Right, p.X)
			a.Top, a.Bottom = min(a.Top, p.Y), max(a.Bottom, p.Y)
		}
	}
	return Area{max(a.Left, 0), max(a.Top, 0), min(a.Right, 1), min(a.Bottom, 1)}
}

// whole is the face from the brow to the chin; eyes are both eyes; mouth is the mouth.
func (o *portrait) wholeFace() Area { return o.part(-0.9, -0.6, 0.9, o.marks.Chin()) }
func (o *portrait) bothEyes() Area  { return o.part(-0.85, -0.35, 0.85, 0.35) }
func (o *portrait) mouth() Area {
	y := o.marks.Mouth().Y
	return o.part(-0.5, y-0.25, 0.5, y+0.3)
}

// square is a face as it was found.
func (o *portrait) square(f face.Face) face.Box {
	half := float64(f.Size / 2)
	upper := o.share(face.Point{X: f.X - half, Y: f.Y - half})
	lower := o.share(face.Point{X: f.X + half, Y: f.Y + half})
	return face.Box{Left: max(upper.X, 0), Top: max(upper.Y, 0), Right: min(lower.X, 1), Bottom: min(lower.Y, 1)}
}

// headHeight is that of the head in pixels of the small copy, from the hair to the chin; where
// the hair is not seen to end, it is at least that.
func (o *portrait) headHeight() float64 {
	return o.marks.Middle.Y + float64(o.marks.Chin()*o.marks.Eyes) - float64(o.hair)
}

// geometry is nil where there is no face.
func (o *portrait) geometry() *face.Geometry {
	if !o.found {
		return nil
	}
	g := &face.Geometry{Quality: o.quality(0), Eyes: o.marks.Eyes * o.times, Roll: o.marks.Roll(), HairFound: o.hairFound}
	for _, f := range o.faces {
		g.Faces = append(g.Faces, o.square(f))
	}
	at := func(p face.Point) face.Point { return o.share(o.marks.At(p.X, p.Y)) }
	g.LeftPupil, g.RightPupil = at(face.Point{X: -0.5}), at(face.Point{X: 0.5})
	g.LeftMouth, g.RightMouth, g.Nose = at(o.marks.Left), at(o.marks.Right), at(o.marks.Nose)
	g.Chin = at(face.Point{Y: o.marks.Chin()})
	g.HairTop = face.Point{X: g.Chin.X, Y: float64(o.hair) / float64(o.gray.Height)}
	return g
}
