package registrar

import (
	"context"
	"errors"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// CapabilityAccesses is the capability of campaigns whose graduates have accesses.
const CapabilityAccesses = "accesses"

// AccessState is a graduate's access through one door as the school sees it.
type AccessState struct {
	Graduate *data.Graduate
	data.Access
	// Readable says that the password can still be read: it was not handed over.
	Readable bool
}

// accessible refuses where the campaign has no accesses or the right is missing.
func (r *Registrar) accessible() error {
	if err := r.may(RightAccess); err != nil {
		return err
	}
	if !r.Campaign().Has(CapabilityAccesses) {
		return data.Fail("access.none", nil)
	}
	return nil
}

// Accesses are those of the chosen graduates, all when only is empty, in the order of
// the list; graduates without any are left out.
func (r *Registrar) Accesses(ctx context.Context, only []string) ([]AccessState, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return nil, err
	}
	return r.accessStates(ctx, only)
}

func (r *Registrar) accessStates(ctx context.Context, only []string) ([]AccessState, error) {
	chosen, err := r.choose(Filter{Only: only})
	if err != nil {
		return nil, err
	}
	readable, err := r.secrets(ctx)
	if err != nil {
		return nil, err
	}
	var states []AccessState
	for _, e := range chosen {
		for _, a := range e.graduate.Accesses {
			states = append(states, AccessState{e.graduate, a, readable[doorOf{e.graduate.ID, a.Door}] != nil})
		}
	}
	return states, nil
}

// doorOf is a graduate's access of one door.
type doorOf struct {
	graduate string
	door     data.Door
}

// secrets are the sealed passwords that are not handed over.
func (r *Registrar) secrets(ctx context.Context) (map[doorOf][]byte, error) {
	all := map[doorOf][]byte{}
	err := r.db.Accesses(ctx, func(a sqlite.Access) error {
		if len(a.Secret) > 0 {
			all[doorOf{a.Graduate, data.Door(a.Door)}] = a.Secret
		}
		return nil
	})
	return all, err
}

// WithoutAccess are the ids of the chosen graduates, all when only is empty, who have
// no access of this program.
func (r *Registrar) WithoutAccess(only []string) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return nil, err
	}
	chosen, err := r.choose(Filter{Only: only})
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, e := range chosen {
		if e.graduate.Access(data.DoorOwn) == nil {
			ids = append(ids, e.graduate.ID)
		}
	}
	return ids, nil
}

// CreateAccesses makes a login and a password for each graduate of the ids who has
// none (KG-034). Each takes about half a second, the price of a guess; told, when not
// nil, hears how many are done. When it is cancelled those that are made stay. It
// returns how many were made; a graduate without a phone is refused before anything.
func (r *Registrar) CreateAccesses(ctx context.Context, ids []string, told func(done, total int)) (made int, err error) {
	defer func() {
		if made > 0 {
			var none error
			r.tell(&none, GraduatesChanged, HistoryGrew)
		}
	}()
	missing, err := r.refuseCreate(ids)
	if err != nil {
		return 0, err
	}
	for i, id := range missing {
		if err := ctx.Err(); err != nil {
			return made, err
		}
		if err := r.createAccess(ctx, id, EventAccessMade, ""); err != nil {
			return made, err
		}
		made++
		if told != nil {
			told(i+1, len(missing))
		}
	}
	return made, nil
}

// refuseCreate are those of the ids who have no access yet.
func (r *Registrar) refuseCreate(ids []string) ([]string, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return nil, err
	}
	var missing []string
	for _, id := range ids {
		e := r.index.byID[id]
		switch {
		case e == nil:
			return nil, data.Fail("graduate.unknown", data.Args{"id": id})
		case e.graduate.Removed != nil:
			return nil, data.Fail("graduate.is_removed", data.Args{"name": e.graduate.FullName()})
		case e.graduate.Access(data.DoorOwn) != nil, slices.Contains(missing, id):
			continue
		case e.graduate.Phone == "":
			return nil, data.Fail("access.no_phone", data.Args{"name": e.graduate.FullName()})
		}
		missing = append(missing, id)
	}
	return missing, nil
}

// ChangeAccess gives a graduate a new password, for a reason that the history keeps;
// the old one opens nothing any more (KG-037).
func (r *Registrar) ChangeAccess(ctx context.Context, id, reason string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	if strings.TrimSpace(reason) == "" {
		return data.Fail("access.no_reason", nil)
	}
	r.mu.Lock()
	e := r.index.byID[id]
	err = r.accessible()
	r.mu.Unlock()
	switch {
	case err != nil:
		return err
	case e == nil:
		return data.Fail("graduate.unknown", data.Args{"id": id})
	case e.graduate.Removed != nil:
		return data.Fail("graduate.is_removed", data.Args{"name": e.graduate.FullName()})
	case e.graduate.Access(data.DoorOwn) == nil:
		return data.Fail("access.not_made", data.Args{"name": e.graduate.FullName()})
	case e.graduate.Phone == "":
		return data.Fail("access.no_phone", data.Args{"name": e.graduate.FullName()})
	}
	return r.createAccess(ctx, id, EventAccessChanged, strings.TrimSpace(reason))
}

// createAccess makes one password. The price of the guess is paid without the lock, so
// that the rest of the program goes on.
func (r *Registrar) createAccess(ctx context.Context, id, kind, reason string) error {
	r.mu.Lock()
	login, random := r.login, r.options.Rand
	e := r.index.byID[id]
	r.mu.Unlock()
	if e == nil {
		return data.Fail("vault.locked", nil)
	}
	password, err := vault.NewPassword(random)
	if err != nil {
		return err
	}
	credential, err := vault.NewCredential(login, e.graduate.Phone, password)
	if err != nil {
		return err
	}
	defer credential.Wipe()
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return err
	}
	// Meanwhile the graduate may have been erased, or got another phone or an access.
	now := r.index.byID[id]
	if now == nil || now.graduate.Phone != e.graduate.Phone || kind == EventAccessMade && now.graduate.Access(data.DoorOwn) != nil {
		return data.Fail("registry.conflict", nil)
	}
	return r.storeAccess(ctx, id, credential, password, kind, reason)
}

func (r *Registrar) storeAccess(ctx context.Context, id string, credential *vault.Credential, password, kind, reason string) error {
	e := r.index.byID[id]
	slot, err := vault.NewGraduateSlot(r.options.Rand, credential, vault.GraduateContent{ID: id, Key: e.key})
	if err != nil {
		return err
	}
	tag := credential.Tag()
	stored := sqlite.Access{Graduate: id, Door: string(data.DoorOwn), Tag: tag[:], Slot: slot.Sealed}
	g := e.graduate.Clone()
	a := setAccess(g, data.Access{Door: data.DoorOwn, Login: g.Phone, Slot: slotHash(stored),
		Made: data.Fact{Kind: "made", On: r.Today(), By: r.who.label(), Note: reason}})
	if stored.Secret, err = r.sealSecret(id, a, password); err != nil {
		return err
	}
	return r.update(ctx, func(c *change) error {
		return errors.Join(c.PutAccess(stored), c.put(g, kind, eventBody{Note: reason, Accesses: g.Accesses}))
	})
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

func (r *Registrar) sealSecret(id string, a data.Access, password string) ([]byte, error) {
	return vault.Seal(r.options.Rand, r.keys.sub[vault.LabelPasswords], secretPlace(id, string(a.Door), a.Version), []byte(password))
}

// HandOver notes that graduates have signed for their accesses on a day, in any
// spelling of a date. From then on nobody can read these passwords (KG-015, D16).
func (r *Registrar) HandOver(ctx context.Context, ids []string, door data.Door, on, note string) (err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return err
	}
	day, err := r.storedDate("handed_over", on)
	if err != nil {
		return err
	}
	if data.Date(day) > r.Today() {
		return data.Fail("access.future_day", nil)
	}
	var changed []*data.Graduate
	for _, id := range ids {
		g, err := r.withHandOver(id, door, data.Fact{Kind: "handed_over", On: data.Date(day), By: r.who.label(), Note: note})
		if err != nil {
			return err
		}
		changed = append(changed, g)
	}
	return r.update(ctx, func(c *change) error {
		for _, g := range changed {
			if err := c.DropSecret(g.ID, string(door)); err != nil {
				return err
			}
			if err := c.put(g, EventHandedOver, eventBody{Note: strings.TrimSpace(data.Date(day).Dotted() + " " + note), Accesses: g.Accesses}); err != nil {
				return err
			}
		}
		return nil
	})
}

func (r *Registrar) withHandOver(id string, door data.Door, fact data.Fact) (*data.Graduate, error) {
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	g := e.graduate.Clone()
	a := g.Access(door)
	switch {
	case a == nil:
		return nil, data.Fail("access.not_made", data.Args{"name": g.FullName()})
	case fact.On < a.Made.On:
		return nil, data.Fail("access.before_made", data.Args{"name": g.FullName(), "date": a.Made.On.Dotted()})
	case a.HandedOver != nil:
		return nil, data.Fail("access.handed_already", data.Args{"name": g.FullName(), "date": a.HandedOver.On.Dotted()})
	}
	a.HandedOver = &fact
	return g, nil
}

// accessWarnings says what a changed phone means for the login (KG-032): the login
// stays the old number until there is a new password.
func (r *Registrar) accessWarnings(g *data.Graduate, changes []FieldChange) []data.Finding {
	var found []data.Finding
	for _, c := range changes {
		if c.Field != data.FieldPhone || !r.Campaign().PhoneIsLogin {
			continue
		}
		rule, before := "phone_changed", c.Before
		if a := g.Access(data.DoorOwn); a != nil && a.Login != g.Phone {
			rule, before = "login_changed", a.Login
		}
		if before == "" {
			continue
		}
		found = append(found, data.Finding{Graduate: g.ID, Rule: rule, Severity: data.SeverityWarning, Field: data.FieldPhone,
			Args: data.Args{"before": FormatPhone(before)}, Source: "KG-032"})
	}
	return found
}
