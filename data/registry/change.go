package registry

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"graduand/data"
	"graduand/data/registry/ledger"
)

// Change is one transaction of the registry, in the name of the one who signed in.
type Change struct {
	*ledger.Change
	v *View
	// to is to whom goes what leaves the school by this change: see [GoesTo].
	to string
	// written are the graduates as this change leaves them, erased the ids of those who
	// are gone.
	written []*data.Graduate
	erased  []string
	// posted are the events of lists and packages.
	posted []EventBody
	// passed are the messages whose events it writes.
	passed []Passed
	// enrolls says that the exchange with the centre is other by it.
	enrolls bool
	// lastYear are the looks of last year's portraits that this change leaves, nil where it does
	// not touch them.
	lastYear *[]uint64
	// plain and body are the room in which the last graduate was written down.
	plain, body []byte
}

// update runs f in one transaction. Only when it is on disk the index follows. After a
// failed commit the file says what has become of it.
func (v *View) update(ctx context.Context, f func(*Change) error) error {
	c := &Change{v: v, to: toWhom(ctx)}
	entries, first := func() []*entry { return nil }, v.ledger.LastSeq()+1
	err := v.ledger.Update(ctx, func(inner *ledger.Change) error {
		c.Change = inner
		if err := f(c); err != nil {
			return err
		}
		if err := c.refuseMoved(); err != nil {
			return err
		}
		entries = v.index.prepare(c.written)
		return nil
	})
	made := entries()
	if err != nil {
		return v.afterFailure(ctx, err)
	}
	v.follow(c, made)
	tellNumber(ctx, first, v.ledger.LastSeq())
	return nil
}

// follow brings the index to what a change has written.
func (v *View) follow(c *Change, written []*entry) {
	added, usual := false, v.index.usualCard()
	for _, e := range written {
		if v.index.byID[e.graduate.ID] != nil {
			v.index.exchange(e)
			continue
		}
		v.index.put(e)
		v.index.touch(e)
		added = true
	}
	for _, id := range c.erased {
		v.index.drop(id)
	}
	if c.lastYear != nil {
		v.index.lastYear = *c.lastYear
		v.index.changed()
	}
	if added {
		v.index.sort()
		v.index.touchCards(usual)
	}
	v.index.moved(v.post.follow(c.posted))
	v.passed = append(v.passed, c.passed...)
	if c.enrolls {
		v.index.changed()
	}
}

// afterFailure reads the registry anew when a failed change is on disk nevertheless:
// a commit whose answer was lost.
func (v *View) afterFailure(ctx context.Context, failure error) error {
	ctx = context.WithoutCancel(ctx)
	stale, err := v.ledger.Stale(ctx)
	if err != nil || !stale {
		return failure
	}
	if err := v.ledger.Reload(ctx); err != nil {
		return err
	}
	if v.file, err = campaignOf(v.book); err != nil {
		return err
	}
	if err := v.load(ctx); err != nil {
		return err
	}
	return failure
}

// encode is an event as it is sealed; who did it is the one who signed in, unless it
// says another.
func (c *Change) encode(b EventBody) ([]byte, error) {
	if b.By == "" {
		b.By = c.v.who.Label()
	}
	return marshal("event", b)
}

// Note appends an event of the school.
func (c *Change) Note(kind string, b EventBody) error {
	b, err := c.addressed(kind, b)
	if err != nil {
		return err
	}
	body, err := c.encode(b)
	if err != nil {
		return err
	}
	return c.Change.Note(kind, body)
}

// Add writes a new graduate with a key of its own and its event, in which
// [EventBody.After] is the graduate, who is written down once for both.
func (c *Change) Add(g *data.Graduate) error {
	text, err := marshal("graduate "+g.ID, g)
	if err != nil {
		return err
	}
	by, err := marshal("event", c.v.who.Label())
	if err != nil {
		return err
	}
	c.plain = appendBody(c.plain[:0], text)
	c.body = append(append(c.body[:0], `{"by":`...), by...)
	c.body = append(append(append(c.body, `,"after":`...), text...), '}')
	return c.write(g, EventAdded, c.plain, c.body, c.Change.Add)
}

// Put writes the next revision of a graduate and its event.
func (c *Change) Put(g *data.Graduate, kind string, b EventBody) error {
	plain, err := encodeGraduate(g)
	if err != nil {
		return err
	}
	body, err := c.encode(b)
	if err != nil {
		return err
	}
	return c.write(g, kind, plain, body, c.Change.Put)
}

func (c *Change) write(g *data.Graduate, kind string, plain, body []byte, store func(id string, plain []byte, prints []ledger.Print, kind string, body []byte) error) error {
	if err := store(g.ID, plain, c.v.prints(g), kind, body); err != nil {
		return err
	}
	c.written = append(c.written, g)
	return nil
}

// storeSetting keeps a named setting in a transaction of its own, with its event.
func (v *View) storeSetting(ctx context.Context, name string, value any, kind string, b EventBody) error {
	body, err := marshal(name, value)
	if err != nil {
		return err
	}
	return v.update(ctx, func(c *Change) error {
		return errors.Join(c.PutSetting(name, body), c.Note(kind, b))
	})
}

// contents are what the ledger asks of the graduates.
type contents struct{ v *View }

// Prints are those of a graduate, none of one who cannot be read.
func (c contents) Prints(id string) []ledger.Print {
	e := c.v.index.byID[id]
	if e == nil {
		return nil
	}
	return c.v.prints(e.graduate)
}

// Version is that of a graduate's access by a door.
func (c contents) Version(id, door string) int {
	if e := c.v.index.byID[id]; e != nil {
		if a := e.graduate.Access(data.Door(door)); a != nil {
			return a.Version
		}
	}
	return 0
}

// addressed puts to whom it goes, as it was said, in the place of whom it usually goes to.
func (c *Change) addressed(kind string, b EventBody) (EventBody, error) {
	usual, leaves := leaving[kind]
	if !leaves {
		return b, nil
	}
	said, err := data.CleanText(data.Term("history.to_whom"), c.to)
	school := c.v.School()
	b.To = cmp.Or(said, b.To, c.v.Campaign().Recipient(usual, &school))
	return b, err
}

// refuseMoved refuses a change that puts somebody onto a list that is final, withdrawn or not there,
// takes somebody off a final one, or alters what its paper says, whoever asks for it: who stands on a
// signed paper stands there. The change that writes the list itself may.
func (c *Change) refuseMoved() error {
	for _, g := range c.written {
		before := &data.Graduate{}
		if e := c.v.index.byID[g.ID]; e != nil {
			before = e.graduate
		}
		was, is := before.ListIDs(), g.ListIDs()
		for _, id := range is {
			if err := c.refuseOn(id, !slices.Contains(was, id)); err != nil {
				return err
			}
		}
		for _, id := range was {
			l := c.v.post.lists[id]
			if l != nil && l.Live() && l.Final != nil && !c.writes(id) && !sameOn(id, before, g) {
				return data.Fail("list.is_final", data.Args{"number": l.Number})
			}
		}
	}
	return nil
}

// sameOn says that somebody stands on a list as before.
func sameOn(list string, before, g *data.Graduate) bool {
	r := g.On(list)
	return r != nil && *r.Fact(data.FactListed, "") == *before.On(list).Fact(data.FactListed, "")
}

// refuseOn refuses that somebody comes onto a list.
func (c *Change) refuseOn(id string, comes bool) error {
	l := c.v.post.lists[id]
	switch {
	case !comes || c.writes(id):
		return nil
	case l == nil:
		return data.Fail("list.unknown", data.Args{"value": id})
	case !l.Live():
		return data.Fail("list.is_withdrawn", data.Args{"number": l.Number})
	case l.Final != nil:
		return data.Fail("list.is_final", data.Args{"number": l.Number})
	}
	return nil
}

// writes says that a change writes a list too.
func (c *Change) writes(list string) bool {
	return slices.ContainsFunc(c.posted, func(b EventBody) bool { return b.List != nil && b.List.ID == list })
}

// note notes what leaves the program, and gives the number of its entry. Where nothing can be
// written there is none, 0, and no failure: who made it is told by [NotNoted].
func (w *Edit) note(ctx context.Context, kind string, b EventBody) (seq int64, err error) {
	if w.Looking() != nil {
		return 0, nil
	}
	err = w.update(ctx, func(c *Change) error { return c.Note(kind, b) })
	return w.ledger.LastSeq(), err
}
