package answer

import (
	"cmp"
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Plan is what leads from an answer to the next attempt: after a refusal (UA-102…105), or when data
// of who is registered has changed (UA-081…086).
type Plan struct {
	Graduate *data.Graduate
	// Kind is why there is another attempt; Begun says that it has begun.
	Kind  data.RegistrationKind
	Begun bool
	// Of is the attempt that was answered, Number its place among them, the first is 1.
	Of     *data.Registration
	Number int
	// Reasons are those of a refusal, each to be removed.
	Reasons []Reason
	// Changed are the fields of the form that differ from those that the centre had answered about.
	Changed []registry.FieldChange
	// Papers are those of the next kit.
	Papers []Paper
	// Term is by when the kit is to be sent, judged today, or on the day it was sent.
	Term campaign.SendingTerm
	// Sent is the day on which it left, "" for not yet.
	Sent data.Date
	// Via is the way of the kit, the same as that of the first one (UA-086).
	Via   string
	Steps []Step
}

// Reason is a reason of a refusal; Mended is when it was said to be removed, nil for not yet.
type Reason struct {
	*campaign.Item
	Mended *data.Fact
}

// Paper is a paper of the next kit. New says that it is made anew; else it came back with the
// refusal, or with the certificate.
type Paper struct {
	campaign.KitPaper
	New bool
}

// The steps of a plan, in their order.
const (
	StepBegin   = "begin"
	StepService = "service" // the change begins in the centre's own service (UA-082)
	StepMend    = "mend"
	StepChange  = "change"
	StepCard    = "card"
	StepPapers  = "papers"
	StepSend    = "send"
)

// Step is one thing to do, in order.
type Step struct {
	Code string
	Done bool
}

// Plan says what is to be done for the next attempt of somebody whose registration is answered, or
// whose next attempt has begun. It is answer.not_answered for anybody else, and needs
// registry.RightLook.
func (d *Desk) Plan(ctx context.Context, id string) (Plan, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Plan, error) {
		g, err := v.Find(id)
		if err != nil {
			return Plan{}, err
		}
		p, err := planOf(g)
		if err != nil {
			return p, err
		}
		now := g
		if !p.Begun {
			now = g.Clone()
			now.StartAttempt(p.Kind, v.NextSerial())
		}
		p.mending(v.Campaign(), now)
		if err := p.kit(v, now); err != nil {
			return p, err
		}
		if err := p.term(v, now); err != nil {
			return p, err
		}
		then, err := v.Answered(ctx, id)
		if err != nil {
			return p, err
		}
		p.Changed = changes(v.Campaign(), then, g)
		p.steps(v.Campaign(), now)
		return p, nil
	})
}

// planOf says which attempt was answered and which follows.
func planOf(g *data.Graduate) (Plan, error) {
	p, last := Plan{Graduate: g}, g.Current()
	switch earlier := g.Earlier(); {
	case last.Answer != nil:
		p.Of, p.Number = last, len(earlier)+1
	case len(earlier) > 0:
		p.Begun, p.Of, p.Number = true, &earlier[len(earlier)-1], len(earlier)
	default:
		return p, data.Fail("answer.not_answered", data.Args{"name": g.FullName()})
	}
	p.Kind = data.ReRegistration
	if p.Of.Refused() {
		p.Kind = data.RetryRegistration
	}
	return p, nil
}

func (p *Plan) mending(c *campaign.Campaign, now *data.Graduate) {
	if p.Of.Answer == nil {
		return
	}
	for _, code := range p.Of.Answer.Reasons {
		if item := c.RefusalReason(code); item != nil {
			p.Reasons = append(p.Reasons, Reason{item, now.Current().Fact(data.FactMended, code)})
		}
	}
}

// kit says which papers the next kit needs, and which of them are there already.
func (p *Plan) kit(v *registry.View, now *data.Graduate) error {
	kit, err := v.Campaign().KitOf(now, v.Person(now))
	for _, k := range kit {
		there := k.InEnvelope
		if a := p.Of.Answer; p.Kind == data.RetryRegistration && a != nil {
			there = slices.Contains(a.Returned, k.Code)
		}
		p.Papers = append(p.Papers, Paper{k, !there || k.Code == v.Campaign().Kits.Basis})
	}
	return err
}

// term says by when the kit is to be sent.
func (p *Plan) term(v *registry.View, now *data.Graduate) error {
	route, err := v.Campaign().RouteFor(v.Person(now))
	code := ""
	if route != nil {
		code, p.Via = route.Code, route.Title
	}
	r := now.Current()
	p.Sent = r.SentOn(v.TrailOf(r))
	p.Term = v.Campaign().SendingEnd(v.Sending(now, r, code, cmp.Or(p.Sent, v.Today())))
	return err
}

// changes are the fields of the form that differ; the number of the card always does, and is none.
func changes(c *campaign.Campaign, then, now *data.Graduate) (differ []registry.FieldChange) {
	if then == nil {
		return nil
	}
	for _, f := range c.AllFields() {
		was, is := then.Get(f.Code), now.Get(f.Code)
		if f.Code != data.FieldCardNumber && was != is {
			differ = append(differ, registry.FieldChange{Field: f.Code, Before: was, After: is})
		}
	}
	return differ
}

func (p *Plan) steps(c *campaign.Campaign, now *data.Graduate) {
	r := now.Current()
	add := func(code string, done bool) { p.Steps = append(p.Steps, Step{code, done && p.Begun}) }
	add(StepBegin, true)
	if p.Kind == data.RetryRegistration {
		add(StepMend, !slices.ContainsFunc(p.Reasons, func(r Reason) bool { return r.Mended == nil }))
	} else {
		add(StepService, r.Fact(data.FactEntered, "") != nil)
		add(StepChange, len(p.Changed) > 0)
	}
	if c.CardNumber.Used {
		add(StepCard, r.CardNumber != "")
	}
	if len(p.Papers) > 0 {
		add(StepPapers, !slices.ContainsFunc(p.Papers, func(k Paper) bool { return !k.Done() }))
	}
	add(StepSend, p.Sent != "")
}

// Retry begins a new attempt after a refusal: another card number, another kit, the refused one stays
// as it was (UA-102, UA-103).
func (d *Desk) Retry(ctx context.Context, id string) error {
	return d.start(ctx, id, data.RetryRegistration, data.AnswerRefused, "answer.not_refused")
}

// ReRegister begins a new attempt of who is registered and whose data has changed. It begins in the
// centre's own service; here it is kept and its papers are made (UA-081, UA-082).
func (d *Desk) ReRegister(ctx context.Context, id string) error {
	return d.start(ctx, id, data.ReRegistration, data.AnswerRegistered, "answer.not_registered")
}

func (d *Desk) start(ctx context.Context, id string, kind data.RegistrationKind, after data.AnswerState, otherwise string) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		r, name := g.Current(), data.Args{"name": g.FullName()}
		switch {
		case r.Answer == nil:
			return data.Fail("answer.not_answered", name)
		case r.Answer.State != after:
			return data.Fail(otherwise, name)
		case r.Withdrawn(v.Trail(g)) || r.Fact(data.FactWithdrawing, "") != nil && r.Fact(data.FactWithdrawalSent, "") == nil:
			return data.Fail("answer.withdrawn", name)
		}
		g.StartAttempt(kind, v.NextSerial())
		return nil
	})
}

// Mend ticks off a reason of the refusal before the current attempt, or takes the tick back (UA-104).
func (d *Desk) Mend(ctx context.Context, id, reason string, mended bool) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		earlier := g.Earlier()
		if len(earlier) == 0 || g.Current().Kind != data.RetryRegistration || earlier[len(earlier)-1].Answer == nil {
			return data.Fail("answer.no_retry", data.Args{"name": g.FullName()})
		}
		if !slices.Contains(earlier[len(earlier)-1].Answer.Reasons, reason) {
			return data.Fail("answer.other_reason", data.Args{"value": reason, "name": g.FullName()})
		}
		if !mended {
			g.DropFact(data.FactMended, reason)
			return nil
		}
		return setFact(v, g, data.Fact{Kind: data.FactMended, Of: reason}, "")
	})
}
