package registrar_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registry"
)

// lived are the people of a season whose place of record is the centre's site, by the lives that the
// campaign file gives them.
func lived(t *testing.T, r *registrar.Registrar) map[string]registrar.Row {
	t.Helper()
	rows, err := r.Table.List(registrar.Filter{Removed: true})
	desktest.Must(err)
	rows = append(rows, rowsOf(t, r)...)
	all := map[string]registrar.Row{}
	for _, row := range rows {
		for _, p := range row.Graduate.Current().Payments {
			all[p.Number] = row
		}
		switch g := row.Graduate; {
		case g.Removed != nil:
			all["left"] = row
		case g.Get("house") == "14":
			all["given_back"] = row
		case g.Get("house") == "7" && g.Get("street") == "ул. Достук":
			all["changed"] = row
		case slices.Contains(g.Marks, "no_passport"):
			all["no_passport"] = row
		}
	}
	return all
}

// paidWith are the states of somebody's receipts, in their order.
func paidWith(row registrar.Row) string {
	var states []string
	for _, p := range row.Graduate.Current().Payments {
		switch {
		case p.Cancelled != nil:
			states = append(states, "cancelled")
		case p.Verdict == nil:
			states = append(states, "pending")
		default:
			states = append(states, string(p.Verdict.Kind))
		}
		if p.File != "" {
			states[len(states)-1] += " with a photo"
		}
	}
	return strings.Join(states, ", ")
}

// F-02: the season of a campaign with accesses, files and payments is played to its end for those of whom
// pictures are drawn, and every life of its file is there.
func TestSeasonOnTheSite(t *testing.T) {
	r := openDemo(t, makeDemo(t, registrar.DemoOptions{Graduates: 40, Seed: 1, Season: true}))
	all := lived(t, r)
	t.Run("KG-064 KG-065 KG-066 receipts are paid, refused, mended and taken back", func(t *testing.T) {
		for number, want := range map[string]string{"0017273": "cancelled, accepted with a photo", "0017283": "rejected with a photo, accepted with a photo",
			"0017293": "accepted, pending", "0017234": "accepted", "0017253": "rejected, pending"} {
			if have := paidWith(all[number]); have != want {
				t.Errorf("%s: %s, want %s", number, have, want)
			}
		}
		if next := all["0017293"].Next; next != data.NextAwaitPay {
			t.Errorf("next of who waits for the centre is %q", next)
		}
	})
	t.Run("KG-022 KG-029 a portrait that was refused is replaced", func(t *testing.T) {
		replaced := 0
		for _, row := range rowsOf(t, r) {
			if n := len(portraitsOf(t, r, row.Graduate.ID)); n == 2 && row.Images == data.ImagesComplete {
				replaced++
			}
		}
		if replaced != 1 {
			t.Errorf("%d people have brought another portrait", replaced)
		}
	})
	t.Run("KG-058 a form is given back with a remark, mended and finished", func(t *testing.T) {
		g := all["given_back"].Graduate
		if g == nil || g.Current().ReturnedWith() != nil || g.Current().Fact(data.FactFinished, "") == nil {
			t.Fatalf("%+v", g)
		}
	})
	t.Run("KG-001 what has changed is typed into the site again", func(t *testing.T) {
		if row := all["changed"]; row.Site != data.SiteEntered {
			t.Errorf("the site is %q", row.Site)
		}
	})
	t.Run("KG-042 the centre was asked about who has no passport", func(t *testing.T) {
		row := all["no_passport"]
		called := func(f data.Fact) bool { return f.Kind == data.FactCalled }
		if row.Status != data.StatusComplete || !slices.ContainsFunc(row.Graduate.Current().Facts, called) {
			t.Errorf("%s, %d errors", row.Status, row.Errors)
		}
	})
	t.Run("somebody leaves", func(t *testing.T) {
		if row := all["left"]; row.Graduate == nil || row.Status != data.StatusRemoved || row.Graduate.Removed.Note == "" {
			t.Errorf("%+v", row)
		}
	})
	whole := 0
	for _, row := range rowsOf(t, r) {
		if row.Status == data.StatusComplete && row.Site == data.SiteEntered && row.Images == data.ImagesComplete {
			whole++
		}
	}
	if whole != 15 { // sixteen, of whom one has left
		t.Errorf("the season of %d people has come to its end", whole)
	}
	desktest.Sound(t, r)
}

// portraitsOf are the ids of the files that somebody has had as portrait.
func portraitsOf(t *testing.T, r *registrar.Registrar, id string) []string {
	t.Helper()
	var files []string
	for _, e := range desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id}) {
		for _, c := range e.Changes {
			if c.Field == r.Campaign().FaceField() {
				files = append(files, c.After)
			}
		}
	}
	return files
}

// KG-039 KG-069: who has the access fills the form in at home, and the school takes it in.
func TestSeasonAtHome(t *testing.T) {
	c, err := registrar.Campaign("ort-2021", nil)
	desktest.Must(err)
	dir := t.TempDir()
	_, err = registrar.Demo(desktest.Ctx, dir, registrar.DemoOptions{Campaign: c, Graduates: 14, Seed: 1, WithoutPictures: true, Season: true})
	desktest.Must(err)
	r, err := registrar.Open(desktest.Ctx, filepath.Join(dir, "school.graduand"), registrar.SignIn{Phone: c.Demo.Phone, Password: registrar.DemoPassword}, registrar.Options{})
	desktest.Must(err)
	defer func() { desktest.Must(r.Close()) }()
	filled := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventFilled})
	if len(filled) != 1 {
		t.Fatalf("%d forms came back", len(filled))
	}
	row, err := r.Table.Find(filled[0].Graduate)
	desktest.Must(err)
	g := row.Graduate
	if g.Mode != data.BySelf || g.Get("street") == "" || len(g.Current().Subjects) == 0 || g.Access(data.DoorOwn).HandedOver == nil {
		t.Errorf("%+v", g)
	}
}
