package registry

import (
	"sync/atomic"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// View is an open registry, with somebody signed in, as it is under the lock: what [Read]
// and [Write] hand out. The graduates that it gives are shared and never altered, only
// replaced, so they may be kept when the lock is gone; a View may not.
type View struct {
	db *sqlite.DB
	// rules are the campaign with the school's own days in it.
	rules    atomic.Pointer[campaign.Campaign]
	zone     *time.Location
	identity identity
	login    vault.Login
	options  Options
	who      Account

	closed bool
	keys   *keys
	// own is the key of the graduate who signed in.
	own *vault.Key
	// ownSlot is the SHA-256 of the slot that it was opened from.
	ownSlot  string
	head     vault.Head
	settings settings
	// slots are what the last event of the school says of the ways to the school key.
	slots  map[string]string
	state  state
	school data.School
	// calendar holds the days that the school has named, file is the campaign without them.
	calendar data.Calendar
	file     *campaign.Campaign
	index    *index
	// ills are what was found wrong at opening, under Options.Examine.
	ills []Ill
	// filled is what graduates had filled in and this opening has taken over.
	filled []Filled
}

// close locks the registry: every key is overwritten and the index let go.
func (v *View) close() error {
	if v.closed {
		return nil
	}
	v.closed = true
	v.keys.wipe()
	v.own.Wipe()
	for _, e := range v.index.byID {
		e.key.Wipe()
	}
	v.index, v.filled = newIndex(v.Campaign()), nil
	return v.db.Close()
}

// Ill is one fault that [Registry.Doctor] found: an id of data/text under
// "doctor." and its arguments.
type Ill struct {
	Code string
	Args data.Args
}

// Filled is what one graduate has filled in: what was taken over, and what was not,
// because the school had meanwhile written something else or a check refused it.
type Filled struct {
	Graduate string
	Name     string
	Changes  []FieldChange
	Refused  []FieldChange
	// Unreadable counts the changes that were altered from outside and wait for the
	// doctor; they keep nobody out.
	Unreadable int
}
