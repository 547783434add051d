package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/roster"
	"graduand/data/registrar/table"
)

// proposalLine is the contract of «do FILE collected --json», of «do FILE paste --json»
// and of «set --dry-run --json»: one line a changed cell, or a row that is nobody's.
// Before and After are stored values; Doubt and Refused are reasons in words.
type proposalLine struct {
	Graduate string `json:"graduate"`
	Place    string `json:"place"`
	Field    string `json:"field"`
	Before   string `json:"before"`
	After    string `json:"after"`
	Conflict bool   `json:"conflict"`
	Refused  string `json:"refused"`
	Doubt    string `json:"doubt,omitempty"`
	// Unasked says that the form does not ask this graduate for the field, which stays as it is.
	Unasked bool `json:"unasked,omitempty"`
	// With is the field that brings this one along: it is taken and left with that.
	With string `json:"with,omitempty"`
}

// proposalCounts is the last line.
type proposalCounts struct {
	Taken     int `json:"taken"`
	Conflicts int `json:"conflicts"`
	Refused   int `json:"refused"`
	Doubtful  int `json:"doubtful,omitempty"`
	// rows are those in doubt, as «--take» has them.
	rows []string
}

// collect writes a workbook for a class teacher, never over a file: it may be one that somebody has filled in.
func (c *doCommand) collect(s *session) error {
	if c.Out == "" {
		return &registrar.Error{Code: "cli.collect.out"}
	}
	if len(s.over) > 0 {
		return &registrar.Error{Code: "cli.collect.exists", Args: map[string]any{"file": c.Out}}
	}
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	n, err := s.registrar.Table.SaveCollection(s.ctx, registrar.Filter{Class: c.Class}, c.Fields, c.Out)
	if err != nil {
		return err
	}
	s.note("cli.collect.done", map[string]any{"file": c.Out, "count": n})
	return nil
}

// collected takes in a workbook that came back.
func (c *doCommand) collected(s *session) error {
	if len(c.Words) != 1 {
		return &registrar.Error{Code: "cli.collect.file"}
	}
	content, err := registrar.ReadFile(c.Words[0], registrar.MaximumRoster)
	if err != nil {
		return err
	}
	read, err := s.registrar.Table.ReadCollection(s.ctx, c.Words[0], content)
	if err != nil {
		return err
	}
	for _, part := range read.Unread {
		s.note("collect.unread_column", map[string]any{"column": part.Column, "header": part.Header})
	}
	if read.Missing > 0 {
		s.note("cli.collect.missing", map[string]any{"count": read.Missing})
	}
	return c.takeProposed(s, read.Proposals, read.Problems, read.Name)
}

// paste takes in a block of a table as a spreadsheet copies it: by its header, or
// field by field to the graduates in the order of list.
func (c *doCommand) paste(s *session) error {
	if len(c.Words) != 1 {
		return &registrar.Error{Code: "cli.collect.block"}
	}
	content, err := registrar.ReadFile(c.Words[0], registrar.MaximumRoster)
	if err != nil {
		return err
	}
	if err := s.knowClass(c.Class); err != nil {
		return err
	}
	rows, err := s.registrar.Table.List(registrar.Filter{Class: c.Class})
	if err != nil {
		return err
	}
	var ids []string
	for _, row := range rows {
		ids = append(ids, row.Graduate.ID)
	}
	block, err := table.BlockOf(content)
	if err != nil {
		return err
	}
	pasted, err := s.registrar.Table.Paste(block, ids, c.Fields)
	if err != nil {
		return err
	}
	for _, header := range pasted.Unread {
		s.note("paste.unread", map[string]any{"header": header})
	}
	return c.takeProposed(s, pasted.Proposals, pasted.Problems, filepath.Base(c.Words[0]))
}

// takeProposed shows what was proposed and takes what can be taken: conflicts and rows in
// doubt only when they were asked for.
func (c *doCommand) takeProposed(s *session, proposals []table.Proposed, problems []table.Misplaced, from string) error {
	doubtErasing(proposals)
	if err := c.checkTake(proposals); err != nil {
		return err
	}
	counts := proposalCounts{Refused: len(problems)}
	var agreed []table.Proposed
	for i := range proposals {
		switch p := proposals[table.Leader(proposals, i)]; {
		case p.Refused != nil:
			counts.Refused++
		case p.Conflict && !c.TakeConflicts:
			counts.Conflicts++
		case p.Doubt != nil && !c.takes(p):
			counts.doubt(rowOf(p))
		default:
			agreed = append(agreed, proposals[i])
		}
	}
	counts.Taken = len(agreed)
	if err := s.showProposals(c.Action, proposals, problems, c.TakeConflicts, c.JSON); err != nil {
		return err
	}
	if !c.DryRun && len(agreed) > 0 {
		if _, err := s.registrar.Table.TakeProposed(s.ctx, agreed, from); err != nil {
			return err
		}
	}
	if err := s.showCounts(counts, c.DryRun, c.JSON); err != nil {
		return err
	}
	if counts.Refused > 0 || counts.Conflicts > 0 || counts.Doubtful > 0 {
		return errFindings
	}
	return nil
}

// doubtErasing leaves a value in the registry until a person has looked, as the window does,
// which does not tick an empty cell in its place.
func doubtErasing(proposals []table.Proposed) {
	for i := range proposals {
		if p := &proposals[i]; p.Refused == nil && p.Doubt == nil && p.After == "" {
			p.Doubt = &registrar.Error{Code: "proposals.erases"}
		}
	}
}

// rowOf is the row of the table from outside in which a value stands.
func rowOf(p table.Proposed) string {
	return strings.TrimLeft(p.Place, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// takes says that a person has looked at the row and takes it.
func (c *doCommand) takes(p table.Proposed) bool {
	return slices.Contains(c.Take, roster.TakeAll) || slices.Contains(c.Take, rowOf(p))
}

// checkTake refuses a row in which nothing is in doubt, lest a slip of the pen be taken for
// a decision.
func (c *doCommand) checkTake(proposals []table.Proposed) error {
	for _, row := range c.Take {
		if row != roster.TakeAll && !slices.ContainsFunc(proposals, func(p table.Proposed) bool { return p.Doubt != nil && rowOf(p) == row }) {
			return &registrar.Error{Code: "cli.collect.no_doubt", Args: map[string]any{"row": row}}
		}
	}
	return nil
}

// doubt counts a value in doubt.
func (n *proposalCounts) doubt(row string) {
	n.Doubtful++
	if !slices.Contains(n.rows, row) {
		n.rows = append(n.rows, row)
	}
}

func (s *session) showCounts(counts proposalCounts, dry, asJSON bool) error {
	args := map[string]any{"taken": counts.Taken, "conflicts": counts.Conflicts, "refused": counts.Refused}
	switch {
	case asJSON:
		return s.line(counts)
	case dry:
		s.note("cli.collect.would", args)
		s.note("cli.dry_run", nil)
	default:
		s.note("cli.collect.counts", args)
	}
	if counts.Doubtful > 0 && !asJSON {
		s.note("cli.collect.doubtful", map[string]any{"number": counts.Doubtful, "rows": strings.Join(counts.rows, ",")})
	}
	return nil
}

// showProposals writes a line for each changed cell, with what the registry holds, and for
// each row that is nobody's.
func (s *session) showProposals(command string, proposals []table.Proposed, problems []table.Misplaced, over, asJSON bool) error {
	var ids []string
	for _, p := range proposals {
		ids = append(ids, p.Graduate)
	}
	slices.Sort(ids)
	if ids = slices.Compact(ids); len(ids) > 0 {
		if err := s.shows(command, ids, asJSON); err != nil {
			return err
		}
	}
	for _, m := range problems {
		line := proposalLine{Place: m.Place, Refused: s.reason(m.Reason)}
		words := s.say("cli.collect.problem", map[string]any{"place": m.Place, "reason": line.Refused})
		if err := s.proposal(line, words, asJSON); err != nil {
			return err
		}
	}
	for _, p := range proposals {
		line := proposalLine{Graduate: p.Graduate, Place: p.Place, Field: p.Field, Before: p.Before, After: p.After, Conflict: p.Conflict, Unasked: p.Unasked, With: p.With}
		if p.Doubt != nil {
			line.Doubt = s.reason(p.Doubt)
		}
		if p.Refused != nil {
			line.Refused = s.reason(registrar.Beside(p.Refused))
		}
		if err := s.proposal(line, s.proposalWords(p, line, over), asJSON); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) proposal(line proposalLine, words string, asJSON bool) error {
	if asJSON {
		return s.line(line)
	}
	_, err := fmt.Fprintln(s.stdout, words)
	return err
}

// proposalWords is a proposal for a person.
func (s *session) proposalWords(p table.Proposed, line proposalLine, over bool) string {
	args := map[string]any{"place": p.Place, "name": p.Name, "field": s.registrar.Campaign().FieldTitle(p.Field), "reason": line.Refused,
		"before": s.registrar.Campaign().Words(p.Field, p.Before), "after": s.registrar.Campaign().Words(p.Field, p.After), "seen": s.registrar.Campaign().Words(p.Field, p.Seen)}
	id := "cli.collect.line"
	if p.Place == "" {
		id += "_nowhere"
	}
	if p.With != "" {
		args["with"] = s.registrar.Campaign().FieldTitle(p.With)
		return s.say(id, args) + "\n" + s.say("cli.collect.along", args)
	}
	switch {
	case p.Unasked:
		return s.say("cli.set.not_asked", map[string]any{"field": args["field"], "names": p.Name})
	case line.Refused != "":
		return strings.TrimSpace(s.say("cli.collect.refused", args))
	case line.Doubt != "":
		return s.say(id, args) + "\n" + s.say("cli.collect.doubt", map[string]any{"reason": line.Doubt})
	case p.Conflict && over:
		return s.say(id, args) + "\n" + s.say("cli.collect.over", args)
	case p.Conflict:
		return s.say(id, args) + "\n" + s.say("cli.collect.conflict", args)
	}
	return s.say(id, args)
}
