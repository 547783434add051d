package centre

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/centre/sheet"
	"graduand/data/exchange"
	"graduand/data/file"
)

// Choice says of whom somebody wants to decide.
type Choice struct {
	// School is the code of one school, District the name of one district; "" for all.
	School, District string
	// All takes in who waits for a card, and of whom something was decided already: so that it can be
	// decided otherwise, or the envelope noted.
	All bool
}

// mostAwaiting bounds the rows of one sheet: more than that nobody fills in, and spreadsheets slow down.
const mostAwaiting = 20000

// SaveDecisions writes a workbook in which the centre fills in what it decides: of whom it awaits an
// answer, in a language, "" for the campaign's. It tells how many people and receipts it has; where there
// is nobody it is decisions.nobody_awaits, where there are too many decisions.too_many, and nothing is
// written.
func (c *Centre) SaveDecisions(ctx context.Context, of Choice, path, lang string) (people, payments int, err error) {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return 0, 0, err
	}
	o := sheet.Out{Rules: rules, Centre: c.Keys().Fingerprint(), On: c.today()}
	err = c.db.Read(ctx, func(tx *database.Tx) (err error) {
		if err := of.check(tx); err != nil {
			return err
		}
		if o.People, err = c.awaiting(tx, of); err == nil && rules.Has("payments") {
			o.Payments, err = c.awaitingPayments(tx, of)
		}
		return err
	})
	switch most := max(len(o.People), len(o.Payments)); {
	case err != nil:
		return 0, 0, err
	case most == 0:
		return 0, 0, data.Fail("decisions.nobody_awaits", nil)
	case most > mostAwaiting:
		return 0, 0, data.Fail("decisions.too_many", data.Args{"rows": most, "limit": mostAwaiting})
	}
	var b bytes.Buffer
	if err := sheet.WriteDecisions(&b, o, sheet.Words(rules, lang)); err != nil {
		return 0, 0, err
	}
	return len(o.People), len(o.Payments), file.Save(path, b.Bytes())
}

// check refuses a school or district that is not there.
func (of *Choice) check(tx *database.Tx) error {
	if of.School != "" {
		if _, err := schoolOf(tx, of.School); err != nil {
			return err
		}
	}
	var one int
	found, err := tx.One("SELECT 1 FROM school WHERE district = ? LIMIT 1", []any{of.District}, &one)
	if err == nil && !found && of.District != "" {
		err = data.Fail("statistics.unknown_district", data.Args{"district": of.District})
	}
	return err
}

// where narrows a query of people down.
func (of *Choice) where(query string) (string, []any) {
	var args []any
	if of.School != "" {
		query, args = query+" AND p.school = ?", append(args, of.School)
	}
	if of.District != "" {
		query, args = query+" AND s.district = ?", append(args, of.District)
	}
	return query, args
}

// awaiting are the registrations that await an answer.
func (c *Centre) awaiting(tx *database.Tx, of Choice) (all []sheet.Awaiting, err error) {
	query, args := of.where(`SELECT p.school, s.name, ` + verdictNow + `, p.codes, COALESCE(c.day, ''), p.record
		FROM person p JOIN school s ON s.code = p.school LEFT JOIN card c ON c.number = p.person_key ` + answered + present + ` AND p.gone = 0`)
	if !of.All {
		query += " AND d.state IS NULL AND (p.verdict <> 'held' OR c.day IS NOT NULL)"
	}
	err = tx.Each(query, args, func(scan func(...any) error) error {
		var a sheet.Awaiting
		var codes, record string
		err := scan(&a.School, &a.SchoolName, &a.Verdict, &codes, &a.Since, &record)
		a.Codes = strings.Fields(codes)
		if a.Since != "" {
			a.Due = c.rules.AnswerDue(a.Since)
		}
		if err == nil {
			err = fill(&a, record)
		}
		all = append(all, a)
		return err
	})
	if err == nil {
		err = c.decidedOf(tx, of, all)
	}
	c.sort(all)
	return all, err
}

// decidedOf adds what was decided of registrations before. Where the paper card is what counts, the day of
// it is no decision.
func (c *Centre) decidedOf(tx *database.Tx, of Choice, all []sheet.Awaiting) error {
	type registration struct{ school, graduate, attempt string }
	at := map[registration]*sheet.Awaiting{}
	for i := range all {
		g := &all[i].Record.Graduate
		at[registration{all[i].School, g.ID, g.Attempt}] = &all[i]
	}
	query, args := of.where(`SELECT p.school, p.graduate, p.attempt, p.state FROM decision p JOIN school s ON s.code = p.school WHERE p.about <> 'payment'`)
	if !c.rules.RecordedOnSite() {
		query += " AND p.about <> 'received'"
	}
	return tx.Each(query+" ORDER BY p.about", args, func(scan func(...any) error) error {
		var r registration
		var state string
		if err := scan(&r.school, &r.graduate, &r.attempt, &state); err != nil || at[r] == nil {
			return err
		}
		return at[r].Add(state)
	})
}

// awaitingPayments are the receipts on which there is no verdict.
func (c *Centre) awaitingPayments(tx *database.Tx, of Choice) (all []sheet.Awaiting, err error) {
	query, args := of.where(`SELECT p.school, s.name, p.record, COALESCE(e.state, ''), y.id FROM payment y
		JOIN person p ON p.school = y.school AND p.graduate = y.graduate AND p.attempt = y.attempt JOIN school s ON s.code = p.school
		LEFT JOIN decision e ON e.school = y.school AND e.graduate = y.graduate AND e.attempt = y.attempt AND e.about = 'payment' AND e.which = y.id ` +
		present + ` AND p.gone = 0 AND y.cancelled = ''`)
	if !of.All {
		query, args = query+" AND (e.state IS NULL OR e.verdict = ?)", append(args, c.rules.Fee.Pending)
	}
	err = tx.Each(query, args, func(scan func(...any) error) error {
		var a sheet.Awaiting
		var record, state, id string
		err := scan(&a.School, &a.SchoolName, &record, &state, &id)
		if err == nil {
			err = fill(&a, record)
		}
		if err == nil && state != "" {
			err = a.Add(state)
		}
		if err == nil {
			i := slices.IndexFunc(a.Record.Payments, func(p exchange.Payment) bool { return p.ID == id })
			a.Payment = &a.Record.Payments[i]
		}
		all = append(all, a)
		return err
	})
	c.sort(all)
	return all, err
}

// fill reads the record.
func fill(a *sheet.Awaiting, record string) (err error) {
	if a.Record, err = exchange.ParseRecord(record); err != nil {
		return err
	}
	g := &a.Record.Graduate
	a.Name = (&Person{Surname: g.Surname, GivenName: g.GivenName, Patronymic: g.Patronymic}).Name()
	return nil
}

// sort sorts by school and name, by the alphabet of the campaign.
func (c *Centre) sort(all []sheet.Awaiting) {
	names := c.rules.Names()
	slices.SortStableFunc(all, func(a, b sheet.Awaiting) int {
		if order := strings.Compare(a.School, b.School); order != 0 {
			return order
		}
		if order := names.CompareString(a.Name, b.Name); order != 0 {
			return order
		}
		return strings.Compare(a.Record.Graduate.ID, b.Record.Graduate.ID)
	})
}

// maximumDecisions bounds the file of a workbook of decisions, in octets.
const maximumDecisions = 64 << 20

// FromSheet is what has become of a row of a workbook of decisions: Settled, or why not.
type FromSheet struct {
	sheet.Filled
	Settled
	Err error
}

// TakeDecisions notes what was filled in in a workbook of [Centre.SaveDecisions]. A row that cannot be
// taken is told with its place and its reason, and the rest is done: what is taken twice changes nothing,
// so that the workbook can be mended and taken again. A row whose record the school has corrected since
// is decisions.record_changed, one of which something else was decided since decisions.decided_since.
// Nothing is written where dry is true.
func (c *Centre) TakeDecisions(ctx context.Context, path string, dry bool, tell func(*FromSheet) error) error {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return err
	}
	content, err := file.Read(path, maximumDecisions)
	if err != nil {
		return err
	}
	rows, err := sheet.ReadDecisions(ctx, filepath.Base(path), content, rules, c.Keys().Fingerprint(), c.today())
	if err != nil {
		return err
	}
	all := make([]FromSheet, len(rows))
	bySchool := map[string][]*FromSheet{}
	var schools []string
	for i := range rows {
		all[i].Filled, all[i].Err = rows[i], rows[i].Err
		if all[i].Err != nil {
			continue
		}
		if bySchool[rows[i].School] == nil {
			schools = append(schools, rows[i].School)
		}
		bySchool[rows[i].School] = append(bySchool[rows[i].School], &all[i])
	}
	slices.Sort(schools)
	numbers := map[string]string{}
	for _, school := range schools {
		if err := c.settleAll(ctx, school, bySchool[school], numbers, dry); err != nil {
			return err
		}
	}
	for i := range all {
		if err := tell(&all[i]); err != nil {
			return err
		}
	}
	return nil
}

// settleAll notes the rows of one school, in one note; numbers are the certificates that rows before have
// given, with their places.
func (c *Centre) settleAll(ctx context.Context, school string, rows []*FromSheet, numbers map[string]string, dry bool) error {
	return c.noted(ctx, school, dry, func(tx *database.Tx, m *exchange.Message) error {
		for _, row := range rows {
			if err := c.settleRow(tx, row); err != nil {
				return err
			}
			row.only(numbers)
			if row.Err == nil && !row.Same {
				m.States = append(m.States, row.Settled.State)
			}
		}
		return nil
	})
}

// only refuses the number of a certificate that a row before has given.
func (row *FromSheet) only(numbers map[string]string) {
	number := row.Settled.State.Number
	if row.Err != nil || row.Asked.Certificate == "" {
		return
	}
	if before := numbers[number]; before != "" {
		row.Err = data.Fail("decisions.same_number", data.Args{"value": number, "place": before})
		return
	}
	numbers[number] = row.Place
}

// settleRow says what a row comes to; a refusal stands in it, any other failure is given back.
func (c *Centre) settleRow(tx *database.Tx, row *FromSheet) (err error) {
	order := &Order{School: row.School, Graduate: row.Graduate, Attempt: row.Given.Attempt, Asked: row.Asked}
	var r *registration
	row.Settled, r, err = c.settle(tx, order)
	if err == nil && !row.Same {
		switch {
		case !r.last || r.record.Hash() != row.Given.Record:
			err = data.Fail("decisions.record_changed", nil)
		case sheet.Fingerprint(row.Before) != row.Given.Decided[row.Settled.State.About]:
			err = data.Fail("decisions.decided_since", nil)
		}
	}
	if code := data.CodeOf(err); code == "" || code == "centre.database" {
		return err
	}
	row.Err = err
	return nil
}
