package ledger

import (
	"context"
	"encoding/hex"
	"errors"
	"maps"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// KeepIll keeps a whole copy of the file as it is, ills and all, among the automatic
// backups: before anything is set aside. A folder that is not there yet is named in the
// language.
func (l *Ledger) KeepIll(ctx context.Context, name, language string) (path string, err error) {
	folder := sqlite.BackupFolderIn(l.Path(), language)
	if err := file.MakeFolder(folder); err != nil {
		return "", err
	}
	path = filepath.Join(folder, name+illMark(language)+ExtensionBackup)
	err = l.db.CopyTo(ctx, path+sqlite.Part)
	if err == nil {
		err = sqlite.Place(path+sqlite.Part, path)
	}
	if err != nil {
		return "", errors.Join(err, sqlite.Abandon(path+sqlite.Part))
	}
	return path, nil
}

// SetAside takes what is ill out of the file and vouches for the rest anew: one event of
// the kind KindSetAside for every graduate who is gone with it. Ills that cannot be set
// aside stay. What is taken out, a copy by [Ledger.KeepIll] has.
func (l *Ledger) SetAside(ctx context.Context, ills []Ill, contents Contents, more func(*Change) error) error {
	rows, err := l.rowsOf(ctx, ills)
	if err != nil {
		return err
	}
	renew := !l.keys.signer.Usable() || !l.keys.events[l.keys.newest].Usable()
	return l.Update(ctx, func(c *Change) error {
		c.forgets, c.allWays = true, true
		c.state.Aside = maps.Clone(c.state.Aside)
		if c.state.Aside == nil {
			c.state.Aside = map[int64]string{}
		}
		if renew {
			if err := c.renewKeys(contents); err != nil {
				return err
			}
		}
		for _, ill := range ills {
			if err := c.setAside(ill, rows); err != nil {
				return err
			}
		}
		if err := c.dropUnvouched(); err != nil {
			return err
		}
		return more(c)
	})
}

// dropUnvouched takes out settings by which the program would act, unless the school
// vouches for them: whom to give the school key, and which files to destroy. What is sealed
// would not open, altered as it is.
func (c *Change) dropUnvouched() error {
	hashes := c.settings.hashes()
	for _, name := range []string{SettingEscrow, SettingErasing, SettingLastYear, SettingExchange} {
		if hashes[name] == c.l.state.Settings[name] {
			continue
		}
		if err := c.dropSetting(name); err != nil {
			return err
		}
	}
	return nil
}

// rowsOf are the events that are ill, by their number.
func (l *Ledger) rowsOf(ctx context.Context, ills []Ill) (map[int64]sqlite.Event, error) {
	ill := map[any]bool{}
	for _, i := range ills {
		ill[i.Args["seq"]] = true
	}
	rows := map[int64]sqlite.Event{}
	err := l.db.Chain(ctx, func(e sqlite.Event) error {
		if ill[e.Seq] {
			rows[e.Seq] = e
		}
		return nil
	})
	return rows, err
}

func (c *Change) setAside(ill Ill, rows map[int64]sqlite.Event) error {
	id, _ := ill.Args["id"].(string)
	seq, _ := ill.Args["seq"].(int64)
	generation, ofKey := ill.Args["generation"].(int)
	if slices.Contains(c.dropped, id) {
		return nil
	}
	switch ill.Code {
	case "planted":
		return c.tx.DropEventsAfter(c.l.state.Seq)
	case "cut":
		last, _ := ill.Args["last"].(int64)
		// The history goes on from the last event that is there.
		c.state.Hash = hex.EncodeToString(c.l.end.Hash[:])
		for lost := seq + 1; lost <= last; lost++ {
			c.state.Aside[lost] = "missing"
		}
	case "chain":
		c.state.Aside[seq] = "missing"
	case "event":
		if e, there := rows[seq]; there {
			c.state.Aside[seq] = asideHash(&e)
		}
	case "altered", "lost_record":
		if ofKey {
			return c.tx.DropFormerKey(id, generation)
		}
		return c.setAsideGraduate(id)
	case "put_back":
		return c.writeBack(ill.Args["name"].(string))
	case "signature":
		c.signs = true
	case "trust":
		return c.renewTrust(id)
	case "altered_account":
		if id != c.l.me.ID {
			return c.tx.DeleteSlot(id)
		}
	case "attachment":
		name, _ := ill.Args["file"].(string)
		return c.tx.DropAttachment(id, name)
	case "pending":
		change, _ := ill.Args["change"].(string)
		if change == allOfThem {
			_, err := c.tx.DropPending(id)
			return err
		}
		return c.tx.DeletePending(change)
	case "altered_school":
		if ofKey && c.l.keys.events[generation] == nil {
			return c.tx.DropEventKey(generation)
		}
		if ofKey {
			return nil // another was made in its place
		}
		return c.setAsideSetting(ill.Args["name"].(string))
	}
	return nil
}

// setAsideGraduate takes a record out of the file, where there is one, and vouches that
// it is gone.
func (c *Change) setAsideGraduate(id string) error {
	if err := c.tx.DropGraduate(id); err != nil {
		return err
	}
	c.dropped = append(c.dropped, id)
	return c.append(&sqlite.Event{Kind: KindSetAside, Graduate: id}, nil, nil)
}

// renewTrust gives a graduate the school's public key once more.
func (c *Change) renewTrust(id string) error {
	r := c.recordOf(id)
	if r == nil || !r.key().Usable() {
		return nil
	}
	stored, err := c.l.keys.wrap(c.l.options, id, r)
	if err != nil {
		return err
	}
	return c.tx.Rewrap(stored)
}

// setAsideSetting takes a setting that somebody has put in out of the file. One that was
// altered stays as it is, and is vouched for from now on: there is nothing else to put
// in its place.
func (c *Change) setAsideSetting(name string) error {
	if _, known := c.l.state.Settings[name]; known || c.settings[name].rev == 0 || len(c.l.state.Settings) == 0 {
		return nil
	}
	return c.dropSetting(name)
}

// writeBack writes a text that the program brings in the place of the lost one. What number of
// a revision stands there nobody knows: it begins anew.
func (c *Change) writeBack(name string) error {
	body := c.settings[name].body
	if err := c.dropSetting(name); err != nil {
		return err
	}
	return c.PutSetting(name, body)
}

// renewKeys makes event and signing keys in the place of those that are spoilt.
func (c *Change) renewKeys(contents Contents) error {
	if err := c.l.keys.renew(c.l.options); err != nil {
		return err
	}
	if err := c.putKeys(); err != nil {
		return err
	}
	t := &rotation{l: c.l, next: c.l.keys, contents: contents}
	for _, id := range slices.Sorted(maps.Keys(c.l.records)) {
		if err := t.record(c, id, c.l.records[id]); err != nil {
			return err
		}
	}
	return nil
}

// RefreshPrints writes the keyed hashes of what no two graduates share anew.
func (c *Change) RefreshPrints(contents Contents) error {
	for id := range c.l.records {
		if slices.Contains(c.dropped, id) {
			continue
		}
		prints, err := c.l.keys.fingerprints(contents.Prints(id))
		if err != nil {
			return err
		}
		if err := c.tx.SetFingerprints(id, false, prints); err != nil {
			return err
		}
	}
	return nil
}

// ComparePrints reports whether the stored keyed hashes are those of the graduates.
func (l *Ledger) ComparePrints(ctx context.Context, contents Contents) (bool, error) {
	type print struct{ id, kind, value string }
	stored := map[print]int{}
	err := l.db.Fingerprints(ctx, func(id string, p sqlite.Fingerprint) error {
		stored[print{id, p.Kind, string(p.Value)}]++
		return nil
	})
	if err != nil {
		return false, err
	}
	for id := range l.records {
		prints, err := l.keys.fingerprints(contents.Prints(id))
		if err != nil {
			return false, err
		}
		for _, p := range prints {
			stored[print{id, p.Kind, string(p.Value)}]--
		}
	}
	for _, n := range stored {
		if n != 0 {
			return false, nil
		}
	}
	return true, nil
}

// PlainOf is a graduate's body as it is stored, whoever vouches for it: so that it can be
// said whose record is ill.
func (l *Ledger) PlainOf(ctx context.Context, id string) ([]byte, error) {
	r := l.records[id]
	if r == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	stored, err := l.db.Graduate(ctx, id)
	if err != nil {
		return nil, err
	}
	return openBody(r, stored)
}

// openBody opens a body with any key that the graduate has or had, whoever vouches for it.
func openBody(r *record, stored sqlite.Record) ([]byte, error) {
	place := bodyPlace(stored.ID, stored.Rev)
	for _, key := range r.keys {
		if plain, err := vault.Open(key, place, stored.Body); err == nil {
			return plain, nil
		}
	}
	return nil, tampered(vault.ErrTampered, place)
}
