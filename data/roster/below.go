package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// ofParents recognises a line that goes on with the parents of the person above: the mother
// below the father, with a telephone at most.
func (p *parser) ofParents(cells []string) bool {
	named := false
	for i, cell := range cells {
		switch {
		case absent(cell):
		case slices.Contains(p.kin, i):
			named = named || namesOne(strings.Fields(cell))
		case i >= len(p.layout.Columns) || p.layout.Columns[i].Field != data.FieldPhone && p.layout.Columns[i].Field != FieldPhone2:
			return false
		}
	}
	return named && endSign(cells) == noSign
}

// headsParents reports that a word for parents stands alone where full names do: «Мати».
func (p *parser) headsParents(cells []string) bool {
	return slices.ContainsFunc(p.name, func(i int) bool {
		return p.layout.Columns[i].Field == FieldFullName && ofParentsAlone(at(cells, i)) && !slices.ContainsFunc(strings.Fields(at(cells, i)), isGiven)
	})
}

// beginsStaff reports that a line between the persons is the title of such a list.
func (p *parser) beginsStaff(cells []string) bool {
	return filled(cells) == 1 && !p.looksNamed(cells) && saysStaff(strings.Join(cells, ""))
}
