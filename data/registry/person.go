package registry

import (
	"graduand/data"
)

// entry is a graduate of the index; one who is not there is graduate.unknown.
func (v *View) entry(id string) (*entry, error) {
	if e := v.index.byID[id]; e != nil {
		return e, nil
	}
	return nil, data.Fail("graduate.unknown", data.Args{"id": id})
}

// Find is a graduate by id; one who is not there is graduate.unknown.
func (v *View) Find(id string) (*data.Graduate, error) {
	e, err := v.entry(id)
	if err != nil {
		return nil, err
	}
	return e.graduate, nil
}

// Lookup is a graduate by id, nil for one who is not there.
func (v *View) Lookup(id string) *data.Graduate {
	if e := v.index.byID[id]; e != nil {
		return e.graduate
	}
	return nil
}

// Active is a graduate with whom work goes on; a removed one is graduate.is_removed.
func (v *View) Active(id string) (*data.Graduate, error) {
	g, err := v.Find(id)
	if err == nil && g.Removed != nil {
		return nil, data.Fail("graduate.is_removed", data.Args{"name": g.FullName()})
	}
	return g, err
}

// All are the graduates that are not removed, in the order of class and name.
func (v *View) All() []*data.Graduate {
	var all []*data.Graduate
	for _, e := range v.index.ordered {
		if e.graduate.Removed == nil {
			all = append(all, e.graduate)
		}
	}
	return all
}

// IDs are those of graduates, in their order.
func IDs(graduates []*data.Graduate) []string {
	ids := make([]string, len(graduates))
	for i, g := range graduates {
		ids[i] = g.ID
	}
	return ids
}
