package registrar

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

// Ill is one fault that [Registrar.Doctor] found: an id of data/text under
// "doctor." and its arguments.
type Ill struct {
	Code string
	Args data.Args
}

// Doctor reads the whole registry and compares everything with everything: the
// pages of the file, the chain of events, each graduate with what the events made of
// this graduate, and the fingerprints. No Ill means a sound registry. A registry that
// [Open] refuses as altered is examined under Options.Examine. Whoever an Ill is about
// is named in its argument "who", for the eyes of who asked and for no log.
func (r *Registrar) Doctor(ctx context.Context) ([]Ill, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightExamine); err != nil {
		return nil, err
	}
	ills, err := r.examine(ctx)
	if err != nil {
		return nil, err
	}
	return ills, r.nameIll(ctx, ills)
}

// examine is [Registrar.Doctor] without a name of anybody: what it finds may stand in an
// error.
func (r *Registrar) examine(ctx context.Context) ([]Ill, error) {
	faults, err := r.db.Integrity(ctx)
	if err != nil {
		return nil, err
	}
	ills := slices.Clone(r.ills)
	for _, f := range faults {
		ills = append(ills, Ill{"page", data.Args{"fault": f}})
	}
	if err := r.compareStored(ctx, &ills); err != nil {
		return nil, err
	}
	history, err := r.replayAll(ctx, &ills)
	if err != nil {
		return nil, err
	}
	if err := r.compareBodies(history, &ills); err != nil {
		return nil, err
	}
	if err := r.compareSealed(ctx, &ills); err != nil {
		return nil, err
	}
	if err := r.compareSlots(ctx, &ills); err != nil {
		return nil, err
	}
	if err := r.compareAttachments(ctx, &ills); err != nil {
		return nil, err
	}
	return ills, r.compareFingerprints(ctx, &ills)
}

// compareSealed opens what no event vouches for: who the operators are, the passwords
// that are not handed over, and what graduates have filled in. Slots and accesses
// themselves only their owners can open.
func (r *Registrar) compareSealed(ctx context.Context, ills *[]Ill) error {
	hold := func(id string, err error) {
		if err != nil {
			*ills = append(*ills, Ill{"altered", data.Args{"id": id}})
		}
	}
	slots, err := r.db.Slots(ctx)
	if err != nil {
		return err
	}
	for _, slot := range slots {
		_, account := r.openAccount(slot)
		_, body := decodeSlot(slot)
		_, tokens := decodeTokens(slot)
		hold(slot.ID, errors.Join(account, body, tokens))
	}
	err = r.db.Accesses(ctx, func(a sqlite.Access) error {
		if !r.knownIll(a.Graduate) {
			hold(a.Graduate, r.compareAccess(a))
		}
		return nil
	})
	if err != nil {
		return err
	}
	pending, err := r.db.AllPending(ctx)
	for _, p := range pending {
		if e := r.index.byID[p.Graduate]; e != nil {
			_, err := openPending(p, e.key)
			hold(p.Graduate, err)
		}
	}
	return err
}

// compareStored holds every stored record against its last event, whatever the index
// in memory says.
func (r *Registrar) compareStored(ctx context.Context, ills *[]Ill) error {
	last, err := r.lastEvents(ctx)
	if err != nil {
		return err
	}
	return r.db.Graduates(ctx, func(record sqlite.Record) error {
		e := last[record.ID]
		if (e == nil || e.Rev != record.Rev || !bytes.Equal(e.Record, hashOf(record.Body))) && !r.knownIll(record.ID) {
			*ills = append(*ills, Ill{"altered", data.Args{"id": record.ID}})
		}
		return nil
	})
}

func (r *Registrar) knownIll(id string) bool {
	return slices.ContainsFunc(r.ills, func(ill Ill) bool { return ill.Args["id"] == id })
}

// past is what the events have made of a graduate.
type past struct {
	graduate *data.Graduate
	rev      int
	erased   bool
}

// replayAll makes every graduate anew from the events alone, and follows the chain.
func (r *Registrar) replayAll(ctx context.Context, ills *[]Ill) (map[string]*past, error) {
	made := map[string]*past{}
	var links []vault.Link
	err := r.db.Events(ctx, "", func(e sqlite.Event) error {
		links = append(links, linkOf(&e))
		if len(e.Body) > 0 && !bytes.Equal(e.Digest, digestBytes(&e)) {
			*ills = append(*ills, Ill{"event", data.Args{"seq": e.Seq, "fault": "digest"}})
		}
		if e.Graduate == "" {
			_, err := r.openEvent(&e)
			return r.illEvent(&e, err, ills)
		}
		if made[e.Graduate] == nil {
			made[e.Graduate] = &past{}
		}
		return r.replayOne(made[e.Graduate], &e, ills)
	})
	var broken *vault.ChainError
	if _, chain := vault.VerifyChain(links); errors.As(chain, &broken) {
		*ills = append(*ills, Ill{"chain", data.Args{"seq": broken.Seq}})
	}
	return made, err
}

// linkOf is an event as the chain sees it.
func linkOf(e *sqlite.Event) vault.Link {
	l := vault.Link{Seq: e.Seq, Kind: e.Kind, Graduate: e.Graduate, Rev: e.Rev}
	copy(l.Ciphertext[:], e.Digest)
	copy(l.Hash[:], e.Hash)
	return l
}

// digestBytes is the digest of an event made anew; the record is stored as its hash.
func digestBytes(e *sqlite.Event) []byte {
	digest := digestOf(e.At, e.Body, e.Record)
	return digest[:]
}

func (r *Registrar) illEvent(e *sqlite.Event, err error, ills *[]Ill) error {
	if err != nil {
		*ills = append(*ills, Ill{"event", data.Args{"seq": e.Seq, "fault": data.CodeOf(err)}})
	}
	return nil
}

func (r *Registrar) replayOne(p *past, e *sqlite.Event, ills *[]Ill) error {
	if e.Kind == EventErased {
		p.erased = true
		return nil
	}
	if len(e.Record) == 0 || p.erased || r.index.byID[e.Graduate] == nil {
		return nil
	}
	if e.Rev != p.rev+1 || p.graduate == nil && e.Kind != EventAdded {
		*ills = append(*ills, Ill{"revision", data.Args{"id": e.Graduate, "seq": e.Seq}})
		return nil
	}
	b, err := r.openEvent(e)
	if err != nil {
		return r.illEvent(e, err, ills)
	}
	p.graduate, p.rev = replay(p.graduate, e.Kind, b), e.Rev
	return nil
}

func (r *Registrar) compareBodies(history map[string]*past, ills *[]Ill) error {
	for id, e := range r.index.byID {
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
		if r.index.byID[id] == nil && !made.erased {
			lost++
		}
	}
	if lost > 0 {
		*ills = append(*ills, Ill{"lost", data.Args{"records": lost}})
	}
	return nil
}

func (r *Registrar) compareFingerprints(ctx context.Context, ills *[]Ill) error {
	stored := map[string]int{}
	err := r.db.Fingerprints(ctx, func(id string, p sqlite.Fingerprint) error {
		stored[fmt.Sprintf("%s %s %x", id, p.Kind, p.Value)]++
		return nil
	})
	if err != nil {
		return err
	}
	for id, e := range r.index.byID {
		prints, err := r.fingerprints(e.graduate)
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
