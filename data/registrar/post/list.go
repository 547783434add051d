package post

import (
	"strings"

	"graduand/data"
	"graduand/data/papers"
	"graduand/data/registry"
)

// ListRow is a list with who is on it and where it is.
type ListRow struct {
	*data.List
	Members []Member
	// Package is the one that it lies in, nil for none.
	Package *data.Package
}

// Member is somebody on a list.
type Member struct {
	Graduate *data.Graduate
	// Warnings are what is otherwise now than when the list was printed, or stands against sending it.
	Warnings []data.Phrase
}

// Warned counts the members about whom there is a warning.
func (r ListRow) Warned() int {
	n := 0
	for _, m := range r.Members {
		if len(m.Warnings) > 0 {
			n++
		}
	}
	return n
}

// State is how far a list is: open, final or withdrawn.
func (r ListRow) State() string {
	switch {
	case !r.Live():
		return "withdrawn"
	case r.Final != nil:
		return "final"
	}
	return "open"
}

// IDs are those of the members, in their order.
func (r ListRow) IDs() []string {
	ids := make([]string, len(r.Members))
	for i, m := range r.Members {
		ids[i] = m.Graduate.ID
	}
	return ids
}

// Lists are all lists by their numbers, the withdrawn ones among them; list.none where the campaign
// has none.
func (d *Desk) Lists() ([]ListRow, error) {
	return registry.Read(d.registry, registry.RightLook, lists)
}

func lists(v *registry.View) ([]ListRow, error) {
	if err := need(v, registry.CapabilityLists); err != nil {
		return nil, err
	}
	rows, s := []ListRow(nil), source(v)
	for _, l := range v.Lists() {
		row := ListRow{List: l, Package: v.PackageOf(l.ID)}
		if l.Live() {
			for _, g := range v.Members(l.ID) {
				warnings, err := warnings(v, s, l, g)
				if err != nil {
					return nil, err
				}
				row.Members = append(row.Members, Member{g, warnings})
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// warnings are what is to be looked at about somebody on a list. Of who has begun another attempt
// since nothing is said: what was sent was sent.
func warnings(v *registry.View, s *papers.Source, l *data.List, g *data.Graduate) ([]data.Phrase, error) {
	r := g.Current()
	if r.ListID() != l.ID {
		return nil, nil
	}
	var all []data.Phrase
	warn := func(id string, args data.Args, holds bool) {
		if holds {
			all = append(all, data.Phrase{ID: id, Args: args})
		}
	}
	warn("post.warning.withdraws", nil, r.Fact(data.FactWithdrawing, "") != nil || r.Fact(data.FactWithdrawn, "") != nil)
	if pack := v.PackageOf(l.ID); pack == nil || pack.Closed == nil {
		belongs, err := v.Campaign().Belongs(v.Person(g))
		if err != nil {
			return nil, err
		}
		warn("post.warning.not_included", nil, !belongs)
		warn("post.warning.no_kit", nil, r.Fact(data.FactKitReceived, "") == nil)
		faults, err := v.KitFaults(g)
		if err != nil {
			return nil, err
		}
		warn(faults.ID, faults.Args, faults.ID != "")
	}
	return append(all, differing(s, r, g)...), nil
}

// listFields are the fields of the cells of a row, in their order.
var listFields = []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic, data.FieldCardNumber, data.FieldAttestation}

// differing are what the signed paper says otherwise than the form does now (UA-163).
func differing(s *papers.Source, r *data.Registration, g *data.Graduate) (all []data.Phrase) {
	printed := r.Fact(data.FactListed, "").Paper
	if printed == "" {
		return nil
	}
	paper := strings.Split(printed, "\n")
	for i, now := range s.ListCells(g) {
		if i < len(paper) && paper[i] != now {
			all = append(all, data.Phrase{ID: "post.warning.differs", Args: data.Args{"field": s.Campaign.FieldTitle(listFields[i]), "paper": paper[i], "now": now}})
		}
	}
	return all
}

// paperOf is what a list that is signed says of somebody on it.
func paperOf(s *papers.Source, g *data.Graduate) string {
	return strings.Join(s.ListCells(g), "\n")
}
