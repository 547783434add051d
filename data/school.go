package data

import "strings"

// School is the institution that the registry belongs to. Codes (InstitutionType,
// Centre) are those of the campaign file.
type School struct {
	// Name is the full official name, as it stands on the list (UA-123).
	Name            string `json:"name" toml:"name"`
	ShortName       string `json:"short_name,omitempty" toml:"short_name"`
	Code            string `json:"code,omitempty" toml:"code"`
	InstitutionType string `json:"institution_type,omitempty" toml:"institution_type"`
	Address         string `json:"address,omitempty" toml:"address"`
	Phone           string `json:"phone,omitempty" toml:"phone"`
	Email           string `json:"email,omitempty" toml:"email"`
	// HeadTitle is the post of the head, «Директор» unless said otherwise (D10).
	HeadTitle string `json:"head_title,omitempty" toml:"head_title"`
	// HeadName is initials and surname of the head, «О. І. Коваль».
	HeadName string `json:"head_name,omitempty" toml:"head_name"`
	// Centre is the code of the regional centre; DistrictCentre the name and the
	// contact of the district education centre that the school is attached to (KG-004).
	Centre                string `json:"centre,omitempty" toml:"centre"`
	DistrictCentre        string `json:"district_centre,omitempty" toml:"district_centre"`
	DistrictCentreContact string `json:"district_centre_contact,omitempty" toml:"district_centre_contact"`
	// Site is the address of the centre's platform that the school got (KG-006);
	// never its password.
	Site string `json:"site,omitempty" toml:"site"`
	// Letterhead says that the list is printed on the official letterhead, because
	// there is no corner stamp (UA-120).
	Letterhead bool `json:"letterhead,omitempty" toml:"letterhead"`
}

// Validate reports the first thing without which no document can be made.
func (s *School) Validate() error {
	if strings.TrimSpace(s.Name) == "" {
		return Fail("school.no_name", nil)
	}
	return nil
}
