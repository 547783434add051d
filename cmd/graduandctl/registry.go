package main

import (
	"os"
	"strings"

	"graduand/data/registrar"
)

type newCommand struct {
	File     string `arg:"" help:"The registry to make."`
	Campaign string `required:"" help:"Id of a built-in campaign, or a campaign file (.toml)."`
	School   string `required:"" help:"The school, a .toml file." placeholder:"SCHOOL.toml"`
}

// maximumTOML bounds campaign and school files, in bytes.
const maximumTOML = 4 << 20

func (c *newCommand) Run(s *session) (err error) {
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	source, err := registrar.ReadFile(c.School, maximumTOML)
	if err != nil {
		return err
	}
	school, err := registrar.ReadSchool(source)
	if err != nil {
		return err
	}
	if s.registrar, err = registrar.Create(s.ctx, c.File, campaign, school, s.options()); err != nil {
		return err
	}
	defer s.close(&err)
	s.note("cli.made", map[string]any{"file": c.File, "campaign": campaign.ShortTitle})
	return nil
}

// readCampaign takes an id of a built-in campaign or the path of a campaign file.
func readCampaign(name string) (*registrar.CampaignFile, error) {
	if !strings.HasSuffix(name, ".toml") {
		return registrar.Campaign(name, nil)
	}
	source, err := registrar.ReadFile(name, maximumTOML)
	if err != nil {
		return nil, err
	}
	return registrar.Campaign("", source)
}

type doctorCommand struct {
	File string `arg:"" help:"The registry."`
}

func (c *doctorCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	ills, err := s.registrar.Doctor(s.ctx)
	if err != nil {
		return err
	}
	for _, ill := range ills {
		s.stdout.Write([]byte(s.say("doctor."+ill.Code, ill.Args) + "\n"))
	}
	if len(ills) > 0 {
		return errFindings
	}
	s.stdout.Write([]byte(s.say("doctor.sound", nil) + "\n"))
	return nil
}

type demoCommand struct {
	Dir       string `arg:"" help:"A folder that is absent or empty."`
	Campaign  string `default:"${demo}" help:"Id of a built-in campaign, or a campaign file (.toml)."`
	Graduates int    `help:"How many graduates (default: as the campaign says)."`
	Seed      uint64 `default:"1" help:"Another seed makes other people."`
}

func (c *demoCommand) Run(s *session) error {
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	made, err := registrar.Demo(s.ctx, c.Dir, registrar.DemoOptions{Campaign: campaign, Graduates: c.Graduates, Seed: c.Seed})
	if err != nil {
		return err
	}
	if s.lang == "" {
		s.lang = campaign.Language
	}
	s.note("demo.made", map[string]any{"folder": c.Dir, "count": made.Graduates, "school": made.School})
	for _, file := range made.Files {
		s.stdout.Write([]byte(c.Dir + string(os.PathSeparator) + file + "\n"))
	}
	return nil
}
