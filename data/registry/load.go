package registry

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// load reads everything that the one who signed in may read from the file into
// memory, and compares it with what the events vouch for.
func (v *View) load(ctx context.Context) error {
	if err := v.readSettings(ctx); err != nil {
		return err
	}
	var err error
	if v.zone, err = time.LoadLocation(v.Campaign().TimeZone); err != nil {
		return fmt.Errorf("load time zone: %w", err)
	}
	v.index = newIndex(v.Campaign())
	if v.who.Role == RoleGraduate {
		return v.loadOwn(ctx)
	}
	if err := v.loadEventKeys(ctx); err != nil {
		return err
	}
	return v.loadGraduates(ctx)
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

func (v *View) loadEventKeys(ctx context.Context) error {
	return v.db.EventKeys(ctx, func(generation int, wrapped []byte) error {
		place := eventKeyPlace(generation)
		key, err := vault.UnwrapKey(v.keys.sub[vault.LabelEvents], place, wrapped)
		if err != nil {
			return tampered(err, place)
		}
		v.keys.events[generation] = key
		return nil
	})
}

// loadGraduates opens every graduate. What does not agree with its last event, lacks
// one, or lacks its record, was altered from outside.
func (v *View) loadGraduates(ctx context.Context) error {
	last, err := v.lastEvents(ctx)
	if err != nil {
		return err
	}
	err = v.db.Graduates(ctx, func(record sqlite.Record) error {
		e := last[record.ID]
		delete(last, record.ID)
		return v.orIll(record.ID, v.loadGraduate(record, e))
	})
	if err != nil {
		return err
	}
	if err := v.orIll("", v.compareSettings(ctx, last[""])); err != nil {
		return err
	}
	if err := v.compareAccesses(ctx); err != nil {
		return err
	}
	for id, e := range last {
		if id != "" && e.Kind != EventErased && err == nil {
			err = v.orIll(id, tampered(errors.New("record is missing"), bodyPlace(id, e.Rev)))
		}
	}
	v.index.sort()
	return err
}

func (v *View) loadGraduate(record sqlite.Record, last *sqlite.Event) error {
	key, err := vault.UnwrapKey(v.keys.sub[vault.LabelRecord], keyPlace(record.ID), record.Wrapped)
	if err != nil {
		return tampered(err, keyPlace(record.ID))
	}
	return v.takeIn(record, key, last)
}

// takeIn opens a record with the graduate's own key and holds it against its last
// event, which opens with the same key.
func (v *View) takeIn(record sqlite.Record, key *vault.Key, last *sqlite.Event) error {
	place := bodyPlace(record.ID, record.Rev)
	plain, err := vault.Open(key, place, record.Body)
	if err != nil {
		return tampered(err, place)
	}
	if !v.identity.Home {
		if last == nil || last.Rev != record.Rev || !bytes.Equal(last.Record, hashOf(record.Body)) {
			return tampered(errors.New("not what its last event left"), place)
		}
		if _, err := vault.Open(key, eventPlace(last), last.Body); err != nil {
			return tampered(err, eventPlace(last))
		}
	}
	g, err := decodeGraduate(plain)
	if err != nil {
		return data.FailWith(fmt.Errorf("graduate %s: %w", record.ID, err), "registry.damaged", nil)
	}
	v.index.add(g, record.Rev, key)
	return nil
}

// setCampaign takes the rules of a campaign file, with the school's own days.
func (v *View) setCampaign(file *campaign.Campaign) {
	v.file = file
	v.rules.Store(file.WithCalendar(v.calendar))
}
