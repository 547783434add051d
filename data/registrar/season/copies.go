package season

import (
	"context"
	"time"

	"graduand/data/registry"
)

// CopyWithin is how many days may pass in which something has changed and no copy went to
// another disk: what lies beside the registry goes with it.
const CopyWithin = 7

// Copies are the copies of the registry, and whether a person should make one.
type Copies struct {
	registry.Copies
	// Last is when the newest of all was made, zero for never.
	Last time.Time
	// Days is how long ago the last one went to another disk, and how old the registry is
	// where none has.
	Days int
	// Late says that this is more than [CopyWithin] days, and that something has changed since.
	Late bool
}

// VeryLate says that a copy on another disk is as late again as [CopyWithin] days.
func (c Copies) VeryLate() bool { return c.Late && c.Days > 2*CopyWithin }

// Sentence is an id of data/text with its arguments.
type Sentence struct {
	ID   string
	Args map[string]any
}

// momentLayout is how people read when something was made.
const momentLayout = "02.01.2006 15:04"

// Sentences tell when the last copy was made, when one last went to another disk, and where
// it is late for another.
func (c Copies) Sentences() []Sentence {
	all := []Sentence{{ID: "backup.none"}, {ID: "backup.never_away"}}
	if !c.Last.IsZero() {
		all[0] = Sentence{"backup.last", map[string]any{"made": c.Last.Format(momentLayout)}}
	}
	if !c.Away.IsZero() {
		all[1] = Sentence{"backup.away", map[string]any{"made": c.Away.Format(momentLayout)}}
	}
	if c.Late {
		all = append(all, Sentence{"backup.late", map[string]any{"count": c.Days}})
	}
	return all
}

// Copies tells of the copies of the registry, for whoever may have it examined.
func (d *Desk) Copies(ctx context.Context) (Copies, error) {
	return registry.Read(d.registry, registry.RightExamine, func(v *registry.View) (Copies, error) {
		found, err := v.Copies(ctx)
		if err != nil {
			return Copies{}, err
		}
		c := Copies{Copies: found, Last: found.Made}
		if len(c.Kept) > 0 && c.Kept[0].Made.After(c.Last) {
			c.Last = c.Kept[0].Made
		}
		since := found.Began
		if found.Away.After(since) {
			since = found.Away
		}
		c.Days = int(v.Now().Sub(since).Hours() / 24)
		c.Late = c.Days > CopyWithin && (found.Away.IsZero() || found.Changed.After(since)) && !v.Demo()
		return c, nil
	})
}

// KeepDaily makes the automatic copy of today where there is none, and gives its path, "" for
// none.
func (d *Desk) KeepDaily(ctx context.Context) (path string, err error) {
	return d.registry.KeepDaily(ctx)
}
