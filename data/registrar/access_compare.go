package registrar

import (
	"context"
	"encoding/hex"
	"errors"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

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
func (r *Registrar) compareAccesses(ctx context.Context) error {
	there := map[doorOf]bool{}
	err := r.db.Accesses(ctx, func(stored sqlite.Access) error {
		there[doorOf{stored.Graduate, data.Door(stored.Door)}] = true
		return r.orIll(stored.Graduate, r.compareAccess(stored))
	})
	if err != nil {
		return err
	}
	for id, e := range r.index.byID {
		for _, a := range e.graduate.Accesses {
			if !there[doorOf{id, a.Door}] {
				if err := r.orIll(id, tampered(errors.New("access is missing"), secretPlace(id, string(a.Door), a.Version))); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

func (r *Registrar) compareAccess(stored sqlite.Access) error {
	place := secretPlace(stored.Graduate, stored.Door, 0)
	e := r.index.byID[stored.Graduate]
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
	if _, err := vault.Open(r.keys.sub[vault.LabelPasswords], place, stored.Secret); err != nil {
		return tampered(err, place)
	}
	return nil
}
