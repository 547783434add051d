package field

import (
	"crypto/sha256"
	"fmt"
	"image"
	"math"
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// withPortrait is the form of somebody with a photo of the face, seen large.
func withPortrait(t *testing.T, content []byte) *fileForm {
	t.Helper()
	w, _ := frametest.WithPrepared(t, "ort-2021", "ru", 3, fmt.Sprintf("portrait-%x", sha256.Sum256(content)), func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		desktest.Attach(t, r, rows[0].Graduate.ID, "face_photo", content)
	})
	return filesIn(t, w, "face_photo")
}

func press(w *frame.Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

// picture is what is kept of the photo of the face.
func (f *fileForm) picture(t *testing.T) data.Picture {
	t.Helper()
	g := frametest.GraduateOf(t, f.w, f.id)
	return g.Pictures[g.Get("face_photo")]
}

// Outlines stand where the picture is drawn: in its middle, in its own proportions.
func TestPlacesAreOutlinedInThePicture(t *testing.T) {
	at, drawn := drawnIn(image.Pt(480, 640), fyne.NewSize(1000, 400))
	if drawn.Height != 400 || at.Y != 0 || at.X != (1000-drawn.Width)/2 {
		t.Errorf("%v, %v", at, drawn)
	}
	m, s := newMarkedPicture(), photo.Shown{}
	s.Judged = &photo.Judged{Findings: []photo.Finding{
		{Verdict: data.PictureBlock, Areas: [][4]float64{{0.5, 0.25, 0.75, 1}}},
		{Verdict: data.PicturePass, Areas: [][4]float64{{0, 0, 1, 1}}},
	}}
	m.show(image.NewGray(image.Rect(0, 0, 200, 400)), s)
	m.whole.Resize(fyne.NewSize(400, 400))
	if len(m.marks) != 2 || m.marks[1].Position() != fyne.NewPos(200, 100) || m.marks[1].Size() != fyne.NewSize(50, 300) {
		t.Errorf("%d outlines, the first at %v of %v", len(m.marks), m.marks[1].Position(), m.marks[1].Size())
	}
}

// The line of the eyes goes through both pupils.
func TestTheLineOfTheEyes(t *testing.T) {
	p := &data.Portrait{LeftPupil: [2]float64{0.4, 0.3}, RightPupil: [2]float64{0.6, 0.35}}
	for x, want := range map[float64]float64{0.4: 0.3, 0.6: 0.35, 0.2: 0.25} {
		if _, y := eyeLine(p, x); math.Abs(y-want) > 1e-9 {
			t.Errorf("at %v: %v, not %v", x, y, want)
		}
	}
}
