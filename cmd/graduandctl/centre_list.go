package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"graduand/data/centre"
)

type centreListCommand struct {
	centreFlags
	School string `help:"Only this school." placeholder:"CODE"`
	JSON   bool   `help:"One JSON object a line."`
}

// centrePersonLine is the contract of «centre list --json».
type centrePersonLine struct {
	School     string   `json:"school"`
	Graduate   string   `json:"graduate"`
	Key        string   `json:"key"`
	Attempt    int      `json:"attempt"`
	Surname    string   `json:"surname"`
	GivenName  string   `json:"given_name"`
	Patronymic string   `json:"patronymic"`
	Verdict    string   `json:"verdict"`
	Codes      []string `json:"codes"`
	Since      string   `json:"since"`
	Due        string   `json:"due"`
	Withdrawn  bool     `json:"withdrawn"`
	Missing    bool     `json:"missing"`
	Double     bool     `json:"double"`
	Answer     string   `json:"answer"`
	Number     string   `json:"number"`
}

func (c *centreListCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
		err := open.List(s.ctx, c.School, func(p *centre.Person) error {
			if c.JSON {
				return s.line(centrePersonLine{p.School, p.Graduate, p.Key, p.Attempt, p.Surname, p.GivenName, p.Patronymic, p.Verdict,
					append([]string{}, p.Codes...), string(p.Since), string(p.Due), p.Withdrawn, p.Missing, p.Double, p.Answer, p.Number})
			}
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", p.School, p.Key, p.Name(), strings.Join(s.standing(p), "; "))
			return err
		})
		if err != nil {
			return err
		}
		return w.Flush()
	})
}

// standing is how somebody stands at the centre, in words.
func (s *session) standing(p *centre.Person) []string {
	words := []string{s.say("centre.verdict_"+p.Verdict, nil)}
	if p.Withdrawn {
		words = []string{s.say("centre.withdrawn", nil)}
	}
	if p.Answer != "" {
		answer := s.say("decision."+p.Answer, nil)
		if p.Number != "" {
			answer += " № " + p.Number
		}
		words = append(words, answer)
	}
	if p.Missing {
		words = append(words, s.say("centre.missing", nil))
	}
	for _, code := range p.Codes {
		words = append(words, s.say(code, nil))
	}
	if p.Due != "" && p.Answer == "" {
		words = append(words, s.say("centre.due", map[string]any{"since": p.Since.Dotted(), "due": p.Due.Dotted()}))
	}
	return words
}

type centreSchoolsCommand struct {
	centreFlags
	JSON bool `help:"One JSON object a line."`
}

// centreSchoolLine is the contract of «centre schools --json».
type centreSchoolLine struct {
	School      string `json:"school"`
	Name        string `json:"name"`
	District    string `json:"district"`
	Fingerprint string `json:"fingerprint"`
	Confirmed   string `json:"confirmed"`
	Taken       int    `json:"taken"`
	Waiting     int    `json:"waiting"`
	Refused     int    `json:"refused"`
	People      int    `json:"people"`
	Withdrawn   int    `json:"withdrawn"`
	Held        int    `json:"held"`
	Warned      int    `json:"warned"`
	Missing     int    `json:"missing"`
	Rejected    int    `json:"rejected"`
	Untold      int    `json:"untold"`
	Expected    int    `json:"expected"`
}

func (c *centreSchoolsCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
		err := open.Schools(s.ctx, func(o *centre.School) error {
			if c.JSON {
				return s.line(centreSchoolLine{o.Code, o.Name, o.District, o.Fingerprint, o.Confirmed, o.Taken, o.Waiting, o.Refused,
					o.People, o.Withdrawn, o.Held, o.Warned, o.Missing, o.Rejected, o.Untold, o.Expected})
			}
			_, err := fmt.Fprintf(w, "%s\t%s\t%s\n", o.Code, o.Name, s.say("centre.school", map[string]any{"taken": o.Taken, "waiting": o.Waiting, "people": o.People,
				"held": o.Held, "warned": o.Warned, "rejected": o.Rejected, "missing": o.Missing}))
			return err
		})
		if err != nil {
			return err
		}
		return w.Flush()
	})
}

type centreStatusCommand struct {
	centreFlags
}

func (c *centreStatusCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		paths, err := open.Status(s.ctx)
		for _, path := range paths {
			fmt.Fprintln(s.stdout, path)
		}
		if err == nil {
			s.note("centre.told", map[string]any{"messages": len(paths)})
		}
		return err
	})
}

type centreFactsCommand struct {
	centreFlags
	JSON bool `help:"One JSON object a line, as without it: facts are for programs."`
}

func (c *centreFactsCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		return open.Facts(s.ctx, func(f *centre.Fact) error { return s.line(f) })
	})
}
