package registrar

import (
	"context"
	"encoding/hex"
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
func Create(ctx context.Context, path string, c *campaign.Campaign, school data.School, f Founder, o Options) (*Registrar, error) {
	o = o.filled()
	school, err := checkSchool(c, school)
	if err != nil {
		return nil, err
	}
	r := &Registrar{options: o, school: school, index: newIndex(c)}
	r.setCampaign(c)
	if r.who, err = r.clean(Account{Name: f.Name, Phone: f.Phone, Role: RoleHead}); err != nil {
		return nil, err
	}
	if o.Key == nil {
		if err := CheckPassword(f.Password, r.who); err != nil {
			return nil, err
		}
	}
	if r.db, err = sqlite.Create(ctx, path); err != nil {
		return nil, err
	}
	if err := r.found(ctx, f.Password); err != nil {
		return nil, errors.Join(err, r.giveUp(), os.Remove(path))
	}
	return r, nil
}

func (r *Registrar) found(ctx context.Context, password string) error {
	school := r.options.Key.Clone()
	if school == nil {
		var err error
		if school, err = vault.NewSchoolKey(r.options.Rand); err != nil {
			return err
		}
	}
	r.keys = newKeys(school)
	key, err := vault.NewKey(r.options.Rand)
	if err != nil {
		return err
	}
	r.keys.events[1] = key
	first, err := r.firstSettings()
	if err != nil {
		return err
	}
	var slot sqlite.Slot
	if r.options.Key == nil {
		if slot, err = r.operatorSlot(r.who, password); err != nil {
			return err
		}
		r.who.ID = slot.ID
	}
	if err := r.update(ctx, func(c *change) error { return c.writeFirst(first, slot) }); err != nil {
		return err
	}
	if err := r.readSettings(ctx); err != nil {
		return err
	}
	return r.load(ctx)
}

func (r *Registrar) firstSettings() (map[string][]byte, error) {
	id, err := newID(r.options.Rand)
	if err != nil {
		return nil, err
	}
	branch, err := newID(r.options.Rand)
	if err != nil {
		return nil, err
	}
	login, err := vault.NewLogin(r.options.Rand, vault.DefaultParams())
	if err != nil {
		return nil, err
	}
	all := map[string][]byte{settingCampaign: r.Campaign().Source()}
	for name, v := range map[string]any{
		settingIdentity: identity{ID: id, Branch: branch, Created: r.options.Now().UTC().Format(time.RFC3339), Demo: r.options.demo},
		settingSchool:   r.school,
		settingLogin:    login,
	} {
		if all[name], err = marshal(name, v); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// writeFirst writes what every registry begins with, in one transaction: there is
// never a registry that nobody can open.
func (c *change) writeFirst(first map[string][]byte, slot sqlite.Slot) error {
	for _, name := range required {
		c.settings = c.settings.with(name, first[name])
		if err := c.PutSetting(sqlite.Record{ID: name, Rev: 1, Body: first[name]}); err != nil {
			return err
		}
	}
	keys := c.r.keys
	wrapped, err := vault.WrapKey(c.r.options.Rand, keys.sub[vault.LabelEvents], eventKeyPlace(1), keys.events[1])
	if err != nil {
		return err
	}
	if err := c.PutEventKey(1, wrapped); err != nil {
		return err
	}
	if slot.ID != "" {
		if err := c.AddSlot(slot); err != nil {
			return err
		}
	}
	return c.vouch(EventCreated, eventBody{Note: c.r.Campaign().ID})
}

// NewSchoolKey makes a key for Options.Key.
func NewSchoolKey(rand io.Reader) (*SchoolKey, error) { return vault.NewSchoolKey(rand) }

// newID makes an opaque id: 40 random bits in hexadecimal, short enough to type.
func newID(random io.Reader) (string, error) {
	var b [5]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", errors.Join(errors.New("make id"), err)
	}
	return hex.EncodeToString(b[:]), nil
}
