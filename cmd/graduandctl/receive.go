package main

import (
	"fmt"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
)

type receiveCommand struct {
	File    string `arg:"" help:"The registry."`
	Message string `arg:"" help:"A message of the centre."`
	Preview bool   `help:"Say only what it would change."`
	Code    string `help:"The code that the centre has told by phone, for the message that enrols the school (or GRADUAND_CODE, or the prompt)."`
	Turn    bool   `help:"With --code: turn from the centre that the registry is enrolled at to the one of this message; everybody goes to it anew."`
	JSON    bool   `name:"json" help:"One JSON object a line."`
}

// newsLine is the contract of «receive --json»: one line a thing that the centre says of somebody.
type newsLine struct {
	Graduate string         `json:"graduate,omitempty"`
	Name     string         `json:"name,omitempty"`
	Key      string         `json:"key"`
	About    string         `json:"about"`
	Verdict  string         `json:"verdict"`
	Codes    []string       `json:"codes,omitempty"`
	Note     string         `json:"note,omitempty"`
	Changes  []outgoingCell `json:"changes,omitempty"`
	Differs  bool           `json:"differs,omitempty"`
	Passed   string         `json:"passed_over,omitempty"`
}

// receivedLine is the last line of «receive --json».
type receivedLine struct {
	Type     string `json:"type"`
	Sequence int    `json:"sequence"`
	Hash     string `json:"hash"`
	Again    bool   `json:"again"`
	Changed  int    `json:"changed"`
	Unknown  int    `json:"unknown"`
}

func (c *receiveCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if c.Code != "" {
		return c.join(s)
	}
	in, err := s.registrar.Exchange.Look(s.ctx, c.Message)
	if registrar.CodeOf(err) == "exchange.not_enrolled" {
		// The first file of a centre opens by a code alone.
		if c.Code, err = s.ask(voiced("", "--code", "cli.ask_code")); err != nil {
			return err
		}
		return c.join(s)
	}
	if err != nil {
		return err
	}
	findings, err := c.show(s, &in)
	if err != nil {
		return err
	}
	done := exchange.Received{Again: in.Again}
	if !c.Preview {
		if done, err = s.registrar.Exchange.Receive(s.ctx, in); err != nil {
			return err
		}
	}
	if c.JSON {
		if err := s.line(receivedLine{in.Message.Type, in.Message.Sequence, in.Message.Hash, done.Again, done.Changed, done.Unknown}); err != nil {
			return err
		}
	}
	switch {
	case done.Again:
		s.note("cli.received_again", nil)
	case c.Preview:
		s.note("cli.dry_run", nil)
	default:
		s.note("cli.received", map[string]any{"sequence": in.Message.Sequence, "changed": done.Changed, "unknown": done.Unknown})
	}
	if findings {
		return errFindings
	}
	return nil
}

// join takes the enrolment of the centre into a registry that is there.
func (c *receiveCommand) join(s *session) error {
	invitation, err := registrar.OpenInvitation(c.Message, c.Code)
	if err != nil {
		return err
	}
	s.tellInvitation(invitation)
	switch {
	case c.Preview:
		return nil
	case c.Turn:
		if err := s.registrar.Exchange.TurnTo(s.ctx, invitation); err != nil {
			return err
		}
		s.note("exchange.turned_to", nil)
		return nil
	}
	return s.registrar.Exchange.Join(s.ctx, invitation)
}

// show tells what a message says, person by person, and the rules that it brings; whether there is
// something to look at.
func (c *receiveCommand) show(s *session, in *exchange.Incoming) (findings bool, err error) {
	var ids []string
	for _, n := range in.News {
		if n.Graduate != nil {
			ids = append(ids, n.Graduate.ID)
		}
	}
	if err := s.shows("receive", ids, c.JSON); err != nil {
		return false, err
	}
	if in.Rules != nil {
		switch renewal, err := s.registrar.Season.LookAtCampaign(in.Rules); {
		case err == nil:
			s.tellRenewal(&renewal)
		case registrar.CodeOf(err) != "campaign.not_newer":
			return false, err
		}
	}
	for i := range in.News {
		n := &in.News[i]
		findings = findings || n.Differs || n.Graduate == nil || n.Verdict == exchange.VerdictRejected || n.Verdict == "refused"
		if err := c.line(s, n); err != nil {
			return findings, err
		}
	}
	return findings, nil
}

func (c *receiveCommand) line(s *session, n *exchange.News) error {
	line := newsLine{Key: n.Key, About: n.About, Verdict: n.Verdict, Codes: n.Codes, Note: n.Note, Differs: n.Differs}
	if n.Graduate != nil {
		line.Graduate, line.Name = n.Graduate.ID, n.Graduate.FullName()
	}
	if n.Why != nil {
		line.Passed = s.say(n.Why.ID, n.Why.Args)
	}
	for _, change := range n.Changes {
		line.Changes = append(line.Changes, outgoingCell{change.Field, change.Before, change.After})
	}
	if c.JSON {
		return s.line(line)
	}
	words := []string{s.say("exchange.about_"+n.About, nil)}
	if n.About == exchange.AboutRecord {
		words = append(words, s.verdict(n.Verdict, n.Codes, n.Note)...)
	} else if n.Note != "" {
		words = append(words, n.Note)
	}
	if line.Passed != "" {
		words = append(words, line.Passed)
	}
	if n.Differs {
		words = append(words, s.say("exchange.differs", nil))
	}
	fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", line.Graduate, line.Name, strings.Join(words, "; "))
	for _, change := range n.Changes {
		if n.About != exchange.AboutRecord {
			fmt.Fprintf(s.stdout, "\t%s\n", s.change(change))
		}
	}
	return nil
}
