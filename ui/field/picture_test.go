package field

import (
	"crypto/sha256"
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
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

// greyPortrait is one that is not in colour, which blocks it.
func greyPortrait(t *testing.T) []byte {
	grey := somebody()
	grey.Grey = true
	return grey.JPEG(t)
}

// somebody has a good photo as large as it must be and not larger: it is judged and shown often.
func somebody() imagingtest.Person {
	return imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
}

func press(w *frame.Window, key fyne.KeyName) {
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
}

func TestWhatIsFoundStandsAtTheSlot(t *testing.T) {
	f := withPortrait(t, greyPortrait(t))
	t.Run("KG-022, KG-029 the worst sentence stands under the slot", func(t *testing.T) {
		frametest.MustSee(t, f.w, "Фотография не цветная. Прикрепите цветную.")
	})
	frametest.Enter(f.slot("face_photo").view)
	t.Run("KG-024 all findings stand beside the picture with what was measured and the limit", func(t *testing.T) {
		words := strings.Join(strings.Fields(frametest.DialogWords(f.w)), " ")
		for _, want := range []string{"Что не так Фотография не цветная.", "Измерено 0; должно быть не меньше 1,2", "Наклон головы", "не больше 5,2", "Принять вопреки этому…"} {
			if !strings.Contains(words, want) {
				t.Errorf("%q is not said:\n%s", want, words)
			}
		}
	})
	t.Run("KG-070 the whole list of requirements is readable there", func(t *testing.T) {
		for line := range strings.Lines(f.inputs["face_photo"].(*fileInput).field.Hint) {
			if words := strings.Join(strings.Fields(frametest.DialogWords(f.w)), " "); !strings.Contains(words, strings.TrimSpace(line)) {
				t.Errorf("%q is not said", line)
			}
		}
	})
	t.Run("KG-029 it is let pass for a typed reason only, by the keyboard", func(t *testing.T) {
		frametest.FrontTap(t, f.w, "Принять вопреки этому…")
		frametest.Confirm(f.w)
		if len(f.w.Boxes()) != 2 || len(f.picture(t).Overridden) > 0 {
			t.Fatal("it was let pass without a reason")
		}
		frametest.FillIn(t, f.w, "Причина (останется в истории)", "центр разрешил")
		frametest.FrontTap(t, f.w, "Принять")
		if o := f.picture(t).Overridden; len(o) != 1 || o[0].Note != "центр разрешил" {
			t.Fatalf("%+v", o)
		}
		frametest.MustSee(t, f.w, "Принято вопреки этому: центр разрешил")
	})
	t.Run("KG-029 and Ctrl+Z takes that back", func(t *testing.T) {
		frametest.Esc(f.w)
		f.w.OnUndo()
		f.read(false)
		if o := f.picture(t).Overridden; len(o) != 0 {
			t.Errorf("%+v", o)
		}
		frametest.MustSee(t, f.w, "Фотография не цветная")
	})
}

// picture is what is kept of the photo of the face.
func (f *fileForm) picture(t *testing.T) data.Picture {
	t.Helper()
	g := frametest.GraduateOf(t, f.w, f.id)
	return g.Pictures[g.Get("face_photo")]
}

func TestAPictureIsConfirmedByTheKeyboard(t *testing.T) {
	f := withPortrait(t, somebody().JPEG(t))
	frametest.MustSee(t, f.w, "Осталось подтвердить: 6 вопросов")
	frametest.Enter(f.slot("face_photo").view)
	t.Run("KG-025 each question is answered alone, and the keyboard goes on to the next", func(t *testing.T) {
		press(f.w, fyne.KeyLeft)
		press(f.w, fyne.Key2)
		said := f.picture(t).Confirmed
		if len(said) != 2 || !slices.ContainsFunc(said, func(a data.Fact) bool { return a.Of == "recent" && a.Kind == data.FactDenied }) {
			t.Fatalf("%+v", said)
		}
		frametest.MustSee(t, f.w, "ответ «нет» на «Снимок сделан не ранее 6 месяцев»")
	})
	t.Run("KG-026, KG-028 the last answer leaves the keyboard at the button that closes", func(t *testing.T) {
		for range 4 {
			press(f.w, fyne.KeyLeft)
		}
		if said := f.picture(t).Confirmed; len(said) != 6 {
			t.Fatalf("%+v", said)
		}
		if f.w.Canvas().Focused() != f.w.Boxes()[0].Primary() {
			t.Errorf("it is at %T", f.w.Canvas().Focused())
		}
	})
	frametest.Esc(f.w)
	frametest.MustSee(t, f.w, "ответ «нет» на")
}

// The picture is seen as people turned it, in the slot too; its bytes stay (KG-027).
func TestATurnedPictureIsUpright(t *testing.T) {
	f := withPortrait(t, somebody().JPEG(t))
	before := f.slot("face_photo").thumb.picture.Image.Bounds().Size()
	frametest.Enter(f.slot("face_photo").view)
	frametest.FrontTap(t, f.w, "Повернуть на 90°")
	if turn := f.picture(t).Turn; turn != 90 {
		t.Fatalf("it is turned by %d", turn)
	}
	if after := f.slot("face_photo").thumb.picture.Image.Bounds().Size(); after.X != before.Y || after.Y != before.X {
		t.Errorf("%v became %v", before, after)
	}
	frametest.MustSee(t, f.w, "Фотография повёрнута")
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

// photos.md §4.3: the face, the line of the eyes and the crop are drawn over the portrait, with
// the places of findings, and all of it is taken off and put back by button and key.
func TestGuidesAreSwitched(t *testing.T) {
	f := withPortrait(t, greyPortrait(t))
	desktest.Must(f.w.Registrar().Photo.Crop(frametest.Ctx, f.id, "face_photo", &data.Crop{Left: 0.1, Top: 0.1, Right: 0.9, Bottom: 0.9}))
	frametest.Enter(f.slot("face_photo").view)
	lines := func() (seen int) {
		for _, line := range frametest.FindAll[*canvas.Line](f.w.Boxes()[0].Content()) {
			if line.Visible() && line.Size() != (fyne.Size{}) {
				seen++
			}
		}
		return seen
	}
	const all = 2 * (4 + 1 + 4)
	if lines() != all {
		t.Errorf("%d lines, not %d", lines(), all)
	}
	frametest.FrontTap(t, f.w, "Скрыть линии")
	if lines() != 0 {
		t.Errorf("%d lines are still there", lines())
	}
	f.w.GuidesCommand().Action()
	if lines() != all {
		t.Errorf("%d lines, not %d", lines(), all)
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
