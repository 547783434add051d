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
// is there already; somebody leaves it out; or it is no picture that is taken.
const (
	Sure      Outcome = "sure"
	Doubtful  Outcome = "doubtful"
	Unmatched Outcome = "unmatched"
	There     Outcome = "there"
	LeftOut   Outcome = "left_out"
	Refused   Outcome = "refused"
)

// Candidate is one whose picture a file may be.
type Candidate struct{ ID, Name, Class string }

// Proposal is what is proposed for one file.
type Proposal struct {
	File
	Outcome Outcome
	// Field is where it goes, and For what it proves in a field of several files; Graduate is
	// whose it is: the first of the candidates, "" where there is none.
	Field, For string
	Graduate   string
	Candidates []Candidate
	// By is how it was matched: one of [ByCard], [ByDocument], [ByDraft] and [ByName], "" for nobody.
	By string
	// Why is a sentence that says what is in doubt, "" where nothing is; Also are the further
	// doubts, the graver first, none graver than Why.
	Why     string
	WhyArgs data.Args
	Also    []Doubt
	// Replaces says that another picture stands in its place, which goes.
	Replaces bool
	// Settled says that somebody has said whose it is.
	Settled bool
	// Judged is what the rules say of it, nil where it cannot be read.
	Judged *Judged
	// named is the proposal as its name alone makes it, unread why the file cannot be taken.
	named  *Proposal
	unread error
}

// Place is where the file goes, as the desk of the form calls it.
func (p *Proposal) Place() string {
	if p.For == "" {
		return p.Field
	}
	return p.Field + ":" + p.For
}

// Doubt is a sentence that says what is in doubt.
type Doubt struct {
	Why  string
	Args data.Args
}

// Reasons are all that is said of a file that is not simply taken: the worst first.
func (p *Proposal) Reasons() []Doubt {
	if p.Why == "" {
		return nil
	}
	return append([]Doubt{{p.Why, p.WhyArgs}}, p.Also...)
}

// gravity is the order of doubts, the worst first: who it is comes before which picture it is, and
// where it goes. What is not named here is graver than all.
var gravity = []string{"photo.several", "photo.name_of_other", "photo.same_as", "rule." + registry.RuleOfLastYear, "rule." + registry.RuleZoneDiffers, "photo.other_class",
	"photo.other_letters", "photo.second_file", "photo.half_a_name", "photo.which_side", "photo.which_privilege", hasAnother}

// hasAnother is the doubt about the picture itself: it takes another's place.
const hasAnother = "photo.has_another"

// doubt makes a proposal one that somebody is to settle. Of one kind of doubt it tells the first.
func (p *Proposal) doubt(why string, args data.Args) {
	all := p.Reasons()
	if p.Settled || p.Outcome != Sure && p.Outcome != Doubtful || slices.ContainsFunc(all, func(d Doubt) bool { return d.Why == why }) {
		return
	}
	all = append(all, Doubt{why, args})
	slices.SortStableFunc(all, func(a, b Doubt) int { return slices.Index(gravity, a.Why) - slices.Index(gravity, b.Why) })
	p.Outcome, p.Why, p.WhyArgs, p.Also = Doubtful, all[0].Why, all[0].Args, all[1:]
}

// becomes gives a proposal an outcome with one reason in the place of all that was in doubt.
func (p *Proposal) becomes(outcome Outcome, why string, args data.Args) {
	p.Outcome, p.Why, p.WhyArgs, p.Also = outcome, why, args, nil
}

// Slight says that a file is in doubt and can be taken as it is proposed without looking at it
// alone: whose it is and where it goes is certain, and what is there goes.
func (p *Proposal) Slight() bool { return p.Outcome == Doubtful && p.Why == hasAnother }

// Match says to whom each of many files belongs: by the card number, the document number, the
// school's own draft number or the name in the file's own name, with the class in those of its folders. What goes into usual, a
// field of the form, says no name otherwise. Settled is what somebody has said of files, by their
// names. Files are read and judged, two at a time at most; nothing is changed. It needs
// registry.RightRegister; progress may be nil.
func (d *Desk) Match(ctx context.Context, files []File, usual string, settled map[string]Settled, progress func(done, total int)) ([]Proposal, error) {
	everybody, err := registry.Read(d.registry, registry.RightRegister, func(v *registry.View) ([]*data.Graduate, error) {
		if !v.Campaign().Field(usual).HoldsFiles() {
			return nil, data.Fail("attachment.no_field", data.Args{"field": usual})
		}
		return v.Choose(registry.Filter{})
	})
	if err != nil {
		return nil, err
	}
	// No lock is held: thousands of names take seconds.
	proposals := propose(d.registry.Campaign(), everybody, files, usual)
	_, err = registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (struct{}, error) {
		return struct{}{}, settle(v, proposals, settled)
	})
	if err != nil {
		return nil, err
	}
	return d.compared(ctx, proposals, progress)
}

// compared reads and judges what was not judged yet as what it is now, and holds all files against
// the registry and each other.
func (d *Desk) compared(ctx context.Context, proposals []Proposal, progress func(done, total int)) ([]Proposal, error) {
	if err := d.readAll(ctx, proposals, progress); err != nil {
		return nil, err
	}
	_, err := registry.Read(d.registry, registry.RightRegister, func(v *registry.View) (struct{}, error) {
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
		p := Proposal{File: f, Outcome: Unmatched, Why: "photo.nobody", unread: f.Unread}
		if f.Unread == nil {
			l := read(f, c.NameScript)
			l.draft = c.DraftNumber
			p.find(l, all, classes)
		}
		p.put(c, all, f, usual)
		named := p
		p.named = &named
		proposals[i] = p
	}
	return proposals
}

// find looks for whose picture it is: those whom the label fits best, first to the letter.
func (p *Proposal) find(l label, all []*data.Graduate, classes []string) {
	var best []*data.Graduate
	var most match
	for _, g := range all {
		switch m := l.match(g); {
		case m.weight == 0 || m.less(most):
			continue
		case most.less(m):
			best, most, p.By = nil, m, m.by
		}
		best = append(best, g)
	}
	if len(best) == 0 {
		return
	}
	p.becomes(Sure, "", nil)
	if named := l.namesClass(classes); named {
		best = p.ofClass(l, best)
	}
	best = p.spelt(l.exactly(), most.weight, best, all)
	for _, g := range best {
		p.Candidates = append(p.Candidates, Candidate{g.ID, g.FullName(), g.Class})
	}
	p.Graduate = best[0].ID
	switch {
	case len(best) > 1:
		p.doubt("photo.several", data.Args{"number": len(best)})
	case most.weight < wholeName:
		p.doubt("photo.half_a_name", nil)
	case most.weight == aNumber && otherName(l, best[0], all):
		p.doubt("photo.name_of_other", nil)
	}
}

// spelt are those among the best whose name it is to the letter, not but for letters of another
// keyboard, as «Галаган» is Ґалаґан; where it is that of somebody else only, somebody looks.
func (p *Proposal) spelt(exact label, weight int, best, all []*data.Graduate) []*data.Graduate {
	other := func(g *data.Graduate) bool { return exact.match(g).weight < min(weight, wholeName) }
	if spelt := slices.DeleteFunc(slices.Clone(best), other); len(spelt) > 0 {
		return spelt
	}
	if slices.ContainsFunc(all, func(g *data.Graduate) bool { return !other(g) }) {
		p.doubt("photo.other_letters", nil)
	}
	return best
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
	if len(l.words) == 0 || l.hasAll(g.Surname) > 0 {
		return false
	}
	return slices.ContainsFunc(all, func(other *data.Graduate) bool { return l.hasAll(other.Surname) > 0 && l.hasAll(other.GivenName) > 0 })
}
