package centre

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/centre/database"
	"graduand/data/centre/decision"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// registration is one registration of a person, as its school has sent it.
type registration struct {
	Person
	record *exchange.Record
	// last says that it is the present one, undecided that nothing was decided of what is decided now.
	last, undecided bool
}

// registrationOf is the registration that an order is about.
func (c *Centre) registrationOf(tx *database.Tx, o *Order, graduate string) (*registration, error) {
	all, err := registrationsOf(tx, o.School, graduate)
	if err != nil {
		return nil, err
	}
	present := all[len(all)-1]
	if o.Attempt == 0 {
		// The card of an earlier one may lie on somebody's desk still.
		if key := c.keyTyped(o.Person); o.Graduate == "" && key != present.Key && slices.ContainsFunc(all, func(r *registration) bool { return r.Key == key }) {
			return nil, data.Fail("decision.earlier", data.Args{"key": key, "now": present.Key, "attempt": present.Attempt})
		}
		return present, nil
	}
	i := slices.IndexFunc(all, func(r *registration) bool { return r.Attempt == o.Attempt })
	if i < 0 {
		return nil, data.Fail("decision.no_attempt", data.Args{"key": o.Person, "attempt": o.Attempt})
	}
	return all[i], nil
}

// registrationsOf are all of one person, the present one last.
func registrationsOf(tx *database.Tx, school, graduate string) (all []*registration, err error) {
	err = tx.Each("SELECT p.attempt, p.person_key, p.surname, p.given_name, p.patronymic, p.gone, "+verdictNow+`, COALESCE(c.day, ''), p.record
		FROM person p LEFT JOIN card c ON c.number = p.person_key WHERE p.school = ? AND p.graduate = ? ORDER BY p.attempt`, []any{school, graduate}, func(scan func(...any) error) error {
		r := &registration{Person: Person{School: school, Graduate: graduate}}
		gone, text := 0, ""
		err := scan(&r.Attempt, &r.Key, &r.Surname, &r.GivenName, &r.Patronymic, &gone, &r.Verdict, &r.Since, &text)
		if err == nil {
			r.Withdrawn = gone != 0
			r.record, err = exchange.ParseRecord(text)
		}
		all = append(all, r)
		return err
	})
	if len(all) > 0 {
		all[len(all)-1].last = true
	}
	return all, err
}

// may refuses a decision that does not go with how the registration stands.
func (r *registration) may(o *Order) error {
	args := data.Args{"name": r.Name(), "key": r.Key}
	switch {
	case decision.Answers(o.Kind) && r.Withdrawn:
		return data.Fail("decision.gone", args)
	case decision.Answers(o.Kind) && r.Verdict == exchange.VerdictHeld:
		return data.Fail("decision.held", args)
	}
	return nil
}

// payment is the id of the one that an order is about, by its number or id; where none is named, of the
// only one that counts.
func (r *registration) payment(typed string) (string, error) {
	var live, named []*exchange.Payment
	for i := range r.record.Payments {
		p := &r.record.Payments[i]
		if p.Cancelled == "" {
			live = append(live, p)
		}
		if typed != "" && (p.ID == typed || p.Number == typed) {
			named = append(named, p)
		}
	}
	if alive := slices.DeleteFunc(slices.Clone(named), func(p *exchange.Payment) bool { return p.Cancelled != "" }); len(alive) > 0 {
		// A number may have been cancelled and added again.
		named = alive
	}
	if typed == "" {
		named = live
	}
	args := data.Args{"name": r.Name(), "number": typed, "known": numbersOf(live)}
	switch {
	case len(named) == 0:
		return "", data.Fail("decision.no_payment", args)
	case len(named) > 1:
		return "", data.Fail("decision.payments", args)
	case named[0].Cancelled != "":
		return "", data.Fail("payment.cancelled_already", args)
	}
	return named[0].ID, nil
}

func numbersOf(payments []*exchange.Payment) string {
	var numbers []string
	for _, p := range payments {
		numbers = append(numbers, p.Number)
	}
	return cmp.Or(strings.Join(numbers, ", "), "—")
}

// decided is what was decided last of the very thing that a state is about, nil for nothing.
func decided(tx *database.Tx, school string, s *exchange.State) (*exchange.State, error) {
	var text string
	found, err := tx.One("SELECT state FROM decision WHERE school = ? AND graduate = ? AND attempt = ? AND about = ? AND which = ?",
		[]any{school, s.Graduate, verdict.Number(s.Attempt), s.About, s.Of}, &text)
	if err != nil || !found {
		return nil, err
	}
	before := &exchange.State{}
	if err := json.Unmarshal([]byte(text), before); err != nil {
		return nil, fmt.Errorf("read decision: %w", err)
	}
	return before, nil
}
