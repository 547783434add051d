// Package season is the desk for the campaign as a whole: the school, the days of the
// campaign and the next of them, whom to ask at the centre, the end of the work in this
// file, and the destruction of personal data with its certificate.
package season

import (
	"context"

	"graduand/data/registry"
)

// Desk answers for the season of one registry.
type Desk struct{ registry *registry.Registry }

// New is the desk of an open registry.
func New(r *registry.Registry) *Desk { return &Desk{r} }

// over is what listeners are told of when the work ends or goes on.
var over = registry.Signals{registry.GraduatesChanged, registry.SchoolChanged}

// Close ends the work in this registry, for the head only: from then on it can be looked
// at, printed and erased, not changed. A backup is kept first; its path is returned.
func (d *Desk) Close(ctx context.Context) (backup string, err error) {
	return registry.Write(ctx, d.registry, registry.RightClose, over, func(w *registry.Edit) (string, error) {
		if err := w.RefuseState(registry.StateClosed); err != nil {
			return "", err
		}
		backup, err := w.KeepBackup(registry.StateClosed)
		if err != nil {
			return "", err
		}
		return backup, w.Close()
	})
}

// Move ends the work in this file because it goes on on another computer: a copy is
// written to path, and this registry rests, so that nobody works in two.
func (d *Desk) Move(ctx context.Context, path string) error {
	return d.registry.Write(ctx, registry.RightClose, over, func(w *registry.Edit) error {
		if err := w.RefuseState(registry.StateMoved); err != nil {
			return err
		}
		if _, err := w.Backup(path); err != nil {
			return err
		}
		return w.Move()
	})
}

// Reopen takes the end of the work back; what was closed before it moved is closed again.
func (d *Desk) Reopen(ctx context.Context) error {
	return d.registry.Write(ctx, registry.RightClose, over, func(w *registry.Edit) error { return w.Reopen() })
}
