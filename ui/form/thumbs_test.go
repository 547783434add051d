package form

import (
	"maps"
	"testing"

	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// The last page shows whose face and whose passport were attached, and each is read once.
func TestTheLastPageShowsThePicturesThemselves(t *testing.T) {
	w, _ := frametest.WithDemo(t, "ort-2021", "ru", 3)
	ids := frametest.IdsOf(t, w)
	for _, place := range []string{"passport_front", "face_photo"} {
		content := frametest.ReadFile(t, frametest.PhotoFile(t, 60, 80, uint8(len(place))))
		if err := w.Registrar().Form.Attach(frametest.Ctx, ids[0], place, "", content); err != nil {
			t.Fatal(err)
		}
	}
	openForm(w, ids[0])
	s := formOf(w)
	s.turnPage(len(s.form.Steps))
	frametest.Shot(t, w, "thumbs")
	small := maps.Clone(s.review.thumbs.small)
	if len(small) < 2 {
		t.Fatalf("%d pictures", len(small))
	}
	for place, thumb := range small {
		if !thumb.Has() {
			t.Errorf("%s is not seen", place.Place())
		}
	}
	s.showAll()
	for place, thumb := range s.review.thumbs.small {
		if small[place] != thumb {
			t.Errorf("%s is read again", place.Place())
		}
	}
	w.Go(frame.Route{Screen: frame.Form, Graduate: ids[1]})
	s.turnPage(len(s.form.Steps))
	for place, thumb := range s.review.thumbs.small {
		if small[place] == thumb {
			t.Errorf("%s of the one before is shown", place.Place())
		}
	}
}

// F-20: who may change nothing, as when the work is over, is offered no change.
func TestTheLastPageOfAClosedRegistryOffersNoChange(t *testing.T) {
	w, _ := frametest.WithDemo(t, "zno-2020", "uk", 3)
	id := frametest.IdsOf(t, w)[0]
	openForm(w, id)
	s := formOf(w)
	s.turnPage(len(s.form.Steps))
	frametest.MustSee(t, w, "Змінити")
	if _, err := w.Registrar().Season.Close(frametest.Ctx); err != nil {
		t.Fatal(err)
	}
	openForm(w, id)
	s = formOf(w)
	s.turnPage(len(s.form.Steps))
	s.showAll()
	frametest.MustNotSee(t, w, "Змінити")
}
