package registry

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Founder is the first account of a new registry: its head, who lets the others in.
type Founder struct {
	Name, Phone, Password string
}

// Create makes a new registry at path for one school and one campaign, signed in as
// its founder. Nothing is left behind when it fails. The school must have a name, and
// its codes must stand in the campaign. With Options.Key nobody can sign in to it but
// by the key.
func Create(ctx context.Context, path string, c *campaign.Campaign, school data.School, f Founder, o Options) (*Registry, error) {
	o = o.filled()
	school, err := CheckSchool(c, school)
	if err != nil {
		return nil, err
	}
	v := &View{options: o, school: school, index: newIndex(c)}
	v.setCampaign(c)
	if v.who, err = v.clean(Account{Name: f.Name, Phone: f.Phone, Role: RoleHead}); err != nil {
		return nil, err
	}
	if o.Key == nil {
		if err := CheckPassword(f.Password, v.who); err != nil {
			return nil, err
		}
	}
	if v.db, err = sqlite.Create(ctx, path); err != nil {
		return nil, err
	}
	if err := v.found(ctx, f.Password); err != nil {
		return nil, errors.Join(err, v.giveUp(), os.Remove(path))
	}
	return &Registry{view: v}, nil
}

func (v *View) found(ctx context.Context, password string) error {
	school := v.options.Key.Clone()
	if school == nil {
		var err error
		if school, err = vault.NewSchoolKey(v.options.Rand); err != nil {
			return err
		}
	}
	v.keys = newKeys(school)
	key, err := vault.NewKey(v.options.Rand)
	if err != nil {
		return err
	}
	v.keys.events[1] = key
	first, err := v.firstSettings()
	if err != nil {
		return err
	}
	var slot sqlite.Slot
	if v.options.Key == nil {
		if slot, err = v.operatorSlot(v.who, password); err != nil {
			return err
		}
		v.who.ID = slot.ID
	}
	if err := v.update(ctx, func(c *Change) error { return c.writeFirst(first, slot) }); err != nil {
		return err
	}
	if err := v.readSettings(ctx); err != nil {
		return err
	}
	return v.load(ctx)
}

func (v *View) firstSettings() (map[string][]byte, error) {
	id, err := newID(v.options.Rand)
	if err != nil {
		return nil, err
	}
	branch, err := newID(v.options.Rand)
	if err != nil {
		return nil, err
	}
	login, err := vault.NewLogin(v.options.Rand, vault.DefaultParams())
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{settingCampaign: v.Campaign().Source()}
	for name, value := range map[string]any{
		settingIdentity: identity{ID: id, Branch: branch, Created: v.options.Now().UTC().Format(time.RFC3339), Demo: v.options.Demo},
		settingSchool:   v.school,
		settingLogin:    login,
	} {
		if all[name], err = marshal(name, value); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// writeFirst writes what every registry begins with, in one transaction: there is
// never a registry that nobody can open.
func (c *Change) writeFirst(first map[string][]byte, slot sqlite.Slot) error {
	for _, name := range required {
		c.settings = c.settings.with(name, first[name])
		if err := c.tx.PutSetting(sqlite.Record{ID: name, Rev: 1, Body: first[name]}); err != nil {
			return err
		}
	}
	keys := c.v.keys
	wrapped, err := vault.WrapKey(c.v.options.Rand, keys.sub[vault.LabelEvents], eventKeyPlace(1), keys.events[1])
	if err != nil {
		return err
	}
	if err := c.tx.PutEventKey(1, wrapped); err != nil {
		return err
	}
	if slot.ID != "" {
		if err := c.tx.AddSlot(slot); err != nil {
			return err
		}
	}
	return c.vouch(EventCreated, EventBody{Note: c.v.Campaign().ID})
}

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return vault.NewSchoolKey(rand) }
