package campaign

import (
	"cmp"

	"graduand/data"
)

// fieldRegion is the code of the field with the oblast in which somebody lives.
const fieldRegion = "region"

// CentreOfResidence is the centre to which somebody goes in person: the one chosen in the form, else
// that of the oblast in which the person lives, and never the school's own (UA-067). It is nil where
// neither is known, or where the file names no centre for the oblast.
func (c *Campaign) CentreOfResidence(g *data.Graduate) *Centre {
	if chosen := c.Centre(g.Fields[fieldCentre]); chosen != nil {
		return chosen
	}
	region := c.ValueTitle(fieldRegion, g.Fields[fieldRegion])
	for i := range c.Centres {
		if region != "" && c.Centres[i].serves(region, "") {
			return &c.Centres[i]
		}
	}
	return nil
}

// PhoneOf is how the centre is called: by the number of the campaign, else by that which a school has
// entered for its own centre; "" where nobody knows (UA-142).
func (c *Centre) PhoneOf(s *data.School) string {
	if c.Code != s.Centre {
		return c.Phone
	}
	return cmp.Or(c.Phone, s.CentrePhone)
}
