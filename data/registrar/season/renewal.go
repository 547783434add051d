package season

import (
	"context"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Renewal is what a newer edition of the campaign would change here.
type Renewal = registry.Renewal

// renewed is what listeners are told of. The rules come first: screens are made anew by them.
var renewed = registry.Signals{registry.CampaignChanged, registry.CalendarChanged, registry.SchoolChanged, registry.GraduatesChanged}

// LookAtCampaign tells what the newer edition of the campaign in a file would change (KG-001, UA-003).
// A file that is none is refused with its line as by [campaign.Load], one that cannot take the place of
// this campaign as by [campaign.Campaign.RefuseRenewal].
func (d *Desk) LookAtCampaign(source []byte) (Renewal, error) {
	newer, err := campaign.Load(source, registry.Program)
	if err != nil {
		return Renewal{}, err
	}
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Renewal, error) { return v.Renewal(newer) })
}

// RenewCampaign puts the newer edition of the campaign in a file in the place of the rules: see
// [registry.Edit.SetCampaign]. It is refused as by [Desk.LookAtCampaign].
func (d *Desk) RenewCampaign(ctx context.Context, source []byte) error {
	newer, err := campaign.Load(source, registry.Program)
	if err != nil {
		return err
	}
	return d.registry.Write(ctx, registry.RightSchool, renewed, func(w *registry.Edit) error { return w.SetCampaign(newer) })
}

// mostNamed is how many titles a sentence names.
const mostNamed = 8

// ToldOfRenewal are the sentences about a newer edition: the days that move, the rules that are other,
// and what stands here that it does not know.
func ToldOfRenewal(r *Renewal) []Sentence {
	told := []Sentence{{"campaign_change.head", map[string]any{"title": r.Title, "before": r.Before, "after": r.After}}}
	if len(r.Days)+len(r.Topics) == 0 {
		told = append(told, Sentence{ID: "campaign_change.nothing"})
	}
	for _, d := range r.Days {
		told = append(told, toldOfDay(d))
	}
	for _, t := range r.Topics {
		told = append(told, toldOfTopic(&t))
	}
	for _, g := range r.Gone {
		told = append(told, toldOfGone(g))
	}
	if r.Late != nil {
		told = append(told, Sentence{"calendar.disorder", map[string]any{"late": r.Late.Title, "late_day": r.Late.On.Dotted(), "early": r.Early.Title, "early_day": r.Early.On.Dotted()}})
	}
	return told
}

func toldOfDay(d campaign.DayMove) Sentence {
	id := "campaign_change.day"
	switch {
	case d.Before == "":
		id = "campaign_change.day_named"
	case d.After == "":
		id = "campaign_change.day_gone"
	case d.Own:
		id = "campaign_change.day_own"
	}
	return Sentence{id, map[string]any{"title": d.Title, "before": d.Before.Dotted(), "after": d.After.Dotted()}}
}

func toldOfTopic(t *campaign.Topic) Sentence {
	args := map[string]any{"topic": data.Term("campaign_change.topic_" + t.Code)}
	for name, titles := range map[string][]any{"added": t.Added, "removed": t.Removed, "changed": t.Changed} {
		args[name], args[name+"_more"] = titles[:min(len(titles), mostNamed)], max(0, len(titles)-mostNamed)
	}
	return Sentence{"campaign_change.topic", args}
}

func toldOfGone(g registry.Gone) Sentence {
	switch {
	case g.People == 0:
		return Sentence{"campaign_change.gone_school", map[string]any{"field": g.Field, "value": g.Value}}
	case g.Value == nil:
		return Sentence{"campaign_change.gone_field", map[string]any{"field": g.Field, "people": g.People}}
	}
	return Sentence{"campaign_change.gone", map[string]any{"field": g.Field, "value": g.Value, "count": g.People}}
}
