package season

import (
	"bytes"
	"context"
	"errors"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
)

// maximumSchool bounds the description of a school, in octets.
const maximumSchool = 64 << 10

// ReadSchool reads a school from its TOML file. The keys are those of
// [data.School]; an unknown key is refused with its line.
func ReadSchool(source []byte) (data.School, error) {
	var s data.School
	if len(source) > maximumSchool {
		return s, data.Fail("school.too_large", data.Args{"limit": maximumSchool >> 10})
	}
	source = bytes.TrimPrefix(source, []byte("\ufeff"))
	if !utf8.Valid(source) {
		return s, data.Fail("school.encoding", nil)
	}
	if key, line := campaign.UnknownKey(source, s); key != "" {
		return s, data.Fail("school.unknown_key", data.Args{"line": line, "key": data.Shorten(key)})
	}
	err := toml.Unmarshal(source, &s)
	var wrong *toml.DecodeError
	switch {
	case err == nil:
		return s, nil
	case errors.As(err, &wrong):
		line, _ := wrong.Position()
		return s, data.FailWith(err, "school.bad_file", data.Args{"line": line})
	}
	return s, data.FailWith(err, "school.bad_file", data.Args{"line": 1})
}

// ChangeSchool stores a new description of the school.
func (d *Desk) ChangeSchool(ctx context.Context, s data.School) error {
	s, err := registry.CheckSchool(d.registry.Campaign(), s)
	if err != nil {
		return err
	}
	signals := registry.Signals{registry.SchoolChanged, registry.GraduatesChanged}
	return d.registry.Write(ctx, registry.RightSchool, signals, func(w *registry.Edit) error { return w.SetSchool(s) })
}

// Contact is whom a school asks: the regional centre and the district one, as far as the
// campaign and the school's own page know them.
type Contact struct{ Centre, Phone, Email, Site string }

// Contacts are those of the regional centre and of the district one (KG-004, UA-142).
func (d *Desk) Contacts() []Contact {
	c, school := d.registry.Campaign(), d.registry.School()
	var contacts []Contact
	if centre := c.Centre(school.Centre); centre != nil {
		contacts = append(contacts, Contact{centre.Title, centre.PhoneOf(&school), centre.Email, c.SiteURL})
	}
	if school.DistrictCentre != "" || school.DistrictCentreContact != "" {
		contacts = append(contacts, Contact{Centre: school.DistrictCentre, Phone: school.DistrictCentreContact})
	}
	return contacts
}
