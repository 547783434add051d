package post

import (
	"context"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Posting is how something is sent.
type Posting struct {
	// Operator and Item are codes of the campaign: who carries it, and as what.
	Operator, Item string
	// Tracking is the number of the item as a person types it, "" for none yet.
	Tracking string
	// Postmark is the day of the stamp on the envelope, "" while nobody has seen it (UA-062). What is
	// brought to the centre has none: the day decides that the centre has recorded (UA-063).
	Postmark data.Date
}

// read is a posting as it is kept, and who carries it, by a campaign in the language of who asks. Refusals:
// post.no_operator, post.unknown_operator and post.no_item, which name the codes that there are, post.no_stamp, and
// those of [campaign.Campaign.ReadTracking].
func (p Posting) read(c *campaign.Campaign) (Posting, *campaign.PostalOperator, error) {
	if p.Operator == "" {
		return p, nil, data.Fail("post.no_operator", data.Args{"known": operators(c)})
	}
	o := c.PostalOperator(p.Operator)
	switch {
	case o == nil:
		return p, nil, data.Fail("post.unknown_operator", data.Args{"value": p.Operator, "known": operators(c)})
	case len(o.Items) > 0 && o.Item(p.Item) == nil, len(o.Items) == 0 && p.Item != "":
		return p, nil, data.Fail("post.no_item", data.Args{"value": p.Item, "operator": o.Wording(), "known": items(o)})
	case o.Courier && p.Postmark != "":
		return p, nil, data.Fail("post.no_stamp", data.Args{"operator": o.Wording()})
	}
	tracking, err := c.ReadTracking(p.Operator, p.Tracking)
	p.Tracking = tracking
	return p, o, err
}

// operators are those of a campaign, by code and title.
func operators(c *campaign.Campaign) string {
	var known []string
	for i := range c.PostalOperators {
		known = append(known, c.PostalOperators[i].Code+" — "+c.PostalOperators[i].Title)
	}
	return strings.Join(known, "; ")
}

// items are those that an operator carries, by code and title, "" for none.
func items(o *campaign.PostalOperator) string {
	var known []string
	for _, i := range o.Items {
		known = append(known, i.Code+" — "+i.Title)
	}
	return strings.Join(known, "; ")
}

// ReadTracking is the number of an item as it is kept: see [campaign.Campaign.ReadTracking].
func (d *Desk) ReadTracking(operator, typed string) (string, error) {
	return d.registry.Campaign().ReadTracking(operator, typed)
}

// Post notes how a closed package was sent, or what was wrong in that: a later note replaces it, and
// the history keeps both. Refusals: package.is_open, those of a posting, and of its days.
func (d *Desk) Post(ctx context.Context, pack string, posting Posting) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := closed(w.View, pack)
		if err != nil {
			return err
		}
		posting, operator, err := posting.read(w.Spoken())
		if err != nil {
			return err
		}
		p.Operator, p.Item, p.Tracking = posting.Operator, posting.Item, posting.Tracking
		p.Postmark, p.ByCourier = posting.Postmark, operator.Courier
		if err := inOrder(w.View, dated(w.View, p), p.Postmark, p.Received); err != nil {
			return err
		}
		return writePackage(w, registry.EventPackagePosted, p)
	})
}

// closed is a copy of a package that is closed.
func closed(v *registry.View, id string) (*data.Package, error) {
	p, err := v.Package(id)
	switch {
	case err != nil:
		return nil, err
	case p.Closed == nil:
		return nil, data.Fail("package.is_open", data.Args{"number": p.Number})
	}
	return p.Clone(), nil
}

// dated is the latest day that stands on a list of a package. The day on which somebody has entered it
// counts for nothing: that may be after the post office.
func dated(v *registry.View, p *data.Package) (last data.Date) {
	for _, id := range p.Lists {
		if l, err := v.List(id); err == nil && l.Final != nil {
			last = max(last, l.Final.Date)
		}
	}
	return last
}

// inOrder refuses days that cannot have come one after another: made, stamped, received, today; what
// is not known is passed over.
func inOrder(v *registry.View, made, postmark, received data.Date) error {
	last, of := made, "post.day_made"
	for _, day := range []struct {
		on data.Date
		id string
	}{{postmark, "post.day_postmark"}, {received, "post.day_received"}, {v.Today(), "post.day_today"}} {
		if day.on == "" {
			continue
		}
		if last != "" && day.on < last {
			return data.Fail("post.days", data.Args{"first": data.Term(of), "first_day": last.Dotted(), "second": data.Term(day.id), "second_day": day.on.Dotted()})
		}
		last, of = day.on, day.id
	}
	return nil
}

// Unpost takes back that a package was sent, which was noted by mistake: it is closed then. What the
// centre has got was sent: package.is_received and post.answered say what is to be taken back before.
func (d *Desk) Unpost(ctx context.Context, pack string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := posted(w.View, pack)
		switch {
		case err != nil:
			return err
		case now.Received != "":
			return data.Fail("package.is_received", data.Args{"number": now.Number, "date": now.Received.Dotted()})
		}
		if err := refuseAnswered(answered(w.View, now)); err != nil {
			return err
		}
		p := &data.Package{ID: now.ID, Number: now.Number, Lists: now.Lists, Made: now.Made, Closed: now.Closed}
		return writePackage(w, registry.EventPackageChanged, p)
	})
}

// answered are those in a package whom the centre has answered on what lies in it.
func answered(v *registry.View, p *data.Package) (people []*data.Graduate) {
	for _, list := range p.Lists {
		for _, g := range v.Members(list) {
			if g.On(list).Answer != nil {
				people = append(people, g)
			}
		}
	}
	return people
}

// refuseAnswered refuses to say that something was not sent that the centre has answered.
func refuseAnswered(people []*data.Graduate) error {
	if len(people) == 0 {
		return nil
	}
	return data.Fail("post.answered", named(people))
}

// posted is a copy of a package that was sent.
func posted(v *registry.View, id string) (*data.Package, error) {
	p, err := v.Package(id)
	switch {
	case err != nil:
		return nil, err
	case !p.Posted():
		return nil, data.Fail("package.not_posted", data.Args{"number": p.Number})
	}
	return p.Clone(), nil
}

// Received notes the day on which the centre has got a package, which it counts its working days from
// (UA-152); "" takes it back.
func (d *Desk) Received(ctx context.Context, pack string, day data.Date) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := posted(w.View, pack)
		if err != nil {
			return err
		}
		p.Received = day
		if err := inOrder(w.View, dated(w.View, p), p.Postmark, p.Received); err != nil {
			return err
		}
		return writePackage(w, registry.EventPackageReceived, p)
	})
}
