package roster

import (
	"graduand/data"
)

// Duplicates marks the rows that repeat an earlier row of the same file: the same
// name and birth date, the same document, the same card number; and the same
// telephone, which is an error where the telephone is the login and a warning
// elsewhere, as twins share a mother's. The argument "row" is the earlier row's
// number, "sheet" its sheet.
func Duplicates(rows []Row, phoneIsLogin bool) {
	phones := data.SeverityWarning
	if phoneIsLogin {
		phones = data.SeverityError
	}
	for _, check := range []struct {
		rule, field string
		severity    data.Severity
		key         func(*data.Graduate) string
	}{
		{"duplicate_person", data.FieldSurname, data.SeverityError, personKey},
		{"duplicate_document", data.FieldDocumentNumber, data.SeverityError, documentKey},
		{"duplicate_card", data.FieldCardNumber, data.SeverityError, cardKey},
		{"duplicate_phone", data.FieldPhone, phones, func(g *data.Graduate) string { return g.Phone }},
	} {
		first := make(map[string]*Row, len(rows))
		for i := range rows {
			key := check.key(&rows[i].Graduate)
			if key == "" {
				continue
			}
			if earlier := first[key]; earlier != nil {
				rows[i].repeats(earlier, check.rule, check.field, check.severity)
				continue
			}
			first[key] = &rows[i]
		}
	}
}

func (r *Row) repeats(earlier *Row, rule, field string, severity data.Severity) {
	p := Problem{Field: field, Value: r.Graduate.Get(field), Rule: rule, Severity: severity,
		Args: data.Args{"row": earlier.Number, "sheet": earlier.Sheet, "value": r.Graduate.Get(field)}}
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

func personKey(g *data.Graduate) string {
	if g.Surname == "" || g.BirthDate == "" {
		return ""
	}
	return data.SearchKey(g.FullName()) + "|" + string(g.BirthDate)
}

func documentKey(g *data.Graduate) string {
	if g.Document.Number == "" {
		return ""
	}
	return g.Document.Kind + "|" + g.Document.Series + "|" + g.Document.Number
}

func cardKey(g *data.Graduate) string { return g.Current().CardNumber }
