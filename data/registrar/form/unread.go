package form

import (
	"context"

	"graduand/data/registry"
)

// DropUnread throws away what a graduate has filled in and the program could not take over:
// damaged, or more than anybody can have typed. It is gone unread, and the history says that
// it was (F-16). An empty id is for what belongs to nobody in the registry. filled.nothing
// when there is none.
func (d *Desk) DropUnread(ctx context.Context, id string) error {
	return d.registry.Write(ctx, registry.RightErase, registry.Signals{registry.HistoryGrew}, func(w *registry.Edit) error {
		return w.DropPending(id)
	})
}
