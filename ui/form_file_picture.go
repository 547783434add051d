package ui

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"sync"

	"golang.org/x/image/draw"

	"graduand/data"
)

// filePicture is an attached photo or scan as the window shows it.
type filePicture struct {
	// picture is scaled down; width and height are those of the original, in pixels.
	picture       image.Image
	width, height int
	// bytes is the size of the original file, ending what its name ends with.
	bytes  int
	ending string
}

// decodable is how many pixels are unpacked at most: what the registry takes.
const decodable = 50_000_000

// decoding lets one picture at a time be unpacked: a large one takes 200 MB.
var decoding sync.Mutex

// pictureOf unpacks a photo or scan and scales it down, so that no side is longer than
// so many pixels. It works in memory alone and is called off the window's goroutine.
func pictureOf(content []byte, side int) (filePicture, error) {
	decoding.Lock()
	defer decoding.Unlock()
	p := filePicture{bytes: len(content), ending: ".jpg"}
	size, unpack := jpeg.DecodeConfig, jpeg.Decode
	if bytes.HasPrefix(content, []byte("\x89PNG")) {
		p.ending, size, unpack = ".png", png.DecodeConfig, png.Decode
	}
	config, err := size(bytes.NewReader(content))
	if err != nil {
		return p, data.FailWith(err, "attachment.damaged", nil)
	}
	p.width, p.height = config.Width, config.Height
	if p.width*p.height > decodable {
		return p, data.Fail("attachment.too_many_pixels", data.Args{"width": p.width, "height": p.height})
	}
	whole, err := unpack(bytes.NewReader(content))
	if err != nil {
		return p, data.FailWith(err, "attachment.damaged", nil)
	}
	p.picture = scaledDown(whole, side)
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
