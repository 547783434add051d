package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"graduand/data/registrar"
)

// historyLine is the contract of «do FILE history --json».
type historyLine struct {
	Seq       int64                   `json:"seq"`
	At        string                  `json:"at"`
	Kind      string                  `json:"kind"`
	By        string                  `json:"by"`
	Graduate  string                  `json:"graduate"`
	Graduates []string                `json:"graduates,omitempty"`
	Note      string                  `json:"note,omitempty"`
	To        string                  `json:"to,omitempty"`
	Changes   []registrar.FieldChange `json:"changes,omitempty"`
	Refused   []registrar.FieldChange `json:"refused,omitempty"`
	Failures  int                     `json:"failures,omitempty"`
	// Batch is the same in all that one act has changed.
	Batch int64 `json:"batch,omitempty"`
	// Printer is where a document was printed, "" for a file, and Copies how often.
	Printer string `json:"printer,omitempty"`
	Copies  int    `json:"copies,omitempty"`
	// Again is the entry that was printed again as it was.
	Again int64 `json:"again,omitempty"`
	// Unreadable says that the event was altered from outside.
	Unreadable bool `json:"unreadable,omitempty"`
}

func (c *doCommand) history(s *session) error {
	f := registrar.HistoryFilter{Kind: c.Kind, By: c.By}
	if len(c.Words) > 0 {
		f.Graduate = c.Words[0]
	}
	var err error
	if f.Since, err = s.registrar.ParseDay(c.Since); err != nil {
		return err
	}
	if f.Until, err = s.registrar.ParseDay(c.Until); err != nil {
		return err
	}
	events, err := s.registrar.History(s.ctx, f)
	if err != nil {
		return err
	}
	if err := s.shows("history", c.Words, c.JSON); err != nil {
		return err
	}
	for _, e := range events {
		if !c.JSON {
			s.event(e)
			continue
		}
		if err := s.line(eventLine(&e)); err != nil {
			return err
		}
	}
	return nil
}

// eventLine is an event for other programs.
func eventLine(e *registrar.Event) historyLine {
	line := historyLine{Seq: e.Seq, At: e.At.UTC().Format(time.RFC3339), Kind: e.Kind, By: e.By, Graduate: e.Graduate, Graduates: e.Graduates,
		Note: e.Note, To: e.To, Changes: e.Changes, Refused: e.Refused, Failures: e.Failures, Batch: e.Batch, Unreadable: e.Unreadable}
	if e.Print != nil {
		line.Printer, line.Copies, line.Again = e.Print.Printer, e.Print.Copies, e.Print.Again
	}
	return line
}

func (s *session) event(e registrar.Event) {
	fmt.Fprintf(s.stdout, "%d\t%s\t%s\t%s\t%s %s\n", e.Seq, s.clock(e.At), e.By,
		s.say("event."+e.Kind, nil), e.Graduate, s.eventNote(&e))
	if e.Unreadable {
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("history.unreadable", nil))
	}
	if e.Batch > 0 {
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("history.batch", map[string]any{"number": e.Batch}))
	}
	if e.Failures > 0 {
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("history.failures", map[string]any{"count": e.Failures}))
	}
	if e.To != "" {
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("history.to", map[string]any{"to": registrar.Recipient(e.To)}))
	}
	for _, words := range s.printWords(e.Print) {
		fmt.Fprintf(s.stdout, "\t%s\n", words)
	}
	for _, change := range e.Changes {
		fmt.Fprintf(s.stdout, "\t%s\n", s.change(change))
	}
	for _, change := range e.Refused {
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("history.refused", map[string]any{
			"field": s.registrar.Campaign().FieldTitle(change.Field), "ours": s.registrar.Campaign().Words(change.Field, change.Before),
			"theirs": s.registrar.Campaign().Words(change.Field, change.After)}))
	}
}

// printWords are where a document was printed, and whether it was as before.
func (s *session) printWords(p *registrar.Print) (words []string) {
	if p == nil {
		return nil
	}
	if p.Again != 0 {
		words = append(words, fmt.Sprintf("%s (%d)", s.say("history.again", nil), p.Again))
	}
	if p.Printer != "" {
		words = append(words, s.say("history.printer", map[string]any{"printer": p.Printer, "copies": p.Copies}))
	}
	return words
}

// change is what a field was and became, in words.
func (s *session) change(c registrar.FieldChange) string {
	word := func(stored string) any { return s.text().Word(s.registrar.Campaign().Words(c.Field, stored)) }
	return fmt.Sprintf("%v: «%v» → «%v»", s.text().Word(s.registrar.Campaign().FieldTitle(c.Field)), word(c.Before), word(c.After))
}

// eventNote is what an event says besides: the document printed, the role given.
func (s *session) eventNote(e *registrar.Event) string {
	note := e.Note
	if e.Kind == registrar.EventPrinted || e.Kind == registrar.EventUnprinted {
		note = fmt.Sprint(s.text().Word(s.registrar.Printing.Document(note).Title))
	}
	if e.Role != "" {
		note += " (" + s.say("role."+string(e.Role), nil) + ")"
	}
	return note
}

// entry reads the id of a graduate and the number of an entry of the history.
func (c *doCommand) entry() (id string, seq int64, err error) {
	if len(c.Words) < 2 {
		return "", 0, &registrar.Error{Code: "cli.no_state"}
	}
	if seq, err = strconv.ParseInt(c.Words[1], 10, 64); err != nil {
		return "", 0, &registrar.Error{Code: "cli.no_state", Err: err}
	}
	return c.Words[0], seq, nil
}

// bringBack gives a graduate the state before an entry of the history.
func (c *doCommand) bringBack(s *session) error {
	id, seq, err := c.entry()
	switch {
	case err != nil:
		return err
	case !c.DryRun:
		_, err = s.registrar.Form.BringBack(s.ctx, id, seq)
		return err
	}
	changes, err := s.registrar.Form.StateBefore(s.ctx, id, seq)
	for _, change := range changes {
		fmt.Fprintln(s.stdout, s.change(change))
	}
	return err
}

// undo takes back one entry, or the fields of it that are named.
func (c *doCommand) undo(s *session) error {
	id, seq, err := c.entry()
	if err != nil {
		return err
	}
	fields := c.Words[2:]
	if !c.DryRun {
		_, err = s.registrar.Form.Undo(s.ctx, id, seq, fields)
		return err
	}
	u, err := s.registrar.Form.Undoable(s.ctx, id, seq)
	for _, change := range u.Changes {
		if len(fields) == 0 || slices.Contains(fields, change.Field) {
			fmt.Fprintln(s.stdout, s.change(change))
		}
	}
	return err
}

// undoAll takes back all that was changed with one entry, or says what that would do.
func (c *doCommand) undoAll(s *session) error {
	seq, err := c.act()
	if err != nil {
		return err
	}
	all, err := s.registrar.Form.UndoableAll(s.ctx, seq)
	if err != nil {
		return err
	}
	var ids []string
	for _, r := range all {
		ids = append(ids, r.Graduate)
	}
	if err := s.shows("undo-all", ids, false); err != nil {
		return err
	}
	if !c.DryRun {
		_, err = s.registrar.Form.UndoAll(s.ctx, seq)
	}
	for _, r := range all {
		if err == nil || r.Left != nil {
			s.reversal(r)
		}
	}
	return err
}

// act reads the number of an entry of the history.
func (c *doCommand) act() (seq int64, err error) {
	if seq, err = strconv.ParseInt(strings.Join(c.Words, ""), 10, 64); err != nil {
		return 0, &registrar.Error{Code: "cli.no_act", Err: err}
	}
	return seq, nil
}

// reversal says what becomes of one of several by taking an act back.
func (s *session) reversal(r registrar.Reversal) {
	if r.Left != nil {
		fmt.Fprintf(s.stderr, "%s\n", s.say("undo_all.stays", map[string]any{"name": r.Name, "reason": s.reason(r.Left)}))
		return
	}
	fmt.Fprintf(s.stdout, "%s  (%s)\n", r.Name, r.Graduate)
	switch {
	case r.Returns:
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("undo_all.returns", nil))
	case r.Leaves:
		fmt.Fprintf(s.stdout, "\t%s\n", s.say("undo_all.leaves", nil))
	}
	for _, change := range r.Changes {
		fmt.Fprintf(s.stdout, "\t%s\n", s.change(change))
	}
}
