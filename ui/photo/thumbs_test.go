package photo

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"graduand/data/registrar/desktest"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// KG-027: a sealed file is opened once for its small picture, one that cannot be shown is not tried
// again, and no more are kept than have room.
func TestSmallPicturesAreMadeOnceAndAreBounded(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	made, shown := map[string]int{}, []string{}
	pictures := newThumbs(w, func(_ context.Context, one thumb) (image.Image, error) {
		made[one.name]++
		if one.name == "bad" {
			return nil, errors.New("no picture")
		}
		return image.NewGray(image.Rect(0, 0, 1, 1)), nil
	}, func(row string) { shown = append(shown, row) })
	for range 2 {
		pictures.want([]thumb{{name: "a", row: "1"}, {name: "bad", row: "2"}, {row: "3"}})
	}
	if made["a"] != 1 || made["bad"] != 1 || len(made) != 2 || !slices.Equal(shown, []string{"1", "2"}) || pictures.of("a") == nil || pictures.of("bad") != nil {
		t.Errorf("%v, %v", made, shown)
	}
	for i := range mostThumbs {
		pictures.want([]thumb{{name: fmt.Sprint(i)}})
	}
	if len(pictures.kept) != mostThumbs || len(pictures.made) != mostThumbs || pictures.of("a") != nil || pictures.of(fmt.Sprint(mostThumbs-1)) == nil {
		t.Errorf("%d are kept", len(pictures.kept))
	}
}

// KG-055: only what is in sight is made, the last that was wanted first of all.
func TestSmallPicturesOfRowsThatHaveGoneAreNotMade(t *testing.T) {
	w, _ := frametest.Empty(t, "ort-2021", "uk")
	later := frametest.Delay(t, w)
	var made []string
	pictures := newThumbs(w, func(_ context.Context, one thumb) (image.Image, error) {
		made = append(made, one.name)
		return image.NewGray(image.Rect(0, 0, 1, 1)), nil
	}, func(string) {})
	pictures.want([]thumb{{name: "a"}, {name: "b"}, {name: "c"}})
	pictures.want([]thumb{{name: "x"}, {name: "a"}})
	later.DoAll()
	if !slices.Equal(made, []string{"a", "x"}) {
		t.Errorf("made %v", made)
	}
}

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
