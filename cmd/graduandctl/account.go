package main

import (
	"fmt"
	"text/tabwriter"

	"graduand/data/registrar"
)

type accountCommand struct {
	File   string   `arg:"" help:"The registry."`
	Action string   `arg:"" enum:"list,add,replace,remove,password,paper,recover,escrow,ask-centre,answer" help:"list | add | replace ID | remove ID | password | paper -o SHEET.pdf | recover -o SHEET.pdf | escrow RECIPIENT | ask-centre -o REQUEST, who has lost every password asks the centre, with the password that is to hold then | answer ANSWER, what the centre says to it, with that password"`
	Words  []string `arg:"" optional:"" help:"What the action needs."`
	Role   string   `help:"head, responsible (both functions), registering (registers graduates), accesses (creates accesses), reader."`
	JSON   bool     `help:"One JSON object a line."`
	personFlags
}

func (c *accountCommand) Run(s *session) (err error) {
	s.writes(c.Out)
	switch c.Action {
	case "recover":
		return c.recover(s)
	case "ask-centre":
		return c.askCentre(s)
	case "answer":
		return c.answer(s)
	}
	if err := c.checkWords(); err != nil {
		return err
	}
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	switch c.Action {
	case "add", "replace", "password":
		return c.set(s)
	case "remove":
		err = s.registrar.RemoveAccount(s.ctx, c.Words[0])
		s.tellDone(err)
		if err == nil {
			s.adviseKeys()
		}
		return err
	case "escrow":
		err = s.registrar.SetEscrow(s.ctx, c.Words[0])
		s.tellDone(err)
		return err
	case "paper":
		return c.paper(s)
	}
	return c.list(s)
}

// checkWords refuses a missing or surplus word before a password is asked for.
func (c *accountCommand) checkWords() error {
	wanted := map[string]int{"replace": 1, "remove": 1, "escrow": 1}[c.Action]
	if err := surplus(c.Words, wanted); err != nil {
		return err
	}
	if len(c.Words) < wanted {
		return &registrar.Error{Code: "cli.no_account"}
	}
	if c.Action == "paper" {
		return c.namedSheet()
	}
	return nil
}

// accountLine is the contract of «account list --json».
type accountLine struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Phone      string `json:"phone"`
	Role       string `json:"role"`
	MustChange bool   `json:"must_change"`
	Me         bool   `json:"me"`
}

func (c *accountCommand) list(s *session) error {
	accounts, err := s.registrar.Accounts(s.ctx)
	if err != nil {
		return err
	}
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, a := range accounts {
		if c.JSON {
			err := s.line(accountLine{a.ID, a.Name, a.Phone, string(a.Role), a.MustChange, a.ID == s.registrar.Me().ID})
			if err != nil {
				return err
			}
			continue
		}
		state := ""
		if a.MustChange {
			state = s.say("account.first_password", nil)
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", a.ID, a.Name, registrar.FormatPhone(a.Phone), s.say("role."+string(a.Role), nil), state)
	}
	if err := w.Flush(); err != nil || c.JSON {
		return err
	}
	paper, err := s.registrar.HasPaperCode(s.ctx)
	if err == nil && !paper {
		s.note("account.no_paper", nil)
	}
	return err
}

func (c *accountCommand) account() registrar.Account {
	a := c.person()
	a.Role = registrar.Role(c.Role)
	return a
}

// set sets a password: of a new account, of another's, or the own.
func (c *accountCommand) set(s *session) (err error) {
	if err := s.refuseLooking(); err != nil {
		return err
	}
	password, err := s.newPassword(c.NewPasswordFile)
	if err != nil {
		return err
	}
	defer func() { s.tellDone(err) }()
	switch c.Action {
	case "add":
		return s.registrar.AddAccount(s.ctx, c.account(), password)
	case "replace":
		return s.registrar.ReplaceAccount(s.ctx, c.Words[0], c.account(), password)
	}
	old, err := s.password("cli.ask_old_password")
	if err != nil {
		return err
	}
	return s.registrar.ChangePassword(s.ctx, old, password)
}

func (c *accountCommand) paper(s *session) error {
	former, err := s.registrar.HasPaperCode(s.ctx)
	if err != nil {
		return err
	}
	if err := s.registrar.Printing.SavePaperKey(s.ctx, c.Out); err != nil {
		return err
	}
	s.note("account.paper_made", map[string]any{"file": c.Out})
	if former {
		s.note("account.paper_void", nil)
	}
	return nil
}

// recover opens the registry by the paper key, makes its holder head with a new
// password, and writes the next paper.
func (c *accountCommand) recover(s *session) error {
	if err := c.checkSheet(); err != nil {
		return err
	}
	if err := s.atDoor(c.File); err != nil {
		return err
	}
	return c.byPaper(s, func(code, password string) (*registrar.Registrar, string, error) {
		return registrar.Recover(s.ctx, c.File, holder(code, c.person(), password), s.options())
	})
}

// holder is who has the paper key, with the account that is to be made.
func holder(code string, a registrar.Account, password string) registrar.Holder {
	return registrar.Holder{Code: code, Name: a.Name, Phone: a.Phone, Password: password}
}
