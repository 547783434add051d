package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"graduand/data/registrar"
	"graduand/data/registrar/printing"
)

// printersCommand needs no registry: printers belong to the PC.
type printersCommand struct {
	JSON bool `help:"One JSON object a printer."`
}

// printerLine is the contract of «printers --json».
type printerLine struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Default bool   `json:"default"`
	// Trouble are keywords such as media-empty: why it does not print now.
	Trouble []string `json:"trouble"`
}

func (c *printersCommand) Run(s *session) error {
	all, err := s.system().Printers(s.ctx)
	if err != nil {
		return err
	}
	for _, p := range all {
		if c.JSON {
			if err := s.line(printerLine{p.Name, p.Title, p.Default, append([]string{}, p.Trouble...)}); err != nil {
				return err
			}
			continue
		}
		var notes []string
		if p.Default {
			notes = append(notes, s.say("printer.default", nil))
		}
		fmt.Fprintf(s.stdout, "%s\t%s\t%s\n", p.Name, p.Title, strings.Join(append(notes, s.reasonsOf(p.Trouble)...), ", "))
	}
	return nil
}

// reasonsOf are the reasons of a printer in words.
func (s *session) reasonsOf(keywords []string) (words []string) {
	for _, k := range keywords {
		words = append(words, s.say("printer.reason."+k, nil))
	}
	return words
}

// system is the printing system of this PC.
func (s *session) system() printing.System { return printing.Here(s.printPlace) }

// printPlace is the path of a file that another program prints, where that is how a system prints:
// in the folder that the window empties. The one of the command before goes now.
func (s *session) printPlace(name string) (string, error) {
	own, err := registrar.OwnFolder()
	if err != nil {
		return "", err
	}
	folder := registrar.PrintFolder(filepath.Join(string(registrar.PrintPlace(own)), "commands"))
	var stays *registrar.Error
	if err := folder.Empty(); errors.As(err, &stays) {
		s.note(stays.Code, stays.Args)
	}
	return folder.New(name)
}

// watching is how often the queue is asked.
const watching = time.Second

// send prints a document on a printer and, unless it is told not to, waits for what becomes of
// it. Who interrupts the waiting leaves the document in the queue.
func (c *printCommand) send(s *session, job printing.Job) error {
	how := printing.Sheets{Printer: c.Printer, Copies: 1, Reverse: c.Order == "reverse",
		Sides: map[string]printing.Sides{"one": printing.OneSided, "two": printing.TwoSided}[c.Sides]}
	if c.Copies != nil {
		how.Copies = *c.Copies
	}
	if c.Printer == "default" {
		how.Printer = ""
	}
	if how.Copies < 1 {
		return &registrar.Error{Code: "printer.copies", Args: map[string]any{"limit": printing.MaximumCopies}}
	}
	sent, err := s.registrar.Printing.Print(s.ctx, s.system(), job, how)
	if err != nil {
		return err
	}
	s.tellPrinted(sent.Printed)
	c.tellOnPaper(s)
	s.note("printer.sent", map[string]any{"printer": sent.Printer, "count": sent.Pages})
	state, err := s.watch(sent, c.NoWait)
	if c.JSON && err == nil {
		line := s.printedLine("", sent.Printed)
		line.Printer, line.State = sent.Printer, string(state.Phase)
		err = s.line(line)
	}
	return errors.Join(err, s.became(state))
}

// watch tells how far a job is until it is over.
func (s *session) watch(sent printing.Sent, noWait bool) (printing.State, error) {
	if noWait {
		return sent.Job.State(s.ctx)
	}
	state, err := printing.Watch(s.ctx, sent.Job, watching, func(state printing.State) {
		words := s.say("printer.phase."+string(state.Phase), nil)
		if len(state.Reasons) > 0 {
			words += " (" + strings.Join(s.reasonsOf(state.Reasons), ", ") + ")"
		}
		fmt.Fprintf(s.stderr, "%s: %s\n", sent.Printer, words)
	})
	if errors.Is(err, context.Canceled) {
		s.note("printer.left", nil)
		return state, nil
	}
	return state, err
}

// became tells what is wrong with what became of a job.
func (s *session) became(state printing.State) error {
	switch state.Phase {
	case printing.Failed:
		s.note("printer.failed", map[string]any{"words": state.Message})
	case printing.Cancelled:
		s.note("printer.cancelled", nil)
	default:
		return nil
	}
	return errFindings
}
