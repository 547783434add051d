package registry

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/picture"
	"graduand/data/registry/ledger"
)

// posted is a letter in the table of pending changes, with its rows there.
type posted struct {
	*letter
	rows       []ledger.Pending
	unreadable int
	// before are the ids of changes that were taken over before: each is applied once.
	before map[string]bool
}

// takeOver merges what graduates have filled in, under the checks that the school's own
// typing passes (KG-069). Photos and scans take long to examine: who has attached some waits
// for [Registry.TakeOver]. What cannot be read stays, is told, and keeps nobody out.
func (v *View) takeOver(ctx context.Context) error {
	letters, err := v.posted(ctx)
	if err != nil {
		return err
	}
	letters = slices.DeleteFunc(letters, v.bringsFiles)
	// All in one transaction: the disk is waited for once, not once a graduate.
	if err := v.takeLetters(ctx, letters); data.CodeOf(err) != "registry.duplicate" {
		return err
	}
	for _, p := range letters {
		if err := v.takeOverOne(ctx, p); err != nil {
			return err
		}
	}
	return nil
}

// bringsFiles says that a letter names files that its graduate's form does not yet.
func (v *View) bringsFiles(p *posted) bool {
	e := v.index.byID[p.graduate]
	return e != nil && len(v.newFiles(e.graduate, p.letter)) > 0
}

// TakeOver takes over what [Open] has left: what graduates have filled in who have attached
// photos or scans. Others may ask the registry meanwhile. [Registry.Filled] tells it.
func (r *Registry) TakeOver(ctx context.Context) error {
	letters, err := Read(r, RightFill, func(v *View) ([]*posted, error) { return v.waiting(ctx) })
	if err != nil {
		return err
	}
	for _, p := range letters {
		if err := r.examine(ctx, p); err != nil {
			return err
		}
		err := r.Write(ctx, RightFill, Signals{GraduatesChanged}, func(w *Edit) error {
			if w.index.byID[p.graduate] == nil {
				return nil // erased meanwhile
			}
			return w.takeOverOne(ctx, p)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// waiting are the letters that bring files.
func (v *View) waiting(ctx context.Context) ([]*posted, error) {
	if v.who.Role == RoleGraduate {
		return nil, nil
	}
	letters, err := v.posted(ctx)
	return slices.DeleteFunc(letters, func(p *posted) bool { return !v.bringsFiles(p) }), err
}

// examine unpacks the files of a letter, one by one and with no lock held.
func (r *Registry) examine(ctx context.Context, p *posted) error {
	files, err := Read(r, RightFill, func(v *View) ([]string, error) {
		if e := v.index.byID[p.graduate]; e != nil {
			return v.newFiles(e.graduate, p.letter), nil
		}
		return nil, nil
	})
	for _, id := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		content, err := Read(r, RightFill, func(v *View) ([]byte, error) {
			return v.Attachment(ctx, &data.Graduate{ID: p.graduate}, id)
		})
		if err := p.look(r.Campaign(), r.Today(), id, content, err); err != nil {
			return err
		}
	}
	return err
}

// look unpacks and judges a file that came with a letter, as of today; err is why it could not be read. A file that
// is not there, or was altered, is refused; any other failure is none of the letter's.
func (l *letter) look(c *campaign.Campaign, today data.Date, id string, content []byte, err error) error {
	switch data.CodeOf(err) {
	case "attachment.gone", "vault.tampered", "graduate.unknown":
		l.pictures[id] = err
		return nil
	}
	if err != nil {
		return err
	}
	judged := picture.Judge(c, content, picture.QuestionOf(c, l.fieldOf(c, id), "", today))
	l.pictures[id], l.judged[id] = picture.Refused(judged), judged
	l.prints[id] = ledger.PrintOf(content)
	return nil
}

// posted are the letters of all, in the order in which they began. One that is larger than a
// graduate can have made is not opened.
func (v *View) posted(ctx context.Context) ([]*posted, error) {
	sizes, err := v.book.PendingSizes(ctx)
	if err != nil {
		return nil, err
	}
	var all []*posted
	var chosen []string
	byGraduate := map[string]*posted{}
	for _, s := range sizes {
		p := &posted{letter: newLetter(s.Graduate)}
		all, byGraduate[s.Graduate] = append(all, p), p
		if v.index.byID[s.Graduate] == nil || ledger.TooMuch(s) {
			p.unreadable = int(s.Rows)
			continue
		}
		if p.before, err = v.taken(ctx, s.Graduate); err != nil {
			return nil, err
		}
		chosen = append(chosen, s.Graduate)
	}
	err = v.book.PendingOf(ctx, chosen, func(row ledger.Pending) error {
		plain, err := v.ledger.OpenPending(row)
		byGraduate[row.Graduate].read(row, plain, err)
		return nil
	})
	return all, err
}

// read takes one opened row of a letter; one that somebody has put back after it was taken
// over is only thrown away.
func (p *posted) read(row ledger.Pending, plain []byte, failure error) {
	b, err := decodePending(plain, failure)
	if err == nil && p.before[row.ID] {
		b.Changes = nil
	}
	if err != nil || !p.add(b.Changes) {
		p.unreadable++
		return
	}
	p.rows = append(p.rows, row)
}

// takeOverOne merges one letter. One that the file itself refuses, since another graduate has
// the same document, waits like what cannot be read.
func (v *View) takeOverOne(ctx context.Context, p *posted) error {
	err := v.takeLetters(ctx, []*posted{p})
	if data.CodeOf(err) != "registry.duplicate" {
		return err
	}
	v.filled = append(v.filled, Filled{Graduate: p.graduate, Name: v.index.byID[p.graduate].graduate.FullName(), Unreadable: p.unreadable + len(p.rows)})
	return nil
}

// takeLetters merges letters of different graduates, and takes their rows away: all or none.
func (v *View) takeLetters(ctx context.Context, letters []*posted) error {
	merged, filled := make([]*data.Graduate, len(letters)), make([]Filled, len(letters))
	for i, p := range letters {
		var err error
		if merged[i], filled[i], err = v.mergePosted(ctx, p); err != nil {
			return err
		}
	}
	err := v.update(ctx, func(c *Change) error {
		for i, p := range letters {
			if err := c.takeLetter(p, merged[i], filled[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	for i := range filled {
		if filled[i].Doubts, err = v.doubtsAbout(filled[i]); err != nil {
			return err
		}
	}
	v.filled = append(v.filled, filled...)
	return nil
}

// doubtsAbout are what the school has to look at in what a graduate has filled in, and only it can
// know: a receipt or a picture that another has too.
func (v *View) doubtsAbout(filled Filled) ([]data.Finding, error) {
	e := v.index.byID[filled.Graduate]
	if e == nil || len(filled.Changes) == 0 {
		return nil, nil
	}
	found, err := v.Findings(e.graduate)
	return slices.DeleteFunc(slices.Clone(found), func(f data.Finding) bool {
		return !f.NamesAnother() || !slices.ContainsFunc(filled.Changes, func(c FieldChange) bool { return c.Field == f.Field })
	}), err
}

// mergePosted is a graduate after a letter, nil where nothing of it could be read.
func (v *View) mergePosted(ctx context.Context, p *posted) (g *data.Graduate, filled Filled, err error) {
	filled.Graduate = p.graduate
	if e := v.index.byID[p.graduate]; e != nil {
		filled.Name = e.graduate.FullName()
		if len(p.rows) > 0 {
			g, filled, err = v.merge(ctx, e.graduate, p.letter)
		}
	}
	filled.Unreadable = p.unreadable
	return g, filled, err
}

// takeLetter writes the graduate that a letter has made, with its event.
func (c *Change) takeLetter(p *posted, g *data.Graduate, filled Filled) error {
	if g == nil {
		return nil
	}
	var taken []string
	for _, row := range p.rows {
		if err := c.DropPending(row); err != nil {
			return err
		}
		if !p.before[row.ID] {
			taken = append(taken, row.ID)
		}
	}
	if len(taken) == 0 {
		return nil
	}
	changes := slices.Concat(filled.Changes, fillsAlone(g, filled))
	return c.Put(g, EventFilled, EventBody{By: filled.Name, Changes: changes, Refused: filled.Refused, Taken: taken})
}

// fillsAlone notes of a graduate of whom something was taken over who fills the form: the
// graduate (KG-039). It alters g and gives the change, none where that stands there already.
func fillsAlone(g *data.Graduate, filled Filled) []FieldChange {
	if len(filled.Changes) == 0 {
		return nil
	}
	before := g.Clone()
	g.Mode = data.BySelf
	return differenceIn(data.FieldMode, before, g)
}

// DropPending throws away what a graduate has filled in and could not be taken over, unread,
// and what is of nobody when graduate is empty (F-16).
func (w *Edit) DropPending(graduate string) error {
	about := EventBody{}
	if graduate != "" {
		if _, err := w.entry(graduate); err != nil {
			return err
		}
		about.Graduates = []string{graduate}
	}
	err := w.Commit(func(c *Change) error {
		dropped, err := c.DropAllPending(graduate)
		if err != nil {
			return err
		}
		if dropped == 0 {
			return data.Fail("filled.nothing", nil)
		}
		return c.Note(EventDropped, about)
	})
	if err == nil {
		w.filled = slices.DeleteFunc(slices.Clone(w.filled), func(f Filled) bool {
			return f.Graduate == graduate && f.Unreadable > 0 && len(f.Changes)+len(f.Refused) == 0
		})
	}
	return err
}
