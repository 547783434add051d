package registry

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// WriteHome makes a registry at path with one record and no way in but the graduate's own.
// Nothing is left behind when it fails.
func (v *View) WriteHome(ctx context.Context, id, path string) error {
	if err := v.writeHome(ctx, id, path); err != nil {
		return errors.Join(err, os.RemoveAll(path))
	}
	return nil
}

func (v *View) writeHome(ctx context.Context, id, path string) (err error) {
	record, err := v.db.Graduate(ctx, id)
	if err != nil {
		return err
	}
	var own sqlite.Access
	err = v.db.Accesses(ctx, func(a sqlite.Access) error {
		if a.Graduate == id && a.Door == string(data.DoorOwn) {
			own = a
		}
		return nil
	})
	if err != nil {
		return err
	}
	home := v.identity
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
		if v.settings[name].rev > 0 {
			public[name] = v.settings[name].body
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
		return v.db.Attachments(ctx, id, tx.AddAttachment)
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

// ReadHome reads a take-home file that came back, and what it would change.
func (v *View) ReadHome(ctx context.Context, path string) (*Home, error) {
	if SameFile(path, v.Path()) {
		return nil, data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	h, err := v.readHome(ctx, path)
	switch data.CodeOf(err) {
	case "registry.damaged", "registry.foreign_schema", "vault.tampered":
		// What is spoilt is this file: the registry is not.
		return nil, data.FailWith(err, "home.damaged", data.Args{"file": filepath.Base(path)})
	}
	return h, err
}

func (v *View) readHome(ctx context.Context, path string) (*Home, error) {
	pending, files, owner, err := v.openHome(ctx, path)
	if err != nil {
		return nil, err
	}
	e := v.index.byID[owner]
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
	_, h.Filled = v.merge(e.graduate, h.changes, h.fileIDs(), h.own)
	return h, nil
}

// openHome reads the pending changes and whose they are. The file is a stranger's
// until every change opens with the key of the graduate.
func (v *View) openHome(ctx context.Context, path string) (pending []sqlite.Pending, files []sqlite.Attachment, owner string, err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, nil, "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	other := &View{db: db, options: v.options}
	if err := other.readSettings(ctx); err != nil {
		return nil, nil, "", err
	}
	if !other.identity.Home || other.identity.ID != v.identity.ID {
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

// TakeIn takes over what [View.ReadHome] has shown. Fields of anyway are taken as the
// graduate has them though the school wrote something else.
func (w *Edit) TakeIn(h *Home, anyway []string) (Filled, error) {
	now, err := w.Find(h.Graduate)
	if err != nil {
		return Filled{}, err
	}
	changes := slices.Clone(h.changes)
	for i, c := range changes {
		if slices.Contains(anyway, c.Field) {
			changes[i].Before = now.Get(c.Field)
		}
	}
	g, done := w.merge(now, changes, h.fileIDs(), h.own)
	if len(done.Changes) == 0 {
		return done, nil
	}
	b := EventBody{By: now.FullName(), Note: w.who.Label(), Changes: done.Changes, Refused: done.Refused}
	return done, w.Commit(func(c *Change) error {
		for _, a := range h.files {
			if err := c.tx.AddAttachment(a); err != nil {
				return err
			}
		}
		return c.Put(g, EventFilled, b)
	})
}
