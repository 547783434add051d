package registry

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"graduand/data"
	"graduand/data/registry/ledger"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// What the tests of this room need to see, and to spoil, of an open registry.

type (
	PendingBody = pendingBody
	Entry       = entry
)

var (
	Marshal = marshal
	LongID  = longID
	Encode  = encodeGraduate
	Decode  = decodeGraduate
)

const (
	MostRows      = ledger.MaximumRows
	MostOctets    = ledger.MaximumOctets
	MostReceipts  = maximumReceipts
	MostFiles     = maximumFiles
	StateOpen     = stateOpen
	SettingSchool = settingSchool
)

// What follows looks through the walls of the ledger, which has no door for tests.

// field is the unexported field of what a pointer leads to, which can be read and set.
func field(of any, path ...string) reflect.Value {
	v := reflect.ValueOf(of)
	for _, name := range path {
		v = reflect.Indirect(v).FieldByName(name)
	}
	return reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
}

func inside[T any](of any, path ...string) T { return field(of, path...).Interface().(T) }

// The places of what the tests open, or seal, as somebody with a key and the file could.
func KeyPlace(id string) vault.Place { return vault.Place{Table: "graduate", Field: "key", ID: id} }
func BodyPlace(id string, rev int) vault.Place {
	return vault.Place{Table: "graduate", Field: "body", ID: id, Rev: rev}
}
func FilePlace(graduate, id string) vault.Place {
	return vault.Place{Table: "attachment", Field: graduate, ID: id}
}
func PendingPlace(graduate, id string) vault.Place {
	return vault.Place{Table: "pending", Field: graduate, ID: id}
}
func SecretPlace(graduate, door string, version int) vault.Place {
	return vault.Place{Table: "access", Field: door, ID: graduate, Rev: version}
}
func EventPlace(e *sqlite.Event) vault.Place {
	id := strings.Join([]string{e.Graduate, hex.EncodeToString(e.Record), sqlite.FormatTime(e.At), strconv.Itoa(e.Rev), hex.EncodeToString(e.Prev)}, "/")
	return vault.Place{Table: "event", Field: e.Kind, ID: id, Rev: int(e.Seq)}
}

func (e *entry) Graduate() *data.Graduate { return e.graduate }

func (r *Registry) DB() *sqlite.DB            { return inside[*sqlite.DB](r.view.book, "db") }
func (r *Registry) Ledger() *ledger.Ledger    { return r.view.ledger }
func (r *Registry) Who() *Account             { return &r.view.who }
func (r *Registry) SetFilled(filled []Filled) { r.view.filled = filled }
func (r *Registry) SchoolKey() *vault.SchoolKey {
	return inside[*vault.SchoolKey](r.view.ledger, "keys", "school")
}

// LoseDisk takes the file away from under the program, behind the change under way.
func (r *Registry) LoseDisk() error { return inside[*sql.DB](r.DB(), "sql").Close() }

// LogToForget says that the log still holds what a change has taken away.
func (r *Registry) LogToForget() bool { return inside[bool](r.view.ledger, "toForget") }

func (r *Registry) Generation() int            { return inside[int](r.view.ledger, "keys", "newest") }
func (r *Registry) Identity() ledger.Identity  { return r.view.book.Identity() }
func (r *Registry) Branch() string             { return r.view.book.Identity().Branch }
func (r *Registry) Setting(name string) []byte { return r.view.book.Setting(name) }
func (r *Registry) Entry(id string) *entry     { return r.view.index.byID[id] }
func (r *Registry) Entries() map[string]*entry { return r.view.index.byID }
func (r *Registry) IsGraduate() bool           { return r.view.own != nil }

// recordOf is what the ledger knows of a graduate, an invalid value for nobody.
func (r *Registry) recordOf(id string) reflect.Value {
	return field(r.view.ledger, "records").MapIndex(reflect.ValueOf(id))
}

// Options are those that the registry goes on with, ledger and all.
func (r *Registry) Options() *Options {
	v := r.view
	field(v.book, "options", "Now").Set(reflect.ValueOf(func() time.Time { return v.options.Now() }))
	field(v.book, "options", "Rand").Set(reflect.ValueOf(readerFunc(func(p []byte) (int, error) { return v.options.Rand.Read(p) })))
	return &v.options
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// KeyOf is a graduate's newest key, nil for nobody: what the graduate's own password opens.
func (r *Registry) KeyOf(id string) *vault.Key {
	if r.view.own != nil {
		keys := inside[[]*vault.Key](r.view.own, "keys")
		return keys[len(keys)-1]
	}
	record := r.recordOf(id)
	if !record.IsValid() {
		return nil
	}
	return inside[map[int]*vault.Key](record.Interface(), "keys")[inside[int](record.Interface(), "generation")]
}

// Rev is the revision of a graduate, 0 for nobody.
func (r *Registry) Rev(id string) int {
	record := r.recordOf(id)
	if !record.IsValid() {
		return 0
	}
	return inside[int](record.Interface(), "rev")
}

// Head is the end of the history.
type Head struct {
	Seq  int64
	Hash string
}

func (r *Registry) Head() Head {
	return Head{inside[int64](r.view.ledger, "state", "Seq"), inside[string](r.view.ledger, "state", "Hash")}
}

// Keys are all that Close must wipe, besides the school key.
func (r *Registry) Keys() []*vault.Key {
	if r.view.own != nil {
		return inside[[]*vault.Key](r.view.own, "keys")
	}
	var all []*vault.Key
	for _, key := range inside[map[vault.Label]*vault.Key](r.view.ledger, "keys", "sub") {
		all = append(all, key)
	}
	for _, key := range inside[map[int]*vault.Key](r.view.ledger, "keys", "events") {
		all = append(all, key)
	}
	for records := field(r.view.ledger, "records").MapRange(); records.Next(); {
		for _, key := range inside[map[int]*vault.Key](records.Value().Interface(), "keys") {
			all = append(all, key)
		}
	}
	return all
}

// Signer is what the school signs with.
func (r *Registry) Signer() *vault.Signer {
	return inside[*vault.Signer](r.view.ledger, "keys", "signer")
}

// BecomeGraduate puts a graduate in the place of the one who opened by key.
func (r *Registry) BecomeGraduate(id string) {
	own := &ledger.Own{File: r.view.book, ID: id}
	field(own, "keys").Set(reflect.ValueOf([]*vault.Key{r.KeyOf(id)}))
	r.view.own = own
}

// BecomeHead puts the head back in the place of a graduate.
func (r *Registry) BecomeHead() {
	r.view.own, r.view.who = nil, Account{Name: "Key", Role: RoleHead}
}

// AddIdleSlot puts an account there for which nobody has a password: it costs nothing.
func (r *Registry) AddIdleSlot(ctx context.Context, id string) error {
	identity, err := vault.NewIdentity(r.view.options.Rand)
	if err != nil {
		return err
	}
	body, err := marshal("slot", vault.Slot{ID: id, Kind: vault.KindReader})
	if err != nil {
		return err
	}
	account, err := marshal("account", map[string]string{"name": id, "role": string(RoleReader), "recipient": identity.Recipient()})
	if err != nil {
		return err
	}
	sealed, err := vault.Seal(r.view.options.Rand, r.SchoolKey().Sub(vault.LabelAccounts), vault.Place{Table: "slot", Field: "account", ID: id}, account)
	if err != nil {
		return err
	}
	return r.Update(ctx, func(c *Change) error {
		inside[map[string]bool](c.Change, "ways")[id] = true
		return errors.Join(c.Tx().AddSlot(sqlite.Slot{ID: id, Body: body, Account: sealed, Tokens: []byte("[]")}), c.Note(EventAccountAdded, EventBody{}))
	})
}

// GiveAccess puts an access there whose password nobody has to pay for.
func (r *Registry) GiveAccess(ctx context.Context, id, password string) error {
	g := r.Entry(id).graduate.Clone()
	stored := sqlite.Access{Graduate: id, Door: string(data.DoorOwn), Tag: []byte("0123456789abcdef"), Slot: []byte("slot")}
	a := r.view.setAccess(g, data.Access{Door: data.DoorOwn, Login: g.Phone, Slot: ledger.HexSum([]byte("0123456789abcdefslot")), Made: data.Fact{Kind: "made", On: r.view.Today()}})
	*g.Access(data.DoorOwn) = a
	var err error
	place := SecretPlace(id, stored.Door, a.Version)
	stored.Secret, err = vault.Seal(r.view.options.Rand, r.SchoolKey().Sub(vault.LabelPasswords), place, []byte(password))
	if err != nil {
		return err
	}
	return r.Update(ctx, func(c *Change) error {
		return errors.Join(c.Tx().PutAccess(stored), c.Put(g, EventAccessMade, EventBody{Accesses: g.Accesses}))
	})
}

// Rekey gives a graduate a new key, as a new password does.
func (r *Registry) Rekey(ctx context.Context, id string) error {
	return r.Update(ctx, func(c *Change) error {
		return errors.Join(c.Rekey(id), c.Put(r.Entry(id).graduate, EventChanged, EventBody{}))
	})
}

// Elsewhere changes a graduate on disk alone, as another hand would: r does not know of it.
func (r *Registry) Elsewhere(ctx context.Context, g *data.Graduate, kind string, b EventBody) error {
	v, l := r.view, *r.view.ledger
	records := field(&l, "records")
	apart := reflect.MakeMap(records.Type())
	for known := records.MapRange(); known.Next(); {
		apart.SetMapIndex(known.Key(), known.Value())
	}
	records.Set(apart)
	other := &View{book: v.book, ledger: &l, options: v.options, who: v.who, index: newIndex(v.Campaign())}
	other.setCampaign(v.file)
	other.index.add(v.index.byID[g.ID].graduate)
	return other.update(ctx, func(c *Change) error { return c.Put(g, kind, b) })
}

// Tx is the transaction itself, for what the ledger would not write.
func (c *Change) Tx() *sqlite.Tx { return inside[*sqlite.Tx](c.Change, "tx") }

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

// Secrets are the sealed passwords that are not handed over.
func (r *Registry) Secrets(ctx context.Context) (int, error) {
	all, err := r.view.secrets(ctx)
	return len(all), err
}

// TakeRecord judges a fact or a receipt of a letter that brings the files.
func (r *Registry) TakeRecord(g *data.Graduate, field, value string, files ...string) error {
	l := newLetter(g.ID)
	for _, id := range files {
		l.pictures[id] = nil
	}
	_, err := r.view.takeRecord(g, FieldChange{Field: field, After: value}, l)
	return err
}

func (r *Registry) Stored(field, typed string) (string, error) { return r.view.Stored(field, typed) }

// Reindex puts g in the place of its earlier revision.
func (r *Registry) Reindex(g *data.Graduate) { r.view.index.replace(g) }

// Demote gives the one who signed in another role, while others may be asking.
func (r *Registry) Demote(role Role) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.view.who.Role = role
}

// CheckAnew forgets every finding, so that the next question checks everybody.
func CheckAnew(r *Registry) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.view.index.changed()
}
