package registry

import (
	"fmt"
	"slices"

	"graduand/data"
	"graduand/data/roster"
)

// nameParts are the parts of a name, which tell together in which keyboard layout it was typed.
var nameParts = []string{data.FieldSurname, data.FieldGivenName, data.FieldPatronymic}

// proposeLetters proposes for names with strange letters what was meant: the name as the other
// keyboard has it, or with the letters that look the same. Of the former the finding says so.
func (v *View) proposeLetters(g *data.Graduate, found []data.Finding) {
	for i := range found {
		f := &found[i]
		if f.Rule != "name_letters" || f.Proposal != nil {
			continue
		}
		meant := v.otherLayout(g, f.Field)
		if meant != "" {
			f.Args["meant"] = meant
		} else if meant = roster.InOneAlphabet(g.Get(f.Field), v.nameRules()); meant == "" {
			continue
		}
		f.Proposal = &data.Proposal{Field: f.Field, Value: meant, Title: meant}
	}
}

// otherLayout is the name in a field of g as it was meant, "" where it was not typed with another
// keyboard layout.
func (v *View) otherLayout(g *data.Graduate, field string) string {
	parts, at := []string{g.Get(field)}, 0
	if own := slices.Index(nameParts, field); own >= 0 {
		parts, at = []string{g.Surname, g.GivenName, g.Patronymic}, own
	}
	turned, is := roster.OtherLayout(parts, v.nameRules())
	if !is || turned[at] == parts[at] {
		return ""
	}
	return turned[at]
}

// nameRules are those by which the letters of a name are judged.
func (v *View) nameRules() roster.Rules {
	return roster.Rules{NameScript: v.Campaign().NameScript, Language: v.Campaign().Language}
}

// RefuseLayout refuses typed names that were meant in another keyboard layout, as graduate.layout with
// the values that were meant (an argument of [Assign]s).
func (v *View) RefuseLayout(values []Assign) error {
	parts := make([]string, len(nameParts))
	for _, a := range values {
		if at := slices.Index(nameParts, a.Field); at >= 0 {
			parts[at] = a.Value
		}
	}
	turned, is := roster.OtherLayout(parts, v.nameRules())
	if !is {
		return nil
	}
	meant := slices.Clone(values)
	for i, a := range meant {
		if at := slices.Index(nameParts, a.Field); at >= 0 {
			meant[i].Value = turned[at]
		}
	}
	return data.Fail("graduate.layout", data.Args{"value": fullName(parts), "name": fullName(turned), "values": meant})
}

func fullName(parts []string) string {
	return data.OneLine(fmt.Sprintf("%s %s %s", parts[0], parts[1], parts[2]))
}
