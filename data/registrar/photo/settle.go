package photo

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Settled is what somebody has said of a file.
type Settled struct {
	// Graduate is the id of whose it is; "" for the one who was found by its name.
	Graduate string
	// Place is where it goes, as the desk of the form calls it: a field, of several files with
	// what the document proves, "privilege_documents:orphan". "" for what its name says.
	Place string
	// LeftOut says that it is not put in.
	LeftOut bool
}

// PlaceTaken is why a file is left out of which nobody has said so: another was taken for its place.
const PlaceTaken = "photo.place_taken"

// Say notes what somebody says of a file. One that is taken for a place that takes one takes it from
// the other of which that was said before.
func Say(c *campaign.Campaign, matched []Proposal, settled map[string]Settled, name string, said Settled) {
	if !said.LeftOut && said.Place != "" {
		at := campaign.PlaceOf(said.Place)
		for _, p := range matched {
			if f := c.Field(at.Field); p.Settled && p.Name != name && p.Graduate == said.Graduate && p.Field == at.Field && f != nil && f.Kind == campaign.KindFile {
				delete(settled, p.Name)
			}
		}
	}
	settled[name] = said
}

// TakenFrom are the files that were left out between two states of the same ones because another was
// taken for their place.
func TakenFrom(before, now []Proposal) (left []Proposal) {
	for i, p := range now {
		if p.Why == PlaceTaken && before[i].Why != PlaceTaken {
			left = append(left, p)
		}
	}
	return left
}

// Settle says anew what becomes of files that [Desk.Match] has matched, after somebody has said
// something of some of them, by their names. What is judged stays judged; a file that goes into a
// field for another kind of picture is judged anew. It needs registry.RightRegister.
func (d *Desk) Settle(ctx context.Context, matched []Proposal, settled map[string]Settled) ([]Proposal, error) {
	proposals := slices.Clone(matched)
	_, err := registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (struct{}, error) {
		for i := range proposals {
			p := &proposals[i]
			named, judged, unread := p.named, p.Judged, p.unread
			*p = *named
			p.named, p.Judged, p.unread = named, judged, unread
		}
		return struct{}{}, settle(v, proposals, settled)
	})
	if err != nil {
		return nil, err
	}
	return d.compared(ctx, proposals, nil)
}

// settle puts what somebody has said in the place of what was found.
func settle(v *registry.View, proposals []Proposal, settled map[string]Settled) error {
	for i := range proposals {
		said, is := settled[proposals[i].Name]
		if !is {
			continue
		}
		if err := proposals[i].settle(v, said); err != nil {
			return err
		}
	}
	return nil
}

func (p *Proposal) settle(v *registry.View, said Settled) error {
	if said.LeftOut {
		p.becomes(LeftOut, "", nil)
		return nil
	}
	if said.Graduate != "" {
		g, err := v.Active(said.Graduate)
		if err != nil {
			return err
		}
		p.By, p.Graduate, p.Candidates = "", g.ID, []Candidate{{g.ID, g.FullName(), g.Class}}
	}
	if p.Graduate == "" {
		return data.Fail("photo.whose", data.Args{"file": p.Name})
	}
	p.becomes(Sure, "", nil)
	p.Settled = true
	if said.Place == "" {
		p.proves(v.Campaign(), v.Lookup(p.Graduate))
		return nil
	}
	at := campaign.PlaceOf(said.Place)
	p.Field, p.For = at.Field, at.For
	g, err := v.Active(p.Graduate)
	if err != nil {
		return err
	}
	return v.TakesFile(g, p.Field, p.For)
}
