package post

import (
	"cmp"

	"graduand/data"
	"graduand/data/registry"
)

// Offered is who can be put on a list now, and who is left out of it.
type Offered struct {
	On   []*data.Graduate
	Left []Left
}

// Left is somebody who cannot be put on a list, and why: a sentence (UA-134).
type Left struct {
	Graduate *data.Graduate
	Why      data.Phrase
}

// Offer says of the chosen who can be put on a list (UA-057, UA-133, UA-134): whose kit is received,
// with whatever else is missing in it, who belongs there, and is on no list that counts.
func (d *Desk) Offer(f registry.Filter) (Offered, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (o Offered, err error) {
		if err := need(v, registry.CapabilityLists); err != nil {
			return o, err
		}
		rows, err := v.Rows(f)
		if err != nil {
			return o, err
		}
		for i := range rows {
			switch why, err := v.AgainstList(&rows[i]); {
			case err != nil:
				return o, err
			case why.ID != "":
				o.Left = append(o.Left, Left{rows[i].Graduate, why})
			default:
				o.On = append(o.On, rows[i].Graduate)
			}
		}
		return o, nil
	})
}

// refuseUnoffered refuses somebody who cannot be put on a list, and says why.
func refuseUnoffered(v *registry.View, id string) (*data.Graduate, error) {
	g, err := v.Active(id)
	if err != nil {
		return nil, err
	}
	row, err := v.Row(g)
	if err != nil {
		return nil, err
	}
	why, err := v.AgainstList(&row)
	if err == nil && why.ID != "" {
		err = data.Fail("list.not_offered", data.Args{"name": cmp.Or(g.FullName(), row.DraftNumber), "why": why})
	}
	return g, err
}
