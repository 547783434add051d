package registry

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Doctor reads the whole registry and compares everything with everything: the
// pages of the file, what the school vouches for, each graduate with what the events
// made of this graduate, and the fingerprints. No Ill means a sound registry. A registry
// that [Open] refuses as altered is examined under Options.Examine. Whoever an Ill is
// about is named in its argument "who", for the eyes of who asked and for no log.
func (r *Registry) Doctor(ctx context.Context) ([]Ill, error) {
	return Read(r, RightExamine, func(v *View) ([]Ill, error) {
		ills, err := v.examine(ctx)
		if err != nil {
			return nil, err
		}
		return ills, v.nameIll(ctx, ills)
	})
}

// clockSlack is by how much a clock may stand before the last event: two PCs of a school
// never agree to the second.
const clockSlack = 10 * time.Minute

// ClockBehind gives the time of the last event when the clock of the PC stands before it:
// the one was wrong then, or is wrong now, and deadlines depend on it.
func (r *Registry) ClockBehind() (last time.Time, behind bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	v := r.view
	if v.ledger == nil {
		return last, false
	}
	last = v.ledger.LastBefore().In(v.zone)
	return last, last.After(v.Now().Add(clockSlack))
}

// Ills are those that were found when the registry was opened: what they name cannot be
// seen, and is not lost yet, see [Registry.SetAside]. They name people, and are for who
// may have the registry examined.
func (r *Registry) Ills(ctx context.Context) ([]Ill, error) {
	return Read(r, RightExamine, func(v *View) ([]Ill, error) {
		ills := slices.Clone(v.found)
		if ills == nil {
			ills = append(slices.Clone(v.ledger.Ills()), v.ills...)
		}
		return ills, v.nameIll(ctx, ills)
	})
}

// examine is [Registry.Doctor] without a name of anybody: what it finds may stand in an
// error.
func (v *View) examine(ctx context.Context) ([]Ill, error) {
	var compared []Ill
	ills, err := v.ledger.Examine(ctx, func(plain []byte) error {
		_, err := decodeGraduate(plain)
		return err
	}, func(ctx context.Context) (err error) {
		compared, err = v.compare(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return append(ills, compared...), nil
}

// compare holds what is in the index against the rest of the file.
func (v *View) compare(ctx context.Context) (ills []Ill, err error) {
	for _, compare := range []func(context.Context) ([]Ill, error){
		func(ctx context.Context) ([]Ill, error) { return v.compareAccesses(ctx, v.ledger) },
		v.lostAttachments, v.compareHistory, v.comparePrints,
	} {
		found, err := compare(ctx)
		if err != nil && data.CodeOf(err) != "registry.damaged" {
			return nil, err
		}
		// Of a spoilt page the ledger has told.
		ills = append(ills, found...)
	}
	return ills, nil
}

func (v *View) comparePrints(ctx context.Context) ([]Ill, error) {
	same, err := v.ledger.ComparePrints(ctx, contents{v})
	if err != nil || same {
		return nil, err
	}
	return []Ill{{Code: "fingerprint"}}, nil
}

// past is what the events have made of a graduate.
type past struct {
	graduate *data.Graduate
	rev      int
	// broken says that an event of it cannot be read: then it is not compared.
	broken bool
}

// compareHistory makes every graduate anew from the events alone, and holds the records
// against that.
func (v *View) compareHistory(ctx context.Context) (ills []Ill, err error) {
	made := map[string]*past{}
	err = v.ledger.Events(ctx, "", func(e ledger.Event) error {
		if v.index.byID[e.Graduate] == nil || !e.Records {
			return nil
		}
		if made[e.Graduate] == nil {
			made[e.Graduate] = &past{}
		}
		if fault := made[e.Graduate].replay(e); fault {
			ills = append(ills, Ill{Code: "revision", Args: data.Args{"id": e.Graduate, "seq": e.Seq}})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, e := range v.index.ordered {
		code, err := made[e.graduate.ID].compare(e.graduate)
		if err != nil {
			return nil, err
		}
		if code != "" {
			ills = append(ills, Ill{Code: code, Args: data.Args{"id": e.graduate.ID}})
		}
	}
	return ills, nil
}

// replay applies an event, and reports whether it is not the next of its graduate.
func (p *past) replay(e ledger.Event) bool {
	var b EventBody
	if e.Err != nil || json.Unmarshal(e.Body, &b) != nil {
		p.broken = true
	}
	if p.broken {
		return false
	}
	if e.Rev != p.rev+1 || p.graduate == nil && e.Kind != EventAdded {
		p.broken = true
		return true
	}
	p.graduate, p.rev = replay(p.graduate, e.Kind, b), e.Rev
	return false
}

// compare gives the code of what is wrong with a record, "" for nothing.
func (p *past) compare(g *data.Graduate) (string, error) {
	if p == nil || p.graduate == nil && !p.broken {
		return "no_history", nil
	}
	if p.broken {
		return "", nil // the event is named
	}
	// The prints of files and what the program says of them follow from the files, not from
	// what was filled in.
	p.graduate.Prints = g.Prints
	p.graduate.TakeJudged(g)
	want, err := encodeGraduate(inOrderOfFacts(p.graduate))
	if err != nil {
		return "", err
	}
	got, err := encodeGraduate(inOrderOfFacts(g))
	if err != nil || bytes.Equal(want, got) {
		return "", err
	}
	return "body", nil
}

// inOrderOfFacts is a graduate with the facts of each registration in an order of their own: that in
// which one act has noted several says nothing, and the history keeps it not.
func inOrderOfFacts(g *data.Graduate) *data.Graduate {
	sorted := g.Clone()
	for i := range sorted.Registrations {
		slices.SortFunc(sorted.Registrations[i].Facts, func(a, b data.Fact) int {
			return cmp.Compare(data.FactField(a.Kind, a.Of), data.FactField(b.Kind, b.Of))
		})
	}
	return sorted
}

// nameIll says of each Ill whom it is about: the id, and the full name where what is
// stored of the person still opens.
func (v *View) nameIll(ctx context.Context, ills []Ill) error {
	accounts, err := v.ledger.Accounts(ctx)
	if err != nil {
		return err
	}
	names := map[string]string{}
	for _, a := range accounts {
		names[a.ID] = a.Name
	}
	for i := range ills {
		id, is := ills[i].Args["id"].(string)
		if !is {
			continue
		}
		// The Ill may be kept by the registry: what it holds stays without a name.
		ills[i].Args = maps.Clone(ills[i].Args)
		ills[i].Args["who"] = v.whose(ctx, id, names)
	}
	return nil
}

// whose is how an Ill names an account of these names, a graduate or nobody.
func (v *View) whose(ctx context.Context, id string, accounts map[string]string) any {
	if id == "" {
		return data.Term("filled.nobody")
	}
	if name := cmp.Or(accounts[id], v.nameOf(ctx, id)); name != "" {
		return id + ", " + name
	}
	return id
}

// nameOf is the full name of a graduate, also of one whose record was refused but opens;
// empty where it does not.
func (v *View) nameOf(ctx context.Context, id string) string {
	if e := v.index.byID[id]; e != nil {
		return e.graduate.FullName()
	}
	plain, err := v.ledger.PlainOf(ctx, id)
	if err != nil {
		return ""
	}
	g, err := decodeGraduate(plain)
	if err != nil {
		return ""
	}
	return g.FullName()
}
