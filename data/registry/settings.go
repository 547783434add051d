package registry

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Names of settings in the file. None of them is secret: a graduate's form needs
// them. That nobody has altered them, the last event of the school vouches for.
const (
	settingIdentity = "identity"
	settingCampaign = "campaign"
	settingSchool   = "school"
	settingLogin    = "login"
	settingState    = "state"
	settingEscrow   = "escrow"
	settingCalendar = "calendar"
	// settingBackoff is not vouched for: it is written before anybody has signed in.
	settingBackoff = "backoff"
)

// vouched are the settings that the last event of the school vouches for.
var vouched = []string{settingIdentity, settingCampaign, settingSchool, settingLogin, settingState, settingEscrow, settingCalendar}

// required are those without which there is no registry.
var required = []string{settingIdentity, settingCampaign, settingSchool, settingLogin}

// setting is one stored setting.
type setting struct {
	rev  int
	body []byte
}

// settings are the stored ones by name.
type settings map[string]setting

// with is a copy in which one has a next revision.
func (s settings) with(name string, body []byte) settings {
	next := maps.Clone(s)
	if next == nil {
		next = settings{}
	}
	next[name] = setting{s[name].rev + 1, body}
	return next
}

// record is what an event vouches for: name, revision and hash of each.
func (s settings) record() []byte {
	var all []byte
	for _, name := range slices.Sorted(maps.Keys(s)) {
		all = fmt.Appendf(all, "%s|%d|%x\n", name, s[name].rev, hashOf(s[name].body))
	}
	return all
}

// identity is made with the registry.
type identity struct {
	ID string `json:"id"`
	// Branch changes with every restoring from a backup.
	Branch string `json:"branch"`
	// Home says that the file is the form of one graduate, on the way (KG-069).
	Home bool `json:"home,omitempty"`
	// Demo says that all people are invented and the password is known to everybody.
	Demo    bool   `json:"demo,omitempty"`
	Created string `json:"created"`
}

func marshal(what string, v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", what, err)
	}
	return body, nil
}

// state says that the work here is over: closed with the campaign, or gone on on
// another computer.
type state struct {
	Kind string `json:"kind,omitempty"`
	At   string `json:"at,omitempty"`
	// Was is the state that a move has found, and that its end brings back.
	Was string `json:"was,omitempty"`
}

// Kinds of a state: see [Registry.Closed].
const (
	stateOpen   = ""
	StateClosed = "closed"
	StateMoved  = "moved"
)
