package registry

import (
	"context"
	"encoding/json"
	"fmt"
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

// loadOwn opens the one record of the graduate who signed in, with what this graduate
// has changed and nobody has seen yet.
func (v *View) loadOwn(ctx context.Context) error {
	record, err := v.db.Graduate(ctx, v.who.ID)
	if err != nil {
		return err
	}
	if record.Rev == 0 {
		return data.Fail("vault.wrong", nil)
	}
	last, err := v.lastEvents(ctx)
	if err != nil {
		return err
	}
	if err := v.takeIn(record, v.own, last[v.who.ID]); err != nil {
		return err
	}
	g := v.index.byID[v.who.ID].graduate.Clone()
	if a := g.Access(data.DoorOwn); g.Removed != nil || a == nil || a.Slot != v.ownSlot {
		return data.Fail("vault.wrong", nil)
	}
	v.who.Name = g.FullName()
	all, err := v.db.AllPending(ctx)
	if err != nil {
		return err
	}
	for _, p := range all {
		if p.Graduate != g.ID {
			continue
		}
		b, err := openPending(p, v.own)
		if err != nil {
			return err
		}
		for _, c := range b.Changes {
			g.Set(c.Field, c.After)
		}
	}
	v.index.replace(g, record.Rev)
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

// takeOver merges what graduates have filled in, each graduate in one transaction,
// under the checks that the school's own typing passes (KG-069).
func (v *View) takeOver(ctx context.Context) error {
	all, err := v.db.AllPending(ctx)
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
		filled, err := v.takeOverOne(ctx, id, byGraduate[id])
		if err != nil {
			return err
		}
		v.filled = append(v.filled, filled)
	}
	return nil
}

func (v *View) takeOverOne(ctx context.Context, id string, pending []sqlite.Pending) (Filled, error) {
	e := v.index.byID[id]
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
	files, err := v.Files(ctx, id)
	if err != nil {
		return Filled{}, err
	}
	g, filled := v.merge(e.graduate, changes, files, own)
	filled.Unreadable = unreadable
	return filled, v.update(ctx, func(c *Change) error {
		for _, p := range readable {
			if err := c.tx.DeletePending(p.ID); err != nil {
				return err
			}
		}
		return c.Put(g, EventFilled, EventBody{By: e.graduate.FullName(), Changes: filled.Changes, Refused: filled.Refused})
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
func (v *View) merge(g *data.Graduate, changes []FieldChange, files map[string]bool, own typed) (*data.Graduate, Filled) {
	filled := Filled{Graduate: g.ID, Name: g.FullName()}
	merged := g.Clone()
	for _, c := range changes {
		now := merged.Get(c.Field)
		if now == c.After {
			continue
		}
		next := merged.Clone()
		err := v.assignFilled(next, c.Field, c.After, files)
		// Held against the beginning: one change of a form may move another field of it.
		if !own.mayReplace(c, g.Get(c.Field)) || g.Removed != nil || err != nil || slices.Contains(notTheirs, c.Field) || v.RefuseDuplicate(next, true) != nil {
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
func (v *View) assignFilled(g *data.Graduate, field, value string, files map[string]bool) error {
	if isRecord(field) {
		return v.assignRecord(g, field, value, files)
	}
	f := v.Campaign().Field(field)
	if f == nil || f.Kind != campaign.KindFile && f.Kind != campaign.KindFiles {
		return v.Assign(g, []Assign{{field, value}})
	}
	g.Set(field, value)
	return v.missingFile(g, field, files)
}

// missingFile fails when a field names a file that did not come with it.
func (v *View) missingFile(g *data.Graduate, field string, files map[string]bool) error {
	for _, a := range v.Campaign().Attached(g) {
		if a.Field == field && !files[a.ID] {
			return data.Fail("attachment.gone", nil)
		}
	}
	return nil
}

// Files are the ids of a graduate's attachments.
func (v *View) Files(ctx context.Context, graduate string) (map[string]bool, error) {
	files := map[string]bool{}
	err := v.db.AttachmentNames(ctx, graduate, func(_, id string) error {
		files[id] = true
		return nil
	})
	return files, err
}

// isRecord tells the fields that hold a fact or a payment.
func isRecord(field string) bool {
	_, _, fact := data.FactOf(field)
	_, payment := data.PaymentOf(field)
	return fact || payment
}

// assignRecord takes over what a graduate may record: that the form is finished, a new
// receipt, or the cancelling of one. Verdicts and calls are the school's to write.
func (v *View) assignRecord(g *data.Graduate, field, value string, files map[string]bool) error {
	foreign := data.Fail("account.not_your_field", data.Args{"field": v.Campaign().FieldTitle(field)})
	if kind, _, is := data.FactOf(field); is {
		if kind != data.FactFinished {
			return foreign
		}
		g.Set(field, value)
		return nil
	}
	id, _ := data.PaymentOf(field)
	var p data.Payment
	if err := json.Unmarshal([]byte(value), &p); err != nil {
		return data.FailWith(fmt.Errorf("read payment: %w", err), "payment.damaged", nil)
	}
	known := g.Current().Payment(id)
	if known != nil {
		if p.Cancelled == nil {
			return foreign
		}
		next := *known
		next.Cancelled = p.Cancelled
		g.SetPayment(next)
		return nil
	}
	p.ID, p.Verdict = id, nil
	if err := v.CheckPayment(&p); err != nil {
		return err
	}
	g.SetPayment(p)
	return v.missingFile(g, field, files)
}
