package ledger

import (
	"context"

	"graduand/data/sqlite"
)

// Found makes a new registry at path into which the operators of this one sign in with the
// passwords that they have here: each gets a token to the new school key, as when a key
// changes. What one of the two does with passwords afterwards says nothing to the other.
// Neither the paper key nor the centre's comes along: they were given for this file. Nothing
// else goes over but what first says and fill writes, in whatever transactions it likes: the
// file comes into its place when it is whole. Nothing is left behind when it fails, and this
// registry is only read.
func (l *Ledger) Found(ctx context.Context, path string, first Founding, fill func(*Ledger) error) error {
	stored, err := l.db.Slots(ctx)
	if err != nil {
		return err
	}
	first.Head, first.heirs = l.me, &heirs{l, stored}
	return sqlite.Build(ctx, path, func(db *sqlite.DB) error {
		next, err := found(ctx, db, first, l.options)
		if err != nil {
			return err
		}
		defer next.wipe()
		return fill(next)
	})
}
