package registry

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"sync"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/phone"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// SignIn is what a person shows to open a registry: phone in any spelling and
// password. Without a phone the password decides alone, for operators.
type SignIn struct{ Phone, Password string }

// Open opens the registry at path for the one who signs in: an operator, or a graduate
// who then sees one form only. Without the right password nothing is shown, not even
// names: vault.wrong; after five failures vault.wait with the seconds to wait, through
// restarts too.
func Open(ctx context.Context, path string, s SignIn, o Options) (*Registry, error) {
	v, err := open(ctx, path, s, o)
	if err != nil {
		return nil, err
	}
	return &Registry{view: v}, nil
}

func open(ctx context.Context, path string, s SignIn, o Options) (*View, error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	v := &View{db: db, options: o.filled()}
	if err := v.open(ctx, s); err != nil {
		return nil, errors.Join(err, v.giveUp())
	}
	return v, nil
}

// giveUp lets go of a registry that was not opened.
func (v *View) giveUp() error {
	v.keys.wipe()
	v.own.Wipe()
	return v.db.Close()
}

func (v *View) open(ctx context.Context, s SignIn) error {
	if err := v.readSettings(ctx); err != nil {
		return err
	}
	if v.options.Key != nil {
		v.keys = newKeys(v.options.Key.Clone())
		v.who = Account{Name: "Key", Role: RoleHead}
		return v.load(ctx)
	}
	failures, err := v.signIn(ctx, s)
	if err != nil {
		return err
	}
	if err := v.load(ctx); err != nil {
		return err
	}
	return v.begin(ctx, failures)
}

// begin notes who has come, if anybody sits down or wrong passwords came before, and takes over what graduates have filled in.
func (v *View) begin(ctx context.Context, failures int) error {
	if v.who.Role == RoleGraduate || v.options.Examine {
		return nil
	}
	if v.options.Sitting || failures > 0 {
		err := v.update(ctx, func(c *Change) error {
			return c.Note(EventSignedIn, EventBody{Failures: failures})
		})
		if err != nil {
			return err
		}
	}
	if v.may(RightFill) != nil {
		return nil
	}
	return v.takeOver(ctx)
}

// signIn tries the password, and counts the failures in the file.
func (v *View) signIn(ctx context.Context, s SignIn) (failures int, err error) {
	phone, err := typedPhone(v.Campaign(), s.Phone)
	if err != nil {
		return 0, err
	}
	b, rev, err := v.backoff(ctx)
	if err != nil {
		return 0, err
	}
	if wait := b.Wait(); wait > 0 {
		// Kept, so that the time since the last question counts also where the clock was
		// set back.
		return 0, errors.Join(waiting(nil, wait), v.storeBackoff(ctx, b, rev))
	}
	failures = b.Failures
	err = v.tryPassword(ctx, phone, s.Password)
	switch {
	case errors.Is(err, vault.ErrWrong):
		b = b.Failed()
		if stored := v.storeBackoff(ctx, b, rev); stored != nil {
			return 0, stored
		}
		if wait := b.Wait(); wait > 0 {
			return 0, waiting(err, wait)
		}
		return 0, data.FailWith(err, refusalOf(err), nil)
	case err != nil:
		if code := refusalOf(err); code != "" && data.CodeOf(err) == "" {
			err = data.FailWith(err, code, nil)
		}
		return 0, err
	case failures > 0 && v.who.Role != RoleGraduate:
		// A graduate's password does not forgive tries at the head's.
		return failures, v.storeBackoff(ctx, b.Passed(), rev)
	}
	return 0, nil
}

// refusalOf tells a wrong password from slots that somebody has weakened or spoilt; ""
// for a failure of another kind.
func refusalOf(err error) string {
	switch {
	case errors.Is(err, vault.ErrWeakParameters):
		return "vault.weak_parameters"
	case errors.Is(err, vault.ErrTooCostly):
		return "vault.too_costly"
	case errors.Is(err, vault.ErrWrong):
		return "vault.wrong"
	case errors.Is(err, vault.ErrTampered):
		return "vault.tampered"
	}
	return ""
}

func waiting(err error, wait time.Duration) error {
	return data.FailWith(err, "vault.wait", data.Args{"count": int(math.Ceil(wait.Seconds()))})
}

// typedPhone is a phone in E.164, however it was typed; empty for none.
func typedPhone(c *campaign.Campaign, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	number, err := phone.Parse(typed, c.PhoneRegion)
	if err != nil {
		return "", data.FailWith(err, "vault.phone", data.Args{"example": c.Demo.Phone})
	}
	return number, nil
}

// tryPassword finds whose password it is. A graduate's is known by its form, and tried
// first: it costs one guess for all graduates.
func (v *View) tryPassword(ctx context.Context, phone, password string) error {
	if phone != "" {
		err := v.tryGraduate(ctx, phone, password)
		if err == nil || !errors.Is(err, vault.ErrWrong) {
			return err
		}
	}
	return v.tryOperator(ctx, phone, password)
}

func (v *View) tryGraduate(ctx context.Context, phone, password string) error {
	credential, err := vault.NewCredential(v.login, phone, password)
	if err != nil {
		return err
	}
	defer credential.Wipe()
	tag := credential.Tag()
	stored, err := v.db.AccessByTag(ctx, tag[:])
	if err != nil {
		return err
	}
	if stored.Graduate == "" {
		return vault.ErrWrong
	}
	content, err := vault.OpenGraduateSlot(vault.GraduateSlot{Tag: tag, Sealed: stored.Slot}, credential)
	if err != nil {
		return err
	}
	stored.Tag = tag[:]
	v.own, v.ownSlot, v.who = content.Key, slotHash(stored), Account{ID: content.ID, Phone: phone, Role: RoleGraduate}
	return nil
}

func (v *View) tryOperator(ctx context.Context, phone, password string) error {
	stored, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	var slots []vault.Slot
	for i := range stored {
		// One spoilt slot locks nobody else out.
		if slot, err := decodeSlot(stored[i]); err == nil {
			slots = append(slots, slot)
		}
	}
	content, id, err := vault.OpenOperator(slots, phone, password)
	if err != nil {
		return err
	}
	school, err := follow(stored, id, content.School, content.Identity)
	if err != nil {
		return err
	}
	v.keys = newKeys(school)
	v.who = Account{ID: id, Name: content.Name, Phone: content.Phone, Role: Role(content.Role), MustChange: content.MustChange}
	return nil
}

// follow leads from the school key of a slot to the present one.
func follow(stored []sqlite.Slot, id string, school *vault.SchoolKey, identity *vault.Identity) (*vault.SchoolKey, error) {
	for i := range stored {
		if stored[i].ID != id {
			continue
		}
		tokens, err := decodeTokens(stored[i])
		if err != nil {
			return nil, err
		}
		return vault.Follow(school, id, identity, tokens)
	}
	return nil, data.Fail("registry.damaged", nil)
}

// begun is when this program last asked for the back-off of a registry: on the same
// run a clock that was set back gains nothing.
var begun = struct {
	sync.Mutex
	at map[string]time.Time
}{at: map[string]time.Time{}}

// backoff is how the sign-ins of this registry stand now.
func (v *View) backoff(ctx context.Context) (vault.Backoff, int, error) {
	stored, err := v.db.Setting(ctx, settingBackoff)
	if err != nil {
		return vault.Backoff{}, 0, err
	}
	var b vault.Backoff
	if stored.Rev > 0 {
		if err := json.Unmarshal(stored.Body, &b); err != nil {
			return b, 0, data.FailWith(err, "registry.damaged", nil)
		}
	}
	now := v.options.Now()
	begun.Lock()
	defer begun.Unlock()
	var ran time.Duration
	if before, known := begun.at[v.identity.ID]; known {
		ran = now.Sub(before)
	}
	begun.at[v.identity.ID] = now
	return b.At(now, ran), stored.Rev, nil
}

func (v *View) storeBackoff(ctx context.Context, b vault.Backoff, rev int) error {
	return v.db.Update(ctx, func(tx *sqlite.Tx) error { return putBackoff(tx, b, rev) })
}

func putBackoff(tx *sqlite.Tx, b vault.Backoff, rev int) error {
	body, err := marshal("back-off", b)
	if err != nil {
		return err
	}
	return tx.PutSetting(sqlite.Record{ID: settingBackoff, Rev: rev + 1, Body: body})
}
