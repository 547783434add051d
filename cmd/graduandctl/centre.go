package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"graduand/data/centre"
	// Centres may be in a PostgreSQL.
	_ "graduand/data/centre/postgres"
	"graduand/data/registrar"
)

// centreCommand is the centre's side of the messages.
type centreCommand struct {
	Keys       centreKeysCommand       `cmd:"" help:"Make the keys of a new centre in DIR: centre.agekey, centre.minisign.key, centre.minisign.pub, and the public ones in centre.keys.json."`
	Campaign   centreCampaignCommand   `cmd:"" help:"Make a campaign, or a newer edition of its file, the rules of the centre."`
	Enrol      centreEnrolCommand      `cmd:"" help:"Enrol a school, or all of a table, and write the messages that open their cabinets."`
	Expect     centreExpectCommand     `cmd:"" help:"Note how many graduates a school has promised to send."`
	Confirm    centreConfirmCommand    `cmd:"" help:"Note that the fingerprint of a school's keys was compared with the one on paper."`
	Ingest     centreIngestCommand     `cmd:"" help:"Take over the messages in a folder, and write the receipts into DIR/outbox."`
	Card       centreCardCommand       `cmd:"" help:"Note that paper cards have come: what schools have sent of them counts from then on."`
	Decisions  centreDecisionsCommand  `cmd:"" help:"Write a workbook of who awaits a decision, to be filled in and taken by «centre decide --from»."`
	Decide     centreDecideCommand     `cmd:"" help:"Note what was decided or recorded: of one person, by a workbook of «centre decisions», or by a rule. The schools learn it by «centre status»."`
	List       centreListCommand       `cmd:"" help:"Show the people, one a line."`
	Schools    centreSchoolsCommand    `cmd:"" help:"Show how far each school is."`
	Statistics centreStatisticsCommand `cmd:"" help:"Count people, subjects, refusals and payments by school and district."`
	Status     centreStatusCommand     `cmd:"" help:"Write into DIR/outbox what was decided and recorded since the schools were told last."`
	Facts      centreFactsCommand      `cmd:"" help:"Show everything that the centre knows, one fact a line, in one order."`
	Recover    centreRecoverCommand    `cmd:"" help:"Give the key of a registry back to a responsible who has lost every password."`
	Rebuild    centreRebuildCommand    `cmd:"" help:"Make the database anew from the messages in DIR/store."`
	Simulate   centreSimulateCommand   `cmd:"" help:"Have invented schools write to a new centre in DIR, and measure how it takes their messages over."`
}

// centreFlags are the folder of a centre and its database.
type centreFlags struct {
	Dir string `arg:"" help:"The centre's folder."`
	// A DSN can hold a password, which is no argument where anybody could read it.
	DSN string `name:"dsn" env:"GRADUAND_DSN" help:"A PostgreSQL instead of DIR/centre.sqlite: postgres://… (or GRADUAND_DSN; a password in ~/.pgpass or PGPASSWORD)." placeholder:"DSN"`
}

func (f *centreFlags) options(s *session) centre.Options {
	return centre.Options{DSN: f.DSN, Program: registrar.Program, Now: s.now, Random: rand.Reader}
}

// with runs a command on an open centre.
func (f *centreFlags) with(s *session, run func(*centre.Centre) error) (err error) {
	c, err := centre.Open(s.ctx, f.Dir, f.options(s))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	switch rules, err := c.Campaign(s.ctx); {
	case err == nil:
		s.campaignLanguage = rules.Language
	case codeOf(err) != "centre.no_campaign":
		return err
	}
	return run(c)
}

// codeOf is the code of a refusal, "" of none.
func codeOf(err error) string {
	var refused *registrar.Error
	if errors.As(err, &refused) {
		return refused.Code
	}
	return ""
}

type centreKeysCommand struct {
	Dir      string `arg:"" help:"The folder, which is made."`
	Recovery bool   `help:"A key of its own that gives lost registries back: recovery.agekey, to be kept elsewhere."`
}

func (c *centreKeysCommand) Run(s *session) error {
	keys, err := centre.MakeKeys(c.Dir, c.Recovery, rand.Reader)
	if err != nil {
		return err
	}
	s.note("centre.keys_made", map[string]any{"folder": c.Dir})
	_, err = fmt.Fprintln(s.stdout, keys.Fingerprint())
	return err
}

type centreCampaignCommand struct {
	centreFlags
	Campaign string `arg:"" help:"Id of a built-in campaign, or a campaign file (.toml)."`
}

func (c *centreCampaignCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error { return setCampaign(s, open, c.Campaign) })
}

func setCampaign(s *session, open *centre.Centre, name string) error {
	rules, err := readCampaign(name)
	if err != nil {
		return err
	}
	s.campaignLanguage = rules.Language
	return open.SetCampaign(s.ctx, rules.Source())
}

type centreConfirmCommand struct {
	centreFlags
	School      string `arg:"" help:"The school's code."`
	Fingerprint string `arg:"" help:"As it stands on the signed sheet, with dashes or without."`
}

func (c *centreConfirmCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		err := open.Confirm(s.ctx, c.School, c.Fingerprint)
		s.tellDone(err)
		return err
	})
}

type centreExpectCommand struct {
	centreFlags
	School    string `arg:"" help:"The school's code."`
	Graduates string `arg:"" help:"How many."`
}

func (c *centreExpectCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		err := open.Expect(s.ctx, c.School, c.Graduates)
		s.tellDone(err)
		return err
	})
}

type centreCardCommand struct {
	centreFlags
	Numbers []string `arg:"" help:"Numbers of cards; - reads them from standard input, one a line."`
	On      string   `help:"The day on which they came, if not today." placeholder:"DATE"`
}

func (c *centreCardCommand) Run(s *session) error {
	numbers, err := s.words(c.Numbers)
	if err != nil {
		return err
	}
	return c.with(s, func(open *centre.Centre) error {
		err := open.Cards(s.ctx, numbers, c.On)
		s.tellDone(err)
		return err
	})
}

// maximumWords bounds what is read from standard input, in octets.
const maximumWords = 16 << 20

// words are those that were given, or with «-» alone the lines of standard input.
func (s *session) words(given []string) ([]string, error) {
	if len(given) != 1 || given[0] != "-" {
		return given, nil
	}
	content, err := io.ReadAll(io.LimitReader(s.stdin, maximumWords))
	if err != nil {
		return nil, fmt.Errorf("read standard input: %w", err)
	}
	return strings.Fields(string(content)), nil
}
