package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
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

// load reads everything that the one who signed in may read from the file into
// memory, and compares it with what the events vouch for.
func (v *View) load(ctx context.Context) error {
	if err := v.readSettings(ctx); err != nil {
		return err
	}
	var err error
	if v.zone, err = time.LoadLocation(v.Campaign().TimeZone); err != nil {
		return fmt.Errorf("load time zone: %w", err)
	}
	v.index = newIndex(v.Campaign())
	if v.who.Role == RoleGraduate {
		return v.loadOwn(ctx)
	}
	if err := v.loadEventKeys(ctx); err != nil {
		return err
	}
	return v.loadGraduates(ctx)
}

func (v *View) loadEventKeys(ctx context.Context) error {
	return v.db.EventKeys(ctx, func(generation int, wrapped []byte) error {
		place := eventKeyPlace(generation)
		key, err := vault.UnwrapKey(v.keys.sub[vault.LabelEvents], place, wrapped)
		if err != nil {
			return tampered(err, place)
		}
		v.keys.events[generation] = key
		return nil
	})
}

// loadGraduates opens every graduate. What does not agree with its last event, lacks
// one, or lacks its record, was altered from outside.
func (v *View) loadGraduates(ctx context.Context) error {
	last, err := v.lastEvents(ctx)
	if err != nil {
		return err
	}
	err = v.db.Graduates(ctx, func(record sqlite.Record) error {
		e := last[record.ID]
		delete(last, record.ID)
		return v.orIll(record.ID, v.loadGraduate(record, e))
	})
	if err != nil {
		return err
	}
	if err := v.orIll("", v.compareSettings(ctx, last[""])); err != nil {
		return err
	}
	if err := v.compareAccesses(ctx); err != nil {
		return err
	}
	for id, e := range last {
		if id != "" && e.Kind != EventErased && err == nil {
			err = v.orIll(id, tampered(errors.New("record is missing"), bodyPlace(id, e.Rev)))
		}
	}
	v.index.sort()
	return err
}

func (v *View) loadGraduate(record sqlite.Record, last *sqlite.Event) error {
	key, err := vault.UnwrapKey(v.keys.sub[vault.LabelRecord], keyPlace(record.ID), record.Wrapped)
	if err != nil {
		return tampered(err, keyPlace(record.ID))
	}
	return v.takeIn(record, key, last)
}

// takeIn opens a record with the graduate's own key and holds it against its last
// event, which opens with the same key.
func (v *View) takeIn(record sqlite.Record, key *vault.Key, last *sqlite.Event) error {
	place := bodyPlace(record.ID, record.Rev)
	plain, err := vault.Open(key, place, record.Body)
	if err != nil {
		return tampered(err, place)
	}
	if !v.identity.Home {
		if last == nil || last.Rev != record.Rev || !bytes.Equal(last.Record, hashOf(record.Body)) {
			return tampered(errors.New("not what its last event left"), place)
		}
		if _, err := vault.Open(key, eventPlace(last), last.Body); err != nil {
			return tampered(err, eventPlace(last))
		}
	}
	g, err := decodeGraduate(plain)
	if err != nil {
		return data.FailWith(fmt.Errorf("graduate %s: %w", record.ID, err), "registry.damaged", nil)
	}
	v.index.add(g, record.Rev, key)
	return nil
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

// setCampaign takes the rules of a campaign file, with the school's own days.
func (v *View) setCampaign(file *campaign.Campaign) {
	v.file = file
	v.rules.Store(file.WithCalendar(v.calendar))
}
