package pixels

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"
)

// The file of a picture that is handed to the encoder in the quick way is the very one that it
// writes of the picture itself, also of a part and of what is transparent.
func TestThePictureForTheEncoderIsTheSame(t *testing.T) {
	clear := letter(23, 31)
	clear.SetNRGBA(3, 4, color.NRGBA{200, 100, 50, 128})
	for name, p := range map[string]*image.NRGBA{"opaque": letter(23, 31), "part": letter(40, 40).SubImage(image.Rect(5, 7, 28, 38)).(*image.NRGBA), "transparent": clear} {
		var slow, quick bytes.Buffer
		if err := jpeg.Encode(&slow, p, nil); err != nil {
			t.Fatal(err)
		}
		if err := jpeg.Encode(&quick, ForEncoder(p), nil); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(slow.Bytes(), quick.Bytes()) {
			t.Errorf("%s: another file", name)
		}
	}
}
