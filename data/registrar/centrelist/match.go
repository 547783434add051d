package centrelist

import (
	"slices"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// people are those of the registry, to be found by what a row says.
type people struct {
	v     *registry.View
	named map[string][]*data.Graduate
	alike *roster.Alike[*data.Graduate]
	// classes are those in which there is somebody.
	classes []string
	// removed are those who were removed from the registry, by their full names.
	removed map[string]*data.Graduate
}

func newPeople(v *registry.View) *people {
	p := &people{v: v, named: map[string][]*data.Graduate{}, alike: roster.NewAlike[*data.Graduate](), removed: map[string]*data.Graduate{}}
	for _, g := range v.All() {
		p.named[shortName(g)] = append(p.named[shortName(g)], g)
		p.alike.Add(g, g)
		if !slices.Contains(p.classes, g.Class) {
			p.classes = append(p.classes, g.Class)
		}
	}
	for _, g := range v.Everybody() {
		if g.Removed != nil {
			p.removed[data.SearchKey(g.FullName())] = g
		}
	}
	return p
}

// shortName is surname and given name, whatever the spelling; the patronymic is left out as often
// as not.
func shortName(g *data.Graduate) string {
	return data.SearchKey(g.Surname) + "|" + data.SearchKey(g.GivenName)
}

// match is the one of the registry whom a row is about, or those whom it may be about, with the rule
// that says why a person must say it; none of all that where nobody is.
type match struct {
	who  *data.Graduate
	may  []*data.Graduate
	rule string
}

// find finds whom a row is about: by the name, else by the number with a name that resembles. One
// who has the number and another name is a doubt.
func (p *people) find(r *row) match {
	named, holder := p.byName(r.g), p.holder(r.g)
	switch {
	case !r.named() && holder == nil:
		return match{}
	case len(named) > 1 && slices.Contains(named, holder):
		return match{who: holder}
	case len(named) > 1:
		return match{may: named, rule: "centre_several_persons"}
	case len(named) == 1 && holder != named[0] && otherBirth(named[0], r.g):
		return match{may: named, rule: "centre_other_birth"}
	case len(named) == 1:
		return match{who: named[0]}
	case holder != nil && resembles(holder, r.g):
		return match{who: holder}
	case holder != nil:
		return match{may: []*data.Graduate{holder}, rule: "centre_number_of_other"}
	}
	if others := p.named[shortName(r.g)]; len(others) > 0 {
		return match{may: others, rule: "centre_other_patronymic"}
	}
	if other := p.resembling(r.g); other != nil {
		return match{may: []*data.Graduate{other}, rule: "centre_resembles"}
	}
	return match{}
}

// resembling is one whose name is spelt in another way or was changed in part, nil for nobody. The
// centre's list may have no classes: the row is then looked for in each class.
func (p *people) resembling(g *data.Graduate) *data.Graduate {
	if other, _, _, found := p.alike.Find(g); found {
		return other
	}
	classmate := g.Clone()
	for _, classmate.Class = range p.classes {
		if other, _, _, found := p.alike.Find(classmate); found {
			return other
		}
	}
	return nil
}

// alike reports that a class list would ask whether two are one, were they of one class.
func alike(a, b *data.Graduate) bool {
	one, classmate := roster.NewAlike[bool](), b.Clone()
	one.Add(a, true)
	classmate.Class = a.Class
	_, _, _, found := one.Find(classmate)
	return found
}

// byName are those with the surname, the given name and no other patronymic; of several those alone
// of the class or the birth date of the row, if these tell them apart.
func (p *people) byName(g *data.Graduate) []*data.Graduate {
	var found []*data.Graduate
	for _, other := range p.named[shortName(g)] {
		if g.Patronymic == "" || other.Patronymic == "" || data.SearchKey(g.Patronymic) == data.SearchKey(other.Patronymic) {
			found = append(found, other)
		}
	}
	for _, tells := range []func(other *data.Graduate) bool{
		func(other *data.Graduate) bool { return g.BirthDate != "" && g.BirthDate == other.BirthDate },
		func(other *data.Graduate) bool { return g.Patronymic != "" && other.Patronymic != "" },
		func(other *data.Graduate) bool { return g.Class != "" && g.Class == other.Class },
	} {
		if some := slices.DeleteFunc(slices.Clone(found), func(other *data.Graduate) bool { return !tells(other) }); len(some) == 1 {
			return some
		}
	}
	return found
}

// holder is the one who has the number of the row here, nil for nobody.
func (p *people) holder(g *data.Graduate) *data.Graduate {
	if g.CardKey() == "" {
		return nil
	}
	if with := p.v.WithCardOf(g); len(with) > 0 {
		return with[0]
	}
	return nil
}

func otherBirth(a, b *data.Graduate) bool {
	return a.BirthDate != "" && b.BirthDate != "" && a.BirthDate != b.BirthDate
}

// resembles reports that two with one number may be one person whose name is spelt in another way or
// was changed in part: two parts of the name are the same, or a class list would ask.
func resembles(a, b *data.Graduate) bool {
	same := 0
	for _, field := range nameFields {
		if x, y := a.Get(field), b.Get(field); x != "" && data.FindKey(x) == data.FindKey(y) {
			same++
		}
	}
	return same >= 2 || alike(a, b)
}

func personOf(g *data.Graduate) Person {
	return Person{ID: g.ID, Name: g.FullName(), Class: g.Class, CardNumber: g.Current().CardNumber}
}
