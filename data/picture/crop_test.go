package picture_test

import (
	"math"
	"testing"

	"graduand/data"
	"graduand/data/picture"
)

// frame is a photo of 1200 × 1600 pixels for prints of 3 × 4 (UA-050).
func frame(t *testing.T) picture.Frame {
	t.Helper()
	f := picture.FrameOf(builtin(t, "zno-2020"), 1200, 1600)
	if f.Proportion != 0.75 || f.Rows != 472 {
		t.Fatalf("%+v", f)
	}
	return f
}

// near says that two crops are the same but for the hundredth of a pixel.
func near(a, b data.Crop) bool {
	for _, off := range []float64{a.Left - b.Left, a.Top - b.Top, a.Right - b.Right, a.Bottom - b.Bottom, a.Angle - b.Angle} {
		if math.Abs(off) > 3e-6 {
			return false
		}
	}
	return true
}

// A crop is the same after any way there and back through the judge's.
func TestCropsThereAndBack(t *testing.T) {
	f := frame(t)
	for _, c := range []data.Crop{{Left: 0.25, Top: 0.125, Right: 0.75, Bottom: 0.625, Angle: -3.5}, {Right: 1, Bottom: 1}, {Left: 0.4, Top: 0.3, Right: 0.8, Bottom: 0.7, Angle: 2.75}} {
		if got := f.Within(c); !near(got, c) {
			t.Errorf("%+v became %+v", c, got)
		}
		if got := f.Moved(f.Moved(c, 0, 0), 0, 0); !near(got, c) {
			t.Errorf("%+v became %+v", c, got)
		}
		if got := f.Turned(f.Turned(c, 0.5), -0.5); c.Left > 0.1 && !near(got, c) {
			t.Errorf("%+v became %+v", c, got)
		}
	}
}

// Whatever is done to it, a crop has the proportion of the print, lies within the picture, and
// keeps the pixels that a print needs.
func TestWhateverIsDoneToACropItStaysInThePicture(t *testing.T) {
	f := frame(t)
	c := f.Largest()
	for step := range 400 {
		turn := float64(step%11) - 5
		for name, next := range map[string]data.Crop{
			"moved": f.Moved(c, turn/20, -turn/13), "resized": f.Resized(c, 1+turn/20), "turned": f.Turned(c, turn/2),
			"pulled": f.Pulled(c, step%4, float64(step%7)/6, float64(step%5)/4),
		} {
			if picture.Reaches(next, f.Width, f.Height).Any() {
				t.Fatalf("%s: %+v reaches over the edge", name, next)
			}
			wide, tall := (next.Right-next.Left)*float64(f.Width), (next.Bottom-next.Top)*float64(f.Height)
			if math.Abs(wide/tall-f.Proportion) > 1e-4 || tall < float64(f.Rows)-0.1 || math.Abs(next.Angle) > picture.MostAngle {
				t.Fatalf("%s: %+v is %v × %v", name, next, wide, tall)
			}
			if name == []string{"moved", "resized", "turned", "pulled"}[step%4] {
				c = next
			}
		}
	}
}

// A corner that is pulled goes where it is pulled to, and the one opposite stays.
func TestAPulledCornerLeavesTheOtherOne(t *testing.T) {
	f := frame(t)
	c := data.Crop{Left: 0.2, Top: 0.2, Right: 0.8, Bottom: 0.8, Angle: 4}
	stays := f.Corners(c)[0]
	for _, to := range [][2]float64{{0.7, 0.7}, {2, 2}} {
		pulled := f.Pulled(c, 2, to[0], to[1])
		if at := f.Corners(pulled)[0]; math.Abs(at[0]-stays[0]) > 1e-3 || math.Abs(at[1]-stays[1]) > 1e-3 {
			t.Errorf("pulled to %v, the corner opposite went from %v to %v", to, stays, at)
		}
		if (pulled.Bottom < c.Bottom) != (to[1] < 1) {
			t.Errorf("pulled to %v it is %+v", to, pulled)
		}
	}
}

// photos.md §4.3: hair to chin take 70 per cent below a margin of 10, and where there is no room
// the sides are named.
func TestTheProposalFramesTheHead(t *testing.T) {
	f := frame(t)
	p := &data.Portrait{LeftPupil: [2]float64{0.45, 0.4}, RightPupil: [2]float64{0.55, 0.4}, Hair: [2]float64{0.5, 0.3}, Chin: [2]float64{0.5, 0.51}, HairFound: true}
	c, missing := f.Propose(p)
	top, bottom := f.Head()
	tall := c.Bottom - c.Top
	if missing.Any() || math.Abs(c.Top+top*tall-0.3) > 1e-3 || math.Abs(c.Top+bottom*tall-0.51) > 1e-3 {
		t.Errorf("%+v, %+v", c, missing)
	}
	p.Hair[1], p.HairFound = 0, false
	if unseen, missing := f.Propose(p); missing.Any() || math.Abs(unseen.Top-c.Top) > 0.02 {
		t.Errorf("hair that is not seen to end: %+v, %+v", unseen, missing)
	}
	p.LeftPupil[1], p.RightPupil[1], p.Chin[1] = 0.08, 0.08, 0.2
	if _, missing := f.Propose(p); missing != (picture.Sides{Top: true}) {
		t.Errorf("cut off above: %+v", missing)
	}
}
