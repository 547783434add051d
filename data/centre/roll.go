package centre

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/file"
	"graduand/data/workbook"
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

// maximumRoll bounds the file of a table of schools, in octets.
const maximumRoll = 16 << 20

// ReadRoll reads a table of schools to be enrolled, .xlsx, .ods or .csv: the first line names the columns
// (school, phone, surname and given_name must be there; name, institution_type, district, patronymic,
// site, graduates and code may be), each line below is a school. A table without them is centre.no_roll, with a
// school that stands there twice centre.roll_twice.
func ReadRoll(ctx context.Context, path string) (all []Enrolling, err error) {
	content, err := file.Read(path, maximumRoll)
	if err != nil {
		return nil, err
	}
	book, err := workbook.Open(ctx, filepath.Base(path), content)
	if err != nil {
		return nil, err
	}
	if len(book.Sheets) == 0 || len(book.Sheets[0].Lines) == 0 {
		return nil, data.Fail("centre.no_roll", data.Args{"column": "school"})
	}
	lines := book.Sheets[0].Lines
	header := lines[0].Cells
	for i := range header {
		header[i] = strings.ToLower(strings.TrimSpace(header[i]))
	}
	for _, must := range []string{"school", "phone", "surname", "given_name"} {
		if !slices.Contains(header, must) {
			return nil, data.Fail("centre.no_roll", data.Args{"column": must})
		}
	}
	known := map[string]bool{}
	for _, line := range lines[1:] {
		var e Enrolling
		for i, name := range header {
			if place := rollColumns[name]; place != nil {
				*place(&e) = strings.TrimSpace(line.Cell(i))
			}
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
