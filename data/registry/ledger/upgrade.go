package ledger

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// upgrade brings a registry of the former format, in which nobody vouched for anything, to
// the present one: a copy is kept among the automatic backups, another one is upgraded
// and takes the place of the file. A power cut leaves the one or the other, whole. Only a
// head or responsible person may do it; for anybody else it is registry.former_format. What cannot
// be written stays as it is: whoever looks sees an upgraded copy, which ends with the looking.
func (f *File) upgrade(ctx context.Context, school *vault.SchoolKey, me Account) error {
	if f.Looking() != nil {
		if err := f.db.Renew(ctx, func(path string) error { return upgradeCopy(ctx, path, school, f.options) }); err != nil {
			return err
		}
		return f.readSettings(ctx)
	}
	if me.Role != RoleHead && me.Role != RoleResponsible {
		return data.Fail("registry.former_format", nil)
	}
	path := f.Path()
	if err := f.db.RoomFor(path); err != nil {
		return err
	}
	if err := f.keepFormer(ctx); err != nil {
		return err
	}
	temporary := path + sqlite.Part
	if err := os.RemoveAll(temporary); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	err := f.db.CopyTo(ctx, temporary)
	if err == nil {
		err = upgradeCopy(ctx, temporary, school, f.options)
	}
	if err != nil {
		return errors.Join(err, sqlite.Abandon(temporary))
	}
	return f.exchange(ctx, temporary)
}

// exchange puts the upgraded copy in the place of the file, and opens it.
func (f *File) exchange(ctx context.Context, temporary string) error {
	path := f.Path()
	// A log that stays beside the place would be taken for that of the copy.
	if err := errors.Join(f.db.Close(), sqlite.Whole(path, path)); err != nil {
		return errors.Join(err, sqlite.Abandon(temporary))
	}
	settled := sqlite.Place(temporary, path)
	opened, err := sqlite.Open(ctx, path)
	if err != nil {
		// The closed one stays, for whoever closes the file.
		return errors.Join(settled, err)
	}
	f.db = opened
	if settled != nil {
		return errors.Join(settled, sqlite.Abandon(temporary))
	}
	return f.readSettings(ctx)
}

// keepFormer keeps a copy of a registry; what is itself a copy needs none.
func (f *File) keepFormer(ctx context.Context) error {
	if !strings.EqualFold(filepath.Ext(f.Path()), sqlite.Extension) {
		return nil
	}
	folder := sqlite.BackupFolderIn(f.Path(), f.language)
	if err := file.MakeFolder(folder); err != nil {
		return err
	}
	name := f.options.Now().UTC().Format("2006-01-02_15-04-05") + "_" + sqlite.BackupWord(f.language, sqlite.WordFormer) + ExtensionBackup
	path := filepath.Join(folder, name)
	if err := os.RemoveAll(path + sqlite.Part); err != nil {
		return data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	if err := f.db.CopyTo(ctx, path+sqlite.Part); err != nil {
		return err
	}
	return sqlite.Place(path+sqlite.Part, path)
}

// former is a registry of the former format while it is upgraded: what its own rules say
// is sound. What is not, nobody will vouch for: it is ill in the new format.
type former struct {
	l *Ledger
	// events are those that are sound, head the last of all.
	events []sqlite.Event
	head   vault.Head
	slots  map[string]string
}

func upgradeCopy(ctx context.Context, path string, school *vault.SchoolKey, o Options) (err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Upgrade(ctx); err != nil {
		return err
	}
	l := &Ledger{File: &File{db: db, options: o}, keys: newKeys(school.Clone()), records: map[string]*record{}, spoilt: map[int64]bool{}}
	defer l.wipe()
	if err := l.readSettings(ctx); err != nil {
		return err
	}
	u := &former{l: l}
	if err := u.read(ctx); err != nil {
		return err
	}
	return l.Update(ctx, u.vouch)
}

// read opens what the former format sealed, and refuses what it would have refused.
func (u *former) read(ctx context.Context) error {
	keys := u.l.keys
	err := u.l.db.EventKeys(ctx, func(generation int, wrapped []byte) error {
		key, err := vault.UnwrapKey(keys.sub[vault.LabelEvents], formerEventKeyPlace(generation), wrapped)
		if err != nil {
			return tampered(err, formerEventKeyPlace(generation))
		}
		keys.addEventKey(generation, key)
		return nil
	})
	if err != nil {
		return err
	}
	// A new key of events too: what is written from now on does not open in a file that is
	// passed off as one of the former format.
	if err := keys.renew(u.l.options); err != nil {
		return err
	}
	if err := u.readRecords(ctx); err != nil {
		return err
	}
	return u.readEvents(ctx)
}

func (u *former) readRecords(ctx context.Context) error {
	return u.l.db.Graduates(ctx, func(stored sqlite.Record) error {
		key, err := vault.UnwrapKey(u.l.keys.sub[vault.LabelRecord], keyPlace(stored.ID), stored.Wrapped)
		if err != nil {
			return nil // ill: so it stays
		}
		u.l.records[stored.ID] = &record{stored.Rev, 1, map[int]*vault.Key{1: key}}
		return nil
	})
}

// readEvents takes those whose links fit and whose bodies open; the last event of the
// school must be the one of the settings.
func (u *former) readEvents(ctx context.Context) error {
	var links []vault.Link
	var last sqlite.Event
	err := u.l.db.Events(ctx, "", func(e sqlite.Event) error {
		links = append(links, linkOf(&e))
		if e.Graduate == "" && len(e.Record) > 0 {
			last = e
		}
		if e.Graduate != "" {
			e.Generation = 1
		}
		if u.sound(&e) {
			u.events = append(u.events, e)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if u.head, err = vault.VerifyChain(links); err != nil {
		return tampered(err, vault.Place{Table: "event"})
	}
	return u.checkSettings(&last)
}

func linkOf(e *sqlite.Event) vault.Link {
	l := vault.Link{Seq: e.Seq, Kind: e.Kind, Graduate: e.Graduate, Rev: e.Rev}
	copy(l.Ciphertext[:], e.Digest)
	copy(l.Hash[:], e.Hash)
	return l
}

// sound opens an event by the rules of the former format.
func (u *former) sound(e *sqlite.Event) bool {
	if e.Graduate != "" && len(e.Body) == 0 {
		return u.l.records[e.Graduate] == nil
	}
	_, err := u.l.openEvent(e)
	return err == nil
}

// checkSettings holds settings and slots against the event that vouched for them.
func (u *former) checkSettings(last *sqlite.Event) error {
	delete(u.l.settings, settingBackoff)
	if string(last.Record) != string(hashOf(u.l.settings.text())) {
		return tampered(vault.ErrTampered, settingsPlace(""))
	}
	plain, err := u.l.openEvent(last)
	if err != nil {
		return err
	}
	var body struct {
		Slots map[string]string `json:"slots"`
	}
	if err := json.Unmarshal(plain, &body); err != nil {
		return damaged(err)
	}
	u.slots = body.Slots
	return nil
}

// vouch writes everything that the present format has more.
func (u *former) vouch(c *Change) error {
	if err := c.putKeys(); err != nil {
		return err
	}
	if err := c.tx.SetGraduateGeneration(); err != nil {
		return err
	}
	for i := range u.events {
		e := &u.events[i]
		mac, err := c.l.keys.mac(e)
		if err != nil {
			return err
		}
		if err := c.tx.SetMAC(e.Seq, mac); err != nil {
			return err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.l.records)) {
		stored, err := c.l.keys.wrap(c.l.options, id, c.l.records[id])
		if err != nil {
			return err
		}
		if err := c.tx.Rewrap(stored); err != nil {
			return err
		}
	}
	c.state.Seq, c.state.Hash, c.state.Slots = u.head.Seq, hex.EncodeToString(u.head.Hash[:]), u.slots
	return nil
}
