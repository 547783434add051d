package registry

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"net/http"
	"sync"

	"graduand/data"
)

// The fence before a picture: octets of the file, pixels of a side, pixels in all, and what
// unpacking it would cost, which the header tells: a file of 4 MB can ask for 900 MB and
// one of 25 MB for hours.
const (
	MaximumAttachment = 25 << 20
	maximumSide       = 12_000
	maximumJPEG       = 50_000_000
	maximumPNG        = 25_000_000
	// maximumMemory is in octets: beside the 190 MB of the window it stays below 400 MB.
	// An ordinary photo of 50 million pixels takes 150 MB at most.
	maximumMemory = 200_000_000
	// maximumWork is in samples, counted once for each pass over them: 10 s on a slow PC.
	maximumWork = 1_000_000_000
)

// unpacking lets one picture at a time be unpacked: a large one takes 200 MB.
var unpacking sync.Mutex

// pictureFormat is a kind of file that is taken as a photo or scan.
type pictureFormat struct {
	ending string
	limit  int
	header func(content []byte) (pictureHeader, error)
	unpack func(content []byte) (image.Image, error)
}

// pictureHeader is what a file says of itself: its sides in pixels, and what unpacking it
// takes: octets of memory, and samples that are gone over.
type pictureHeader struct{ width, height, memory, work int }

var pictureFormats = map[string]pictureFormat{
	"image/jpeg": {".jpg", maximumJPEG, jpegHeader, func(content []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(content)) }},
	"image/png":  {".png", maximumPNG, pngHeader, func(content []byte) (image.Image, error) { return png.Decode(bytes.NewReader(content)) }},
}

// DecodePicture unpacks a photo or scan, JPEG or PNG, that is within the limits of octets,
// pixels, memory and time; a refusal has a code "attachment.…". What ends in the middle is
// refused too.
func DecodePicture(content []byte) (image.Image, error) {
	format, err := judgePicture(content)
	if err != nil {
		return nil, err
	}
	unpacking.Lock()
	defer unpacking.Unlock()
	whole, err := format.unpack(content)
	if err != nil {
		return nil, data.FailWith(err, "attachment.damaged", nil)
	}
	return whole, nil
}

// PictureEnding is what the name of a file with this content ends with: the content says
// what it is, never who brought it. What is no picture within the limits is refused as by
// [DecodePicture]; it is not unpacked.
func PictureEnding(content []byte) (string, error) {
	format, err := judgePicture(content)
	return format.ending, err
}

func judgePicture(content []byte) (pictureFormat, error) {
	if len(content) > MaximumAttachment {
		return pictureFormat{}, data.Fail("attachment.too_large", data.Args{"limit": MaximumAttachment >> 20})
	}
	format, known := pictureFormats[http.DetectContentType(content)]
	if !known {
		return format, data.Fail("attachment.no_picture", nil)
	}
	h, err := format.header(content)
	size := data.Args{"width": h.width, "height": h.height}
	switch {
	case err != nil:
		return format, data.FailWith(err, "attachment.damaged", nil)
	case h.width > maximumSide || h.height > maximumSide || h.width*h.height > format.limit:
		return format, data.Fail("attachment.too_many_pixels", size)
	case h.memory > maximumMemory || h.work > maximumWork:
		return format, data.Fail("attachment.too_heavy", size)
	}
	return format, nil
}

// pngInterlaced is where a PNG says that it comes in seven passes.
const pngInterlaced = 28

func pngHeader(content []byte) (pictureHeader, error) {
	size, err := png.DecodeConfig(bytes.NewReader(content))
	if err != nil {
		return pictureHeader{}, err
	}
	pixels := size.Width * size.Height
	h := pictureHeader{width: size.Width, height: size.Height, memory: 4 * pixels, work: pixels}
	switch size.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		h.memory *= 2
	}
	if content[pngInterlaced] != 0 {
		h.memory *= 2 // each pass is a picture of its own
	}
	return h, nil
}
