package pixels

import (
	"image"

	"github.com/disintegration/imaging"
)

// Turn is how a stored picture is to be shown, as Exif 2.32 §4.6.4 numbers it: 1 as it is, 2
// mirrored, 3 upside down, 4 both, 5 to 8 the same of a picture whose rows are columns. Any
// other number is 1.
type Turn int

// swaps reports that rows become columns.
func (t Turn) swaps() bool { return t >= 5 && t <= 8 }

// right is what each turn becomes when the picture that it shows is turned clockwise by 90°.
var right = [9]Turn{6, 6, 7, 8, 5, 2, 3, 4, 1}

// Turned is the same picture turned clockwise by so many quarters of a whole turn.
func (p *Picture) Turned(quarters int) *Picture {
	turned := *p
	for range quarters {
		turned.turn = right[max(0, min(turned.turn, 8))]
	}
	return &turned
}

// apply turns a picture.
func (t Turn) apply(p *image.NRGBA) *image.NRGBA {
	switch t {
	case 2:
		return imaging.FlipH(p)
	case 3:
		return imaging.Rotate180(p)
	case 4:
		return imaging.FlipV(p)
	case 5:
		return imaging.Transpose(p)
	case 6:
		return imaging.Rotate270(p)
	case 7:
		return imaging.Transverse(p)
	case 8:
		return imaging.Rotate90(p)
	}
	return p
}

// back is where a part of the upright picture of this width and height is stored.
func (t Turn) back(r image.Rectangle, width, height int) image.Rectangle {
	if t == 2 || t == 3 || t == 6 || t == 7 {
		r.Min.X, r.Max.X = width-r.Max.X, width-r.Min.X
	}
	if t == 3 || t == 4 || t == 7 || t == 8 {
		r.Min.Y, r.Max.Y = height-r.Max.Y, height-r.Min.Y
	}
	if t.swaps() {
		return image.Rect(r.Min.Y, r.Min.X, r.Max.Y, r.Max.X)
	}
	return r
}
