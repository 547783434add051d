package printing_test

import (
	"path/filepath"
	"strings"
	"testing"

	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// mustPlant puts content into a field past the desk, as whoever holds the graduate's key can.
func mustPlant(t *testing.T, r *registrar.Registrar, id, field string, content []byte) {
	t.Helper()
	desktest.Must(r.Write(desktest.Ctx, registrar.RightFill, nil, func(w *registry.Edit) error {
		before, err := w.Active(id)
		if err != nil {
			return err
		}
		a, err := w.Seal(before, content)
		if err != nil {
			return err
		}
		g := before.Clone()
		g.Set(field, a.ID)
		return w.FillWith(a, before, g)
	}))
}

func TestWhatIsNoPictureIsNotHandedOut(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.CompleteORT(t, r)
	program := []byte("MZ\x90\x00 this is a program")
	mustPlant(t, r, id, "face_photo", program)
	t.Run("G11 G23 a program under a photo's id is left out of the originals, the others are saved", func(t *testing.T) {
		folder := t.TempDir()
		n, err := r.Printing.SaveOriginals(desktest.Ctx, nil, folder, nil)
		desktest.WantCode(t, "originals", err, "attachment.left_out")
		if files := desktest.ListFiles(t, folder); n != 2 || len(files) != 2 {
			t.Errorf("%d written: %v", n, files)
		}
		for _, file := range desktest.ListFiles(t, folder) {
			if strings.HasPrefix(string(desktest.MustRead(t, file)), "MZ") {
				t.Errorf("%s is a program", file)
			}
		}
		if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventOriginals}); len(events) != 1 || events[0].Note != "2" {
			t.Errorf("history %+v", events)
		}
	})
	t.Run("G11 alone it is not saved either, and nothing is noted", func(t *testing.T) {
		folder := t.TempDir()
		desktest.WantCode(t, "saved", r.Form.SaveAttachment(desktest.Ctx, id, "face_photo", filepath.Join(folder, "face.jpg")), "attachment.no_picture")
		if files := desktest.ListFiles(t, folder); len(files) > 0 || len(desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFileSaved})) > 0 {
			t.Errorf("written: %v", files)
		}
	})
	t.Run("G11 where nothing else is there, nothing is written", func(t *testing.T) {
		other := desktest.MustAdd(t, r, "surname=Бекова", "phone=0555998877")
		mustPlant(t, r, other, "face_photo", program)
		n, err := r.Printing.SaveOriginals(desktest.Ctx, []string{other}, t.TempDir(), nil)
		if desktest.WantCode(t, "originals", err, "attachment.left_out"); n != 0 {
			t.Errorf("%d written", n)
		}
	})
	t.Run("G10 the name ends with what the content is", func(t *testing.T) {
		mustPlant(t, r, id, "face_photo", []byte("\x89PNG\r\n\x1a\n not a picture"))
		_, err := r.Printing.SaveOriginals(desktest.Ctx, []string{id}, t.TempDir(), nil)
		desktest.WantCode(t, "a spoilt PNG", err, "attachment.left_out")
	})
	t.Run("G23 an id that leads into another folder stops nobody's originals", func(t *testing.T) {
		for _, foreign := range []string{"../../x", "a/b", "..", "0d4ff3"} {
			desktest.Must(r.Write(desktest.Ctx, registrar.RightFill, nil, func(w *registry.Edit) error {
				before, err := w.Active(id)
				if err != nil {
					return err
				}
				g := before.Clone()
				g.Set("face_photo", foreign)
				return w.Fill(before, g)
			}))
			folder := t.TempDir()
			n, err := r.Printing.SaveOriginals(desktest.Ctx, []string{id}, folder, nil)
			if desktest.WantCode(t, foreign, err, "attachment.left_out"); n != 2 || len(desktest.ListFiles(t, folder)) != 2 {
				t.Errorf("%s: %d written", foreign, n)
			}
		}
	})
	t.Run("G23 nor does its name lead there", func(t *testing.T) {
		g := desktest.MustFind(t, r, id)
		s := papers.Source{Campaign: r.Campaign(), School: r.School(), Today: r.Today()}
		if name := s.OriginalName(g, campaign.Attached{Field: "face_photo", ID: "../../x"}); strings.ContainsAny(name, `/\.`) {
			t.Errorf("name %q", name)
		}
	})
}
