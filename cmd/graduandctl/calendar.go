package main

import (
	"fmt"
	"text/tabwriter"

	"graduand/data/registrar"
)

type calendarCommand struct {
	File   string   `arg:"" help:"The registry."`
	Action string   `arg:"" enum:"list,name,off,work,forget" help:"list | name CODE [DAY] | off DAY [TITLE] | work DAY [TITLE] | forget DAY"`
	Words  []string `arg:"" optional:"" help:"A day of the campaign by its code as list shows it, a day, what it is. Name without a day brings back the day of the campaign file."`
	JSON   bool     `help:"list: one JSON object a line."`
}

func (c *calendarCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	first, second := c.word(0), c.word(1)
	switch {
	case c.Action == "list" && len(c.Words) == 0:
		return c.list(s)
	case first == "" || len(c.Words) > 2 || c.Action == "forget" && second != "":
		return &registrar.Error{Code: "cli.calendar_action"}
	case c.Action == "name":
		return s.registrar.Season.NameDay(s.ctx, first, second)
	case c.Action == "forget":
		return s.registrar.Season.ForgetDayOff(s.ctx, first)
	}
	return s.registrar.Season.SetDayOff(s.ctx, first, second, c.Action == "work")
}

func (c *calendarCommand) word(i int) string {
	if i < len(c.Words) {
		return c.Words[i]
	}
	return ""
}

// dayLine is the contract of «calendar list --json»: a day of the campaign has a code, a
// day off has none.
type dayLine struct {
	Code string `json:"code,omitempty"`
	On   string `json:"on"`
	File string `json:"file,omitempty"`
	// Planned is the day that it was to be at first, of one that was moved since.
	Planned string `json:"planned,omitempty"`
	Kind    string `json:"kind"`
	Title   string `json:"title,omitempty"`
	Own     bool   `json:"own"`
	// Confirmed is false where no source confirms the day, and the school has named none.
	Confirmed bool `json:"confirmed"`
	Working   bool `json:"working,omitempty"`

	// day is On as people write it.
	day string
}

func (c *calendarCommand) list(s *session) error {
	table := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, line := range c.lines(s) {
		if c.JSON {
			if err := s.line(line); err != nil {
				return err
			}
			continue
		}
		own := " "
		if line.Own {
			own = "*"
		}
		doubt := ""
		if !line.Confirmed {
			doubt = s.say("help_screen.unconfirmed", nil)
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\n", own, line.day, line.Code, line.Title, doubt)
	}
	return table.Flush()
}

func (c *calendarCommand) lines(s *session) []dayLine {
	dates, off := s.registrar.Season.Calendar()
	var lines []dayLine
	for _, d := range dates {
		lines = append(lines, dayLine{Code: d.Code, On: string(d.On), File: string(d.File), Planned: string(d.Planned), Kind: d.Kind, Title: d.Title, Own: d.Own, Confirmed: s.registrar.Campaign().Confirmed("date." + d.Code), day: d.On.Dotted()})
	}
	for _, d := range off {
		lines = append(lines, dayLine{On: string(d.On), Kind: "day_off", Title: d.Title, Own: true, Confirmed: true, Working: d.Working, day: d.On.Dotted()})
	}
	return lines
}
