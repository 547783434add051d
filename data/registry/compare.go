package registry

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"fmt"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// compareSettings holds the settings against the event that vouches for them, and the
// chain of events against itself. That event must open: its hash alone anybody could
// write.
func (v *View) compareSettings(ctx context.Context, last *sqlite.Event) error {
	if last == nil || !bytes.Equal(last.Record, hashOf(v.settings.record())) {
		return tampered(errors.New("settings"), vault.Place{Table: "setting"})
	}
	b, err := v.openEvent(last)
	if err != nil {
		return err
	}
	v.slots = b.Slots
	if err := v.compareOwnSlot(ctx); err != nil {
		return err
	}
	return v.compareChain(ctx)
}

// compareChain follows the chain of events, and opens the last of them if it is the
// school's or a graduate's whose key is there: it has its word for all before it.
func (v *View) compareChain(ctx context.Context) error {
	var links []vault.Link
	err := v.db.Chain(ctx, func(e sqlite.Event) error {
		links = append(links, linkOf(&e))
		return nil
	})
	if err != nil {
		return err
	}
	if _, err := vault.VerifyChain(links); err != nil {
		return tampered(err, vault.Place{Table: "event"})
	}
	return v.db.Heads(ctx, func(e sqlite.Event) error {
		if e.Seq != v.head.Seq || len(e.Body) == 0 {
			return nil
		}
		_, err := v.openEvent(&e)
		return err
	})
}

// orIll keeps a failure for the doctor where that was asked for.
func (v *View) orIll(id string, err error) error {
	if err == nil || !v.options.Examine {
		return err
	}
	ill := Ill{"altered", data.Args{"id": id}}
	if id == "" {
		ill = Ill{"altered_school", nil}
	}
	v.ills = append(v.ills, ill)
	return nil
}

// lastEvents are those that vouch for what is stored, by graduate, and moves the head
// of the events to the last of all.
func (v *View) lastEvents(ctx context.Context) (map[string]*sqlite.Event, error) {
	last := map[string]*sqlite.Event{}
	err := v.db.Heads(ctx, func(e sqlite.Event) error {
		if e.Graduate != "" || len(e.Record) > 0 {
			last[e.Graduate] = &e
		}
		v.head.Seq = e.Seq
		copy(v.head.Hash[:], e.Hash)
		return nil
	})
	return last, err
}

// slotHashes are what the last event of the school says of the ways to the school key:
// the hash of each by its id. One that is damaged keeps only its owner out.
func slotHashes(slots []sqlite.Slot) map[string]string {
	hashes := map[string]string{}
	for _, s := range slots {
		hashes[s.ID] = hex.EncodeToString(hashOf(fmt.Appendf(nil, "%d|%x|%x|%x", s.Made, hashOf(s.Body), hashOf(s.Account), hashOf(s.Tokens))))
	}
	return hashes
}

// compareOwnSlot refuses whoever came in by a slot that is not the present one: an
// earlier password put back into the file.
func (v *View) compareOwnSlot(ctx context.Context) error {
	if v.who.ID == "" {
		return nil
	}
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	if hash := slotHashes(slots)[v.who.ID]; hash == "" || hash != v.slots[v.who.ID] {
		return tampered(errors.New("not the present slot"), accountPlace(v.who.ID))
	}
	return nil
}

// compareSlots names every slot that is missing, altered or put in.
func (v *View) compareSlots(ctx context.Context, ills *[]Ill) error {
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	stored := slotHashes(slots)
	for id, hash := range stored {
		if v.slots[id] != hash {
			*ills = append(*ills, Ill{"altered_account", data.Args{"id": id}})
		}
	}
	for id := range v.slots {
		if stored[id] == "" {
			*ills = append(*ills, Ill{"lost_account", data.Args{"id": id}})
		}
	}
	return nil
}
