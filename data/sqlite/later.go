package sqlite

import (
	"context"
	"fmt"
)

// checkpointPages is after how many pages of log SQLite lays them into the file by itself,
// behind the change that fills them: its own default.
const checkpointPages = 1000

// postpone has the log of a large change laid into the file behind it, see [DB.layLater],
// not before it is acknowledged: with the log it is on disk already, and whoever waits for
// it would wait for every page a second time.
func (tx *Tx) postpone() error {
	if !tx.large {
		return nil
	}
	_, err := tx.sql.ExecContext(tx.steady, "PRAGMA wal_autocheckpoint(0)")
	if err != nil {
		return fmt.Errorf("postpone checkpoint: %w", err)
	}
	return nil
}

// layLater lays the log of a large change into the file while the program goes on. What cannot
// be laid there stays in the log, where it is read from: the next change tries again, as
// SQLite itself does, and [DB.Close] at the latest.
func (db *DB) layLater() {
	db.laying.Go(func() {
		ctx := context.Background()
		for _, step := range []string{fmt.Sprintf("PRAGMA wal_autocheckpoint(%d)", checkpointPages), "PRAGMA wal_checkpoint(PASSIVE)"} {
			if _, err := db.sql.ExecContext(ctx, step); err != nil {
				return
			}
		}
	})
}
