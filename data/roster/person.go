package roster

import (
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/workbook"
)

// fullName takes one cell apart.
func (r *reader) fullName(c Column, value string) {
	g := &r.row.Graduate
	if data.LongerThan(value, maxFullName) {
		r.badName = true
		r.problem(c, value, "name_long", data.SeverityError, nil)
		return
	}
	column, text := r.orders[c.Index], spelledName{text: value}
	if !r.mended(c) {
		text = spellName(value)
	}
	names := splitName(text.text, column.order, r.mended(c))
	g.Surname, g.GivenName, g.Patronymic = names.Surname, names.GivenName, names.Patronymic
	args := data.Args{"surname": names.Surname, "given": names.GivenName, "patronymic": names.Patronymic}
	switch {
	case spacedName.MatchString(value):
		r.problem(c, value, "name_spaced", data.SeverityError, nil)
		r.badName = true
	case text.rule != "":
		args["name"] = names.text()
		r.unsure(c, value, text.rule, args, text.readings(names, column.order))
	case len(names.others) > 0:
		r.unsure(c, value, "name_order", args, names.texts())
	case names.odd && column.order != orderGiven, names.turned && !column.told && !r.mended(c):
		r.problem(c, value, "name_order", data.SeverityWarning, args)
	}
}

// readings are the full names that a spelling in doubt may stand for.
func (s spelledName) readings(names split, order nameOrder) []string {
	texts := names.texts()
	for _, other := range s.others {
		texts = append(texts, splitName(other, order, false).text())
	}
	return texts
}

// spelled is the text of a cell with a part of a name, as it is to be read.
func (r *reader) spelled(c Column, value string) string {
	if r.mended(c) {
		return value
	}
	text := spellName(value)
	if text.rule == "" {
		return text.text
	}
	readings := []string{cleanPart(text.text)}
	for _, other := range text.others {
		readings = append(readings, cleanPart(other))
	}
	r.unsure(c, value, text.rule, data.Args{"name": readings[0]}, readings)
	return text.text
}

// cutGiven takes «Олена Іванівна» apart, with no surname before it.
func cutGiven(value string) (given, patronymic string) {
	words := joinParticles(strings.Fields(data.CleanName(plainName(value))))
	words = withoutAbsent(append([]string{""}, words...))[1:] // as behind a surname
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
	if r.has(FieldFullName) && r.badName {
		return
	}
	r.checkName(surname, g.Surname)
	if len([]rune(g.GivenName)) == 1 {
		r.problem(given, g.GivenName, "name_initial", data.SeverityError, nil)
	} else {
		r.checkName(given, g.GivenName)
	}
	r.checkName(patronymic, g.Patronymic)
	r.doubtParts(surname, given)
}

// doubtParts doubts parts of a name that stand in each other's place: a patronymic or half of
// «Бакыт уулу» for a given name, a given name for a surname.
func (r *reader) doubtParts(surname, given Column) {
	g, c := &r.row.Graduate, given
	first, _, _ := strings.Cut(g.GivenName, " ")
	switch {
	case g.GivenName == "" || r.has(FieldFullName):
		return
	case isGiven(g.Surname) && looksSurname(g.GivenName):
		c = surname
	case !isPatronymic(g.GivenName) && !hasParticle(g.GivenName) && !isParticle(first) && !isParticle(g.Patronymic):
		return
	}
	r.unsure(c, at(r.row.Cells, max(c.Index, 0)), "name_order", data.Args{"surname": g.Surname, "given": g.GivenName, "patronymic": g.Patronymic}, nil)
}

func (r *reader) checkName(c Column, name string) {
	if rule, signs := nameFault(name, r.rules.NameScript); rule != "" {
		r.problem(c, name, rule, data.SeverityError, data.Args{"signs": signs})
	}
}

func (r *reader) sex(c Column, value string) {
	sex, known := ParseSex(value)
	if !known && !absent(value) {
		r.problem(c, value, "unknown_sex", data.SeverityError, nil)
	}
	r.row.Graduate.Sex = sex
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
		d.kind, d.word = kind, squeeze(value)
		return
	}
	digits, rounded := workbook.ExactDigits(value)
	if rounded {
		r.problem(c, value, "number_rounded", data.SeverityError, nil)
		return
	}
	d.text = append(d.text, value)
	if c.Field == data.FieldDocumentSeries {
		series, number := splitDocument(digits)
		d.series = series + number
	} else if d.number == "" {
		kind, rest := r.namedKind(digits)
		series, number := splitDocument(rest)
		if series != "" && series != d.series {
			d.series += series
		}
		if kind != nil && series == "" {
			whole, _ := splitDocument(digits) // «ID-паспорт 1234567»: the name has the series in it
			if _, fits := kind.read(whole, number, variants(whole)); fits {
				d.series = whole
			}
		}
		d.number = number
		if d.kind == nil && kind != nil {
			d.kind, d.word = kind, squeeze(digits[:len(digits)-len(rest)])
		}
	}
	if d.column.Field == "" || c.Field != data.FieldDocumentSeries {
		d.column = c
	}
	if d.hint == nil {
		d.hint = c.kind
	}
}

// namedKind takes the longest name of a kind off the beginning: «ID-картка 001234567».
func (r *reader) namedKind(s string) (*kind, string) {
	lower := strings.ToLower(s)
	if len(lower) != len(s) || data.AllDigits(s) {
		return nil, s
	}
	var found *kind
	longest := 4
	for i := range r.kinds {
		for _, title := range r.kinds[i].titles {
			if len(title) > longest && strings.HasPrefix(lower, title) && !startsWithLetter(lower[len(title):]) {
				found, longest = &r.kinds[i], len(title)
			}
		}
	}
	if found == nil {
		return nil, s
	}
	return found, s[longest:]
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
		r.problem(d.column, strings.Join(d.text, " "), "document_kind_ambiguous", data.SeverityWarning, nil)
	}
}

// wanted are the kinds that the document may be: the one that its row names, or the
// only other one that bears the same name («паспорт» is a booklet or a card); the
// one that the header names, if that fits or nothing else does; else all that can
// be told by their numbers. A column headed «Паспорт» holds certificates of those
// who have no passport yet.
func (r *reader) wanted() []kind {
	d := r.document
	switch {
	case d.kind != nil:
		named := []kind{*d.kind}
		if len(readings(named, d.series, d.number)) == 0 {
			others := slices.DeleteFunc(slices.Clone(r.told), func(k kind) bool { return !k.bears(d.word) })
			if found := readings(others, d.series, d.number); len(found) == 1 {
				return []kind{*found[0].kind}
			}
		}
		return named
	case d.hint != nil:
		if hinted := []kind{*d.hint}; len(readings(hinted, d.series, d.number)) > 0 || len(readings(r.told, d.series, d.number)) == 0 {
			return hinted
		}
	}
	return r.told
}

// toldByNumbers are the kinds that can be told by their numbers.
func toldByNumbers(kinds []kind) []kind {
	return slices.DeleteFunc(slices.Clone(kinds), func(k kind) bool { return k.byNameOnly })
}

// misfit says why no wanted kind takes the document.
func (r *reader) misfit(wanted []kind) {
	d := r.document
	c, value := d.column, strings.Join(d.text, " ")
	examples := make([]string, 0, len(wanted))
	for _, k := range wanted {
		if k.example != "" {
			examples = append(examples, k.example)
		}
	}
	args := data.Args{"example": strings.Join(examples, ", ")}
	rule := "document_unfit"
	short := wanted
	if d.kind == nil && (len(wanted) != 1 || !wanted[0].fitsNumber(d.number)) {
		short = r.told
	}
	noSeries := d.kind == nil && d.series == "" && slices.ContainsFunc(short, func(k kind) bool { return k.series != nil && k.fitsNumber(d.number) })
	if proposal, lost := lostZeros(short, d.series, d.number); lost && !noSeries {
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
