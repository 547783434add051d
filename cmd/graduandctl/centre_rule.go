package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"graduand/data/centre"
)

// ruledLine is the contract of «centre decide --rule --json»: Why are codes of what keeps the rule from
// deciding, none where it has decided. Number is that of the certificate or of the receipt.
type ruledLine struct {
	School   string   `json:"school"`
	Graduate string   `json:"graduate"`
	Key      string   `json:"key"`
	Name     string   `json:"name"`
	Decided  bool     `json:"decided"`
	On       string   `json:"on"`
	Number   string   `json:"number"`
	Payment  string   `json:"payment"`
	Why      []string `json:"why"`
	Message  string   `json:"message"`
}

// byRule decides by a rule, and tells of everybody whom it concerns.
func (c *centreDecideCommand) byRule(s *session, open *centre.Centre) (err error) {
	r := centre.Ruling{Rule: c.Rule, Choice: centre.Choice{School: c.School, District: c.District}, Certificates: c.Certificates}
	if r.On, err = open.ReadDay(c.On); err != nil {
		return err
	}
	if c.Bank != "" {
		if r.Bank, err = centre.ReadBank(s.ctx, c.Bank); err != nil {
			return err
		}
	}
	decided, left := 0, 0
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	err = open.ByRule(s.ctx, r, c.DryRun, func(one *centre.Ruled) error {
		line := s.ruled(one)
		if line.Decided {
			decided++
		} else {
			left++
		}
		if c.JSON {
			return s.line(line)
		}
		_, err := fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", line.School, line.Key, line.Name, line.Message)
		return err
	})
	if err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	id := "ruling.done"
	if c.DryRun {
		id = "ruling.would"
	}
	s.note(id, map[string]any{"decided": decided, "left": left})
	if left > 0 {
		return errFindings
	}
	return nil
}

func (s *session) ruled(one *centre.Ruled) ruledLine {
	p := &one.Person
	line := ruledLine{School: p.School, Graduate: p.Graduate, Key: p.Key, Name: p.Name(), Decided: one.Why == nil, On: one.State.On, Number: one.Number, Payment: one.State.Of, Why: []string{}}
	words := []string{fmt.Sprint(s.text().Word(one.Title))}
	if one.Why != nil {
		words = []string{s.say("ruling.left", nil)}
	}
	if one.Number != "" {
		words = append(words, one.Number)
	}
	for _, why := range one.Why {
		line.Why = append(line.Why, why.ID)
		words = append(words, s.say(why.ID, why.Args))
	}
	line.Message = strings.Join(words, "; ")
	return line
}
