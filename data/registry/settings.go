package registry

import (
	"bytes"
	"encoding/json"
	"fmt"
	"sync/atomic"
	_ "time/tzdata" // deadlines are counted in the campaign's zone on every PC

	"graduand/data"
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

// Program is the version of this program, as campaign files and messages ask for it.
const Program = "1.0"

// newest is the stored campaign, or the built-in one of the same id where that has
// a higher revision.
func newest(stored []byte) (*campaign.Campaign, error) {
	if c := lastRead.Load(); c != nil && bytes.Equal(c.stored, stored) {
		return c.campaign, nil
	}
	c, err := read(stored)
	if err == nil {
		lastRead.Store(&readCampaign{bytes.Clone(stored), c})
	}
	return c, err
}

// readCampaign is what was made of a stored campaign. Nobody changes it.
type readCampaign struct {
	stored   []byte
	campaign *campaign.Campaign
}

// lastRead is the one that was read last: who opens a registry has looked at its door just
// before, and to judge a campaign was half of the work of both.
var lastRead atomic.Pointer[readCampaign]

func read(stored []byte) (*campaign.Campaign, error) {
	c, err := campaign.Load(stored, Program)
	switch code := data.CodeOf(err); {
	case code == "campaign.too_new" || code == "campaign.program_too_old":
		return nil, err
	case err != nil:
		return nil, data.FailWith(err, "registry.damaged", nil)
	}
	if c.IsBuiltin() {
		return c, nil
	}
	for _, id := range campaign.BuiltinIDs() {
		if id != c.ID {
			continue
		}
		builtin, err := campaign.Builtin(id, Program)
		if err != nil {
			return nil, err
		}
		if builtin.Revision > c.Revision {
			return builtin, nil
		}
	}
	return c, nil
}
