package registrar

import (
	"bytes"
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
)

// answered says that r answers another question now. Nothing waits so long but for a lock.
func answered(r *Registrar) error {
	done := make(chan error, 1)
	go func() { done <- second(r.List(Filter{})) }()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		return errors.New("the registry is not free")
	}
}

// slowWriter asks r something at every write, as another goroutine would.
type slowWriter struct {
	r   *Registrar
	err error
}

func (w *slowWriter) Write(p []byte) (int, error) {
	w.err = errors.Join(w.err, answered(w.r))
	return len(p), w.err
}

// heldJobs are documents in every format of their campaigns.
func heldJobs(t *testing.T, try func(name string, r *Registrar, job PrintJob)) {
	t.Helper()
	for _, campaign := range Campaigns() {
		r := mustCreate(t, campaign)
		mustAdd(t, r, "surname=Сорока", "class=11-А", "street=вул. Лісова", "phone=")
		for _, d := range papers.Documents(r.Campaign()) {
			for _, format := range d.Formats {
				job := PrintJob{Document: d.Code, Format: format}
				if _, err := r.Print(io.Discard, format, job); data.CodeOf(err) != "print.nobody_needs" {
					try(campaign+" "+d.Code+format, r, job)
				}
			}
		}
	}
}

func TestTheRegistryIsFreeWhileADocumentIsWritten(t *testing.T) {
	heldJobs(t, func(name string, r *Registrar, job PrintJob) {
		t.Run(name, func(t *testing.T) {
			if _, err := r.Print(&slowWriter{r: r}, job.Format, job); err != nil {
				t.Error(err)
			}
		})
	})
	t.Run("a file is drawn", func(t *testing.T) {
		r := mustCreate(t, "zno-2020")
		path := filepath.Join(t.TempDir(), "x.pdf")
		must(r.deliver(ctx, path, RightPrint, EventPrinted, func() (drawing, error) {
			return func(w io.Writer) (eventBody, error) { return eventBody{}, second((&slowWriter{r: r}).Write(nil)) }, nil
		}))
	})
	t.Run("originals are saved", func(t *testing.T) {
		r := mustCreate(t, "ort-2021")
		id := mustAdd(t, r, "surname=Асанова", "phone=")
		must(r.Attach(ctx, id, "passport_front", smallPicture))
		var asked error
		n, err := r.SaveOriginals(ctx, nil, t.TempDir(), func(int, int) { asked = answered(r) })
		if n != 1 || err != nil || asked != nil {
			t.Errorf("%d written, %v, %v", n, err, asked)
		}
	})
}

func TestWhatIsPrintedIsOfOneMoment(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока", "class=11-А", "street=вул. Лісова")
	for _, document := range r.Documents()[:5] {
		if document == DocumentRegister {
			continue
		}
		job := PrintJob{Document: document, Format: papers.PDF}
		var before, after bytes.Buffer
		must(second(r.Print(&before, papers.PDF, job)))
		o, err := reading(r, RightLook, func() (*order, error) { return r.order(job) })
		must(err)
		set(t, r, id, "surname=Яструб"+document, "street=", "subjects=")
		must(r.ChangeSchool(ctx, data.School{Name: "Гімназія " + document}))
		must(second(o.print(&after)))
		if !bytes.Equal(before.Bytes(), after.Bytes()) {
			t.Errorf("%s shows what was changed after it was begun", document)
		}
	}
}

// deliverAfter delivers a file about a graduate and does something while it is drawn.
func deliverAfter(r *Registrar, path, id string, meanwhile func() error) error {
	return r.deliver(ctx, path, RightPrint, EventPrinted, func() (drawing, error) {
		return func(w io.Writer) (eventBody, error) {
			_, err := io.WriteString(w, "new")
			return eventBody{Graduates: []string{id}}, errors.Join(err, meanwhile())
		}, nil
	})
}

func TestNothingIsHandedOutAfter(t *testing.T) {
	for _, c := range []struct {
		name, code string
		meanwhile  func(r *Registrar, id string) error
	}{
		{"KG-012 the registry was locked", "vault.locked", func(r *Registrar, _ string) error { return r.Close() }},
		{"F-16 the graduate was erased", "graduate.unknown", func(r *Registrar, id string) error {
			return second(r.Erase(ctx, []string{id}, "прохання"))
		}},
		{"F-06 the right was lost", "account.not_allowed", func(r *Registrar, _ string) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			r.who.Role = RoleReader
			return nil
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := mustCreate(t, "zno-2020")
			id := mustAdd(t, r, "surname=Сорока")
			folder := t.TempDir()
			path := filepath.Join(folder, "x.pdf")
			must(os.WriteFile(path, []byte("old"), 0o600))
			err := deliverAfter(r, path, id, func() error { return c.meanwhile(r, id) })
			wantCode(t, c.name, err, c.code)
			mustHold(t, folder, map[string]string{"x.pdf": "old"})
		})
	}
	t.Run("the originals of a locked registry", func(t *testing.T) {
		r := mustCreate(t, "ort-2021")
		for i := range 2 {
			id := mustAdd(t, r, fmt.Sprintf("surname=Асанова%d", i), "phone=")
			must(r.Attach(ctx, id, "passport_front", picture(t, byte(i))))
		}
		folder := t.TempDir()
		n, err := r.SaveOriginals(ctx, nil, folder, func(int, int) { must(r.Close()) })
		wantCode(t, "originals", err, "vault.locked")
		if n != 0 {
			t.Errorf("%d are said to be written", n)
		}
		mustHold(t, folder, nil)
	})
}

func TestAFailedDrawingLeavesTheFile(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	folder := t.TempDir()
	path := filepath.Join(folder, "x.pdf")
	must(os.WriteFile(path, []byte("old"), 0o600))
	before := r.head
	if err := deliverAfter(r, path, "", func() error { return io.ErrClosedPipe }); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
	mustHold(t, folder, map[string]string{"x.pdf": "old"})
	if r.head != before {
		t.Error("the history tells of it")
	}
}

func TestADeliveryIsFinishedThoughCancelled(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока")
	folder := t.TempDir()
	cancelled, cancel := context.WithCancel(ctx)
	err := r.deliver(cancelled, filepath.Join(folder, "x.pdf"), RightPrint, EventPrinted, func() (drawing, error) {
		return func(w io.Writer) (eventBody, error) {
			cancel()
			_, err := io.WriteString(w, "new")
			return eventBody{Note: DocumentCard, Graduates: []string{id}}, err
		}, nil
	})
	must(err)
	mustHold(t, folder, map[string]string{"x.pdf": "new"})
	if events := eventsOf(t, r, HistoryFilter{Kind: EventPrinted}); len(events) != 1 || events[0].Note != DocumentCard {
		t.Errorf("the history says %+v", events)
	}
}

func TestNoPaperIsWrittenOverTheRegistry(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока")
	path := r.Path()
	for name, write := range map[string]func() error{
		"the certificate":              func() error { return r.WriteCertificate(path, Erased{}) },
		"an erasure's certificate":     func() error { return second(r.EraseWithCertificate(ctx, []string{id}, "прохання", path)) },
		"the certificate of pictures":  func() error { return second(r.EraseImagesWithCertificate(ctx, nil, "прохання", path)) },
		"the sheet of a paper code":    func() error { return r.SavePaperKey(ctx, path) },
		"the sheet of a code that was": func() error { return r.WritePaperKey(path, "AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA-AAAAAA") },
		"a document":                   func() error { return second(r.PrintFile(ctx, path, PrintJob{Document: DocumentCard})) },
	} {
		wantCode(t, name, write(), "print.over_registry")
	}
	if mustFind(t, r, id) == nil {
		t.Error("somebody was erased")
	}
	mustBeSound(t, r)
}

// TestManyPrintAtOnce is for the race detector: nothing that is drawn is altered meanwhile.
func TestManyPrintAtOnce(t *testing.T) {
	r := mustCreate(t, "zno-2020")
	id := mustAdd(t, r, "surname=Сорока", "class=11-А", "subjects=ukrainian")
	var all sync.WaitGroup
	failed := make(chan error, 100)
	for _, document := range []string{DocumentCard, DocumentList, DocumentMissing, DocumentSheet, DocumentSite} {
		all.Go(func() {
			for range 5 {
				failed <- second(r.Print(io.Discard, papers.PDF, PrintJob{Document: document}))
			}
		})
	}
	for i := range 10 {
		set(t, r, id, fmt.Sprintf("house=%d", i+1))
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
		if got := string(mustRead(t, filepath.Join(folder, e.Name()))); want[e.Name()] != got {
			t.Errorf("%s holds %q", e.Name(), got)
		}
	}
	if len(entries) != len(want) {
		t.Errorf("%d files of %d", len(entries), len(want))
	}
}
