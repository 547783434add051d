package post

import (
	"cmp"
	"slices"

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
			switch why, err := against(v, &rows[i]); {
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

// against says why somebody cannot be put on a list, with the id "" for nothing: what to do about it
// goes before the list that somebody stands on.
func against(v *registry.View, row *registry.Row) (data.Phrase, error) {
	g, r := row.Graduate, row.Graduate.Current()
	why := func(id string, args data.Args) (data.Phrase, error) {
		return data.Phrase{ID: "post.left." + id, Args: args}, nil
	}
	switch {
	case r.Fact(data.FactWithdrawing, "") != nil || r.Fact(data.FactWithdrawn, "") != nil:
		return why("withdrawn", nil)
	case r.Refused():
		return why("refused", nil)
	case row.Trail.List != nil:
		return why("on_list", data.Args{"number": row.Trail.List.Number})
	case r.AnswerState() != "":
		return why("answered", nil)
	case r.Fact(data.FactSent, "") != nil:
		return why("sent", nil)
	case row.OwnWay:
		return ownWay(v, g)
	case callsFirst(row):
		return why("call_first", nil)
	case r.Fact(data.FactKitReceived, "") == nil:
		return why("no_kit", nil)
	}
	return data.Phrase{}, nil
}

// callsFirst says that the centre is to be called before anything is sent (UA-142).
func callsFirst(row *registry.Row) bool {
	return row.First != nil && row.First.Call && row.First.Severity == data.SeverityError
}

// ownWay says why somebody does not belong on the list of the school: the mark without which it would
// be so, else the way that the campaign has for the person.
func ownWay(v *registry.View, g *data.Graduate) (data.Phrase, error) {
	c := v.Campaign()
	for _, mark := range g.Marks {
		without := g.Clone()
		without.Marks = slices.DeleteFunc(without.Marks, func(m string) bool { return m == mark })
		belongs, err := c.Belongs(v.Person(without))
		if err != nil {
			return data.Phrase{}, err
		}
		if belongs {
			return data.Phrase{ID: "post.left.marked", Args: data.Args{"mark": c.CodeWording(data.FieldMarks, mark)}}, nil
		}
	}
	route, err := c.RouteFor(v.Person(g))
	if err != nil || route == nil {
		return data.Phrase{ID: "print.left.not_included"}, err
	}
	return data.Phrase{ID: "post.left.own_way", Args: data.Args{"way": route.Wording()}}, nil
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
	why, err := against(v, &row)
	if err == nil && why.ID != "" {
		err = data.Fail("list.not_offered", data.Args{"name": cmp.Or(g.FullName(), row.DraftNumber), "why": why})
	}
	return g, err
}
