package registry

import (
	"slices"
	"strings"

	"graduand/data"
)

// AgainstList says why somebody cannot be put on a list, with the id "" for nothing: what to do about it
// goes before the list that somebody stands on.
func (v *View) AgainstList(row *Row) (data.Phrase, error) {
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
		return v.ownWay(g)
	case row.callsFirst():
		return why("call_first", nil)
	case r.Fact(data.FactKitReceived, "") == nil:
		return why("no_kit", nil)
	}
	return data.Phrase{}, nil
}

// callsFirst says that the centre is to be called before anything is sent (UA-142).
func (row *Row) callsFirst() bool {
	return row.First != nil && row.First.Call && row.First.Severity == data.SeverityError
}

// ownWay says why somebody does not belong on the list of the school: the mark without which it would
// be so, else the way that the campaign has for the person.
func (v *View) ownWay(g *data.Graduate) (data.Phrase, error) {
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

// KitFaults says what was looked at in somebody's kit and is not as it should be (UA-087), with the id
// "" for nothing.
func (v *View) KitFaults(g *data.Graduate) (data.Phrase, error) {
	if !g.Current().HasFact(data.FactFailed) {
		return data.Phrase{}, nil
	}
	var faults []string
	kit, err := v.Spoken().KitOf(g, v.Person(g))
	for _, paper := range kit {
		for _, q := range paper.Questions {
			if q.Answer != nil && !q.Yes() {
				faults = append(faults, q.Says)
			}
		}
	}
	if err != nil || len(faults) == 0 {
		return data.Phrase{}, err
	}
	return data.Phrase{ID: "post.warning.kit_fault", Args: data.Args{"what": strings.Join(faults, "; ")}}, nil
}

// AgainstFinal says of each of these rows what stands against a list that is signed with them on it,
// by their ids. That they are on the list that is made final just now is nothing against it: the open
// one that has exactly these on it.
func (v *View) AgainstFinal(rows []Row) (map[string][]data.Phrase, error) {
	against, own := map[string][]data.Phrase{}, v.openListOf(rows)
	for _, row := range rows {
		if own {
			row.Trail.List = nil
		}
		why, err := v.AgainstList(&row)
		if err != nil {
			return nil, err
		}
		faults, err := v.KitFaults(row.Graduate)
		if err != nil {
			return nil, err
		}
		for _, said := range []data.Phrase{why, faults} {
			if said.ID != "" {
				against[row.Graduate.ID] = append(against[row.Graduate.ID], said)
			}
		}
	}
	return against, nil
}

// openListOf reports that the rows are all that is on one list that is not final.
func (v *View) openListOf(rows []Row) bool {
	if len(rows) == 0 || rows[0].Trail.List == nil || rows[0].Trail.List.Final != nil {
		return false
	}
	list := rows[0].Trail.List.ID
	other := func(row Row) bool { return row.Trail.List == nil || row.Trail.List.ID != list }
	return len(v.Members(list)) == len(rows) && !slices.ContainsFunc(rows, other)
}
