package ledger

import (
	"context"
	"errors"
	"os"

	"graduand/data"
	"graduand/data/sqlite"
)

// Looking is a registry that cannot be written.
type Looking = sqlite.Looking

// Looking is how a file that cannot be written is open, nil for one that can.
func (f *File) Looking() *Looking { return f.db.Looking() }

// RefuseLooking is why nothing can be changed in a registry that cannot be written.
func RefuseLooking(why sqlite.Why) error { return sqlite.RefuseLooking(why) }

// RemoveLooked removes what programs have left that were killed while somebody looked at a registry.
func RemoveLooked() { sqlite.RemoveLooked() }

// WorkCopy makes a registry at path of this one: a copy, which is examined, in which begin then begins
// something of its own. It is whole or absent. What is ill in this registry is so in the copy, and
// returned.
func (l *Ledger) WorkCopy(ctx context.Context, path string, examine Examination, begin func(*Ledger) error) ([]Ill, error) {
	if err := sqlite.CheckPlace(path); err != nil {
		return nil, err
	}
	temporary := path + sqlite.Part
	if err := os.RemoveAll(temporary); err != nil {
		return nil, data.FailWith(err, "file.cannot_write", data.Args{"file": path})
	}
	ills, err := l.CopyTo(ctx, temporary, examine)
	if err == nil {
		err = l.beginIn(ctx, temporary, begin)
	}
	if err == nil {
		err = errors.Join(sqlite.RemoveLog(path), sqlite.Place(temporary, path))
	}
	if err != nil {
		return nil, errors.Join(err, sqlite.Abandon(temporary))
	}
	return ills, nil
}

// beginIn opens a copy as the one who has signed in here.
func (l *Ledger) beginIn(ctx context.Context, path string, begin func(*Ledger) error) (err error) {
	f, err := OpenFile(ctx, path, l.options)
	if err != nil {
		return err
	}
	c, err := f.enter(ctx, l.keys.school.Clone(), l.me)
	if err != nil {
		return closing(err, f)
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	return begin(c)
}
