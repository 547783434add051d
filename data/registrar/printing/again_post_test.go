package printing_test

import (
	"bytes"
	"errors"
	"path/filepath"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// putPackage puts somebody on a final list in a package with this number of the item.
func putPackage(r *registrar.Registrar, id, tracking string) {
	desktest.Must(r.Write(desktest.Ctx, registrar.RightRegister, nil, func(w *registry.Edit) error {
		before, err := w.Find(id)
		if err != nil {
			return err
		}
		g, fact := before.Clone(), w.Signed(data.FactListed, "")
		fact.Seen = "list"
		g.SetFact(fact)
		l := &data.List{ID: "list", Number: 1, Title: "11-А", Final: &data.FinalList{Date: "2020-02-10", Number: "01-12/7", Rows: 1}}
		p := &data.Package{ID: "package", Number: 1, Lists: []string{l.ID}, Operator: "ukrposhta", Item: "registered_notice", Tracking: tracking}
		return w.Commit(func(c *registry.Change) error {
			return errors.Join(c.Put(g, registry.EventChanged, registry.EventBody{Changes: registry.Difference(before, g)}),
				c.PutList(registry.EventListFinal, l, registry.EventBody{}), c.PutPackage(registry.EventPackageMade, p, registry.EventBody{}))
		})
	}))
}

// F-20: the number of the item on somebody's slip, and the figures of the overview, which no later
// state tells, are printed again as they were.
func TestWhatWasSentIsPrintedAgainAsItWas(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.ChooseCentre(t, r)
	id := desktest.MustAdd(t, r, append(desktest.ZnoValues, "class=11-А", "card_number=1234567")...)
	putPackage(r, id, "0500012340004")
	folder := t.TempDir()
	save := func(name string, job printing.Job) []byte {
		path := filepath.Join(folder, name+".pdf")
		_, err := r.Printing.Save(desktest.Ctx, path, job)
		desktest.Must(err)
		return desktest.MustRead(t, path)
	}
	jobs := []printing.Job{{Document: papers.Tracking, Only: []string{id}}, {Document: papers.Outgoing}, {Document: papers.Progress}, {Document: papers.Progress, Language: "en"},
		{Document: papers.Package, Package: "package"}, {Document: papers.Inventory, Package: "package"}}
	was, entries := make([][]byte, len(jobs)), make([]int64, len(jobs))
	for i, job := range jobs {
		was[i] = save("was", job)
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})
		entries[i] = events[len(events)-1].Seq
	}
	putPackage(r, id, "0500012340011")
	desktest.MustAdd(t, r, "surname=Дуб", "class=11-Б")
	for i, job := range jobs {
		if bytes.Equal(save("now", job), was[i]) {
			t.Errorf("%s says what it said, so that nothing is tried", job.Document)
		}
		if again := save("again", printing.Job{Again: entries[i]}); !bytes.Equal(again, was[i]) {
			t.Errorf("F-20 UA-157 %s in %q is other than it was", job.Document, job.Language)
		}
	}
}
