package registry

import (
	"context"
	"errors"
	"fmt"
	"os"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry/ledger"
)

// NextYear is a registry of the next campaign that was begun from another.
type NextYear struct {
	Path     string
	Campaign *campaign.Campaign
	// Same says that it is the campaign of the registry before, whose days are over.
	Same bool
	// Accounts is how many sign in to it as to the one before.
	Accounts int
	// Looks is how many of last year's portraits it knows again.
	Looks int
	// Enrolled says that the registry before exchanges messages with a centre; this one does not yet.
	Enrolled bool
	// Left are the ids of the fields of the school that stay empty, since the campaign does not
	// know what stood there: see [SchoolIn].
	Left []data.Term
}

// BeginNextYear makes the registry of the next campaign at path, with the school, its letterhead
// and its accounts, who sign in as before, and with what last year's portraits looked like (F-21).
// Nobody's data goes over: no graduate, event, file or name of one; nor the paper key, the
// days of the school's calendar, and what is between school and centre: the keys of both and the
// numbers of their messages are of this campaign. A file that is
// there is registry.exists; one that moved away begins nothing, since the accounts are those of
// the other computer (season.next_moved). Nothing is left behind when it fails. This registry keeps
// its own history event of it, and stays as it is otherwise.
func (w *Edit) BeginNextYear(path string, c *campaign.Campaign) (NextYear, error) {
	if w.Closed() == StateMoved {
		return NextYear{}, data.Fail("season.next_moved", nil)
	}
	next := NextYear{Path: path, Campaign: c, Same: c.ID == w.file.ID, Enrolled: w.HasEnrolled()}
	school, left := SchoolIn(c, w.file, w.school)
	school, err := CheckSchool(c, school)
	if err != nil {
		return next, err
	}
	looks, err := w.looks(w.ctx)
	if err != nil {
		return next, err
	}
	next.Left, next.Looks = left, len(looks)
	first, id, err := w.foundingNext(c, school)
	if err != nil {
		return next, err
	}
	err = w.ledger.Found(w.ctx, path, first, func(l *ledger.Ledger) (err error) {
		next.Accounts, err = w.fillNext(l, c, looks)
		return err
	})
	if err != nil {
		return next, err
	}
	if err := w.Commit(func(change *Change) error {
		return change.Note(EventNextYear, EventBody{Note: named(c.ID, id), Looks: len(looks)})
	}); err != nil {
		return next, errors.Join(err, os.Remove(path))
	}
	return next, nil
}

// foundingNext is what the next registry begins with: its first event says from which one.
func (w *Edit) foundingNext(c *campaign.Campaign, school data.School) (first ledger.Founding, id string, err error) {
	o := w.options
	o.Demo = w.Demo()
	if first, id, err = founding(c, school, w.who, o); err != nil {
		return first, "", err
	}
	first.Kind = EventBegun
	first.Body, err = marshal("event", EventBody{By: w.who.Label(), Note: named(w.file.ID, w.book.Identity().ID)})
	return first, id, err
}

// named is how the history calls another registry: by its campaign and its id, which say nothing
// of anybody.
func named(campaign, id string) string { return fmt.Sprintf("%s (%s)", campaign, id) }

// fillNext writes into the next registry what goes over besides its settings, and counts the
// accounts that sign in to it.
func (w *Edit) fillNext(l *ledger.Ledger, c *campaign.Campaign, looks []uint64) (accounts int, err error) {
	o := w.options
	o.Examine = false
	v, err := viewOf(w.ctx, l, c, o)
	if err != nil {
		return 0, err
	}
	err = v.update(w.ctx, func(change *Change) error {
		if !w.letterhead.Empty() {
			if err := change.Note(EventLetterhead, EventBody{Letterhead: &w.letterhead}); err != nil {
				return err
			}
		}
		return change.putLastYear(looks)
	})
	if err != nil {
		return 0, err
	}
	all, err := l.Accounts(w.ctx)
	return len(all), err
}

// Begun are the registries that were begun from this one and know portraits of it by their looks,
// as its history names them.
func (v *View) Begun(ctx context.Context) (names []string, err error) {
	err = eachOf(ctx, v.ledger, EventNextYear, func(_ ledger.Event, b EventBody) {
		if b.Looks > 0 {
			names = append(names, b.Note)
		}
	})
	return names, err
}
