package imaging

import (
	"math/bits"

	"graduand/imaging/face"
	"graduand/imaging/pixels"
)

// border is the share of a picture at each side that says nothing of who is in it: the wall,
// which is white in all photos of a campaign.
const border = 15

// likeness is the difference hash of the middle of a picture: of 9 × 8 places, whether each is
// lighter than the next one to its right, from the upper left on.
func likeness(g *pixels.Gray) (hash uint64) {
	const across, down = 9, 8
	middle := g.Part(g.Width*border/100, g.Height*border/100, g.Width-g.Width*border/100, g.Height-g.Height*border/100)
	if middle.Width < across || middle.Height < down {
		return 0
	}
	small := middle.Shrunk(across, down)
	for y := range down {
		for x := range across - 1 {
			hash <<= 1
			if small.Pixels[y*across+x] > small.Pixels[y*across+x+1] {
				hash |= 1
			}
		}
	}
	return hash
}

func likenessOf(p *pixels.Picture) uint64 {
	small, _ := p.Shrunk(face.Long)
	return likeness(pixels.ToGray(small))
}

// Alike is in how many of 64 places two pictures differ: up to 4, they are hardly two.
func Alike(a, b uint64) int { return bits.OnesCount64(a ^ b) }
