package face_test

import (
	"image"
	"math"
	"testing"

	"graduand/imaging/face"
	"graduand/imaging/imagingtest"
	"graduand/imaging/pixels"
)

func grey(p imagingtest.Person) (*pixels.Gray, *image.NRGBA) {
	small, _ := pixels.New(p.Draw(), 1).Shrunk(face.Long)
	return pixels.ToGray(small), small
}

// One face is found, its pupils within a tenth of their distance, its roll within a degree.
func TestFaceAndPupilsAreFound(t *testing.T) {
	for _, roll := range []float64{-12, -5, 0, 5, 12} {
		p := imagingtest.Somebody()
		p.Roll, p.Width, p.Height, p.EyeDistance = roll, 600, 800, 130
		g, _ := grey(p)
		faces := face.Faces(g)
		if len(faces) != 1 || faces[0].Quality < 30 {
			t.Fatalf("roll %v: %v", roll, faces)
		}
		marks, found := face.Locate(g, faces[0])
		if !found || math.Abs(marks.Roll()-roll) > 1.5 || math.Abs(marks.Eyes-130) > 13 ||
			math.Abs(marks.Middle.X-300) > 13 || math.Abs(marks.Middle.Y-360) > 13 {
			t.Errorf("roll %v: %+v, rolled by %.1f", roll, marks, marks.Roll())
		}
		if mouth := marks.Mouth(); math.Abs(mouth.X) > 0.15 || math.Abs(mouth.Y-1.07) > 0.25 || math.Abs(marks.Nose.X) > 0.15 {
			t.Errorf("roll %v: mouth %v, nose %v", roll, mouth, marks.Nose)
		}
	}
}

// The same picture gives the same to the last digit: nothing is drawn by lot.
func TestSearchIsTheSameAtEveryRun(t *testing.T) {
	g, _ := grey(imagingtest.Somebody())
	first, _ := face.Locate(g, face.Faces(g)[0])
	for range 3 {
		if again, _ := face.Locate(g, face.Faces(g)[0]); again != first {
			t.Errorf("%v and then %v", first, again)
		}
	}
}

func TestNobodyIsFoundOnAWall(t *testing.T) {
	p := imagingtest.Somebody()
	p.Nobody = true
	g, _ := grey(p)
	for _, f := range face.Faces(g) {
		if f.Quality >= 16 {
			t.Errorf("%+v", f)
		}
	}
}

// M03: a face in a turned picture, and by how much it was turned to be seen.
func TestTurnedFaceIsFound(t *testing.T) {
	g, _ := grey(imagingtest.Somebody())
	for turns, want := range []int{0, 270, 180, 90} {
		if turns > 0 {
			g = g.Turned()
			if f, degrees := face.Turned(g); degrees != want || f.Quality < 40 {
				t.Errorf("turned %d times: %d°, %v", turns, degrees, f)
			}
		}
	}
}

// A weak face is looked for once more, and found where it is.
func TestSecondLookFindsTheSameFace(t *testing.T) {
	p := imagingtest.Somebody()
	p.Mask = true
	g, _ := grey(p)
	faces := face.Faces(g)
	if len(faces) == 0 || math.Abs(faces[0].X-300) > 60 || math.Abs(faces[0].Y-400) > 90 {
		t.Errorf("%v", faces)
	}
}

// The face is upright however the head is tilted: the pupils lie level at ±0.5.
func TestUprightFaceHasLevelEyes(t *testing.T) {
	p := imagingtest.Somebody()
	p.Roll, p.Width, p.Height, p.EyeDistance = 10, 1200, 1600, 270
	picture := pixels.New(p.Draw(), 1)
	small, times := picture.Shrunk(face.Long)
	g := pixels.ToGray(small)
	marks, _ := face.Locate(g, face.Faces(g)[0])
	u := face.Straighten(picture, marks.Enlarged(times))
	if u.Scale != face.Finest {
		t.Errorf("%v pixels", u.Scale)
	}
	for _, x := range []float64{-0.5, 0.5} {
		if pupil, cheek := u.Mean(x-0.04, -0.04, x+0.04, 0.04), u.Mean(x-0.1, 0.4, x+0.1, 0.6); pupil > cheek/2 {
			t.Errorf("%v: the pupil is %.0f, the cheek %.0f", x, pupil, cheek)
		}
	}
	if at := u.Place(u.Pixel(0.3, 0.7).X, u.Pixel(0.3, 0.7).Y); math.Abs(at.X-0.3) > 0.01 || math.Abs(at.Y-0.7) > 0.01 {
		t.Errorf("%v", at)
	}
}

// Frames lead there and back.
func TestFrameLeadsThereAndBack(t *testing.T) {
	g, _ := grey(imagingtest.Somebody())
	marks, _ := face.Locate(g, face.Faces(g)[0])
	for _, p := range []face.Point{{X: 0, Y: 0}, {X: 0.7, Y: -1}, {X: -0.5, Y: 2}} {
		at := marks.At(p.X, p.Y)
		if back := marks.Of(at); math.Abs(back.X-p.X)+math.Abs(back.Y-p.Y) > 1e-9 {
			t.Errorf("%v comes back as %v", p, back)
		}
		large := marks.Enlarged(2).At(p.X, p.Y)
		if math.Abs(large.X-(2*at.X+0.5))+math.Abs(large.Y-(2*at.Y+0.5)) > 1e-9 {
			t.Errorf("%v enlarged is %v", at, large)
		}
	}
}
