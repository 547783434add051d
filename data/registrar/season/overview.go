package season

import (
	"cmp"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Overview is how far the school is, what is late and what comes next.
type Overview struct {
	// Today is the day on which it is so.
	Today data.Date
	// All is how many graduates there are, Share how far they are.
	All int
	Share
	// Deadline is the day that counts now, Last the next hard one behind it, nil for none, and
	// LastDays how far that is off.
	Deadline Deadline
	Last     *campaign.Date
	LastDays int
	// People are the ids of those who are so far, by the codes of [Shares].
	People map[string][]string
	// Classes are in the order of the list, those without one under [registry.NoClass].
	Classes []ClassShare
	// Stages are the way from the registry to the end, each with how many have come so far.
	Stages []Stage
	// Places are where everybody stands, and Steps what is to be done next about everybody: each
	// graduate is in one of the places and in one of the steps, so that nobody is lost (F-17). Removed
	// are those who are in none.
	Places  []Place
	Steps   []Step
	Removed int
	// Tasks are what there is to do, the gravest first.
	Tasks []Task
	// Dues are the days of the campaign with those for whom something is due, Coming the next days.
	Dues   []Due
	Coming []ComingDay // of whole weeks, from the Monday of this one
	// Posted is the package that was sent last, nil for none, and PostedKits how many kits it has.
	Posted     *data.Package
	PostedKits int
}

// Overview tells it as it is now.
func (d *Desk) Overview() (Overview, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Overview, error) {
		return tell(v, d.registry.Spoken())
	})
}

// tell is the overview in the language of a campaign.
func tell(v *registry.View, spoken *campaign.Campaign) (Overview, error) {
	o, err := newOverview(v, spoken)
	if err != nil {
		return Overview{}, err
	}
	o.walk(o.deadlines(), o.share(), o.places(), o.stages(), o.tasks(), o.dues(), o.coming())
	o.posted()
	removed, err := v.Choose(registry.Filter{Removed: true})
	o.Removed = len(removed)
	return o.Overview, err
}

// overview is one that is being made. Spoken is the campaign in the language of who asks.
type overview struct {
	Overview
	view     *registry.View
	campaign *campaign.Campaign
	spoken   *campaign.Campaign
	people   []standing
}

// standing is somebody with whom the work goes on, and what is asked of everybody again and again.
type standing struct {
	*registry.Row
	// far is the place of the status among all. goesOn says that the registration is neither given up
	// nor being given up, left that nothing of it is the school's to do.
	far          int
	goesOn, left bool
	// unready and numberless are as the functions of those names say.
	unready, numberless bool
	owed                campaign.Owed
}

// visit is what is told of everybody: see looks at each in their order, end is after the last.
type visit struct {
	see func(*standing)
	end func()
}

// newOverview has everybody.
func newOverview(v *registry.View, spoken *campaign.Campaign) (*overview, error) {
	rows, err := v.Standing()
	if err != nil {
		return nil, err
	}
	o := &overview{view: v, campaign: v.Campaign(), spoken: spoken, people: make([]standing, len(rows))}
	o.Today, o.All = v.Today(), len(rows)
	pays, far := o.campaign.Has(registry.CapabilityPayments), places()
	for i, row := range rows {
		p := &o.people[i]
		p.Row, p.far = row, far[row.Status]
		p.goesOn = row.Status != data.StatusWithdrawn && row.Status != data.StatusWithdrawing
		p.left = p.far >= far[data.StatusDispatched]
		p.unready, p.numberless = unready(o.campaign, row), numberlessOnly(o.campaign, row)
		if pays {
			p.owed = o.campaign.Owed(row.Graduate)
		}
	}
	return o, nil
}

// places are the places of the states in their order.
func places() map[data.Status]int {
	far := map[data.Status]int{}
	for i, s := range data.Statuses() {
		far[s] = i
	}
	return far
}

// walk goes through everybody once: what is looked at of one is near then.
func (o *overview) walk(visits ...visit) {
	for i := range o.people {
		for _, v := range visits {
			v.see(&o.people[i])
		}
	}
	for _, v := range visits {
		v.end()
	}
}

// classOf is the class of a row, [registry.NoClass] for none.
func classOf(row *registry.Row) string { return cmp.Or(row.Graduate.Class, registry.NoClass) }

// posted finds the package that was sent last.
func (o *overview) posted() {
	for _, p := range o.view.Packages() {
		if p.SentOn() != "" && (o.Posted == nil || p.SentOn() >= o.Posted.SentOn()) {
			o.Posted = p
		}
	}
	if o.Posted == nil {
		return
	}
	if o.Posted = o.Posted.Clone(); o.Posted.Closed != nil {
		o.PostedKits = o.Posted.Closed.Kits
	}
}
