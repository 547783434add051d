package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"

	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Founding is what a new registry begins with.
type Founding struct {
	// Settings are the bodies of its first settings; the ledger adds its own.
	Settings map[string][]byte
	// Head is the first account; it is not made when Key is given.
	Head     Account
	Password string
	Key      *SchoolKey
	// Kind and Body are the first event.
	Kind string
	Body []byte
	// heirs are who signs in as to another registry, instead of a first account: see [Ledger.Found].
	heirs *heirs
}

// CheckPlace says at once why no registry can be made at path: see [sqlite.CheckPlace].
func CheckPlace(path string) error { return sqlite.CheckPlace(path) }

// Create makes a new registry at path, signed in as its head. Nothing is left behind when
// it fails.
func Create(ctx context.Context, path string, first Founding, o Options) (*Ledger, error) {
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		return nil, err
	}
	l, err := found(ctx, db, first, o)
	if err != nil {
		return nil, errors.Join(closing(err, db), os.Remove(path))
	}
	return l, nil
}

func found(ctx context.Context, db *sqlite.DB, first Founding, o Options) (*Ledger, error) {
	l := &Ledger{File: &File{db: db, options: o}, me: first.Head, records: map[string]*record{}, spoilt: map[int64]bool{}}
	school := first.Key.Clone()
	if school == nil {
		var err error
		if school, err = vault.NewSchoolKey(o.Rand); err != nil {
			return nil, err
		}
	}
	l.keys = newKeys(school)
	if err := l.keys.renew(o); err != nil {
		return nil, err
	}
	if err := l.Update(ctx, func(c *Change) error { return c.found(first) }); err != nil {
		l.keys.wipe()
		return nil, err
	}
	if err := l.load(ctx); err != nil {
		l.keys.wipe()
		return nil, err
	}
	return l, nil
}

// renew makes the keys that come with a new school key: one for events, one to sign with.
func (k *keys) renew(o Options) error {
	key, err := vault.NewKey(o.Rand)
	if err != nil {
		return err
	}
	k.addEventKey(k.newest+1, key)
	k.signer, err = vault.NewSigner(o.Rand)
	return err
}

// found writes what every registry begins with, in one transaction: there is never a
// registry that nobody can open.
func (c *Change) found(first Founding) error {
	login, err := vault.NewLogin(c.l.options.Rand, vault.DefaultParams())
	if err != nil {
		return err
	}
	body, err := marshal(SettingLogin, login)
	if err != nil {
		return err
	}
	if err := c.PutSetting(SettingLogin, body); err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(first.Settings)) {
		if err := c.PutSetting(name, first.Settings[name]); err != nil {
			return err
		}
	}
	if err := c.putKeys(); err != nil {
		return err
	}
	if err := c.letIn(first); err != nil {
		return err
	}
	return c.Note(first.Kind, first.Body)
}

// letIn makes the ways in that a new registry has, none where it is opened by its key.
func (c *Change) letIn(first Founding) (err error) {
	switch {
	case first.heirs != nil:
		return first.heirs.add(c)
	case first.Key == nil:
		c.l.me.ID, err = c.AddAccount(first.Head, first.Password)
	}
	return err
}

// heirs are the ways into one registry whose owners sign in to the next one too.
type heirs struct {
	of    *Ledger
	slots []sqlite.Slot
}

// add lets them in. One that is spoilt is left out, as when the school key changes: whose it
// is must learn it.
func (h *heirs) add(c *Change) error {
	for _, slot := range h.slots {
		if decoded, err := decodeSlot(slot); err != nil || !decoded.Kind.IsOperator() {
			continue
		}
		handed, sound, err := h.of.handOn(slot, h.of.keys, c.l.keys)
		if err != nil {
			return err
		}
		if !sound {
			continue
		}
		c.ways[handed.ID] = true
		if err := c.tx.AddSlot(handed); err != nil {
			return err
		}
	}
	return nil
}

// signing is the setting of the school's key pair.
type signing struct {
	Public []byte `json:"public"`
	Sealed []byte `json:"sealed"`
}

// putKeys writes the event keys and the signing key under the school key.
func (c *Change) putKeys() error {
	keys, o := c.l.keys, c.l.options
	for _, generation := range slices.Sorted(maps.Keys(keys.events)) {
		wrapped, err := vault.WrapKey(o.Rand, keys.sub[vault.LabelEvents], eventKeyPlace(generation), keys.events[generation])
		if err != nil {
			return err
		}
		if err := c.tx.PutEventKey(generation, wrapped); err != nil {
			return err
		}
	}
	sealed, err := keys.signer.Seal(o.Rand, keys.school, signerPlace())
	if err != nil {
		return err
	}
	body, err := marshal(SettingSigning, signing{keys.signer.Public(), sealed})
	if err != nil {
		return err
	}
	return c.PutSetting(SettingSigning, body)
}

func (s *signing) decode(body []byte) error {
	if err := json.Unmarshal(body, s); err != nil {
		return damaged(fmt.Errorf("decode signing key: %w", err))
	}
	return nil
}
