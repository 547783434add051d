// Package printer hands documents to the printing system of this PC: which printers there
// are, pages that are sent to one of them, and what becomes of them. On Linux that is CUPS,
// asked by its own commands, since they know the user's server, names and passwords; on
// Windows it is the program that is registered for printing PDF.
//
// It knows no graduate and no document: pages are bytes, and the title of a job, which
// everybody at the PC can read, is for the caller to keep free of persons. The pages go
// through a pipe where there is one, and never onto the disk by us.
//
// The errors are printer.no_service, printer.none, printer.unknown, printer.no_default,
// printer.no_program and printer.refused.
package printer

import (
	"context"
	"slices"
	"strings"
	"time"

	"graduand/data"
)

// Printer is one that the PC knows.
type Printer struct {
	// Name is what the system knows it by, Title what people call it.
	Name, Title string
	// Default says that it is the one where nobody says another.
	Default bool
	// Trouble says why it does not print now, in the keywords of [State.Reasons].
	Trouble []string
}

// Sides says which sides of a sheet are printed on.
type Sides string

// One side, or both with the pages bound at the long edge. "" leaves it to the printer.
const (
	OneSided Sides = "one-sided"
	TwoSided Sides = "two-sided-long-edge"
)

// Order says how pages are printed.
type Order struct {
	// Printer is a name of [System.Printers].
	Printer string
	// Copies are at least 1; of several pages the copies come one after the other.
	Copies int
	// Reverse prints the last page first: what comes out face up lies in order then.
	Reverse bool
	Sides   Sides
	// Paper is the code of the sheet, as documents have it: "a4", which is meant by "" too, "a5",
	// "a6", "10x15", and of envelopes "c4", "c5", "dl".
	Paper string
	// Title names the job for everybody who looks into the queue: no personal word.
	Title string
}

// media are the papers by the names of PWG 5101.1: A4 where nothing else is said.
var media = map[string]string{"": "iso_a4_210x297mm", "a4": "iso_a4_210x297mm", "a5": "iso_a5_148x210mm", "a6": "iso_a6_105x148mm",
	"c4": "iso_c4_229x324mm", "c5": "iso_c5_162x229mm", "dl": "iso_dl_110x220mm", "10x15": "na_index-4x6_4x6in"}

// MaximumCopies bounds the copies of one order: a slip of the keyboard costs a ream.
const MaximumCopies = 99

// Abilities say what a system can be asked for besides printing.
type Abilities struct {
	// Choice says that there is a choice among printers, Sheets that sides and order can be
	// chosen, Watch that it says what becomes of a job.
	Choice, Sheets, Watch bool
}

// System prints on this PC.
type System interface {
	Abilities() Abilities
	Printers(ctx context.Context) ([]Printer, error)
	// Stage brings pages to the system, where they wait until [Job.Release].
	Stage(ctx context.Context, o Order, pdf []byte) (Job, error)
}

// Job is a document on its way to the paper.
type Job interface {
	// Release lets it be printed.
	Release(ctx context.Context) error
	// Cancel takes it back, as far as it is not on paper.
	Cancel(ctx context.Context) error
	// State says how far it is.
	State(ctx context.Context) (State, error)
}

// Phase is how far a job is.
type Phase string

// A job waits its turn, is being printed, or has stopped until somebody sees to the printer;
// in the end it is done, cancelled or failed, or was handed over to another program, and
// nobody says what became of it.
const (
	Waiting    Phase = "waiting"
	Printing   Phase = "printing"
	Stopped    Phase = "stopped"
	Done       Phase = "done"
	Cancelled  Phase = "cancelled"
	Failed     Phase = "failed"
	HandedOver Phase = "handed_over"
)

// Over says that nothing more becomes of a job.
func (p Phase) Over() bool { return slices.Contains([]Phase{Done, Cancelled, Failed, HandedOver}, p) }

// State is how far a job is, and why it goes no further.
type State struct {
	Phase Phase
	// Reasons are keywords such as media-empty, for which data/text has a sentence under
	// "printer.reason.".
	Reasons []string
	// Message is what the system says in its own words, "" for nothing.
	Message string
}

// Watch looks every so often at what becomes of a job until it is over, and tells each time
// that something has changed. It ends with the context, and the job goes on.
func Watch(ctx context.Context, job Job, every time.Duration, tell func(State)) (State, error) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	var told State
	for first := true; ; first = false {
		state, err := job.State(ctx)
		if err != nil {
			return told, err
		}
		if first || state.Phase != told.Phase || !slices.Equal(state.Reasons, told.Reasons) {
			tell(state)
		}
		if told = state; state.Phase.Over() {
			return state, nil
		}
		select {
		case <-ctx.Done():
			return state, ctx.Err()
		case <-tick.C:
		}
	}
}

// Chosen is the printer of a name among those that there are; "" is the default one, or the
// only one.
func Chosen(all []Printer, name string) (Printer, error) {
	names := make([]string, len(all))
	for i, p := range all {
		if names[i] = p.Name; p.Name == name || name == "" && (p.Default || len(all) == 1) {
			return p, nil
		}
	}
	known := strings.Join(names, ", ")
	if name == "" {
		return Printer{}, data.Fail("printer.no_default", data.Args{"known": known})
	}
	return Printer{}, data.Fail("printer.unknown", data.Args{"value": name, "known": known})
}

// check refuses an order that cannot be meant.
func (o *Order) check() error {
	if o.Copies < 1 || o.Copies > MaximumCopies {
		return data.Fail("printer.copies", data.Args{"limit": MaximumCopies})
	}
	return nil
}
