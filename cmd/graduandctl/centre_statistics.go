package main

import (
	"cmp"
	"fmt"
	"text/tabwriter"

	"graduand/data/centre"
)

type centreStatisticsCommand struct {
	centreFlags
	Schools bool   `help:"A line a school too, not districts and the total alone."`
	Out     string `short:"o" help:"Write a workbook (.xlsx): all, by district, by school." placeholder:"FILE"`
	JSON    bool   `help:"One JSON object a line: schools, districts, the total."`
}

// tallyLine is the contract of «centre statistics --json»; Level is school, district or total.
type tallyLine struct {
	Level    string         `json:"level"`
	District string         `json:"district"`
	School   string         `json:"school"`
	Name     string         `json:"name"`
	Counts   map[string]int `json:"counts"`
}

func (c *centreStatisticsCommand) Run(s *session) error {
	return c.with(s, func(open *centre.Centre) error {
		counted, err := open.Statistics(s.ctx)
		if err != nil {
			return err
		}
		if c.Out != "" {
			if err := open.SaveStatistics(counted, c.Out, s.lang); err != nil || !c.JSON {
				s.tellDone(err)
				return err
			}
		}
		if c.JSON {
			return s.tallies(counted)
		}
		return c.table(s, counted)
	})
}

func (s *session) tallies(counted *centre.Statistics) error {
	for _, level := range []struct {
		name    string
		tallies []centre.Tally
	}{{"school", counted.Schools}, {"district", counted.Districts}, {"total", []centre.Tally{counted.Total}}} {
		for _, t := range level.tallies {
			counts := map[string]int{}
			for i := range counted.Columns {
				counts[counted.Columns[i].Code] = t.Counts[i]
			}
			if err := s.line(tallyLine{level.name, t.District, t.School, t.Name, counts}); err != nil {
				return err
			}
		}
	}
	return nil
}

// table shows how many people are where; subjects, reasons and payments are many columns, for a workbook.
func (c *centreStatisticsCommand) table(s *session, counted *centre.Statistics) error {
	w := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	line := func(name string, t *centre.Tally) {
		args := map[string]any{}
		for i := range counted.Columns {
			args[counted.Columns[i].Code] = t.Counts[i]
		}
		fmt.Fprintf(w, "%s\t%s\n", name, s.say("statistics.line", args))
	}
	for i := range counted.Schools {
		if t := &counted.Schools[i]; c.Schools {
			line(cmp.Or(t.District, "—")+"\t"+t.School, t)
		}
	}
	tab := ""
	if c.Schools {
		tab = "\t"
	}
	for i := range counted.Districts {
		line(cmp.Or(counted.Districts[i].District, "—")+tab, &counted.Districts[i])
	}
	line(s.say("statistics.total", nil)+tab, &counted.Total)
	return w.Flush()
}
