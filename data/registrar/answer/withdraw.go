package answer

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Withdraw begins the withdrawal of somebody who is registered: the application is printed, and goes
// to the centre with the certificate (UA-108).
func (d *Desk) Withdraw(ctx context.Context, id string) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		r := g.Current()
		switch name := (data.Args{"name": g.FullName()}); {
		case r.AnswerState() != data.AnswerRegistered:
			return data.Fail("answer.not_registered", name)
		case r.Fact(data.FactWithdrawing, "") != nil:
			return data.Fail("answer.withdrawing_already", name)
		}
		return setFact(v, g, data.Fact{Kind: data.FactWithdrawing}, "")
	})
}

// Sent is how application and certificate were posted.
type Sent struct {
	// Operator is a code of the campaign, "" where nobody said; Tracking the number of the item.
	Operator, Tracking string
	// Postmark is the day of the stamp; by courier the day that the centre has recorded. "" is unknown,
	// which is never in time.
	Postmark data.Date
}

// WithdrawalSent enters that application and certificate were posted, and says whether in time: at
// the latest five weeks before the main session (UA-107). Too late, or on an unknown day, withdraws
// nobody, as long as the season is not moved. What was entered before is replaced.
func (d *Desk) WithdrawalSent(ctx context.Context, id string, s Sent) (campaign.SendingTerm, error) {
	var term campaign.SendingTerm
	err := d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		begun := g.Current().Fact(data.FactWithdrawing, "")
		switch {
		case begun == nil:
			return data.Fail("answer.not_withdrawing", data.Args{"name": g.FullName()})
		case s.Postmark > v.Today():
			return data.Fail("fact.future_day", data.Args{"value": s.Postmark.Dotted()})
		}
		number, err := v.TrackingNumber(s.Operator, s.Tracking)
		if err != nil {
			return err
		}
		term = v.Campaign().SendingEnd(campaign.Sending{Withdrawal: true, On: s.Postmark})
		g.SetFact(data.Fact{Kind: data.FactWithdrawalSent, On: s.Postmark, By: v.Me().Label(), Note: number, Via: s.Operator})
		return nil
	})
	return term, err
}

// WithdrawalConfirmed enters that the centre has confirmed a withdrawal, which then holds however
// late it was sent.
func (d *Desk) WithdrawalConfirmed(ctx context.Context, id string, on data.Date) error {
	return d.one(ctx, id, func(v *registry.View, g *data.Graduate) error {
		sent := g.Current().Fact(data.FactWithdrawalSent, "")
		if sent == nil {
			return data.Fail("answer.withdrawal_not_sent", data.Args{"name": g.FullName()})
		}
		return setFact(v, g, data.Fact{Kind: data.FactWithdrawn, On: on}, sent.On)
	})
}

// TakeBackWithdrawal takes a withdrawal away with all that was entered of it; the history keeps it.
func (d *Desk) TakeBackWithdrawal(ctx context.Context, id string) error {
	kinds := []data.FactKind{data.FactWithdrawing, data.FactWithdrawalSent, data.FactWithdrawn}
	return d.one(ctx, id, func(_ *registry.View, g *data.Graduate) error {
		if !slices.ContainsFunc(kinds, func(kind data.FactKind) bool { return g.Current().Fact(kind, "") != nil }) {
			return data.Fail("answer.not_withdrawing", data.Args{"name": g.FullName()})
		}
		for _, kind := range kinds {
			g.DropFact(kind, "")
		}
		return nil
	})
}
