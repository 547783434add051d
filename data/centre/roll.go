package centre

import (
	"context"

	"graduand/data"
)

// The columns of a table of schools that are to be enrolled, by their headers.
var rollColumns = map[string]func(*Enrolling) *string{
	"school":           func(e *Enrolling) *string { return &e.School },
	"name":             func(e *Enrolling) *string { return &e.Name },
	"institution_type": func(e *Enrolling) *string { return &e.InstitutionType },
	"district":         func(e *Enrolling) *string { return &e.District },
	"phone":            func(e *Enrolling) *string { return &e.Phone },
	"surname":          func(e *Enrolling) *string { return &e.Surname },
	"given_name":       func(e *Enrolling) *string { return &e.GivenName },
	"patronymic":       func(e *Enrolling) *string { return &e.Patronymic },
	"site":             func(e *Enrolling) *string { return &e.Site },
	"graduates":        func(e *Enrolling) *string { return &e.Graduates },
	"code":             func(e *Enrolling) *string { return &e.Code },
}

// ReadRoll reads a table of schools to be enrolled, .xlsx, .ods or .csv: the first line names the columns
// (school, phone, surname and given_name must be there; name, institution_type, district, patronymic,
// site, graduates and code may be), each line below is a school. A table without them is centre.no_roll, with a
// school that stands there twice centre.roll_twice.
func ReadRoll(ctx context.Context, path string) (all []Enrolling, err error) {
	t, err := readHeaded(ctx, path, "centre.no_roll", "school", "phone", "surname", "given_name")
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, line := range t.lines {
		var e Enrolling
		for name, place := range rollColumns {
			*place(&e) = t.cell(line, name)
		}
		if e == (Enrolling{}) {
			continue
		}
		if known[e.School] {
			return nil, data.Fail("centre.roll_twice", data.Args{"row": line.Number, "school": e.School})
		}
		known[e.School] = true
		all = append(all, e)
	}
	return all, nil
}
