package season

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"graduand/data"
	"graduand/data/registry"
)

// ReadSchool reads a school from its TOML file. The keys are those of
// [data.School]; an unknown key is refused with its line.
func ReadSchool(source []byte) (data.School, error) {
	var s data.School
	decoder := toml.NewDecoder(bytes.NewReader(source))
	decoder.DisallowUnknownFields()
	err := decoder.Decode(&s)
	var strict *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case err == nil:
		return s, nil
	case errors.As(err, &strict) && len(strict.Errors) > 0:
		line, _ := strict.Errors[0].Position()
		return s, data.FailWith(err, "school.unknown_key", data.Args{"line": line, "key": strings.Join(strict.Errors[0].Key(), ".")})
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
		contacts = append(contacts, Contact{centre.Title, centre.Phone, centre.Email, c.SiteURL})
	}
	if school.DistrictCentre != "" || school.DistrictCentreContact != "" {
		contacts = append(contacts, Contact{Centre: school.DistrictCentre, Phone: school.DistrictCentreContact})
	}
	return contacts
}
