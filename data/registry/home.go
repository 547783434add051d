package registry

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/registry/ledger"
)

// What a take-home file that comes back may hold. A form has about ten photos and scans, of
// some megabytes each; those that were taken anew stay in the file too.
const (
	// maximumHome bounds the file, in octets: no more of it is opened.
	maximumHome = 512 << 20
	// maximumHomeFiles bounds the photos and scans that come in at once, in octets: they are
	// held in memory from the question to the answer.
	maximumHomeFiles = 128 << 20
)

// Home is a take-home file that came back: whose it is, and what would change.
type Home struct {
	Filled
	letter *letter
	// files are the sealed photos and scans that the letter names and the registry has not.
	files []ledger.Attachment
}

// ReadHome reads a take-home file that came back, and what it would change.
func (v *View) ReadHome(ctx context.Context, path string) (*Home, error) {
	if file.Same(path, v.Path()) {
		return nil, data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	h, err := v.readHome(ctx, path)
	switch data.CodeOf(err) {
	case "registry.damaged", "registry.foreign_schema", "vault.tampered":
		// What is spoilt is this file: the registry is not.
		return nil, data.FailWith(err, "home.damaged", data.Args{"file": filepath.Base(path)})
	}
	return h, err
}

func (v *View) readHome(ctx context.Context, path string) (h *Home, err error) {
	if err := refuseLargeHome(path); err != nil {
		return nil, err
	}
	f, err := ledger.OpenFile(ctx, path, v.options.ledger())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	owner, err := v.homeOwner(ctx, f)
	if err != nil {
		return nil, err
	}
	e := v.index.byID[owner]
	if e == nil {
		return nil, data.Fail("home.not_ours", data.Args{"file": filepath.Base(path)})
	}
	h = &Home{letter: newLetter(owner)}
	if err := errors.Join(v.readChanges(ctx, f, h, e), v.readStale(ctx, h.letter)); err != nil {
		return nil, err
	}
	if err := v.readFiles(ctx, f, e, h); err != nil {
		return nil, err
	}
	_, h.Filled, err = v.merge(ctx, e.graduate, h.letter)
	return h, err
}

// refuseLargeHome looks at the size of a take-home file before anything of it is opened.
func refuseLargeHome(path string) error {
	total := int64(0)
	for _, part := range []string{path, path + "-wal"} {
		if info, err := os.Stat(part); err == nil {
			total += info.Size()
		}
	}
	if total > maximumHome {
		return tooLarge(path)
	}
	return nil
}

func tooLarge(path string) error {
	return data.Fail("home.too_large", data.Args{"file": filepath.Base(path)})
}

// homeOwner says whose a take-home file is. It is a stranger's until every change opens with
// the key of the graduate.
func (v *View) homeOwner(ctx context.Context, f *ledger.File) (owner string, err error) {
	if id := f.Identity(); !id.Home || id.ID != v.ID() {
		return "", data.Fail("home.not_ours", data.Args{"file": filepath.Base(f.Path())})
	}
	err = f.Graduates(ctx, func(id string) error { owner = id; return nil })
	return owner, err
}

// readChanges opens what was filled in at home, once it is known that there is no more of it
// than a graduate can have made, and nothing of anybody else's.
func (v *View) readChanges(ctx context.Context, f *ledger.File, h *Home, of *entry) error {
	sizes, err := f.PendingSizes(ctx)
	if err != nil {
		return err
	}
	for _, s := range sizes {
		switch {
		case s.Graduate != of.graduate.ID:
			return foreign("a change")
		case ledger.TooMuch(s):
			return tooLarge(f.Path())
		}
	}
	return f.PendingOf(ctx, []string{of.graduate.ID}, func(row ledger.Pending) error {
		b, err := decodePending(v.ledger.OpenPending(row))
		if err == nil && !h.letter.add(b.Changes) {
			err = tooLarge(f.Path())
		}
		return err
	})
}

// foreign is the failure of a take-home file that holds something of another graduate.
func foreign(what string) error {
	return data.FailWith(errors.New(what+" of another graduate"), "vault.tampered", nil)
}

// readStale finds what was taken over from this graduate before: an old file that comes
// again does not bring back what the school has changed since.
func (v *View) readStale(ctx context.Context, l *letter) error {
	l.stale = map[string][]string{}
	return v.ledger.Events(ctx, l.graduate, func(e ledger.Event) error {
		if e.Kind != EventFilled {
			return nil
		}
		b, err := bodyOf(e)
		for _, c := range b.Changes {
			l.stale[c.Field] = append(l.stale[c.Field], c.After)
		}
		return err
	})
}

// readFiles reads and examines the photos and scans that the letter names and the form does
// not yet. One of another graduate's makes the file a forged one; what nothing names stays
// where it is.
func (v *View) readFiles(ctx context.Context, f *ledger.File, of *entry, h *Home) error {
	brought := map[string]int64{}
	err := f.AttachmentSizes(ctx, func(a ledger.AttachmentSize) error {
		if a.Graduate != of.graduate.ID {
			return foreign("a file")
		}
		brought[a.ID] = a.Octets
		return nil
	})
	if err != nil {
		return err
	}
	there, err := v.Files(ctx, of.graduate.ID)
	if err != nil {
		return err
	}
	total := int64(0)
	for _, id := range v.newFiles(of.graduate, h.letter) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if there[id] {
			content, err := v.Attachment(ctx, of.graduate, id)
			if err := h.letter.look(v.Campaign(), v.Today(), id, content, err); err != nil {
				return err
			}
			continue
		}
		octets, came := brought[id]
		if total += octets; total > maximumHomeFiles {
			return tooLarge(f.Path())
		}
		if came {
			err = v.readFile(ctx, f, h, id)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readFile keeps a photo or scan, sealed as it came, that opens with the graduate's key.
func (v *View) readFile(ctx context.Context, f *ledger.File, h *Home, id string) error {
	a, err := f.Attachment(ctx, h.letter.graduate, id)
	if err != nil {
		return err
	}
	content, err := v.ledger.OpenForeign(a)
	if err != nil {
		return err
	}
	h.files = append(h.files, a)
	return h.letter.look(v.Campaign(), v.Today(), id, content, nil)
}

// TakeIn takes over what [View.ReadHome] has shown, and of the photos and scans those alone
// that it names. Fields of anyway are taken as the graduate has them though the school wrote
// something else.
func (w *Edit) TakeIn(h *Home, anyway []string) (Filled, error) {
	now, err := w.Find(h.Graduate)
	if err != nil {
		return Filled{}, err
	}
	g, done, err := w.merge(w.ctx, now, h.insisting(now, anyway))
	if err != nil || len(done.Changes) == 0 {
		return done, err
	}
	b := EventBody{By: now.FullName(), Note: w.who.Label(), Changes: done.Changes, Refused: done.Refused}
	named := w.named(g)
	return done, w.Commit(func(c *Change) error {
		for _, a := range h.files {
			if !named[a.ID] {
				continue
			}
			if err := c.AddAttachment(a); err != nil {
				return err
			}
		}
		return c.Put(g, EventFilled, b)
	})
}

// insisting is the letter of a take-home file as if the school had left some fields alone.
func (h *Home) insisting(now *data.Graduate, anyway []string) *letter {
	if h.letter == nil {
		return newLetter(h.Graduate)
	}
	l := *h.letter
	l.changes, l.stale = slices.Clone(l.changes), maps.Clone(l.stale)
	for i, c := range l.changes {
		if slices.Contains(anyway, c.Field) {
			l.changes[i].Before = now.Get(c.Field)
			delete(l.stale, c.Field)
		}
	}
	return &l
}

// WriteHome makes a registry at path with one record and no way in but the graduate's own.
// Nothing is left behind when it fails.
func (v *View) WriteHome(ctx context.Context, id, path string) error {
	return v.ledger.WriteHome(ctx, id, string(data.DoorOwn), path, public)
}
