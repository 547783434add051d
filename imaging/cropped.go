package imaging

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"slices"

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

// PrintDots are the dots to the inch at which crops are written, the finest first: the
// coarser one where the picture has not pixels enough for the other.
var PrintDots = []int{600, 300}

// inch in millimetres.
const inch = 25.4

// Cut is the crop as a picture to print, this many millimetres wide and high, at the finest of
// [PrintDots] for which the original has the pixels; at the coarsest, and smaller than that,
// where it has too few: nothing is made larger. The dots are those to the inch.
func (f *File) Cut(c Crop, widthMM, heightMM float64) (print *image.NRGBA, dots int) {
	width, height := f.Size()
	window := c.window(width, height, widthMM/heightMM)
	for _, dots = range PrintDots {
		if w, h := size(widthMM, dots), size(heightMM, dots); window.Height >= float64(h) {
			return f.Window(window, w, h), dots
		}
	}
	h := max(1, int(window.Height))
	return f.Window(window, max(1, int(window.Width)), h), max(1, int(float64(h)*inch/heightMM))
}

// LeastRows is how many rows of pixels a print of this height has at the coarsest of
// [PrintDots].
func LeastRows(heightMM float64) int { return size(heightMM, PrintDots[len(PrintDots)-1]) }

func size(mm float64, dots int) int { return int(float64(mm/inch*float64(dots)) + 0.5) }

// printQuality is that of image/jpeg for a crop, of 100: of sharp studio photos at 600 dots a file has
// some 100 kB, and 500 cards with them less than 60 MB; by 95 they had 71.
const printQuality = 90

// CutFile is the crop as a file of JPEG that says its dots to the inch. Of what the original
// said of itself it keeps the profile of its colours alone.
func (f *File) CutFile(c Crop, widthMM, heightMM float64) ([]byte, error) {
	picture, dots := f.Cut(c, widthMM, heightMM)
	return f.jpegOf(picture, dots, printQuality)
}

// The dots to the inch at which copies of documents are written, and the quality of their files:
// what photocopiers see. A copy of a whole class takes some megabytes.
const copyDots, copyQuality = 300, 88

// CopyFile is a document as a file of JPEG, as [File.CutFile] makes them, this many millimetres
// wide and high: one that was photographed aslant has the proportion of the document again.
// Nothing is made larger than the original has pixels.
func (f *File) CopyFile(l Lying, widthMM, heightMM float64) ([]byte, error) {
	width, height := f.Size()
	window := l.window(width, height, l.Proportion)
	w, h := size(widthMM, copyDots), size(heightMM, copyDots)
	if part := max(window.Width/float64(w), window.Height/float64(h)); part < 1 {
		w, h = max(1, int(float64(w)*part)), max(1, int(float64(h)*part))
	}
	return f.jpegOf(f.Window(window, w, h), max(1, int(float64(w)*inch/widthMM)), copyQuality)
}

func (f *File) jpegOf(picture *image.NRGBA, dots, quality int) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, pixels.ForEncoder(picture), &jpeg.Options{Quality: quality}); err != nil {
		return nil, fmt.Errorf("write crop: %w", err)
	}
	plain := b.Bytes()
	const begin = 2
	return slices.Concat(plain[:begin], jfif(dots), f.colours, plain[begin:]), nil
}

// jfif is the segment that says the dots to the inch (ITU-T T.871 §10.1).
func jfif(dots int) []byte {
	s := append([]byte{jpegFill, 0xe0, 0, 16}, "JFIF\x00\x01\x02\x01"...)
	s = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(s, uint16(dots)), uint16(dots))
	return append(s, 0, 0)
}

// jpegColours are the segments of a JPEG with the profile of its colours (ICC.1, annex B.4).
func jpegColours(content []byte) (segments []byte) {
	for at := 2; ; {
		marker, body, next := jpegSegment(content, at)
		if marker == jpegEOI || marker == jpegSOS {
			return segments
		}
		if marker == jpegAPP2 && bytes.HasPrefix(body, []byte("ICC_PROFILE\x00")) && next-len(body)-4 >= 0 {
			segments = append(segments, content[next-len(body)-4:next]...)
		}
		at = next
	}
}
