package registry

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Doctor reads the whole registry and compares everything with everything: the
// pages of the file, the chain of events, each graduate with what the events made of
// this graduate, and the fingerprints. No Ill means a sound registry. A registry that
// [Open] refuses as altered is examined under Options.Examine. Whoever an Ill is about
// is named in its argument "who", for the eyes of who asked and for no log.
func (r *Registry) Doctor(ctx context.Context) ([]Ill, error) {
	return Read(r, RightExamine, func(v *View) ([]Ill, error) {
		ills, err := v.examine(ctx)
		if err != nil {
			return nil, err
		}
		return ills, v.nameIll(ctx, ills)
	})
}

// examine is [Registry.Doctor] without a name of anybody: what it finds may stand in an
// error.
func (v *View) examine(ctx context.Context) ([]Ill, error) {
	faults, err := v.db.Integrity(ctx)
	if err != nil {
		return nil, err
	}
	ills := slices.Clone(v.ills)
	for _, f := range faults {
		ills = append(ills, Ill{"page", data.Args{"fault": f}})
	}
	if err := v.compareStored(ctx, &ills); err != nil {
		return nil, err
	}
	history, err := v.replayAll(ctx, &ills)
	if err != nil {
		return nil, err
	}
	if err := v.compareBodies(history, &ills); err != nil {
		return nil, err
	}
	if err := v.compareSealed(ctx, &ills); err != nil {
		return nil, err
	}
	if err := v.compareSlots(ctx, &ills); err != nil {
		return nil, err
	}
	if err := v.compareAttachments(ctx, &ills); err != nil {
		return nil, err
	}
	return ills, v.compareFingerprints(ctx, &ills)
}

// compareSealed opens what no event vouches for: who the operators are, the passwords
// that are not handed over, and what graduates have filled in. Slots and accesses
// themselves only their owners can open.
func (v *View) compareSealed(ctx context.Context, ills *[]Ill) error {
	hold := func(id string, err error) {
		if err != nil {
			*ills = append(*ills, Ill{"altered", data.Args{"id": id}})
		}
	}
	slots, err := v.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, slot := range slots {
		_, account := v.openAccount(slot)
		_, body := decodeSlot(slot)
		_, tokens := decodeTokens(slot)
		hold(slot.ID, errors.Join(account, body, tokens))
	}
	err = v.db.Accesses(ctx, func(a sqlite.Access) error {
		if !v.knownIll(a.Graduate) {
			hold(a.Graduate, v.compareAccess(a))
		}
		return nil
	})
	if err != nil {
		return err
	}
	pending, err := v.db.AllPending(ctx)
	for _, p := range pending {
		if e := v.index.byID[p.Graduate]; e != nil {
			_, err := openPending(p, e.key)
			hold(p.Graduate, err)
		}
	}
	return err
}

// compareStored holds every stored record against its last event, whatever the index
// in memory says.
func (v *View) compareStored(ctx context.Context, ills *[]Ill) error {
	last, err := v.lastEvents(ctx)
	if err != nil {
		return err
	}
	return v.db.Graduates(ctx, func(record sqlite.Record) error {
		e := last[record.ID]
		if (e == nil || e.Rev != record.Rev || !bytes.Equal(e.Record, hashOf(record.Body))) && !v.knownIll(record.ID) {
			*ills = append(*ills, Ill{"altered", data.Args{"id": record.ID}})
		}
		return nil
	})
}

func (v *View) knownIll(id string) bool {
	return slices.ContainsFunc(v.ills, func(ill Ill) bool { return ill.Args["id"] == id })
}

// past is what the events have made of a graduate.
type past struct {
	graduate *data.Graduate
	rev      int
	erased   bool
}

// replayAll makes every graduate anew from the events alone, and follows the chain.
func (v *View) replayAll(ctx context.Context, ills *[]Ill) (map[string]*past, error) {
	made := map[string]*past{}
	var links []vault.Link
	err := v.db.Events(ctx, "", func(e sqlite.Event) error {
		links = append(links, linkOf(&e))
		if len(e.Body) > 0 && !bytes.Equal(e.Digest, digestBytes(&e)) {
			*ills = append(*ills, Ill{"event", data.Args{"seq": e.Seq, "fault": "digest"}})
		}
		if e.Graduate == "" {
			_, err := v.openEvent(&e)
			return v.illEvent(&e, err, ills)
		}
		if made[e.Graduate] == nil {
			made[e.Graduate] = &past{}
		}
		return v.replayOne(made[e.Graduate], &e, ills)
	})
	var broken *vault.ChainError
	if _, chain := vault.VerifyChain(links); errors.As(chain, &broken) {
		*ills = append(*ills, Ill{"chain", data.Args{"seq": broken.Seq}})
	}
	return made, err
}

func (v *View) illEvent(e *sqlite.Event, err error, ills *[]Ill) error {
	if err != nil {
		*ills = append(*ills, Ill{"event", data.Args{"seq": e.Seq, "fault": data.CodeOf(err)}})
	}
	return nil
}

func (v *View) replayOne(p *past, e *sqlite.Event, ills *[]Ill) error {
	if e.Kind == EventErased {
		p.erased = true
		return nil
	}
	if len(e.Record) == 0 || p.erased || v.index.byID[e.Graduate] == nil {
		return nil
	}
	if e.Rev != p.rev+1 || p.graduate == nil && e.Kind != EventAdded {
		*ills = append(*ills, Ill{"revision", data.Args{"id": e.Graduate, "seq": e.Seq}})
		return nil
	}
	b, err := v.openEvent(e)
	if err != nil {
		return v.illEvent(e, err, ills)
	}
	p.graduate, p.rev = replay(p.graduate, e.Kind, b), e.Rev
	return nil
}

func (v *View) compareBodies(history map[string]*past, ills *[]Ill) error {
	for id, e := range v.index.byID {
		made := history[id]
		if made == nil || made.graduate == nil || made.rev != e.rev {
			*ills = append(*ills, Ill{"no_history", data.Args{"id": id}})
			continue
		}
		want, err := encodeGraduate(made.graduate)
		if err != nil {
			return err
		}
		got, err := encodeGraduate(e.graduate)
		if err != nil {
			return err
		}
		if !bytes.Equal(want, got) {
			*ills = append(*ills, Ill{"body", data.Args{"id": id}})
		}
	}
	lost := 0
	for id, made := range history {
		if v.index.byID[id] == nil && !made.erased {
			lost++
		}
	}
	if lost > 0 {
		*ills = append(*ills, Ill{"lost", data.Args{"records": lost}})
	}
	return nil
}

func (v *View) compareFingerprints(ctx context.Context, ills *[]Ill) error {
	stored := map[string]int{}
	err := v.db.Fingerprints(ctx, func(id string, p sqlite.Fingerprint) error {
		stored[fmt.Sprintf("%s %s %x", id, p.Kind, p.Value)]++
		return nil
	})
	if err != nil {
		return err
	}
	for id, e := range v.index.byID {
		prints, err := v.fingerprints(e.graduate)
		if err != nil {
			return err
		}
		for _, p := range prints {
			stored[fmt.Sprintf("%s %s %x", id, p.Kind, p.Value)]--
		}
	}
	for _, n := range stored {
		if n != 0 {
			*ills = append(*ills, Ill{"fingerprint", nil})
			return nil
		}
	}
	return nil
}
