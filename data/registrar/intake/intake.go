// Package intake is the desk where graduates hand in the papers of their registration: what somebody's
// kit needs and how far each paper is, what is looked at on it and which refusal that prevents, who
// received it and when, and giving it back. It is there where the campaign has lists.
package intake

import (
	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Desk answers for the kits of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// changed is what listeners are told of.
var changed = registry.Signals{registry.GraduatesChanged}

// Capability is the capability of campaigns in which schools receive kits.
const Capability = registry.CapabilityLists

type (
	// Paper is a paper of a kit and how it stands, Question one about it.
	Paper    = campaign.KitPaper
	Question = campaign.Question
)

// Kit is somebody's kit as it stands, in the words of whoever asks.
type Kit struct {
	Graduate *data.Graduate
	Papers   []Paper
	// Route is the way on which it reaches the centre, nil where there is one way only. OwnWay says
	// that it goes without the school, which may look through it all the same (UA-054).
	Route  *campaign.RegistrationRoute
	OwnWay bool
	// InPerson says that the person goes to the centre, until the day of Until (UA-067).
	InPerson bool
	Until    *campaign.Date
	// Centre is where it goes: that of the person's residence for who goes there, nil where it is not
	// known; Phone is how it is reached, "" where neither the campaign nor the school knows (UA-142).
	Centre *campaign.Centre
	Phone  string
	// Call is what asks to call the centre before anything else, nil for nothing.
	Call *data.Finding
	// Received is when it was received and by whom, nil for not yet; Done says that nothing is missing.
	Received *data.Fact
	Done     bool
	// Warnings are what is missing or wrong; none of it holds anybody up.
	Warnings []data.Finding
	// Trail is where the kit is.
	Trail data.Trail
}

// Kit is the kit of a graduate. The errors are graduate.unknown and kit.none.
func (d *Desk) Kit(id string) (Kit, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (Kit, error) {
		if err := receivesKits(v); err != nil {
			return Kit{}, err
		}
		g, err := v.Find(id)
		if err != nil {
			return Kit{}, err
		}
		return kitOf(v, g)
	})
}

// receivesKits refuses where the campaign has no lists.
func receivesKits(v *registry.View) error {
	if !v.Campaign().Has(Capability) {
		return data.Fail("kit.none", nil)
	}
	return nil
}

func kitOf(v *registry.View, g *data.Graduate) (Kit, error) {
	c, p := v.Spoken(), v.Person(g)
	k := Kit{Graduate: g, Received: g.Current().Fact(data.FactKitReceived, ""), Trail: v.Trail(g)}
	belongs, err := c.Belongs(p)
	if err != nil {
		return k, err
	}
	k.OwnWay = !belongs
	if k.Route, err = c.RouteFor(p); err != nil {
		return k, err
	}
	if k.Papers, err = c.KitOf(g, p); err != nil {
		return k, err
	}
	found, err := v.Findings(g)
	if err != nil {
		return k, err
	}
	row, err := v.Row(g)
	if err != nil {
		return k, err
	}
	k.Done, k.Call = campaign.KitDone(k.Papers), callFirst(found)
	k.goesTo(v, p.Centre)
	k.warnOfTerm(c, row.Due, v.Today())
	k.warn(c, found)
	return k, nil
}

// callFirst is what asks to call the centre before the kit is received (UA-142).
func callFirst(found []data.Finding) *data.Finding {
	for i := range found {
		if found[i].Call && found[i].Severity == data.SeverityError {
			return &found[i]
		}
	}
	return nil
}

// goesTo says where the kit goes, centre being the code of the one that receives it.
func (k *Kit) goesTo(v *registry.View, centre string) {
	c, school := v.Spoken(), v.School()
	k.Centre = c.Centre(centre)
	if k.InPerson = k.Route != nil && k.Route.Via == campaign.ViaInPerson; k.InPerson {
		k.Centre, k.Until = c.CentreOfResidence(k.Graduate), c.Date(campaign.RegistrationEnd)
	}
	if k.Centre != nil {
		k.Phone = k.Centre.PhoneOf(&school)
	}
}
