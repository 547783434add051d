package ledger

import (
	"context"
	"errors"
	"sync/atomic"

	"graduand/data/sqlite"
)

// early is what is read of a file while a password is stretched: it needs no key until it is looked at. What opens the
// ledger takes it in the place of the file, once.
type early struct {
	events  []sqlite.Event
	records []sqlite.Record
	// octets are those of all of it.
	octets int
	// unwanted says that the password was wrong.
	unwanted atomic.Bool
	ended    chan error
}

// mostEarly bounds what is read early, in octets: a registry of fifteen thousand has less, and a larger one is read when
// it is asked for.
const mostEarly = 64 << 20

var errUnwanted = errors.New("read early: no longer wanted, or too much")

// readEarly begins to read beside what the caller does, who asks nothing else of the file until [early.end].
func (f *File) readEarly(ctx context.Context) *early {
	e := &early{ended: make(chan error, 1)}
	go func() {
		e.ended <- spared(func() error {
			if err := f.db.Chain(ctx, e.takeEvent); err != nil {
				return err
			}
			return f.db.Graduates(ctx, e.takeRecord)
		})
	}()
	return e
}

func (e *early) takeEvent(event sqlite.Event) error {
	e.events = append(e.events, event)
	return e.room(len(event.Record) + len(event.Digest) + len(event.Hash) + len(event.MAC))
}

func (e *early) takeRecord(record sqlite.Record) error {
	e.records = append(e.records, record)
	return e.room(len(record.Wrapped) + len(record.Body) + len(record.Trust))
}

// room says whether more is to be read.
func (e *early) room(octets int) error {
	if e.octets += octets; e.octets > mostEarly || e.unwanted.Load() {
		return errUnwanted
	}
	return nil
}

// end waits for what was begun, and stops it where it is not wanted. It is nil then, and after any failure: whoever
// reads the file itself meets that again, and names it.
func (e *early) end(wanted bool) *early {
	e.unwanted.Store(!wanted)
	if err := <-e.ended; err != nil || !wanted {
		return nil
	}
	return e
}

// chain is [sqlite.DB.Chain], of what was read early where something was.
func (f *File) chain(ctx context.Context, take func(sqlite.Event) error) error {
	if f.early == nil || f.early.events == nil {
		return f.db.Chain(ctx, take)
	}
	events := f.early.events
	f.early.events = nil
	return eachOf(ctx, events, take)
}

// graduates is [sqlite.DB.Graduates], of what was read early where something was.
func (f *File) graduates(ctx context.Context, take func(sqlite.Record) error) error {
	if f.early == nil {
		return f.db.Graduates(ctx, take)
	}
	records := f.early.records
	f.early = nil
	return eachOf(ctx, records, take)
}

func eachOf[T any](ctx context.Context, all []T, take func(T) error) error {
	for i := range all {
		if err := errors.Join(ctx.Err(), take(all[i])); err != nil {
			return err
		}
	}
	return nil
}
