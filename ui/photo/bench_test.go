package photo

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// manyPhotos is the screen of photos with so many people who have one each.
func manyPhotos(b *testing.B, number int) (*frame.Window, *Screen) {
	b.Helper()
	w, _ := frametest.WithDemo(b, "ort-2021", "ru", number)
	for i, id := range frametest.IdsOf(b, w) {
		desktest.Attach(b, w.Registrar(), id, "face_photo", desktest.Picture(b, byte(i)))
	}
	w.Go(frame.Route{Screen: frame.Photo})
	return w, photoScreens.Of(w)
}

// The screen of photos with 400 people: a turn of the wheel, where small pictures are made as they
// come into sight; a key from one to the next, until the list and all that is said at once stand
// (the large picture comes from the background); and the question whose pictures stand how.
func BenchmarkPhotos400(b *testing.B) {
	w, s := manyPhotos(b, 400)
	b.Run("wheel", func(b *testing.B) {
		scroll := frametest.FindAll[*container.Scroll](s.Table)[0]
		by := float32(-120)
		for b.Loop() {
			before := scroll.Offset.Y
			scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, by)})
			if scroll.Offset.Y == before {
				by = -by
			}
		}
	})
	b.Run("ask", func(b *testing.B) {
		for b.Loop() {
			s.ask()
		}
	})
	b.Run("arrow", func(b *testing.B) {
		w.Runner.Background = func(func()) {}
		keys, i := s.Table.Keys(), 0
		for b.Loop() {
			i = (i + 1) % len(keys)
			s.Table.MoveTo(keys[i])
		}
	})
}
