package photo_test

import (
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/imaging/imagingtest"
)

// smallHead is somebody who stands small and aside in a wide photo.
func smallHead(t testing.TB) []byte {
	p := imagingtest.Somebody()
	p.Width, p.Height, p.EyesX, p.EyesY = 1700, 1500, 0.33, 0.4
	return p.JPEG(t)
}

// troubles are the rules that find something in the photo of the face.
func troubles(t testing.TB, r *registrar.Registrar, id string) (rules []string) {
	t.Helper()
	for _, f := range at(t, r, id, "face_photo").Judged.Findings {
		if f.Verdict == data.PictureWarn || f.Verdict == data.PictureBlock {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

func TestAPortraitIsCropped(t *testing.T) {
	r, id := started(t)
	original := smallHead(t)
	desktest.Attach(t, r, id, "face_photo", original)
	if got := troubles(t, r, id); !slices.Equal(got, []string{"F02", "F03"}) {
		t.Fatalf("%v", got)
	}
	cropping, err := r.Photo.Cropping(desktest.Ctx, id, "face_photo", 500)
	desktest.Must(err)
	proposal, err := cropping.Proposed()
	desktest.Must(err)
	t.Run("KG-027 proposing keeps nothing", func(t *testing.T) {
		if s := at(t, r, id, "face_photo"); s.Crop != nil {
			t.Errorf("%+v", s.Crop)
		}
	})
	desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", &proposal))
	t.Run("KG-024 it is judged at once as it is printed, and says so", func(t *testing.T) {
		s := at(t, r, id, "face_photo")
		if got := troubles(t, r, id); !s.Current || len(got) > 0 || !s.Judged.Of("F02").OnCrop || s.Judged.Of("R03").OnCrop {
			t.Errorf("%v, %+v", got, s.Judged)
		}
	})
	t.Run("KG-027 the bytes are those that came", func(t *testing.T) {
		content, err := r.Form.Attachment(desktest.Ctx, id, "face_photo")
		if err != nil || string(content) != string(original) {
			t.Error("other bytes")
		}
	})
	t.Run("KG-027 another crop is another judgement", func(t *testing.T) {
		g := desktest.MustFind(t, r, id).Clone()
		p := g.Pictures[g.Get("face_photo")]
		p.Crop = &data.Crop{Left: 0.1, Top: 0.1, Right: 0.7, Bottom: 0.9}
		f := r.Campaign().Field("face_photo")
		file := g.Get("face_photo")
		judged := func(p data.Picture) bool {
			other := g.Clone()
			other.Pictures[file] = p
			return r.Campaign().IsJudged(f, other, file)
		}
		if judged(p) || !r.Campaign().IsJudged(f, g, file) {
			t.Error("it passes for judged")
		}
		if p.Crop = nil; judged(p) {
			t.Error("without a crop it passes for judged")
		}
	})
	t.Run("KG-027 the entry of the history takes it back", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		made, err := r.Form.Undo(desktest.Ctx, id, events[len(events)-1].Seq, nil)
		desktest.Must(err)
		// At once: nobody has looked at it since.
		if s := at(t, r, id, "face_photo"); s.Crop != nil || !s.Current || len(troubles(t, r, id)) != 2 {
			t.Errorf("%+v", s)
		}
		_, err = r.Form.UndoAll(desktest.Ctx, made)
		desktest.Must(err)
		if s := at(t, r, id, "face_photo"); s.Crop == nil || !s.Current || len(troubles(t, r, id)) > 0 {
			t.Errorf("done again: %+v", s)
		}
	})
	desktest.Sound(t, r)
}

func TestWhatIsNotCropped(t *testing.T) {
	r, id := started(t)
	desktest.Attach(t, r, id, "passport_back", desktest.CardBack())
	_, err := r.Photo.Cropping(desktest.Ctx, id, "passport_back", 500)
	desktest.WantCode(t, "a card", err, "photo.not_cropped")

	nobody := imagingtest.Somebody()
	nobody.Nobody = true
	desktest.Attach(t, r, id, "face_photo", nobody.JPEG(t))
	c, err := r.Photo.Cropping(desktest.Ctx, id, "face_photo", 500)
	desktest.Must(err)
	_, err = c.Proposed()
	desktest.WantCode(t, "a wall", err, "photo.no_face_to_crop")

	t.Run("photos.md §4.3 the side is named at which there is no room", func(t *testing.T) {
		edge := imagingtest.Somebody()
		edge.Width, edge.Height, edge.EyesX = 1000, 960, 0.2
		desktest.Attach(t, r, id, "face_photo", edge.JPEG(t))
		c, err := r.Photo.Cropping(desktest.Ctx, id, "face_photo", 500)
		desktest.Must(err)
		if !c.Missing.Left || c.Missing.Right || c.Picture.Bounds().Dx() != 500 {
			t.Errorf("%+v", c.Missing)
		}
		_, err = c.Proposed()
		desktest.WantCode(t, "at the edge", err, "photo.crop_lacks_room")
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", &c.Proposal))
	})
}
