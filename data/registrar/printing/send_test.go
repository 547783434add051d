package printing_test

import (
	"bytes"
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/printer"
	"graduand/data/printer/printertest"
	"graduand/data/registrar"
	"graduand/data/registrar/desktest"
	"graduand/data/registrar/printing"
	"graduand/data/registry"
)

// office is a system with two printers.
func office() *printertest.Fake {
	return &printertest.Fake{All: []printing.Printer{{Name: "Canon", Title: "Каса"}, {Name: "HP", Title: "HP LaserJet", Default: true}}}
}

func TestPrintOnAPrinter(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А")
	desktest.MustAdd(t, r, "surname=Дуб", "class=11-Б")
	pc := office()
	job := printing.Job{Document: printing.Card, Class: "11-А"}
	sent, err := r.Printing.Print(registrar.GoesTo(desktest.Ctx, "класний керівник"), pc, job, printing.Sheets{Copies: 2, Reverse: true, Sides: printing.TwoSided})
	desktest.Must(err)
	var pdf bytes.Buffer
	_, err = r.Printing.Draw(&pdf, registrar.FormatPDF, job)
	desktest.Must(err)
	printed := pc.Jobs()[0]
	t.Run("the very bytes of the preview, released", func(t *testing.T) {
		if !bytes.Equal(printed.Pages, pdf.Bytes()) || !printed.Released || printed.Cancelled {
			t.Errorf("%d bytes of %d, %+v", len(printed.Pages), pdf.Len(), printed)
		}
	})
	t.Run("as it was asked, and nobody is named in the queue", func(t *testing.T) {
		want := printer.Order{Printer: "HP", Paper: "a4", Copies: 2, Reverse: true, Sides: printing.TwoSided, Title: "Реєстраційні картки (1)"}
		if printed.Order != want || sent.Printer != "HP LaserJet" || sent.Pages != 1 || sent.Graduates != 1 {
			t.Errorf("%+v, %+v", printed.Order, sent)
		}
	})
	t.Run("KG-013 F-05 the history tells who, where, how often, and to whom it was handed", func(t *testing.T) {
		events := desktest.EventsOf(t, r, registrar.HistoryFilter{Graduate: id, Kind: registry.EventPrinted})
		if len(events) != 1 {
			t.Fatalf("%d events", len(events))
		}
		e := events[0]
		if e.Note != printing.Card || e.To != "класний керівник" || !slices.Equal(e.Graduates, []string{id}) ||
			e.Print == nil || e.Print.Printer != "HP LaserJet" || e.Print.Copies != 2 || e.Print.School.Name != "Ліцей" {
			t.Errorf("%+v, %+v", e, e.Print)
		}
	})
	t.Run("each document asks for its sheet", func(t *testing.T) {
		desktest.Attach(t, r, id, "face_photo", desktest.GoodPortrait())
		for want, job := range map[string]printing.Job{"10x15": {Document: printing.Photos, Paper: "10x15"}, "a4": {Document: printing.Card}} {
			pc := office()
			_, err := r.Printing.Print(desktest.Ctx, pc, job, printing.Sheets{})
			desktest.Must(err)
			if got := pc.Jobs()[0].Order.Paper; got != want {
				t.Errorf("%s is printed on %q", job.Document, got)
			}
		}
	})
	t.Run("an envelope asks for its own", func(t *testing.T) {
		d := r.Printing.Document(papers.Envelope)
		if got := d.PaperOf(printing.Job{}); got != "c4" {
			t.Errorf("%q", got)
		}
	})
	t.Run("another printer, by its name", func(t *testing.T) {
		sent, err := r.Printing.Print(desktest.Ctx, pc, job, printing.Sheets{Printer: "Canon"})
		if err != nil || sent.Printer != "Каса" || pc.Jobs()[1].Order.Copies != 1 {
			t.Errorf("%+v, %v", sent, err)
		}
	})
	t.Run("the backs of what is cut or glued onto stay empty, the printer decides of others", func(t *testing.T) {
		for document, want := range map[string]printing.Sides{printing.Card: printing.OneSided, printing.Sheet: printing.OneSided, printing.List: "", printing.Missing: ""} {
			_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: document, Only: []string{id}}, printing.Sheets{})
			if jobs := pc.Jobs(); err != nil || jobs[len(jobs)-1].Order.Sides != want {
				t.Errorf("%s: %+v, %v", document, jobs[len(jobs)-1].Order, err)
			}
		}
	})
	t.Run("a title says no name, whatever document it is", func(t *testing.T) {
		for _, document := range r.Printing.Documents() {
			_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: document, Only: []string{id}}, printing.Sheets{})
			if err == nil && strings.Contains(pc.Jobs()[len(pc.Jobs())-1].Order.Title, "Сорока") {
				t.Errorf("%s: %q", document, pc.Jobs()[len(pc.Jobs())-1].Order.Title)
			}
		}
	})
}

func TestPrintRefusesAndNotesNothing(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	desktest.MustAdd(t, r, "surname=Сорока")
	full := errors.New("the queue is full")
	for _, c := range []struct {
		name, code string
		pc         *printertest.Fake
		job        printing.Job
		how        printing.Sheets
	}{
		{"no printer", "printer.none", &printertest.Fake{}, printing.Job{Document: printing.Card}, printing.Sheets{}},
		{"a printer that there is not", "printer.unknown", office(), printing.Job{Document: printing.Card}, printing.Sheets{Printer: "-o x"}},
		{"several and no default one", "printer.no_default", &printertest.Fake{All: []printing.Printer{{Name: "a"}, {Name: "b"}}}, printing.Job{Document: printing.Card}, printing.Sheets{}},
		{"the queue refuses it", "printer.refused", &printertest.Fake{All: office().All, Staging: func() error { return data.FailWith(full, "printer.refused", nil) }},
			printing.Job{Document: printing.Card}, printing.Sheets{}},
		{"UA-027 a final list with draft numbers", "print.final_needs_numbers", office(), printing.Job{Document: printing.List, Final: true}, printing.Sheets{}},
	} {
		_, err := r.Printing.Print(desktest.Ctx, c.pc, c.job, c.how)
		desktest.WantCode(t, c.name, err, c.code)
		for _, job := range c.pc.Jobs() {
			if job.Released || !job.Cancelled {
				t.Errorf("%s: %+v", c.name, job)
			}
		}
	}
	if events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: registry.EventPrinted}); len(events) > 0 {
		t.Errorf("the history tells of %v", events)
	}
}

// What the queue does not let go was not printed: the history tells both, and the card is as far as it
// was before.
func TestWhatTheQueueDoesNotLetGoIsNotPrinted(t *testing.T) {
	r := desktest.MustCreate(t, "zno-2020")
	id := desktest.MustAdd(t, r, "surname=Сорока", "class=11-А", "card_number=0412352")
	full := data.FailWith(errors.New("the queue is full"), "printer.refused", nil)
	refuse := func() {
		t.Helper()
		pc := office()
		pc.Releasing = func(context.Context) error { return full }
		_, err := r.Printing.Print(desktest.Ctx, pc, printing.Job{Document: printing.Card}, printing.Sheets{})
		desktest.WantCode(t, "the queue is full", err, "printer.refused")
		if job := pc.Jobs()[0]; job.Released || !job.Cancelled {
			t.Errorf("it waits in the queue: %+v", job)
		}
		sent, unsent := lastOf(t, r, registry.EventPrinted), lastOf(t, r, registry.EventUnprinted)
		if unsent.Seq != sent.Seq+1 || unsent.Note != printing.Card || !slices.Equal(unsent.Graduates, []string{id}) || unsent.Print.Printer != "HP LaserJet" {
			t.Errorf("%+v after %+v", unsent, sent)
		}
	}
	state := func(want data.CardState) {
		t.Helper()
		if row, err := r.Table.Find(id); err != nil || row.Card != want {
			t.Errorf("the card is %s, want %s, %v", row.Card, want, err)
		}
	}
	refuse()
	state(data.CardMissing)
	_, err := r.Printing.Print(desktest.Ctx, office(), printing.Job{Document: printing.Card}, printing.Sheets{})
	desktest.Must(err)
	state(data.CardPrinted)
	desktest.Set(t, r, id, "class=11-Б")
	refuse()
	state(data.CardChanged)
	path := r.Path()
	desktest.Must(r.Close())
	r, err = registrar.Open(desktest.Ctx, path, registrar.SignIn{}, desktest.Options())
	desktest.Must(err)
	t.Cleanup(func() { r.Close() })
	state(data.CardChanged)
	desktest.Sound(t, r)
}

// lastOf is the newest event of a kind.
func lastOf(t *testing.T, r *registrar.Registrar, kind string) registrar.Event {
	t.Helper()
	events := desktest.EventsOf(t, r, registrar.HistoryFilter{Kind: kind})
	if len(events) == 0 {
		t.Fatalf("the history has no %s", kind)
	}
	return events[len(events)-1]
}
