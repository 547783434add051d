package registry

import (
	"slices"

	"graduand/data"
	"graduand/data/campaign"
)

// What the centre decides is read here, whether a person types it or a message brings it. Whether it
// may be entered by hand now, its desk says; a message of the centre always counts.

// Registered is the centre's answer of a day that somebody is registered, with the number of the
// certificate: see [campaign.Campaign.ReadCertificate].
func (v *View) Registered(on data.Date, certificate string) (a data.Answer, err error) {
	a = data.Answer{State: data.AnswerRegistered, On: on, Added: v.Signed(data.FactKind(data.AnswerRegistered), "")}
	a.Certificate, err = v.Campaign().ReadCertificate(certificate)
	return a, err
}

// Refusal is the centre's refusal as it came (UA-095…101).
type Refusal struct {
	// Minutes is the number of the minutes, On their day, Reasons the codes of the reasons there.
	Minutes string
	On      data.Date
	Reasons []string
	// Returned and Kept are the codes of the papers that came back and that stay; nil is what
	// [View.Fate] says.
	Returned, Kept []string
	// Tracking is the number of the letter, Came the day it came.
	Tracking string
	Came     data.Date
}

// Refused is the centre's answer that somebody is refused. Refusals: answer.came_before,
// answer.unknown_reason, answer.unknown_paper, answer.paper_twice, and those of a tracking number.
func (v *View) Refused(g *data.Graduate, f Refusal) (a data.Answer, err error) {
	a = data.Answer{State: data.AnswerRefused, On: f.On, Added: v.Signed(data.FactKind(data.AnswerRefused), "")}
	if err := f.into(v, &a); err != nil {
		return a, err
	}
	return a, f.papersInto(v, g, &a)
}

// into reads what stands in the letter.
func (f *Refusal) into(v *View, a *data.Answer) (err error) {
	if a.Minutes, err = data.CleanText(data.Term("answer.minutes"), f.Minutes); err != nil {
		return err
	}
	if a.Tracking, err = v.TrackingNumber("", f.Tracking); err != nil {
		return err
	}
	a.Came = f.Came
	if a.Came != "" && a.Came < a.On {
		return data.Fail("answer.came_before", data.Args{"value": a.Came.Dotted(), "date": a.On.Dotted()})
	}
	a.Reasons, err = v.Campaign().ReadReasons(f.Reasons)
	return err
}

// papersInto says what came back and what stays, as it was said, else as the rule has it.
func (f *Refusal) papersInto(v *View, g *data.Graduate, a *data.Answer) error {
	fate, err := v.Fate(g, a.Reasons)
	if err != nil {
		return err
	}
	a.Returned, a.Kept = f.Returned, f.Kept
	if a.Returned == nil {
		a.Returned = slices.DeleteFunc(campaign.Codes(fate.Returned), func(code string) bool { return slices.Contains(a.Kept, code) })
	}
	if a.Kept == nil {
		a.Kept = slices.DeleteFunc(campaign.Codes(fate.Kept), func(code string) bool { return slices.Contains(a.Returned, code) })
	}
	return v.Campaign().CheckFates(a.Returned, a.Kept)
}

// Fate says what comes back of somebody's kit and what stays at the centre after a refusal for these
// reasons.
func (v *View) Fate(g *data.Graduate, reasons []string) (campaign.Fate, error) {
	kit, err := v.Campaign().Kit(v.Person(g))
	return v.Campaign().AfterRefusal(kit, reasons), err
}

// SeenStates are the titles of the states that the centre's service shows, in the language of who asks.
func (v *View) SeenStates() (titles []string) {
	for _, s := range v.Spoken().ExternalStatuses {
		if s.Means != "" {
			titles = append(titles, s.Title)
		}
	}
	return titles
}
