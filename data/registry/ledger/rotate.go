package ledger

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Contents is what the ledger has to ask of records that it cannot read, when it seals
// anew what hangs on them.
type Contents interface {
	// Prints are those of a graduate.
	Prints(id string) []Print
	// Version is that of a graduate's access by a door; 0 when there is none.
	Version(id, door string) int
}

// Rotate makes a new school key and seals everything that hangs on it anew, together with
// what the caller adds, all or nothing. With an old copy of the key nothing that is sealed
// from now on can be read, save what is about graduates who were there already (their own
// keys stay), and nothing can be vouched for. The slots that are gone get no token to the
// new key, nor does one that is spoilt; who stays follows it at the next sign-in with the
// old password.
func (l *Ledger) Rotate(ctx context.Context, gone []string, contents Contents, more func(*Change) error) error {
	next, err := vault.NewSchoolKey(l.options.Rand)
	if err != nil {
		return err
	}
	t := &rotation{l: l, old: l.keys, next: newKeys(next), gone: gone, contents: contents}
	if err := t.prepare(ctx); err != nil {
		t.next.wipeSchool()
		return err
	}
	l.keys = t.next
	err = l.Update(ctx, func(c *Change) error { return t.run(c, more) })
	if err != nil {
		if stale, failed := l.Stale(ctx); failed != nil || !stale {
			l.keys = t.old
			t.next.wipeSchool()
			return errors.Join(err, failed)
		}
	}
	t.old.wipeSchool()
	return err
}

// rotation is one change of the school key under way.
type rotation struct {
	l         *Ledger
	old, next *keys
	gone      []string
	contents  Contents
	slots     []sqlite.Slot
	accesses  []sqlite.Access
	// events are the genuine ones, without their bodies.
	events []sqlite.Event
}

// prepare gives the new keys the event keys of all generations and one more, and
// reads what is to be sealed anew.
func (t *rotation) prepare(ctx context.Context) (err error) {
	for generation, key := range t.old.events {
		t.next.addEventKey(generation, key)
	}
	if err := t.next.renew(t.l.options); err != nil {
		return err
	}
	if t.slots, err = t.l.db.Slots(ctx); err != nil {
		return err
	}
	err = t.l.db.Accesses(ctx, func(a sqlite.Access) error {
		t.accesses = append(t.accesses, a)
		return nil
	})
	if err != nil {
		return err
	}
	return t.l.db.Chain(ctx, func(e sqlite.Event) error {
		if !t.l.spoilt[e.Seq] {
			t.events = append(t.events, e)
		}
		return nil
	})
}

func (t *rotation) run(c *Change, more func(*Change) error) error {
	c.forgets = true
	for _, slot := range t.slots {
		if err := t.slot(c, slot); err != nil {
			return err
		}
	}
	for i := range t.events {
		mac, err := t.next.mac(&t.events[i])
		if err != nil {
			return err
		}
		if err := c.tx.SetMAC(t.events[i].Seq, mac); err != nil {
			return err
		}
	}
	if err := c.putKeys(); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(t.l.records)) {
		if err := t.record(c, id, t.l.records[id]); err != nil {
			return err
		}
	}
	for _, a := range t.accesses {
		if err := t.secret(c, a); err != nil {
			return err
		}
	}
	return errors.Join(t.escrow(c), more(c))
}

// slot gives one who stays a token to the new key.
func (t *rotation) slot(c *Change, slot sqlite.Slot) error {
	if slices.Contains(t.gone, slot.ID) {
		return nil
	}
	handed, sound, err := t.l.handOn(slot, t.old, t.next)
	if err != nil || !sound {
		return err
	}
	c.ways[slot.ID] = true
	return c.tx.ReplaceSlot(slot.ID, handed)
}

// record wraps the keys of a graduate anew, and what the graduate trusts.
func (t *rotation) record(c *Change, id string, r *record) error {
	if !r.key().Usable() {
		return nil // the record is ill beyond help
	}
	for generation, key := range r.keys {
		if generation == r.generation {
			continue
		}
		wrapped, err := vault.WrapKey(t.l.options.Rand, t.next.sub[vault.LabelRecord], formerKeyPlace(id, generation), key)
		if err != nil {
			return err
		}
		if err := c.tx.PutFormerKey(id, generation, wrapped); err != nil {
			return err
		}
	}
	stored, err := t.next.wrap(t.l.options, id, r)
	if err != nil {
		return err
	}
	prints, err := t.next.fingerprints(t.contents.Prints(id))
	if err != nil {
		return err
	}
	return errors.Join(c.tx.Rewrap(stored), c.tx.SetFingerprints(id, false, prints))
}

// secret seals a password that is not handed over yet. One that does not open is left: it
// is ill, and will stay so.
func (t *rotation) secret(c *Change, a sqlite.Access) error {
	place := secretPlace(a.Graduate, a.Door, t.contents.Version(a.Graduate, a.Door))
	if len(a.Secret) == 0 {
		return nil
	}
	plain, err := vault.Open(t.old.sub[vault.LabelPasswords], place, a.Secret)
	if err != nil {
		return nil
	}
	if a.Secret, err = vault.Seal(t.l.options.Rand, t.next.sub[vault.LabelPasswords], place, plain); err != nil {
		return fmt.Errorf("seal password: %w", err)
	}
	return c.tx.PutAccess(a)
}

// escrow gives the centre the new key, where it had the old one.
func (t *rotation) escrow(c *Change) error {
	e, err := t.l.Escrow()
	if err != nil || e.Recipient == "" {
		return err
	}
	return c.PutEscrow(e)
}
