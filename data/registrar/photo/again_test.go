package photo_test

import (
	"testing"

	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
)

// KG-020, KG-029: a file that is attached anew is asked about anew, though the same bytes were
// answered for and let pass before: by the form, and by a folder. Taking that back brings the answers
// back, and what is there already keeps them.
func TestAFileAttachedAnewBeginsWithOpenQuestions(t *testing.T) {
	r, id := started(t)
	grey := imagingtest.Somebody()
	grey.Grey = true
	content := grey.JPEG(t)
	desktest.Attach(t, r, id, "face_photo", content)
	desktest.Must(r.Photo.Override(desktest.Ctx, id, "face_photo", "F07", "центр разрешил"))
	answerAll(t, r, id, "face_photo")
	said := func() (answers, passed int) {
		s := at(t, r, id, "face_photo")
		return len(s.Confirmed), len(s.Overridden)
	}
	all, _ := said()
	if all == 0 {
		t.Fatal("nothing was answered")
	}
	t.Run("attached where it stands it is nothing new", func(t *testing.T) {
		desktest.Attach(t, r, id, "face_photo", content)
		if answers, passed := said(); answers != all || passed != 1 {
			t.Errorf("%d answers, %d let pass", answers, passed)
		}
	})
	anew := map[string]func(){
		"after a removal": func() {
			desktest.Must(r.Form.Detach(desktest.Ctx, id, "face_photo"))
			desktest.Attach(t, r, id, "face_photo", content)
		},
		"after another": func() {
			desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
			desktest.Attach(t, r, id, "face_photo", content)
		},
		"by a folder": func() {
			desktest.Must(r.Form.Detach(desktest.Ctx, id, "face_photo"))
			p := matched(t, r, folderOf(t, map[string][]byte{"Асанова Айгуль.jpg": content}))["Асанова Айгуль.jpg"]
			_, err := r.Photo.Attach(desktest.Ctx, []photo.Proposal{p}, nil)
			desktest.Must(err)
		},
	}
	for name, attach := range anew {
		t.Run(name, func(t *testing.T) {
			attach()
			if answers, passed := said(); answers != 0 || passed != 0 || len(at(t, r, id, "face_photo").Blocked) != 1 {
				t.Errorf("%d answers of before count, %d are let pass", answers, passed)
			}
			events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
			for _, e := range []registrar.Event{events[len(events)-1], events[len(events)-2]} {
				_, err := r.Form.Undo(desktest.Ctx, id, e.Seq, nil)
				desktest.Must(err)
			}
			if answers, passed := said(); answers != all || passed != 1 {
				t.Errorf("taken back there are %d answers, %d let pass", answers, passed)
			}
		})
	}
	desktest.Sound(t, r)
}

// KG-028: what the name of a file says otherwise than its content is told after it is turned too.
func TestTheEndingOfANameIsRememberedWhenAPictureIsTurned(t *testing.T) {
	r, id := started(t)
	desktest.Must(r.Form.Attach(desktest.Ctx, id, "face_photo", "Айгуль.PNG", desktest.GoodPortrait()))
	for range 2 {
		if f := at(t, r, id, "face_photo").Judged.Of("R02"); f == nil || f.Verdict != "warn" || f.Args["ending"] != ".png" {
			t.Errorf("%+v", f)
		}
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "face_photo", 180))
	}
}
