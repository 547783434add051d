package registry

import (
	"bytes"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"sync"

	"graduand/data"
)

// The fence before a picture: bytes, pixels of a side, and pixels in all.
const (
	MaximumAttachment = 25 << 20
	maximumSide       = 12_000
	maximumJPEG       = 50_000_000
	maximumPNG        = 25_000_000
)

// unpacking lets one picture at a time be unpacked: a large one takes 200 MB.
var unpacking sync.Mutex

// DecodePicture unpacks a photo or scan, JPEG or PNG, that is within the limits of bytes and
// pixels; a refusal has a code "attachment.…". What ends in the middle is refused too.
func DecodePicture(content []byte) (image.Image, error) {
	if len(content) > MaximumAttachment {
		return nil, data.Fail("attachment.too_large", data.Args{"limit": MaximumAttachment >> 20})
	}
	sizeOf, unpack, limit := jpeg.DecodeConfig, jpeg.Decode, maximumJPEG
	switch http.DetectContentType(content) {
	case "image/jpeg":
	case "image/png":
		sizeOf, unpack, limit = png.DecodeConfig, png.Decode, maximumPNG
	default:
		return nil, data.Fail("attachment.no_picture", nil)
	}
	size, err := sizeOf(bytes.NewReader(content))
	if err != nil {
		return nil, data.FailWith(err, "attachment.damaged", nil)
	}
	if size.Width > maximumSide || size.Height > maximumSide || size.Width*size.Height > limit {
		return nil, data.Fail("attachment.too_many_pixels", data.Args{"width": size.Width, "height": size.Height})
	}
	unpacking.Lock()
	defer unpacking.Unlock()
	whole, err := unpack(bytes.NewReader(content))
	if err != nil {
		return nil, data.FailWith(err, "attachment.damaged", nil)
	}
	return whole, nil
}
