package registry

import (
	"context"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// doorOf is a graduate's access of one door.
type doorOf struct {
	graduate string
	door     data.Door
}

// compareAccesses holds every stored access against what its graduate's record says of
// it: its version, its slot, and whether its password can still be read.
func (v *View) compareAccesses(ctx context.Context, l *ledger.Ledger) (ills []Ill, err error) {
	there := map[doorOf]bool{}
	err = l.Accesses(ctx, func(stored ledger.Access) error {
		there[doorOf{stored.Graduate, data.Door(stored.Door)}] = true
		if e := v.index.byID[stored.Graduate]; e != nil && !soundAccess(l, stored, e.graduate) {
			ills = append(ills, alteredAccess(stored.Graduate, stored.Door))
		}
		return nil
	})
	for _, e := range v.index.ordered {
		for _, a := range e.graduate.Accesses {
			if !there[doorOf{e.graduate.ID, a.Door}] {
				ills = append(ills, alteredAccess(e.graduate.ID, string(a.Door)))
			}
		}
	}
	return ills, err
}

func alteredAccess(id, door string) Ill {
	return Ill{Code: "altered_access", Args: data.Args{"id": id, "door": door}}
}

func soundAccess(l *ledger.Ledger, stored ledger.Access, g *data.Graduate) bool {
	a := g.Access(data.Door(stored.Door))
	if a == nil || a.Slot != stored.Slot || (a.HandedOver == nil) != stored.Readable {
		return false
	}
	if a.HandedOver != nil {
		return true
	}
	_, err := l.Secret(stored, a.Version)
	return err == nil
}
