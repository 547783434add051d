package registry

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
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

// slotHashes are what the last event of the school says of the ways to the school key:
// the hash of each by its id. One that is damaged keeps only its owner out.
func slotHashes(slots []sqlite.Slot) map[string]string {
	hashes := map[string]string{}
	for _, s := range slots {
		hashes[s.ID] = hex.EncodeToString(hashOf(fmt.Appendf(nil, "%d|%x|%x|%x", s.Made, hashOf(s.Body), hashOf(s.Account), hashOf(s.Tokens))))
	}
	return hashes
}

// compareOwnSlot refuses whoever came in by a slot that is not the present one: an
// earlier password put back into the file.
func (v *View) compareOwnSlot(ctx context.Context) error {
	if v.who.ID == "" {
		return nil
	}
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	if hash := slotHashes(slots)[v.who.ID]; hash == "" || hash != v.slots[v.who.ID] {
		return tampered(errors.New("not the present slot"), accountPlace(v.who.ID))
	}
	return nil
}

// compareSlots names every slot that is missing, altered or put in.
func (v *View) compareSlots(ctx context.Context, ills *[]Ill) error {
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	stored := slotHashes(slots)
	for id, hash := range stored {
		if v.slots[id] != hash {
			*ills = append(*ills, Ill{"altered_account", data.Args{"id": id}})
		}
	}
	for id := range v.slots {
		if stored[id] == "" {
			*ills = append(*ills, Ill{"lost_account", data.Args{"id": id}})
		}
	}
	return nil
}

// record is what an event vouches for: name, revision and hash of each.
func (s settings) record() []byte {
	var all []byte
	for _, name := range slices.Sorted(maps.Keys(s)) {
		all = fmt.Appendf(all, "%s|%d|%x\n", name, s[name].rev, hashOf(s[name].body))
	}
	return all
}

func (v *View) readSettings(ctx context.Context) error {
	v.settings = settings{}
	for _, name := range vouched {
		stored, err := v.db.Setting(ctx, name)
		if err != nil {
			return err
		}
		if stored.Rev > 0 {
			v.settings[name] = setting{stored.Rev, stored.Body}
		}
	}
	for _, name := range required {
		if v.settings[name].rev == 0 {
			return data.FailWith(fmt.Errorf("setting %s is missing", name), "registry.damaged", nil)
		}
	}
	return v.decodeSettings()
}

func (v *View) decodeSettings() error {
	v.state, v.calendar = state{}, data.Calendar{}
	for name, into := range map[string]any{settingIdentity: &v.identity, settingSchool: &v.school, settingLogin: &v.login, settingState: &v.state, settingCalendar: &v.calendar} {
		if v.settings[name].rev == 0 {
			continue
		}
		if err := json.Unmarshal(v.settings[name].body, into); err != nil {
			return data.FailWith(fmt.Errorf("setting %s: %w", name, err), "registry.damaged", nil)
		}
	}
	file, err := newest(v.settings[settingCampaign].body)
	if err != nil {
		return err
	}
	v.setCampaign(file)
	return nil
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
