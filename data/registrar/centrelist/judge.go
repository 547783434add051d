package centrelist

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/registry"
	"graduand/data/roster"
)

// Read reads a list and compares it with the registry. A file that is no list is refused with a code
// "roster.…"; where the campaign's centre numbers nothing there is no such list.
func (d *Desk) Read(ctx context.Context, name string, content []byte, o Options) (*List, error) {
	c, err := registry.Read(d.registry, registry.RightLook, func(v *registry.View) (*campaign.Campaign, error) {
		if !v.Campaign().HasCards() {
			return nil, data.Fail("centre_list.no_cards", nil)
		}
		return v.Campaign(), nil
	})
	if err != nil {
		return nil, err
	}
	list, err := readFile(ctx, c, d.registry.Today(), name, content, o)
	if err != nil {
		return nil, err
	}
	return d.Judge(list)
}

// Recognises tells a list of cards by its header: a table in which a column of card numbers was
// recognised. Of any other file it is false, and so it is where the campaign's centre numbers nothing.
func (d *Desk) Recognises(ctx context.Context, name string, content []byte) (bool, error) {
	list, err := d.Read(ctx, name, content, Options{})
	if code := data.CodeOf(err); strings.HasPrefix(code, "roster.") || strings.HasPrefix(code, "centre_list.") {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(list.Columns, func(c Column) bool { return c.Field == data.FieldCardNumber }), nil
}

// Judge compares a list anew: the registry has changed, or a person has said whom a row is about.
// What was decided of a row stays, as far as the row still offers it.
func (d *Desk) Judge(l *List) (*List, error) {
	return registry.Read(d.registry, registry.RightLook, func(v *registry.View) (*List, error) {
		return judged(v, l), nil
	})
}

// judged is a list as it compares with the registry now.
func judged(v *registry.View, l *List) *List {
	next, known := l.Clone(), newPeople(v)
	next.Rows, next.changes = nil, v.Changes()
	about := map[string][]int{}
	for i := range l.file.rows {
		row := judge(v, known, l, &l.file.rows[i])
		if row.Graduate != "" {
			about[row.Graduate] = append(about[row.Graduate], len(next.Rows))
		}
		next.Rows = append(next.Rows, row)
	}
	for _, rows := range about {
		next.doubtRepeated(rows)
	}
	next.Rows = append(next.Rows, missingThere(v, next)...)
	for i := range next.Rows {
		next.Rows[i].settle(l)
	}
	return next
}

// judge finds out whom a row is about, and in what it differs.
func judge(v *registry.View, known *people, l *List, r *row) Row {
	row := Row{Place: r.place, Name: cmp.Or(r.g.FullName(), r.text), Class: r.g.Class, CardNumber: r.g.Current().CardNumber, said: r, Doubts: slices.Clone(r.doubts)}
	m, holder := known.find(r), known.holder(r.g)
	for _, g := range m.may {
		row.Persons = append(row.Persons, personOf(g))
	}
	if id, said := l.is[r.place]; said {
		m = match{who: v.Lookup(id)}
	}
	switch gone := known.removed[data.SearchKey(r.g.FullName())]; {
	case m.rule != "":
		row.doubt(identity(m.rule), m.rule, m.may)
	case m.who == nil && gone != nil:
		row.doubt(data.FieldSurname, "centre_removed", []*data.Graduate{gone})
	}
	if holder != nil && m.rule != "centre_number_of_other" && holder != m.who {
		row.doubt(data.FieldCardNumber, "centre_number_of_other", []*data.Graduate{holder})
	}
	if m.who == nil {
		row.Brings = brought(r)
		return row
	}
	row.Graduate, row.Here = m.who.ID, m.who.FullName()
	row.Doubts = withoutNames(row.Doubts)
	row.Values = differences(v, m.who, r, l.file.tells)
	if row.CardNumber != "" && slices.ContainsFunc(m.who.Earlier(), func(x data.Registration) bool { return x.CardNumber == row.CardNumber }) {
		row.doubt(data.FieldCardNumber, "centre_old_number", []*data.Graduate{m.who})
	}
	return row
}

// identity is the field that a doubt about a person is shown at.
func identity(rule string) string {
	if rule == "centre_number_of_other" {
		return data.FieldCardNumber
	}
	return data.FieldSurname
}

// withoutNames are doubts without those about how a name is read: whose it is, is known. That nobody
// sees the row, or that somebody has left, stays in doubt.
func withoutNames(doubts []Problem) []Problem {
	return slices.DeleteFunc(doubts, func(p Problem) bool {
		ofName := slices.Contains(nameFields, p.Field) || p.Field == roster.FieldFullName || p.Field == roster.FieldGivenPatronymic
		return p.Severity == data.SeverityConfirm && ofName && (len(p.Readings) > 0 || strings.HasPrefix(p.Rule, "name_"))
	})
}

// doubt doubts whom the row is about, or whose its number is.
func (r *Row) doubt(field, rule string, others []*data.Graduate) {
	args := data.Args{"value": r.Name, "card": r.CardNumber, "number": len(others)}
	if len(others) > 0 {
		args["other"], args["class"] = others[0].FullName(), others[0].Class
	}
	r.Doubts = append(r.Doubts, Problem{Field: field, Value: r.Name, Rule: rule, Args: args, Severity: data.SeverityConfirm})
}

// doubtRepeated doubts several rows that are about one person.
func (l *List) doubtRepeated(rows []int) {
	for _, i := range rows {
		for _, other := range rows {
			if other == i {
				continue
			}
			r := &l.Rows[i]
			r.Doubts = append(r.Doubts, Problem{Field: data.FieldSurname, Value: r.Name, Rule: "centre_person_twice", Severity: data.SeverityConfirm,
				Args: data.Args{"value": r.Name, "name": r.Here, "row": l.RowName(&l.Rows[other])}})
			break
		}
	}
}

// missingThere are those of the registry whom no row is about, or may be.
func missingThere(v *registry.View, l *List) (missing []Row) {
	there := map[string]bool{}
	for i := range l.Rows {
		there[l.Rows[i].Graduate] = true
		if _, said := l.Said(i); said {
			continue
		}
		for _, p := range l.Rows[i].Persons {
			there[p.ID] = true
		}
	}
	for _, g := range v.All() {
		if !there[g.ID] {
			missing = append(missing, Row{Graduate: g.ID, Name: g.FullName(), Here: g.FullName(), Class: g.Class, CardNumber: g.Current().CardNumber, Kind: MissingThere, Decision: Leave})
		}
	}
	return missing
}

// settle says what kind of row it is and what becomes of it: what a person has decided, else what
// the program proposes.
func (r *Row) settle(before *List) {
	if !r.In() {
		return
	}
	r.Kind = r.kind()
	r.Decision = r.proposed()
	if at := before.At(r.Place); at >= 0 && before.Rows[at].Decided && r.Offers(before.Rows[at].Decision) {
		r.Decision, r.Decided = before.Rows[at].Decision, true
	}
}

func (r *Row) kind() Kind {
	switch {
	case len(r.Doubts) > 0:
		return Doubtful
	case r.Graduate == "":
		return MissingHere
	case len(r.Values) == 0:
		return Same
	case len(r.Values) == 1 && r.Values[0].Field == data.FieldCardNumber && r.Values[0].Here == "":
		return Number
	}
	return Different
}

// proposed is to take the centre's number (UA-079) where nothing about it is in doubt, and to leave
// the rest until a person has said so.
func (r *Row) proposed() Decision {
	if r.Offers(TakeNumber) && !r.held(TakeNumber) {
		return TakeNumber
	}
	return Leave
}

// RowName is a row as people find it in the file: «12», with its sheet where there are several.
func (l *List) RowName(r *Row) string {
	name := rowName(r.Place)
	for i := range l.Rows {
		if l.Rows[i].In() && l.Rows[i].Place.Sheet != r.Place.Sheet {
			return r.Place.Sheet + "!" + name
		}
	}
	return name
}
