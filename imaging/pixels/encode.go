package pixels

import "image"

// ForEncoder is a picture as image/jpeg reads it fastest: of what lets nothing through both kinds
// have the same octets, and of this one it does not ask for every pixel. The file is the same.
func ForEncoder(p *image.NRGBA) image.Image {
	if !p.Opaque() {
		return p
	}
	return &image.RGBA{Pix: p.Pix, Stride: p.Stride, Rect: p.Rect}
}
