package imaging

import (
	"cmp"
	"image"
	"slices"
)

// The parts of a document that are looked at for text: their side in pixels, how far the
// lightest and the darkest of their pixels are apart at least, how many of the strongest
// count, and of how many anything can be said.
const (
	textSide     = 32
	textContrast = 60
	mostTiles    = 60
	fewestTiles  = 8
)

// tile is a part with text: how much neighbours differ in it.
type tile struct {
	at   image.Point
	edge int
}

// sharp is whether the text can be read. Without text nothing can be said.
func (d *document) sharp() Finding {
	tiles := d.tiles()
	if len(tiles) < fewestTiles {
		return Finding{Rule: RuleScanSharp, Verdict: NotJudged, Text: "scan.no_text"}
	}
	blurs := make([]float64, len(tiles))
	for i, t := range tiles {
		blurs[i] = d.blur(t)
	}
	slices.Sort(blurs)
	return d.judge(ScanBlur, blurs[len(blurs)/2], "scan.blurred")
}

// tiles are those with the strongest text, without the outer twelfths.
func (d *document) tiles() (all []tile) {
	w, h := d.gray.Width, d.gray.Height
	for y := max(1, h/12); y+textSide < h*11/12; y += textSide {
		for x := max(1, w/12); x+textSide < w*11/12; x += textSide {
			if t, contrast := d.tile(x, y); contrast > textContrast {
				all = append(all, t)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b tile) int { return cmp.Compare(b.edge, a.edge) })
	return all[:min(mostTiles, len(all))]
}

func (d *document) tile(x, y int) (t tile, contrast int) {
	t.at = image.Pt(x, y)
	low, high := 255, 0
	for j := y; j < y+textSide; j++ {
		row := d.gray.Pixels[j*d.gray.Width:]
		for i := x; i < x+textSide; i++ {
			low, high = min(low, int(row[i])), max(high, int(row[i]))
			t.edge += distance(row[i], row[i-1])
		}
	}
	return t, high - low
}

func distance(a, b uint8) int { return max(int(a)-int(b), int(b)-int(a)) }

// again is how many pixels the further blur reaches to either side.
const again = 4

// blur is how little a further blur changes a tile: the difference of two neighbouring means of
// nine pixels is that of the pixels at their ends.
func (d *document) blur(t tile) float64 {
	all, lost := 0, 0
	p, last := d.gray.Pixels, len(d.gray.Pixels)-1
	for _, step := range []int{1, d.gray.Width} {
		for j := range textSide {
			for i := range textSide {
				at := (t.at.Y+j)*d.gray.Width + t.at.X + i
				sharp := (2*again + 1) * distance(p[at], p[max(0, at-step)])
				all += sharp
				lost += max(0, sharp-distance(p[min(last, at+again*step)], p[max(0, at-(again+1)*step)]))
			}
		}
	}
	if all == 0 {
		return 1
	}
	return float64(all-lost) / float64(all)
}

// burntOut is the least of red, green and blue from which on nothing can be read.
const burntOut = 250

// coarse is how many pixels a step of the map of burnt spots is.
const coarse = 4

// glare is whether a spot is burnt out.
func (d *document) glare() Finding {
	w, h := d.small.Rect.Dx()/coarse, d.small.Rect.Dy()/coarse
	burnt := make([]bool, w*h)
	for y := range h {
		for x := range w {
			p := d.small.Pix[coarse*y*d.small.Stride+4*coarse*x:]
			burnt[y*w+x] = min(p[0], p[1], p[2]) >= burntOut
		}
	}
	box, area := largest(burnt, w)
	share := float64(area) / float64(max(1, w*h))
	at := Area{float64(box.Min.X) / float64(max(1, w)), float64(box.Min.Y) / float64(max(1, h)), float64(box.Max.X) / float64(max(1, w)), float64(box.Max.Y) / float64(max(1, h))}
	return d.judge(ScanGlare, share, "scan.glare", at)
}

// largest is the largest connected spot of a map, and of how many steps it is. It empties the
// map.
func largest(of []bool, width int) (box image.Rectangle, area int) {
	for i := range of {
		if of[i] {
			if b, n := spot(of, width, i); n > area {
				box, area = b, n
			}
		}
	}
	return box, area
}

// spot is the spot about a step.
func spot(of []bool, width, from int) (box image.Rectangle, area int) {
	of[from] = false
	for stack := []int{from}; len(stack) > 0; area++ {
		at := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		x, y := at%width, at/width
		box = box.Union(image.Rect(x, y, x+1, y+1))
		for _, n := range []struct {
			at     int
			inside bool
		}{{at - 1, x > 0}, {at + 1, x+1 < width}, {at - width, y > 0}, {at + width, at+width < len(of)}} {
			if n.inside && of[n.at] {
				of[n.at] = false
				stack = append(stack, n.at)
			}
		}
	}
	return box, area
}
