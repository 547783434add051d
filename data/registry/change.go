package registry

import (
	"context"
	"encoding/json"
	"fmt"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Change is one transaction of the registry: it seals what it writes and chains the
// events that it appends.
type Change struct {
	tx   *sqlite.Tx
	v    *View
	head vault.Head
	// settings are those of the registry as this change leaves them.
	settings settings
	// slots are the hashes of the ways to the school key, as this change leaves them.
	slots map[string]string
	// made are the keys of graduates that this change adds.
	made map[string]*vault.Key
	// written are the graduates as this change leaves them, erased the ids of those who
	// are gone.
	written []writtenGraduate
	erased  []string
}

// writtenGraduate is a graduate at a revision.
type writtenGraduate struct {
	graduate *data.Graduate
	rev      int
}

// update runs f in one transaction. Only when it is on disk the head of the events
// moves, and the index follows. After a failed commit the file says what has become of
// it.
func (v *View) update(ctx context.Context, f func(*Change) error) error {
	c := &Change{v: v, head: v.head, settings: v.settings, slots: v.slots, made: map[string]*vault.Key{}}
	err := v.db.Update(ctx, func(tx *sqlite.Tx) error {
		c.tx = tx
		return f(c)
	})
	if err != nil {
		return v.afterFailure(ctx, err)
	}
	v.head, v.settings, v.slots = c.head, c.settings, c.slots
	v.follow(c)
	return nil
}

// follow brings the index to what a change has written.
func (v *View) follow(c *Change) {
	added := false
	for _, w := range c.written {
		if w.rev > 1 {
			v.index.replace(w.graduate, w.rev)
			continue
		}
		v.index.add(w.graduate, w.rev, c.made[w.graduate.ID])
		added = true
	}
	for _, id := range c.erased {
		v.index.drop(id)
	}
	if added {
		v.index.sort()
		v.index.changed()
	}
}

// afterFailure reads the registry anew when a failed change is on disk nevertheless:
// a commit whose answer was lost.
func (v *View) afterFailure(ctx context.Context, failure error) error {
	ctx = context.WithoutCancel(ctx)
	head, err := v.storedHead(ctx)
	if err != nil || head == v.head {
		return failure
	}
	if err := v.load(ctx); err != nil {
		return err
	}
	return failure
}

func (v *View) storedHead(ctx context.Context) (vault.Head, error) {
	var head vault.Head
	err := v.db.Heads(ctx, func(e sqlite.Event) error {
		head.Seq = e.Seq
		copy(head.Hash[:], e.Hash)
		return nil
	})
	return head, err
}

// keyOf is the key of a graduate that is in the registry or is added by this change.
func (c *Change) keyOf(id string) *vault.Key {
	if key := c.made[id]; key != nil {
		return key
	}
	if e := c.v.index.byID[id]; e != nil {
		return e.key
	}
	return nil
}

// note appends an event. Record is the stored form of what the event left, nil when
// it left nothing.
func (c *Change) note(kind, graduate string, rev int, record []byte, b EventBody) error {
	if b.By == "" {
		b.By = c.v.who.Label()
	}
	if graduate == "" && record != nil {
		b.Slots = c.slots
	}
	plain, err := json.Marshal(b)
	if err != nil {
		return fmt.Errorf("encode event %s: %w", kind, err)
	}
	e := sqlite.Event{Seq: c.head.Seq + 1, At: c.v.options.Now(), Kind: kind, Graduate: graduate, Rev: rev}
	if c.head.Seq > 0 {
		e.Prev = c.head.Hash[:]
	}
	if record != nil {
		e.Record = hashOf(record)
	}
	key := c.keyOf(graduate)
	if graduate == "" {
		e.Generation = c.v.keys.generation()
		key = c.v.keys.events[e.Generation]
	}
	if e.Body, err = vault.Seal(c.v.options.Rand, key, eventPlace(&e), plain); err != nil {
		return fmt.Errorf("seal event: %w", err)
	}
	return c.append(e)
}

// Note appends an event of the school.
func (c *Change) Note(kind string, b EventBody) error { return c.note(kind, "", 0, nil, b) }

// append chains an event and writes it.
func (c *Change) append(e sqlite.Event) error {
	digest := digestOf(e.At, e.Body, e.Record)
	hash := vault.ChainHash(c.head.Hash, e.Seq, e.Kind, e.Graduate, e.Rev, digest)
	e.Digest, e.Hash = digest[:], hash[:]
	if err := c.tx.AddEvent(e); err != nil {
		return err
	}
	c.head = vault.Head{Seq: e.Seq, Hash: hash}
	return nil
}

// openEvent gives the personal part of an event.
func (v *View) openEvent(e *sqlite.Event) (EventBody, error) {
	var b EventBody
	key := v.keys.events[e.Generation]
	if e.Graduate != "" {
		entry := v.index.byID[e.Graduate]
		if entry == nil {
			return b, nil
		}
		key = entry.key
	}
	plain, err := vault.Open(key, eventPlace(e), e.Body)
	if err != nil {
		return b, tampered(err, eventPlace(e))
	}
	if err := json.Unmarshal(plain, &b); err != nil {
		return b, data.FailWith(fmt.Errorf("decode event %d: %w", e.Seq, err), "registry.damaged", nil)
	}
	return b, nil
}

// Add writes a new graduate with a key of its own and its event.
func (c *Change) Add(g *data.Graduate) error {
	key, err := vault.NewKey(c.v.options.Rand)
	if err != nil {
		return err
	}
	wrapped, err := vault.WrapKey(c.v.options.Rand, c.v.keys.sub[vault.LabelRecord], keyPlace(g.ID), key)
	if err != nil {
		return err
	}
	c.made[g.ID] = key
	return c.write(g, sqlite.Record{ID: g.ID, Rev: 1, Wrapped: wrapped}, EventAdded, EventBody{After: g})
}

// Put writes the next revision of a graduate and its event.
func (c *Change) Put(g *data.Graduate, kind string, b EventBody) error {
	return c.write(g, sqlite.Record{ID: g.ID, Rev: c.v.index.byID[g.ID].rev + 1}, kind, b)
}

func (c *Change) write(g *data.Graduate, record sqlite.Record, kind string, b EventBody) error {
	plain, err := encodeGraduate(g)
	if err != nil {
		return err
	}
	if record.Body, err = vault.Seal(c.v.options.Rand, c.keyOf(g.ID), bodyPlace(g.ID, record.Rev), plain); err != nil {
		return fmt.Errorf("seal graduate: %w", err)
	}
	if err := c.tx.PutGraduate(record); err != nil {
		return err
	}
	prints, err := c.v.fingerprints(g)
	if err != nil {
		return err
	}
	if err := c.tx.SetFingerprints(g.ID, record.Rev == 1, prints); err != nil {
		return err
	}
	c.written = append(c.written, writtenGraduate{g, record.Rev})
	return c.note(kind, g.ID, record.Rev, record.Body, b)
}

// storeSetting keeps a named setting in a transaction of its own, with its event.
func (v *View) storeSetting(ctx context.Context, name string, value any, kind string, b EventBody) error {
	body, err := marshal(name, value)
	if err != nil {
		return err
	}
	return v.update(ctx, func(c *Change) error { return c.putSetting(name, body, kind, b) })
}

// putSetting writes a named body that is not secret, and the event that vouches for
// all of them.
func (c *Change) putSetting(name string, body []byte, kind string, b EventBody) error {
	c.settings = c.settings.with(name, body)
	if err := c.tx.PutSetting(sqlite.Record{ID: name, Rev: c.settings[name].rev, Body: body}); err != nil {
		return err
	}
	return c.note(kind, "", c.settings[name].rev, c.settings.record(), b)
}

// vouch appends an event of the school that vouches for the slots as they are now.
func (c *Change) vouch(kind string, b EventBody) error {
	slots, err := c.tx.Slots()
	if err != nil {
		return err
	}
	c.slots = slotHashes(slots)
	return c.note(kind, "", 0, c.settings.record(), b)
}
