package ledger

import "context"

// ForgetRun makes the program forget what this run knows of wrong passwords, as a restart
// does.
func ForgetRun() {
	run.Lock()
	clear(run.of)
	run.Unlock()
}

// ReadEarly counts what is read of a file before its keys are there, nothing where that is dropped.
func ReadEarly(ctx context.Context, f *File, wanted bool) (events, records int) {
	e := f.readEarly(ctx).end(wanted)
	if e == nil {
		return 0, 0
	}
	return len(e.events), len(e.records)
}
