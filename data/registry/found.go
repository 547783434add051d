package registry

import (
	"context"
	"errors"
	"os"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Founder is the first account of a new registry: its head, who lets the others in.
type Founder struct {
	Name, Phone, Password string
	// MustChange says that somebody else has set the password: nothing is done before it is replaced
	// (KG-006).
	MustChange bool
}

// Create makes a new registry at path for one school and one campaign, signed in as
// its founder. Nothing is left behind when it fails. The school must have a name, and
// its codes must stand in the campaign. With Options.Key nobody can sign in to it but
// by the key.
func Create(ctx context.Context, path string, c *campaign.Campaign, school data.School, f Founder, o Options) (*Registry, error) {
	return CreateWith(ctx, path, c, school, f, o, func(*Change) error { return nil })
}

// CreateWith is [Create] with more that the registry begins with: it is not there without.
func CreateWith(ctx context.Context, path string, c *campaign.Campaign, school data.School, f Founder, o Options, more func(*Change) error) (*Registry, error) {
	o = o.filled()
	school, err := CheckSchool(c, school)
	if err != nil {
		return nil, err
	}
	head, err := clean(c, Account{Name: f.Name, Phone: f.Phone, Role: RoleHead, MustChange: f.MustChange})
	if err != nil {
		return nil, err
	}
	if o.Key == nil {
		if err := CheckPassword(f.Password, head); err != nil {
			return nil, err
		}
	}
	first, _, err := founding(c, school, head, o)
	if err != nil {
		return nil, err
	}
	first.Password = f.Password
	l, err := ledger.Create(ctx, path, first, o.ledger())
	if err != nil {
		return nil, err
	}
	v, err := viewOf(ctx, l, c, o)
	if err == nil {
		err = v.update(ctx, more)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close(), os.Remove(path))
	}
	return &Registry{view: v}, nil
}

// founding is what a new registry begins with, and the id that it gets.
func founding(c *campaign.Campaign, school data.School, head Account, o Options) (first ledger.Founding, id string, err error) {
	first = ledger.Founding{Head: head, Key: o.Key, Kind: EventCreated, Settings: map[string][]byte{settingCampaign: c.Source()}}
	identity := ledger.Identity{Created: o.Now().UTC().Format(time.RFC3339), Demo: o.Demo}
	if identity.ID, err = newID(o.Rand); err != nil {
		return first, "", err
	}
	if identity.Branch, err = newID(o.Rand); err != nil {
		return first, "", err
	}
	for name, value := range map[string]any{ledger.SettingIdentity: identity, settingSchool: school} {
		if first.Settings[name], err = marshal(name, value); err != nil {
			return first, "", err
		}
	}
	first.Body, err = marshal("event", EventBody{By: head.Label(), Note: c.ID})
	return first, identity.ID, err
}
