package drawing

import (
	"math"

	"graduand/imaging/pixels"
)

// Random is a row of numbers that look like chance and follow from a seed (xorshift64*).
type Random uint64

// Seeded begins a row.
func Seeded(seed int) *Random {
	r := Random(uint64(seed)*0x9E3779B97F4A7C15 + 0x1234567)
	for range 4 {
		r.next()
	}
	return &r
}

func (r *Random) next() uint64 {
	*r ^= *r >> 12
	*r ^= *r << 25
	*r ^= *r >> 27
	return uint64(*r) * 2685821657736338717
}

// Below is a whole number from 0 to n−1.
func (r *Random) Below(n int) int { return int(r.next() >> 33 % uint64(n)) }

// Between is a number between two.
func (r *Random) Between(a, b float64) float64 {
	return a + float64((b-a)*float64(r.next()>>11)/(1<<53))
}

// Normal is a number about 0 with a deviation of 1 (the sum of twelve).
func (r *Random) Normal() float64 {
	sum := -6.0
	for range 12 {
		sum += r.Between(0, 1)
	}
	return sum
}

// Blur puts a picture out of focus: sigma in pixels, as three boxes.
func Blur(g *pixels.Gray, sigma float64) {
	if sigma <= 0.05 {
		return
	}
	// Three boxes whose outer pixels count in part have the variance of the bell.
	half := (math.Sqrt(1+float64(4*sigma*sigma)) - 1) / 2
	for range 3 {
		blurRows(g.Pixels, g.Width, g.Height, 1, g.Width, half)
		blurRows(g.Pixels, g.Height, g.Width, g.Width, 1, half)
	}
}

func blurRows(p []uint8, n, rows, step, stride int, half float64) {
	whole := int(half)
	part := half - float64(whole)
	weight := 1 / (float64(2*half) + 1)
	line := make([]float64, n)
	for r := range rows {
		at := r * stride
		for i := range n {
			line[i] = float64(p[at+i*step])
		}
		for i := range n {
			sum := 0.0
			for k := -whole; k <= whole; k++ {
				sum += line[clamp(i+k, n)]
			}
			sum += float64(part * (line[clamp(i-whole-1, n)] + line[clamp(i+whole+1, n)]))
			p[at+i*step] = uint8(math.Round(sum * weight))
		}
	}
}

func clamp(i, n int) int { return min(max(i, 0), n-1) }

// Noise adds grain with a deviation of sigma levels.
func Noise(g *pixels.Gray, sigma float64, r *Random) {
	if sigma == 0 {
		return
	}
	for i, v := range g.Pixels {
		g.Pixels[i] = level(float64(v) + float64(sigma*r.Normal()))
	}
}

func level(v float64) uint8 { return uint8(math.Round(min(max(v, 0), 255))) }
