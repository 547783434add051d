package registry

import (
	"context"
	"io"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
	"graduand/data/vault"
)

// secrets are the accesses whose passwords are not handed over.
func (v *View) secrets(ctx context.Context) (map[doorOf]ledger.Access, error) {
	all := map[doorOf]ledger.Access{}
	err := v.ledger.Accesses(ctx, func(a ledger.Access) error {
		if a.Readable {
			all[doorOf{a.Graduate, data.Door(a.Door)}] = a
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
	return func(g *data.Graduate, a data.Access) bool { return sealed[doorOf{g.ID, a.Door}].Readable }, err
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
			if !sealed[of].Readable {
				continue
			}
			if open[of], err = v.ledger.Secret(sealed[of], a.Version); err != nil {
				return nil, err
			}
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
	return &Draft{graduate: g, login: v.book.Login(), random: v.options.Rand}
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
	g, again := now.graduate.Clone(), now.graduate.Access(data.DoorOwn) != nil
	a := w.setAccess(g, data.Access{Door: data.DoorOwn, Login: g.Phone, Made: w.Signed("made", reason)})
	return w.Commit(func(c *Change) (err error) {
		if again {
			// The old password and an old copy of the file open nothing that is written from now
			// on (KG-037).
			if err := c.Rekey(id); err != nil {
				return err
			}
		}
		if a.Slot, err = c.SetOwnAccess(id, string(data.DoorOwn), d.credential, d.password, a.Version); err != nil {
			return err
		}
		*g.Access(data.DoorOwn) = a
		return c.Put(g, kind, EventBody{Note: reason, Accesses: g.Accesses})
	})
}

// PutImported stores an access of another program: its password lies sealed until it is
// handed over, and opens nothing here.
func (c *Change) PutImported(g *data.Graduate, door data.Door, login, password string) error {
	g = g.Clone()
	a := c.v.setAccess(g, data.Access{Door: door, Login: login, Made: c.v.Signed("imported", "")})
	if err := c.SetForeignAccess(g.ID, string(door), password, a.Version); err != nil {
		return err
	}
	return c.Put(g, EventAccessImported, EventBody{Accesses: g.Accesses})
}

// HandOver stores g, whose access of a door was handed over: nobody can read its password
// from then on (D16). The history keeps to whom it was given (KG-013).
func (c *Change) HandOver(g *data.Graduate, door data.Door, note string) error {
	if err := c.DropSecret(g.ID, string(door)); err != nil {
		return err
	}
	changes := Difference(c.v.index.byID[g.ID].graduate, g)
	body, err := c.addressed(EventHandedOver, EventBody{Note: note, Accesses: g.Accesses, Changes: changes})
	if err != nil {
		return err
	}
	return c.Put(g, EventHandedOver, body)
}

// TakeBackHandOver stores g, of whose access it is no longer noted that it was handed over.
func (c *Change) TakeBackHandOver(g *data.Graduate) error {
	changes := Difference(c.v.index.byID[g.ID].graduate, g)
	return c.Put(g, EventTakenBack, EventBody{Accesses: g.Accesses, Changes: changes})
}

// RemoveAccess takes an access of a graduate away, for a reason that the history keeps. What
// opened a form here opens nothing any more, in no copy of the file either.
func (c *Change) RemoveAccess(g *data.Graduate, door data.Door, reason string) error {
	g = g.Clone()
	g.Accesses = slices.DeleteFunc(g.Accesses, func(a data.Access) bool { return a.Door == door })
	if err := c.DropAccess(g.ID, string(door)); err != nil {
		return err
	}
	if door == data.DoorOwn {
		if err := c.Rekey(g.ID); err != nil {
			return err
		}
	}
	return c.Put(g, EventAccessRemoved, EventBody{Note: reason, Accesses: g.Accesses})
}

// setAccess puts an access in the place of the earlier one of its door, and returns it. Its
// version is above that of every earlier one, of one that was removed too: each has its own
// entry in the history.
func (v *View) setAccess(g *data.Graduate, a data.Access) data.Access {
	a.Version = int(v.LastEntry()) + 1
	if before := g.Access(a.Door); before != nil {
		*before = a
	} else {
		g.Accesses = append(g.Accesses, a)
	}
	return a
}
