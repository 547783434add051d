package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/answer"
)

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
		fmt.Fprintf(s.stdout, "%s\t%s\t%v\n", s.say("answer.plan_returned", nil), p.Code, s.text().Word(p.Title))
	}
	for _, p := range fate.Kept {
		fmt.Fprintf(s.stdout, "%s\t%s\t%v\n", s.say("answer.plan_kept", nil), p.Code, s.text().Word(p.Title))
	}
	return nil
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
		fmt.Fprintf(s.stdout, "%s %s\t%s\t%s\n", tick(reason.Mended != nil), s.say("answer.plan_reason", nil), reason.Code, reason.Title)
	}
	for _, change := range p.Changed {
		fmt.Fprintf(s.stdout, "%s\t%s\n", s.say("answer.plan_changed", nil), s.change(change))
	}
	for _, k := range p.Papers {
		is := map[bool]string{true: "answer.plan_new", false: "answer.plan_there"}[k.New]
		fmt.Fprintf(s.stdout, "%s\t%s\t%v\n", s.say(is, nil), k.Code, s.text().Word(k.Wording()))
	}
	fmt.Fprintln(s.stdout, s.say("answer.term_"+string(p.Term.Verdict), termArgs(p.Term.Last(), p.Term.Days)))
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
	// Envelope is what is known last of where the envelope is, a fact, with its day and its number or note.
	Envelope     string `json:"envelope,omitempty"`
	EnvelopeOn   string `json:"envelope_on,omitempty"`
	EnvelopeNote string `json:"envelope_note,omitempty"`
	// Note is what the centre has said of it in its own words.
	Note string `json:"note,omitempty"`
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
			fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", line.Graduate, line.Class, line.Name, s.say("answer_screen.state."+line.Stage, nil), row.Due.Dotted(), s.say("next."+orNothing(line.Next), nil), s.whereIs(&row))
		}
	}
	return w.Flush()
}

// whereIs says where the envelope of a row is, since when and under which number; "" where nothing is known.
func (s *session) whereIs(row *answer.Row) string {
	envelope := row.Envelope
	if envelope == nil {
		return ""
	}
	words := s.say("field.fact_"+string(envelope.Kind), nil) + " " + envelope.On.Dotted()
	if envelope.Note != "" {
		words += " (" + envelope.Note + ")"
	}
	return words
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
	if f := row.Envelope; f != nil {
		line.Envelope, line.EnvelopeOn, line.EnvelopeNote = string(f.Kind), string(f.On), f.Note
	}
	if a := r.Answer; a != nil {
		line.Certificate, line.Minutes, line.Reasons, line.Note = a.Certificate, a.Minutes, a.Reasons, a.Added.Note
	}
	return line
}
