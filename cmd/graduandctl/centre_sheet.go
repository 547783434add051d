package main

import (
	"errors"

	"graduand/data/centre"
	"graduand/data/registrar"
)

type centreDecisionsCommand struct {
	centreFlags
	School   string `help:"Only this school." placeholder:"CODE"`
	District string `help:"Only the schools of this district." placeholder:"NAME"`
	All      bool   `help:"Also who waits for the card, and of whom something is decided already."`
	Out      string `short:"o" required:"" help:"The workbook (.xlsx)." placeholder:"FILE"`
}

func (c *centreDecisionsCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		people, payments, err := open.SaveDecisions(s.ctx, centre.Choice{School: c.School, District: c.District, All: c.All}, c.Out, s.lang)
		if err == nil {
			s.note("decisions.saved", map[string]any{"people": people, "payments": payments, "file": c.Out})
		}
		return err
	})
}

// rowLine is the contract of «centre decide --from --json», a line a row that was filled in; Code and
// Message say why nothing was noted.
type rowLine struct {
	Place    string `json:"place"`
	School   string `json:"school"`
	Graduate string `json:"graduate"`
	Name     string `json:"name"`
	Decision string `json:"decision"`
	On       string `json:"on"`
	Number   string `json:"number"`
	Reasons  string `json:"reasons"`
	Payment  string `json:"payment"`
	Same     bool   `json:"same"`
	Code     string `json:"code"`
	Message  string `json:"message"`
}

// fromSheet takes a workbook, and tells each row that was not taken.
func (c *centreDecideCommand) fromSheet(s *session, open *centre.Centre) error {
	noted, same, refused := 0, 0, 0
	err := open.TakeDecisions(s.ctx, c.From, c.DryRun, func(row *centre.FromSheet) error {
		line := rowLine{Place: row.Place, School: row.School, Graduate: row.Graduate, Name: row.Name, Decision: row.Kind, Payment: row.Given.Payment,
			On: row.State.On, Number: row.State.Number, Reasons: row.State.Reasons, Same: row.Same}
		var why *registrar.Error
		switch {
		case errors.As(row.Err, &why):
			refused++
			line.Code, line.Message = why.Code, s.say(why.Code, why.Args)
		case row.Same:
			same++
		default:
			noted++
		}
		if c.JSON {
			return s.line(line)
		}
		if why != nil {
			s.note("decisions.row", map[string]any{"place": row.Place, "name": row.Name, "why": line.Message})
		}
		return nil
	})
	if err != nil {
		return err
	}
	id := "decisions.taken"
	if c.DryRun {
		id = "decisions.would_take"
	}
	s.note(id, map[string]any{"noted": noted, "same": same, "refused": refused})
	if refused > 0 {
		return errFindings
	}
	return nil
}
