package season

import (
	"cmp"
	"slices"

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
	// Classes are in the order of the list, those without one under [registry.NoClass].
	Classes []ClassShare
	// Stages are the way from the registry to the end, each with how many have come so far.
	Stages []Stage
	// Tasks are what there is to do, the gravest first.
	Tasks []Task
}

// Share is how far some graduates are: each of them is one of the four.
type Share struct {
	// Ready have all that the school has to do; Numberless lack the centre's card number and
	// nothing else; Hindered have something that must be mended; Untouched are those of whose form
	// nothing was filled in yet.
	Ready, Numberless, Hindered, Untouched int
}

// ClassShare is how far a class is.
type ClassShare struct {
	Class string
	All   int
	Share
}

// Stage is a part of the way: how many have it behind them, of how many who have to.
type Stage struct {
	// Code names it: access, data, images, number, card, site or paid.
	Code       string
	Number, Of int
}

// Task is something to do: what, and for how many.
type Task struct {
	// Code says what, as the id overview.task_CODE of data/text. Field is that of a task about one.
	Code, Field string
	Severity    data.Severity
	Number      int
	// Classes are where, in their order, and Graduates the ids of those whom it is about; none where
	// it is about no graduate.
	Classes, Graduates []string
}

// Overview tells it as it is now.
func (d *Desk) Overview() (Overview, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Overview, error) {
		rows, err := v.Rows(registry.Filter{})
		if err != nil {
			return Overview{}, err
		}
		o := &overview{view: v, campaign: v.Campaign(), rows: rows}
		o.Today, o.All, o.Deadline = v.Today(), len(rows), d.deadline(v, rows)
		if o.Last = hardBehind(d.registry.Spoken().Dates, o.Deadline, o.Today); o.Last != nil {
			o.LastDays = o.Today.DaysTo(o.Last.On)
		}
		o.share()
		o.stages()
		return o.Overview, o.tasks()
	})
}

// hardBehind is the next hard day behind the one that counts.
func hardBehind(dates []campaign.Date, deadline Deadline, today data.Date) (next *campaign.Date) {
	from := today
	if deadline.Date != nil {
		from = max(from, deadline.Date.On)
	}
	for i := range dates {
		date := &dates[i]
		if ends(date) && date.On > from && (next == nil || date.On < next.On) {
			next = date
		}
	}
	return next
}

// overview is one that is being made.
type overview struct {
	Overview
	view     *registry.View
	campaign *campaign.Campaign
	rows     []registry.Row
}

// share counts how far everybody and each class is.
func (o *overview) share() {
	for i := range o.rows {
		row := &o.rows[i]
		class := cmp.Or(row.Graduate.Class, registry.NoClass)
		at := slices.IndexFunc(o.Classes, func(c ClassShare) bool { return c.Class == class })
		if at < 0 {
			at, o.Classes = len(o.Classes), append(o.Classes, ClassShare{Class: class})
		}
		o.Classes[at].All++
		*shareOf(&o.Share, o.campaign, row)++
		*shareOf(&o.Classes[at].Share, o.campaign, row)++
	}
}

// shareOf is the one of the four that a graduate counts to.
func shareOf(s *Share, c *campaign.Campaign, row *registry.Row) *int {
	switch {
	case numberlessOnly(c, row):
		return &s.Numberless
	case !unready(c, row):
		return &s.Ready
	case row.Untouched():
		return &s.Untouched
	}
	return &s.Hindered
}

// stages are those that the campaign has.
func (o *overview) stages() {
	everybody := func(*registry.Row) bool { return true }
	for _, s := range []struct {
		code      string
		has       bool
		must, did func(*registry.Row) bool
	}{
		{"access", o.campaign.Has(registry.CapabilityAccesses), everybody, func(r *registry.Row) bool { return r.Graduate.HasAccess() }},
		{"data", true, everybody, func(r *registry.Row) bool { return r.Form != data.StatusDraft }},
		{"images", true, needsImages, func(r *registry.Row) bool { return r.Images == data.ImagesComplete }},
		{"number", o.campaign.CardNumber.Used, everybody, func(r *registry.Row) bool { return r.Graduate.Current().CardNumber != "" }},
		{"card", o.campaign.HasCards(), everybody, func(r *registry.Row) bool { return r.Card == data.CardSigned }},
		{"site", o.campaign.RecordedOnSite(), everybody, func(r *registry.Row) bool { return r.Site == data.SiteEntered }},
		{"paid", o.campaign.Has(registry.CapabilityPayments), o.owes, func(r *registry.Row) bool { return !o.owed(r).Is(campaign.OwedUnpaid) }},
	} {
		must := o.which(s.must)
		if !s.has || len(must) == 0 && s.code != "data" {
			continue
		}
		o.Stages = append(o.Stages, Stage{Code: s.code, Number: len(o.which(func(r *registry.Row) bool { return s.must(r) && s.did(r) })), Of: len(must)})
	}
}

func needsImages(r *registry.Row) bool { return r.Images != data.ImagesNotNeeded }

func (o *overview) owed(r *registry.Row) campaign.Owed { return o.campaign.Owed(r.Graduate) }

func (o *overview) owes(r *registry.Row) bool { return o.owed(r).Due > 0 }

// which are the rows for which something is so.
func (o *overview) which(is func(*registry.Row) bool) (rows []*registry.Row) {
	for i := range o.rows {
		if is(&o.rows[i]) {
			rows = append(rows, &o.rows[i])
		}
	}
	return rows
}
