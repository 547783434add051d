package registry

import (
	"context"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// SetAside takes what is ill out of the registry, and gives the path of a whole copy of it
// as it was, which is kept among the automatic backups: nothing is lost. The school
// vouches for the rest anew, and the history keeps what was set aside. It returns the
// ills that were.
func (r *Registry) SetAside(ctx context.Context) (aside []Ill, kept string, err error) {
	signals := Signals{GraduatesChanged, AccountsChanged, HistoryGrew}
	err = r.Write(ctx, RightSetAside, signals, func(w *Edit) error {
		aside, kept, err = w.setAside()
		return err
	})
	return aside, kept, err
}

func (w *Edit) setAside() ([]Ill, string, error) {
	ills, err := w.examine(w.ctx)
	if err != nil {
		return nil, "", err
	}
	if len(ills) == 0 {
		return nil, "", data.Fail("doctor.nothing_ill", nil)
	}
	if err := w.nameIll(w.ctx, ills); err != nil {
		return nil, "", err
	}
	kept, err := w.ledger.KeepIll(w.ctx, w.Now().Format("2006-01-02_15-04-05"), w.tongue())
	if err != nil {
		return nil, "", err
	}
	err = w.ledger.SetAside(w.ctx, ills, contents{w.View}, func(inner *ledger.Change) error {
		c := &Change{Change: inner, v: w.View}
		return c.noteAside(ills, filepath.Base(kept))
	})
	if err != nil {
		return nil, "", err
	}
	if err := w.ledger.Reload(w.ctx); err != nil {
		return nil, "", err
	}
	return ills, kept, w.load(w.ctx)
}

// noteAside takes away the accesses that are ill, refreshes what is derived, and notes
// what was done.
func (c *Change) noteAside(ills []Ill, kept string) error {
	done := map[string]bool{}
	body := EventBody{Note: kept}
	for _, ill := range ills {
		body.Ills = append(body.Ills, ill.Code)
		id, _ := ill.Args["id"].(string)
		if id != "" {
			body.Graduates = append(body.Graduates, id)
		}
		if ill.Code == "altered_access" && !done[id] {
			done[id] = true
			if err := c.dropAccesses(id, ills); err != nil {
				return err
			}
		}
	}
	if err := c.RefreshPrints(contents{c.v}); err != nil {
		return err
	}
	slices.Sort(body.Graduates)
	body.Graduates = slices.Compact(body.Graduates)
	return c.Note(EventSetAside, body)
}

// dropAccesses takes the accesses of a graduate that are ill away; the school can make
// new ones.
func (c *Change) dropAccesses(id string, ills []Ill) error {
	e := c.v.index.byID[id]
	if e == nil {
		return nil
	}
	g := e.graduate.Clone()
	for _, ill := range ills {
		if ill.Code != "altered_access" || ill.Args["id"] != id {
			continue
		}
		door, _ := ill.Args["door"].(string)
		if err := c.DropAccess(id, door); err != nil {
			return err
		}
		g.Accesses = slices.DeleteFunc(g.Accesses, func(a data.Access) bool { return string(a.Door) == door })
	}
	return c.Put(g, EventAccessChanged, EventBody{Accesses: g.Accesses})
}
