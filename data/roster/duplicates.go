package roster

import (
	"slices"

	"graduand/data"
)

// Duplicates marks the rows that repeat another row of the same file: the same person, the
// same document, the same card number; and the same telephone, which is an error where the
// telephone is the login and a warning elsewhere, as twins share a mother's. A name that
// comes again with another birth date or in another class is a doubt: it may be a mended
// row or a namesake; where a part of the name seems to be changed, see [Alike], that is only said. A row that repeats a bad one, which will not be taken, repeats nothing;
// nor does one that repeats a row which a person leaves out; a doubtful row repeats a sound one, wherever that stands. The argument "row" names the
// other row, see [Row.At], "sheet" its sheet, "other" the sheet where it is another one, "fields" the
// titles of what the two say otherwise.
func Duplicates(rows []Row, rules Rules) {
	answers := answeredAgain(rows, rules)
	seen := newSeen(rules)
	keys := make([]rowKeys, len(rows))
	inParts(len(rows), func(i int) { keys[i] = seen.keysOf(&rows[i].Graduate) })
	forgetLone(keys)
	var doubtful []int
	for i := range rows {
		switch row := &rows[i]; {
		case answers[i] || row.Decided == Leave:
		case row.Doubtful():
			doubtful = append(doubtful, i)
		default:
			seen.judge(row, &keys[i])
		}
	}
	for _, i := range doubtful {
		seen.judge(&rows[i], &keys[i])
	}
}

// check is one way in which a row may repeat another one.
type check struct {
	rule, field string
	severity    data.Severity
	key         func(*data.Graduate) string
	first       map[string]*Row
}

// rowKeys are those of a row: one for each check, and those by which it resembles others.
type rowKeys struct {
	own   [numberOfChecks]string
	alike alikeKeys
}

const numberOfChecks = 4

// all are the places of the keys.
func (k *rowKeys) all() [numberOfChecks + 4]*string {
	return [...]*string{&k.own[0], &k.own[1], &k.own[2], &k.own[3], &k.alike.name, &k.alike.birth, &k.alike.surname, &k.alike.class}
}

// forgetLone forgets the keys that only one row has, as most are: nobody is found by them, and to
// keep them takes longer than all else. It looks at each kind of key beside the others.
func forgetLone(keys []rowKeys) {
	inPartsOf(len((&rowKeys{}).all()), 1, func(kind int) {
		first, shared := make(map[string]int, len(keys)), make([]bool, len(keys))
		for i := range keys {
			key := *keys[i].all()[kind]
			if key == "" {
				continue
			}
			if before, again := first[key]; again {
				shared[before], shared[i] = true, true
			} else {
				first[key] = i
			}
		}
		for i := range keys {
			if !shared[i] {
				*keys[i].all()[kind] = ""
			}
		}
	})
}

// seen remembers the rows that were judged, by what may come again.
type seen struct {
	rules  Rules
	checks [numberOfChecks]check
	alike  *Alike[*Row]
}

func newSeen(rules Rules) *seen {
	first := func() map[string]*Row { return map[string]*Row{} }
	phones := data.SeverityWarning
	if rules.PhoneIsLogin {
		phones = data.SeverityError
	}
	return &seen{rules, [numberOfChecks]check{
		{"duplicate_person", data.FieldSurname, data.SeverityError, sameKey, first()},
		{"duplicate_document", data.FieldDocumentNumber, data.SeverityError, (*data.Graduate).DocumentKey, first()},
		{"duplicate_card", data.FieldCardNumber, data.SeverityError, (*data.Graduate).CardKey, first()},
		{"duplicate_phone", data.FieldPhone, phones, func(g *data.Graduate) string { return g.Phone }, first()},
	}, NewAlike[*Row]()}
}

func (s *seen) keysOf(g *data.Graduate) (keys rowKeys) {
	for i, c := range s.checks {
		keys.own[i] = c.key(g)
	}
	keys.alike = keysOf(g)
	return keys
}

// judge compares a row with those before it, and remembers it where it is sound.
func (s *seen) judge(row *Row, keys *rowKeys) {
	g := &row.Graduate
	same := false
	for i, c := range s.checks {
		earlier := c.first[keys.own[i]]
		if earlier == nil {
			continue
		}
		rule := c.rule
		if c.rule == "duplicate_person" {
			if same = true; len(Differing(&earlier.Graduate, g, s.rules)) > 0 {
				rule = "duplicate_differs"
			}
		}
		row.repeats(earlier, rule, c.field, c.severity, s.rules)
	}
	if earlier, how, severity, found := s.alike.find(g, keys.alike); found && !same {
		switch how {
		case inLetters:
			row.repeats(earlier, "namesake", data.FieldSurname, severity, s.rules)
		case inForm: // two lists were put together
			row.repeats(earlier, "maybe_same", data.FieldSurname, data.SeverityConfirm, s.rules)
		default: // nobody writes one person twice into one list under two names
			row.repeats(earlier, "maybe_same", data.FieldSurname, data.SeverityWarning, s.rules)
		}
	}
	if !row.Bad() {
		s.remember(row, keys)
	}
}

// remember keeps a sound row under its keys, and among those whom it resembles.
func (s *seen) remember(row *Row, keys *rowKeys) {
	for i, c := range s.checks {
		if key := keys.own[i]; key != "" && c.first[key] == nil {
			c.first[key] = row
		}
	}
	s.alike.add(&row.Graduate, row, keys.alike)
}

// Namesakes is how serious it is that two rows, or a row and the registry, have the same
// full name: a warning where both have a birth date and a document and neither agrees, which
// makes two people of them; else a doubt, as one of the two may be the other one mended.
func Namesakes(a, b *data.Graduate) data.Severity {
	born := a.BirthDate != "" && b.BirthDate != "" && a.BirthDate != b.BirthDate
	papers := a.DocumentKey() != "" && b.DocumentKey() != "" && a.DocumentKey() != b.DocumentKey()
	if born && papers {
		return data.SeverityWarning
	}
	return data.SeverityConfirm
}

// sameKey is who a person is; without a birth date, the full name and the class.
func sameKey(g *data.Graduate) string {
	if g.Surname == "" || g.BirthDate != "" {
		return g.PersonKey()
	}
	return g.NameKey() + "|" + g.Class
}

// sameNumber is who a person is who has mended the class or the birth date in a later answer:
// the full name and the telephone, "" without one.
func sameNumber(g *data.Graduate) string {
	if g.Surname == "" || g.Phone == "" {
		return ""
	}
	return g.NameKey() + "|" + g.Phone
}

// answeredAgain finds the persons who have filled in a form of the network more than once:
// the last answer is offered, and the earlier ones repeat it. It tells which rows it has
// judged.
func answeredAgain(rows []Row, rules Rules) map[int]bool {
	last, judged := map[string]int{}, map[int]bool{}
	for i := len(rows) - 1; i >= 0; i-- {
		row := &rows[i]
		if row.layout == nil || !row.layout.stamped() || row.Bad() || row.Decided == Leave {
			continue
		}
		key, number := sameKey(&row.Graduate), sameNumber(&row.Graduate)
		later, again := last[key]
		if !again && number != "" {
			later, again = last[number]
		}
		if !again {
			later = i
		}
		if last[key] = later; number != "" {
			last[number] = later
		}
		if !again {
			continue
		}
		judged[i] = true
		answer := &rows[later]
		row.repeats(answer, "answered_later", data.FieldSurname, data.SeverityError, rules)
		if len(Differing(&row.Graduate, &answer.Graduate, rules)) > 0 {
			answer.repeats(row, "answered_again", data.FieldSurname, data.SeverityConfirm, rules)
		}
	}
	return judged
}

// stamped reports that the table comes from a form of the network.
func (l *Layout) stamped() bool {
	return slices.ContainsFunc(l.Columns, func(c Column) bool { return c.stamp })
}

// Differing are the titles of the fields that both rows fill, and not alike.
func Differing(a, b *data.Graduate, rules Rules) []any {
	fields := data.TypedFields()
	for field := range a.Fields {
		fields = append(fields, field)
	}
	slices.Sort(fields)
	var titles []any
	for _, field := range slices.Compact(fields) {
		if x, y := a.Get(field), b.Get(field); x == "" || y == "" || x == y {
			continue
		}
		if title, known := rules.Fields[field]; known {
			titles = append(titles, data.Inside{Name: title})
		} else {
			titles = append(titles, data.Inside{Name: data.Term("field." + field)})
		}
	}
	return titles
}

func (r *Row) repeats(earlier *Row, rule, field string, severity data.Severity, rules Rules) {
	other := ""
	if earlier.Sheet != r.Sheet {
		other = earlier.Sheet
	}
	p := Problem{Field: field, Value: r.Graduate.Get(field), Rule: rule, Severity: severity, With: earlier.Place(),
		Args: data.Args{"row": earlier.At(), "sheet": earlier.Sheet, "other": other, "value": r.Graduate.Get(field), "name": earlier.Graduate.FullName(),
			"fields": Differing(&earlier.Graduate, &r.Graduate, rules)}}
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
