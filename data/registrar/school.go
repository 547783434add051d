package registrar

import (
	"bytes"
	"context"
	"errors"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"graduand/data"
	"graduand/data/campaign"
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

// checkSchool fills the defaults and refuses codes that the campaign does not have.
func checkSchool(c *campaign.Campaign, s data.School) (data.School, error) {
	if err := s.Validate(); err != nil {
		return s, err
	}
	if s.HeadTitle == "" {
		s.HeadTitle = "Директор"
	}
	if s.InstitutionType != "" && c.InstitutionType(s.InstitutionType) == nil {
		return s, data.Fail("school.unknown_type", data.Args{"value": s.InstitutionType, "known": codes(c.InstitutionTypes, func(t campaign.InstitutionType) string { return t.Code })})
	}
	if s.Centre != "" && c.Centre(s.Centre) == nil {
		return s, data.Fail("school.unknown_centre", data.Args{"value": s.Centre, "known": codes(c.Centres, func(t campaign.Centre) string { return t.Code })})
	}
	return s, nil
}

func codes[T any](items []T, code func(T) string) string {
	all := make([]string, len(items))
	for i, item := range items {
		all[i] = code(item)
	}
	return strings.Join(all, ", ")
}

// School is the school of the registry.
func (r *Registrar) School() data.School {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.school
}

// ChangeSchool stores a new description of the school.
func (r *Registrar) ChangeSchool(ctx context.Context, s data.School) (err error) {
	defer r.tell(&err, SchoolChanged, GraduatesChanged, HistoryGrew)
	s, err = checkSchool(r.Campaign(), s)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightSchool); err != nil {
		return err
	}
	if err := r.storeSetting(ctx, settingSchool, s, EventSchool, eventBody{}); err != nil {
		return err
	}
	r.school = s
	r.index.changed()
	return nil
}
