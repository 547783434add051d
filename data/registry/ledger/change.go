package ledger

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Change is one transaction of the ledger: it seals what it writes, chains and vouches
// for the events that it appends, and ends with a new statement.
type Change struct {
	tx    *sqlite.Tx
	l     *Ledger
	state statement
	// settings are those of the registry as this change leaves them.
	settings settings
	// made are the graduates that this change adds or gives another key, dropped those
	// who are gone.
	made    map[string]*record
	dropped []string
	// ways are the ids of the ways to the school key that this change makes, alters or
	// takes away; allWays says that what is there now are all.
	ways    map[string]bool
	allWays bool
	// forgets says that the log is to be emptied afterwards.
	forgets bool
	// signs says that the settings are to be signed although they stay.
	signs bool
}

// Update runs f in one transaction. When it fails nothing has changed, save that after a
// failed commit [Ledger.Stale] is to be asked: its answer may have been lost.
func (l *Ledger) Update(ctx context.Context, f func(*Change) error) error {
	c := &Change{l: l, state: l.state, settings: l.settings, made: map[string]*record{}, ways: map[string]bool{}}
	err := l.db.Update(ctx, func(tx *sqlite.Tx) error {
		c.tx = tx
		if err := f(c); err != nil {
			return err
		}
		return c.vouch()
	})
	if err != nil {
		return err
	}
	l.state, l.settings = c.state, c.settings
	for id, r := range c.made {
		l.records[id] = r
	}
	for _, id := range c.dropped {
		if r := l.records[id]; r != nil {
			r.wipe()
		}
		delete(l.records, id)
	}
	l.toForget = l.toForget || c.forgets
	l.forget(ctx)
	return nil
}

// forget empties the log where a change has asked for it. The change is made whatever comes
// of this: after a failure the next change tries again, and [Ledger.Close] empties the log at
// the latest, or says that it cannot.
func (l *Ledger) forget(ctx context.Context) {
	if l.toForget {
		l.toForget = l.db.Forget(context.WithoutCancel(ctx)) != nil
	}
}

// vouch writes what the school says of the file as the change leaves it.
func (c *Change) vouch() error {
	if err := c.vouchForWays(); err != nil {
		return err
	}
	c.state.Settings, c.state.Records, c.state.EventKey = c.settings.hashes(), c.revisions(), c.l.keys.newest
	if c.signs || !maps.Equal(c.state.Settings, c.l.state.Settings) {
		if err := c.l.keys.signSettings(c.tx, c.settings); err != nil {
			return err
		}
	}
	return c.l.keys.vouch(c.tx, &c.state)
}

// revisions are those of all graduates as the change leaves them.
func (c *Change) revisions() map[string]int {
	before := c.l.state.Records
	if before != nil && len(c.made)+len(c.dropped) == 0 {
		return before
	}
	all := maps.Clone(before)
	if before == nil {
		all = map[string]int{}
		for id, r := range c.l.records {
			if r.rev > 0 {
				all[id] = r.rev
			}
		}
	}
	for id, r := range c.made {
		all[id] = r.rev
	}
	for _, id := range c.dropped {
		delete(all, id)
	}
	return all
}

// vouchForWays takes into the statement what the change has done about the ways to the school
// key. One that was spoilt or lost before stays so: whose it is must learn it.
func (c *Change) vouchForWays() error {
	if len(c.ways) == 0 && !c.allWays {
		return nil
	}
	slots, err := c.tx.Slots()
	if err != nil {
		return err
	}
	stored, vouched := slotHashes(slots), map[string]string{}
	if c.allWays {
		c.state.Slots = stored
		return nil
	}
	maps.Copy(vouched, c.state.Slots)
	for id := range c.ways {
		delete(vouched, id)
		if hash, there := stored[id]; there {
			vouched[id] = hash
		}
	}
	c.state.Slots = vouched
	return nil
}

// Stale reports whether the file holds a change that this ledger does not know of: one
// whose commit seemed to fail. Then everything is to be loaded anew.
func (l *Ledger) Stale(ctx context.Context) (bool, error) {
	seq, hash, err := l.db.LastSeq(context.WithoutCancel(ctx))
	return seq != l.state.Seq || hex.EncodeToString(hash) != l.state.Hash, err
}

// Reload reads everything anew.
func (l *Ledger) Reload(ctx context.Context) error {
	for _, r := range l.records {
		r.wipe()
	}
	clear(l.records)
	return l.load(ctx)
}

// recordOf is a graduate as this change sees it, nil for nobody.
func (c *Change) recordOf(id string) *record {
	if r := c.made[id]; r != nil {
		return r
	}
	return c.l.records[id]
}

// touch is recordOf for a change of it.
func (c *Change) touch(id string) (*record, error) {
	r := c.recordOf(id)
	if r == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	if c.made[id] == nil {
		c.made[id] = &record{r.rev, r.generation, maps.Clone(r.keys)}
	}
	return c.made[id], nil
}

// Note appends an event of the school.
func (c *Change) Note(kind string, body []byte) error {
	e := sqlite.Event{Kind: kind, Generation: c.l.keys.newest}
	return c.append(&e, c.l.keys.events[e.Generation], body)
}

// append seals an event, chains it, vouches for it and writes it. Without a key it has no
// body.
func (c *Change) append(e *sqlite.Event, key *vault.Key, body []byte) (err error) {
	head := c.state.head()
	e.Seq, e.At, e.Body = head.Seq+1, c.l.options.Now(), []byte{}
	if head.Seq > 0 {
		e.Prev = head.Hash[:]
	}
	if key != nil {
		if e.Body, err = vault.Seal(c.l.options.Rand, key, eventPlace(e), body); err != nil {
			return fmt.Errorf("seal event: %w", err)
		}
	}
	digest := digestOf(e.At, e.Body, e.Record)
	hash := vault.ChainHash(head.Hash, e.Seq, e.Kind, e.Graduate, e.Rev, digest)
	e.Digest, e.Hash = digest[:], hash[:]
	if e.MAC, err = c.l.keys.mac(e); err != nil {
		return err
	}
	if err := c.tx.AddEvent(*e); err != nil {
		return err
	}
	c.state.Seq, c.state.Hash = e.Seq, hex.EncodeToString(e.Hash)
	if c.l.kinds != nil {
		c.l.kinds[e.Kind] = true
	}
	return nil
}

// PutSetting writes a setting. One that was vouched for as somebody had left it may have a
// revision after which there is none: it begins anew.
func (c *Change) PutSetting(name string, body []byte) error {
	if c.settings[name].rev > mostRevisions {
		if err := c.dropSetting(name); err != nil {
			return err
		}
	}
	c.settings = c.settings.with(name, body)
	return c.tx.PutSetting(sqlite.Record{ID: name, Rev: c.settings[name].rev, Body: body})
}

// mostRevisions is far above how often a setting was changed.
const mostRevisions = 1 << 40

func (c *Change) dropSetting(name string) error {
	c.settings = maps.Clone(c.settings)
	delete(c.settings, name)
	return c.tx.DropSetting(name)
}

// Print is something that no two graduates share: the file itself refuses the second, by
// a keyed hash of it.
type Print struct{ Kind, Value string }

func (k *keys) fingerprints(prints []Print) ([]sqlite.Fingerprint, error) {
	all := make([]sqlite.Fingerprint, len(prints))
	for i, p := range prints {
		value, err := vault.Fingerprint(k.sub[vault.LabelFingerprint], p.Kind+"|"+p.Value)
		if err != nil {
			return nil, err
		}
		all[i] = sqlite.Fingerprint{Kind: p.Kind, Value: value}
	}
	return all, nil
}

// Add writes a new graduate with a key of its own, and its event.
func (c *Change) Add(id string, plain []byte, prints []Print, kind string, body []byte) error {
	key, err := vault.NewKey(c.l.options.Rand)
	if err != nil {
		return err
	}
	if c.recordOf(id) != nil {
		return data.Fail("registry.conflict", nil)
	}
	c.made[id] = &record{rev: 0, generation: 1, keys: map[int]*vault.Key{1: key}}
	stored, err := c.l.keys.wrap(c.l.options, id, c.made[id])
	if err != nil {
		return err
	}
	return c.write(id, stored, plain, prints, kind, body)
}

// wrap gives the stored form of a graduate's newest key, and what the graduate trusts.
func (k *keys) wrap(o Options, id string, r *record) (sqlite.Record, error) {
	wrapped, err := vault.WrapKey(o.Rand, k.sub[vault.LabelRecord], keyPlace(id), r.key())
	if err != nil {
		return sqlite.Record{}, err
	}
	trust, err := vault.Seal(o.Rand, r.key(), trustPlace(id), k.signer.Public())
	return sqlite.Record{ID: id, Wrapped: wrapped, Generation: r.generation, Trust: trust}, err
}

// Put writes the next revision of a graduate and its event.
func (c *Change) Put(id string, plain []byte, prints []Print, kind string, body []byte) error {
	if _, err := c.touch(id); err != nil {
		return err
	}
	return c.write(id, sqlite.Record{ID: id}, plain, prints, kind, body)
}

func (c *Change) write(id string, stored sqlite.Record, plain []byte, prints []Print, kind string, body []byte) (err error) {
	r := c.made[id]
	r.rev++
	stored.Rev = r.rev
	if stored.Body, err = vault.Seal(c.l.options.Rand, r.key(), bodyPlace(id, r.rev), plain); err != nil {
		return fmt.Errorf("seal graduate: %w", err)
	}
	hashed, err := c.l.keys.fingerprints(prints)
	if err != nil {
		return err
	}
	if err := errors.Join(c.tx.PutGraduate(stored), c.tx.SetFingerprints(id, r.rev == 1, hashed)); err != nil {
		return err
	}
	e := sqlite.Event{Kind: kind, Graduate: id, Rev: r.rev, Generation: r.generation, Record: hashOf(stored.Body)}
	return c.append(&e, r.key(), body)
}
