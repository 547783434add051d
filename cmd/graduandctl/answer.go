package main

import (
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/answer"
)

// said are the words of an action: ids of graduates, and values as NAME=VALUE.
type said struct {
	ids    []string
	values map[string]string
}

// said parts the words into ids and the values that an action knows.
func (c *doCommand) said(known ...string) (said, error) {
	parts := said{values: map[string]string{}}
	for _, word := range c.Words {
		name, value, is := strings.Cut(word, "=")
		switch {
		case !is:
			parts.ids = append(parts.ids, word)
		case !slices.Contains(known, name):
			return parts, &registrar.Error{Code: "cli.unknown_value", Args: map[string]any{"value": name, "known": strings.Join(known, ", ")}}
		default:
			parts.values[name] = value
		}
	}
	if len(parts.ids) == 0 {
		return parts, &registrar.Error{Code: "cli.no_id"}
	}
	return parts, nil
}

// one is [doCommand.said] of an action about one graduate.
func (c *doCommand) one(known ...string) (id string, parts said, err error) {
	if parts, err = c.said(known...); err != nil {
		return "", parts, err
	}
	return parts.ids[0], parts, surplus(parts.ids, 1)
}

// onDay is [doCommand.said] of what happened on a day, "" where none was said.
func (c *doCommand) onDay(s *session, known ...string) (parts said, on registrar.Date, err error) {
	if parts, err = c.said(append(known, "day")...); err != nil {
		return parts, "", err
	}
	on, err = s.registrar.ParseDay(parts.values["day"])
	return parts, on, err
}

// oneOnDay is [doCommand.onDay] of an action about one graduate.
func (c *doCommand) oneOnDay(s *session, known ...string) (id string, parts said, on registrar.Date, err error) {
	if parts, on, err = c.onDay(s, known...); err != nil {
		return "", parts, "", err
	}
	return parts.ids[0], parts, on, surplus(parts.ids, 1)
}

// codes are those of a value, nil where it was not said.
func (p said) codes(name string) []string {
	value, is := p.values[name]
	if !is {
		return nil
	}
	return append([]string{}, registrar.SplitList(value)...)
}

func (c *doCommand) registered(s *session) error {
	id, with, on, err := c.oneOnDay(s, "certificate")
	if err != nil {
		return err
	}
	return s.registrar.Answer.Registered(s.ctx, id, with.values["certificate"], on)
}

func (c *doCommand) refused(s *session) error {
	id, with, on, err := c.oneOnDay(s, "minutes", "reasons", "returned", "kept", "tracking", "came")
	if err != nil {
		return err
	}
	f := answer.Refusal{On: on, Minutes: with.values["minutes"], Reasons: with.codes("reasons"), Returned: with.codes("returned"), Kept: with.codes("kept"), Tracking: with.values["tracking"]}
	if f.Came, err = s.registrar.ParseDay(with.values["came"]); err != nil {
		return err
	}
	return s.registrar.Answer.Refused(s.ctx, id, f)
}

// follow is what follows an answer of one graduate, by the name of the action.
func (c *doCommand) follow(s *session) error {
	id, _, err := c.one()
	if err != nil {
		return err
	}
	switch c.Action {
	case "retry":
		return s.registrar.Answer.Retry(s.ctx, id)
	case "re-register":
		return s.registrar.Answer.ReRegister(s.ctx, id)
	case "withdraw":
		return s.registrar.Answer.Withdraw(s.ctx, id)
	case "withdrawal-back":
		return s.registrar.Answer.TakeBackWithdrawal(s.ctx, id)
	}
	return s.registrar.Answer.TakeBack(s.ctx, id)
}

func (c *doCommand) mend(s *session) error {
	if len(c.Words) < 2 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	for _, reason := range c.Words[1:] {
		if err := s.registrar.Answer.Mend(s.ctx, c.Words[0], reason, !c.No); err != nil {
			return err
		}
	}
	return nil
}

// withdrawalSent enters the posting, and says whether it was in time: 1 where it was not.
func (c *doCommand) withdrawalSent(s *session) error {
	id, with, err := c.one("operator", "tracking", "postmark")
	if err != nil {
		return err
	}
	sent := answer.Sent{Operator: with.values["operator"], Tracking: with.values["tracking"]}
	if sent.Postmark, err = s.registrar.ParseDay(with.values["postmark"]); err != nil {
		return err
	}
	term, err := s.registrar.Answer.WithdrawalSent(s.ctx, id, sent)
	if err != nil {
		return err
	}
	s.note("answer.withdrawal_"+string(term.Verdict), termArgs(term.Last(), term.Days))
	if !term.InTime() {
		return errFindings
	}
	return nil
}

// termArgs are those of a sentence about a term.
func termArgs(last registrar.Date, days int) map[string]any {
	return map[string]any{"days": days, "date": last.Dotted()}
}

// happened enters what happened on a day: an appeal, its end, that a withdrawal was confirmed.
func (c *doCommand) happened(s *session) error {
	id, with, on, err := c.oneOnDay(s, "note", "outcome")
	if err != nil {
		return err
	}
	switch c.Action {
	case "appeal":
		return s.registrar.Answer.Appeal(s.ctx, id, on, with.values["note"])
	case "appeal-decided":
		return s.registrar.Answer.AppealDecided(s.ctx, id, on, with.values["outcome"], with.values["note"])
	}
	return s.registrar.Answer.WithdrawalConfirmed(s.ctx, id, on)
}

// seen enters a state seen on the centre's site, or that somebody has looked there.
func (c *doCommand) seen(s *session) error {
	with, on, err := c.onDay(s, "state")
	if err != nil {
		return err
	}
	if c.Action == "looked" {
		return s.registrar.Answer.Looked(s.ctx, with.ids, on)
	}
	return s.registrar.Answer.Seen(s.ctx, with.ids, with.values["state"], on)
}
