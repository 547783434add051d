package registry

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"graduand/data/registry/ledger"
)

// stamp is how the name of an automatic backup says when it was made, in the time zone of
// the campaign. One of the day has nothing else in its name.
const stamp = "2006-01-02_15-04-05"

// Kept is an automatic backup beside the registry.
type Kept struct {
	Path string
	Made time.Time
	// Size is in octets, photos and scans left out, which several backups share.
	Size int64
}

// Copies are the copies of a registry, as far as its history and its folder know.
type Copies struct {
	// Kept are those that the program has made itself, the newest first.
	Kept []Kept
	// Made is when a person has last made a copy, zero for never, and Name is its file.
	Made time.Time
	Name string
	// Away is when one was last written to another disk, zero for never.
	Away time.Time
	// Began is when the registry was made or restored, Changed when something in it last changed.
	Began, Changed time.Time
}

// Copies tells of the copies of this registry.
func (v *View) Copies(ctx context.Context) (c Copies, err error) {
	if c.Kept, err = v.kept(); err != nil {
		return c, err
	}
	err = v.ledger.Events(ctx, "", func(e ledger.Event) error {
		if c.Began.IsZero() {
			c.Began = e.At.In(v.zone)
		}
		switch e.Kind {
		case EventSignedIn, EventShown, EventNextYear:
		case EventRestoredFile:
			c.Began, c.Changed = e.At.In(v.zone), e.At.In(v.zone)
		case EventBackedUp:
			body, err := bodyOf(e)
			c.Made, c.Name = e.At.In(v.zone), body.Note
			if err == nil && body.Away {
				c.Away = c.Made
			}
		default:
			c.Changed = e.At.In(v.zone)
		}
		return nil
	})
	return c, err
}

// kept are the automatic backups, the newest first.
func (v *View) kept() ([]Kept, error) {
	paths, err := ledger.Kept(v.Path())
	if err != nil {
		return nil, err
	}
	var kept []Kept
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			// One that has gone meanwhile is no backup any more.
			continue
		}
		kept = append(kept, Kept{path, v.madeAt(filepath.Base(path), info.ModTime()), info.Size()})
	}
	slices.SortStableFunc(kept, func(a, b Kept) int { return cmp.Or(b.Made.Compare(a.Made), cmp.Compare(b.Path, a.Path)) })
	return kept, nil
}

// madeAt reads the time in the name of an automatic backup, which copying the file does
// not change.
func (v *View) madeAt(name string, otherwise time.Time) time.Time {
	made, err := time.ParseInLocation(stamp, name[:min(len(stamp), len(name))], v.zone)
	if err != nil {
		return otherwise.In(v.zone)
	}
	return made
}

// KeepDaily makes the automatic backup of today, and gives its path: "" where there is one
// of today, of a demonstration, and where a graduate sits, who has no key for it. It asks for
// no right: whoever changes something has it kept.
func (r *Registry) KeepDaily(ctx context.Context) (path string, err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.view
	if v.closed || v.ledger == nil || v.options.Examine || v.Demo() || v.Looking() != nil {
		return "", nil
	}
	if err := v.book.InPlace(); err != nil {
		return "", err
	}
	kept, err := v.kept()
	if err != nil || len(kept) > 0 && kept[0].Made.Format(time.DateOnly) == v.Now().Format(time.DateOnly) {
		return "", err
	}
	return v.ledger.KeepBackup(ctx, v.Now().Format(stamp), "", v.tongue(), v.examination())
}
