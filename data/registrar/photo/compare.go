package photo

import (
	"context"
	"slices"
	"sync"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/picture"
	"graduand/data/registry"
)

// atOnce is how many pictures are read at a time: each may take 25 MB, and more unpacked.
const atOnce = 2

// readAll reads and judges the files of proposals.
func (d *Desk) readAll(ctx context.Context, proposals []Proposal, progress func(done, total int)) error {
	var lock sync.Mutex
	var workers sync.WaitGroup
	next, done := 0, 0
	for range atOnce {
		workers.Go(func() {
			for ctx.Err() == nil {
				lock.Lock()
				i := next
				next++
				lock.Unlock()
				if i >= len(proposals) {
					return
				}
				d.read(&proposals[i])
				lock.Lock()
				if done++; progress != nil {
					progress(done, len(proposals))
				}
				lock.Unlock()
			}
		})
	}
	workers.Wait()
	return ctx.Err()
}

// read reads and judges one file, unless it is judged as what it is; what cannot be taken is
// refused with its reason.
func (d *Desk) read(p *Proposal) {
	c := d.registry.Campaign()
	q := picture.QuestionOf(c, p.Field, p.Name, d.registry.Today())
	if j := p.Judged; (j == nil || j.Kind != q.Kind || j.Side != q.Side) && p.unread == nil && p.Outcome != LeftOut {
		content, err := file.Read(p.Path, registry.MaximumAttachment)
		if err == nil {
			p.Judged = picture.Judge(c, content, q)
			err = picture.Refused(p.Judged)
		}
		p.unread = err
	}
	if p.unread != nil {
		p.refuse(p.unread)
	}
}

func (p *Proposal) refuse(err error) {
	p.becomes(Refused, data.CodeOf(err), argsOf(err))
}

// compare holds what was read against the registry and the files against each other.
func compare(v *registry.View, proposals []Proposal) error {
	everybody, err := v.Choose(registry.Filter{})
	if err != nil {
		return err
	}
	byPlace := map[[2]string][]*Proposal{}
	for i := range proposals {
		p := &proposals[i]
		if p.Outcome == Refused || p.Outcome == LeftOut || p.Judged == nil {
			continue
		}
		if p.wasPut(v.Campaign(), everybody) || p.Graduate == "" {
			continue
		}
		if err := p.hold(v, everybody); err != nil {
			return err
		}
		if f := v.Campaign().Field(p.Field); f.Kind == campaign.KindFile && p.Outcome != Refused {
			at := [2]string{p.Graduate, p.Field}
			byPlace[at] = append(byPlace[at], p)
		}
	}
	for _, rivals := range byPlace {
		oneOf(rivals)
	}
	for i := range proposals {
		for j := range i {
			proposals[i].likeness(&proposals[j])
		}
	}
	return nil
}

// wasPut says that somebody has put a file in by hand before of which its name does not say for
// certain whose it is: the very bytes stand with one whom it may be, or with anybody where it says
// nobody.
func (p *Proposal) wasPut(c *campaign.Campaign, everybody []*data.Graduate) bool {
	if p.Settled || p.Outcome == Sure {
		return false
	}
	for _, g := range everybody {
		if p.Graduate != "" && !slices.ContainsFunc(p.Candidates, func(of Candidate) bool { return of.ID == g.ID }) {
			continue
		}
		for _, a := range c.Attached(g) {
			if f := c.Field(a.Field); f != nil && g.Prints[a.ID] == p.Judged.SHA256 {
				p.becomes(There, "", nil)
				p.Field, p.For, p.Graduate, p.Candidates = a.Field, a.For, g.ID, []Candidate{{g.ID, g.FullName(), g.Class}}
				return true
			}
		}
	}
	return false
}

// oneOf settles files that go to one place: the one of which somebody has said so is taken, and the
// others are not; where nobody has, or of several, all are doubtful. One that is there already stays so.
func oneOf(rivals []*Proposal) {
	var said []*Proposal
	for _, p := range rivals {
		if p.Settled {
			said = append(said, p)
		}
	}
	if len(said) == 1 {
		for _, p := range rivals {
			if p != said[0] && p.Outcome != There {
				p.becomes(LeftOut, PlaceTaken, data.Args{"file": said[0].Name})
			}
		}
		return
	}
	for _, p := range said {
		p.Settled = false
	}
	for i, p := range rivals[min(1, len(rivals)):] {
		p.doubt("photo.second_file", data.Args{"file": rivals[0].Name})
		if i == 0 {
			rivals[0].doubt("photo.second_file", data.Args{"file": p.Name})
		}
	}
}

// hold says that a file is there already, that another stands in its place, that the form does
// not take it now, or that somebody else has the same picture or one that looks the same, now or
// last year.
func (p *Proposal) hold(v *registry.View, everybody []*data.Graduate) error {
	g, err := v.Find(p.Graduate)
	if err != nil {
		return err
	}
	for _, a := range v.Campaign().Attached(g) {
		if a.Field != p.Field || a.For != p.For {
			continue
		}
		if g.Prints[a.ID] == p.Judged.SHA256 {
			p.becomes(There, "", nil)
			return nil
		}
		p.Replaces = p.Replaces || p.For == ""
	}
	if err := v.TakesFile(g, p.Field, p.For); err != nil && p.Outcome != Unmatched {
		p.refuse(err)
		return nil
	}
	if p.Replaces {
		p.doubt(hasAnother, nil)
	}
	for _, other := range everybody {
		if other.ID != g.ID && p.sameAs(v.Campaign(), other) {
			p.doubt("photo.same_as", data.Args{"name": other.FullName()})
		}
	}
	if v.OfLastYear(p.Judged) {
		p.doubt("rule."+registry.RuleOfLastYear, data.Args{"field": v.Campaign().FieldTitle(p.Field)})
	}
	if other := v.ZoneDiffers(g, p.Judged.Zone); len(other) > 0 {
		p.doubt("rule."+registry.RuleZoneDiffers, other[0].Args)
	}
	return nil
}

// sameAs says that a graduate has the same picture, or as a portrait one that looks the same.
func (p *Proposal) sameAs(c *campaign.Campaign, other *data.Graduate) bool {
	for _, a := range c.Attached(other) {
		if other.Prints[a.ID] == p.Judged.SHA256 || picture.Alike(p.Judged, other.Pictures[a.ID].Judged) {
			return true
		}
	}
	return false
}

// likeness makes two files doubtful that are one picture of two people.
func (p *Proposal) likeness(other *Proposal) {
	if p.Outcome == There || p.Outcome == Refused || !p.isSomebodys() || !other.isSomebodys() || other.Graduate == p.Graduate {
		return
	}
	if p.Judged.SHA256 == other.Judged.SHA256 || picture.Alike(p.Judged, other.Judged) {
		p.doubt("photo.same_as", data.Args{"name": other.told()})
		other.doubt("photo.same_as", data.Args{"name": p.told()})
	}
}

// isSomebodys says that a file can be a picture of somebody, who is known.
func (p *Proposal) isSomebodys() bool {
	return p.Graduate != "" && p.Judged != nil && p.Outcome != LeftOut
}

// told is whose a file is, with its name.
func (p *Proposal) told() string { return p.Candidates[0].Name + " («" + p.Name + "»)" }
