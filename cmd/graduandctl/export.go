package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
	"graduand/data/registrar/printing"
)

type exportCommand struct {
	File    string   `arg:"" help:"The registry."`
	Out     string   `short:"o" help:"A folder, such as a flash drive, or the name of a file." placeholder:"OUT"`
	Preview bool     `help:"Say only what would be sent of whom, and what stands against it."`
	Only    []string `help:"Only these graduates; who is named goes though the centre has rejected the very same." placeholder:"ID,…"`
	Sheet   string   `help:"Write the covering sheet to this file too: signed and stamped it goes with the messages." placeholder:"SHEET.pdf"`
	Anew    bool     `help:"Send everybody once more: a message was lost on its way, and the centre waits for it."`
	JSON    bool     `name:"json" help:"One JSON object a line."`
}

// outgoingLine is the contract of «export --preview --json»: one line a person.
type outgoingLine struct {
	Graduate string         `json:"graduate"`
	Name     string         `json:"name"`
	Action   string         `json:"action,omitempty"`
	Changes  []outgoingCell `json:"changes,omitempty"`
	Reason   string         `json:"reason,omitempty"`
	Blocked  string         `json:"blocked,omitempty"`
	Message  string         `json:"message,omitempty"`
	Verdict  string         `json:"verdict,omitempty"`
}

type outgoingCell struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// sentLine is the contract of «export --json»: one line a message.
type sentLine struct {
	Path     string `json:"path"`
	Type     string `json:"type"`
	Sequence int    `json:"sequence"`
	Hash     string `json:"hash"`
	SHA256   string `json:"sha256"`
	People   int    `json:"people"`
	Files    int    `json:"files"`
	// Fingerprint is that of the school's keys, which the centre compares.
	Fingerprint string `json:"fingerprint"`
}

func (c *exportCommand) Run(s *session) (err error) {
	if !c.Preview && c.Out == "" {
		return &registrar.Error{Code: "cli.export_where"}
	}
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	if c.Preview {
		return c.preview(s)
	}
	if err := s.noteAnew(); err != nil {
		return err
	}
	sent, err := s.registrar.Exchange.Export(s.ctx, exchange.Order{To: c.Out, Only: c.Only, Anew: c.Anew}, nil)
	return errors.Join(err, c.tell(s, sent), c.sheet(s, sent))
}

// sheet writes the covering sheet of what was written.
func (c *exportCommand) sheet(s *session, sent exchange.Sent) error {
	if c.Sheet == "" || len(sent.Messages) == 0 {
		return nil
	}
	job := printing.Job{Document: printing.Message}
	for _, m := range sent.Messages {
		job.Messages = append(job.Messages, m.ID)
	}
	_, err := s.registrar.Printing.Save(s.ctx, c.Sheet, job)
	if err == nil {
		s.note("print.written", map[string]any{"file": c.Sheet})
	}
	return err
}

// noteAnew says why everybody is sent once more, where that is so.
func (s *session) noteAnew() error {
	state, err := s.registrar.Exchange.State()
	if why := state.WhyAnew(); err == nil && why != "" {
		s.note(why, nil)
	}
	return err
}

// tell names the messages that were written, those before a failure too.
func (c *exportCommand) tell(s *session, sent exchange.Sent) error {
	state, err := s.registrar.Exchange.State()
	if err != nil || len(sent.Messages) == 0 {
		return err
	}
	for i, m := range sent.Messages {
		if c.JSON {
			if err := s.line(sentLine{sent.Paths[i], m.Type, m.Sequence, m.Hash, m.SHA256, m.People, m.Files, state.Own}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintln(s.stdout, sent.Paths[i])
		s.note("cli.sent", map[string]any{"sequence": m.Sequence, "people": m.People, "files": m.Files})
	}
	s.note("cli.sent_next", map[string]any{"fingerprint": state.Own})
	return nil
}

// preview shows everybody of whom there is something; it is a finding when somebody cannot go.
func (c *exportCommand) preview(s *session) error {
	o, err := s.registrar.Exchange.Outgoing(s.ctx)
	if err != nil {
		return err
	}
	if err := s.noteAnew(); err != nil {
		return err
	}
	var ids []string
	for _, row := range o.Rows {
		ids = append(ids, row.Graduate.ID)
	}
	if err := s.shows("export", ids, c.JSON); err != nil {
		return err
	}
	blocked := false
	for i := range o.Rows {
		row := &o.Rows[i]
		blocked = blocked || row.Why != nil || row.Rejected()
		if len(c.Only) > 0 && !slices.Contains(c.Only, row.Graduate.ID) {
			continue
		}
		if err := c.show(s, row); err != nil {
			return err
		}
	}
	s.note("cli.outgoing", map[string]any{"add": o.Count(exchange.ActionAdd), "change": o.Count(exchange.ActionChange), "withdraw": o.Count(exchange.ActionWithdraw), "files": o.Files})
	if blocked {
		return errFindings
	}
	return nil
}

func (c *exportCommand) show(s *session, row *exchange.Row) error {
	line := outgoingLine{Graduate: row.Graduate.ID, Name: row.Graduate.FullName(), Action: row.Action, Reason: row.Reason}
	if row.Why != nil {
		line.Blocked, line.Message = row.Why.ID, s.say(row.Why.ID, row.Why.Args)
	}
	if row.Acknowledged != nil {
		line.Verdict = row.Acknowledged.Seen
	}
	for _, change := range row.Changes {
		line.Changes = append(line.Changes, outgoingCell{change.Field, change.Before, change.After})
	}
	if c.JSON {
		return s.line(line)
	}
	said := line.Message
	switch {
	case row.Action != "":
		said = s.say("exchange.action_"+row.Action, nil)
	case row.Rejected():
		said = strings.Join(s.verdict(row.Acknowledged.Seen, strings.Fields(row.Acknowledged.Means), row.Acknowledged.Note), "; ")
	case row.Why == nil:
		said = s.say("cli.nothing_new", nil)
	}
	fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", row.Graduate.ID, row.Graduate.FullName(), strings.TrimSpace(said+" "+row.Reason))
	for _, change := range row.Changes {
		fmt.Fprintf(s.stdout, "\t%s\n", s.change(change))
	}
	return nil
}

// verdict is what the centre says of a record, and why.
func (s *session) verdict(verdict string, codes []string, note string) []string {
	words := []string{s.say("exchange.verdict_"+verdict, nil)}
	for _, code := range codes {
		words = append(words, s.text().SayOr(code, code, nil))
	}
	if note != "" {
		words = append(words, note)
	}
	return words
}
