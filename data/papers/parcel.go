package papers

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

func hasPackages(c *campaign.Campaign) bool { return hasList(c) && c.Has(post) }

// sentLists are all lists, each with its package.
func (s *Source) sentLists() []SentList {
	all := make([]SentList, len(s.Sent.Lists))
	for i, l := range s.Sent.Lists {
		all[i] = SentList{l, s.Sent.packageWith(l.ID)}
	}
	return all
}

// parcel is the package that a job is about, with those of the people of a paper who are in it;
// package.unknown where there is none.
func (s *Source) parcel(job Job, on []Graduate) (p Parcel, err error) {
	at := slices.IndexFunc(s.Sent.Packages, func(p *data.Package) bool { return p.ID == job.Package })
	if at < 0 {
		return p, data.Fail("package.unknown", data.Args{"value": job.Package})
	}
	p.Package, p.SendBy = s.Sent.Packages[at], s.Campaign.Date(campaign.SchoolSendEnd)
	if p.Package.Closed != nil {
		p.By = p.Package.Closed.By
	}
	for _, l := range s.Sent.Lists {
		if p.Package.Has(l.ID) {
			p.Lists = append(p.Lists, PackedList{List: l, Members: slices.DeleteFunc(slices.Clone(on), func(g Graduate) bool { return g.On(l.ID) == nil })})
		}
	}
	p.Envelopes, err = s.Envelopes(p)
	return p, err
}

// Envelopes are how the kits of a package are shared out among envelopes, nil where nobody knows what
// they weigh.
func (s *Source) Envelopes(p Parcel) ([]campaign.Filled, error) {
	inside, limit := campaign.Contents{Sheets: len(p.Lists)}, 0
	for _, paper := range s.besides(p) {
		inside.Sheets += paper.Count
	}
	for _, l := range p.Lists {
		for _, g := range l.Members {
			kit, err := s.Campaign.KitBulk(s.person(g.Graduate))
			if err != nil {
				return nil, err
			}
			inside.Kits = append(inside.Kits, kit)
		}
	}
	if o := s.Campaign.PostalOperator(p.Package.Operator); o != nil {
		if item := o.Item(p.Package.Item); item != nil {
			limit = item.WeightLimit
		}
	}
	if len(inside.Kits) == 0 {
		return nil, nil
	}
	return s.Campaign.Packing.Pack(inside, limit), nil
}
