package registry_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/printer/printertest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/envelope"
	"graduand/data/registrar/printing"
	"graduand/data/registrar/season"
	"graduand/data/registry"
)

// answered says that r answers another question now. Nothing waits so long but for a lock.
func answered(r *registrar.Registrar) error {
	done := make(chan error, 1)
	go func() { done <- second(r.Table.List(registrar.Filter{})) }()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		return errors.New("the registry is not free")
	}
}

// slowWriter asks r something at every write, as another goroutine would.
type slowWriter struct {
	r   *registrar.Registrar
	err error
}

func (w *slowWriter) Write(p []byte) (int, error) {
	w.err = errors.Join(w.err, answered(w.r))
	return len(p), w.err
}

// heldJobs are documents in every format of their campaigns.
func heldJobs(t *testing.T, try func(name string, r *registrar.Registrar, job printing.Job)) {
	t.Helper()
	for _, campaign := range registrar.Campaigns() {
		r := desktest.MustCreate(t, campaign)
		desktest.ChooseCentre(t, r)
		id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А", "street=вул. Лісова", "phone=")
		desktest.Attach(t, r, id, r.Campaign().FaceField(), desktest.GoodPortrait())
		if r.Campaign().Field("copy_front") != nil {
			desktest.Attach(t, r, id, "copy_front", desktest.CardFront())
		}
		if r.Campaign().Has(registry.CapabilityEnvelopes) {
			desktest.Must(r.Envelope.Arrived(desktest.Ctx, []string{id}, envelope.Arrival{}))
		}
		desktest.Wrote(t, r)
		for _, d := range papers.Documents(r.Campaign()) {
			for _, format := range d.Formats {
				job := printing.Job{Document: d.Code, Format: format}
				if d.Picked {
					job.Only = []string{id}
				}
				if d.Sent && !d.Written {
					job.Package = sentIn(r, id)
				}
				if _, err := r.Printing.Draw(io.Discard, format, job); data.CodeOf(err) != "print.nobody_needs" {
					try(campaign+" "+d.Code+format, r, job)
				}
			}
		}
	}
}

// sentIn puts somebody onto a final list in a package, and gives the id of that.
func sentIn(r *registrar.Registrar, id string) string {
	desktest.Must(r.Write(desktest.Ctx, registrar.RightRegister, nil, func(w *registry.Edit) error {
		before, err := w.Find(id)
		if err != nil {
			return err
		}
		g, fact := before.Clone(), w.Signed(data.FactListed, "")
		fact.Seen = "list"
		g.SetFact(fact)
		l := &data.List{ID: "list", Number: 1, Final: &data.FinalList{Date: "2020-02-10", Number: "7", Rows: 1}}
		return w.Commit(func(c *registry.Change) error {
			return errors.Join(c.Put(g, registry.EventChanged, registry.EventBody{Changes: registry.Difference(before, g)}),
				c.PutList(registry.EventListFinal, l, registry.EventBody{}),
				c.PutPackage(registry.EventPackageMade, &data.Package{ID: "package", Number: 1, Lists: []string{l.ID}}, registry.EventBody{}))
		})
	}))
	return "package"
}

func TestTheRegistryIsFreeWhileADocumentIsWritten(t *testing.T) {
	heldJobs(t, func(name string, r *registrar.Registrar, job printing.Job) {
		t.Run(name, func(t *testing.T) {
			if _, err := r.Printing.Draw(&slowWriter{r: r}, job.Format, job); err != nil {
				t.Error(err)
			}
		})
	})
	t.Run("a file is drawn", func(t *testing.T) {
		r := desktest.MustCreate(t, "zno-2020")
		path := filepath.Join(t.TempDir(), "x.pdf")
		desktest.Must(r.Deliver(desktest.Ctx, path, registrar.RightPrint, registry.EventPrinted, func(*registry.View) (registry.Drawing, error) {
			return func(w io.Writer) (registry.EventBody, error) {
				return registry.EventBody{}, second((&slowWriter{r: r}).Write(nil))
			}, nil
		}))
	})
	t.Run("originals are saved", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		id := desktest.MustAdd(t, r, "surname=Асанова", "phone=")
		desktest.Must(r.Form.Attach(desktest.Ctx, id, "passport_front", "", smallPicture))
		var asked error
		n, err := r.Printing.SaveOriginals(desktest.Ctx, nil, t.TempDir(), func(int, int) { asked = answered(r) })
		if n != 1 || err != nil || asked != nil {
			t.Errorf("%d written, %v, %v", n, err, asked)
		}
	})
}

// deliverAfter delivers a file about a graduate and does something while it is drawn.
func deliverAfter(r *registrar.Registrar, path, id string, meanwhile func() error) error {
	return r.Deliver(desktest.Ctx, path, registrar.RightPrint, registry.EventPrinted, func(*registry.View) (registry.Drawing, error) {
		return func(w io.Writer) (registry.EventBody, error) {
			_, err := io.WriteString(w, "new")
			return registry.EventBody{Graduates: []string{id}}, errors.Join(err, meanwhile())
		}, nil
	})
}

// losses are what takes a document back that is on its way out.
var losses = []struct {
	name, code string
	meanwhile  func(r *registrar.Registrar, id string) error
}{
	{"KG-012 the registry was locked", "vault.locked", func(r *registrar.Registrar, _ string) error { return r.Close() }},
	{"F-16 the graduate was erased", "graduate.unknown", func(r *registrar.Registrar, id string) error {
		return second(r.Season.Erase(desktest.Ctx, []string{id}, "прохання"))
	}},
	{"F-06 the right was lost", "account.not_allowed", func(r *registrar.Registrar, _ string) error {
		r.Demote(registrar.RoleReader)
		return nil
	}},
}

func TestNothingIsPrintedAfter(t *testing.T) {
	for _, c := range losses {
		t.Run(c.name, func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			id := desktest.MustAdd(t, r, "surname=Сорока")
			pc := &printertest.Fake{All: []printing.Printer{{Name: "HP"}}, Staging: func() error { return c.meanwhile(r, id) }}
			_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: printing.Card}, printing.Sheets{})
			desktest.WantCode(t, c.name, err, c.code)
			if job := pc.Jobs()[0]; job.Released || !job.Cancelled {
				t.Errorf("it waits in the queue: %+v", job)
			}
		})
	}
}

// Whoever asks the queue waits, but nobody waits for the registry meanwhile, and the history has the
// document before it is let go.
func TestTheRegistryIsFreeWhileAQueueAnswers(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока")
	pc := &printertest.Fake{All: []printing.Printer{{Name: "HP"}}}
	pc.Releasing = func(context.Context) error {
		if err := answered(r); err != nil {
			return err
		}
		if n := len(desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted})); n != 1 {
			t.Errorf("%d entries of the history tell of it", n)
		}
		return io.ErrClosedPipe
	}
	pc.Cancelling = func(context.Context) error { return answered(r) }
	_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: printing.Card}, printing.Sheets{})
	if !errors.Is(err, io.ErrClosedPipe) || !pc.Jobs()[0].Cancelled {
		t.Errorf("%v, called off %v", err, pc.Jobs()[0].Cancelled)
	}
}

func TestNothingIsHandedOutAfter(t *testing.T) {
	for _, c := range losses {
		t.Run(c.name, func(t *testing.T) {
			r := desktest.MustCreate(t, "zno-2020")
			id := desktest.MustAdd(t, r, "surname=Сорока")
			folder := t.TempDir()
			path := filepath.Join(folder, "x.pdf")
			desktest.Must(os.WriteFile(path, []byte("old"), 0o600))
			err := deliverAfter(r, path, id, func() error { return c.meanwhile(r, id) })
			desktest.WantCode(t, c.name, err, c.code)
			mustHold(t, folder, map[string]string{"x.pdf": "old"})
		})
	}
	t.Run("the originals of a locked registry", func(t *testing.T) {
		r := desktest.MustCreate(t, "ort-2021")
		for i := range 2 {
			id := desktest.MustAdd(t, r, fmt.Sprintf("surname=Асанова%d", i), "phone=")
			desktest.Must(r.Form.Attach(desktest.Ctx, id, "passport_front", "", desktest.Picture(t, byte(i))))
		}
		folder := t.TempDir()
		n, err := r.Printing.SaveOriginals(desktest.Ctx, nil, folder, func(int, int) { desktest.Must(r.Close()) })
		desktest.WantCode(t, "originals", err, "vault.locked")
		if n != 0 {
			t.Errorf("%d are said to be written", n)
		}
		mustHold(t, folder, nil)
	})
}

func TestAFailedDrawingLeavesTheFile(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	folder := t.TempDir()
	path := filepath.Join(folder, "x.pdf")
	desktest.Must(os.WriteFile(path, []byte("old"), 0o600))
	before := r.Head()
	if err := deliverAfter(r, path, "", func() error { return io.ErrClosedPipe }); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
	mustHold(t, folder, map[string]string{"x.pdf": "old"})
	if r.Head() != before {
		t.Error("the history tells of it")
	}
}

func TestADeliveryIsFinishedThoughCancelled(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока")
	folder := t.TempDir()
	cancelled, cancel := context.WithCancel(desktest.Ctx)
	err := r.Deliver(cancelled, filepath.Join(folder, "x.pdf"), registrar.RightPrint, registry.EventPrinted, func(*registry.View) (registry.Drawing, error) {
		return func(w io.Writer) (registry.EventBody, error) {
			cancel()
			_, err := io.WriteString(w, "new")
			return registry.EventBody{Note: printing.Card, Graduates: []string{id}}, err
		}, nil
	})
	desktest.Must(err)
	mustHold(t, folder, map[string]string{"x.pdf": "new"})
	if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted}); len(events) != 1 || events[0].Note != printing.Card {
		t.Errorf("the history says %+v", events)
	}
}

func TestNoPaperIsWrittenOverTheRegistry(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока")
	path := r.Path()
	for name, write := range map[string]func() error{
		"the certificate": func() error { return r.Season.WriteCertificate(path, season.Erased{}) },
		"an erasure's certificate": func() error {
			return second(r.Season.EraseWithCertificate(desktest.Ctx, []string{id}, "прохання", path))
		},
		"the certificate of pictures": func() error {
			return second(r.Season.EraseImagesWithCertificate(desktest.Ctx, nil, "прохання", path))
		},
		"the sheet of a paper code": func() error { return r.Printing.SavePaperKey(desktest.Ctx, path) },
		"the sheet of a code that was": func() error {
			return r.Printing.WritePaperKey(path, "AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA")
		},
		"a document": func() error {
			return second(r.Printing.Save(desktest.Ctx, path, printing.Job{Document: printing.Card}))
		},
	} {
		desktest.WantCode(t, name, write(), "print.over_registry")
	}
	if desktest.MustFind(t, r, id) == nil {
		t.Error("somebody was erased")
	}
	mustBeSound(t, r)
}

// TestManyPrintAtOnce is for the race detector: nothing that is drawn is altered meanwhile.
func TestManyPrintAtOnce(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А", "subjects=ukrainian")
	var all sync.WaitGroup
	failed := make(chan error, 100)
	for _, document := range []string{printing.Card, printing.List, printing.Missing, printing.Sheet, printing.Site} {
		all.Go(func() {
			for range 5 {
				failed <- second(r.Printing.Draw(io.Discard, papers.FormatPDF, printing.Job{Document: document}))
			}
		})
	}
	for i := range 10 {
		desktest.Set(t, r, id, fmt.Sprintf("house=%d", i+1))
	}
	all.Wait()
	close(failed)
	for err := range failed {
		if err != nil {
			t.Error(err)
		}
	}
}

// mustHold wants these files in a folder, by name and content, and no others.
func mustHold(t *testing.T, folder string, want map[string]string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if got := string(desktest.MustRead(t, filepath.Join(folder, e.Name()))); want[e.Name()] != got {
			t.Errorf("%s holds %q", e.Name(), got)
		}
	}
	if len(entries) != len(want) {
		t.Errorf("%d files of %d", len(entries), len(want))
	}
}
