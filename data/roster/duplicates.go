package roster

import "graduand/data"

// Duplicates marks the rows that repeat an earlier row of the same file: the same
// person, the same document, the same card number; and the same telephone, which is
// an error where the telephone is the login and a warning elsewhere, as twins share a
// mother's. A row that repeats a bad one, which will not be taken, repeats nothing.
// The argument "row" is the earlier row's number, "sheet" its sheet, "other" the
// sheet where it is another one.
func Duplicates(rows []Row, phoneIsLogin bool) {
	phones := data.SeverityWarning
	if phoneIsLogin {
		phones = data.SeverityError
	}
	checks := []struct {
		rule, field string
		severity    data.Severity
		key         func(*data.Graduate) string
		first       map[string]*Row
	}{
		{"duplicate_person", data.FieldSurname, data.SeverityError, sameKey, map[string]*Row{}},
		{"duplicate_document", data.FieldDocumentNumber, data.SeverityError, (*data.Graduate).DocumentKey, map[string]*Row{}},
		{"duplicate_card", data.FieldCardNumber, data.SeverityError, (*data.Graduate).CardKey, map[string]*Row{}},
		{"duplicate_phone", data.FieldPhone, phones, func(g *data.Graduate) string { return g.Phone }, map[string]*Row{}},
	}
	for i := range rows {
		row := &rows[i]
		for _, check := range checks {
			if earlier := check.first[check.key(&row.Graduate)]; earlier != nil {
				row.repeats(earlier, check.rule, check.field, check.severity)
			}
		}
		for _, check := range checks {
			if key := check.key(&row.Graduate); key != "" && check.first[key] == nil && !row.Bad() {
				check.first[key] = row
			}
		}
	}
}

// sameKey is who a person is; without a birth date, the full name and the class.
func sameKey(g *data.Graduate) string {
	if g.Surname == "" || g.BirthDate != "" {
		return g.PersonKey()
	}
	return data.SearchKey(g.FullName()) + "|" + g.Class
}

func (r *Row) repeats(earlier *Row, rule, field string, severity data.Severity) {
	other := ""
	if earlier.Sheet != r.Sheet {
		other = earlier.Sheet
	}
	p := Problem{Field: field, Value: r.Graduate.Get(field), Rule: rule, Severity: severity,
		Args: data.Args{"row": earlier.Number, "sheet": earlier.Sheet, "other": other, "value": r.Graduate.Get(field)}}
	for _, column := range []string{field, FieldFullName, FieldDocument} {
		if r.layout == nil {
			break
		}
		if c, found := r.layout.column(column); found && (column == field || holdsField(column, field)) {
			p.Column, p.Header = c.Letter(), c.Header
			break
		}
	}
	r.Problems = append(r.Problems, p)
}

// holdsField reports that a column of several fields holds the one.
func holdsField(column, field string) bool {
	return column == FieldFullName && field == data.FieldSurname || column == FieldDocument && field == data.FieldDocumentNumber
}
