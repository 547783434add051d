package registrar_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// photoSize is that of a portrait of a usual camera, shrunk as schools do, in octets.
const photoSize = 200_000

// atOnce is how many people get their form and their photo in one change of the fixture.
const atOnce = 250

// photographed is the path of a registry of n invented people with filled forms and a portrait each, judged, which opens
// by the demonstration's password. The octets of the portraits are random behind their head, as those of a
// JPEG are.
func photographed(tb testing.TB, n int) string {
	tb.Helper()
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	o := desktest.Options()
	o.Key = nil
	path := filepath.Join(tb.TempDir(), "school.graduand")
	r, err := registrar.Create(desktest.Ctx, path, c, c.Demo.School, registrar.Founder{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, o)
	desktest.Must(err)
	people := registrar.Invent(registrar.DemoOptions{Campaign: c, Graduates: n, Seed: 1})
	judged := picture.Judge(c, desktest.GoodPortrait(), picture.QuestionOf(c, "face_photo", "photo.jpg", r.Today()))
	chance := rand.NewChaCha8([32]byte{3})
	photo := append([]byte{}, desktest.GoodPortrait()...)
	photo = append(photo, make([]byte, max(0, photoSize-len(photo)))...)
	for first := 0; first < n; first += atOnce {
		some := people[first:min(n, first+atOnce)]
		desktest.Must(r.Write(desktest.Ctx, registry.RightRegister, nil, func(w *registry.Edit) error {
			return enterWithPhotos(w, c, some, first, judged, func() []byte {
				_, _ = chance.Read(photo[1000:])
				return photo
			})
		}))
	}
	desktest.Must(r.Close())
	return path
}

// enterWithPhotos adds people, fills in their forms, and attaches a photo to each, in two changes.
func enterWithPhotos(w *registry.Edit, c *campaign.Campaign, people []data.Graduate, first int, judged *data.Judged, photo func() []byte) error {
	err := w.Commit(func(change *registry.Change) error {
		for i := range people {
			g := &people[i]
			g.ID = fmt.Sprintf("g%06d", first+i)
			g.Document = data.Document{Kind: "passport", Series: "ID", Number: fmt.Sprintf("%07d", 1000000+first+i)}
			if err := change.Add(g); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return w.Commit(func(change *registry.Change) error {
		for i := range people {
			before, err := w.Active(people[i].ID)
			if err != nil {
				return err
			}
			a, err := w.Seal(before, photo())
			if err != nil {
				return err
			}
			own := *judged
			own.SHA256 = a.Print
			g := c.WithAttached(before, campaign.Attached{Field: "face_photo", ID: a.ID}, &own)
			for field, values := range c.Demo.Values {
				g.Set(field, values[i%len(values)])
			}
			changes := registry.Difference(before, g)
			g.NotePrint(a.ID, a.Print)
			if err := errors.Join(change.AddAttachment(a), change.Put(g, registry.EventChanged, registry.EventBody{Changes: changes})); err != nil {
				return err
			}
		}
		return nil
	})
}
