package roster

import (
	"cmp"
	"strings"

	"graduand/data"
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
		if certain, maybe := namesSeveral(value); certain || maybe {
			if r.several(c, certain); certain {
				return
			}
		}
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
	if c, certain, maybe := r.severalParts(); certain || maybe {
		if r.several(c, certain); certain {
			return
		}
	}
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
// «Бакыт уулу» for a given name, a given name for a surname; where most of a column do, all of
// it that does not show the opposite.
func (r *reader) doubtParts(surname, given Column) {
	g, c := &r.row.Graduate, given
	first, _, _ := strings.Cut(g.GivenName, " ")
	switch {
	case g.GivenName == "" || r.has(FieldFullName):
		return
	case isGiven(g.Surname) && looksSurname(g.GivenName), r.turned && !(isGiven(g.GivenName) && !isGiven(g.Surname)):
		c = surname
	case !isPatronymic(g.GivenName) && !hasParticle(g.GivenName) && !isParticle(first) && !isParticle(g.Patronymic):
		return
	}
	r.unsure(c, at(r.row.Cells, max(c.Index, 0)), "name_order", data.Args{"surname": g.Surname, "given": g.GivenName, "patronymic": g.Patronymic}, nil)
}

func (r *reader) checkName(c Column, name string) {
	if rule, signs := nameFault(name, r.rules.NameScript); rule != "" {
		r.problem(c, name, rule, data.SeverityError, data.Args{"signs": signs})
		if rule == "name_mixed" && c.Index >= 0 {
			r.row.Problems[len(r.row.Problems)-1].Readings = r.inOneAlphabet(c)
		}
	}
}

// inOneAlphabet is the cell of a name in which letters of another alphabet stand among those of
// the script, «Iвaненко», with the letters that look the same in their place; none where some have
// no such, or where the name would have to be looked at for its parts too.
func (r *reader) inOneAlphabet(c Column) []string {
	cell := data.Unescape(at(r.line.Cells, c.Index))
	if r.rules.NameScript != "cyrillic" || r.mended(c) {
		return nil
	}
	names := []string{cell}
	if c.Field == FieldFullName || r.has(FieldFullName) {
		found := splitName(toCyrillic(cell), r.orders[c.Index].order, false)
		if len(found.others) > 0 || found.odd || found.turned {
			return nil
		}
		names = []string{found.Surname, found.GivenName, found.Patronymic}
	}
	for _, name := range names {
		if spelt := spellName(toCyrillic(name)); spelt.rule != "" {
			return nil
		} else if rule, _ := nameFault(cleanPart(spelt.text), r.rules.NameScript); rule != "" {
			return nil
		}
	}
	return []string{toCyrillic(cell)}
}

func (r *reader) sex(c Column, value string) {
	sex, known := ParseSex(value)
	if !known && !absent(value) {
		r.problem(c, value, "unknown_sex", data.SeverityError, nil)
	}
	r.row.Graduate.Sex = sex
}

// finishSex proposes the sex from the name, or compares it with what is said of the father.
func (r *reader) finishSex() {
	g := &r.row.Graduate
	said, value := r.columnOf(data.FieldSex), ""
	if value = at(r.row.Cells, max(said.Index, 0)); g.Sex == "" && r.headed != "" && !r.has(data.FieldSex) {
		g.Sex, said = r.headed, r.columnOf(FieldFullName, data.FieldSurname)
		value = said.Header
	}
	proposed, by := sexOfFather(g)
	switch {
	case proposed == g.Sex && proposed != "":
	case proposed != "" && g.Sex != "":
		r.problem(said, value, "sex_patronymic", data.SeverityWarning, data.Args{"patronymic": by})
	case g.Sex == "" && !r.has(data.FieldSex):
		g.Sex = SexOf(g)
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

// severalParts reports that the cells of a surname and a given name, or one of them, are of
// several people: «Гук, Лис» and «Ян, Ія», «Ян та Лев». Where only the end of a line stands
// between two words, or between two surnames, they may be of one.
func (r *reader) severalParts() (c Column, certain, maybe bool) {
	surnames, givens := 1, 1
	c = Column{Index: -1}
	for _, column := range r.layout.Columns {
		if !isNamePart(column.Field) || column.Field == FieldFullName || r.mended(column) {
			continue
		}
		cell := cmp.Or(r.keyed[column.Index], at(r.line.Cells, column.Index))
		if !strings.ContainsAny(cell, ",;/+&|\r\n ") {
			continue
		}
		cell = data.Unescape(cell)
		capital, known := partsOf(cell)
		if capital < 2 {
			continue
		}
		if c.Index < 0 {
			c = column
		}
		switch maybe = true; column.Field {
		case data.FieldSurname:
			surnames = capital
		case data.FieldGivenName, FieldGivenPatronymic:
			givens = capital
			certain = certain || known == capital && (strings.ContainsAny(cell, ",;/+&|") || conjunction.MatchString(cell))
		}
	}
	certain = certain || surnames > 1 && givens > 1
	return c, certain, maybe && !certain
}

// several notes that a cell names more people than one: a row holds one. Where it may be one with
// an unusual name, a person says so.
func (r *reader) several(c Column, certain bool) {
	severity := data.SeverityConfirm
	if certain {
		severity, r.badName = data.SeverityError, true
	}
	r.problem(c, at(r.line.Cells, c.Index), "name_several", severity, nil)
}
