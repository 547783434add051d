package registry

import (
	"context"
	"encoding/json"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// pendingBody is what a graduate has changed, sealed by the graduate's own key.
type pendingBody struct {
	At      time.Time     `json:"at"`
	Changes []FieldChange `json:"changes"`
}

// ownView is the View of a graduate: one record, with what this graduate has changed and
// nobody has seen yet.
func ownView(ctx context.Context, own *ledger.Own, phone string, c *campaign.Campaign, o Options) (*View, error) {
	v := &View{book: own.File, own: own, file: c, options: o, who: Account{ID: own.ID, Phone: phone, Role: RoleGraduate}}
	if err := v.decodeSettings(); err != nil {
		return nil, err
	}
	v.index = newIndex(v.Campaign())
	g, err := decodeGraduate(own.Plain)
	if err != nil {
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	if a := g.Access(data.DoorOwn); g.Removed != nil || a == nil || a.Slot != own.Slot {
		return nil, data.Fail("vault.wrong", nil)
	}
	v.who.Name = g.FullName()
	if err := v.showPending(ctx, g); err != nil {
		return nil, err
	}
	v.index.add(g)
	return v, nil
}

// showPending shows a graduate the own changes, unless somebody has made too much of them.
func (v *View) showPending(ctx context.Context, g *data.Graduate) error {
	sizes, err := v.book.PendingSizes(ctx)
	for _, s := range sizes {
		if s.Graduate == g.ID && ledger.TooMuch(s) {
			return nil
		}
	}
	if err != nil {
		return err
	}
	return v.book.PendingOf(ctx, []string{g.ID}, func(p ledger.Pending) error {
		v.setPending(g, p)
		return nil
	})
}

// setPending shows a graduate an own change; one that does not open was altered from
// outside, and is the school's to throw away.
func (v *View) setPending(g *data.Graduate, p ledger.Pending) {
	b, err := decodePending(v.own.OpenPending(p))
	if err != nil {
		return
	}
	for _, c := range b.Changes {
		g.Set(c.Field, c.After)
	}
}

// decodePending takes an opened change apart.
func decodePending(plain []byte, err error) (pendingBody, error) {
	var b pendingBody
	if err != nil {
		return b, err
	}
	if err := json.Unmarshal(plain, &b); err != nil {
		return b, data.FailWith(err, "registry.damaged", nil)
	}
	return b, nil
}

// taken are the pending changes of a graduate that were taken over before: each is applied
// once.
func (v *View) taken(ctx context.Context, id string) (map[string]bool, error) {
	taken := map[string]bool{}
	err := v.ledger.Events(ctx, id, func(e ledger.Event) error {
		b, err := bodyOf(e)
		if err != nil {
			return nil // the doctor names it
		}
		for _, change := range b.Taken {
			taken[change] = true
		}
		return nil
	})
	return taken, err
}
