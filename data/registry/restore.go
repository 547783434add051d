package registry

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
)

// Restore makes a new registry at path of a backup, signed in with a password that was
// good when the backup was made. Every record is opened and compared with its history
// first; an unsound backup is refused and nothing is left behind. The registry begins a
// new branch: the centre is told at the next message that something may be missing.
// The backup is only read.
func Restore(ctx context.Context, backup, path string, s SignIn, o Options) (*Registry, error) {
	err := restore(ctx, backup, path, func(temporary string) error {
		v, err := open(ctx, temporary, s, o)
		if err != nil {
			return err
		}
		return errors.Join(v.beginBranch(ctx), v.close())
	})
	if err != nil {
		return nil, err
	}
	return Open(ctx, path, s, o)
}

// RestoreByPaper is [Restore] for who has the backup and the paper key of its time, and
// no password: the holder becomes head with a new password, as by [Recover], and the
// code of the next paper is returned. The backup still opens by the old paper (KG-007).
func RestoreByPaper(ctx context.Context, backup, path string, h Holder, o Options) (r *Registry, next string, err error) {
	paper, err := h.parse()
	if err != nil {
		return nil, "", err
	}
	o.Key = nil
	err = restore(ctx, backup, path, func(temporary string) error {
		first := func(v *View) error { return v.beginBranch(ctx) }
		v, code, err := h.open(ctx, temporary, paper, o, first)
		if err != nil {
			return err
		}
		next = code
		return v.close()
	})
	if err != nil {
		return nil, "", err
	}
	r, err = Open(ctx, path, SignIn{h.Phone, h.Password}, o)
	return r, next, err
}

// restore copies a backup beside its new place, has the copy made a registry of its
// own, and puts it there.
func restore(ctx context.Context, backup, path string, make func(temporary string) error) error {
	if _, err := os.Stat(path); err == nil {
		return data.Fail("registry.exists", data.Args{"file": filepath.Base(path)})
	}
	content, err := ReadFile(backup, maximumRegistry)
	if err != nil {
		return err
	}
	temporary := path + ".part"
	if err := SaveFile(temporary, content); err != nil {
		return err
	}
	err = unsound(bringTogether(ctx, temporary, filepath.Join(filepath.Dir(backup), apartFolder)))
	if err == nil {
		err = unsound(make(temporary))
	}
	if err == nil {
		err = os.Rename(temporary, path)
	}
	if err != nil {
		return errors.Join(err, os.RemoveAll(temporary))
	}
	return nil
}

// bringTogether puts the photos and scans of a kept backup back into it.
func bringTogether(ctx context.Context, path, folder string) (err error) {
	db, err := sqlite.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.BringTogether(ctx, folder)
}

// unsound says of an altered or damaged copy what it means for who restores it.
func unsound(err error) error {
	switch data.CodeOf(err) {
	case "vault.tampered", "registry.damaged", "registry.not_a_registry", "registry.foreign_schema":
		return data.FailWith(err, "backup.unsound", nil)
	}
	return err
}

// maximumRegistry bounds what is read as a registry, in bytes.
const maximumRegistry = 4 << 30

// beginBranch examines all of a copy of the backup and, when it is sound, begins the
// branch.
func (v *View) beginBranch(ctx context.Context) error {
	// Who still has to change the password may restore nevertheless: there is no other
	// way to a registry in which it can be changed.
	if !slices.Contains(rights[v.who.Role], RightBackup) {
		return v.may(RightBackup)
	}
	ills, err := v.examine(ctx)
	if err != nil {
		return err
	}
	if len(ills) > 0 {
		return data.FailWith(fmt.Errorf("%v", ills), "backup.unsound", nil)
	}
	return v.branch(ctx)
}

// branch gives the registry a new branch id. The state of the one that was backed up
// is left behind: work goes on here.
func (v *View) branch(ctx context.Context) error {
	next := v.identity
	var err error
	if next.Branch, err = newID(v.options.Rand); err != nil {
		return err
	}
	if err := v.storeSetting(ctx, settingIdentity, next, EventRestoredFile, EventBody{Note: next.Branch}); err != nil {
		return err
	}
	v.identity = next
	return nil
}
