package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"text/tabwriter"

	"graduand/data/centre"
	"graduand/data/registrar"
)

type centreEnrolCommand struct {
	centreFlags
	Schools    string `arg:"" optional:"" help:"A table of schools (.xlsx, .ods, .csv) with the columns school, phone, surname, given_name, and if wanted name, institution_type, district, patronymic, site, graduates, code."`
	Campaign   string `help:"The centre's campaign, where it has none yet: the id of a built-in one, or a file (.toml)."`
	School     string `help:"The code under which the centre will know the school: small letters, digits, dashes." placeholder:"CODE"`
	Name       string `help:"The school's name."`
	Type       string `help:"The kind of school, a code of the campaign." placeholder:"CODE"`
	District   string `help:"The district that it belongs to."`
	Phone      string `help:"The responsible's phone, which is the login."`
	Surname    string `help:"The responsible's surname."`
	Given      string `help:"The responsible's given name."`
	Patronymic string `help:"The responsible's patronymic."`
	Graduates  string `help:"How many graduates the school has promised to send." placeholder:"N"`
	Site       string `help:"The link to the centre's platform, if not the campaign's."`
	Code       string `help:"What opens the message and is told by voice; made where there is none."`
	Again      bool   `help:"Write the message of an enrolled school once more, by another code."`
	EntriesTo  string `help:"The public keys (centre.keys.json) of the centre that entries go to, where that is another." placeholder:"FILE"`
	Elsewhere  bool   `help:"Know the school only, and write no message: another centre enrols it, whose schools send their entries here."`
	Out        string `short:"o" help:"The message, or for a table the folder of messages." placeholder:"FILE"`
	JSON       bool   `help:"One JSON object a line."`
}

func (c *centreEnrolCommand) Run(s *session) error {
	if c.Out == "" && !c.Elsewhere {
		return &registrar.Error{Code: "cli.enrol_where"}
	}
	return c.with(s, func(open *centre.Centre) error {
		if err := c.firstCampaign(s, open); err != nil {
			return err
		}
		if c.Schools != "" {
			return c.table(s, open)
		}
		e := centre.Enrolling{School: c.School, Name: c.Name, InstitutionType: c.Type, District: c.District, Phone: c.Phone,
			Surname: c.Surname, GivenName: c.Given, Patronymic: c.Patronymic, Site: c.Site, Graduates: c.Graduates, Code: c.Code}
		letter, err := c.one(s, open, e, c.Out)
		if err != nil || letter == nil {
			return err
		}
		return c.tell(s, []*centre.Letter{letter})
	})
}

// firstCampaign makes the campaign that was named that of a centre that has none. One that has it stays
// with its edition; another is refused.
func (c *centreEnrolCommand) firstCampaign(s *session, open *centre.Centre) error {
	if c.Campaign == "" {
		return nil
	}
	has, err := open.Campaign(s.ctx)
	if err == nil {
		if named, err := readCampaign(c.Campaign); err != nil || named.ID == has.ID {
			return err
		}
	}
	return setCampaign(s, open, c.Campaign)
}

// one enrols one school; there is no letter of one that another centre enrols.
func (c *centreEnrolCommand) one(s *session, open *centre.Centre, e centre.Enrolling, path string) (letter *centre.Letter, err error) {
	switch {
	case c.Again:
		return open.EnrolAgain(s.ctx, e.School, e.Code, path)
	case c.Elsewhere:
		if err = open.Admit(s.ctx, e); err == nil {
			s.note("centre.admitted", map[string]any{"school": e.School})
		}
		return nil, err
	case c.EntriesTo != "":
		if e.Entries, err = centre.ReadKeys(c.EntriesTo); err != nil {
			return nil, err
		}
	}
	return open.Enrol(s.ctx, e, path)
}

// table enrols the schools of a table; one that is enrolled already is named and passed over.
func (c *centreEnrolCommand) table(s *session, open *centre.Centre) error {
	all, err := centre.ReadRoll(s.ctx, c.Schools)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(cmp.Or(c.Out, "."), 0o700); err != nil {
		return &registrar.Error{Code: "file.cannot_write", Args: map[string]any{"file": c.Out}, Err: err}
	}
	var letters []*centre.Letter
	var left error
	for _, e := range all {
		letter, err := c.one(s, open, e, filepath.Join(c.Out, e.School+messageEnding))
		if codeOf(err) == "centre.enrolled" {
			s.note("centre.enrolled", map[string]any{"school": e.School})
			left = errFindings
			continue
		}
		if err != nil {
			// What was made so far has passwords that nobody can see again.
			return errors.Join(c.tell(s, letters), err)
		}
		if letter != nil {
			letters = append(letters, letter)
		}
	}
	return errors.Join(c.tell(s, letters), left)
}

const messageEnding = ".zip.age"

// letterLine is the contract of «centre enrol --json».
type letterLine struct {
	School   string `json:"school"`
	Name     string `json:"name"`
	Phone    string `json:"phone"`
	Code     string `json:"code"`
	Password string `json:"password"`
	File     string `json:"file"`
}

func (c *centreEnrolCommand) tell(s *session, letters []*centre.Letter) error {
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, l := range letters {
		if c.JSON {
			if err := s.line(letterLine{l.School, l.Name, l.Phone, l.Code, l.Password, l.Path}); err != nil {
				return err
			}
			continue
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", l.School, registrar.FormatPhone(l.Phone), s.say("centre.code_is", map[string]any{"code": l.Code}), s.say("centre.password_is", map[string]any{"password": l.Password}), l.Path)
	}
	if len(letters) > 0 {
		s.note("centre.enrolled_advice", nil)
	}
	return w.Flush()
}
