package ui

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/centre"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/exchange"
	"graduand/imaging/imagingtest"
	"graduand/ui/door"
	"graduand/ui/frame"
	"graduand/ui/frame/frametest"
)

// guideFolder is where the registry of the guide lies, by the language of its campaign.
var guideFolder = map[string]string{"uk": "Документи", "ru": "Документы"}

// guideSchool is a window of who is responsible in the school that stands at that day; its registry lies
// where the program proposes.
func guideSchool(t *testing.T, campaign string, today data.Date) *frame.Window {
	t.Helper()
	c, err := registrar.Campaign(campaign, nil)
	desktest.Must(err)
	folder := filepath.Join(t.TempDir(), guideFolder[c.Language])
	_, err = registrar.Demo(t.Context(), folder, registrar.DemoOptions{Campaign: c, Graduates: 40, Seed: 1,
		WithoutPictures: true, WithoutPapers: today == "", Season: today != "" && !c.RecordedOnSite(), Until: today})
	desktest.Must(err)
	path := door.FreeName(folder, c.Demo.School, c)
	desktest.Must(os.Rename(filepath.Join(folder, "school.graduand"), path))
	w, _ := frametest.New(t, c.Language)
	w.Key, w.Settings.Noticed = nil, true
	if today != "" {
		w.Now = func() time.Time { return today.Time().Add(12 * time.Hour) }
	}
	who := registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}
	r, err := registrar.Open(t.Context(), path, who, registrar.Options{Now: w.Now, Rand: rand.NewChaCha8([32]byte{7})})
	desktest.Must(err)
	workOn(t, r, folder, today)
	desktest.Must(r.Close())
	w.OpenAs(path, who, w.OnOpened)
	return w
}

// workOn does in the school of the guide what the demonstration has not: a portrait blocks where the
// pictures show it, and there is something to be sent.
func workOn(t *testing.T, r *registrar.Registrar, folder string, today data.Date) {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{})
	desktest.Must(err)
	if today == "" || r.Campaign().RecordedOnSite() {
		face := imagingtest.Person{Person: imagingtest.Somebody().Sized(480)}
		face.Grey = true
		withPassport(r, face.JPEG(t))
	}
	switch {
	case today == "":
	case r.Campaign().RecordedOnSite():
		var whole []string
		for _, row := range rows[2:12] {
			if g := row.Graduate; g.Patronymic != "" { // of who has none it is asked first
				finishWhole(t, r, g.ID, byte(len(whole)))
				whole = append(whole, g.ID)
			}
		}
		write(t, r, folder, whole[:4])
	default:
		for _, row := range []registrar.Row{rows[3], rows[10]} {
			desktest.Set(t, r, row.Graduate.ID, "street=вул. Озерна", "house=7")
		}
	}
}

// finishWhole finishes the form of somebody who has brought all pictures.
func finishWhole(t *testing.T, r *registrar.Registrar, id string, n byte) {
	t.Helper()
	for i, field := range []string{"passport_front", "passport_back", "face_photo"} {
		desktest.Attach(t, r, id, field, desktest.Picture(t, 10+3*n+byte(i)))
	}
	desktest.LookAt(t, r, id)
	desktest.Must(r.Form.Finish(t.Context(), id))
}

// write has the school write to its centre of some, and take in the receipt.
func write(t *testing.T, r *registrar.Registrar, folder string, ids []string) {
	t.Helper()
	inbox := filepath.Join(folder, "out", "to-centre")
	_, err := r.Exchange.Export(t.Context(), exchange.Order{To: inbox, Only: ids}, nil)
	desktest.Must(err)
	c, err := centre.Open(t.Context(), filepath.Join(folder, "centre"), centre.Options{Program: registrar.Program, Now: r.Now, Random: rand.NewChaCha8([32]byte{8})})
	desktest.Must(err)
	defer func() { desktest.Must(c.Close()) }()
	state, err := r.Exchange.State()
	desktest.Must(err)
	school := ""
	desktest.Must(c.Schools(t.Context(), func(s *centre.School) error { school = s.Code; return nil }))
	desktest.Must(c.Confirm(t.Context(), school, state.Own))
	desktest.Must(c.Ingest(t.Context(), inbox, centre.Ingesting{Tell: func(o *centre.Outcome) error {
		in, err := r.Exchange.Look(t.Context(), o.Receipt)
		desktest.Must(err)
		_, err = r.Exchange.Receive(t.Context(), in)
		return err
	}}))
}
