package registry

import (
	"cmp"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// The campaign's switches for lists, for packages that go by post, and for envelopes that come back.
const (
	CapabilityLists     = "lists"
	CapabilityPost      = "post"
	CapabilityEnvelopes = "envelopes"
)

// List is a list by its id; list.unknown where there is none.
func (v *View) List(id string) (*data.List, error) {
	if l := v.post.lists[id]; l != nil {
		return l, nil
	}
	return nil, data.Fail("list.unknown", data.Args{"value": id})
}

// Lists are all lists by their numbers, the withdrawn ones among them. They are shared and must not
// be altered.
func (v *View) Lists() []*data.List {
	return slices.SortedFunc(maps.Values(v.post.lists), func(a, b *data.List) int { return cmp.Compare(a.Number, b.Number) })
}

// Package is a package by its id; package.unknown where there is none.
func (v *View) Package(id string) (*data.Package, error) {
	if p := v.post.packages[id]; p != nil {
		return p, nil
	}
	return nil, data.Fail("package.unknown", data.Args{"value": id})
}

// Packages are all packages by their numbers. They are shared and must not be altered.
func (v *View) Packages() []*data.Package {
	return slices.SortedFunc(maps.Values(v.post.packages), func(a, b *data.Package) int { return cmp.Compare(a.Number, b.Number) })
}

// PackageOf is the package that a list is in, nil for none.
func (v *View) PackageOf(list string) *data.Package { return v.post.packageOf[list] }

// Members are those on a list with any of their attempts, in the order of class and name; those who
// are removed are among them.
func (v *View) Members(list string) []*data.Graduate {
	return graduatesOf(slices.SortedFunc(slices.Values(v.index.listed[list]), compareEntries))
}

// Trail is where the papers of somebody's current registration are.
func (v *View) Trail(g *data.Graduate) data.Trail { return v.TrailOf(g.Current()) }

// TrailOf is [View.Trail] of any attempt.
func (v *View) TrailOf(r *data.Registration) data.Trail {
	t := v.post.trail(r.ListID())
	t.WithdrawnInTime = v.Withdrawal(r) == campaign.SentInTime
	return t
}

// PutList writes a list as it is from now on, as an event of a kind.
func (c *Change) PutList(kind string, l *data.List, b EventBody) error {
	b.List = l
	c.posted = append(c.posted, b)
	return c.Note(kind, b)
}

// PutPackage writes a package as it is from now on, as an event of a kind.
func (c *Change) PutPackage(kind string, p *data.Package, b EventBody) error {
	b.Package = p
	c.posted = append(c.posted, b)
	return c.Note(kind, b)
}

// place says where the papers of a row are, how far it is for that, and what is to be done next.
func (v *View) place(row *Row) {
	row.Trail = v.Trail(row.Graduate)
	row.Status = data.StatusOf(row.Graduate, row.Form, row.KitDone, row.Trail)
	row.Next = v.next(row)
	v.date(row)
}

// Statuses are the states that a registration can have in a campaign, in their order.
func Statuses(c *campaign.Campaign) []data.Status {
	return slices.DeleteFunc(data.Statuses(), func(s data.Status) bool {
		switch s {
		case data.StatusNumbered:
			return !c.CardNumber.Used
		case data.StatusReceived, data.StatusChecked, data.StatusListed:
			return !c.Has(CapabilityLists)
		case data.StatusPacked, data.StatusDispatched, data.StatusAtCentre, data.StatusWithdrawing, data.StatusWithdrawn:
			return !c.Has(CapabilityPost)
		case data.StatusProcessing, data.StatusRegistered, data.StatusRefused:
			return len(c.RefusalReasons) == 0 && !slices.ContainsFunc(c.ExternalStatuses, func(i campaign.Item) bool { return i.Means != "" })
		case data.StatusMailed, data.StatusEnvelope, data.StatusKept, data.StatusReturned, data.StatusEmailed, data.StatusHandedOver:
			return !c.Has(CapabilityEnvelopes)
		}
		return false
	})
}

// RefuseListed refuses to take away who stands on a list that counts: the paper would name one more
// than there are (UA-129).
func (v *View) RefuseListed(g *data.Graduate) error {
	for i := range g.Registrations {
		if list := v.TrailOf(&g.Registrations[i]).List; list != nil {
			return data.Fail("list.holds_member", data.Args{"name": g.FullName(), "number": list.Number})
		}
	}
	return nil
}
