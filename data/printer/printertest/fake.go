package printertest

import (
	"context"
	"sync"

	"graduand/data"
	"graduand/data/printer"
)

// Fake is a printing system without a printer.
type Fake struct {
	// All are its printers, none for printer.none; Unable takes an ability away.
	All    []printer.Printer
	Unable bool
	// Staging is called while a job is brought into the queue, and may refuse it; Releasing while
	// it is let go, Cancelling while it is taken back.
	Staging               func() error
	Releasing, Cancelling func(context.Context) error
	// Begins are the states of every job to come, one after the other, at each look; the last one
	// stays. None is done.
	Begins []printer.State

	mu   sync.Mutex
	jobs []*FakeJob
}

// FakeJob is a job of a [Fake].
type FakeJob struct {
	Order printer.Order
	Pages []byte
	// Released and Cancelled say what was asked.
	Released, Cancelled bool

	fake   *Fake
	states []printer.State
}

// Abilities are all, or none.
func (f *Fake) Abilities() printer.Abilities {
	return printer.Abilities{Choice: !f.Unable, Sheets: !f.Unable, Watch: !f.Unable}
}

// Printers are those that it was given.
func (f *Fake) Printers(context.Context) ([]printer.Printer, error) {
	if len(f.All) == 0 {
		return nil, data.Fail("printer.none", nil)
	}
	return f.All, nil
}

// Stage keeps the pages.
func (f *Fake) Stage(_ context.Context, o printer.Order, pdf []byte) (printer.Job, error) {
	if f.Staging != nil {
		if err := f.Staging(); err != nil {
			return nil, err
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	job := &FakeJob{Order: o, Pages: pdf, fake: f, states: f.Begins}
	f.jobs = append(f.jobs, job)
	return job, nil
}

// Jobs are those that were brought, in their order.
func (f *Fake) Jobs() []*FakeJob {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.jobs
}

// Release lets it go, unless the system refuses.
func (j *FakeJob) Release(ctx context.Context) error {
	return j.ask(ctx, j.fake.Releasing, &j.Released)
}

// Cancel takes it back, unless the system refuses.
func (j *FakeJob) Cancel(ctx context.Context) error {
	return j.ask(ctx, j.fake.Cancelling, &j.Cancelled)
}

// ask asks the system, which does it where it has nothing against it.
func (j *FakeJob) ask(ctx context.Context, system func(context.Context) error, done *bool) error {
	if system != nil {
		if err := system(ctx); err != nil {
			return err
		}
	}
	j.fake.mu.Lock()
	defer j.fake.mu.Unlock()
	*done = true
	return nil
}

// State is done where nothing else was said.
func (j *FakeJob) State(context.Context) (printer.State, error) {
	j.fake.mu.Lock()
	defer j.fake.mu.Unlock()
	if j.Cancelled {
		return printer.State{Phase: printer.Cancelled}, nil
	}
	if len(j.states) == 0 {
		return printer.State{Phase: printer.Done}, nil
	}
	state := j.states[0]
	if len(j.states) > 1 {
		j.states = j.states[1:]
	}
	return state, nil
}
