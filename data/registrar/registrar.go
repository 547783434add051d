package registrar

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Program is the version of this program, as campaign files and messages ask for it.
const Program = "1.0"

// Error is a failure with a sentence in data/text.
type Error = data.Error

// Options are what a registrar takes from outside, so that every run can be
// repeated: the clock and the source of randomness.
type Options struct {
	// Now is time.Now when nil.
	Now func() time.Time
	// Rand is crypto/rand when nil.
	Rand io.Reader
	// Key opens the registry instead of a password, as its first operator.
	Key *SchoolKey
	// Examine opens what would be refused as altered or damaged, for [Registrar.Doctor]
	// to say what is wrong. Nothing can be changed then.
	Examine bool
	// Sitting says that a person sits down at the program, whose coming the history then
	// notes; a single command is noted by what it does.
	Sitting bool
	// demo marks the registry of a demonstration.
	demo bool
}

func (o Options) filled() Options {
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Rand == nil {
		o.Rand = rand.Reader
	}
	return o
}

// Registrar is one open registry, with somebody signed in.
type Registrar struct {
	db *sqlite.DB
	// rules are the campaign with the school's own days in it.
	rules    atomic.Pointer[campaign.Campaign]
	zone     *time.Location
	identity identity
	login    vault.Login
	options  Options
	who      Account

	listeners listeners

	mu     sync.Mutex
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

// Campaigns are the ids of the campaigns that the program brings.
func Campaigns() []string { return campaign.BuiltinIDs() }

// Campaign reads a campaign: a built-in one by its id, or any by its TOML source.
func Campaign(id string, source []byte) (*campaign.Campaign, error) {
	if source != nil {
		return campaign.Load(source, Program)
	}
	return campaign.Builtin(id, Program)
}

// load reads everything that the one who signed in may read from the file into
// memory, and compares it with what the events vouch for.
func (r *Registrar) load(ctx context.Context) error {
	if err := r.readSettings(ctx); err != nil {
		return err
	}
	var err error
	if r.zone, err = time.LoadLocation(r.Campaign().TimeZone); err != nil {
		return fmt.Errorf("load time zone: %w", err)
	}
	r.index = newIndex(r.Campaign())
	if r.who.Role == RoleGraduate {
		return r.loadOwn(ctx)
	}
	if err := r.loadEventKeys(ctx); err != nil {
		return err
	}
	return r.loadGraduates(ctx)
}

func (r *Registrar) loadEventKeys(ctx context.Context) error {
	return r.db.EventKeys(ctx, func(generation int, wrapped []byte) error {
		place := eventKeyPlace(generation)
		key, err := vault.UnwrapKey(r.keys.sub[vault.LabelEvents], place, wrapped)
		if err != nil {
			return tampered(err, place)
		}
		r.keys.events[generation] = key
		return nil
	})
}

// loadGraduates opens every graduate. What does not agree with its last event, lacks
// one, or lacks its record, was altered from outside.
func (r *Registrar) loadGraduates(ctx context.Context) error {
	last, err := r.lastEvents(ctx)
	if err != nil {
		return err
	}
	err = r.db.Graduates(ctx, func(record sqlite.Record) error {
		e := last[record.ID]
		delete(last, record.ID)
		return r.orIll(record.ID, r.loadGraduate(record, e))
	})
	if err != nil {
		return err
	}
	if err := r.orIll("", r.compareSettings(ctx, last[""])); err != nil {
		return err
	}
	if err := r.compareAccesses(ctx); err != nil {
		return err
	}
	for id, e := range last {
		if id != "" && e.Kind != EventErased && err == nil {
			err = r.orIll(id, tampered(errors.New("record is missing"), bodyPlace(id, e.Rev)))
		}
	}
	r.index.sort()
	return err
}

func (r *Registrar) loadGraduate(record sqlite.Record, last *sqlite.Event) error {
	key, err := vault.UnwrapKey(r.keys.sub[vault.LabelRecord], keyPlace(record.ID), record.Wrapped)
	if err != nil {
		return tampered(err, keyPlace(record.ID))
	}
	return r.takeIn(record, key, last)
}

// takeIn opens a record with the graduate's own key and holds it against its last
// event, which opens with the same key.
func (r *Registrar) takeIn(record sqlite.Record, key *vault.Key, last *sqlite.Event) error {
	place := bodyPlace(record.ID, record.Rev)
	plain, err := vault.Open(key, place, record.Body)
	if err != nil {
		return tampered(err, place)
	}
	if !r.identity.Home {
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
	r.index.add(g, record.Rev, key)
	return nil
}

// newest is the stored campaign, or the built-in one of the same id where that has
// a higher revision.
func newest(stored []byte) (*campaign.Campaign, error) {
	c, err := campaign.Load(stored, Program)
	switch code := data.CodeOf(err); {
	case code == "campaign.too_new" || code == "campaign.program_too_old":
		return nil, err
	case err != nil:
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	for _, id := range campaign.BuiltinIDs() {
		if id != c.ID {
			continue
		}
		builtin, err := campaign.Builtin(id, Program)
		if err != nil {
			return nil, err
		}
		if builtin.Revision > c.Revision {
			return builtin, nil
		}
	}
	return c, nil
}

// Close closes the registry and locks it: every key is overwritten and the index let
// go. Nothing can be done with a closed one.
func (r *Registrar) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil
	}
	r.closed = true
	r.keys.wipe()
	r.own.Wipe()
	for _, e := range r.index.byID {
		e.key.Wipe()
	}
	r.index, r.filled = newIndex(r.Campaign()), nil
	return r.db.Close()
}

// Campaign is the campaign of the registry. It must not be altered.
func (r *Registrar) Campaign() *campaign.Campaign { return r.rules.Load() }

// setCampaign takes the rules of a campaign file, with the school's own days.
func (r *Registrar) setCampaign(file *campaign.Campaign) {
	r.file = file
	r.rules.Store(file.WithCalendar(r.calendar))
}

// Today is the day in the campaign's time zone.
func (r *Registrar) Today() data.Date { return data.DateOf(r.options.Now().In(r.zone)) }

// Path is the file of the registry.
func (r *Registrar) Path() string { return r.db.Path() }

// NextDate is the next deadline of the campaign, hard or recommended, and in how
// many days it is; nil when none is to come or known.
func (r *Registrar) NextDate() (next *campaign.Date, days int) {
	today := r.Today()
	for i := range r.Campaign().Dates {
		d := &r.Campaign().Dates[i]
		if d.On == "" || d.On < today || d.Kind != "hard" && d.Kind != "soft" {
			continue
		}
		if next == nil || d.On < next.On {
			next = d
		}
	}
	if next == nil {
		return nil, 0
	}
	return next, int(next.On.Time().Sub(today.Time()).Hours() / 24)
}
