package registrar

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
)

// Program is the version of this program, as campaign files and messages ask for it.
const Program = "1.0"

// Error is a failure with a sentence in data/text.
type Error = data.Error

// Options are what a registrar takes from outside, so that every run can be
// repeated: the clock, the source of randomness, and who is at work.
type Options struct {
	// Now is time.Now when nil.
	Now func() time.Time
	// Rand is crypto/rand when nil.
	Rand io.Reader
	// Actor is the name that events keep.
	Actor string
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

// Registrar is one open registry.
type Registrar struct {
	db       *sqlite.DB
	campaign *campaign.Campaign
	zone     *time.Location
	identity identity
	options  Options

	listeners listeners

	mu        sync.Mutex
	school    data.School
	schoolRev int
	index     *index
}

// identity is made once with the registry and never changes.
type identity struct {
	ID string `json:"id"`
	// FingerprintKey keys the hashes by which duplicates are found on disk.
	FingerprintKey []byte    `json:"fingerprint_key"`
	Created        time.Time `json:"created"`
}

// Names of settings in the file.
const (
	settingIdentity = "identity"
	settingCampaign = "campaign"
	settingSchool   = "school"
)

// Campaigns are the ids of the campaigns that the program brings.
func Campaigns() []string { return campaign.BuiltinIDs() }

// Campaign reads a campaign: a built-in one by its id, or any by its TOML source.
func Campaign(id string, source []byte) (*campaign.Campaign, error) {
	if source != nil {
		return campaign.Load(source, Program)
	}
	return campaign.Builtin(id, Program)
}

// Create makes a new registry at path for one school and one campaign. Nothing is
// left behind when it fails. The school must have a name, and its codes must stand
// in the campaign.
func Create(ctx context.Context, path string, c *campaign.Campaign, school data.School, o Options) (*Registrar, error) {
	o = o.filled()
	school, err := checkSchool(c, school)
	if err != nil {
		return nil, err
	}
	key := make([]byte, 32)
	if _, err := io.ReadFull(o.Rand, key); err != nil {
		return nil, fmt.Errorf("make registry key: %w", err)
	}
	id, err := newID(o.Rand)
	if err != nil {
		return nil, err
	}
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		return nil, err
	}
	first := identity{ID: id, FingerprintKey: key, Created: o.Now().UTC()}
	if err := writeFirst(ctx, db, first, c, school, o); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return start(ctx, db, o)
}

func writeFirst(ctx context.Context, db *sqlite.DB, first identity, c *campaign.Campaign, school data.School, o Options) error {
	identityBody, err := json.Marshal(first)
	if err != nil {
		return fmt.Errorf("write identity: %w", err)
	}
	schoolBody, err := json.Marshal(school)
	if err != nil {
		return fmt.Errorf("write school: %w", err)
	}
	event, err := json.Marshal(eventBody{By: o.Actor, Note: c.ID})
	if err != nil {
		return fmt.Errorf("write event: %w", err)
	}
	return db.Update(ctx, func(tx *sqlite.Tx) error {
		for _, r := range []sqlite.Record{
			{ID: settingIdentity, Rev: 1, Body: identityBody},
			{ID: settingCampaign, Rev: 1, Body: c.Source()},
			{ID: settingSchool, Rev: 1, Body: schoolBody},
		} {
			if err := tx.PutSetting(r); err != nil {
				return err
			}
		}
		return tx.AddEvent(sqlite.Event{At: o.Now(), Kind: EventCreated, Rev: 1, Body: event})
	})
}

// Open opens the registry at path.
func Open(ctx context.Context, path string, o Options) (*Registrar, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	return start(ctx, db, o.filled())
}

func start(ctx context.Context, db *sqlite.DB, o Options) (*Registrar, error) {
	r := &Registrar{db: db, options: o}
	if err := r.load(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return r, nil
}

// load reads everything from the file into memory.
func (r *Registrar) load(ctx context.Context) error {
	stored, err := r.readSettings(ctx)
	if err != nil {
		return err
	}
	if r.campaign, err = newest(stored); err != nil {
		return err
	}
	if r.zone, err = time.LoadLocation(r.campaign.TimeZone); err != nil {
		return fmt.Errorf("load time zone: %w", err)
	}
	r.index = newIndex(r.campaign)
	err = r.db.Graduates(ctx, func(record sqlite.Record) error {
		g, err := decodeGraduate(record.Body)
		if err != nil {
			return data.FailWith(fmt.Errorf("graduate %s: %w", record.ID, err), "registry.damaged", nil)
		}
		r.index.add(g, record.Rev)
		return nil
	})
	r.index.sort()
	return err
}

// readSettings returns the stored campaign file.
func (r *Registrar) readSettings(ctx context.Context) ([]byte, error) {
	bodies := map[string][]byte{}
	for _, name := range []string{settingIdentity, settingCampaign, settingSchool} {
		record, err := r.db.Setting(ctx, name)
		if err != nil {
			return nil, err
		}
		if record.Rev == 0 {
			return nil, data.FailWith(fmt.Errorf("setting %s is missing", name), "registry.damaged", nil)
		}
		bodies[name] = record.Body
		if name == settingSchool {
			r.schoolRev = record.Rev
		}
	}
	if err := json.Unmarshal(bodies[settingIdentity], &r.identity); err != nil {
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	if err := json.Unmarshal(bodies[settingSchool], &r.school); err != nil {
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	return bodies[settingCampaign], nil
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

// Close closes the registry.
func (r *Registrar) Close() error { return r.db.Close() }

// Campaign is the campaign of the registry. It must not be altered.
func (r *Registrar) Campaign() *campaign.Campaign { return r.campaign }

// Today is the day in the campaign's time zone.
func (r *Registrar) Today() data.Date { return data.DateOf(r.options.Now().In(r.zone)) }

// newID makes an opaque id: 40 random bits in hexadecimal, short enough to type.
func newID(random io.Reader) (string, error) {
	var b [5]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make id: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

// Path is the file of the registry.
func (r *Registrar) Path() string { return r.db.Path() }

// NextDate is the next deadline of the campaign, hard or recommended, and in how
// many days it is; nil when none is to come or known.
func (r *Registrar) NextDate() (next *campaign.Date, days int) {
	today := r.Today()
	for i := range r.campaign.Dates {
		d := &r.campaign.Dates[i]
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
