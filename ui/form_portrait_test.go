package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame/frametest"
)

// portrait is the form of somebody with a photo of the face, at its step.
type portrait struct{ formHands }

// withPortrait shows a good photo as large as it must be and not larger: it is judged and shown
// often. A grey one is blocked.
func withPortrait(t *testing.T, grey bool) portrait {
	t.Helper()
	face := imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
	face.Grey = grey
	w, _ := frametest.WithPrepared(t, "ort-2021", "ru", 3, fmt.Sprint("portrait-", grey), func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		desktest.Attach(t, r, rows[0].Graduate.ID, "face_photo", face.JPEG(t))
	})
	clearBoxes(w)
	id := frametest.FirstGraduate(t, w).Graduate.ID
	openForm(t, w, id, "face_photo")
	return portrait{formHands{frametest.Hands{T: t, W: w}, id}}
}

// sees fails unless a person reads these words, in however many lines they stand.
func (f portrait) sees(t *testing.T, words string) {
	t.Helper()
	if all := strings.Join(strings.Fields(frametest.Visible(f.W)), " "); !strings.Contains(all, words) {
		t.Errorf("nobody sees %q in:\n%s", words, all)
	}
}

// view shows the photo large, by the keyboard.
func (f portrait) view() {
	f.T.Helper()
	frametest.Enter(frametest.FindButton(f.field("face_photo").Object, "Посмотреть").(fyne.Focusable))
}

// thumb is the photo as the slot shows it: the largest picture there, the others are icons.
func (f portrait) thumb() (largest image.Image) {
	f.T.Helper()
	for _, seen := range frametest.FindAll[*canvas.Image](f.field("face_photo").Object) {
		if seen.Image != nil && (largest == nil || seen.Image.Bounds().Dy() > largest.Bounds().Dy()) {
			largest = seen.Image
		}
	}
	return largest
}

// picture is what is kept of the photo.
func (f portrait) picture() data.Picture {
	f.T.Helper()
	g := frametest.GraduateOf(f.T, f.W, f.id)
	return g.Pictures[g.Get("face_photo")]
}

func TestWhatIsFoundStandsAtTheSlot(t *testing.T) {
	f := withPortrait(t, true)
	t.Run("KG-022, KG-029 the worst sentence stands under the slot", func(t *testing.T) {
		f.sees(t, "Фотография не цветная. Прикрепите цветную.")
	})
	f.view()
	t.Run("KG-024 all findings stand beside the picture with what was measured and the limit", func(t *testing.T) {
		words := strings.Join(strings.Fields(frametest.DialogWords(f.W)), " ")
		for _, want := range []string{"Что не так Фотография не цветная.", "Цветность, баллов: 0; должно быть не меньше 1,2", "Наклон головы", "не больше 5,2", "Всё равно принять…"} {
			if !strings.Contains(words, want) {
				t.Errorf("%q is not said:\n%s", want, words)
			}
		}
	})
	t.Run("KG-070 the whole list of requirements is readable there", func(t *testing.T) {
		for line := range strings.Lines(f.W.Registrar().Campaign().Field("face_photo").Hint) {
			if words := strings.Join(strings.Fields(frametest.DialogWords(f.W)), " "); !strings.Contains(words, strings.TrimSpace(line)) {
				t.Errorf("%q is not said", line)
			}
		}
	})
	t.Run("KG-029 it is let pass for a typed reason only, by the keyboard", func(t *testing.T) {
		frametest.FrontTap(t, f.W, "Всё равно принять…")
		frametest.Confirm(f.W)
		if len(f.W.Boxes()) != 2 || len(f.picture().Overridden) > 0 {
			t.Fatal("it was let pass without a reason")
		}
		frametest.FillIn(t, f.W, "Причина (останется в истории)", "центр разрешил")
		frametest.FrontTap(t, f.W, "Принять")
		if o := f.picture().Overridden; len(o) != 1 || o[0].Note != "центр разрешил" {
			t.Fatalf("%+v", o)
		}
		f.sees(t, "Принято вопреки этому: центр разрешил")
	})
	t.Run("KG-029 and Ctrl+Z takes that back", func(t *testing.T) {
		frametest.Esc(f.W)
		f.W.OnUndo()
		if o := f.picture().Overridden; len(o) != 0 {
			t.Errorf("%+v", o)
		}
		f.sees(t, "Фотография не цветная")
	})
}

func TestAPictureIsConfirmedByTheKeyboard(t *testing.T) {
	f := withPortrait(t, false)
	f.sees(t, "Осталось подтвердить: 6 вопросов")
	f.view()
	t.Run("KG-025 each question is answered alone, and the keyboard goes on to the next", func(t *testing.T) {
		f.Press(fyne.KeyLeft)
		f.Press(fyne.Key2)
		said := f.picture().Confirmed
		if len(said) != 2 || !slices.ContainsFunc(said, func(a data.Fact) bool { return a.Of == "recent" && a.Kind == data.FactDenied }) {
			t.Fatalf("%+v", said)
		}
		f.sees(t, "ответ «нет» на «Снимок сделан не ранее 6 месяцев»")
	})
	t.Run("KG-026, KG-028 the last answer leaves the keyboard at the button that closes", func(t *testing.T) {
		for range 4 {
			f.Press(fyne.KeyLeft)
		}
		if said := f.picture().Confirmed; len(said) != 6 {
			t.Fatalf("%+v", said)
		}
		if f.W.Canvas().Focused() != f.W.Boxes()[0].Primary() {
			t.Errorf("it is at %T", f.W.Canvas().Focused())
		}
	})
	frametest.Esc(f.W)
	f.sees(t, "ответ «нет» на")
}

// The picture is seen as people turned it, in the slot too; its bytes stay (KG-027).
func TestATurnedPictureIsUpright(t *testing.T) {
	f := withPortrait(t, false)
	before := f.thumb().Bounds().Size()
	f.view()
	frametest.FrontTap(t, f.W, "Повернуть вправо")
	if turn := f.picture().Turn; turn != 90 {
		t.Fatalf("it is turned by %d", turn)
	}
	if after := f.thumb().Bounds().Size(); after.X != before.Y || after.Y != before.X {
		t.Errorf("%v became %v", before, after)
	}
	f.sees(t, "Изображение лежит на боку. Поверните его влево.")
}

// photos.md §4.3: the face, the line of the eyes and the crop are drawn over the portrait, with
// the places of findings, and all of it is taken off and put back by button and key.
func TestGuidesAreSwitched(t *testing.T) {
	f := withPortrait(t, true)
	desktest.Must(f.W.Registrar().Photo.Crop(frametest.Ctx, f.id, "face_photo", &data.Crop{Left: 0.1, Top: 0.1, Right: 0.9, Bottom: 0.9}))
	f.view()
	lines := func() (seen int) {
		for _, line := range frametest.FindAll[*canvas.Line](f.W.Boxes()[0].Content()) {
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
	frametest.FrontTap(t, f.W, "Скрыть линии")
	if lines() != 0 {
		t.Errorf("%d lines are still there", lines())
	}
	f.W.GuidesCommand().Action()
	if lines() != all {
		t.Errorf("%d lines, not %d", lines(), all)
	}
}
