package registry

import (
	"context"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// What the tests of this room need to see, and to spoil, of an open registry.

type (
	StoredAccount = storedAccount
	PendingBody   = pendingBody
	EscrowBody    = escrow
	Entry         = entry
)

var (
	SlotHash     = slotHash
	SetAccess    = setAccess
	PendingPlace = pendingPlace
	SecretPlace  = secretPlace
	KeyPlace     = keyPlace
	BodyPlace    = bodyPlace
	EventPlace   = eventPlace
	Marshal      = marshal
	LongID       = longID
	DecodeEscrow = decodeEscrow
	Vouched      = vouched
	HashOf       = hashOf
)

const (
	ApartFolder   = apartFolder
	StateOpen     = stateOpen
	SettingSchool = settingSchool
	SettingEscrow = settingEscrow
)

// ForgetRun makes the program forget when it last asked for a back-off, as a restart does.
func ForgetRun() {
	begun.Lock()
	clear(begun.at)
	begun.Unlock()
}

// SettingsRecord is what an event vouches for: of each setting its revision and body.
func SettingsRecord(revs map[string]int, bodies map[string][]byte) []byte {
	all := settings{}
	for name, rev := range revs {
		all[name] = setting{rev, bodies[name]}
	}
	return all.record()
}

func (e *entry) Graduate() *data.Graduate { return e.graduate }
func (e *entry) Key() *vault.Key          { return e.key }
func (e *entry) Rev() int                 { return e.rev }

func (r *Registry) DB() *sqlite.DB             { return r.view.db }
func (r *Registry) Head() vault.Head           { return r.view.head }
func (r *Registry) Who() *Account              { return &r.view.who }
func (r *Registry) Options() *Options          { return &r.view.options }
func (r *Registry) Own() *vault.Key            { return r.view.own }
func (r *Registry) SetOwn(key *vault.Key)      { r.view.own = key }
func (r *Registry) SetFilled(filled []Filled)  { r.view.filled = filled }
func (r *Registry) SchoolKey() *SchoolKey      { return r.view.keys.school }
func (r *Registry) Generation() int            { return r.view.keys.generation() }
func (r *Registry) HasKeys() bool              { return r.view.keys != nil }
func (r *Registry) Identity() identity         { return r.view.identity }
func (r *Registry) Branch() string             { return r.view.identity.Branch }
func (r *Registry) Setting(name string) []byte { return r.view.settings[name].body }
func (r *Registry) Entry(id string) *entry     { return r.view.index.byID[id] }
func (r *Registry) Entries() map[string]*entry { return r.view.index.byID }

// Keys are all that Close must wipe.
func (r *Registry) Keys() []*vault.Key {
	var all []*vault.Key
	for _, key := range r.view.keys.sub {
		all = append(all, key)
	}
	for _, key := range r.view.keys.events {
		all = append(all, key)
	}
	return all
}

// Indexed counts what is left in the index.
func (r *Registry) Indexed() int {
	return len(r.view.index.byID) + len(r.view.index.ordered) + len(r.view.index.byName)
}

func (r *Registry) MayNow(right Right) error { return r.view.may(right) }

func (r *Registry) Begin(ctx context.Context, failures int) error { return r.view.begin(ctx, failures) }

func (r *Registry) Rotate(ctx context.Context, gone []string, more func(*Change) error) error {
	return r.view.rotate(ctx, gone, more)
}

func (r *Registry) Update(ctx context.Context, f func(*Change) error) error {
	return r.view.update(ctx, f)
}

func (r *Registry) KeepBackup(ctx context.Context, why string) (string, error) {
	return (&Edit{r.view, ctx}).KeepBackup(why)
}

// AddAccountNow adds an account whose password need not be changed at the first sign-in.
func (r *Registry) AddAccountNow(ctx context.Context, a Account, password string) error {
	return (&Edit{r.view, ctx}).addAccount(a, password)
}

// SetState ends the work, whoever signed in.
func (r *Registry) SetState(ctx context.Context, kind, event string) error {
	return (&Edit{r.view, ctx}).setState(kind, event)
}

func (r *Registry) StoredSlot(slot vault.Slot, a StoredAccount) (sqlite.Slot, error) {
	return r.view.storedSlot(slot, a)
}

func (r *Registry) SealSecret(id string, a data.Access, password string) ([]byte, error) {
	return r.view.sealSecret(id, a, password)
}

func (r *Registry) Fingerprints(g *data.Graduate) ([]sqlite.Fingerprint, error) {
	return r.view.fingerprints(g)
}

// Secrets are the sealed passwords that are not handed over.
func (r *Registry) Secrets(ctx context.Context) (int, error) {
	all, err := r.view.secrets(ctx)
	return len(all), err
}

func (r *Registry) AssignRecord(g *data.Graduate, field, value string, files map[string]bool) error {
	return r.view.assignRecord(g, field, value, files)
}

func (r *Registry) Stored(field, typed string) (string, error) { return r.view.Stored(field, typed) }

// Reindex puts g in the place of its earlier revision, as the next one.
func (r *Registry) Reindex(g *data.Graduate) { r.view.index.replace(g, r.view.index.byID[g.ID].rev+1) }

// Elsewhere changes a graduate on disk alone, as another hand would: r does not know of it.
func (r *Registry) Elsewhere(ctx context.Context, g *data.Graduate, kind string, b EventBody) error {
	v := r.view
	other := &View{db: v.db, options: v.options, who: v.who, keys: v.keys, head: v.head, settings: v.settings, index: newIndex(v.Campaign())}
	other.setCampaign(v.file)
	other.index.add(v.index.byID[g.ID].graduate, 1, v.index.byID[g.ID].key)
	return (&Edit{other, ctx}).Replace(g, kind, b)
}

func (c *Change) Tx() *sqlite.Tx { return c.tx }

func (c *Change) Vouch(kind string, b EventBody) error { return c.vouch(kind, b) }

// Demote gives the one who signed in another role, while others may be asking.
func (r *Registry) Demote(role Role) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.view.who.Role = role
}
