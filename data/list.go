package data

import (
	"slices"
	"strconv"
	"strings"
)

// List is one form of the school that names those whose kits go with it (UA-057, UA-132). It holds
// no names: who is on it says the fact [FactListed] of a registration, which has room for one list
// only, so nobody is on two. A withdrawn one has released them.
type List struct {
	ID string `json:"id"`
	// Number is the school's running number of the list.
	Number int `json:"number"`
	// Title says whose list it is: a class, a group, a part.
	Title string `json:"title,omitempty"`
	Made  Fact   `json:"made"`
	// Final is how it was signed and printed; nil while people may still come and go.
	Final     *FinalList `json:"final,omitempty"`
	Withdrawn *Fact      `json:"withdrawn,omitempty"`
}

// FinalList is a list that stands as it was printed (F-20, UA-118).
type FinalList struct {
	Fact
	// Date and Number are those under which it leaves, as the outgoing register has them.
	Date   Date   `json:"date,omitempty"`
	Number string `json:"number,omitempty"`
	// Rows is how many people are on the paper, Registered how many of them are in the language
	// register (UA-058).
	Rows       int `json:"rows"`
	Registered int `json:"registered,omitempty"`
	// Printed is the entry of the history by which it can be printed again as it was, Register that of
	// the language register, 0 for none.
	Printed  int64 `json:"printed,omitempty"`
	Register int64 `json:"register,omitempty"`
}

// Live says that a list counts: it was not withdrawn.
func (l *List) Live() bool { return l.Withdrawn == nil }

// Label names a list in the history, in no language.
func (l *List) Label() string {
	return strings.TrimSpace("№ " + strconv.Itoa(l.Number) + " " + l.Title)
}

// Outgoing says that a final list has date and outgoing number.
func (l *List) Outgoing() bool { return l.Final != nil && l.Final.Date != "" && l.Final.Number != "" }

// Gone is how many rows of a signed list are of people who were erased since, where so many are left on it: nobody
// else leaves one.
func (l *List) Gone(left int) int {
	if l.Final == nil || !l.Live() {
		return 0
	}
	return l.Final.Rows - left
}

// Clone returns a copy that shares nothing with l.
func (l *List) Clone() *List {
	c := *l
	c.Withdrawn = l.Withdrawn.clone()
	if l.Final != nil {
		final := *l.Final
		c.Final = &final
	}
	return &c
}

// Package is one envelope of the school: lists with their registers, the kits of who is on them, and
// a covering letter (F-09).
type Package struct {
	ID     string   `json:"id"`
	Number int      `json:"number"`
	Lists  []string `json:"lists"`
	Made   Fact     `json:"made"`
	// Closed is what was counted when the envelope was closed; nil while it is open.
	Closed *ClosedPackage `json:"closed,omitempty"`
	// Operator and Item are codes of the campaign: who carries it, and as what.
	Operator string `json:"operator,omitempty"`
	Item     string `json:"item,omitempty"`
	Tracking string `json:"tracking,omitempty"`
	// Postmark is the day of the stamp on the envelope (UA-062), Received the day that the centre has
	// recorded (UA-063, UA-152); "" until they are known.
	Postmark Date `json:"postmark,omitempty"`
	Received Date `json:"received,omitempty"`
	// ByCourier says that no stamp decides but the day that the centre has recorded.
	ByCourier bool `json:"by_courier,omitempty"`
	// Dropped says that it was taken apart: there is no such package any more.
	Dropped *Fact `json:"dropped,omitempty"`
}

// ClosedPackage is what was counted on paper when an envelope was closed: the rows of its lists and
// the kits, which must be as many (UA-129).
type ClosedPackage struct {
	Fact
	Rows  int  `json:"rows"`
	Kits  int  `json:"kits"`
	Cover bool `json:"cover,omitempty"`
	// Grams is what it weighs, as estimated or as the scales say; 0 for unknown.
	Grams int `json:"grams,omitempty"`
}

// SentOn is the day that counts as the day of submission, "" for not yet: by post the stamp, by
// courier the day that the centre has recorded (UA-062, UA-063).
func (p *Package) SentOn() Date {
	if p.ByCourier {
		return p.Received
	}
	return p.Postmark
}

// Label names a package in the history, in no language.
func (p *Package) Label() string { return "№ " + strconv.Itoa(p.Number) }

// Has says that a list is in the package.
func (p *Package) Has(list string) bool { return slices.Contains(p.Lists, list) }

// Clone returns a copy that shares nothing with p.
func (p *Package) Clone() *Package {
	c := *p
	c.Lists, c.Dropped = slices.Clone(p.Lists), p.Dropped.clone()
	if p.Closed != nil {
		closed := *p.Closed
		c.Closed = &closed
	}
	return &c
}

// ListID is the live list that a registration is on, "" for none.
func (r *Registration) ListID() string {
	if f := r.Fact(FactListed, ""); f != nil {
		return f.Seen
	}
	return ""
}

// ListIDs are the lists that the attempts of a graduate are on, the first attempt first; an earlier
// one stays on the list with which it was sent.
func (g *Graduate) ListIDs() (ids []string) {
	for i := range g.Registrations {
		if id := g.Registrations[i].ListID(); id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// On is the attempt of a graduate that is on a list, nil for none.
func (g *Graduate) On(list string) *Registration {
	for i := range g.Registrations {
		if g.Registrations[i].ListID() == list {
			return &g.Registrations[i]
		}
	}
	return nil
}

// Posted says that somebody has noted who carries the package.
func (p *Package) Posted() bool { return p.Operator != "" }
