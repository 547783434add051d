package photo

import (
	"context"
	"sync"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/file"
	"graduand/data/picture"
	"graduand/data/registry"
	"graduand/imaging"
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

// read reads and judges one file; what cannot be taken is refused with its reason.
func (d *Desk) read(p *Proposal) {
	content, err := file.Read(p.Path, registry.MaximumAttachment)
	if err == nil {
		c := d.registry.Campaign()
		p.Judged = picture.Judge(c, content, picture.QuestionOf(c, p.Field, p.Name, d.registry.Today()))
		err = picture.Refused(p.Judged)
	}
	if err != nil {
		p.Outcome, p.Why, p.WhyArgs = Refused, data.CodeOf(err), argsOf(err)
	}
}

// compare holds what was read against the registry and the files against each other.
func compare(v *registry.View, proposals []Proposal) error {
	byPlace := map[[2]string]*Proposal{}
	for i := range proposals {
		p := &proposals[i]
		if p.Outcome == Refused || p.Graduate == "" {
			continue
		}
		if err := p.hold(v); err != nil {
			return err
		}
		if p.Outcome == There {
			continue
		}
		at := [2]string{p.Graduate, p.Field}
		if other := byPlace[at]; other != nil {
			p.doubt("photo.second_file", data.Args{"file": other.Name})
			other.doubt("photo.second_file", data.Args{"file": p.Name})
		} else {
			byPlace[at] = p
		}
		for j := range i {
			p.likeness(&proposals[j])
		}
	}
	return nil
}

// hold says that a file is there already, that another stands in its place, or that somebody
// else has the same picture or one that looks the same.
func (p *Proposal) hold(v *registry.View) error {
	g, err := v.Find(p.Graduate)
	if err != nil {
		return err
	}
	held := g.Get(p.Field)
	switch {
	case held != "" && g.Prints[held] == p.Judged.SHA256:
		p.Outcome, p.Why = There, ""
		return nil
	case held != "":
		p.doubt("photo.has_another", nil)
	}
	everybody, err := v.Choose(registry.Filter{})
	if err != nil {
		return err
	}
	for _, other := range everybody {
		if other.ID != g.ID && p.sameAs(v.Campaign(), other) {
			p.doubt("photo.same_as", data.Args{"name": other.FullName()})
		}
	}
	return nil
}

// sameAs says that a graduate has the same picture, or as a portrait one that looks the same.
func (p *Proposal) sameAs(c *campaign.Campaign, other *data.Graduate) bool {
	for _, a := range c.Attached(other) {
		if other.Prints[a.ID] == p.Judged.SHA256 || alike(p.Judged, other.Pictures[a.ID].Judged) {
			return true
		}
	}
	return false
}

// likeness makes two files doubtful that are one picture of two people.
func (p *Proposal) likeness(other *Proposal) {
	if other.Graduate == "" || other.Graduate == p.Graduate || other.Judged == nil {
		return
	}
	if p.Judged.SHA256 == other.Judged.SHA256 || alike(p.Judged, other.Judged) {
		p.doubt("photo.same_as", data.Args{"name": other.Name})
		other.doubt("photo.same_as", data.Args{"name": p.Name})
	}
}

// mostApart is in how many places two pictures differ at most that are hardly two.
const mostApart = 4

// alike says that two portraits look the same. Cards of one kind all do.
func alike(a, b *Judged) bool {
	return a != nil && b != nil && a.Kind == campaign.PictureFace && b.Kind == a.Kind && a.Likeness != 0 && b.Likeness != 0 &&
		imaging.Alike(a.Likeness, b.Likeness) <= mostApart
}
