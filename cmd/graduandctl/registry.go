package main

import (
	"cmp"
	"os"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

type newCommand struct {
	File     string `arg:"" help:"The registry to make."`
	Campaign string `help:"Id of a built-in campaign, or a campaign file (.toml)."`
	School   string `help:"The school, a .toml file." placeholder:"SCHOOL.toml"`
	Name     string `help:"Surname, name and patronymic of the head, whose account is the first; --user is the phone."`
	Out      string `short:"o" help:"Where the sheet with the paper key is written." placeholder:"SHEET.pdf"`
	enrolmentFlags
}

// maximumTOML bounds the file of a school, in bytes.
const maximumTOML = 4 << 20

func (c *newCommand) Run(s *session) (err error) {
	switch {
	case c.Enrolment != "" && c.Campaign+c.School == "":
		return c.enrol(s)
	case c.Enrolment != "" || c.Campaign == "" || c.School == "":
		return &registrar.Error{Code: "cli.new_from"}
	}
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	source, err := registrar.ReadFile(c.School, maximumTOML)
	if err != nil {
		return err
	}
	school, err := season.ReadSchool(source)
	if err != nil {
		return err
	}
	s.campaignLanguage = campaign.Language
	if c.Out != "" {
		if err := tryPlace(c.Out); err != nil {
			return err
		}
	}
	password, err := s.firstPassword()
	if err != nil {
		return err
	}
	founder := registrar.Founder{Name: c.Name, Phone: s.user, Password: password}
	if s.registrar, err = registrar.Create(s.ctx, c.File, campaign, school, founder, s.options()); err != nil {
		return err
	}
	defer s.close(&err)
	s.note("cli.made", map[string]any{"file": c.File, "campaign": campaign.ShortTitle})
	s.noteCentre()
	return c.paper(s)
}

// paper writes the sheet with the paper key where it is asked for.
func (c *newCommand) paper(s *session) error {
	if c.Out == "" {
		s.note("account.no_paper", nil)
		return nil
	}
	if err := s.registrar.Printing.SavePaperKey(s.ctx, c.Out); err != nil {
		return err
	}
	s.note("account.paper_made", map[string]any{"file": c.Out})
	return nil
}

// noteCentre says which centre serves the oblast of the school, where another is chosen.
func (s *session) noteCentre() {
	school := s.registrar.School()
	if centre := s.registrar.Campaign().ProposedCentre(&school); centre != nil {
		s.note("school.centre_of_region", map[string]any{"centre": centre.Title})
	}
}

// firstPassword is that of the founder: given as any password is, or typed twice.
func (s *session) firstPassword() (string, error) {
	if s.passwordFile != "" || os.Getenv("GRADUAND_PASSWORD") != "" {
		password, err := s.password("")
		return password, cmp.Or(err, typeable(password, cmp.Or(s.passwordFile, "GRADUAND_PASSWORD")))
	}
	password, err := s.newPassword("")
	if registrar.CodeOf(err) == "cli.no_password" {
		err = s.own("").lacks()
	}
	return password, err
}

// readCampaign takes an id of a built-in campaign or the path of a campaign file.
func readCampaign(name string) (*registrar.CampaignFile, error) {
	if !strings.HasSuffix(name, ".toml") {
		return registrar.Campaign(name, nil)
	}
	return registrar.CampaignIn(name)
}

type doctorCommand struct {
	File     string `arg:"" help:"The registry."`
	SetAside bool   `help:"Take what is spoilt out of the registry; a whole copy of it is kept first. For the head."`
	Anchor   string `help:"A mark of the history that was kept (on the sheet of the paper key): is it still there?"`
}

func (c *doctorCommand) Run(s *session) (err error) {
	o := s.options()
	o.Examine = true
	if err := s.openWith(c.File, o); err != nil {
		return err
	}
	defer s.close(&err)
	if c.SetAside {
		return c.setAside(s)
	}
	ills, err := s.registrar.Doctor(s.ctx)
	if err != nil {
		return err
	}
	s.listIlls(ills)
	missing, err := c.lacksAnchor(s)
	if err != nil {
		return err
	}
	s.noteCopies()
	if len(ills) > 0 || missing {
		return errFindings
	}
	s.stdout.Write([]byte(s.say("doctor.sound", nil) + "\n"))
	anchor, err := s.registrar.Anchor()
	if err == nil {
		s.note("anchor.now", map[string]any{"anchor": anchor})
	}
	return err
}

func (s *session) listIlls(ills []registrar.Ill) {
	for _, ill := range ills {
		s.stdout.Write([]byte(s.say("doctor."+ill.Code, ill.Args) + "\n"))
	}
}

func (c *doctorCommand) setAside(s *session) error {
	ills, kept, err := s.registrar.SetAside(s.ctx)
	if err != nil {
		return err
	}
	s.listIlls(ills)
	s.note("doctor.aside", map[string]any{"file": kept})
	return nil
}

// lacksAnchor says whether the history still has a mark that was kept of it.
func (c *doctorCommand) lacksAnchor(s *session) (bool, error) {
	if c.Anchor == "" {
		return false, nil
	}
	holds, err := s.registrar.HoldsAnchor(s.ctx, c.Anchor)
	if err != nil {
		return false, err
	}
	id := "anchor.missing"
	if holds {
		id = "anchor.holds"
	}
	s.stdout.Write([]byte(s.say(id, nil) + "\n"))
	return !holds, nil
}

type backupCommand struct {
	File string `arg:"" help:"The registry."`
	Out  string `arg:"" help:"The backup to write."`
}

func (c *backupCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	ills, err := s.registrar.Backup(s.ctx, c.Out)
	if err != nil {
		return err
	}
	s.note("backup.made", map[string]any{"file": c.Out})
	if len(ills) > 0 {
		s.note("backup.with_ills", nil)
	}
	s.noteCopies()
	return nil
}

// noteCopies tells when the last copies were made, as far as the registry can still be read.
func (s *session) noteCopies() {
	copies, err := s.registrar.Season.Copies(s.ctx)
	if err != nil {
		return
	}
	for _, sentence := range copies.Sentences() {
		s.note(sentence.ID, sentence.Args)
	}
}

type restoreCommand struct {
	Registry string `arg:"" name:"out" help:"The registry to make; it must not be there yet."`
	File     string `arg:"" help:"The backup."`
	Anyway   bool   `help:"Restore what is sound of a backup in which something is spoilt."`
	Paper    bool   `help:"Open it by the paper key, without a password: needs --name, --phone and -o, and makes a new head."`
	personFlags
}

func (c *restoreCommand) Run(s *session) (err error) {
	if c.Paper {
		return c.byPaperKey(s)
	}
	password, err := s.password("cli.ask_password")
	if err != nil {
		return err
	}
	s.registrar, err = registrar.Restore(s.ctx, c.File, c.Registry, registrar.SignIn{Phone: s.user, Password: password}, c.Anyway, s.options())
	if err != nil {
		return err
	}
	defer s.close(&err)
	c.tellRestored(s)
	return s.tellIlls()
}

// byPaperKey restores for who has no password: the holder of the paper becomes head.
func (c *restoreCommand) byPaperKey(s *session) error {
	if err := c.checkSheet(); err != nil {
		return err
	}
	return c.byPaper(s, func(code, password string) (*registrar.Registrar, string, error) {
		r, next, err := registrar.RestoreByPaper(s.ctx, c.File, c.Registry, holder(code, c.person(), password), c.Anyway, s.options())
		if err == nil {
			s.registrar = r
			c.tellRestored(s)
		}
		return r, next, err
	})
}

func (c *restoreCommand) tellRestored(s *session) {
	s.note("backup.restored", map[string]any{"file": c.Registry, "count": s.registrar.Table.Count()})
}
