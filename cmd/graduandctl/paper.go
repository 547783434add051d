package main

import (
	"strings"

	"graduand/data/registrar"
)

// personFlags are a person who may sign in, and what the paper key needs.
type personFlags struct {
	Name            string `help:"Surname, name and patronymic of the person."`
	Phone           string `help:"The person's phone, the login."`
	NewPasswordFile string `help:"File with the password to be set (or GRADUAND_NEW_PASSWORD, or the prompt)." placeholder:"FILE"`
	CodeFile        string `help:"File with the code of the paper key (or GRADUAND_PAPER_CODE, or the prompt)." placeholder:"FILE"`
	Out             string `short:"o" help:"Where the sheet with the paper key is written." placeholder:"SHEET.pdf"`
}

func (p *personFlags) person() registrar.Account {
	return registrar.Account{Name: p.Name, Phone: p.Phone}
}

func (p *personFlags) namedSheet() error {
	if !strings.HasSuffix(strings.ToLower(p.Out), ".pdf") {
		return &registrar.Error{Code: "cli.no_sheet"}
	}
	return nil
}

// checkSheet refuses a sheet that cannot be written before the old paper is spent.
func (p *personFlags) checkSheet() error {
	if err := p.namedSheet(); err != nil {
		return err
	}
	return tryPlace(p.Out)
}

// byPaper asks for the code and the new password, has a registry opened by them, and
// writes the next paper.
func (p *personFlags) byPaper(s *session, open func(code, password string) (*registrar.Registrar, string, error)) (err error) {
	code, err := s.ask(secret{file: p.CodeFile, flag: "--code-file", variable: "GRADUAND_PAPER_CODE", prompt: "cli.ask_paper", lacking: "cli.no_code"})
	if err != nil {
		return err
	}
	password, err := s.newPassword(p.NewPasswordFile)
	if err != nil {
		return err
	}
	r, next, err := open(code, password)
	if err != nil {
		return err
	}
	s.registrar = r
	defer s.close(&err)
	s.tellFilled(r.Filled())
	s.note("account.recovered", nil)
	if err := r.Printing.WritePaperKey(p.Out, next); err != nil {
		s.note("account.write_down", map[string]any{"code": next})
		return err
	}
	s.note("account.paper_made", map[string]any{"file": p.Out})
	return nil
}
