package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"graduand/data/registrar"
	"graduand/data/registrar/season"
)

type overviewCommand struct {
	File string `arg:"" help:"The registry."`
	JSON bool   `help:"One JSON object in one line."`
}

func (c *overviewCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	o, err := s.registrar.Season.Overview()
	if err != nil {
		return err
	}
	if c.JSON {
		return s.line(overviewLineOf(&o))
	}
	return s.overview(&o)
}

// shareLine is how far some graduates are, each counted once.
type shareLine struct {
	All        int `json:"graduates"`
	Ready      int `json:"ready"`
	Numberless int `json:"numberless"`
	Hindered   int `json:"hindered"`
	Untouched  int `json:"untouched"`
}

func shareLineOf(all int, s season.Share) shareLine {
	return shareLine{all, s.Ready, s.Numberless, s.Hindered, s.Untouched}
}

// overviewLine is the contract of «overview --json». A day that is not known, and a deadline where
// there is none, are left out; days before a missed one are less than nothing.
type overviewLine struct {
	Today string `json:"today"`
	shareLine
	Deadline *dueLine    `json:"deadline,omitempty"`
	Last     *dueLine    `json:"last,omitempty"`
	Classes  []classLine `json:"classes"`
	Stages   []stageLine `json:"stages"`
	Tasks    []taskLine  `json:"tasks"`
}

type dueLine struct {
	Code    string `json:"code"`
	On      string `json:"on"`
	Days    int    `json:"days"`
	Waiting int    `json:"waiting"`
}

type classLine struct {
	Class string `json:"class"`
	shareLine
}

type stageLine struct {
	Code   string `json:"stage"`
	Number int    `json:"number"`
	Of     int    `json:"of"`
}

type taskLine struct {
	Code     string   `json:"task"`
	Field    string   `json:"field,omitempty"`
	Severity string   `json:"severity"`
	Number   int      `json:"number"`
	Classes  []string `json:"classes,omitempty"`
}

func overviewLineOf(o *season.Overview) overviewLine {
	line := overviewLine{Today: string(o.Today), shareLine: shareLineOf(o.All, o.Share), Classes: []classLine{}, Stages: []stageLine{}, Tasks: []taskLine{}}
	if d := o.Deadline.Date; d != nil {
		line.Deadline = &dueLine{d.Code, string(d.On), o.Deadline.Days, o.Deadline.Waiting}
	}
	if d := o.Last; d != nil {
		line.Last = &dueLine{d.Code, string(d.On), o.LastDays, o.Deadline.Waiting}
	}
	for _, c := range o.Classes {
		line.Classes = append(line.Classes, classLine{classCode(c.Class), shareLineOf(c.All, c.Share)})
	}
	for _, stage := range o.Stages {
		line.Stages = append(line.Stages, stageLine(stage))
	}
	for _, t := range o.Tasks {
		task := taskLine{Code: t.Code, Field: t.Field, Severity: string(t.Severity), Number: t.Number}
		for _, class := range t.Classes {
			task.Classes = append(task.Classes, classCode(class))
		}
		line.Tasks = append(line.Tasks, task)
	}
	return line
}

// classCode is a class as the lines have it, "" for those without one.
func classCode(class string) string {
	if class == registrar.NoClass {
		return ""
	}
	return class
}

// severityMarks stand before what there is to do: what must be mended, and what waits.
var severityMarks = map[string]string{"error": "!", "warning": "*", "confirm": "-"}

// overview tells it to a person, line by line.
func (s *session) overview(o *season.Overview) error {
	if o.Deadline.Date != nil {
		said := o.Deadline.Sentence()
		fmt.Fprintln(s.stdout, s.say(said.ID, said.Args))
	}
	fmt.Fprintln(s.stdout, s.say("overview.ready_of", map[string]any{"ready": o.Ready, "all": o.All}))
	table := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, c := range o.Classes {
		fmt.Fprintf(table, "%s\t%d / %d\n", s.classWords(c.Class), c.Ready, c.All)
	}
	for _, stage := range o.Stages {
		fmt.Fprintf(table, "%s\t%d / %d\n", s.say("overview.stage_"+stage.Code, nil), stage.Number, stage.Of)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	for _, t := range o.Tasks {
		said := t.Sentence(s.registrar.Campaign())
		line := severityMarks[string(t.Severity)] + " " + s.say(said.ID, said.Args)
		if where := s.classesWords(t.Classes); where != "" {
			line += " (" + where + ")"
		}
		fmt.Fprintln(s.stdout, line)
	}
	return nil
}

func (s *session) classesWords(classes []string) string {
	words := make([]string, len(classes))
	for i, class := range classes {
		words[i] = s.classWords(class)
	}
	return strings.Join(words, ", ")
}

func (s *session) classWords(class string) string {
	if class == registrar.NoClass {
		return s.say("ui.no_class", nil)
	}
	return class
}
