package pixels

import (
	"image"
	"image/color"
)

// meanPlanes makes a part of a photo small straight from its planes of lightness and tint: the
// mean of the colours is the colour of the means.
func meanPlanes(small *image.NRGBA, whole *image.YCbCr, r image.Rectangle) {
	w, h := small.Rect.Dx(), small.Rect.Dy()
	across, down := tintSteps(whole.SubsampleRatio)
	light, blue, red := newMeans(r, w, 1), newMeans(r, w, across), newMeans(r, w, across)
	for y := range h {
		top, bottom := r.Min.Y+y*r.Dy()/h, r.Min.Y+(y+1)*r.Dy()/h
		for row := top; row < bottom; row++ {
			at := whole.YOffset(r.Min.X, row)
			light.add(whole.Y[at : at+r.Dx()])
			if row == top || row%down == 0 {
				from, to := whole.COffset(r.Min.X, row), whole.COffset(r.Max.X-1, row)+1
				blue.add(whole.Cb[from:to])
				red.add(whole.Cr[from:to])
			}
		}
		pixels := small.Pix[y*small.Stride:]
		for x := range w {
			q := pixels[4*x : 4*x+4]
			q[0], q[1], q[2] = color.YCbCrToRGB(light.take(x), blue.take(x), red.take(x))
			q[3] = 255
		}
	}
}

// tintSteps are the pixels across and down that share one tint.
func tintSteps(ratio image.YCbCrSubsampleRatio) (across, down int) {
	switch ratio {
	case image.YCbCrSubsampleRatio422:
		return 2, 1
	case image.YCbCrSubsampleRatio420:
		return 2, 2
	case image.YCbCrSubsampleRatio440:
		return 1, 2
	case image.YCbCrSubsampleRatio411:
		return 4, 1
	case image.YCbCrSubsampleRatio410:
		return 4, 2
	}
	return 1, 1
}

// means are those of a row of rectangles, as they are being reckoned.
type means struct {
	// begins and ends are the samples of each one; a sample that lies in two counts in both.
	begins, ends []int
	sums         []int
	rows         int
}

// newMeans are those of so many rectangles of a part of a picture whose samples stand for so
// many pixels each.
func newMeans(r image.Rectangle, width, step int) *means {
	m := &means{make([]int, width), make([]int, width), make([]int, width), 0}
	first := r.Min.X / step
	for x := range width {
		m.begins[x] = (r.Min.X+x*r.Dx()/width)/step - first
		m.ends[x] = (r.Min.X+(x+1)*r.Dx()/width-1)/step - first + 1
	}
	return m
}

// add adds a row of samples.
func (m *means) add(row []uint8) {
	m.rows++
	for x, begin := range m.begins {
		sum := 0
		for _, v := range row[begin:m.ends[x]] {
			sum += int(v)
		}
		m.sums[x] += sum
	}
}

// take is the mean of one rectangle; after that of the last one the next row begins.
func (m *means) take(x int) uint8 {
	n := (m.ends[x] - m.begins[x]) * m.rows
	v := uint8((m.sums[x] + n/2) / n)
	m.sums[x] = 0
	if x == len(m.sums)-1 {
		m.rows = 0
	}
	return v
}
