package photo_test

import (
	"sync"
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
)

// KG-027: two who turn one picture at one time: each turn that is told as done is one, and who
// turned what had changed meanwhile is told so.
func TestTurnsAtOneTime(t *testing.T) {
	r, id := started(t)
	desktest.Attach(t, r, id, "face_photo", imagingtest.JPEG(t, imagingtest.Turned(imagingtest.Somebody().Draw())))
	before := len(desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id}))
	var both sync.WaitGroup
	var lock sync.Mutex
	done := 0
	for range 2 {
		both.Go(func() {
			for range 3 {
				err := r.Photo.Turn(desktest.Ctx, id, "face_photo", 90)
				lock.Lock()
				if err == nil {
					done++
				} else if code := registrar.CodeOf(err); code != "registry.conflict" {
					t.Errorf("refused as %q: %v", code, err)
				}
				lock.Unlock()
			}
		})
	}
	both.Wait()
	s := at(t, r, id, "face_photo")
	events := len(desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})) - before
	if done < 3 || s.Turn != done*90%360 || !s.Current || s.Judged.Turn != s.Turn || events != done {
		t.Errorf("%d are told as done, the history has %d, and it stands at %d°, judged at %d°", done, events, s.Turn, s.Judged.Turn)
	}
	desktest.Sound(t, r)
}
