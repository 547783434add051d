package ledger

import (
	"context"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"time"

	"graduand/data"
	"graduand/data/sqlite"
	"graduand/data/vault"
)

// The kinds of events that the ledger itself reads: after them there is no record.
const (
	KindErased   = "graduate.erased"
	KindSetAside = "graduate.set_aside"
)

func gone(kind string) bool { return kind == KindErased || kind == KindSetAside }

// Event is one opened event. Seq orders events and has no gaps; Graduate is empty for
// those of the school; Rev is the revision that the event made, 0 for none.
type Event struct {
	Seq      int64
	At       time.Time
	Kind     string
	Graduate string
	Rev      int
	// Records says that it left a record.
	Records bool
	Body    []byte
	// Err is why the Body cannot be read or relied on; nil for one that is sound, or that
	// was erased.
	Err error
}

// mac is the authenticator of an event.
func (k *keys) mac(e *sqlite.Event) ([]byte, error) {
	return vault.MAC(k.sub[vault.LabelVouch], macPlace(e.Seq), vouchedParts(e)...)
}

func (k *keys) checkMAC(e *sqlite.Event) error {
	return vault.CheckMAC(k.sub[vault.LabelVouch], e.MAC, macPlace(e.Seq), vouchedParts(e)...)
}

// vouchedParts are what the authenticator of an event is about, beyond its number: all
// that is stored of it but the body, for which the digest stands. Each event is judged by
// itself: a spoilt one says nothing of its neighbours.
func vouchedParts(e *sqlite.Event) [][]byte {
	return [][]byte{[]byte(e.Kind), []byte(e.Graduate), strconv.AppendInt(nil, int64(e.Rev), 10), strconv.AppendInt(nil, int64(e.Generation), 10),
		[]byte(sqlite.FormatTime(e.At)), e.Record, e.Digest, e.Hash}
}

// followChain checks every event: its authenticator, that it goes on from the one before,
// that none is missing, and the end of the chain, which the statement names. It keeps what
// the last genuine event of every graduate says of the record.
func (l *Ledger) followChain(ctx context.Context) error {
	known, head := len(l.ills), l.state.head()
	broken, err := l.follow(ctx, nil)
	if err != nil || !broken || l.state.head() != head {
		return err
	}
	foreign, err := l.foreign(ctx)
	if err != nil || len(foreign) == 0 {
		return err
	}
	// What is said of keys stays: it is said once.
	told := slices.DeleteFunc(l.ills[known:], func(i Ill) bool { return i.Code != "altered_school" })
	l.ills = l.ills[:known+len(told)]
	_, err = l.follow(ctx, foreign)
	return err
}

// foreign are the events of another branch that are known to be: the history that the
// statement ends with goes on without a gap from the event behind, and not from this one. Of
// a break further back nobody can tell which side is the other branch's, unless it was set
// aside.
func (l *Ledger) foreign(ctx context.Context) (map[int64]bool, error) {
	found := map[int64]bool{}
	var before sqlite.Event
	genuine, odd := false, int64(0)
	err := l.db.Chain(ctx, func(e sqlite.Event) error {
		both := genuine && e.Seq == before.Seq+1
		genuine = l.keys.checkMAC(&e) == nil
		switch both = both && genuine; {
		case !both || l.state.Aside[e.Seq] != "":
			odd = 0
		case !linked(vault.Hash(before.Hash), &e):
			odd = before.Seq
			if l.state.Aside[odd] == asideHash(&before) {
				found[odd] = true
			}
		}
		before = e
		return nil
	})
	if odd > 0 && before.Seq == l.state.Seq && hex.EncodeToString(before.Hash) == l.state.Hash {
		found[odd] = true
	}
	return found, err
}

// walk is a history on its way from the first event to the last.
type walk struct {
	l       *Ledger
	foreign map[int64]bool
	before  vault.Head
	seen    int64
	// broken says that two genuine events follow each other that do not belong together.
	broken bool
}

// span are events that stand behind each other, and which of them have their authenticator.
type span struct {
	events  []sqlite.Event
	genuine [128]bool
}

// follow is [Ledger.followChain] with these events taken for spoilt ones. It reports whether
// two genuine events follow each other that do not belong together.
func (l *Ledger) follow(ctx context.Context, foreign map[int64]bool) (broken bool, err error) {
	clear(l.spoilt)
	l.lastOf, l.kinds = map[string]*sqlite.Event{}, map[string]bool{}
	if newest := l.state.EventKey; newest > 0 && l.keys.events[newest] == nil {
		l.lackEventKey(newest)
	}
	w := &walk{l: l, foreign: foreign}
	checked := newBeside(mostWorkers, l.checkMACs, w.pass)
	var next []sqlite.Event
	err = l.db.Chain(ctx, func(e sqlite.Event) error {
		if next = append(next, e); len(next) == len(span{}.genuine) {
			checked.give(span{events: next})
			next = nil
		}
		return nil
	})
	checked.give(span{events: next})
	checked.end()
	if err != nil {
		return w.broken, err
	}
	l.end = w.before
	if w.seen != w.before.Seq {
		l.kinds = nil // of which kind are those that are missing?
	}
	if head := l.state.head(); w.before != head && l.state.Aside[head.Seq] == "" {
		l.fall(Ill{Code: "cut", Args: data.Args{"seq": w.before.Seq, "last": head.Seq}, Blocks: true})
	}
	return w.broken, nil
}

// checkMACs changes nothing of the ledger: other events are checked at the same time.
func (l *Ledger) checkMACs(s *span) error {
	for i := range s.events {
		s.genuine[i] = l.keys.checkMAC(&s.events[i]) == nil
	}
	return nil
}

func (w *walk) pass(s *span, _ error) {
	for i := range s.events {
		w.step(&s.events[i], s.genuine[i])
	}
}

// step judges the next event, of which it is known whether it has its authenticator.
func (w *walk) step(e *sqlite.Event, genuine bool) {
	l := w.l
	l.kinds[e.Kind] = true
	w.seen++
	aside := l.state.Aside[e.Seq]
	genuine = genuine && !w.foreign[e.Seq] && (aside == "" || aside == asideHash(e))
	if (e.Seq < 1 || e.Seq > l.state.Seq) && !l.goesOn(e, genuine) {
		return
	}
	if e.Seq != w.before.Seq+1 {
		l.missing(w.before.Seq+1, e.Seq)
	}
	follows := !genuine || e.Seq != w.before.Seq+1 || l.spoilt[w.before.Seq] || linked(w.before.Hash, e)
	w.before.Seq = e.Seq
	copy(w.before.Hash[:], e.Hash)
	if !genuine || !follows {
		w.broken = w.broken || genuine
		l.spoil(e)
		return
	}
	if e.Graduate == "" && aside == "" && l.keys.events[e.Generation] == nil {
		l.lackEventKey(e.Generation)
	}
	l.last = e.At
	if e.Graduate != "" && (len(e.Record) > 0 || gone(e.Kind)) {
		l.lastOf[e.Graduate] = e
	}
}

// lackEventKey takes note, once, of a key of the school's events that is spoilt or gone.
// Nothing is sealed with an earlier one in its place: who has left may know that. A number
// that no rotation comes to was planted, and takes the place of none.
func (l *Ledger) lackEventKey(generation int) {
	if l.lacking[generation] {
		return
	}
	l.lacking[generation] = true
	l.fall(Ill{Code: "altered_school", Args: data.Args{"name": eventKeyName, "generation": generation}, Blocks: true})
	if generation < mostGenerations {
		l.keys.newest = max(l.keys.newest, generation)
	}
}

// mostGenerations is far above how many keys of events a registry has had.
const mostGenerations = 1 << 30

// goesOn judges an event behind the one that the statement names, or before the first. A
// genuine one says that the statement is an older one, put back; any other was planted.
func (l *Ledger) goesOn(e *sqlite.Event, genuine bool) bool {
	if !genuine {
		l.fall(Ill{Code: "planted", Args: data.Args{"seq": e.Seq}, Blocks: true})
		l.spoilt[e.Seq] = true
		return false
	}
	if last := len(l.ills) - 1; last < 0 || l.ills[last].Args["name"] != vouchStatement {
		l.fall(Ill{Code: "altered_school", Args: data.Args{"name": vouchStatement}, Blocks: true})
	}
	l.state.Seq, l.state.Hash, l.state.Records = e.Seq, hex.EncodeToString(e.Hash), nil
	return true
}

// linked reports whether an event goes on from a hash: one of another branch of the same
// registry has a genuine authenticator too.
func linked(before vault.Hash, e *sqlite.Event) bool {
	hash := vault.ChainHash(before, e.Seq, e.Kind, e.Graduate, e.Rev, vault.Hash(e.Digest))
	return string(hash[:]) == string(e.Hash)
}

// missing takes note of events that are not there, unless that was set aside.
func (l *Ledger) missing(from, to int64) {
	for seq := from; seq < to; seq++ {
		if l.state.Aside[seq] == "" {
			l.fall(Ill{Code: "chain", Args: data.Args{"seq": seq}})
		}
	}
}

// spoil takes note of an event that nobody vouches for, unless it was set aside.
func (l *Ledger) spoil(e *sqlite.Event) {
	l.spoilt[e.Seq] = true
	if l.state.Aside[e.Seq] != asideHash(e) {
		l.fall(Ill{Code: "event", Args: data.Args{"seq": e.Seq, "fault": "vault.tampered"}})
	}
}

// asideHash is by what an event that was set aside is known.
func asideHash(e *sqlite.Event) string {
	return HexSum(fmt.Appendf(nil, "%d|%s|%s|%d|%x|%x", e.Seq, e.Kind, e.Graduate, e.Rev, e.Digest, e.Hash))
}

// Events gives the events of one graduate, or all when graduate is empty, to f in their
// order. One that is spoilt is given with its Err.
func (l *Ledger) Events(ctx context.Context, graduate string, f func(Event) error) error {
	return l.db.Events(ctx, graduate, func(stored sqlite.Event) error { return f(l.eventOf(&stored)) })
}

// EventsOfKind is [Ledger.Events] for those of one kind. Where there was none, nothing is looked through.
func (l *Ledger) EventsOfKind(ctx context.Context, kind string, f func(Event) error) error {
	if l.kinds != nil && !l.kinds[kind] {
		return nil
	}
	return l.db.EventsOfKind(ctx, kind, func(stored sqlite.Event) error { return f(l.eventOf(&stored)) })
}

func (l *Ledger) eventOf(stored *sqlite.Event) Event {
	e := Event{Seq: stored.Seq, At: stored.At, Kind: stored.Kind, Graduate: stored.Graduate, Rev: stored.Rev, Records: len(stored.Record) > 0}
	e.Body, e.Err = l.openEvent(stored)
	return e
}

// openEvent gives the body of a genuine event, nothing of one whose graduate is gone.
func (l *Ledger) openEvent(e *sqlite.Event) ([]byte, error) {
	if l.spoilt[e.Seq] {
		return nil, tampered(vault.ErrTampered, macPlace(e.Seq))
	}
	key := l.keys.events[e.Generation]
	if e.Graduate != "" {
		r := l.records[e.Graduate]
		if r == nil || gone(e.Kind) {
			return nil, nil
		}
		key = r.keys[e.Generation]
	}
	if digest := digestOf(e.At, e.Body, e.Record); hex.EncodeToString(digest[:]) != hex.EncodeToString(e.Digest) {
		return nil, tampered(vault.ErrTampered, eventPlace(e))
	}
	plain, err := vault.Open(key, eventPlace(e), e.Body)
	if err != nil {
		return nil, tampered(err, eventPlace(e))
	}
	return plain, nil
}

// Anchor is what somebody may keep outside the file of the history as it is now: the
// number of the last event and the beginning of its hash, "1234-5f0e9a17c2b4".
func (l *Ledger) Anchor() string { return anchorOf(l.state.Seq, l.state.Hash) }

// anchorDigits are how many digits of the hash an anchor has: 48 bits, which nobody
// meets who cannot make events.
const anchorDigits = 12

func anchorOf(seq int64, hash string) string {
	return fmt.Sprintf("%d-%s", seq, hash[:min(anchorDigits, len(hash))])
}

// HoldsAnchor reports whether the history still has an anchor that was kept of it. It is
// anchor.unreadable when the text is none.
func (l *Ledger) HoldsAnchor(ctx context.Context, text string) (bool, error) {
	var seq int64
	var digits string
	if n, err := fmt.Sscanf(text, "%d-%s", &seq, &digits); err != nil || n != 2 || len(digits) != anchorDigits {
		return false, data.Fail("anchor.unreadable", data.Args{"value": text, "example": l.Anchor()})
	}
	found := false
	err := l.db.Chain(ctx, func(e sqlite.Event) error {
		found = found || e.Seq == seq && !l.spoilt[e.Seq] && anchorOf(seq, hex.EncodeToString(e.Hash)) == anchorOf(seq, digits)
		return nil
	})
	return found, err
}
