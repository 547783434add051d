package photo

import (
	"testing"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-055: what is said of a file stands beside that very file, also where another one came to its
// place while somebody was at another page.
func TestAFileThatWasReplacedIsShownItself(t *testing.T) {
	w, s, ids := withPictures(t)
	s.Table.MoveTo(ids[1])
	frametest.MustSee(t, w, "480 × 640", "Осталось подтвердить: 6 вопросов")
	w.Go(frame.Route{Screen: frame.Form, Graduate: ids[1]})
	desktest.Attach(t, w.Registrar(), ids[1], "face_photo", frametest.ReadFile(t, frametest.PhotoFile(t, 500, 600, 8)))
	w.Go(frame.Route{Screen: frame.Photo})
	s = photoScreens.Of(w)
	s.Table.MoveTo(ids[1])
	frametest.MustSee(t, w, "500 × 600", "Что не так")
	frametest.MustNotSee(t, w, "480 × 640")
}

// KG-055: an act that was taken back leaves a picture to be judged again; its row says what comes of
// that, as the words beside it do.
func TestARowFollowsWhatWasTakenBack(t *testing.T) {
	w, s, ids := withPictures(t)
	s.Table.MoveTo(ids[1])
	before := s.rows[ids[1]].state
	frametest.Tap(t, w, "Повернуть вправо")
	if s.rows[ids[1]].state == before {
		t.Fatalf("turned it is %s", before)
	}
	frametest.Tap(t, w, "Повернуть влево")
	w.OnUndo()
	w.OnUndo()
	if is := s.rows[ids[1]]; is.state != before || is.unjudged() > 0 {
		t.Errorf("%s, want %s", is.state, before)
	}
	frametest.MustNotSee(t, w, "Проверить все")
}
