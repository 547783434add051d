package registrar

import (
	"bytes"
	"context"
	"errors"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// compareSettings holds the settings against the event that vouches for them, and the
// chain of events against itself. That event must open: its hash alone anybody could
// write.
func (r *Registrar) compareSettings(ctx context.Context, last *sqlite.Event) error {
	if last == nil || !bytes.Equal(last.Record, hashOf(r.settings.record())) {
		return tampered(errors.New("settings"), vault.Place{Table: "setting"})
	}
	b, err := r.openEvent(last)
	if err != nil {
		return err
	}
	r.slots = b.Slots
	if err := r.compareOwnSlot(ctx); err != nil {
		return err
	}
	return r.compareChain(ctx)
}

// compareChain follows the chain of events, and opens the last of them if it is the
// school's or a graduate's whose key is there: it has its word for all before it.
func (r *Registrar) compareChain(ctx context.Context) error {
	var links []vault.Link
	err := r.db.Chain(ctx, func(e sqlite.Event) error {
		links = append(links, linkOf(&e))
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := vault.VerifyChain(links); err != nil {
		return tampered(err, vault.Place{Table: "event"})
	}
	return r.db.Heads(ctx, func(e sqlite.Event) error {
		if e.Seq != r.head.Seq || len(e.Body) == 0 {
			return nil
		}
		_, err := r.openEvent(&e)
		return err
	})
}

// orIll keeps a failure for the doctor where that was asked for.
func (r *Registrar) orIll(id string, err error) error {
	if err == nil || !r.options.Examine {
		return err
	}
	ill := Ill{"altered", data.Args{"id": id}}
	if id == "" {
		ill = Ill{"altered_school", nil}
	}
	r.ills = append(r.ills, ill)
	return nil
}

// lastEvents are those that vouch for what is stored, by graduate, and moves the head
// of the events to the last of all.
func (r *Registrar) lastEvents(ctx context.Context) (map[string]*sqlite.Event, error) {
	last := map[string]*sqlite.Event{}
	err := r.db.Heads(ctx, func(e sqlite.Event) error {
		if e.Graduate != "" || len(e.Record) > 0 {
			last[e.Graduate] = &e
		}
		r.head.Seq = e.Seq
		copy(r.head.Hash[:], e.Hash)
		return nil
	})
	return last, err
}
