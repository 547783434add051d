package roster

import (
	"slices"
	"strings"

	"graduand/data"
)

// fullName takes one cell apart.
func (r *reader) fullName(c Column, value string) {
	names, sure := SplitName(value)
	g := &r.row.Graduate
	g.Surname, g.GivenName, g.Patronymic = names.Surname, names.GivenName, names.Patronymic
	if !sure {
		r.problem(c, value, "name_order", data.SeverityWarning,
			data.Args{"surname": names.Surname, "given": names.GivenName, "patronymic": names.Patronymic})
	}
}

// cutGiven takes «Олена Іванівна» apart, with no surname before it.
func cutGiven(value string) (given, patronymic string) {
	words := joinParticles(strings.Fields(data.CleanName(value)))
	switch last := len(words) - 1; {
	case last < 0:
		return "", ""
	case last == 0:
		return cleanPart(words[0]), ""
	default:
		return cleanPart(strings.Join(words[:last], " ")), cleanPart(words[last])
	}
}

// finishNames reports empty parts and signs that no name has.
func (r *reader) finishNames() {
	g := &r.row.Graduate
	surname := r.columnOf(data.FieldSurname, FieldFullName)
	given := r.columnOf(data.FieldGivenName, FieldGivenPatronymic, FieldFullName)
	patronymic := r.columnOf(data.FieldPatronymic, FieldGivenPatronymic, FieldFullName)
	if g.Surname == "" && !r.badName {
		r.problem(surname, "", "surname_empty", data.SeverityError, nil)
	}
	if g.GivenName == "" && !r.badName {
		r.problem(given, at(r.row.Cells, max(given.Index, 0)), "given_name_empty", data.SeverityError, nil)
	}
	r.checkName(surname, g.Surname)
	r.checkName(given, g.GivenName)
	r.checkName(patronymic, g.Patronymic)
}

func (r *reader) checkName(c Column, name string) {
	if rule, signs := nameFault(name, r.rules.NameScript); rule != "" {
		r.problem(c, name, rule, data.SeverityError, data.Args{"signs": signs})
	}
}

// finishSex proposes the sex from the patronymic, or compares the two.
func (r *reader) finishSex() {
	g := &r.row.Graduate
	proposed := sexOfPatronymic(g.Patronymic)
	switch {
	case proposed == "" || proposed == g.Sex:
	case g.Sex != "":
		c := r.columnOf(data.FieldSex)
		r.problem(c, at(r.row.Cells, max(c.Index, 0)), "sex_patronymic", data.SeverityWarning, data.Args{"patronymic": g.Patronymic})
	case !r.has(data.FieldSex):
		g.Sex = proposed
	}
}

// has reports that the row already has a problem with the field.
func (r *reader) has(field string) bool {
	for _, p := range r.row.Problems {
		if p.Field == field {
			return true
		}
	}
	return false
}

// documentCell keeps one part of the document.
func (r *reader) documentCell(c Column, value string) {
	d := &r.document
	if absent(value) {
		return
	}
	if c.Field == data.FieldDocumentKind {
		kind, known := findKind(r.kinds, value)
		if !known && len(r.kinds) > 0 {
			r.problem(c, value, "document_kind_unknown", data.SeverityError, nil)
		}
		d.kind = kind
		return
	}
	digits, rounded := exactDigits(value)
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
		return
	}
	if c.Field == data.FieldDocumentSeries {
		series, number := splitDocument(digits)
		d.series = series + number
	} else if d.number == "" {
		kind, rest := r.namedKind(digits)
		series, number := splitDocument(rest)
		if series != "" && series != d.series {
			d.series += series
		}
		d.number = number
		if d.kind == nil && kind != nil {
			d.kind = kind
		}
	}
	if d.column.Field == "" || c.Field != data.FieldDocumentSeries {
		d.column = c
	}
	if d.hint == nil {
		d.hint = c.kind
	}
}

// namedKind takes the name of a kind off the beginning: «ID-картка 001234567».
func (r *reader) namedKind(s string) (*kind, string) {
	lower := strings.ToLower(s)
	for i := range r.kinds {
		for _, title := range r.kinds[i].titles {
			if len(title) > 4 && strings.HasPrefix(lower, title) && len(lower) == len(s) {
				return &r.kinds[i], s[len(title):]
			}
		}
	}
	return nil, s
}

// finishDocument decides which kind the document is and whether it fits.
func (r *reader) finishDocument() {
	d := r.document
	g := &r.row.Graduate
	if d.kind != nil {
		g.Document.Kind = d.kind.code
	}
	if d.series == "" && d.number == "" {
		return
	}
	g.Document.Series, g.Document.Number = d.series, d.number
	if len(r.kinds) == 0 {
		return
	}
	wanted := r.wanted()
	switch found := readings(wanted, d.series, d.number); len(found) {
	case 0:
		r.misfit(wanted)
	case 1:
		g.Document = data.Document{Kind: found[0].kind.code, Series: found[0].series, Number: found[0].number}
	default:
		r.problem(d.column, g.Document.Text(), "document_kind_ambiguous", data.SeverityWarning, nil)
	}
}

// wanted are the kinds that the document may be: the one that its row names; the
// one that the header names, if that fits or nothing else does; else all that can
// be told by their numbers. A column headed «Паспорт» holds certificates of those
// who have no passport yet.
func (r *reader) wanted() []kind {
	d := r.document
	told := slices.DeleteFunc(slices.Clone(r.kinds), func(k kind) bool { return k.byNameOnly })
	switch {
	case d.kind != nil:
		return []kind{*d.kind}
	case d.hint != nil:
		if hinted := []kind{*d.hint}; len(readings(hinted, d.series, d.number)) > 0 || len(readings(told, d.series, d.number)) == 0 {
			return hinted
		}
	}
	return told
}

// misfit says why no wanted kind takes the document.
func (r *reader) misfit(wanted []kind) {
	d := r.document
	c, value := d.column, r.row.Graduate.Document.Text()
	examples := make([]string, 0, len(wanted))
	for _, k := range wanted {
		if k.example != "" {
			examples = append(examples, k.example)
		}
	}
	args := data.Args{"example": strings.Join(examples, ", ")}
	rule := "document_unfit"
	if proposal, short := lostZeros(wanted, d.series, d.number); short {
		rule, args["proposal"] = "document_zeros", proposal
	} else if len(wanted) == 1 {
		field := documentFault(&wanted[0], d.series)
		rule = field
		if c.Field != FieldDocument {
			c = r.columnOf(field, c.Field)
		}
	}
	r.problem(c, value, rule, data.SeverityError, args)
}
