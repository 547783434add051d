package drawing

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math"

	"graduand/imaging/pixels"
)

// Scene is how a document lies before the camera and what the camera makes of it.
type Scene struct {
	// Width and Height are those of the picture in pixels; Share is what the document takes
	// of its width.
	Width, Height int
	Share         float64
	// Tilt turns the document, in degrees clockwise; Lean makes its far side shorter, in
	// shares.
	Tilt, Lean float64
	// Blur is in pixels of the picture, Noise in levels, Quality that of the JPEG, 0 for none.
	Blur, Noise float64
	Quality     int
	// Glare is how much of the zone's width a bright spot covers.
	Glare float64
	// Waves is how many fine lines the ground has.
	Waves int
	// Size makes the signs larger or smaller than the face has them for its pitch.
	Size float64
	// Text stands above the zone; nil for something that many documents say.
	Text []string
	Seed int
}

// The sides of a card and of a page of a passport in tenths of a millimetre (ISO/IEC 7810,
// ID-1 and ID-3), and how many pixels a tenth takes where they are drawn flat.
const (
	cardWide, cardHigh = 856, 540
	pageWide, pageHigh = 1250, 880
	dense              = 2
	// apart is the distance of signs (ICAO 9303-3 §4.2), lines that of lines.
	apart, lines = 25.4, 42.3
)

// Draw draws a document with a zone, in a face.
func (s Scene) Draw(face *Face, zone []string) *image.Gray {
	r := Seeded(s.Seed)
	flat := s.document(face, zone, r)
	picture := s.laid(flat, r)
	Blur(picture, s.Blur)
	Noise(picture, s.Noise, r)
	gray := &image.Gray{Pix: picture.Pixels, Stride: picture.Width, Rect: image.Rect(0, 0, picture.Width, picture.Height)}
	if s.Quality == 0 {
		return gray
	}
	return squeezed(gray, s.Quality)
}

// squeezed is what a grey picture is after it was kept as JPEG.
func squeezed(m *image.Gray, quality int) *image.Gray {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		panic(err) // into memory
	}
	kept, err := jpeg.Decode(&b)
	if err != nil {
		panic(err)
	}
	return kept.(*image.Gray)
}

// document draws the document flat: other text above, the zone near its lower edge.
func (s Scene) document(face *Face, zone []string, r *Random) *image.Gray {
	wide, high := cardWide*dense, cardHigh*dense
	if len(zone) == 2 {
		wide, high = pageWide*dense, pageHigh*dense
	}
	m := image.NewGray(image.Rect(0, 0, wide, high))
	draw.Draw(m, m.Rect, image.NewUniform(color.Gray{uint8(r.Between(190, 235))}), image.Point{}, draw.Src)
	s.waves(m, r)
	text := s.Text
	if text == nil {
		text = []string{"PLACE OF BIRTH", "AUTHORITY 000123", "01.09.2020 SPECIMEN", "NOTHING OF THIS IS TRUE"}
	}
	for i, text := range text {
		face.Write(m, text, float64(wide)*0.35, float64(70+40*i)*dense, 16*dense, 1, color.Gray{40})
	}
	if len(zone) == 0 {
		return m
	}
	left := (float64(wide) - float64(apart*dense*float64(len(zone[0])))) / 2
	size := s.Size
	if size == 0 {
		size = 1
	}
	for i, line := range zone {
		y := float64(high) - float64(dense*(45+float64(lines*float64(len(zone)-1-i))))
		face.Write(m, line, left, y, apart*dense, size, color.Gray{uint8(r.Between(15, 60))})
	}
	s.glare(m, left, float64(high)-dense*(45+lines), r)
	return m
}

func (s Scene) waves(m *image.Gray, r *Random) {
	for range s.Waves {
		high, length, phase, at := r.Between(10, 90), r.Between(20, 200), r.Between(0, 6), r.Between(0, float64(m.Rect.Dy()))
		shade := uint8(r.Between(120, 190))
		for x := range m.Rect.Dx() {
			y := int(at + float64(high*sine(float64(x)/length+phase)))
			m.SetGray(x, y, color.Gray{shade})
			m.SetGray(x, y+1, color.Gray{shade})
		}
	}
}

// glare burns a round spot into the zone.
func (s Scene) glare(m *image.Gray, left, y float64, r *Random) {
	if s.Glare == 0 {
		return
	}
	wide := float64(m.Rect.Dx()) - float64(2*left)
	x, radius := left+float64(wide*r.Between(0.2, 0.8)), wide*s.Glare/2
	for py := range m.Rect.Dy() {
		for px := range m.Rect.Dx() {
			dx, dy := float64(px)-x, float64(py)-y
			d := math.Sqrt(float64(dx*dx)+float64(dy*dy)) / radius
			if d < 1.5 {
				v := float64(m.GrayAt(px, py).Y)
				m.SetGray(px, py, color.Gray{level(v + float64(255*min(1, 3*(1.5-d))))})
			}
		}
	}
}

// laid lays the flat document into the picture, upon a table.
func (s Scene) laid(flat *image.Gray, r *Random) *pixels.Gray {
	g := &pixels.Gray{Width: s.Width, Height: s.Height, Pixels: make([]uint8, s.Width*s.Height)}
	table, grain := r.Between(40, 120), r.Between(5, 60)
	wide, high := float64(flat.Rect.Dx()), float64(flat.Rect.Dy())
	scale := s.Share * float64(s.Width) / wide
	sin, cos := sine(s.Tilt*math.Pi/180), cosine(s.Tilt*math.Pi/180)
	middleX, middleY := float64(float64(s.Width)/2), float64(float64(s.Height)/2)
	for y := range s.Height {
		for x := range s.Width {
			dx, dy := float64(x)-middleX, float64(y)-middleY
			u, v := (float64(dx*cos)+float64(dy*sin))/scale, (float64(dy*cos)-float64(dx*sin))/scale
			w := 1 + float64(s.Lean*v/high)
			u, v = float64(u*w)+float64(wide/2), float64(v*w)+float64(high/2)
			shade := &g.Pixels[y*s.Width+x]
			if u >= 0 && v >= 0 && u < wide && v < high {
				*shade = level(mean(flat, u, v, w/scale))
			} else {
				*shade = level(table + float64(grain*sine(float64(y)/9+float64(3*sine(float64(x)/200)))))
			}
		}
	}
	return g
}

// mean is the lightness of a square of the flat document about a place.
func mean(m *image.Gray, u, v, side float64) float64 {
	n := max(1, int(math.Ceil(side*1.5)))
	sum := 0
	for j := range n {
		line := m.Pix[clamp(int(part(v, side, j, n)), m.Rect.Dy())*m.Stride:]
		for i := range n {
			sum += int(line[clamp(int(part(u, side, i, n)), m.Rect.Dx())])
		}
	}
	return float64(sum) / float64(n*n)
}

// part is the middle of one of n parts of a side about a place.
func part(about, side float64, i, n int) float64 {
	return about + float64(side*((float64(i)+0.5)/float64(n)-0.5))
}
