package photo_test

import (
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/photo"
)

// F-21, D01: a photo that was there last year is no sure one of a folder, and is told of beside the
// others, until somebody has confirmed it.
func TestPhotosOfLastYearAreDoubted(t *testing.T) {
	r := desktest.MustCreate(t, "ort-2021")
	id := desktest.MustAdd(t, r, "surname=Асанова", "given_name=Айгуль", "phone=0555123456")
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	next, err := r.Season.BeginNextYear(desktest.Ctx, filepath.Join(t.TempDir(), "next.graduand"), r.Campaign())
	desktest.Must(err)
	r, err = registrar.Open(desktest.Ctx, next.Path, registrar.SignIn{}, desktest.Options())
	desktest.Must(err)
	t.Cleanup(func() { r.Close() })
	id = desktest.MustAdd(t, r, "surname=Бекова", "given_name=Анара", "phone=0555123457")
	found := matched(t, r, folderOf(t, map[string][]byte{"Бекова Анара.jpg": desktest.GoodPortrait()}))
	if p := found["Бекова Анара.jpg"]; p.Outcome != photo.Doubtful || p.Why != "rule.face_of_last_year" {
		t.Errorf("it is %s, %s", p.Outcome, p.Why)
	}
	desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
	desktest.LookAt(t, r, id)
	differs := func() []data.Finding {
		shown, err := r.Photo.Of(id)
		desktest.Must(err)
		return shown[0].Differs
	}
	if d := differs(); len(d) != 1 || d[0].Rule != "face_of_last_year" {
		t.Errorf("told of are %v", d)
	}
	rows, err := r.Photo.List(registrar.Filter{})
	if err != nil || rows[0].State != photo.StateWaits {
		t.Errorf("they are %s, %v", rows[0].State, err)
	}
	desktest.Must(r.Table.Record(desktest.Ctx, []string{id}, data.Fact{Kind: data.FactConfirmed, Of: "face_of_last_year"}))
	if d := differs(); len(d) > 0 {
		t.Errorf("confirmed it is told of still: %v", d)
	}
}
