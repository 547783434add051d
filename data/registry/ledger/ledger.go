package ledger

import (
	"context"
	"errors"
	"maps"
	"slices"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// Ledger is a registry that an operator has opened: everything in it can be read and
// written. It is not for several goroutines at once.
type Ledger struct {
	*File
	keys *keys
	me   Account
	// state is what the school says of the file as of the last change.
	state statement
	// records are the graduates, also those whose record is ill.
	records map[string]*record
	// spoilt are the numbers of events that nobody vouches for.
	spoilt map[int64]bool
	// lacking are the generations of event keys that are spoilt or gone.
	lacking map[int]bool
	// lastOf are the last genuine events of graduates, until [Ledger.Records] has used
	// them; last is the time of the last event before the opening.
	lastOf map[string]*sqlite.Event
	last   time.Time
	// kinds are those of all events, nil where it is not known.
	kinds map[string]bool
	// end is where the history ends that is in the file.
	end  vault.Head
	ills []Ill
	// toForget says that the log still holds what a change has taken away.
	toForget bool
}

// record is one graduate: the revision of the body, and the keys by generation.
type record struct {
	rev        int
	generation int
	keys       map[int]*vault.Key
}

// key is the newest key.
func (r *record) key() *vault.Key { return r.keys[r.generation] }

func (r *record) wipe() {
	for _, key := range r.keys {
		key.Wipe()
	}
}

// LastSeq is the number of the newest event.
func (l *Ledger) LastSeq() int64 { return l.state.Seq }

// Me is the one who signed in.
func (l *Ledger) Me() Account { return l.me }

// Rename gives the one who signed in another name, in this run only.
func (l *Ledger) Rename(a Account) { l.me = a }

// LastBefore is the time of the last event before this opening.
func (l *Ledger) LastBefore() time.Time { return l.last }

// Close wipes all keys and closes the file.
func (l *Ledger) Close() error {
	l.keys.wipe()
	for _, r := range l.records {
		r.wipe()
	}
	return l.File.Close()
}

// enter makes the ledger of a file of which somebody has the school key, and compares
// all that the school vouches for. An Ill that blocks is vault.tampered, unless the file
// is opened for examination.
func (f *File) enter(ctx context.Context, school *vault.SchoolKey, me Account) (*Ledger, error) {
	if f.Former() {
		if err := f.upgrade(ctx, school, me); err != nil {
			return nil, err
		}
	}
	l := &Ledger{File: f, keys: newKeys(school), me: me, records: map[string]*record{}, spoilt: map[int64]bool{}}
	if err := l.load(ctx); err != nil {
		l.keys.wipe()
		return nil, err
	}
	return l, nil
}

// load reads what the keys open, and compares it with what is vouched for.
func (l *Ledger) load(ctx context.Context) error {
	l.ills, l.lacking = nil, map[int]bool{}
	if err := l.readSettings(ctx); err != nil {
		return err
	}
	for _, name := range l.back {
		l.fall(Ill{Code: "put_back", Args: data.Args{"name": name}})
	}
	if err := l.loadKeys(ctx); err != nil {
		return err
	}
	var err error
	if l.state, err = l.readStatement(ctx); err != nil {
		if !l.options.Examine || l.me.ID != "" && len(l.keys.events) == 0 {
			return err
		}
		l.fall(Ill{Code: "altered_school", Args: data.Args{"name": vouchStatement}, Blocks: true})
		if l.state, err = l.withoutStatement(ctx); err != nil {
			return err
		}
	} else if err := l.compareSettings(ctx); err != nil {
		return err
	}
	if err := l.compareOwnSlot(ctx); err != nil {
		return err
	}
	slots, err := l.compareSlots(ctx)
	if err != nil {
		return err
	}
	l.ills = append(l.ills, slots...)
	if err := l.followChain(ctx); err != nil {
		return err
	}
	if blocking := Blocking(l.ills); blocking != nil && !l.options.Examine {
		return tampered(errors.New(blocking.Code), statementPlace())
	}
	return nil
}

// eventKeyName is by what an Ill names a key of the school's events.
const eventKeyName = "event_key"

func (l *Ledger) loadKeys(ctx context.Context) error {
	err := l.db.EventKeys(ctx, func(generation int, wrapped []byte) error {
		key, err := vault.UnwrapKey(l.keys.sub[vault.LabelEvents], eventKeyPlace(generation), wrapped)
		if err != nil {
			l.lackEventKey(generation)
			return nil
		}
		l.keys.addEventKey(generation, key)
		return nil
	})
	if err != nil {
		return err
	}
	var s signing
	if err := s.decode(l.Setting(SettingSigning)); err == nil {
		l.keys.signer, err = vault.OpenSigner(l.keys.school, signerPlace(), s.Sealed)
	}
	if !l.keys.signer.Usable() {
		l.fall(Ill{Code: "altered_school", Args: data.Args{"name": SettingSigning}, Blocks: true})
	}
	return nil
}

// Records opens every graduate's body and gives it to open, beside the bodies of others; what that gives is
// done in the order of ids. A record that is not what its last genuine event left, that does not open, or that open refuses,
// is an Ill; so is one that is missing.
func (l *Ledger) Records(ctx context.Context, open func(id string, plain []byte) (take func(), err error)) error {
	last := l.lastOf
	l.lastOf = nil
	if err := l.orPage("former_key", l.loadFormerKeys(ctx)); err != nil {
		return err
	}
	there := map[string]bool{}
	opened := newBeside(recordsAhead, func(r *reading) error { return l.read(r, open) }, l.take)
	err := l.eachRecord(ctx, there, func(stored sqlite.Record) error {
		there[stored.ID] = true
		opened.give(reading{stored: stored, last: last[stored.ID]})
		return nil
	})
	opened.end()
	if err != nil {
		return err
	}
	l.orphanKeys(there)
	for _, id := range l.expected(last) {
		if !there[id] {
			l.fall(illOf("lost_record", id))
		}
	}
	return nil
}

// recordsAhead is how many records are read before the first of them is opened.
const recordsAhead = 128

// reading is a record under way: with the last genuine event of its graduate, what was read of it and what is to be
// done with it.
type reading struct {
	stored sqlite.Record
	last   *sqlite.Event
	key    *vault.Key
	// distrusted says that it is the record that the school vouches for, and that its graduate trusts another.
	distrusted bool
	taken      func()
}

// eachRecord gives the stored records to f. Where a page of them is spoilt, those of the
// statement that are not there yet are asked for one by one.
func (l *Ledger) eachRecord(ctx context.Context, there map[string]bool, f func(sqlite.Record) error) error {
	spoilt := l.db.Graduates(ctx, f)
	if data.CodeOf(spoilt) != "registry.damaged" || l.state.Records == nil {
		return spoilt
	}
	l.fall(pageOf("graduate"))
	for _, id := range slices.Sorted(maps.Keys(l.state.Records)) {
		if there[id] {
			continue
		}
		stored, err := l.db.Graduate(ctx, id)
		switch {
		case data.CodeOf(err) == "registry.damaged" || err == nil && stored.Rev == 0:
			// It is named as missing.
		case err != nil:
			return err
		default:
			if err := f(stored); err != nil {
				return err
			}
		}
	}
	if len(there) == 0 {
		return spoilt // a registry of nobody is none to work in
	}
	return nil
}

// read opens the key and the body of a graduate. It changes nothing of the ledger: others are read at the same time.
func (l *Ledger) read(r *reading, open func(id string, plain []byte) (func(), error)) (err error) {
	stored := &r.stored
	if r.key, err = vault.UnwrapKey(l.keys.sub[vault.LabelRecord], keyPlace(stored.ID), stored.Wrapped); err != nil {
		return err
	}
	if l.state.Records != nil && l.state.Records[stored.ID] != stored.Rev {
		return errors.New("not the revision of the statement")
	}
	if err := genuine(r.stored, r.last); err != nil {
		return err
	}
	r.distrusted = !l.trusted(r.key, r.stored)
	plain, err := vault.Open(r.key, bodyPlace(stored.ID, stored.Rev), stored.Body)
	if err == nil {
		r.taken, err = open(stored.ID, plain)
	}
	return err
}

// take keeps what was read. The key is kept whatever the body is like, so that it goes along with a new school key.
func (l *Ledger) take(r *reading, err error) {
	if r.key != nil {
		kept := l.recordOf(r.stored.ID)
		kept.rev, kept.generation, kept.keys[r.stored.Generation] = r.stored.Rev, r.stored.Generation, r.key
	}
	if r.distrusted {
		l.fall(illOf("trust", r.stored.ID))
	}
	if err != nil {
		l.fall(illOf("altered", r.stored.ID))
		return
	}
	r.taken()
}

// genuine holds a record against the last event that the school vouches for.
func genuine(stored sqlite.Record, last *sqlite.Event) error {
	if last == nil || last.Rev != stored.Rev || string(last.Record) != string(hashOf(stored.Body)) || last.Generation != stored.Generation {
		return errors.New("not what its last event left")
	}
	return nil
}

func (l *Ledger) recordOf(id string) *record {
	if l.records[id] == nil {
		l.records[id] = &record{keys: map[int]*vault.Key{}}
	}
	return l.records[id]
}

// loadFormerKeys takes those that open; the others are named.
func (l *Ledger) loadFormerKeys(ctx context.Context) error {
	return l.db.FormerKeys(ctx, func(id string, generation int, wrapped []byte) error {
		key, err := vault.UnwrapKey(l.keys.sub[vault.LabelRecord], formerKeyPlace(id, generation), wrapped)
		if err != nil {
			// The record itself is sound: what is set aside is this key.
			l.fall(Ill{Code: "altered", Args: data.Args{"id": id, "generation": generation}})
			return nil
		}
		l.recordOf(id).keys[generation] = key
		return nil
	})
}

// orphanKeys names the earlier keys of those who are not there, and forgets them: with one
// that was put back from an old copy the history of somebody who was erased would be read
// again.
func (l *Ledger) orphanKeys(there map[string]bool) {
	for id, r := range l.records {
		if there[id] {
			continue
		}
		for generation := range r.keys {
			l.fall(Ill{Code: "altered", Args: data.Args{"id": id, "generation": generation}})
		}
		r.wipe()
		delete(l.records, id)
	}
}
