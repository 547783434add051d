package registry

import (
	"context"

	"graduand/data"
)

// WriteHome makes a registry at path with one record and no way in but the graduate's own.
// Nothing is left behind when it fails.
func (v *View) WriteHome(ctx context.Context, id, path string) error {
	return v.ledger.WriteHome(ctx, id, string(data.DoorOwn), path, public)
}
