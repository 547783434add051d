package sheet

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/decision"
	"graduand/data/roster"
	"graduand/data/text"
)

// Filled is a row of a workbook of decisions in which somebody has decided something.
type Filled struct {
	// Place is the cell that says whom the row is about, or the one that is wrong: «Люди!C7».
	Place string
	// Name is the person's, as the row has it.
	Name string
	Given
	decision.Asked
	// Err is why nothing is to be decided by this row, nil for none.
	Err error
}

// ReadDecisions reads a workbook of [WriteDecisions] that came back, in whatever order its rows and
// columns now are: the rows in which something was decided, each with what is wrong with it. One of
// another centre is decisions.other_centre; what else is wrong with a file has a code "collect.…" or
// "roster.…".
func ReadDecisions(ctx context.Context, name string, content []byte, rules *campaign.Campaign, centre string, today data.Date) ([]Filled, error) {
	read, err := roster.ReadCollection(ctx, name, content)
	if err != nil {
		return nil, err
	}
	if read.Registry != centre {
		return nil, data.Fail("decisions.other_centre", data.Args{"file": name})
	}
	f := &filling{rules: rules, today: today, date1904: read.Date1904, given: read.Given, rows: map[string]*Filled{}}
	f.name()
	for i := range read.Rows {
		f.row(&read.Rows[i])
	}
	return f.all(), nil
}

// filling reads the rows.
type filling struct {
	rules    *campaign.Campaign
	today    data.Date
	date1904 bool
	given    map[string]roster.GivenRow
	// kinds and reasons read words as codes, in whichever language the workbook is.
	kinds, reasons roster.Codes
	rows           map[string]*Filled
	order          []*Filled
}

func (f *filling) name() {
	for _, language := range text.Languages() {
		o := &out{Out{Rules: f.rules}, Words(f.rules, language)}
		for _, k := range decision.Kinds(f.rules) {
			f.kinds.AddWhole(k.Code, k.Code, o.word(k.Title))
		}
		for i := range f.rules.RefusalReasons {
			r := &f.rules.RefusalReasons[i]
			f.reasons.AddWhole(r.Code, r.Code, r.Title, o.reason(r))
		}
	}
}

func (f *filling) all() (all []Filled) {
	for _, row := range f.order {
		all = append(all, *row)
	}
	return all
}

// row reads one row; one in which nothing was decided is passed over.
func (f *filling) row(r *roster.CollectedRow) {
	now := &Filled{Place: r.Place, Name: r.Name}
	cells := map[string]roster.CollectedCell{}
	for _, c := range r.Cells {
		cells[c.Field] = c
	}
	if !f.decided(cells) {
		return
	}
	if now.Err = f.whose(now, r); now.Err == nil {
		now.Err = f.read(now, cells)
	}
	if before := f.rows[r.ID]; before != nil && r.ID != "" {
		f.twice(before, now)
		return
	}
	f.rows[r.ID] = now
	f.order = append(f.order, now)
}

// filledIn are the columns that are filled in.
func filledIn(code string) bool {
	return slices.Contains([]string{columnDecision, columnOn, columnNumber, columnTracking, columnNote}, code) || strings.HasPrefix(code, columnReason)
}

func (f *filling) decided(cells map[string]roster.CollectedCell) bool {
	for code, c := range cells {
		if filledIn(code) && (strings.TrimSpace(c.Typed) != "" || c.Unsaved) {
			return true
		}
	}
	return false
}

// twice: a row that was copied says the same, or nobody knows which of the two counts.
func (f *filling) twice(before, now *Filled) {
	one, two := *before, *now
	one.Place, two.Place = "", ""
	if before.Err == nil && (now.Err != nil || !same(&one, &two)) {
		before.Err = data.Fail("decisions.twice", data.Args{"place": now.Place})
	}
	if before.Err != nil {
		if now.Err == nil {
			now.Err = data.Fail("decisions.twice", data.Args{"place": before.Place})
		}
		f.order = append(f.order, now)
	}
}

func same(a, b *Filled) bool {
	one, errOne := json.Marshal(a)
	two, errTwo := json.Marshal(b)
	return errOne == nil && errTwo == nil && string(one) == string(two)
}

// whose says whom a row was made for. A row whose id is none of the workbook's, or whose name or school
// is another's, since only some of its columns were sorted, is about nobody.
func (f *filling) whose(now *Filled, r *roster.CollectedRow) error {
	given, known := f.given[r.ID]
	switch {
	case r.ID == "" || !known:
		return data.Fail("decisions.nobody", nil)
	case r.NamePlace != "" && r.Name != given.Name:
		now.Place = r.NamePlace
		return data.Fail("decisions.other_name", data.Args{"name": given.Name, "value": r.Name})
	case r.ClassPlace != "" && r.Class != given.Class:
		now.Place = r.ClassPlace
		return data.Fail("decisions.other_name", data.Args{"name": given.Class, "value": r.Class})
	}
	now.Name = given.Name
	if err := json.Unmarshal([]byte(given.Stored[columnNow]), &now.Given); err != nil {
		return data.FailWith(err, "collect.not_ours", nil)
	}
	return nil
}

// read reads what was decided; the place is that of the cell that is wrong.
func (f *filling) read(now *Filled, cells map[string]roster.CollectedCell) error {
	place := now.Place
	for _, code := range slices.Sorted(maps.Keys(cells)) {
		c := cells[code]
		if !filledIn(code) {
			continue
		}
		now.Place = c.Place
		switch {
		case c.Unsaved:
			return data.Fail("decisions.unsaved", nil)
		case c.Merged:
			return data.Fail("decisions.merged", nil)
		case c.Struck && c.Typed != "":
			return data.Fail("decisions.struck", nil)
		}
		if err := f.cell(now, code, strings.TrimSpace(c.Typed)); err != nil {
			return err
		}
	}
	now.Place = place
	if now.Kind == "" {
		now.Place = cells[columnDecision].Place
		return data.Fail("decisions.none", nil)
	}
	now.Asked.Payment = now.Given.Payment
	return f.holds(now, cells)
}

// holds refuses what the campaign does not have, in the cell where it stands.
func (f *filling) holds(now *Filled, cells map[string]roster.CollectedCell) error {
	if ofPayment := now.Given.Payment != ""; ofPayment != decision.OfPayment(now.Kind) && f.known(now.Kind) {
		now.Place = cells[columnDecision].Place
		return data.Fail("decisions.other_sheet", data.Args{"decision": now.Title(f.rules)})
	}
	_, err := now.State(f.rules, f.today)
	if column := map[string]string{"decision.unknown": columnDecision, "fact.future_day": columnOn, "answer.unknown_reason": columnReason + "1", "decision.lacks": columnReason + "1",
		"answer.pin": columnNumber, "answer.bad_certificate": columnNumber, "centre.bad_card": columnNumber}[data.CodeOf(err)]; column != "" {
		now.Place = cells[column].Place
	}
	return err
}

// known says that the campaign has a decision.
func (f *filling) known(kind string) bool {
	return slices.ContainsFunc(decision.Kinds(f.rules), func(k decision.Kind) bool { return k.Code == kind })
}

func (f *filling) cell(now *Filled, code, typed string) (err error) {
	switch code {
	case columnDecision:
		now.Kind = f.kinds.One(typed)
	case columnOn:
		now.On, err = data.ReadDay(data.FieldTitle("day"), roster.DateText(typed, f.date1904, f.today), f.today)
	case columnTracking:
		now.Tracking = typed
	case columnNote:
		now.Note = typed
	case columnNumber:
		now.number(roster.NumberText(typed))
	default:
		for reason := range strings.SplitSeq(f.reasons.List(typed), ",") {
			if reason != "" && !slices.Contains(now.Reasons, reason) {
				now.Reasons = append(now.Reasons, reason)
			}
		}
	}
	return err
}

// number is that of the certificate, the minutes or the card, as the decision says, which is read first.
func (f *Filled) number(typed string) {
	switch f.Kind {
	case decision.Refused:
		f.Minutes = typed
	case decision.Card:
		f.Card = typed
	default:
		f.Certificate = typed
	}
}
