package imaging

import (
	"image"
	"math"

	"graduand/imaging/pixels"
)

// seenThrough is the part of a picture that is seen through a window, at full size: where
// the window stands straight, the very pixels.
func seenThrough(picture *pixels.Picture, w pixels.Window) *pixels.Picture {
	width, height := max(1, int(w.Width+0.5)), max(1, int(w.Height+0.5))
	if w.Degrees == 0 {
		left, top := int(math.Floor(w.X-float64(w.Width/2)+0.5)), int(math.Floor(w.Y-float64(w.Height/2)+0.5))
		if part := picture.Region(image.Rect(left, top, left+width, top+height)); part != nil {
			return pixels.New(part, 1)
		}
	}
	return pixels.New(picture.Window(w, width, height), 1)
}

// through is a place in a window as one of the picture of this width and height: the upright
// rectangle around it.
func (a Area) through(w pixels.Window, width, height int) Area {
	whole := Area{1, 1, 0, 0}
	for _, p := range []pixels.Point{w.At(a.Left, a.Top), w.At(a.Right, a.Top), w.At(a.Right, a.Bottom), w.At(a.Left, a.Bottom)} {
		x, y := p.X/float64(width), p.Y/float64(height)
		whole.Left, whole.Right = min(whole.Left, x), max(whole.Right, x)
		whole.Top, whole.Bottom = min(whole.Top, y), max(whole.Bottom, y)
	}
	return Area{max(whole.Left, 0), max(whole.Top, 0), min(whole.Right, 1), min(whole.Bottom, 1)}
}

// Small is the file with a small picture, of which no side has more than so many pixels: to
// try a crop on.
func (f *File) Small(side int) *File {
	small, _ := f.Shrunk(side)
	return &File{Picture: pixels.New(small, 1), Format: f.Format, About: f.About}
}

// Through is what is seen through a crop of this proportion, width by height, in so many rows
// of pixels: of a small picture soft, but at once.
func (f *File) Through(c Crop, proportion float64, rows int) *image.NRGBA {
	width, height := f.Size()
	return f.Window(c.window(width, height, proportion), max(1, int(float64(float64(rows)*proportion)+0.5)), rows)
}
