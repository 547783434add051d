package registry

import (
	"encoding/json"
	"fmt"

	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// Names of settings in the file, besides those of the ledger. None of them is secret: a
// graduate's form needs them. That nobody has altered them, the school vouches for.
const (
	settingCampaign = "campaign"
	settingSchool   = "school"
	settingState    = "state"
	settingCalendar = "calendar"
)

// public are those that a take-home file gets.
var public = []string{settingCampaign, settingSchool, settingCalendar}

func marshal(what string, v any) ([]byte, error) {
	body, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", what, err)
	}
	return body, nil
}

func campaignOf(f *ledger.File) (*campaign.Campaign, error) {
	return newest(f.Setting(settingCampaign))
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
