package mrz

import (
	"fmt"
	"image"
	"os"
	"slices"
	"sync"
	"testing"

	"graduand/imaging/mrz/mrztest"
	"graduand/imaging/pixels"
)

// tally counts what became of pictures with a zone.
type tally struct{ whole, none, wrong int }

func (n tally) String() string {
	return fmt.Sprintf("%3d whole %3d not %d wrong", n.whole, n.none, n.wrong)
}

func linesOf(p mrztest.Person, page bool) []string {
	z := Zone{Surname: p.Surname, GivenNames: p.Given, Country: p.Country, Nationality: p.Country, DocumentNumber: p.Number,
		BirthDate: p.Birth, ExpiryDate: p.Expiry, Sex: p.Sex, Optional: p.Optional}
	if page {
		return Page(z)
	}
	return Card(z)
}

// tried reads scenes, two at once, and says what became of each.
func tried(t *testing.T, face *mrztest.Face, page bool, scenes []mrztest.Scene) (n tally) {
	var all sync.WaitGroup
	var lock sync.Mutex
	for half := range 2 {
		all.Go(func() {
			for i := half; i < len(scenes); i += 2 {
				lines := linesOf(mrztest.Somebody(scenes[i].Seed), page)
				found, ok := Find(pixels.New(scenes[i].Draw(face, lines), 1), today)
				lock.Lock()
				switch {
				case !ok:
					n.none++
				case slices.Equal(found.Lines, lines):
					n.whole++
				default:
					n.wrong++
					t.Errorf("%+v: read %q, want %q", scenes[i], found.Lines, lines)
				}
				lock.Unlock()
			}
		})
	}
	all.Wait()
	return n
}

var _ = image.Rect

func faceAt(t *testing.T, path string) *mrztest.Face {
	content, err := os.ReadFile(path)
	if err != nil {
		t.Skipf("the face %s is not on this machine", path)
	}
	f, err := mrztest.Open(content)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// The table of readings by tilt, size, grain, focus and face, for the eye: it needs some
// minutes and is asked for by GRADUAND_ZONES.
func TestReport(t *testing.T) {
	if os.Getenv("GRADUAND_ZONES") == "" {
		t.Skip("set GRADUAND_ZONES to print the table of readings")
	}
	plain := mrztest.Scene{Width: 1600, Height: 1200, Share: 0.8, Tilt: 2, Lean: 0.04, Blur: 0.8, Noise: 4, Quality: 85, Waves: 10}
	const each = 8
	row := func(name string, face *mrztest.Face, page bool, change func(*mrztest.Scene, int)) {
		var scenes []mrztest.Scene
		for i := range each {
			s := plain
			s.Seed = 100 + i
			change(&s, i)
			scenes = append(scenes, s)
		}
		t.Logf("%-28s %v", name, tried(t, face, page, scenes))
	}
	faces := map[string]*mrztest.Face{"OCR-B": mrztest.Real()}
	if os.Getenv("GRADUAND_ZONES") != "ocrb" {
		faces["DejaVu Sans Mono"] = faceAt(t, "/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
	}
	for name, face := range faces {
		for _, page := range []bool{false, true} {
			t.Log(name, map[bool]string{false: "TD1", true: "TD3"}[page])
			row("plain", face, page, func(s *mrztest.Scene, i int) {})
			for _, tilt := range []float64{-10, -6, 6, 10} {
				row(fmt.Sprint("tilt ", tilt), face, page, func(s *mrztest.Scene, i int) { s.Tilt = tilt })
			}
			for _, long := range []int{1200, 2400, 4000} {
				row(fmt.Sprint("long side ", long), face, page, func(s *mrztest.Scene, i int) { s.Width, s.Height, s.Blur = long, long*3/4, 0.8*float64(long)/1600 })
			}
			row("1200 px, half of the width", face, page, func(s *mrztest.Scene, i int) { s.Width, s.Height, s.Share, s.Blur = 1200, 900, 0.5, 0.5 })
			for _, noise := range []float64{10, 20, 30} {
				row(fmt.Sprint("noise ", noise), face, page, func(s *mrztest.Scene, i int) { s.Noise = noise })
			}
			for _, blur := range []float64{2, 3, 4} {
				row(fmt.Sprint("blur ", blur), face, page, func(s *mrztest.Scene, i int) { s.Blur = blur })
			}
			row("lean 0.15", face, page, func(s *mrztest.Scene, i int) { s.Lean = 0.15 })
			row("JPEG 40", face, page, func(s *mrztest.Scene, i int) { s.Quality = 40 })
			row("glare over a tenth", face, page, func(s *mrztest.Scene, i int) { s.Glare = 0.1 })
			row("40 waves", face, page, func(s *mrztest.Scene, i int) { s.Waves = 40 })
		}
	}
}
