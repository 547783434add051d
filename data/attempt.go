package data

import "encoding/json"

// FieldAttempt is the field code of the place of the current registration among the attempts of a
// graduate: which one it is, why, and those before it, as JSON; "" for a first one that is the only
// one (F-01). So history and undo treat a new attempt like any other change.
const FieldAttempt = "attempt"

// attempt is the value of [FieldAttempt].
type attempt struct {
	Kind    RegistrationKind `json:"kind"`
	Serial  int              `json:"serial"`
	Earlier []Registration   `json:"earlier"`
}

// Earlier are the attempts before the current one, the first one first.
func (g *Graduate) Earlier() []Registration {
	g.Current()
	return g.Registrations[:len(g.Registrations)-1]
}

func (g *Graduate) attemptText() string {
	earlier := g.Earlier()
	if len(earlier) == 0 {
		return ""
	}
	r := g.Current()
	return asJSON(attempt{r.Kind, r.DraftSerial, earlier})
}

func (g *Graduate) setAttempt(text string) {
	now := *g.Current()
	if text == "" {
		if earlier := g.Earlier(); len(earlier) > 0 {
			now.DraftSerial = earlier[0].DraftSerial
		}
		now.Attempt, now.Kind = 1, FirstRegistration
		g.Registrations = []Registration{now}
		return
	}
	var a attempt
	if json.Unmarshal([]byte(text), &a) != nil {
		return
	}
	now.Attempt, now.Kind, now.DraftSerial = len(a.Earlier)+1, a.Kind, a.Serial
	g.Registrations = append(a.Earlier, now)
}

// StartAttempt begins a new registration after the current one: what was chosen stays as it was,
// what happened to the papers begins anew, and the card gets a new number (UA-082, UA-103). Serial
// is the school's running number of the new draft. The pictures and what was said of them stay.
func (g *Graduate) StartAttempt(kind RegistrationKind, serial int) {
	next := g.Current().clone()
	next.Attempt, next.Kind, next.DraftSerial, next.CardNumber, next.Answer = next.Attempt+1, kind, serial, "", nil
	next.Facts = nil
	for _, f := range g.Current().Facts {
		if f.Kind == FactConfirmed || f.Kind == FactDenied || f.Kind == FactOverridden || f.Kind == FactDeclined || f.Kind == FactCalled {
			next.Facts = append(next.Facts, f)
		}
	}
	g.Registrations = append(g.Registrations, next)
}
