package registry

import "context"

// Edit is a [View] of who may change what is there.
type Edit struct {
	*View
	ctx context.Context
}

// Commit does f in one transaction: all of it or nothing. Once it is on disk the View
// shows it.
func (w *Edit) Commit(f func(*Change) error) error { return w.update(w.ctx, f) }
