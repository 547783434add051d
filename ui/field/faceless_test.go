package field

import (
	"testing"

	"fyne.io/fyne/v2"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
	"graduand/ui/frame/frametest"
)

// UA-050, UA-051: a picture without a face becomes a portrait by no key in passing: whether it is one
// is asked by name, Enter and Esc leave that open, and who means it says so.
func TestAPictureWithoutAFaceIsNoPortraitInPassing(t *testing.T) {
	nobody := imagingtest.Person{Person: imagingtest.Somebody().Sized(480)} // as large as a photo must be
	nobody.Nobody = true
	w, _ := frametest.WithPrepared(t, "zno-2020", "uk", 3, "faceless", func(r *registrar.Registrar) {
		rows, err := r.Table.List(registrar.Filter{})
		desktest.Must(err)
		desktest.Attach(t, r, rows[0].Graduate.ID, "face_photo", nobody.JPEG(t))
	})
	rows, err := w.Registrar().Table.List(registrar.Filter{})
	desktest.Must(err)
	id := rows[0].Graduate.ID
	v := NewPictureView(w)
	box := v.showIn(id, "face_photo", "")
	defer box.Leave()
	answers := func() (n int) {
		g := frametest.GraduateOf(t, w, id)
		return len(g.Pictures[g.Get("face_photo")].Confirmed)
	}
	frametest.MustSee(t, w, "Обличчя не знайдено. Це точно портрет цієї людини?")
	press(w, fyne.KeyLeft)
	if len(w.Boxes()) != 2 || answers() != 0 {
		t.Fatalf("%d dialogs, %d answers", len(w.Boxes()), answers())
	}
	frametest.MustSee(t, w, "портрет: "+frametest.GraduateOf(t, w, id).FullName())
	press(w, fyne.KeyReturn)
	if len(w.Boxes()) != 1 || answers() != 0 || v.answers[0].choice.Chosen() >= 0 {
		t.Errorf("%d dialogs, %d answers, %d chosen", len(w.Boxes()), answers(), v.answers[0].choice.Chosen())
	}
	press(w, fyne.KeyLeft)
	frametest.FrontTap(t, w, "Так, це портрет")
	if answers() != 1 {
		t.Errorf("%d answers", answers())
	}
	t.Run("the next question is answered by one key", func(t *testing.T) {
		if press(w, fyne.KeyLeft); answers() != 2 {
			t.Errorf("%d answers", answers())
		}
	})
}
