package centre

import (
	"context"
	"slices"
	"strings"

	"graduand/data"
	"graduand/data/campaign"
	"graduand/data/centre/database"
	"graduand/data/centre/decision"
	"graduand/data/exchange"
)

// Ruling is a decision by rule: the same of everybody with whom it goes.
type Ruling struct {
	// Rule is the code of one of [Rules].
	Rule string
	Choice
	// On is the day of the decision, "" for today.
	On data.Date
	// Certificates is the first number of a series that the centre gives to who is registered; without it
	// nobody gets a number.
	Certificates string
	// Bank are the receipts that the bank has, for rules about payments.
	Bank *Bank
}

// Ruled is what a rule says of a registration, or of a receipt: Why is why it is not decided, none where
// it is.
type Ruled struct {
	Settled
	Number string
	Why    []data.Phrase
}

// rule decides mechanically. What it does not concern is not told; of what it concerns it decides where no
// condition fails.
type rule struct {
	code string
	kind string
	// ofPayments says that it decides of receipts.
	ofPayments bool
	concerns   func(*candidate) bool
	conditions []condition
}

// condition is one thing that keeps a rule from deciding, with what is told then.
type condition struct {
	why   string
	fails func(*candidate) bool
}

// candidate is what a rule looks at.
type candidate struct {
	registration
	codes           []string
	missing, double bool
	// answer is what was answered, confirmed says that the withdrawal was confirmed.
	answer    string
	confirmed bool
	// verdicts are those on receipts, by their ids.
	verdicts map[string]string
	// lacks is what is still to be paid, of a sum that the centre has accepted.
	lacks   int
	payment *exchange.Payment
	bank    *Bank
	// twice says that another receipt of the country has this number.
	twice bool
}

var withoutRemarks = condition{"ruling.remarks", func(c *candidate) bool { return len(c.codes) > 0 }}

// inOrderNow are the conditions under which a record is taken as it is.
var inOrderNow = []condition{
	{"ruling.held", func(c *candidate) bool { return c.Verdict == exchange.VerdictHeld }},
	withoutRemarks,
	{"ruling.missing", func(c *candidate) bool { return c.missing }},
	{"ruling.double", func(c *candidate) bool { return c.double }},
}

func unanswered(c *candidate) bool { return !c.Withdrawn && c.answer == "" }

// rulesOf are the rules that a campaign has.
func rulesOf(c *campaign.Campaign) []rule {
	all := []rule{
		{code: "complete", kind: decision.Registered, concerns: unanswered, conditions: inOrderNow},
		{code: "withdrawals", kind: decision.Withdrawn, concerns: func(c *candidate) bool { return c.Withdrawn && !c.confirmed }, conditions: []condition{withoutRemarks}},
	}
	accepted := decision.Accepted(c)
	if accepted == "" {
		return all
	}
	return append(all,
		rule{code: "paid", kind: decision.Registered, concerns: unanswered,
			conditions: append(slices.Clone(inOrderNow), condition{"ruling.unpaid", func(c *candidate) bool { return c.lacks > 0 }})},
		rule{code: "payments", kind: accepted, ofPayments: true, concerns: func(c *candidate) bool { return !c.Withdrawn && c.verdicts[c.payment.ID] == "" }, conditions: []condition{
			{"ruling.not_at_bank", func(c *candidate) bool { return c.bank.amount(c.payment.Number) == "" }},
			{"ruling.other_amount", func(c *candidate) bool {
				paid := c.bank.amount(c.payment.Number)
				return paid != "" && paid != c.payment.Amount
			}},
			{"ruling.receipt_twice", func(c *candidate) bool { return c.twice }},
		}})
}

// Rules are the codes of the rules that the campaign has.
func Rules(c *campaign.Campaign) (codes []string) {
	for _, r := range rulesOf(c) {
		codes = append(codes, r.code)
	}
	return codes
}

// ByRule decides by a rule and tells of everybody whom it concerns what it has decided, or why not; nothing
// is written where dry is true. Done again it decides only of who is new, or goes with it now. A rule that
// the campaign does not have is ruling.unknown.
func (c *Centre) ByRule(ctx context.Context, r Ruling, dry bool, tell func(*Ruled) error) error {
	rules, err := c.Campaign(ctx)
	if err != nil {
		return err
	}
	all := rulesOf(rules)
	i := slices.IndexFunc(all, func(one rule) bool { return one.code == r.Rule })
	if i < 0 {
		return data.Fail("ruling.unknown", data.Args{"value": r.Rule, "known": strings.Join(Rules(rules), ", ")})
	}
	by := &ruler{Centre: c, Ruling: r, rule: &all[i]}
	if err := by.check(rules); err != nil {
		return err
	}
	schools, err := by.schools(ctx)
	if err != nil {
		return err
	}
	for _, school := range schools {
		var told []*Ruled
		if err := c.noted(ctx, school, dry, func(tx *database.Tx, m *exchange.Message) (err error) {
			told, err = by.school(tx, school, m)
			return err
		}); err != nil {
			return err
		}
		for _, one := range told {
			if err := tell(one); err != nil {
				return err
			}
		}
	}
	return nil
}

// ruler is a rule at work.
type ruler struct {
	*Centre
	Ruling
	rule   *rule
	series *series
}

// check refuses what does not go with the rule: a series of numbers where nobody gets one, a list of the
// bank that is not asked for, and none where it is.
func (r *ruler) check(rules *campaign.Campaign) (err error) {
	switch {
	case r.Certificates != "" && r.rule.kind != decision.Registered:
		return data.Fail("ruling.no_certificates", data.Args{"rule": r.Rule})
	case (r.Bank != nil) != r.rule.ofPayments:
		return data.Fail("ruling.bank", data.Args{"rule": r.Rule})
	case r.On > r.today():
		return data.Fail("fact.future_day", data.Args{"value": r.On.Dotted()})
	case r.Certificates != "":
		r.series, err = newSeries(rules, r.Certificates)
	}
	return err
}

// schools are those that have anybody.
func (r *ruler) schools(ctx context.Context) (codes []string, err error) {
	if err := r.db.Read(ctx, r.Choice.check); err != nil {
		return nil, err
	}
	query, args := r.where("SELECT DISTINCT p.school FROM person p JOIN school s ON s.code = p.school WHERE 1 = 1")
	return r.codes(ctx, query+" ORDER BY p.school", args...)
}

// school decides of the people of one school, in the order of their names.
func (r *ruler) school(tx *database.Tx, school string, m *exchange.Message) (told []*Ruled, err error) {
	all, err := r.candidates(tx, school)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		if !r.rule.concerns(c) {
			continue
		}
		one, err := r.one(tx, c)
		if err != nil {
			return nil, err
		}
		if one.Why == nil {
			m.States = append(m.States, one.State)
		}
		told = append(told, one)
	}
	return told, nil
}

// one decides of one, if no condition fails.
func (r *ruler) one(tx *database.Tx, c *candidate) (*Ruled, error) {
	ruled := &Ruled{Settled: Settled{Person: c.Person}}
	o := &Order{School: c.School, Graduate: c.Graduate, Attempt: c.Attempt, Asked: Asked{Kind: r.rule.kind, On: r.On}}
	ruled.Title = o.Title(r.Centre.rules)
	if c.payment != nil {
		ruled.Number, o.Payment = c.payment.Number, c.payment.ID
	}
	for _, condition := range r.rule.conditions {
		if condition.fails(c) {
			ruled.Why = append(ruled.Why, data.Phrase{ID: condition.why, Args: c.args(r.Centre.rules)})
		}
	}
	if ruled.Why != nil {
		return ruled, nil
	}
	if r.series != nil {
		number, err := r.series.next(tx)
		if err != nil {
			return nil, err
		}
		o.Certificate, ruled.Number = number, number
	}
	settled, err := r.settleOf(tx, o, &c.registration)
	ruled.Settled = settled
	return ruled, err
}

// args fill the sentences about what keeps a rule from deciding.
func (c *candidate) args(rules *campaign.Campaign) data.Args {
	args := data.Args{"lacks": c.lacks, "currency": rules.Fee.Words()}
	if c.payment != nil {
		args["amount"], args["bank"] = c.payment.Amount, c.bank.amount(c.payment.Number)
	}
	return args
}
