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

// scaledDown is a picture none of whose sides is longer than so many pixels. It is halved
// until that is so: the scalers that need one step keep 32 octets for each row and column,
// 390 MB for a photo of 48 megapixels.
func scaledDown(whole image.Image, side int) image.Image {
	width, height := whole.Bounds().Dx(), whole.Bounds().Dy()
	longer := max(width, height)
	for now := longer; now > side; {
		now = max((now+1)/2, side)
		half := image.NewRGBA(image.Rect(0, 0, max(width*now/longer, 1), max(height*now/longer, 1)))
		draw.ApproxBiLinear.Scale(half, half.Bounds(), whole, whole.Bounds(), draw.Src, nil)
		whole = half
	}
	return whole
}
