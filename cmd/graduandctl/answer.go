package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/answer"
)

// maximumBlock bounds a pasted block, in bytes.
const maximumBlock = 4 << 20

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

// codes are those of a value, nil where it was not said.
func (p said) codes(name string) []string {
	value, is := p.values[name]
	if !is {
		return nil
	}
	return append([]string{}, registrar.SplitList(value)...)
}

func (c *doCommand) registered(s *session) error {
	id, with, err := c.one("certificate", "day")
	if err != nil {
		return err
	}
	on, err := s.registrar.ParseDay(with.values["day"])
	if err != nil {
		return err
	}
	return s.registrar.Answer.Registered(s.ctx, id, with.values["certificate"], on)
}

func (c *doCommand) refused(s *session) error {
	id, with, err := c.one("minutes", "day", "reasons", "returned", "kept", "tracking", "came")
	if err != nil {
		return err
	}
	f := answer.Refusal{Minutes: with.values["minutes"], Reasons: with.codes("reasons"), Returned: with.codes("returned"), Kept: with.codes("kept"), Tracking: with.values["tracking"]}
	if f.On, err = s.registrar.ParseDay(with.values["day"]); err != nil {
		return err
	}
	if f.Came, err = s.registrar.ParseDay(with.values["came"]); err != nil {
		return err
	}
	return s.registrar.Answer.Refused(s.ctx, id, f)
}

// refusalPapers says what comes back after a refusal and what stays.
func (c *doCommand) refusalPapers(s *session) error {
	id, with, err := c.one("reasons")
	if err != nil {
		return err
	}
	fate, err := s.registrar.Answer.Propose(id, with.codes("reasons"))
	if err != nil {
		return err
	}
	for _, p := range fate.Returned {
		fmt.Fprintf(s.stdout, "returned\t%s\t%v\n", p.Code, s.text().Word(p.Title))
	}
	for _, p := range fate.Kept {
		fmt.Fprintf(s.stdout, "kept\t%s\t%v\n", p.Code, s.text().Word(p.Title))
	}
	return nil
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
	id, with, err := c.one("day", "note", "outcome")
	if err != nil {
		return err
	}
	on, err := s.registrar.ParseDay(with.values["day"])
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
	with, err := c.said("state", "day")
	if err != nil {
		return err
	}
	on, err := s.registrar.ParseDay(with.values["day"])
	if err != nil {
		return err
	}
	if c.Action == "looked" {
		return s.registrar.Answer.Looked(s.ctx, with.ids, on)
	}
	return s.registrar.Answer.Seen(s.ctx, with.ids, with.values["state"], on)
}

// block reads the file of a pasted block with the day on which it was seen.
func (c *doCommand) block(s *session) (block string, on registrar.Date, err error) {
	path, with, err := c.one("day")
	if err != nil {
		return "", "", err
	}
	if on, err = s.registrar.ParseDay(with.values["day"]); err != nil {
		return "", "", err
	}
	content, err := registrar.ReadFile(path, maximumBlock)
	return string(content), on, err
}

// understood names the lines of a block that were not understood, and says whether there are any.
func (s *session) understood(line int, why error) bool {
	if why == nil {
		return true
	}
	s.note("answer.line", map[string]any{"line": line, "why": s.reason(why)})
	return false
}

// seenAll enters a pasted block of states; what was not understood is named, and 1 says that there is
// something of it.
func (c *doCommand) seenAll(s *session) error {
	block, on, err := c.block(s)
	if err != nil {
		return err
	}
	lines, err := s.registrar.Answer.ReadSeen(block)
	if err != nil {
		return err
	}
	whole := true
	for _, line := range lines {
		if !s.understood(line.Line, line.Why) {
			whole = false
			continue
		}
		fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", line.Key, line.Graduate.FullName(), line.State.Code)
	}
	if c.DryRun {
		s.note("cli.dry_run", nil)
		return foundUnless(whole)
	}
	if _, err := s.registrar.Answer.SeenAll(s.ctx, lines, on); err != nil {
		return err
	}
	return foundUnless(whole)
}

// verdicts notes a pasted block of verdicts of payments, as [doCommand.seenAll] does states.
func (c *doCommand) verdicts(s *session) error {
	block, on, err := c.block(s)
	if err != nil {
		return err
	}
	lines, err := s.registrar.Payment.ReadVerdicts(block)
	if err != nil {
		return err
	}
	whole := true
	for _, line := range lines {
		if !s.understood(line.Line, line.Why) {
			whole = false
			continue
		}
		fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", line.Key, line.Graduate.FullName(), line.State.Code)
	}
	if c.DryRun {
		s.note("cli.dry_run", nil)
		return foundUnless(whole)
	}
	if _, err := s.registrar.Payment.JudgeAll(s.ctx, lines, on); err != nil {
		return err
	}
	return foundUnless(whole)
}

func foundUnless(whole bool) error {
	if whole {
		return nil
	}
	return errFindings
}

// plan says what is to be done for the next attempt.
func (c *doCommand) plan(s *session) error {
	id, _, err := c.one()
	if err != nil {
		return err
	}
	p, err := s.registrar.Answer.Plan(s.ctx, id)
	if err != nil {
		return err
	}
	if err := s.shows("plan", []string{id}, false); err != nil {
		return err
	}
	for _, step := range p.Steps {
		fmt.Fprintf(s.stdout, "%s %s\t%s\n", tick(step.Done), step.Code, s.say("answer_screen.step."+step.Code, nil))
	}
	for _, reason := range p.Reasons {
		fmt.Fprintf(s.stdout, "%s reason\t%s\t%s\n", tick(reason.Mended != nil), reason.Code, reason.Title)
	}
	for _, change := range p.Changed {
		fmt.Fprintf(s.stdout, "changed\t%s\n", s.change(change))
	}
	for _, k := range p.Papers {
		fmt.Fprintf(s.stdout, "%s\t%s\t%v\n", map[bool]string{true: "new", false: "there"}[k.New], k.Code, s.text().Word(k.Wording()))
	}
	fmt.Fprintf(s.stdout, "term\t%s\t%s\n", p.Term.Verdict, s.say("answer.term_"+string(p.Term.Verdict), termArgs(p.Term.Last(), p.Term.Days)))
	return nil
}

func tick(done bool) string {
	if done {
		return "[x]"
	}
	return "[ ]"
}

// answerLine is the contract of «answers --json».
type answerLine struct {
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	Class    string `json:"class"`
	// Stage is what is awaited of the centre, or has come; Attempt counts the registrations.
	Stage   string `json:"stage"`
	Status  string `json:"status"`
	Next    string `json:"next"`
	Attempt int    `json:"attempt"`
	Number  string `json:"card_number"`
	// Sent, Received and Due are days, "" where they are not known; Days are left until Due.
	Sent     string `json:"sent"`
	Received string `json:"received"`
	Due      string `json:"due"`
	Days     int    `json:"days"`
	// Seen is a state seen on the centre's site, Looked the day of the last look there.
	Seen        string   `json:"seen"`
	SeenOn      string   `json:"seen_on"`
	Looked      string   `json:"looked"`
	Differs     bool     `json:"differs"`
	Certificate string   `json:"certificate"`
	Minutes     string   `json:"minutes"`
	Reasons     []string `json:"reasons,omitempty"`
}

// answers lists what is awaited of the centre and what has come.
func (c *doCommand) answers(s *session) error {
	stage := answer.Stage("")
	if len(c.Words) == 1 {
		if stage = answer.Stage(strings.TrimPrefix(c.Words[0], "stage=")); !slices.Contains(answer.Stages(), stage) {
			return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": c.Words[0]}}
		}
	}
	rows, err := s.registrar.Answer.Rows(registrar.Filter{Class: c.Class}, stage)
	if err != nil {
		return err
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = row.Graduate.ID
	}
	if err := s.shows("answers", ids, c.JSON); err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		if line := answerLineOf(row); c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
		} else {
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", line.Graduate, line.Class, line.Name, s.say("answer_screen.state."+line.Stage, nil), row.Due.Dotted(), s.say("next."+orNothing(line.Next), nil))
		}
	}
	return w.Flush()
}

// orNothing is the id of what is next, also where there is nothing.
func orNothing(next string) string {
	if next == "" {
		return "nothing"
	}
	return next
}

func answerLineOf(row answer.Row) answerLine {
	g, r := row.Graduate, row.Graduate.Current()
	line := answerLine{Graduate: g.ID, Name: g.FullName(), Class: g.Class, Stage: string(row.Stage), Status: string(row.Status), Next: string(row.Next),
		Attempt: len(g.Registrations), Number: r.CardNumber, Sent: string(row.Sent), Received: string(row.Received), Due: string(row.Due), Days: row.Days, Differs: row.Differs}
	if row.Seen != nil {
		line.Seen, line.SeenOn = row.Seen.Seen, string(row.Seen.On)
	}
	if row.Looked != nil {
		line.Looked = string(row.Looked.On)
	}
	if a := r.Answer; a != nil {
		line.Certificate, line.Minutes, line.Reasons = a.Certificate, a.Minutes, a.Reasons
	}
	return line
}
