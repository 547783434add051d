package mrz

import "graduand/imaging/pixels"

// ink says of each pixel whether it is darker than what lies about it: than the mean of a
// square of 2·reach+1 pixels by more than most of its deviation, which is half way from the
// paper to the ink where a fifth is written on.
func ink(g *pixels.Gray, reach int) []bool {
	dark := make([]bool, len(g.Pixels))
	rows := around{g: g, sums: make([]int64, g.Width), squares: make([]int64, g.Width), left: make([][2]int64, g.Width+1)}
	for y := range min(reach, g.Height) {
		rows.add(y, 1)
	}
	for y := range g.Height {
		rows.move(y, reach)
		top, bottom := max(0, y-reach), min(g.Height, y+reach+1)
		for x := range g.Width {
			left, right := max(0, x-reach), min(g.Width, x+reach+1)
			n := int64((bottom - top) * (right - left))
			sum := rows.left[right][0] - rows.left[left][0]
			below := sum - int64(g.Pixels[y*g.Width+x])*n
			if below < faint*n {
				continue
			}
			square := rows.left[right][1] - rows.left[left][1]
			dark[y*g.Width+x] = 100*below*below > darker*(n*square-sum*sum)
		}
	}
	return dark
}

// A pixel of ink is at least faint levels below the mean, and the square of that is more than
// darker hundredths of the variance.
const faint, darker = 10, 49

// around are the rows about one: of each column their sum and that of their squares, and of both
// what lies left of each place.
type around struct {
	g             *pixels.Gray
	sums, squares []int64
	left          [][2]int64
}

// move goes on to the rows about the next one.
func (a *around) move(y, reach int) {
	if y+reach < a.g.Height {
		a.add(y+reach, 1)
	}
	if y-reach-1 >= 0 {
		a.add(y-reach-1, -1)
	}
	for x := range a.g.Width {
		a.left[x+1] = [2]int64{a.left[x][0] + a.sums[x], a.left[x][1] + a.squares[x]}
	}
}

// add adds a row so many times.
func (a *around) add(y int, times int64) {
	for x, v := range a.g.Pixels[y*a.g.Width : (y+1)*a.g.Width] {
		v := times * int64(v)
		a.sums[x], a.squares[x] = a.sums[x]+v, a.squares[x]+times*v*v
	}
}

// smoothed is the mean of each pixel and its eight neighbours.
func smoothed(g *pixels.Gray) *pixels.Gray {
	out := &pixels.Gray{Width: g.Width, Height: g.Height, Pixels: make([]uint8, len(g.Pixels))}
	copy(out.Pixels, g.Pixels)
	for y := 1; y < g.Height-1; y++ {
		a, b, c := g.Pixels[(y-1)*g.Width:y*g.Width], g.Pixels[y*g.Width:(y+1)*g.Width], g.Pixels[(y+1)*g.Width:(y+2)*g.Width]
		for x := 1; x < g.Width-1; x++ {
			sum := int(a[x-1]) + int(a[x])*2 + int(a[x+1]) + 2*int(b[x-1]) + 4*int(b[x]) + 2*int(b[x+1]) + int(c[x-1]) + 2*int(c[x]) + int(c[x+1])
			out.Pixels[y*g.Width+x] = uint8(sum / 16)
		}
	}
	return out
}

// blob is a connected piece of ink: its box, right and bottom outside.
type blob struct{ left, top, right, bottom, area int }

func (b blob) width() int  { return b.right - b.left }
func (b blob) height() int { return b.bottom - b.top }
func (b blob) x() float64  { return float64(float64(b.left+b.right) / 2) }
func (b blob) y() float64  { return float64(float64(b.top+b.bottom) / 2) }

// turned is the blob in a picture of this height that is turned clockwise by 90°.
func (b blob) turned(height int) blob {
	return blob{height - b.bottom, b.left, height - b.top, b.right, b.area}
}

// blobs are the pieces of ink, by rows from above. It takes the ink away.
func blobs(dark []bool, width int) (all []blob) {
	var stack []int32
	for at := range dark {
		if !dark[at] {
			continue
		}
		dark[at] = false
		stack = append(stack[:0], int32(at))
		b := blob{at % width, at / width, 0, 0, 0}
		for len(stack) > 0 {
			i := int(stack[len(stack)-1])
			stack = stack[:len(stack)-1]
			x, y := i%width, i/width
			b.left, b.right, b.bottom, b.area = min(b.left, x), max(b.right, x+1), max(b.bottom, y+1), b.area+1
			stack = spread(dark, stack, x, y, width)
		}
		if max(b.width(), b.height()) >= lowest {
			all = append(all, b)
		}
	}
	return all
}

// spread takes the ink about a pixel onto the stack.
func spread(dark []bool, stack []int32, x, y, width int) []int32 {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			i := (y+dy)*width + x + dx
			if x+dx >= 0 && x+dx < width && i >= 0 && i < len(dark) && dark[i] {
				dark[i] = false
				stack = append(stack, int32(i))
			}
		}
	}
	return stack
}
