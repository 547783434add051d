package post

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/papers"
	"graduand/data/registry"
)

// PackageRow is a package with what is in it.
type PackageRow struct {
	*data.Package
	Lists []ListRow
	// Rows is how many people the signed papers name, Members how many stand on the lists now, and in a closed
	// package those too who were erased since it was closed. Kits
	// are what was counted by a human when it was closed, 0 while it is open.
	Rows, Members, Kits int
	// Registered is how many of them the language registers name.
	Registered int
	// Envelopes is how the kits are shared out among envelopes, as far as the campaign tells what
	// papers weigh; nil where nobody knows.
	Envelopes []campaign.Filled
	// Term is the last day for it, and whether it is in time (UA-060): of whoever has the least time.
	Term campaign.SendingTerm
	// AnswerDue is the day by which the centre answers, "" for not known (UA-153).
	AnswerDue data.Date
	// Link is the page that shows where it is, "" for none (UA-154).
	Link string
	// Hinders is what keeps an open package with lists in it from being closed, nil for nothing.
	Hinders error
}

// State is how far a package is: open, closed, posted or received.
func (r PackageRow) State() string {
	switch {
	case r.Package.Received != "":
		return "received"
	case r.Posted():
		return "posted"
	case r.Closed != nil:
		return "closed"
	}
	return "open"
}

// Late says that it is sent too late, or would be today (UA-060).
func (r PackageRow) Late() bool { return r.Term.Verdict == campaign.SentLate }

// Grams is what the package weighs: as the scales say, else as is reckoned; 0 where nobody knows.
func (r PackageRow) Grams() int {
	if r.Closed != nil && r.Closed.Grams > 0 {
		return r.Closed.Grams
	}
	return campaign.Grams(r.Envelopes)
}

// Packages are all packages by their numbers; package.none where the campaign sends none.
func (d *Desk) Packages() ([]PackageRow, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) ([]PackageRow, error) {
		if err := need(v, registry.CapabilityPost); err != nil {
			return nil, err
		}
		all, err := lists(v)
		if err != nil {
			return nil, err
		}
		var rows []PackageRow
		for _, p := range v.Packages() {
			row, err := packageRow(v, p, all)
			if err != nil {
				return nil, err
			}
			rows = append(rows, row)
		}
		return rows, nil
	})
}

// packageRow is a package with those of all lists that lie in it.
func packageRow(v *registry.View, p *data.Package, all []ListRow) (PackageRow, error) {
	c := v.Campaign()
	row := PackageRow{Package: p, AnswerDue: c.AnswerDue(p.Received)}
	for _, id := range p.Lists {
		at := slices.IndexFunc(all, func(l ListRow) bool { return l.ID == id })
		if at < 0 {
			continue
		}
		l := all[at]
		row.Lists, row.Members = append(row.Lists, l), row.Members+len(l.Members)
		if p.Closed != nil {
			row.Members += l.Gone(len(l.Members))
		}
		if l.Final != nil {
			row.Rows, row.Registered = row.Rows+l.Final.Rows, row.Registered+l.Final.Registered
		}
	}
	switch {
	case p.Closed != nil:
		row.Kits = p.Closed.Kits
	case len(p.Lists) > 0:
		row.Hinders = refuseContents(v, p)
	}
	if o := c.PostalOperator(p.Operator); o != nil {
		row.Link = o.TrackingLink(p.Tracking)
	}
	return row, row.reckon(v)
}

// reckon finds what the package weighs and by when it has to go.
func (r *PackageRow) reckon(v *registry.View) (err error) {
	parcel := papers.Parcel{Package: r.Package}
	for _, l := range r.Lists {
		inside := papers.PackedList{List: l.List}
		for _, m := range l.Members {
			inside.Members = append(inside.Members, papers.Graduate{Graduate: m.Graduate})
			if err := r.hasten(v, m.Graduate, l.ID); err != nil {
				return err
			}
		}
		parcel.Lists = append(parcel.Lists, inside)
	}
	r.Envelopes, err = source(v).Envelopes(parcel)
	return err
}

// hasten takes the term of somebody in the package where it is the worst one until then: of who is
// late by most, else of who has the fewest days left.
func (r *PackageRow) hasten(v *registry.View, g *data.Graduate, list string) error {
	on := r.SentOn()
	if on == "" {
		on = v.Today()
	}
	row, err := v.Row(g)
	if err != nil {
		return err
	}
	if term := v.Campaign().SendingEnd(v.Sending(g, g.On(list), row.Route, on)); r.Term.Verdict == "" || pressing(term) < pressing(r.Term) {
		r.Term = term
	}
	return nil
}

// pressing is how many days are left, less than nothing where it is late.
func pressing(t campaign.SendingTerm) int {
	switch t.Verdict {
	case campaign.SentLate:
		return -t.Days
	case campaign.SentInTime:
		return t.Days
	}
	return 1 << 30
}

// Make makes a package of lists, which may be none yet.
func (d *Desk) Make(ctx context.Context, lists []string) (id string, err error) {
	err = d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		if err := need(w.View, registry.CapabilityPost); err != nil {
			return err
		}
		p := &data.Package{Number: 1, Made: w.Signed("made", "")}
		for _, other := range w.Packages() {
			p.Number = max(p.Number, other.Number+1)
		}
		for _, list := range lists {
			if err := putIn(w.View, p, list); err != nil {
				return err
			}
		}
		if p.ID, err = w.ShortID(); err != nil {
			return err
		}
		id = p.ID
		return writePackage(w, registry.EventPackageMade, p)
	})
	if err != nil {
		return "", err
	}
	return id, nil
}

// putIn puts a list that is in no package into one.
func putIn(v *registry.View, p *data.Package, list string) error {
	l, err := live(v, list)
	switch {
	case err != nil:
		return err
	case p.Has(list):
		return data.Fail("package.has_list", data.Args{"list": l.Number, "number": p.Number})
	}
	if other := v.PackageOf(list); other != nil {
		return data.Fail("package.has_list", data.Args{"list": l.Number, "number": other.Number})
	}
	p.Lists = append(p.Lists, list)
	return nil
}

func writePackage(w *registry.Edit, kind string, p *data.Package) error {
	return w.Commit(func(c *registry.Change) error {
		return c.PutPackage(kind, p, registry.EventBody{Note: p.Label()})
	})
}

// open is a copy of a package that is open: package.is_closed and package.is_posted are those that are
// not.
func open(v *registry.View, id string) (*data.Package, error) {
	p, err := v.Package(id)
	if err != nil {
		return nil, err
	}
	if err := refuseClosed(p); err != nil {
		return nil, err
	}
	return p.Clone(), nil
}

// Put puts a list into an open package.
func (d *Desk) Put(ctx context.Context, pack, list string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := open(w.View, pack)
		if err != nil {
			return err
		}
		if err := putIn(w.View, p, list); err != nil {
			return err
		}
		return writePackage(w, registry.EventPackageChanged, p)
	})
}

// TakeOut takes a list out of an open package; package.no_list is one that is not in it.
func (d *Desk) TakeOut(ctx context.Context, pack, list string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := open(w.View, pack)
		if err != nil {
			return err
		}
		l, err := w.List(list)
		if err != nil {
			return err
		}
		if !p.Has(list) {
			return data.Fail("package.no_list", data.Args{"list": l.Number, "number": p.Number})
		}
		p.Lists = slices.DeleteFunc(p.Lists, func(id string) bool { return id == list })
		return writePackage(w, registry.EventPackageChanged, p)
	})
}

// Drop takes an open package apart: its lists are in none then.
func (d *Desk) Drop(ctx context.Context, pack string) error {
	return d.registry.Write(ctx, registry.RightRegister, changed, func(w *registry.Edit) error {
		p, err := open(w.View, pack)
		if err != nil {
			return err
		}
		dropped := w.Signed("dropped", "")
		p.Dropped = &dropped
		return writePackage(w, registry.EventPackageDropped, p)
	})
}
