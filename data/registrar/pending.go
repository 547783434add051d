package registrar

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// pendingBody is what a graduate has changed, sealed by the graduate's own key.
type pendingBody struct {
	At      time.Time     `json:"at"`
	Changes []FieldChange `json:"changes"`
}

// Filled is what one graduate has filled in: what was taken over, and what was not,
// because the school had meanwhile written something else or a check refused it.
type Filled struct {
	Graduate string
	Name     string
	Changes  []FieldChange
	Refused  []FieldChange
	// Unreadable counts the changes that were altered from outside and wait for the
	// doctor; they keep nobody out.
	Unreadable int
}

// Filled is what graduates had filled in before this sign-in.
func (r *Registrar) Filled() []Filled {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.filled
}

// notTheirs are the fields that a graduate sees and the school fills: the login, the
// class, the number that the centre gives.
var notTheirs = []string{data.FieldPhone, data.FieldClass, data.FieldCardNumber, data.FieldMode, data.FieldCategory}

// MayFill reports whether the one who signed in may change a field.
func (r *Registrar) MayFill(field string) bool {
	return r.May(RightFill) && (r.Me().Role != RoleGraduate || !slices.Contains(notTheirs, field))
}

// loadOwn opens the one record of the graduate who signed in, with what this graduate
// has changed and nobody has seen yet.
func (r *Registrar) loadOwn(ctx context.Context) error {
	record, err := r.db.Graduate(ctx, r.who.ID)
	if err != nil {
		return err
	}
	if record.Rev == 0 {
		return data.Fail("vault.wrong", nil)
	}
	last, err := r.lastEvents(ctx)
	if err != nil {
		return err
	}
	if err := r.takeIn(record, r.own, last[r.who.ID]); err != nil {
		return err
	}
	g := r.index.byID[r.who.ID].graduate.Clone()
	if a := g.Access(data.DoorOwn); g.Removed != nil || a == nil || a.Slot != r.ownSlot {
		return data.Fail("vault.wrong", nil)
	}
	r.who.Name = g.FullName()
	all, err := r.db.AllPending(ctx)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Graduate != g.ID {
			continue
		}
		b, err := openPending(p, r.own)
		if err != nil {
			return err
		}
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	}
	r.index.replace(g, record.Rev)
	return nil
}

func openPending(p sqlite.Pending, key *vault.Key) (pendingBody, error) {
	var b pendingBody
	place := pendingPlace(p.Graduate, p.ID)
	plain, err := vault.Open(key, place, p.Body)
	if err != nil {
		return b, tampered(err, place)
	}
	if err := json.Unmarshal(plain, &b); err != nil {
		return b, data.FailWith(err, "registry.damaged", nil)
	}
	return b, nil
}

// fill keeps what a graduate has changed until somebody of the school signs in.
func (r *Registrar) fill(ctx context.Context, g *data.Graduate, changes []FieldChange) error {
	for _, c := range changes {
		if slices.Contains(notTheirs, c.Field) {
			return data.Fail("account.not_your_field", data.Args{"field": r.FieldTitle(c.Field)})
		}
	}
	plain, err := marshal("pending change", pendingBody{r.options.Now().UTC(), changes})
	if err != nil {
		return err
	}
	id, err := longID(r.options.Rand)
	if err != nil {
		return err
	}
	sealed, err := vault.Seal(r.options.Rand, r.own, pendingPlace(g.ID, id), plain)
	if err != nil {
		return err
	}
	err = r.db.Update(ctx, func(tx *sqlite.Tx) error {
		return tx.AddPending(sqlite.Pending{Graduate: g.ID, ID: id, Body: sealed})
	})
	if err != nil {
		return err
	}
	r.index.replace(g, r.index.byID[g.ID].rev)
	return nil
}

// longID is an id that two computers do not make twice: 128 random bits.
func longID(random io.Reader) (string, error) {
	var b [16]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", fmt.Errorf("make id: %w", err)
	}
	return hex.EncodeToString(b[:]), nil
}

// takeOver merges what graduates have filled in, each graduate in one transaction,
// under the checks that the school's own typing passes (KG-069).
func (r *Registrar) takeOver(ctx context.Context) error {
	all, err := r.db.AllPending(ctx)
	if err != nil {
		return err
	}
	byGraduate := map[string][]sqlite.Pending{}
	var order []string
	for _, p := range all {
		if byGraduate[p.Graduate] == nil {
			order = append(order, p.Graduate)
		}
		byGraduate[p.Graduate] = append(byGraduate[p.Graduate], p)
	}
	for _, id := range order {
		filled, err := r.takeOverOne(ctx, id, byGraduate[id])
		if err != nil {
			return err
		}
		r.filled = append(r.filled, filled)
	}
	return nil
}

func (r *Registrar) takeOverOne(ctx context.Context, id string, pending []sqlite.Pending) (Filled, error) {
	e := r.index.byID[id]
	if e == nil {
		return Filled{}, data.Fail("registry.damaged", nil)
	}
	var changes []FieldChange
	var readable []sqlite.Pending
	own := typed{}
	for _, p := range pending {
		b, err := openPending(p, e.key)
		if err != nil {
			continue
		}
		readable = append(readable, p)
		own.add(b.Changes)
		changes = joinChanges(changes, b.Changes)
	}
	unreadable := len(pending) - len(readable)
	if len(readable) == 0 {
		return Filled{Graduate: id, Name: e.graduate.FullName(), Unreadable: unreadable}, nil
	}
	files, err := r.filesOf(ctx, id)
	if err != nil {
		return Filled{}, err
	}
	g, filled := r.merge(e.graduate, changes, files, own)
	filled.Unreadable = unreadable
	return filled, r.update(ctx, func(c *change) error {
		for _, p := range readable {
			if err := c.DeletePending(p.ID); err != nil {
				return err
			}
		}
		return c.put(g, EventFilled, eventBody{By: e.graduate.FullName(), Changes: filled.Changes, Refused: filled.Refused})
	})
}

// joinChanges makes one change of several of the same field.
func joinChanges(before, later []FieldChange) []FieldChange {
	for _, c := range later {
		at := slices.IndexFunc(before, func(b FieldChange) bool { return b.Field == c.Field })
		if at < 0 {
			before = append(before, c)
			continue
		}
		before[at].After = c.After
	}
	return before
}

// merge takes over each change whose field the school has left alone since, and whose
// value passes the checks; the others are refused, and nothing of them is lost: the
// history keeps them.
func (r *Registrar) merge(g *data.Graduate, changes []FieldChange, files map[string]bool, own typed) (*data.Graduate, Filled) {
	filled := Filled{Graduate: g.ID, Name: g.FullName()}
	merged := g.Clone()
	for _, c := range changes {
		now := merged.Get(c.Field)
		if now == c.After {
			continue
		}
		next := merged.Clone()
		err := r.assignFilled(next, c.Field, c.After, files)
		// Held against the beginning: one change of a form may move another field of it.
		if !own.mayReplace(c, g.Get(c.Field)) || g.Removed != nil || err != nil || slices.Contains(notTheirs, c.Field) || r.refuseDuplicate(next, true) != nil {
			filled.Refused = append(filled.Refused, FieldChange{c.Field, now, c.After})
			continue
		}
		filled.Changes = append(filled.Changes, FieldChange{c.Field, now, next.Get(c.Field)})
		merged = next
	}
	return merged, filled
}

// typed is what a graduate has written into each field, earlier values too.
type typed map[string][]string

func (t typed) add(changes []FieldChange) {
	for _, c := range changes {
		t[c.Field] = append(t[c.Field], c.After)
	}
}

// mayReplace tells whether the present value is the one that the graduate saw, or an
// earlier one of the graduate's own that was taken over meanwhile.
func (t typed) mayReplace(c FieldChange, present string) bool {
	return present == c.Before || slices.Contains(t[c.Field], present)
}

// assignFilled writes what a graduate has filled in as if the school had typed it. An
// attachment is named by its id, which nobody types; it must be among the files.
func (r *Registrar) assignFilled(g *data.Graduate, field, value string, files map[string]bool) error {
	if isRecord(field) {
		return r.assignRecord(g, field, value, files)
	}
	f := r.Campaign().Field(field)
	if f == nil || f.Kind != campaign.KindFile && f.Kind != campaign.KindFiles {
		return r.assign(g, []Assign{{field, value}})
	}
	g.Set(field, value)
	return r.missingFile(g, field, files)
}

// missingFile fails when a field names a file that did not come with it.
func (r *Registrar) missingFile(g *data.Graduate, field string, files map[string]bool) error {
	for _, a := range r.Campaign().Attached(g) {
		if a.Field == field && !files[a.ID] {
			return data.Fail("attachment.gone", nil)
		}
	}
	return nil
}

// filesOf are the ids of a graduate's attachments.
func (r *Registrar) filesOf(ctx context.Context, graduate string) (map[string]bool, error) {
	files := map[string]bool{}
	err := r.db.AttachmentNames(ctx, graduate, func(_, id string) error {
		files[id] = true
		return nil
	})
	return files, err
}
