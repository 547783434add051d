package photo_test

import (
	"context"
	"slices"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
	"graduand/imaging/imagingtest"
)

// started is a registry with somebody of whom nothing is known but the name.
func started(t testing.TB) (*registrar.Registrar, string) {
	t.Helper()
	r := desktest.MustCreate(t, "ort-2021")
	return r, desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555123456")
}

// at is the picture at a place.
func at(t testing.TB, r *registrar.Registrar, id, place string) photo.Shown {
	t.Helper()
	all, err := r.Photo.Of(id)
	desktest.Must(err)
	i := slices.IndexFunc(all, func(s photo.Shown) bool { return s.Place == place })
	if i < 0 {
		t.Fatalf("nothing at %s: %+v", place, all)
	}
	return all[i]
}

// answerAll says yes to every question about a picture, one by one.
func answerAll(t testing.TB, r *registrar.Registrar, id, place string) {
	t.Helper()
	for _, q := range at(t, r, id, place).Questions {
		if err := r.Photo.Confirm(desktest.Ctx, id, place, q.Code, true); err != nil {
			t.Errorf("%s: %v", q.Code, err)
		}
	}
}

func images(t testing.TB, r *registrar.Registrar, id string) data.ImagesState {
	t.Helper()
	row, err := r.Table.Find(id)
	desktest.Must(err)
	return row.Images
}

func TestFromNothingToImagesComplete(t *testing.T) {
	r, id := started(t)
	t.Run("KG-017 nothing is there", func(t *testing.T) {
		if got := images(t, r, id); got != data.ImagesIncomplete {
			t.Error(got)
		}
	})
	desktest.Attach(t, r, id, "passport_front", desktest.CardFront())
	desktest.Attach(t, r, id, "passport_back", desktest.CardBack())
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	t.Run("KG-019, KG-047, KG-055 attaching has judged each, by which limits and of which bytes", func(t *testing.T) {
		s := at(t, r, id, "face_photo")
		if !s.Current || s.Judged.Verdict() != data.PicturePass || s.Judged.Profile != r.Campaign().Photo.Version || s.Judged.Reference != "2020-02-10" ||
			s.Judged.SHA256 != desktest.MustFind(t, r, id).Prints[s.File] || s.Judged.Likeness == 0 || len(s.Judged.Findings) < 20 {
			t.Errorf("%+v", s.Judged)
		}
		if got := images(t, r, id); got != data.ImagesIncomplete {
			t.Errorf("KG-020 nobody has answered: %s", got)
		}
	})
	for _, place := range []string{"passport_front", "passport_back", "face_photo"} {
		answerAll(t, r, id, place)
	}
	t.Run("KG-017 all is answered", func(t *testing.T) {
		if got := images(t, r, id); got != data.ImagesComplete {
			t.Error(got)
		}
		said := at(t, r, id, "face_photo").Confirmed
		if len(said) < 5 || said[0].By != "Tester" || said[0].On != "2020-02-10" {
			t.Errorf("KG-021 with name and day: %+v", said)
		}
	})
	t.Run("KG-025 an answer is taken back by its entry of the history, alone", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		_, err := r.Form.Undo(desktest.Ctx, id, events[len(events)-2].Seq, nil)
		desktest.Must(err)
		if got := images(t, r, id); got != data.ImagesIncomplete {
			t.Error(got)
		}
	})
	desktest.Sound(t, r)
}

func TestWhatBlocksAPicture(t *testing.T) {
	r, id := started(t)
	grey := imagingtest.Somebody()
	grey.Grey = true
	desktest.Attach(t, r, id, "face_photo", grey.JPEG(t))
	t.Run("KG-022 it is kept, and says what blocks it", func(t *testing.T) {
		s := at(t, r, id, "face_photo")
		if len(s.Blocked) != 1 || s.Blocked[0].Rule != "F07" {
			t.Errorf("%+v", s.Blocked)
		}
	})
	t.Run("KG-029 nobody lets it pass without a reason, nor what does not block", func(t *testing.T) {
		desktest.WantCode(t, "no reason", r.Photo.Override(desktest.Ctx, id, "face_photo", "F07", "  "), "photo.no_reason")
		desktest.WantCode(t, "no block", r.Photo.Override(desktest.Ctx, id, "face_photo", "F08", "так"), "photo.nothing_to_override")
		desktest.WantCode(t, "no file", r.Photo.Override(desktest.Ctx, id, "passport_front", "F07", "так"), "attachment.gone")
		desktest.WantCode(t, "no question", r.Photo.Confirm(desktest.Ctx, id, "face_photo", "original", true), "photo.nothing_to_confirm")
	})
	t.Run("KG-029 with a reason it passes, and the history has the reason", func(t *testing.T) {
		desktest.Must(r.Photo.Override(desktest.Ctx, id, "face_photo", "F07", "центр разрешил"))
		if s := at(t, r, id, "face_photo"); len(s.Blocked) > 0 || s.Overridden[0].Note != "центр разрешил" {
			t.Errorf("%+v", s)
		}
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		if c := events[len(events)-1].Changes; len(c) != 1 || c[0].Before != "" {
			t.Errorf("%+v", c)
		}
	})
	t.Run("KG-029 and the reason is taken back", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		_, err := r.Form.Undo(desktest.Ctx, id, events[len(events)-1].Seq, nil)
		desktest.Must(err)
		if s := at(t, r, id, "face_photo"); len(s.Blocked) != 1 {
			t.Errorf("%+v", s)
		}
	})
	t.Run("KG-025 answered with no it stays blocked", func(t *testing.T) {
		desktest.Must(r.Photo.Confirm(desktest.Ctx, id, "face_photo", "neutral", false))
		found, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		if !slices.ContainsFunc(found, func(f data.Finding) bool { return f.Rule == "photo_denied" && f.Severity == data.SeverityError }) {
			t.Errorf("%+v", found)
		}
	})
	desktest.Sound(t, r)
}

func TestTurnAndCrop(t *testing.T) {
	r, id := started(t)
	turned := imagingtest.JPEG(t, imagingtest.Turned(imagingtest.Somebody().Draw()))
	desktest.Attach(t, r, id, "face_photo", turned)
	t.Run("KG-024 lying on its side it is blocked", func(t *testing.T) {
		if s := at(t, r, id, "face_photo"); len(s.Blocked) != 1 || s.Blocked[0].Rule != "M03" || s.Judged.Width != 960 {
			t.Errorf("%+v", s.Judged)
		}
	})
	t.Run("KG-027 turned it is judged anew, and the bytes are those that came", func(t *testing.T) {
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", &data.Crop{Right: 0.5, Bottom: 0.5}))
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "face_photo", 270))
		s := at(t, r, id, "face_photo")
		if s.Turn != 270 || !s.Current || len(s.Blocked) > 0 || s.Judged.Width != 720 || s.Crop != nil {
			t.Errorf("%+v, %+v", s, s.Judged)
		}
		content, err := r.Form.Attachment(desktest.Ctx, id, "face_photo")
		if err != nil || string(content) != string(turned) {
			t.Error("other bytes")
		}
	})
	t.Run("KG-027 taken back it is judged again at once", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
		_, err := r.Form.Undo(desktest.Ctx, id, events[len(events)-1].Seq, nil)
		desktest.Must(err)
		if s := at(t, r, id, "face_photo"); !s.Current || s.Turn != 0 || s.Crop == nil || len(s.Blocked) != 1 {
			t.Errorf("%+v", s)
		}
	})
	t.Run("KG-027 no crop comes back to a picture that is turned otherwise", func(t *testing.T) {
		undo := func(back int, fields ...string) error {
			events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id})
			_, err := r.Form.Undo(desktest.Ctx, id, events[len(events)-back].Seq, fields)
			return err
		}
		part := &data.Crop{Right: 0.5, Bottom: 0.5}
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", part))
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", nil))
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "face_photo", 270))
		desktest.WantCode(t, "a crop from before the turn", undo(2), "graduate.changed_since")
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", part))
		desktest.WantCode(t, "the turn below a crop", undo(2), "graduate.changed_since")
		if s := at(t, r, id, "face_photo"); s.Turn != 270 || s.Crop == nil || !s.Current {
			t.Errorf("%+v", s)
		}
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "face_photo", 90))
		desktest.WantCode(t, "the crop alone", undo(1, data.PictureField(at(t, r, id, "face_photo").File, data.PartCrop, "")), "graduate.changed_since")
		desktest.Must(undo(1))
		if s := at(t, r, id, "face_photo"); s.Turn != 270 || s.Crop == nil || !s.Stands() {
			t.Errorf("%+v", s)
		}
		desktest.Must(r.Photo.Turn(desktest.Ctx, id, "face_photo", 90))
	})
	t.Run("KG-027 a crop lies within the picture, its turned corners too", func(t *testing.T) {
		for _, c := range []data.Crop{{Left: 0.5, Right: 0.5, Bottom: 1}, {Right: 1.1, Bottom: 1}, {Left: -0.1, Right: 1, Bottom: 1}, {Right: 1, Bottom: 1, Angle: 9}, {Right: 1, Bottom: 1, Angle: 2}} {
			desktest.WantCode(t, "outside", r.Photo.Crop(desktest.Ctx, id, "face_photo", &c), "photo.bad_crop")
		}
		desktest.Attach(t, r, id, "passport_back", desktest.CardBack())
		desktest.WantCode(t, "a document", r.Photo.Crop(desktest.Ctx, id, "passport_back", &data.Crop{Right: 0.5, Bottom: 0.5}), "photo.not_cropped")
		desktest.WantCode(t, "by 45°", r.Photo.Turn(desktest.Ctx, id, "face_photo", 45), "photo.bad_turn")
		desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", nil))
		if s := at(t, r, id, "face_photo"); s.Crop != nil {
			t.Errorf("%+v", s.Crop)
		}
	})
	desktest.Sound(t, r)
}

// A photo that comes again after another has stood in its place is judged as it was cropped, and
// does not wait for that; of the other it has nothing.
func TestAPhotoThatComesAgain(t *testing.T) {
	r, id := started(t)
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	desktest.Must(r.Photo.Crop(desktest.Ctx, id, "face_photo", &data.Crop{Left: 0.1, Top: 0.1, Right: 0.9, Bottom: 0.9}))
	for _, again := range []bool{false, true} {
		other := imagingtest.Somebody()
		other.Grey = true
		content := other.JPEG(t)
		if again {
			content = desktest.GoodPortrait()
		}
		desktest.Attach(t, r, id, "face_photo", content)
		if s := at(t, r, id, "face_photo"); !s.Current || (s.Crop != nil) != again || (s.Judged.Crop != nil) != again {
			t.Errorf("KG-027 again %v: %+v", again, s)
		}
	}
}

// A registry from before pictures were judged opens, says so, and is judged by a command.
func TestPicturesOfOldRegistries(t *testing.T) {
	r, id := started(t)
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	desktest.Attach(t, r, id, "passport_back", desktest.CardBack())
	desktest.Forget(t, r, id)
	t.Run("KG-017 not judged yet", func(t *testing.T) {
		if s := at(t, r, id, "face_photo"); s.Current || s.Judged != nil {
			t.Errorf("%+v", s)
		}
	})
	t.Run("KG-017 cancelled, what was judged stays", func(t *testing.T) {
		ctx, stop := context.WithCancel(desktest.Ctx)
		n, err := r.Photo.JudgeAll(ctx, nil, func(done, total int) { stop() })
		if n != 1 || err == nil {
			t.Errorf("%d, %v", n, err)
		}
	})
	t.Run("KG-017 judged, once", func(t *testing.T) {
		for _, want := range []int{1, 0} {
			if n, err := r.Photo.JudgeAll(desktest.Ctx, nil, nil); n != want || err != nil {
				t.Errorf("%d, %v", n, err)
			}
		}
		if s := at(t, r, id, "face_photo"); !s.Current {
			t.Errorf("%+v", s)
		}
	})
	desktest.Sound(t, r)
}

// A number typed wrong is the commonest reason of a refusal: what the document says is held
// against the form, and proposed; nothing is filled in by itself.
func TestZoneAgainstTheForm(t *testing.T) {
	r, id := started(t)
	found := func(rule, field string) *data.Finding {
		all, err := r.Table.Check(registrar.Filter{Only: []string{id}})
		desktest.Must(err)
		i := slices.IndexFunc(all, func(f data.Finding) bool { return f.Rule == rule && f.Field == field })
		if i < 0 {
			return nil
		}
		return &all[i]
	}
	desktest.Attach(t, r, id, "passport_back", desktest.CardBack())
	t.Run("KG-047 an empty field is proposed, not filled", func(t *testing.T) {
		f := found("required", data.FieldBirthDate)
		if f == nil || f.Proposal == nil || f.Proposal.Value != "2003-03-05" || desktest.MustFind(t, r, id).BirthDate != "" {
			t.Errorf("%+v", f)
		}
	})
	desktest.Set(t, r, id, "document_kind=passport", "document_series=ID", "document_number=1234576", "birth_date=2003-03-05", "sex=f")
	t.Run("KG-047 another number is asked about, with the right one", func(t *testing.T) {
		f := found("zone_differs", data.FieldDocumentNumber)
		if f == nil || f.Severity != data.SeverityConfirm || f.Proposal == nil || f.Proposal.Value != "1234567" {
			t.Errorf("%+v", f)
		}
		for _, same := range []string{data.FieldSurname, data.FieldGivenName, data.FieldBirthDate, data.FieldSex} {
			if f := found("zone_differs", same); f != nil {
				t.Errorf("%+v", f)
			}
		}
	})
	t.Run("KG-047 put right it is asked no more", func(t *testing.T) {
		desktest.Set(t, r, id, "document_number=1234567")
		if f := found("zone_differs", data.FieldDocumentNumber); f != nil {
			t.Errorf("%+v", f)
		}
	})
	t.Run("KG-047 a document of somebody else is told beside the picture, and waits", func(t *testing.T) {
		desktest.LookAt(t, r, id)
		if s := at(t, r, id, "passport_back"); len(s.Differs) > 0 || s.Waits() {
			t.Errorf("%+v", s)
		}
		desktest.Set(t, r, id, "document_number=1234576")
		if s := at(t, r, id, "passport_back"); len(s.Differs) != 1 || !s.Waits() || s.Differs[0].Field != data.FieldDocumentNumber {
			t.Errorf("%+v", s)
		}
		desktest.Set(t, r, id, "document_number=1234567")
	})
	t.Run("KG-047 another name is asked about", func(t *testing.T) {
		desktest.Set(t, r, id, "given_name=Анара")
		if f := found("zone_differs", data.FieldGivenName); f == nil || f.Proposal != nil {
			t.Errorf("%+v", f)
		}
	})
}
