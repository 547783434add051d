package centre

import (
	"slices"
	"strconv"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/database"
	"graduand/data/centre/verdict"
	"graduand/data/exchange"
)

// candidates are the present registrations of a school, or their receipts that count, in the order of the
// names.
func (r *ruler) candidates(tx *database.Tx, school string) ([]*candidate, error) {
	people, err := peopleOf(tx, school)
	if err != nil {
		return nil, err
	}
	if err := decidedOfSchool(tx, school, people); err != nil {
		return nil, err
	}
	names := r.Centre.rules.Names()
	slices.SortStableFunc(people, func(a, b *candidate) int {
		if order := names.CompareString(a.Name(), b.Name()); order != 0 {
			return order
		}
		return strings.Compare(a.Graduate, b.Graduate)
	})
	if !r.rule.ofPayments {
		for _, c := range people {
			c.lacks = c.unpaid(r.Centre.rules)
		}
		return people, nil
	}
	return r.receipts(tx, people)
}

func peopleOf(tx *database.Tx, school string) (all []*candidate, err error) {
	err = tx.Each(`SELECT p.graduate, p.attempt, p.person_key, p.surname, p.given_name, p.patronymic, p.gone, `+verdictNow+`, p.codes, COALESCE(c.day, ''), p.record,
		CASE WHEN p.branch <> s.branch THEN 1 ELSE 0 END,
		CASE WHEN EXISTS (SELECT 1 FROM person q WHERE q.person_key = p.person_key AND q.school <> p.school AND q.gone = 0) THEN 1 ELSE 0 END `+everybody+` AND p.school = ?`,
		[]any{school}, func(scan func(...any) error) error {
			c := &candidate{registration: registration{Person: Person{School: school}, last: true, undecided: true}, verdicts: map[string]string{}}
			var gone, missing, double int
			var codes, record string
			err := scan(&c.Graduate, &c.Attempt, &c.Key, &c.Surname, &c.GivenName, &c.Patronymic, &gone, &c.Verdict, &codes, &c.Since, &record, &missing, &double)
			if err == nil {
				c.record, err = exchange.ParseRecord(record)
			}
			c.Withdrawn, c.codes, c.missing, c.double = gone != 0, strings.Fields(codes), missing != 0, double != 0
			all = append(all, c)
			return err
		})
	return all, err
}

// decidedOfSchool adds what was decided before.
func decidedOfSchool(tx *database.Tx, school string, people []*candidate) error {
	type registration struct {
		graduate string
		attempt  int
	}
	at := map[registration]*candidate{}
	for _, c := range people {
		at[registration{c.Graduate, c.Attempt}] = c
	}
	return tx.Each("SELECT graduate, attempt, about, which, verdict FROM decision WHERE school = ?", []any{school}, func(scan func(...any) error) error {
		var r registration
		var about, which, verdict string
		if err := scan(&r.graduate, &r.attempt, &about, &which, &verdict); err != nil || at[r] == nil {
			return err
		}
		switch c := at[r]; about {
		case exchange.AboutAnswer:
			c.answer = verdict
		case exchange.AboutWithdrawn:
			c.confirmed = true
		case exchange.AboutPayment:
			c.verdicts[which] = verdict
		}
		return nil
	})
}

// receipts are those that count, each with whether another one has its number.
func (r *ruler) receipts(tx *database.Tx, people []*candidate) (all []*candidate, err error) {
	var numbers []string
	for _, c := range people {
		for i := range c.record.Payments {
			if p := &c.record.Payments[i]; p.Cancelled == "" {
				one := *c
				one.payment, one.bank = p, r.Bank
				all, numbers = append(all, &one), append(numbers, p.Number)
				if one.verdicts[p.ID] == r.Centre.rules.Fee.Pending {
					// It is as if nobody had decided.
					one.verdicts = map[string]string{}
				}
			}
		}
	}
	times := map[string]int{}
	for some := range slices.Chunk(numbers, asked) {
		marks, args := database.Among(some)
		if err := tx.Each("SELECT y.number, COUNT(*) FROM payment y JOIN person p ON p.school = y.school AND p.graduate = y.graduate AND p.attempt = y.attempt AND p.gone = 0 "+present+
			" AND y.cancelled = '' AND y.number IN "+marks+" GROUP BY y.number", args, func(scan func(...any) error) error {
			var number string
			var n int
			err := scan(&number, &n)
			times[number] = n
			return err
		}); err != nil {
			return nil, err
		}
	}
	for _, c := range all {
		c.twice = times[c.payment.Number] > 1
	}
	return all, nil
}

// unpaid is what is left of the fee when everything is taken off that the centre has accepted.
func (c *candidate) unpaid(rules *campaign.Campaign) int {
	if !rules.Has("payments") {
		return 0
	}
	g := c.graduate()
	due := rules.AmountDue(g)
	for _, p := range c.record.Payments {
		state := c.verdicts[p.ID]
		if p.Cancelled == "" && state != "" && state != rules.Fee.Pending && !slices.Contains(rules.Fee.Refused, state) {
			due -= verdict.Number(p.Amount)
		}
	}
	return max(due, 0)
}

// graduate is the person as far as the fee goes.
func (c *candidate) graduate() *data.Graduate {
	e := &c.record.Graduate
	g := &data.Graduate{ID: e.ID, Registrations: []data.Registration{{Attempt: c.Attempt}}}
	for field, value := range e.Fields {
		g.Set(field, value)
	}
	g.Set(data.FieldCategory, e.Category)
	g.Set(data.FieldMarks, strings.ReplaceAll(e.Marks, " ", ","))
	r := g.Current()
	for _, s := range c.record.Subjects {
		r.Subjects = append(r.Subjects, data.SubjectChoice{Subject: s.Subject, Level: s.Level})
	}
	for _, one := range c.record.Conditions {
		if one.Kind == exchange.KindPrivilege {
			r.Privileges = append(r.Privileges, one.Code)
		}
	}
	return g
}

// series gives numbers of certificates, one after the other.
type series struct {
	at, width int
	from      string
}

// newSeries begins one with a number, as people type it.
func newSeries(rules *campaign.Campaign, from string) (*series, error) {
	number, err := rules.ReadCertificate(from)
	if err != nil {
		return nil, err
	}
	at, err := strconv.Atoi(number)
	if err != nil {
		return nil, data.FailWith(err, "answer.bad_certificate", data.Args{"value": from})
	}
	return &series{at, len(number), number}, nil
}

// next is the next number that nobody has. One that would be longer than the first is ruling.series_over.
func (s *series) next(tx *database.Tx) (string, error) {
	for {
		number := strconv.Itoa(s.at)
		number = strings.Repeat("0", max(s.width-len(number), 0)) + number
		if len(number) > s.width {
			return "", data.Fail("ruling.series_over", data.Args{"value": s.from})
		}
		s.at++
		holder, err := holderOf(tx, number)
		if err != nil || holder == nil {
			return number, err
		}
	}
}
