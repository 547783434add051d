package access

import (
	"cmp"
	"strings"

	"graduand/data"
	"graduand/data/registry"
	"graduand/data/roster"
)

// found is what the registry says of a row: whose access it is, or that it adds somebody. The
// rule says why there is nobody, or what a person has to look at; other is the one meant.
type found struct {
	id, rule, other string
	adds, doubtful  bool
}

// like is somebody whose name has letters for which others stand in, or are left out.
func like(g *data.Graduate) found {
	return found{id: g.ID, rule: "access_like_name", other: g.FullName(), doubtful: true}
}

// ownerOf finds the graduate of a row: by the login, else by the full name.
func ownerOf(v *registry.View, row roster.AccessRow) found {
	same := v.WithPhone(row.Login)
	if row.Login != "" && len(same) == 1 {
		switch name := same[0].FullName(); {
		case data.SameName(row.FullName, name):
			return found{id: same[0].ID}
		case data.SameName(data.FindKey(row.FullName), data.FindKey(name)):
			return like(same[0])
		}
		return found{rule: "access_other_name"}
	}
	switch named := v.Named(row.FullName); {
	case row.FullName == "":
		return found{rule: "access_unknown"}
	case len(named) > 1:
		return found{rule: "access_ambiguous"}
	case len(named) == 1 && row.Login != "":
		return found{id: named[0].ID, rule: "access_other_phone"}
	case len(named) == 1:
		return found{id: named[0].ID}
	}
	return stranger(v, row, len(same) == 0)
}

// stranger is a row of whose full name nobody is: one whose name differs in letters only, or
// somebody who can be added where the login is a phone that nobody has.
func stranger(v *registry.View, row roster.AccessRow, free bool) found {
	alike := v.NamedAlike(row.FullName)
	switch {
	case len(alike) > 1:
		return found{rule: "access_ambiguous"}
	case len(alike) == 1:
		return like(alike[0])
	case free && strings.HasPrefix(row.Login, "+") && row.Surname != "" && row.GivenName != "" && v.May(registry.RightRegister):
		return found{rule: "access_adds", adds: true, doubtful: true}
	}
	return found{rule: "access_unknown"}
}

// importRow stores the access of a row; of a row that adds somebody it stores the graduate
// first, the earlier ones of the same workbook counted by added.
func importRow(v *registry.View, c *registry.Change, row ImportRow, added int) (g *data.Graduate, err error) {
	if !row.Adds {
		if g, err = v.Find(row.Graduate); err != nil {
			return nil, err
		}
		return g, c.PutImported(g, data.DoorPlatform, cmp.Or(row.Login, g.Phone), row.Password)
	}
	id, err := v.NewID()
	if err != nil {
		return nil, err
	}
	g = v.Blank(id)
	g.Surname, g.GivenName, g.Patronymic, g.Class, g.Phone = row.Surname, row.GivenName, row.Patronymic, row.Class, row.Login
	g.Sex = roster.SexOf(g)
	g.Current().DraftSerial = v.NextSerial() + added
	if err := c.Add(g); err != nil {
		return nil, err
	}
	return g, c.PutImported(g, data.DoorPlatform, row.Login, row.Password)
}
