package registry

import (
	"context"
	"encoding/hex"
	"errors"
	"io"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// doorOf is a graduate's access of one door.
type doorOf struct {
	graduate string
	door     data.Door
}

// secrets are the sealed passwords that are not handed over.
func (v *View) secrets(ctx context.Context) (map[doorOf][]byte, error) {
	all := map[doorOf][]byte{}
	err := v.db.Accesses(ctx, func(a sqlite.Access) error {
		if len(a.Secret) > 0 {
			all[doorOf{a.Graduate, data.Door(a.Door)}] = a.Secret
		}
		return nil
	})
	return all, err
}

// Passwords are those that can still be read: the ones that are not handed over.
type Passwords map[doorOf]string

// Of is the password of a graduate's access, "" when it cannot be read.
func (p Passwords) Of(g *data.Graduate, a data.Access) string { return p[doorOf{g.ID, a.Door}] }

// Readable tells the accesses whose passwords can still be read.
func (v *View) Readable(ctx context.Context) (readable func(*data.Graduate, data.Access) bool, err error) {
	sealed, err := v.secrets(ctx)
	return func(g *data.Graduate, a data.Access) bool { return sealed[doorOf{g.ID, a.Door}] != nil }, err
}

// Passwords opens those of the given graduates that are not handed over.
func (v *View) Passwords(ctx context.Context, graduates []*data.Graduate) (Passwords, error) {
	sealed, err := v.secrets(ctx)
	if err != nil {
		return nil, err
	}
	open := Passwords{}
	for _, g := range graduates {
		for _, a := range g.Accesses {
			of := doorOf{g.ID, a.Door}
			if sealed[of] == nil {
				continue
			}
			place := secretPlace(g.ID, string(a.Door), a.Version)
			plain, err := vault.Open(v.keys.sub[vault.LabelPasswords], place, sealed[of])
			if err != nil {
				return nil, tampered(err, place)
			}
			open[of] = string(plain)
		}
	}
	return open, nil
}

// Draft is an access that is being made for a graduate.
type Draft struct {
	graduate   *data.Graduate
	login      vault.Login
	random     io.Reader
	password   string
	credential *vault.Credential
}

// DraftAccess begins a new access of g.
func (v *View) DraftAccess(g *data.Graduate) *Draft {
	return &Draft{graduate: g, login: v.login, random: v.options.Rand}
}

// Stretch makes the password. It takes about half a second, the price of a guess, and
// needs no lock.
func (d *Draft) Stretch() (err error) {
	if d.password, err = vault.NewPassword(d.random); err != nil {
		return err
	}
	d.credential, err = vault.NewCredential(d.login, d.graduate.Phone, d.password)
	return err
}

// Wipe forgets the password; a draft that was stretched must be wiped.
func (d *Draft) Wipe() { d.credential.Wipe() }

// PutAccess stores an access that was drafted and stretched, as an event of this kind. A
// graduate who was erased meanwhile, or got another phone, or an access where none was, is
// registry.conflict.
func (w *Edit) PutAccess(d *Draft, kind, reason string) error {
	id := d.graduate.ID
	now := w.index.byID[id]
	if now == nil || now.graduate.Phone != d.graduate.Phone || kind == EventAccessMade && now.graduate.Access(data.DoorOwn) != nil {
		return data.Fail("registry.conflict", nil)
	}
	slot, err := vault.NewGraduateSlot(w.options.Rand, d.credential, vault.GraduateContent{ID: id, Key: now.key})
	if err != nil {
		return err
	}
	tag := d.credential.Tag()
	stored := sqlite.Access{Graduate: id, Door: string(data.DoorOwn), Tag: tag[:], Slot: slot.Sealed}
	g := now.graduate.Clone()
	a := setAccess(g, data.Access{Door: data.DoorOwn, Login: g.Phone, Slot: slotHash(stored), Made: w.Signed("made", reason)})
	if stored.Secret, err = w.sealSecret(id, a, d.password); err != nil {
		return err
	}
	return w.Commit(func(c *Change) error {
		return errors.Join(c.tx.PutAccess(stored), c.Put(g, kind, EventBody{Note: reason, Accesses: g.Accesses}))
	})
}

// PutImported stores an access of another program: its password lies sealed until it is
// handed over, and opens nothing here.
func (c *Change) PutImported(g *data.Graduate, door data.Door, login, password string) error {
	g = g.Clone()
	a := setAccess(g, data.Access{Door: door, Login: login, Made: c.v.Signed("imported", "")})
	secret, err := c.v.sealSecret(g.ID, a, password)
	if err != nil {
		return err
	}
	if err := c.tx.PutAccess(sqlite.Access{Graduate: g.ID, Door: string(door), Secret: secret}); err != nil {
		return err
	}
	return c.Put(g, EventAccessImported, EventBody{Accesses: g.Accesses})
}

// HandOver stores g, whose access of a door was handed over: nobody can read its password
// from then on (D16).
func (c *Change) HandOver(g *data.Graduate, door data.Door, note string) error {
	if err := c.tx.DropSecret(g.ID, string(door)); err != nil {
		return err
	}
	return c.Put(g, EventHandedOver, EventBody{Note: note, Accesses: g.Accesses})
}

// setAccess puts an access in the place of the earlier one of its door, as its next
// version, and returns it.
func setAccess(g *data.Graduate, a data.Access) data.Access {
	before := g.Access(a.Door)
	if before == nil {
		a.Version = 1
		g.Accesses = append(g.Accesses, a)
		return a
	}
	a.Version = before.Version + 1
	*before = a
	return a
}

func (v *View) sealSecret(id string, a data.Access, password string) ([]byte, error) {
	return vault.Seal(v.options.Rand, v.keys.sub[vault.LabelPasswords], secretPlace(id, string(a.Door), a.Version), []byte(password))
}

// slotHash is the SHA-256 of how a graduate's password is stored; empty where it opens
// another program.
func slotHash(stored sqlite.Access) string {
	if len(stored.Tag) == 0 {
		return ""
	}
	return hex.EncodeToString(hashOf(append(slices.Clone(stored.Tag), stored.Slot...)))
}

// compareAccesses holds every stored access against what its graduate's record says of
// it: its version, its slot, and whether its password can still be read.
func (v *View) compareAccesses(ctx context.Context) error {
	there := map[doorOf]bool{}
	err := v.db.Accesses(ctx, func(stored sqlite.Access) error {
		there[doorOf{stored.Graduate, data.Door(stored.Door)}] = true
		return v.orIll(stored.Graduate, v.compareAccess(stored))
	})
	if err != nil {
		return err
	}
	for id, e := range v.index.byID {
		for _, a := range e.graduate.Accesses {
			if !there[doorOf{id, a.Door}] {
				if err := v.orIll(id, tampered(errors.New("access is missing"), secretPlace(id, string(a.Door), a.Version))); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (v *View) compareAccess(stored sqlite.Access) error {
	place := secretPlace(stored.Graduate, stored.Door, 0)
	e := v.index.byID[stored.Graduate]
	if e == nil {
		return nil // the record itself is ill
	}
	a := e.graduate.Access(data.Door(stored.Door))
	if a == nil || a.Slot != slotHash(stored) || (a.HandedOver == nil) != (len(stored.Secret) > 0) {
		return tampered(errors.New("not what the record says"), place)
	}
	if a.HandedOver != nil {
		return nil
	}
	place.Rev = a.Version
	if _, err := vault.Open(v.keys.sub[vault.LabelPasswords], place, stored.Secret); err != nil {
		return tampered(err, place)
	}
	return nil
}
