package printing

import (
	"cmp"
	"context"
	"errors"
	"time"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/printer"
	"graduand/data/registry"
)

// The printing system of the PC, as the window and the command line know it.
type (
	// System prints on this PC.
	System = printer.System
	// Printer is one that the PC knows.
	Printer = printer.Printer
	// Sides says which sides of a sheet are printed on.
	Sides = printer.Sides
	// State is how far a job is.
	State = printer.State
	// Phase is how far a job is, in one word.
	Phase = printer.Phase
)

// See package printer.
const (
	OneSided  = printer.OneSided
	TwoSided  = printer.TwoSided
	Waiting   = printer.Waiting
	Stopped   = printer.Stopped
	Done      = printer.Done
	Cancelled = printer.Cancelled
	Failed    = printer.Failed

	MaximumCopies = printer.MaximumCopies
)

// Here is the printing system of this PC. A file that another program prints, as on Windows,
// gets its path from place.
func Here(place func(name string) (string, error)) System { return printer.Here(place) }

// Watch is [printer.Watch].
func Watch(ctx context.Context, job printer.Job, every time.Duration, tell func(State)) (State, error) {
	return printer.Watch(ctx, job, every, tell)
}

// Sheets says how a document is put on paper.
type Sheets struct {
	// Printer is a name, "" for the default one.
	Printer string
	Copies  int
	// Reverse prints the last page first.
	Reverse bool
	// Sides are "" for those that the document is meant for, else the printer's usual ones.
	Sides Sides
}

// order is how a document is printed on a paper by a printer.
func (h Sheets) order(d Document, paper, on string) printer.Order {
	o := printer.Order{Printer: on, Copies: cmp.Or(h.Copies, 1), Reverse: h.Reverse, Sides: h.Sides, Paper: paper}
	if o.Sides == "" && d.OneSided {
		o.Sides = OneSided
	}
	return o
}

// Sent is a document in the queue of a printer.
type Sent struct {
	Printed
	// Printer is what people call it.
	Printer string
	// Job tells what becomes of it.
	Job printer.Job
}

// Print sends a document to a printer and notes it in the history as [Desk.Save] does a file:
// drawn without the lock, it waits in the queue until the history has it. What the queue does not
// let go then is called off, and the history has that too. The errors are those of
// [papers.Source.Print], of package printer, and printer.no_answer.
func (d *Desk) Print(ctx context.Context, system System, job Job, how Sheets) (sent Sent, err error) {
	job.Format = papers.FormatPDF
	if job, err = d.recorded(ctx, job); err != nil {
		return Sent{}, err
	}
	all, err := system.Printers(ctx)
	if err != nil {
		return Sent{}, err
	}
	chosen, err := printer.Chosen(all, how.Printer)
	if err != nil {
		return Sent{}, err
	}
	sent.Printer = chosen.Title
	document := d.Document(job.Document)
	order := how.order(document, document.PaperOf(job), chosen.Name)
	stage := func(pdf []byte) (registry.Waiting, error) {
		order.Title = d.titled(job, sent.Pages)
		sent.Job, err = system.Stage(ctx, order, pdf)
		return queued{sent.Job}, err
	}
	read := d.drawing(ctx, job, &sent.Printed, registry.Print{Printer: chosen.Title, Copies: order.Copies})
	return sent, d.registry.Send(ctx, stage, rightFor(job), registry.EventPrinted, read)
}

// titled is the title of a job: see [papers.Source.Titled].
func (d *Desk) titled(job Job, pages int) string {
	s := &papers.Source{Campaign: d.registry.Campaign()}
	return s.Titled(job, pages)
}

// patience is how long a queue may take to answer: one on another PC that is switched off says
// nothing at all.
const patience = 15 * time.Second

// queued is a job in the queue of a printer, which has to answer in time.
type queued struct{ job printer.Job }

// Release lets it be printed.
func (q queued) Release(ctx context.Context) error { return inTime(ctx, q.job.Release) }

// Cancel takes it out of the queue.
func (q queued) Cancel(ctx context.Context) error { return inTime(ctx, q.job.Cancel) }

// inTime asks a queue, which is printer.no_answer where it does not answer.
func inTime(ctx context.Context, ask func(context.Context) error) error {
	ctx, stop := context.WithTimeout(ctx, patience)
	defer stop()
	err := ask(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		return data.FailWith(err, "printer.no_answer", nil)
	}
	return err
}
