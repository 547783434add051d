package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"graduand/data/registrar"
	"graduand/data/registrar/photo"
)

type photoCommand struct {
	Images   []string `arg:"" name:"image" help:"Photos or scans."`
	Campaign string   `required:"" help:"Id of a built-in campaign, or a campaign file (.toml)."`
	Kind     string   `required:"" help:"What each is to be: face, passport, scan." enum:"face,passport,scan"`
	Side     string   `help:"Of a passport: front or back." enum:",front,back" default:""`
	RefDate  string   `name:"ref-date" help:"The day at which a photo must not be too old (default: as the campaign says, else today)." placeholder:"DATE"`
	JSON     bool     `help:"One JSON object a line."`
}

// photoLine is the contract of «photo --json».
type photoLine struct {
	File     string        `json:"file"`
	Verdict  string        `json:"verdict"`
	Findings []findingLine `json:"findings"`
	Zone     *zoneLine     `json:"mrz,omitempty"`
}

// findingLine is what one rule says; where it measures nothing there is no number.
type findingLine struct {
	Rule     string   `json:"rule"`
	Verdict  string   `json:"verdict"`
	Measured *float64 `json:"measured"`
	Limit    *float64 `json:"limit"`
	Message  string   `json:"message"`
	// OnCrop says that it is about the part that is printed.
	OnCrop bool `json:"on_crop,omitempty"`
}

// zoneLine is the machine-readable zone of a document.
type zoneLine struct {
	DocumentNumber string   `json:"document_number"`
	BirthDate      string   `json:"birth_date"`
	ExpiryDate     string   `json:"expiry_date"`
	Sex            string   `json:"sex"`
	Country        string   `json:"country"`
	Surname        string   `json:"surname"`
	GivenNames     string   `json:"given_names"`
	Lines          []string `json:"lines"`
	// Page is that of a PDF, counted from 1.
	Page int `json:"page,omitempty"`
}

func (c *photoCommand) Run(s *session) error {
	campaign, err := readCampaign(c.Campaign)
	if err != nil {
		return err
	}
	s.campaignLanguage = campaign.Language
	today := registrar.DayOf(s.now())
	reference, err := registrar.ReadDay(c.RefDate, today)
	if err != nil {
		return err
	}
	for _, path := range c.Images {
		if err := readable(path); err != nil {
			return err
		}
	}
	failed := false
	for _, path := range c.Images {
		if err := s.ctx.Err(); err != nil {
			return err
		}
		content, err := readPicture(path)
		if err != nil {
			return err
		}
		judged, zone := photo.JudgeFile(campaign, content, photo.Question{Kind: c.Kind, Side: c.Side, Name: filepath.Base(path), Reference: reference}, today)
		failed = failed || judged.Verdict() != photo.Pass
		findings := judged.Told()
		if c.JSON {
			findings = judged.Findings // for programs, in the order of the rules
		}
		if err := c.show(s, photoLine{path, judged.Verdict(), s.findingLines(findings), lineOfZone(zone)}); err != nil {
			return err
		}
	}
	if failed {
		return errFindings
	}
	return nil
}

// readable refuses a path where no file lies, before anything is judged.
func readable(path string) error {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return &registrar.Error{Code: "file.cannot_read", Args: map[string]any{"file": path}, Err: err}
	}
	return nil
}

// readPicture reads a file, and of one that is too large as much as shows that.
func readPicture(path string) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, &registrar.Error{Code: "file.cannot_read", Args: map[string]any{"file": path}, Err: err}
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, registrar.MaximumAttachment+1))
	if err != nil {
		return nil, &registrar.Error{Code: "file.cannot_read", Args: map[string]any{"file": path}, Err: err}
	}
	return content, nil
}

func (c *photoCommand) show(s *session, line photoLine) error {
	if c.JSON {
		return s.line(line)
	}
	words := []string{oneLine(line.File), s.verdictOf(line.Verdict)}
	for _, f := range line.Findings {
		if f.Verdict != photo.Pass {
			words = append(words, s.judgement(f))
		}
	}
	if line.Zone != nil {
		words = append(words, strings.Join(line.Zone.Lines, " "))
	}
	_, err := fmt.Fprintln(s.stdout, strings.Join(words, "\t"))
	return err
}

// verdictOf is the verdict of a picture or of a rule in words; "" is that nobody has judged it.
func (s *session) verdictOf(verdict string) string {
	return s.say("photo.verdict_"+cmp.Or(verdict, "unseen"), nil)
}

// judgement is what a rule finds about a picture, in a line that a person reads.
func (s *session) judgement(f findingLine) string {
	text := f.Rule
	if f.Verdict != photo.NotJudged { // the message says so
		text += " " + s.verdictOf(f.Verdict)
	}
	if f.Measured != nil {
		text += fmt.Sprintf(" (%s; %s)", number(*f.Measured), number(*f.Limit))
	}
	return text + ": " + f.Message
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 4, 64) }

// findingLines are findings with their sentences.
func (s *session) findingLines(findings []photo.Finding) []findingLine {
	lines := []findingLine{}
	for _, f := range findings {
		line := findingLine{Rule: f.Rule, Verdict: f.Verdict, OnCrop: f.OnCrop}
		if f.Measure != "" {
			measured, limit := f.Measured, f.Limit
			line.Measured, line.Limit = &measured, &limit
		}
		if f.Text != "" {
			line.Message = s.say(f.Text, f.Args)
		}
		lines = append(lines, line)
	}
	return lines
}

func lineOfZone(z *photo.Zone) *zoneLine {
	if z == nil {
		return nil
	}
	return &zoneLine{z.DocumentNumber, string(z.BirthDate), string(z.ExpiryDate), string(z.Sex), z.Country, z.Surname, z.GivenNames, z.Lines, z.Page}
}
