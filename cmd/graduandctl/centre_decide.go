package main

import (
	"graduand/data/centre"
	"graduand/data/registrar"
)

type centreDecideCommand struct {
	centreFlags
	Person   string `arg:"" optional:"" help:"Number of the card or phone, as the campaign names people; or the id in the school's registry."`
	Decision string `arg:"" optional:"" help:"registered, refused, received, card, withdrawn, appeal-granted, appeal-dismissed, payment-STATE, envelope-sent, envelope-kept, envelope-returned, envelope-emailed, state-STATE; STATE is a code of the campaign. One that the campaign does not have is told with those that it has."`
	School   string `help:"The school, where several have this person." placeholder:"CODE"`
	Attempt  int    `help:"An earlier registration of the person, from 1." placeholder:"N"`
	On       string `help:"The day of it, if not today." placeholder:"DATE"`

	Certificate string   `help:"registered: the number of the certificate." placeholder:"NUMBER"`
	Card        string   `help:"card: the number that the card is given." placeholder:"NUMBER"`
	Minutes     string   `help:"refused: the number of the minutes." placeholder:"NUMBER"`
	Reasons     []string `help:"refused: codes of the campaign's reasons." placeholder:"CODE,…"`
	Returned    []string `help:"refused: papers that come back, where it is otherwise than the campaign says." placeholder:"CODE,…"`
	Kept        []string `help:"refused: papers that stay." placeholder:"CODE,…"`
	Payment     string   `help:"payment-…: the number of the receipt, where there are several." placeholder:"NUMBER"`
	Tracking    string   `help:"refused, envelope-…: the number of the letter." placeholder:"NUMBER"`
	Note        string   `help:"In the centre's words."`

	From         string `help:"Take what was filled in in a workbook of «centre decisions». A row that cannot be taken is named, and the rest is done (exit 1); taken twice, it changes nothing." placeholder:"FILE"`
	Rule         string `help:"Decide by a rule: complete (registered, whose record is accepted without a remark), paid (the same where the fee is covered by receipts that the centre has accepted), payments (accepted, which the bank has), withdrawals (confirmed). What keeps it from deciding is said of everybody (exit 1); done again, it decides of who is new." placeholder:"RULE"`
	District     string `help:"--rule: only the schools of this district." placeholder:"NAME"`
	Certificates string `help:"--rule: the first number of a series of certificates. Without it nobody gets a number." placeholder:"FROM"`
	Bank         string `help:"--rule payments: the receipts that the bank has, a table (.xlsx, .ods, .csv) with the columns number and amount." placeholder:"FILE"`
	DryRun       bool   `help:"Say what would be noted, write nothing."`
	JSON         bool   `help:"One JSON object a line."`
}

func (c *centreDecideCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		if err := c.refuseSurplus(); err != nil {
			return err
		}
		switch {
		case c.From != "":
			return c.fromSheet(s, open)
		case c.Rule != "":
			return c.byRule(s, open)
		case c.Decision == "":
			return &registrar.Error{Code: "decision.whom"}
		}
		on, err := open.ReadDay(c.On)
		if err != nil {
			return err
		}
		done, err := open.Order(s.ctx, centre.Order{School: c.School, Person: c.Person, Attempt: c.Attempt, Asked: centre.Asked{Kind: c.Decision, On: on,
			Certificate: c.Certificate, Card: c.Card, Minutes: c.Minutes, Reasons: c.Reasons, Returned: c.Returned, Kept: c.Kept, Payment: c.Payment, Tracking: c.Tracking, Note: c.Note}}, c.DryRun)
		if err != nil {
			return err
		}
		return c.tellSettled(s, &done)
	})
}

// The three ways of deciding: about one person, by a workbook, by a rule.
const (
	byPerson = 1 << iota
	bySheet
	byRule
)

// refuseSurplus refuses what belongs to another way of deciding, so that nothing that was said is lost.
func (c *centreDecideCommand) refuseSurplus() error {
	way := byPerson
	switch {
	case c.From != "":
		way = bySheet
	case c.Rule != "":
		way = byRule
	}
	for _, word := range []struct {
		name  string
		given bool
		with  int
	}{
		{"--rule", c.Rule != "", byRule},
		{c.Person, c.Person != "", byPerson},
		{"--school", c.School != "", byPerson | byRule},
		{"--on", c.On != "", byPerson | byRule},
		{"--attempt", c.Attempt != 0, byPerson},
		{"--certificate", c.Certificate != "", byPerson},
		{"--card", c.Card != "", byPerson},
		{"--minutes", c.Minutes != "", byPerson},
		{"--reasons", c.Reasons != nil, byPerson},
		{"--returned", c.Returned != nil, byPerson},
		{"--kept", c.Kept != nil, byPerson},
		{"--payment", c.Payment != "", byPerson},
		{"--tracking", c.Tracking != "", byPerson},
		{"--note", c.Note != "", byPerson},
		{"--district", c.District != "", byRule},
		{"--certificates", c.Certificates != "", byRule},
		{"--bank", c.Bank != "", byRule},
	} {
		if word.given && word.with&way == 0 {
			return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": word.name}}
		}
	}
	return nil
}

// settledLine is the contract of «centre decide --json».
type settledLine struct {
	School   string `json:"school"`
	Graduate string `json:"graduate"`
	Key      string `json:"key"`
	Attempt  int    `json:"attempt"`
	Name     string `json:"name"`
	Decision string `json:"decision"`
	On       string `json:"on"`
	Number   string `json:"number"`
	Reasons  string `json:"reasons"`
	// Payment is the id of the receipt.
	Payment string `json:"payment"`
	// Before is what was noted before, as a message says it; Same that it was this very thing.
	Before string `json:"before"`
	Same   bool   `json:"same"`
}

// tellSettled tells what was noted.
func (c *centreDecideCommand) tellSettled(s *session, d *centre.Settled) error {
	line := settledLine{School: d.Person.School, Graduate: d.Person.Graduate, Key: d.Person.Key, Attempt: d.Person.Attempt, Name: d.Person.Name(), Decision: c.Decision,
		On: d.State.On, Number: d.State.Number, Reasons: d.State.Reasons, Payment: d.State.Of, Same: d.Same}
	if d.Before != nil {
		line.Before = d.Before.State
	}
	if c.JSON {
		return s.line(line)
	}
	id := "decision.noted"
	switch {
	case d.Same:
		id = "decision.same"
	case c.DryRun:
		id = "decision.would"
	}
	s.note(id, map[string]any{"name": line.Name, "key": line.Key, "school": line.School, "decision": d.Title, "on": registrar.Date(d.State.On).Dotted()})
	return nil
}
