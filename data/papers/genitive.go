package papers

import (
	"strings"

	"graduand/data"
)

// Applicant is the line under the name of the centre, the surname in the genitive with initials,
// «Ґалаґана М. О.» (UA-045): as somebody has written it, else as it is proposed; "" where nothing
// can be proposed. Certain says that nobody need look at it first.
func (s *Source) Applicant(g *data.Graduate) (line string, certain bool) {
	genitive := s.Campaign.Genitive(g)
	if genitive.Text == "" {
		return "", false
	}
	return strings.TrimSpace(genitive.Text + " " + short(g.GivenName, g.Patronymic)), genitive.Certain
}
