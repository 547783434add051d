package exchange

import (
	"context"
	"maps"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/exchange"
	"graduand/data/registry"
)

// Received is what a message of the centre has changed.
type Received struct {
	// Again says that it was taken in before, and has changed nothing.
	Again bool
	// Changed are how many people it has changed, Unknown how many rows are about nobody here.
	Changed, Unknown int
}

// Receive takes a message in that [Desk.Look] has opened: all that it says in one transaction, with the
// history, or nothing. What the centre says counts, whatever was noted by hand; taken in twice, it
// changes nothing.
func (d *Desk) Receive(ctx context.Context, in Incoming) (Received, error) {
	signals := changed
	if in.Rules != nil {
		signals = renewed
	}
	return registry.Write(ctx, d.registry, registry.RightRegister, signals, func(w *registry.Edit) (done Received, err error) {
		c, err := mustBeEnrolled(w.View)
		switch {
		case err != nil:
			return done, err
		case in.opened == nil:
			return done, data.Fail("exchange.other_message", nil)
		}
		if in.Again, err = c.place(in.opened, in.Message.Hash); err != nil || in.Again {
			return Received{Again: in.Again}, err
		}
		r, err := c.judge(ctx, w.View, &in)
		if err != nil {
			return done, err
		}
		for i := range r.news {
			if r.news[i].Graduate == nil {
				done.Unknown++
			}
		}
		return done, r.commit(w, &in, &done)
	})
}

// renewed is what listeners are told of when the rules are others.
var renewed = append(registry.Signals{registry.CampaignChanged, registry.CalendarChanged, registry.SchoolChanged}, changed...)

// commit writes all of it in one transaction, newer rules among it; rules that the program has already
// are no reason to refuse.
func (r *reading) commit(w *registry.Edit, in *Incoming, done *Received) error {
	write := func(c *registry.Change) error { return r.write(c, in, done) }
	if in.Rules == nil {
		return w.Commit(write)
	}
	newer, err := campaign.Load(in.Rules, registry.Program)
	if err != nil {
		return err
	}
	err = w.SetCampaign(newer, write)
	if data.CodeOf(err) == "campaign.not_newer" {
		return w.Commit(write)
	}
	return err
}

// write writes everything that a message changes, in an order that is the same every time.
func (r *reading) write(c *registry.Change, in *Incoming, done *Received) error {
	for _, id := range slices.Sorted(maps.Keys(r.next)) {
		if len(registry.Difference(r.view.Lookup(id), r.next[id])) > 0 {
			done.Changed++
		}
		if err := c.PutPassed(r.next[id], registry.EventMessageReceived, in.Message, ""); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(r.packages)) {
		p := r.packages[id]
		if before, err := r.view.Package(id); err != nil || before.Received == p.Received {
			continue
		}
		if err := c.PutPackage(registry.EventPackageReceived, p, registry.EventBody{Note: p.Label(), SHA256: in.Message.SHA256}); err != nil {
			return err
		}
	}
	if next := in.opened.Next; next != nil && registry.PublicKeys(*next) != r.Centre[0] {
		e := r.Enrolled.Clone()
		e.Centre = append([]registry.PublicKeys{registry.PublicKeys(*next)}, e.Centre...)
		if err := c.PutEnrolled(e); err != nil {
			return err
		}
	}
	return c.PutMessage(registry.EventMessageReceived, in.Message)
}

// refusalOf is a refusal as a message has it. What it does not say of papers, the rule says.
func refusalOf(s *exchange.State, on data.Date) registry.Refusal {
	f := registry.Refusal{Minutes: s.Number, On: on, Reasons: strings.Fields(s.Reasons), Tracking: s.Tracking}
	if s.Returned+s.Kept != "" {
		f.Returned, f.Kept = append([]string{}, strings.Fields(s.Returned)...), append([]string{}, strings.Fields(s.Kept)...)
	}
	return f
}
