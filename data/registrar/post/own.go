package post

import (
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// OwnRow is a registration that goes past the lists of the school (UA-054, UA-064).
type OwnRow struct {
	registry.Row
	// Way is the way that the campaign has for it.
	Way *campaign.RegistrationRoute
	// Sent is how it was sent, nil for not yet; Received that the centre has got it.
	Sent, Received *data.Fact
	Term           campaign.SendingTerm
	AnswerDue      data.Date
	Link           string
}

// Late says that it is sent too late, or would be today.
func (r OwnRow) Late() bool { return r.Term.Verdict == campaign.SentLate }

// ByEmail says that it may go by e-mail, without any operator (UA-065).
func (r OwnRow) ByEmail() bool { return r.Way != nil && r.Way.Via == campaign.ViaEmail }

// InPerson says that the person hands it in at the centre (UA-067).
func (r OwnRow) InPerson() bool { return r.Way != nil && r.Way.Via == campaign.ViaInPerson }

// Own are those who go their own way, in the order of class and name.
func (d *Desk) Own(f registry.Filter) ([]OwnRow, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]OwnRow, error) {
		if err := need(v, registry.CapabilityPost); err != nil {
			return nil, err
		}
		chosen, err := v.Rows(f)
		if err != nil {
			return nil, err
		}
		var rows []OwnRow
		for i := range chosen {
			if !chosen[i].OwnWay && chosen[i].Graduate.Current().Fact(data.FactSent, "") == nil {
				continue
			}
			row, err := ownRow(v, chosen[i])
			if err != nil {
				return nil, err
			}
			rows = append(rows, row)
		}
		return rows, nil
	})
}

func ownRow(v *registry.View, of registry.Row) (row OwnRow, err error) {
	c, g := v.Campaign(), of.Graduate
	r := g.Current()
	row = OwnRow{Row: of, Sent: r.Fact(data.FactSent, ""), Received: r.Fact(data.FactReceivedByCentre, "")}
	if row.Way, err = c.RouteFor(v.Person(g)); err != nil {
		return row, err
	}
	on := v.Today()
	if row.Sent != nil {
		on = row.Sent.On
		if o := c.PostalOperator(row.Sent.Seen); o != nil {
			row.Link = o.TrackingLink(row.Sent.Note)
		}
	}
	if row.Received != nil {
		row.AnswerDue = c.AnswerDue(row.Received.On)
	}
	row.Term = c.SendingEnd(v.Sending(g, r, of.Route, on))
	return row, nil
}

// SendOwn notes that somebody's papers were sent on a way of their own (UA-064); a later note
// replaces it. Refusals: post.not_own who goes by a list of the school, post.no_day without the day,
// post.own_courier, and those of a posting. What goes by e-mail has no operator, and what is handed in at
// the centre neither: the centre has got it on that very day.
func (d *Desk) SendOwn(ctx context.Context, id string, posting Posting) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := onOwnWay(w.View, id)
		if err != nil {
			return err
		}
		posting, there, err := ownPosting(w.View, now, posting)
		if err != nil {
			return err
		}
		r := now.Current()
		received := data.Date("")
		if f := r.Fact(data.FactReceivedByCentre, ""); f != nil && !there {
			received = f.On
		}
		if err := inOrder(w.View, "", posting.Postmark, received); err != nil {
			return err
		}
		g := now.Clone()
		fact := w.Signed(data.FactSent, posting.Tracking)
		fact.On, fact.Seen, fact.Means = posting.Postmark, posting.Operator, posting.Item
		g.SetFact(fact)
		if there {
			fact = w.Signed(data.FactReceivedByCentre, "")
			fact.On = posting.Postmark
			g.SetFact(fact)
		}
		return w.Fill(now, g)
	})
}

// onOwnWay is somebody who goes past the lists of the school.
func onOwnWay(v *registry.View, id string) (*data.Graduate, error) {
	if err := need(v, registry.CapabilityPost); err != nil {
		return nil, err
	}
	g, err := v.Active(id)
	if err != nil {
		return nil, err
	}
	row, err := v.Row(g)
	switch {
	case err != nil:
		return nil, err
	case row.Trail.List != nil:
		return nil, data.Fail("post.on_list", data.Args{"name": g.FullName(), "number": row.Trail.List.Number})
	case !row.OwnWay && g.Current().Fact(data.FactSent, "") == nil:
		return nil, data.Fail("post.not_own", data.Args{"name": g.FullName()})
	}
	return g, nil
}

// ownPosting is how somebody's own papers are sent: by an operator, by e-mail, or brought to the centre
// and there on that day.
func ownPosting(v *registry.View, g *data.Graduate, p Posting) (sent Posting, there bool, err error) {
	route, err := v.Campaign().RouteFor(v.Person(g))
	if err != nil {
		return p, false, err
	}
	switch {
	case p.Postmark == "":
		return p, false, data.Fail("post.no_day", nil)
	case route != nil && p.Operator == "" && (route.Via == campaign.ViaEmail || route.Via == campaign.ViaInPerson):
		return Posting{Postmark: p.Postmark}, route.Via == campaign.ViaInPerson, nil
	}
	if o := v.Campaign().PostalOperator(p.Operator); o != nil && o.Courier {
		return p, false, data.Fail("post.own_courier", data.Args{"operator": o.Wording()})
	}
	sent, _, err = p.read(v.Spoken())
	return sent, false, err
}

// UnsendOwn takes back that somebody's papers were sent, and of what was handed in there that the centre has
// got them. Refusals: post.is_received, post.answered, and post.not_sent.
func (d *Desk) UnsendOwn(ctx context.Context, id string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := sentOwn(w.View, id)
		if err != nil {
			return err
		}
		if err := refuseArrived(w.View, now); err != nil {
			return err
		}
		g := now.Clone()
		g.Set(data.FactField(data.FactSent, ""), "")
		g.Set(data.FactField(data.FactReceivedByCentre, ""), "")
		return w.Fill(now, g)
	})
}

// refuseArrived refuses to say that somebody's own papers were not sent when the centre has them, or has answered.
// What was handed in there was there by the same act, and goes back with it.
func refuseArrived(v *registry.View, g *data.Graduate) error {
	route, err := v.Campaign().RouteFor(v.Person(g))
	if err != nil {
		return err
	}
	r := g.Current()
	there := r.Fact(data.FactReceivedByCentre, "")
	switch {
	case r.Answer != nil:
		return refuseAnswered([]*data.Graduate{g})
	case there != nil && (route == nil || route.Via != campaign.ViaInPerson):
		return data.Fail("post.is_received", data.Args{"name": g.FullName(), "date": there.On.Dotted()})
	}
	return nil
}

// sentOwn is somebody whose own papers were sent: post.not_sent is anybody else.
func sentOwn(v *registry.View, id string) (*data.Graduate, error) {
	g, err := v.Active(id)
	if err == nil && g.Current().Fact(data.FactSent, "") == nil {
		err = data.Fail("post.not_sent", data.Args{"name": g.FullName()})
	}
	return g, err
}

// OwnReceived notes the day on which the centre has got somebody's own papers; "" takes it back.
func (d *Desk) OwnReceived(ctx context.Context, id string, day data.Date) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		now, err := sentOwn(w.View, id)
		if err != nil {
			return err
		}
		g := now.Clone()
		if day == "" {
			g.Set(data.FactField(data.FactReceivedByCentre, ""), "")
			return w.Fill(now, g)
		}
		if err := inOrder(w.View, "", now.Current().Fact(data.FactSent, "").On, day); err != nil {
			return err
		}
		fact := w.Signed(data.FactReceivedByCentre, "")
		fact.On = day
		g.SetFact(fact)
		return w.Fill(now, g)
	})
}
