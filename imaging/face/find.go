package face

import (
	"math"
	"slices"
	"sync"

	pigo "github.com/esimov/pigo/core"

	"graduand/assets"
	"graduand/imaging/pixels"
)

// Face is one that was found: a square, in pixels of the picture.
type Face struct {
	// X, Y are its middle, Size its side: from ear to ear, from the brow to the chin.
	X, Y, Size float64
	// Quality is how sure it is: the sum over all windows that see it. Below 16 hardly ever a
	// face, in a good portrait some hundreds. It holds for pictures of [Long] pixels.
	Quality float64
}

// Long is the longer side in pixels of the pictures that faces are looked for in. The quality
// of a face depends on it.
const Long = 800

// The second look, where the first finds a weak face: at another size and mirrored. The
// weakest face of those measured was a very dark one, and stood out there.
const (
	weak       = 30
	secondLong = 560
)

// Faces are those of a picture of at most [Long] pixels, the surest first.
func Faces(g *pixels.Gray) []Face {
	faces := look(g)
	if len(faces) > 0 && faces[0].Quality >= weak {
		return faces
	}
	small, times := second(g)
	for _, others := range [][]Face{look(small), mirrored(look(small.Mirrored()), small.Width)} {
		if len(others) > 0 && (len(faces) == 0 || others[0].Quality > faces[0].Quality) {
			faces = enlarged(others, times)
		}
	}
	return faces
}

// Turned is the surest face of a picture turned by 90°, 180° and 270°, and by how many degrees
// clockwise the picture was turned to see it so. The face is where it is in the picture turned.
func Turned(g *pixels.Gray) (best Face, degrees int) {
	turned, _ := second(g)
	for by := 90; by < 360; by += 90 {
		turned = turned.Turned()
		if faces := look(turned); len(faces) > 0 && faces[0].Quality > best.Quality {
			best, degrees = faces[0], by
		}
	}
	return best, degrees
}

// second is a picture at the size of the second look, and by what its lengths are multiplied
// to be those of the first one.
func second(g *pixels.Gray) (*pixels.Gray, float64) {
	times := float64(max(g.Width, g.Height)) / secondLong
	if times <= 1 {
		return g, 1
	}
	return g.Shrunk(max(1, int(float64(g.Width)/times)), max(1, int(float64(g.Height)/times))), times
}

// mirrored are the faces of a picture of this width that were found in its mirror.
func mirrored(faces []Face, width int) []Face {
	for i := range faces {
		faces[i].X = float64(width-1) - faces[i].X
	}
	return faces
}

func enlarged(faces []Face, times float64) []Face {
	for i, f := range faces {
		faces[i] = Face{f.X * times, f.Y * times, f.Size * times, f.Quality}
	}
	return faces
}

// cascade is the model that knows a face from what is none.
var cascade = sync.OnceValue(func() *pigo.Pigo {
	c, err := pigo.NewPigo().Unpack(model("facefinder"))
	if err != nil {
		panic(err) // it is embedded and pinned
	}
	return c
})

func model(name string) []byte {
	content, err := assets.Models.ReadFile("models/" + name)
	if err != nil {
		panic(err) // as above
	}
	return content
}

// smallest is the smallest window, in pixels: what a face is cannot be told in fewer.
const smallest = 24

// look finds the faces of a picture in its one size. The windows grow in whole numbers, so
// that they are the same on every processor.
func look(g *pixels.Gray) []Face {
	largest := min(g.Width, g.Height)
	params := pigo.CascadeParams{ShiftFactor: 0.08, ScaleFactor: 2,
		ImageParams: pigo.ImageParams{Pixels: g.Pixels, Rows: g.Height, Cols: g.Width, Dim: g.Width}}
	var windows []pigo.Detection
	for size := max(largest/10, smallest); size <= largest; size = max(size+2, size*11/10) {
		params.MinSize, params.MaxSize = size, size
		windows = append(windows, cascade().RunCascade(params, 0)...)
	}
	return merged(cascade().ClusterDetections(windows, 0.2))
}

// merged leaves of the clusters that lie within each other the surest: half of all portraits
// give several on one face.
func merged(clusters []pigo.Detection) (faces []Face) {
	slices.SortStableFunc(clusters, func(a, b pigo.Detection) int {
		switch {
		case a.Q > b.Q:
			return -1
		case a.Q < b.Q:
			return 1
		}
		return 0
	})
	for _, c := range clusters {
		found := Face{float64(c.Col), float64(c.Row), float64(c.Scale), float64(c.Q)}
		if !slices.ContainsFunc(faces, found.within) {
			faces = append(faces, found)
		}
	}
	return faces
}

// within reports that the middle of a face lies in another one.
func (f Face) within(other Face) bool {
	return math.Abs(f.X-other.X) < other.Size/2 && math.Abs(f.Y-other.Y) < other.Size/2
}
