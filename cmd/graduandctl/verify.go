package main

import (
	"fmt"

	"graduand/data/registrar"
	"graduand/data/registrar/exchange"
)

type verifyCommand struct {
	Message  string `arg:"" help:"The message, a file NAME.zip.age."`
	Identity string `help:"Your age key, AGE-SECRET-KEY-1… in a file (without it the code is asked for that the message opens with)." placeholder:"KEY"`
	CodeFile string `name:"code-file" help:"File with the code that was told by voice (or GRADUAND_CODE, or the prompt)." placeholder:"FILE"`
	Signer   string `help:"The minisign public key of who should have signed it. Without it the fingerprint has to be compared." placeholder:"PUB"`
	JSON     bool   `help:"One JSON object."`
}

// verifiedLine is the contract of «verify --json».
type verifiedLine struct {
	Verdict  string   `json:"verdict"`
	Type     string   `json:"type"`
	ID       string   `json:"id"`
	Created  string   `json:"created"`
	Program  string   `json:"program"`
	Campaign string   `json:"campaign"`
	School   string   `json:"school"`
	Branch   string   `json:"branch"`
	Sequence int      `json:"sequence"`
	Previous string   `json:"previous"`
	Hash     string   `json:"hash"`
	From     string   `json:"from"`
	To       string   `json:"to"`
	People   int      `json:"people"`
	Files    int      `json:"files"`
	Octets   int64    `json:"bytes"`
	Findings []string `json:"findings"`
}

func (c *verifyCommand) Run(s *session) error {
	check := exchange.Check{Identity: c.Identity, Signer: c.Signer}
	if c.Identity == "" || c.CodeFile != "" {
		code, err := s.ask(voiced(c.CodeFile, "--code-file", "message.ask_code"))
		if registrar.CodeOf(err) == "cli.no_code" {
			return &registrar.Error{Code: "message.no_key", Args: map[string]any{"variable": codeVariable}}
		}
		if err != nil {
			return err
		}
		check.Code = code
	}
	v, err := exchange.Verify(c.Message, check)
	if err != nil {
		return err
	}
	line := lineOfVerified(v)
	for _, finding := range v.Findings {
		line.Findings = append(line.Findings, s.reason(finding))
	}
	if err := c.show(s, v, line); err != nil {
		return err
	}
	if len(line.Findings) > 0 {
		return errFindings
	}
	return nil
}
func lineOfVerified(v *exchange.Verified) verifiedLine {
	line := verifiedLine{Verdict: "genuine", Type: string(v.Type), ID: v.ID, Created: v.Created, Program: v.Program, Campaign: v.Campaign,
		School: v.School, Branch: v.Branch, Sequence: v.Sequence, Previous: v.Previous, Hash: v.Hash, From: v.From, To: v.To,
		People: v.People, Files: v.Files, Octets: v.Octets, Findings: []string{}}
	if len(v.Findings) > 0 {
		line.Verdict = "whole"
	}
	return line
}

func (c *verifyCommand) show(s *session, v *exchange.Verified, line verifiedLine) error {
	if c.JSON {
		return s.line(line)
	}
	args := map[string]any{"type": v.Type, "school": line.School, "campaign": line.Campaign, "sequence": line.Sequence,
		"people": line.People, "files": line.Files, "from": line.From, "to": line.To, "hash": line.Hash}
	_, err := fmt.Fprintln(s.stdout, s.say("message.verified", args))
	for _, finding := range line.Findings {
		fmt.Fprintln(s.stderr, finding)
	}
	return err
}

// schemaCommand writes what a centre builds its own reader by.
type schemaCommand struct {
	Dir string `arg:"" help:"Folder, which is made if it is absent."`
}

func (c *schemaCommand) Run(s *session) error {
	if err := exchange.WriteSchema(c.Dir); err != nil {
		return err
	}
	s.note("message.schema_written", map[string]any{"folder": c.Dir})
	return nil
}
