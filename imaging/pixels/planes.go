package pixels

import (
	"image"
	"image/color"
)

// meanPlanes makes each square of times × times pixels of a part of a photo one, straight from
// its planes of lightness and tint: the mean of the colours is the colour of the means.
func meanPlanes(small *image.NRGBA, whole *image.YCbCr, r image.Rectangle, times int) {
	w := small.Rect.Dx()
	light, blue, red := make(means, w), make(means, w), make(means, w)
	across, down := tintSteps(whole.SubsampleRatio)
	for y := range small.Rect.Dy() {
		top, bottom := r.Min.Y+y*times, min(r.Max.Y, r.Min.Y+(y+1)*times)
		for row := top; row < bottom; row++ {
			at := whole.YOffset(r.Min.X, row)
			light.add(whole.Y[at:at+r.Dx()], times, 0, 1)
			if row == top || row%down == 0 {
				from, to := whole.COffset(r.Min.X, row), whole.COffset(r.Max.X-1, row)+1
				blue.add(whole.Cb[from:to], times, r.Min.X%across, across)
				red.add(whole.Cr[from:to], times, r.Min.X%across, across)
			}
		}
		pixels := small.Pix[y*small.Stride:]
		for x := range w {
			q := pixels[4*x : 4*x+4]
			q[0], q[1], q[2] = color.YCbCrToRGB(light[x].take(), blue[x].take(), red[x].take())
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

// mean is one that is being reckoned.
type mean struct{ sum, n int }

// take is the mean, from which the next one begins.
func (m *mean) take() uint8 {
	v := uint8((m.sum + m.n/2) / m.n)
	*m = mean{}
	return v
}

// means are those of a row of squares.
type means []mean

// add adds a row of samples to squares of so many pixels: each sample stands for step pixels,
// of the first one so many lie before the row.
func (all means) add(row []uint8, times, before, step int) {
	for x := range all {
		// The samples that have a pixel in this square; one that has some in two counts in both.
		from, to := (x*times+before)/step, min(len(row), ((x+1)*times+before+step-1)/step)
		sum := 0
		for _, v := range row[from:to] {
			sum += int(v)
		}
		all[x].sum += sum
		all[x].n += to - from
	}
}
