package registry

import (
	"context"
	"sync/atomic"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// View is an open registry, with somebody signed in, as it is under the lock: what [Read]
// and [Write] hand out. The graduates that it gives are shared and never altered, only
// replaced, so they may be kept when the lock is gone; a View may not.
type View struct {
	// book is the file; ledger is it to an operator, own to a graduate, the other is nil.
	book   *ledger.File
	ledger *ledger.Ledger
	own    *ledger.Own
	// rules are the campaign with the school's own days in it.
	rules atomic.Pointer[campaign.Campaign]
	// language is that of whoever asks, nil while they have not said it.
	language atomic.Pointer[string]
	zone     *time.Location
	options  Options
	who      Account
	closed   bool

	state  state
	school data.School
	// calendar holds the days that the school has named, file is the campaign without them.
	calendar data.Calendar
	// letterhead is empty where the school has none.
	letterhead data.Letterhead
	file       *campaign.Campaign
	index      *index
	printed    printedCards
	post       post
	// passed are the messages to and from the centre, in their order.
	passed []Passed
	// ills are those that the contents have, besides those of the ledger.
	ills []Ill
	// found is what the examination after an unclean end has found, nil where there was none.
	found []Ill
	// filled is what graduates had filled in and this opening has taken over.
	filled []Filled
}

// close locks the registry: every key is overwritten and the index let go.
func (v *View) close() error {
	if v.closed {
		return nil
	}
	v.closed = true
	v.index, v.filled = newIndex(v.Campaign()), nil
	if v.own != nil {
		return v.own.Close()
	}
	return v.ledger.Close()
}

// Ill is one fault of a registry: an id of data/text under "doctor." and its arguments.
type Ill = ledger.Ill

// Filled is what one graduate has filled in: what was taken over, and what was not,
// because the school had meanwhile written something else or a check refused it.
type Filled struct {
	Graduate string
	Name     string
	Changes  []FieldChange
	Refused  []FieldChange
	// Doubts are findings about what was taken over that name another graduate: who has filled it
	// in sees no other.
	Doubts []data.Finding
	// Unreadable counts the changes that were altered from outside, or made with a password
	// that was replaced since; they keep nobody out.
	Unreadable int
}

// Edit is a [View] of who may change what is there.
type Edit struct {
	*View
	ctx context.Context
}

// Commit does f in one transaction: all of it or nothing. Once it is on disk the View
// shows it.
func (w *Edit) Commit(f func(*Change) error) error { return w.update(w.ctx, f) }

// Passed are all messages to and from the centre, oldest first. They must not be altered.
func (v *View) Passed() []Passed { return v.passed }

// Branch is that of the registry: another one after every restoring from a backup.
func (v *View) Branch() string { return v.book.Identity().Branch }
