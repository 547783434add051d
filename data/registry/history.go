package registry

import (
	"context"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Event is one entry of the history, for people. The personal part of what was erased
// is gone.
type Event struct {
	Seq      int64
	At       time.Time
	Kind     string
	Graduate string
	By       string
	Note     string
	Changes  []FieldChange
	// Refused are the changes that a graduate made and that were not taken over.
	Refused []FieldChange
	// Graduates are those whom a document, an import or an access file took in.
	Graduates []string
	// To says to whom a file went that left the school.
	To string
	// Print is how a document was printed, nil of other events and of earlier programs.
	Print *Print
	// SHA256 is that of the file that was printed or read, in hexadecimal.
	SHA256 string
	// Role is that of the account that something was done to.
	Role Role
	// Failures counts the wrong passwords before a sign-in.
	Failures int
	// Batch is the same in all events of one act that changed several graduates, 0 for an event
	// that stands for itself.
	Batch int64
	// Unreadable says that the event was altered from outside: what is known of it is its
	// number, time and kind.
	Unreadable bool
}

// eventFrom is a stored event with its body. The reason of a removal stands in the fact of it.
func eventFrom(stored ledger.Event, b EventBody) Event {
	if b.Note == "" && b.Fact != nil {
		b.Note = b.Fact.Note
	}
	return Event{Seq: stored.Seq, At: stored.At, Kind: stored.Kind, Graduate: stored.Graduate, By: b.By, Note: b.Note, Changes: b.Changes, Refused: b.Refused,
		Graduates: b.Graduates, To: b.To, Print: b.Print, SHA256: b.SHA256, Role: b.Role, Failures: b.Failures, Batch: b.Batch}
}

// Undoing is what taking back one event would change.
type Undoing struct {
	// Changes lead from now to what each field was before the event; a field that has been
	// changed since then is in Since with what it is now.
	Changes, Since []FieldChange
	// Whole says that all of Changes go back together: they are an attempt.
	Whole bool
}

// Reversal is what taking an act back would do about one of those whom it changed.
type Reversal struct {
	Graduate, Name string
	// Changes lead from now to what stood there before the act.
	Changes []FieldChange
	// Returns says that who was removed comes back, Leaves that who came back is removed again.
	Returns, Leaves bool
	// Left is why this one stays as it is, such as what was changed since; nil for who goes back.
	Left error
}

// HistoryFilter chooses events; an empty field does not choose.
type HistoryFilter struct {
	// Graduate is an id.
	Graduate string
	Kind     string
	// By is the name of the one who did it.
	By string
	// Since and Until are days, both included.
	Since, Until data.Date
}

func (f HistoryFilter) holds(e Event, zone *time.Location) bool {
	on := data.DateOf(e.At.In(zone))
	return (f.Kind == "" || f.Kind == e.Kind) && (f.By == "" || f.By == e.By) &&
		(f.Since == "" || on >= f.Since) && (f.Until == "" || on <= f.Until) &&
		(f.Graduate == "" || f.Graduate == e.Graduate || slices.Contains(e.Graduates, f.Graduate))
}

// History returns the chosen events, oldest first. Those that took in a graduate among
// others, such as a printed list, are events of this graduate too.
func (r *Registry) History(ctx context.Context, f HistoryFilter) ([]Event, error) {
	return Read(r, RightHistory, func(v *View) ([]Event, error) {
		if f.Graduate != "" && v.index.byID[f.Graduate] == nil {
			return nil, data.Fail("graduate.unknown", data.Args{"id": f.Graduate})
		}
		var events []Event
		err := v.ledger.Events(ctx, "", func(stored ledger.Event) error {
			if f.Graduate != "" && stored.Graduate != "" && stored.Graduate != f.Graduate {
				return nil
			}
			b, err := bodyOf(stored)
			e := eventFrom(stored, b)
			e.Unreadable = err != nil
			if f.holds(e, v.zone) {
				events = append(events, e)
			}
			return nil
		})
		return events, err
	})
}

// Then is a graduate as the events up to one left it, nil when there were none yet.
func (v *View) Then(ctx context.Context, id string, seq int64) (*data.Graduate, error) {
	var then *data.Graduate
	err := v.ledger.Events(ctx, id, func(stored ledger.Event) error {
		if stored.Seq > seq {
			return nil
		}
		b, err := bodyOf(stored)
		if err != nil {
			return err
		}
		then = replay(then, stored.Kind, b)
		return nil
	})
	return then, err
}

// Entry is one event of a graduate; graduate.no_such_state when there is none of this number.
func (v *View) Entry(ctx context.Context, id string, seq int64) (*Event, error) {
	var found *Event
	err := v.ledger.Events(ctx, id, func(stored ledger.Event) error {
		if stored.Seq != seq || stored.Graduate != id {
			return nil
		}
		b, err := bodyOf(stored)
		e := eventFrom(stored, b)
		found = &e
		return err
	})
	if err == nil && found == nil {
		err = data.Fail("graduate.no_such_state", data.Args{"seq": seq})
	}
	return found, err
}

// LastEntry is the number of the newest event.
func (v *View) LastEntry() int64 { return v.ledger.LastSeq() }

// PrintOf is a document that was printed, by the number of its entry. It is print.no_entry where
// there is none, or one of a program that kept less.
func (v *View) PrintOf(ctx context.Context, seq int64) (*Event, error) {
	var found *Event
	err := v.ledger.EventsOfKind(ctx, EventPrinted, func(stored ledger.Event) error {
		if stored.Seq != seq {
			return nil
		}
		b, err := bodyOf(stored)
		if b.Print != nil {
			e := eventFrom(stored, b)
			found = &e
		}
		return err
	})
	if err == nil && found == nil {
		err = data.Fail("print.no_entry", data.Args{"seq": seq})
	}
	return found, err
}

// DayOf is the day of a moment, in the campaign's time zone.
func (v *View) DayOf(at time.Time) data.Date { return data.DateOf(at.In(v.zone)) }

// PrintKept is [View.PrintOf] of a document that a printer has not called off since; print.called_off
// is one that was.
func (v *View) PrintKept(ctx context.Context, seq int64) (*Event, error) {
	e, err := v.PrintOf(ctx, seq)
	if err != nil {
		return nil, err
	}
	err = v.ledger.EventsOfKind(ctx, EventUnprinted, func(stored ledger.Event) error {
		if b, err := bodyOf(stored); err == nil && b.Of == seq {
			return data.Fail("print.called_off", data.Args{"seq": seq})
		}
		return nil
	})
	return e, err
}
