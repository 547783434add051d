package photo

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// Outcome is what is proposed for a file.
type Outcome string

// What can be proposed: it is put where it belongs; somebody is to say so; nobody is found; it
// is there already; or it is no picture that is taken.
const (
	Sure      Outcome = "sure"
	Doubtful  Outcome = "doubtful"
	Unmatched Outcome = "unmatched"
	There     Outcome = "there"
	Refused   Outcome = "refused"
)

// Candidate is one whose picture a file may be.
type Candidate struct{ ID, Name, Class string }

// Proposal is what is proposed for one file.
type Proposal struct {
	File
	Outcome Outcome
	// Field is where it goes, Graduate to whom: the first of the candidates, "" where there is
	// none.
	Field      string
	Graduate   string
	Candidates []Candidate
	// By is how it was matched: one of [ByCard], [ByDocument] and [ByName], "" for nobody.
	By string
	// Why is a sentence that says what is in doubt, "" where nothing is.
	Why     string
	WhyArgs data.Args
	// Settled says that somebody has said whose it is.
	Settled bool
	// Judged is what the rules say of it, nil where it cannot be read.
	Judged *Judged
}

// doubt makes a proposal one that somebody is to settle.
func (p *Proposal) doubt(why string, args data.Args) {
	if p.Outcome == Sure && !p.Settled {
		p.Outcome, p.Why, p.WhyArgs = Doubtful, why, args
	}
}

// Match says to whom each of many files belongs: by the card number, the document number or the
// name in the file's own name, with the class in those of its folders. What goes into usual, a
// field of the form, says no name otherwise. Settled are the files, by their names, of which
// somebody has said whose they are, by the id. Files are read and judged, two at a time at most;
// nothing is changed. It needs registry.RightRegister; progress may be nil.
func (d *Desk) Match(ctx context.Context, files []File, usual string, settled map[string]string, progress func(done, total int)) ([]Proposal, error) {
	proposals, err := registry.Read(d.registry, registry.RightRegister, func(v *registry.View) ([]Proposal, error) {
		if f := v.Campaign().Field(usual); f == nil || f.Kind != campaign.KindFile {
			return nil, data.Fail("attachment.no_field", data.Args{"field": usual})
		}
		chosen, err := v.Choose(registry.Filter{})
		if err != nil {
			return nil, err
		}
		proposals := propose(v.Campaign(), chosen, files, usual)
		return proposals, settle(v, proposals, settled)
	})
	if err != nil {
		return nil, err
	}
	if err := d.readAll(ctx, proposals, progress); err != nil {
		return nil, err
	}
	_, err = registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (struct{}, error) {
		return struct{}{}, compare(v, proposals)
	})
	return proposals, err
}

// propose matches names alone.
func propose(c *campaign.Campaign, all []*data.Graduate, files []File, usual string) []Proposal {
	var classes []string
	for _, g := range all {
		if g.Class != "" && !slices.Contains(classes, g.Class) {
			classes = append(classes, g.Class)
		}
	}
	proposals := make([]Proposal, len(files))
	for i, f := range files {
		proposals[i] = Proposal{File: f, Field: place(c, f.Name, usual), Outcome: Unmatched, Why: "photo.nobody"}
		proposals[i].find(read(f.Name, c.NameScript), all, classes)
	}
	return proposals
}

// settle puts whose a file is in the place of what was found.
func settle(v *registry.View, proposals []Proposal, settled map[string]string) error {
	for i := range proposals {
		p := &proposals[i]
		id, said := settled[p.Name]
		if !said {
			continue
		}
		g, err := v.Active(id)
		if err != nil {
			return err
		}
		p.Outcome, p.Why, p.WhyArgs, p.By, p.Settled = Sure, "", nil, "", true
		p.Graduate, p.Candidates = g.ID, []Candidate{{g.ID, g.FullName(), g.Class}}
	}
	return nil
}

// find looks for whose picture it is: those whom the label fits best.
func (p *Proposal) find(l label, all []*data.Graduate, classes []string) {
	var best []*data.Graduate
	most := 0
	for _, g := range all {
		by, weight := l.match(g)
		if weight == 0 || weight < most {
			continue
		}
		if weight > most {
			best, most, p.By = nil, weight, by
		}
		best = append(best, g)
	}
	if len(best) == 0 {
		return
	}
	p.Outcome, p.Why = Sure, ""
	if named := l.namesClass(classes); named {
		best = p.ofClass(l, best)
	}
	for _, g := range best {
		p.Candidates = append(p.Candidates, Candidate{g.ID, g.FullName(), g.Class})
	}
	p.Graduate = best[0].ID
	switch {
	case len(best) > 1:
		p.doubt("photo.several", data.Args{"number": len(best)})
	case most < 3:
		p.doubt("photo.half_a_name", nil)
	case most == 5 && otherName(l, best[0], all):
		p.doubt("photo.name_of_other", nil)
	}
}

// ofClass are those in the class that the folders name; where none is, the name decides, and
// somebody looks.
func (p *Proposal) ofClass(l label, best []*data.Graduate) []*data.Graduate {
	inside := slices.DeleteFunc(slices.Clone(best), func(g *data.Graduate) bool { return !l.inClass(g.Class) })
	if len(inside) > 0 {
		return inside
	}
	p.doubt("photo.other_class", nil)
	return best
}

// otherName says that the name in a label is that of another than the one whose number it has.
func otherName(l label, g *data.Graduate, all []*data.Graduate) bool {
	if len(l.words) == 0 || l.hasAll(g.Surname) {
		return false
	}
	return slices.ContainsFunc(all, func(other *data.Graduate) bool { return l.hasAll(other.Surname) && l.hasAll(other.GivenName) })
}
