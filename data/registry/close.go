package registry

import (
	"context"
	"errors"
	"path/filepath"

	"graduand/data"
)

// Close closes the registry and locks it: every key is overwritten and the index let
// go. Nothing can be done with a closed one. What is no longer in its place is saved first:
// it fails with registry.rescued, which says where the backup lies, or
// registry.not_rescued.
func (r *Registry) Close() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.view.closed {
		return nil
	}
	rescued := r.view.rescue()
	return errors.Join(rescued, r.view.close())
}

// rescue makes an automatic backup of a registry that is no longer in its place: when it
// closes, as it does by itself when nobody sits there, it is gone. It is nil when nothing
// was to be saved.
func (v *View) rescue() error {
	moved := v.book.InPlace()
	if v.ledger == nil || moved == nil {
		return nil
	}
	name := filepath.Base(v.Path())
	path, err := (&Edit{v, context.Background()}).KeepBackup("rescued")
	if err != nil {
		return data.FailWith(errors.Join(moved, err), "registry.not_rescued", data.Args{"file": name, "folder": BackupFolder(v.Path())})
	}
	return data.FailWith(moved, "registry.rescued", data.Args{"file": name, "copy": path})
}
