package season

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Stage is a part of the way: how many have it behind them, of how many who have to.
type Stage struct {
	// Code names it, as the id overview.stage_CODE of data/text.
	Code       string
	Number, Of int
	// Missing are the ids of those who have it before them.
	Missing []string
}

// stageRule is a part of the way that a campaign may have, who has to go it and who has.
type stageRule struct {
	code      string
	has       bool
	must, did func(*standing) bool
}

// stages are those that the campaign has.
func (o *overview) stages() visit {
	rules := slices.DeleteFunc(append(o.stagesOfForm(), o.stagesOfPapers()...), func(r stageRule) bool { return !r.has })
	stages := make([]Stage, len(rules))
	for i := range stages {
		stages[i].Missing = make([]string, 0, len(o.people)) // to grow it would cost more
	}
	return visit{
		func(p *standing) {
			for i := range rules {
				switch s := &stages[i]; {
				case !rules[i].must(p):
				case rules[i].did(p):
					s.Of, s.Number = s.Of+1, s.Number+1
				default:
					s.Of, s.Missing = s.Of+1, append(s.Missing, p.Graduate.ID)
				}
			}
		},
		func() {
			for i := range stages {
				if stages[i].Code = rules[i].code; stages[i].Of > 0 || stages[i].Code == "data" {
					o.Stages = append(o.Stages, stages[i])
				}
			}
		},
	}
}

func everybody(*standing) bool { return true }

// reached says of whom the papers are at least as far as a state; who withdraws has left that road.
func reached(s data.Status) func(*standing) bool {
	far := places()[s]
	return func(p *standing) bool { return p.goesOn && p.far >= far }
}

// bySchool says that the papers go on a list of the school.
func bySchool(p *standing) bool { return p.goesOn && (!p.OwnWay || p.Trail.List != nil) }

func goesOn(p *standing) bool { return p.goesOn }

// stagesOfForm are those up to the signed card, or to the centre's site.
func (o *overview) stagesOfForm() []stageRule {
	c, handed := o.campaign, reached(data.StatusReceived) // a kit stands for what led to it
	return []stageRule{
		{"access", c.Has(registry.CapabilityAccesses), everybody, func(p *standing) bool { return p.Graduate.HasAccess() }},
		{"data", true, everybody, func(p *standing) bool { return p.Form != data.StatusDraft || handed(p) }},
		{"images", true, needsImages, func(p *standing) bool { return p.Images == data.ImagesComplete }},
		{"number", c.CardNumber.Used, everybody, func(p *standing) bool { return p.Graduate.Current().CardNumber != "" }},
		{"card", c.HasCards(), everybody, func(p *standing) bool { return p.Card == data.CardSigned || handed(p) }},
		{"site", c.RecordedOnSite(), everybody, func(p *standing) bool { return p.Site == data.SiteEntered }},
		{"paid", c.Has(registry.CapabilityPayments), owes, func(p *standing) bool { return !p.owed.Is(campaign.OwedUnpaid) }},
	}
}

// stagesOfPapers are those of the kit, from the school to the centre and back.
func (o *overview) stagesOfPapers() []stageRule {
	lists, post, envelopes := o.campaign.Has(registry.CapabilityLists), o.campaign.Has(registry.CapabilityPost), o.campaign.Has(registry.CapabilityEnvelopes)
	return []stageRule{
		{"kit", lists, bySchool, reached(data.StatusReceived)},
		{"checked", lists, bySchool, reached(data.StatusChecked)},
		{"listed", lists, bySchool, reached(data.StatusListed)},
		{"packed", post, bySchool, reached(data.StatusPacked)},
		{"dispatched", post, goesOn, reached(data.StatusDispatched)},
		{"at_centre", post, goesOn, reached(data.StatusAtCentre)},
		{"answered", post, goesOn, reached(data.StatusRegistered)},
		{"handed", envelopes, goesOn, func(p *standing) bool {
			return p.Status == data.StatusHandedOver || p.Status == data.StatusEmailed
		}},
	}
}

func needsImages(p *standing) bool { return p.Images != data.ImagesNotNeeded }

func owes(p *standing) bool { return p.owed.Due > 0 }
