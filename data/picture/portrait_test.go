package picture_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"testing"

	"graduand/data"
	"graduand/data/picture"
)

// photos.md §4.3: the crop is printed; where nobody has chosen one, all of the picture, as large as
// it fits and never another proportion.
func TestPrintsOfAPortrait(t *testing.T) {
	var original bytes.Buffer
	if err := jpeg.Encode(&original, image.NewGray(image.Rect(0, 0, 1600, 1200)), nil); err != nil {
		t.Fatal(err)
	}
	f := picture.FrameOf(builtin(t, "zno-2020"), 1600, 1200)
	whole := f.Largest()
	for name, want := range map[string]struct {
		picture       data.Picture
		width, height float64
	}{
		"whole":   {data.Picture{}, 30, 22.5},
		"turned":  {data.Picture{Turn: 90}, 30, 40},
		"cropped": {data.Picture{Crop: &whole}, 30, 40},
		"typed":   {data.Picture{Crop: &data.Crop{Left: 0.25, Top: 0.1, Right: 0.5, Bottom: 0.9}}, 16.6667, 40},
	} {
		p, err := picture.Print(original.Bytes(), want.picture, 30, 40)
		if err != nil || math.Abs(p.Width-want.width) > 0.01 || math.Abs(p.Height-want.height) > 0.01 {
			t.Errorf("%s: %v × %v mm, %v", name, p.Width, p.Height, err)
			continue
		}
		size, err := jpeg.DecodeConfig(bytes.NewReader(p.JPEG))
		if err != nil || math.Abs(float64(size.Width)/float64(size.Height)-want.width/want.height) > 0.01 || size.Height > 945 {
			t.Errorf("%s: %+v, %v", name, size, err)
		}
	}
	if _, err := picture.Print([]byte("none"), data.Picture{}, 30, 40); err == nil {
		t.Error("what is no picture is printed")
	}
}
