package registrar

import (
	"context"
	"slices"

	"graduand/data"
	"graduand/data/papers"
)

// Filter chooses graduates; an empty field does not choose.
type Filter struct {
	// Query is text as a person types it into a search box.
	Query  string
	Class  string
	Status data.Status
	// Mode is who fills the form (KG-039).
	Mode data.Mode
	// Only are ids; an unknown one is an error.
	Only []string
	// Removed asks for the removed ones instead of the others.
	Removed bool
}

// Row is a graduate with what follows from the facts. The graduate is shared and
// must not be altered.
type Row struct {
	Graduate *data.Graduate
	Status   data.Status
	// DraftNumber is the school's own number of the card.
	DraftNumber string
	// Errors counts the findings that must be mended.
	Errors int
	// First is the finding to look at first, nil when there is none.
	First *data.Finding
}

// List returns the chosen graduates, sorted by class and then by surname in the
// campaign's alphabet.
func (r *Registrar) List(f Filter) ([]Row, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	chosen, err := r.choose(f)
	if err != nil {
		return nil, err
	}
	rows, today := make([]Row, 0, len(chosen)), r.Today()
	for _, e := range chosen {
		row, err := r.row(e, today)
		if err != nil {
			return nil, err
		}
		if f.Status == "" || row.Status == f.Status {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

// choose applies all of a filter but the status.
func (r *Registrar) choose(f Filter) ([]*entry, error) {
	wanted := map[string]bool{}
	for _, id := range f.Only {
		if r.index.byID[id] == nil {
			return nil, data.Fail("graduate.unknown", data.Args{"id": id})
		}
		wanted[id] = true
	}
	var chosen []*entry
	for _, e := range r.index.find(f.Query) {
		g := e.graduate
		if (g.Removed != nil) != (f.Removed || f.Status == data.StatusRemoved) {
			continue
		}
		if f.Mode != "" && g.Mode != f.Mode {
			continue
		}
		if f.Class != "" && data.SearchKey(g.Class) != data.SearchKey(f.Class) {
			continue
		}
		if len(wanted) == 0 || wanted[g.ID] {
			chosen = append(chosen, e)
		}
	}
	return chosen, nil
}

func (r *Registrar) row(e *entry, today data.Date) (Row, error) {
	_, err := r.findings(e, today)
	return e.row, err
}

// rowOf composes the row of a graduate with these findings.
func (r *Registrar) rowOf(g *data.Graduate, findings []data.Finding) Row {
	row := Row{Graduate: g, DraftNumber: papers.DraftNumber(r.Campaign(), g),
		Status: papers.StatusOf(r.Campaign(), papers.Graduate{Graduate: g, Findings: findings})}
	for i := range findings {
		isError := findings[i].Severity == data.SeverityError
		if row.First == nil || isError && row.Errors == 0 {
			row.First = &findings[i]
		}
		if isError {
			row.Errors++
		}
	}
	return row
}

// Find returns one graduate by id.
func (r *Registrar) Find(id string) (Row, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.visible(id)
	if err != nil {
		return Row{}, err
	}
	return r.row(e, r.Today())
}

// Classes are the classes that have graduates, in order.
func (r *Registrar) Classes() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.may(RightLook) != nil {
		return nil
	}
	var classes []string
	for _, e := range r.index.ordered {
		if e.graduate.Removed == nil && (len(classes) == 0 || classes[len(classes)-1] != e.graduate.Class) {
			classes = append(classes, e.graduate.Class)
		}
	}
	return classes
}

// Assign is one field with the text that a person gave for it.
type Assign struct{ Field, Value string }

// Add takes in a new graduate from typed values and returns its id. A repeated
// card number, document or login phone is refused, naming the other; a repeated
// person is refused too unless anyway. Whatever else is missing is left to Check.
func (r *Registrar) Add(ctx context.Context, values []Assign, anyway bool) (id string, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := r.may(RightRegister); err != nil {
		return "", err
	}
	if id, err = r.unusedID(); err != nil {
		return "", err
	}
	g := r.blank(id)
	if err := r.assign(g, values); err != nil {
		return "", err
	}
	empty := r.blank(id)
	r.follows(empty, g)
	if err := r.refuseLockedAmong(g, difference(empty, g)); err != nil {
		return "", err
	}
	if g.FullName() == "" {
		return "", data.Fail("graduate.no_name", nil)
	}
	if err := r.refuseDuplicate(g, anyway); err != nil {
		return "", err
	}
	g.Current().DraftSerial = r.index.lastSerial + 1
	return id, r.update(ctx, func(c *change) error { return c.add(g) })
}

// blank is a new graduate with the campaign's defaults.
func (r *Registrar) blank(id string) *data.Graduate {
	g := &data.Graduate{ID: id, Mode: data.BySchool}
	if category := r.Campaign().DefaultCategory(); category != nil {
		g.Category = category.Code
	}
	g.Current()
	return g
}

func (r *Registrar) unusedID() (string, error) {
	for {
		id, err := newID(r.options.Rand)
		if err != nil {
			return "", err
		}
		if r.index.byID[id] == nil {
			return id, nil
		}
	}
}

func (r *Registrar) refuseDuplicate(g *data.Graduate, anyway bool) error {
	for _, f := range r.index.duplicates(g) {
		if f.Severity == data.SeverityError || f.Rule == "duplicate_person" && !anyway {
			return data.Fail("rule."+f.Rule, f.Args)
		}
	}
	return nil
}

// Change sets fields of a graduate and returns the warnings about duplicates and about what
// followed by itself. Nothing changes when any value is refused.
func (r *Registrar) Change(ctx context.Context, id string, values []Assign) (warnings []data.Finding, err error) {
	defer r.tell(&err, GraduatesChanged, HistoryGrew)
	r.mu.Lock()
	defer r.mu.Unlock()
	e, err := r.fillable(id)
	if err != nil {
		return nil, err
	}
	g, err := r.assigned(e.graduate, values)
	if err != nil {
		return nil, err
	}
	changes := difference(e.graduate, g)
	if err := r.keepFilled(ctx, e.graduate, g); err != nil || len(changes) == 0 {
		return nil, err
	}
	if r.who.Role == RoleGraduate {
		return nil, nil
	}
	warnings = append(r.accessWarnings(g, changes), r.reasonSet(changes, values)...)
	return append(warnings, r.index.duplicates(g)...), nil
}

// reasonSet tells of a reason for the additional session that nobody typed: it came with a
// condition (UA-113).
func (r *Registrar) reasonSet(changes []FieldChange, typed []Assign) []data.Finding {
	isReason := func(c FieldChange) bool { return c.Field == data.FieldAdditionalReason && c.After != "" }
	at := slices.IndexFunc(changes, isReason)
	if at < 0 || slices.ContainsFunc(typed, func(a Assign) bool { return a.Field == data.FieldAdditionalReason }) {
		return nil
	}
	return []data.Finding{{Rule: "reason_set", Severity: data.SeverityWarning, Field: data.FieldAdditionalReason,
		Args: data.Args{"value": r.Campaign().ValueTitle(data.FieldAdditionalReason, changes[at].After)}, Source: "UA-113"}}
}

// visible is a graduate whom the one who signed in may look at.
func (r *Registrar) visible(id string) (*entry, error) {
	if err := r.may(RightLook); err != nil {
		return nil, err
	}
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	return e, nil
}

// fillable is a graduate whose form the one who signed in may fill now.
func (r *Registrar) fillable(id string) (*entry, error) {
	if err := r.may(RightFill); err != nil {
		return nil, err
	}
	e := r.index.byID[id]
	if e == nil {
		return nil, data.Fail("graduate.unknown", data.Args{"id": id})
	}
	if e.graduate.Removed != nil {
		return nil, data.Fail("graduate.is_removed", data.Args{"name": e.graduate.FullName()})
	}
	return e, nil
}

// assigned is a graduate with new values and what follows from them; a field whose time
// is over is refused, and so is what repeats another graduate.
func (r *Registrar) assigned(before *data.Graduate, values []Assign) (*data.Graduate, error) {
	g := before.Clone()
	if err := r.assign(g, values); err != nil {
		return nil, err
	}
	r.follows(before, g)
	changes := difference(before, g)
	if err := r.refuseLockedAmong(before, changes); err != nil {
		return nil, err
	}
	if len(changes) == 0 {
		return g, nil
	}
	if g.FullName() == "" && before.FullName() != "" {
		return nil, data.Fail("graduate.no_name", nil)
	}
	return g, r.refuseDuplicate(g, true)
}

// keepFilled stores a filled form: as a change of the school, or as what the graduate
// wants to be taken over.
func (r *Registrar) keepFilled(ctx context.Context, before, g *data.Graduate) error {
	changes := difference(before, g)
	switch {
	case len(changes) == 0:
		return nil
	case r.who.Role == RoleGraduate:
		return r.fill(ctx, g, changes)
	}
	return r.replace(ctx, g, EventChanged, eventBody{Changes: changes})
}

// replace stores the next revision of a graduate with its event.
func (r *Registrar) replace(ctx context.Context, g *data.Graduate, kind string, b eventBody) error {
	return r.update(ctx, func(c *change) error { return c.put(g, kind, b) })
}

// Count is how many graduates there are, the removed ones left out.
func (r *Registrar) Count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.may(RightLook) != nil {
		return 0
	}
	n := 0
	for _, e := range r.index.ordered {
		if e.graduate.Removed == nil {
			n++
		}
	}
	return n
}
