package main

import (
	"context"
	"fmt"

	"graduand/data/registrar"
	"graduand/data/registrar/answer"
	"graduand/data/registrar/payment"
)

// maximumBlock bounds a pasted block, in bytes.
const maximumBlock = 4 << 20

// told is a line of a pasted block as it was understood: of whom it tells which state. Why says what
// was not understood, then nobody and no state is there.
type told struct {
	line  int
	key   string
	of    interface{ FullName() string }
	state *registrar.Item
	why   error
}

// seenAll enters a pasted block of states.
func (c *doCommand) seenAll(s *session) error {
	return enterBlock(c, s, s.registrar.Answer.ReadSeen, s.registrar.Answer.SeenAll,
		func(l answer.Spotted) told { return told{l.Line, l.Key, l.Graduate, l.State, l.Why} })
}

// verdicts notes a pasted block of verdicts of payments.
func (c *doCommand) verdicts(s *session) error {
	return enterBlock(c, s, s.registrar.Payment.ReadVerdicts, s.registrar.Payment.JudgeAll,
		func(l payment.Verdict) told { return told{l.Line, l.Key, l.Graduate, l.State, l.Why} })
}

// enterBlock enters the pasted block of a file as seen on a day; what was not understood is named, and
// 1 says that there is something of it.
func enterBlock[T any](c *doCommand, s *session, read func(string) ([]T, error), enter func(context.Context, []T, registrar.Date) (int, error), of func(T) told) error {
	path, _, on, err := c.oneOnDay(s)
	if err != nil {
		return err
	}
	content, err := registrar.ReadFile(path, maximumBlock)
	if err != nil {
		return err
	}
	lines, err := read(string(content))
	if err != nil {
		return err
	}
	whole := true
	for i := range lines {
		whole = s.understood(of(lines[i])) && whole
	}
	if c.DryRun {
		s.note("cli.dry_run", nil)
		return foundUnless(whole)
	}
	if _, err := enter(s.ctx, lines, on); err != nil {
		return err
	}
	return foundUnless(whole)
}

// understood tells a line of a block, or why it was not understood, and says whether it was.
func (s *session) understood(l told) bool {
	if l.why != nil {
		s.note("answer.line", map[string]any{"line": l.line, "why": s.reason(l.why)})
		return false
	}
	fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", l.key, l.of.FullName(), l.state.Title)
	return true
}

func foundUnless(whole bool) error {
	if whole {
		return nil
	}
	return errFindings
}
