package main

import (
	"fmt"

	"graduand/data/registrar/printing"
)

type printCommand struct {
	File     string   `arg:"" help:"The registry."`
	Document string   `arg:"" help:"card, list, missing, sheet, site, onsite, photos, payments, or the code of a paper of the kit that the program prints; as far as the campaign has them."`
	Out      string   `short:"o" required:"" help:"The file to write; .pdf or .xlsx." placeholder:"OUT"`
	Class    string   `help:"Only this class."`
	Only     []string `help:"Only these ids." placeholder:"ID,…"`
	Final    bool     `help:"The list that is signed and sent: refuses draft numbers."`
	Date     string   `help:"Outgoing date of the list; else a line for the pen."`
	In       string   `help:"sheet, missing, site, onsite, photos, payments: the language it is written in: uk, ru, ky or en." placeholder:"LANG"`
	Number   string   `help:"Outgoing number of the list; else a line for the pen."`
}

func (c *printCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	printed, err := s.registrar.Printing.Save(s.ctx, c.Out, printing.Job{
		Document: c.Document, Class: c.Class, Only: c.Only, Final: c.Final, OutgoingDate: c.Date, OutgoingNumber: c.Number, Language: c.In,
	})
	if err != nil {
		return err
	}
	for _, left := range printed.Left {
		fmt.Fprintf(s.stderr, "%s: %s\n", left.Name, s.say("print.left."+left.Reason, nil))
	}
	if printed.Unconfirmed {
		s.note("printing_screen.layout", nil)
	}
	if printed.Worded {
		s.note("printing_screen.worded", nil)
	}
	if printed.Registered > 0 {
		s.note("printing_screen.registered", map[string]any{"number": printed.Registered})
	}
	if printed.Drafts > 0 {
		s.note("print.drafts", map[string]any{"count": printed.Drafts})
	}
	s.note("print.done", map[string]any{"file": c.Out, "count": printed.Graduates})
	return nil
}
