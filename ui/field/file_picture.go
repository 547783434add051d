package field

import (
	"bytes"
	"image"

	"golang.org/x/image/draw"

	"graduand/data/registrar"
)

// FilePicture is an attached photo or scan as the window shows it.
type FilePicture struct {
	// Picture is scaled down; width and height are those of the original, in pixels.
	Picture       image.Image
	width, height int
	// bytes is the size of the original file, ending what its name ends with.
	bytes  int
	ending string
}

// pictureOf unpacks a photo or scan and scales it down, so that no side is longer than
// so many pixels. It works in memory alone and is called off the window's goroutine.
func pictureOf(content []byte, side int) (FilePicture, error) {
	p := FilePicture{bytes: len(content), ending: ".jpg"}
	if bytes.HasPrefix(content, []byte("\x89PNG")) {
		p.ending = ".png"
	}
	whole, err := registrar.DecodePicture(content)
	if err != nil {
		return p, err
	}
	p.width, p.height = whole.Bounds().Dx(), whole.Bounds().Dy()
	p.Picture = scaledDown(whole, side)
	return p, nil
}

// scaledDown is a picture none of whose sides is longer than so many pixels.
func scaledDown(whole image.Image, side int) image.Image {
	from := whole.Bounds()
	longer := max(from.Dx(), from.Dy())
	if longer <= side {
		return whole
	}
	small := image.NewRGBA(image.Rect(0, 0, max(from.Dx()*side/longer, 1), max(from.Dy()*side/longer, 1)))
	draw.BiLinear.Scale(small, small.Bounds(), whole, from, draw.Src, nil)
	return small
}
