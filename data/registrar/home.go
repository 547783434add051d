package registrar

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// AtHome says that this is a take-home file, not the registry of the school.
func (r *Registrar) AtHome() bool { return r.identity.Home }

// TakeHome writes the form of one graduate to a new file that this graduate alone can
// open, with the same phone and password, in the same program on any computer
// (KG-069). What is filled in there comes back by [Registrar.ReadHome].
func (r *Registrar) TakeHome(ctx context.Context, id, path string) (err error) {
	defer r.tell(&err, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.accessible(); err != nil {
		return err
	}
	e := r.index.byID[id]
	switch {
	case e == nil:
		return data.Fail("graduate.unknown", data.Args{"id": id})
	case e.graduate.Access(data.DoorOwn) == nil:
		return data.Fail("access.not_made", data.Args{"name": e.graduate.FullName()})
	}
	if _, err := os.Stat(path); err == nil {
		return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	if err := r.writeHome(ctx, id, path); err != nil {
		return errors.Join(err, os.RemoveAll(path))
	}
	return r.update(ctx, func(c *change) error {
		return c.note(EventTakenHome, "", 0, nil, eventBody{Note: filepath.Base(path), Graduates: []string{id}})
	})
}

// writeHome makes a registry with one record and no way in but the graduate's own.
func (r *Registrar) writeHome(ctx context.Context, id, path string) (err error) {
	record, err := r.db.Graduate(ctx, id)
	if err != nil {
		return err
	}
	var own sqlite.Access
	err = r.db.Accesses(ctx, func(a sqlite.Access) error {
		if a.Graduate == id && a.Door == string(data.DoorOwn) {
			own = a
		}
		return nil
	})
	if err != nil {
		return err
	}
	home := r.identity
	home.Home = true
	body, err := marshal(settingIdentity, home)
	if err != nil {
		return err
	}
	// Neither the school's wrapping of the key nor the readable password leaves.
	record.Wrapped, own.Secret = []byte{}, nil
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	public := map[string][]byte{settingIdentity: body}
	for _, name := range []string{settingCampaign, settingSchool, settingLogin, settingCalendar} {
		if r.settings[name].rev > 0 {
			public[name] = r.settings[name].body
		}
	}
	return db.Update(ctx, func(tx *sqlite.Tx) error {
		for name, content := range public {
			if err := tx.PutSetting(sqlite.Record{ID: name, Rev: 1, Body: content}); err != nil {
				return err
			}
		}
		if err := errors.Join(tx.CopyGraduate(record), tx.PutAccess(own)); err != nil {
			return err
		}
		return r.db.Attachments(ctx, id, tx.AddAttachment)
	})
}

// Home is a take-home file that came back: whose it is, and what would change.
type Home struct {
	Filled
	changes []FieldChange
	own     typed
	// files are the attachments of the file, those that the registry has among them.
	files []sqlite.Attachment
}

func (h *Home) fileIDs() map[string]bool {
	ids := map[string]bool{}
	for _, a := range h.files {
		ids[a.ID] = true
	}
	return ids
}

// ReadHome reads what a graduate has filled in at home: the differences that pass the
// checks, and those that do not because the school has written something else since.
// Nothing changes until [Registrar.TakeIn].
func (r *Registrar) ReadHome(ctx context.Context, path string) (*Home, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return nil, err
	}
	if SameFile(path, r.db.Path()) {
		return nil, data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	h, err := r.readHome(ctx, path)
	switch data.CodeOf(err) {
	case "registry.damaged", "registry.foreign_schema", "vault.tampered":
		// What is spoilt is this file: the registry is not.
		return nil, data.FailWith(err, "home.damaged", data.Args{"file": filepath.Base(path)})
	}
	return h, err
}

func (r *Registrar) readHome(ctx context.Context, path string) (*Home, error) {
	pending, files, owner, err := r.openHome(ctx, path)
	if err != nil {
		return nil, err
	}
	e := r.index.byID[owner]
	if e == nil {
		return nil, data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	h := &Home{files: files, own: typed{}}
	for _, a := range files {
		if _, err := openAttachment(a, e.key); err != nil {
			return nil, err
		}
	}
	for _, p := range pending {
		b, err := openPending(p, e.key)
		if err != nil {
			return nil, err
		}
		h.changes = joinChanges(h.changes, b.Changes)
		h.own.add(b.Changes)
	}
	_, h.Filled = r.merge(e.graduate, h.changes, h.fileIDs(), h.own)
	return h, nil
}

// openHome reads the pending changes and whose they are. The file is a stranger's
// until every change opens with the key of the graduate.
func (r *Registrar) openHome(ctx context.Context, path string) (pending []sqlite.Pending, files []sqlite.Attachment, owner string, err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, nil, "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	other := &Registrar{db: db, options: r.options}
	if err := other.readSettings(ctx); err != nil {
		return nil, nil, "", err
	}
	if !other.identity.Home || other.identity.ID != r.identity.ID {
		return nil, nil, "", data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	err = db.Graduates(ctx, func(record sqlite.Record) error { owner = record.ID; return nil })
	if err != nil {
		return nil, nil, "", err
	}
	pending, err = db.AllPending(ctx)
	for _, p := range pending {
		if p.Graduate != owner {
			return nil, nil, "", tampered(vault.ErrTampered, pendingPlace(p.Graduate, p.ID))
		}
	}
	if err != nil {
		return nil, nil, "", err
	}
	err = db.Attachments(ctx, "", func(a sqlite.Attachment) error { files = append(files, a); return nil })
	return pending, files, owner, err
}

// TakeIn takes over what [Registrar.ReadHome] has shown. Fields of anyway are taken as
// the graduate has them though the school wrote something else. A file that was taken
// in before changes nothing.
func (r *Registrar) TakeIn(ctx context.Context, h *Home, anyway []string) (done Filled, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return done, err
	}
	e := r.index.byID[h.Graduate]
	if e == nil {
		return done, data.Fail("graduate.unknown", data.Args{"id": h.Graduate})
	}
	changes := append([]FieldChange{}, h.changes...)
	for i, c := range changes {
		for _, field := range anyway {
			if c.Field == field {
				changes[i].Before = e.graduate.Get(field)
			}
		}
	}
	g, done := r.merge(e.graduate, changes, h.fileIDs(), h.own)
	if len(done.Changes) == 0 {
		return done, nil
	}
	b := eventBody{By: e.graduate.FullName(), Note: r.who.label(), Changes: done.Changes, Refused: done.Refused}
	return done, r.update(ctx, func(c *change) error {
		for _, a := range h.files {
			if err := c.AddAttachment(a); err != nil {
				return err
			}
		}
		return c.put(g, EventFilled, b)
	})
}
