package registrar

import (
	"bytes"
	"context"
	"fmt"

	"graduand/data"
	"graduand/data/sqlite"
)

// Ill is one fault that [Registrar.Doctor] found: an id of data/text under
// "doctor." and its arguments.
type Ill struct {
	Code string
	Args data.Args
}

// Doctor reads the whole registry and compares everything with everything: the
// pages of the file, the row of events, each graduate with what his events made of
// him, and the fingerprints. No Ill means a sound registry.
func (r *Registrar) Doctor(ctx context.Context) ([]Ill, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	faults, err := r.db.Integrity(ctx)
	if err != nil {
		return nil, err
	}
	var ills []Ill
	for _, f := range faults {
		ills = append(ills, Ill{"page", data.Args{"fault": f}})
	}
	history, err := r.replayAll(ctx, &ills)
	if err != nil {
		return nil, err
	}
	if err := r.compareBodies(ctx, history, &ills); err != nil {
		return nil, err
	}
	return ills, r.compareFingerprints(ctx, &ills)
}

// replayAll makes every graduate anew from the events alone.
func (r *Registrar) replayAll(ctx context.Context, ills *[]Ill) (map[string]*entry, error) {
	made := map[string]*entry{}
	last := int64(0)
	err := r.db.Events(ctx, "", func(e sqlite.Event) error {
		if e.Seq != last+1 {
			*ills = append(*ills, Ill{"gap", data.Args{"after": last, "seq": e.Seq}})
		}
		last = e.Seq
		if e.Graduate == "" {
			return nil
		}
		now := made[e.Graduate]
		if now == nil {
			now = &entry{}
			made[e.Graduate] = now
		}
		if e.Rev != now.rev+1 || now.graduate == nil && e.Kind != EventAdded {
			*ills = append(*ills, Ill{"revision", data.Args{"id": e.Graduate, "seq": e.Seq}})
			return nil
		}
		g, err := replay(now.graduate, e)
		if err != nil {
			*ills = append(*ills, Ill{"event", data.Args{"seq": e.Seq, "fault": err.Error()}})
			return nil
		}
		now.graduate, now.rev = g, e.Rev
		return nil
	})
	return made, err
}

func (r *Registrar) compareBodies(ctx context.Context, history map[string]*entry, ills *[]Ill) error {
	seen := 0
	err := r.db.Graduates(ctx, func(stored sqlite.Record) error {
		seen++
		made := history[stored.ID]
		if made == nil || made.graduate == nil || made.rev != stored.Rev {
			*ills = append(*ills, Ill{"no_history", data.Args{"id": stored.ID}})
			return nil
		}
		body, err := encodeGraduate(made.graduate)
		if err != nil {
			return err
		}
		if !bytes.Equal(body, stored.Body) {
			*ills = append(*ills, Ill{"body", data.Args{"id": stored.ID}})
		}
		return nil
	})
	if err == nil && seen < len(history) {
		*ills = append(*ills, Ill{"lost", data.Args{"records": len(history) - seen}})
	}
	return err
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
		for _, p := range r.fingerprints(e.graduate) {
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
