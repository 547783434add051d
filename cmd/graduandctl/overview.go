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
	Sent       int `json:"sent"`
}

func shareLineOf(all int, s season.Share) shareLine {
	return shareLine{all, s.Ready, s.Numberless, s.Hindered, s.Untouched, s.Sent}
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
	Places   []placeLine `json:"places"`
	Steps    []nextLine  `json:"steps"`
	Days     []dueLine   `json:"days"`
	Tasks    []taskLine  `json:"tasks"`
}

// dueLine is a day of the campaign; On is "" where nobody has entered it, and the numbers of days mean
// nothing then. Waiting is for how many something is due by it.
type dueLine struct {
	Code    string `json:"code"`
	On      string `json:"on"`
	Kind    string `json:"kind,omitempty"`
	Days    int    `json:"days"`
	Working int    `json:"working"`
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

// placeLine is how many stand in a status, nextLine with how many the same is to be done next, "" for
// nothing: each graduate is in one of either.
type placeLine struct {
	Status string `json:"status"`
	Number int    `json:"number"`
}

type nextLine struct {
	Next   string `json:"next"`
	Number int    `json:"number"`
}

type taskLine struct {
	Code     string   `json:"task"`
	Field    string   `json:"field,omitempty"`
	Severity string   `json:"severity"`
	Number   int      `json:"number"`
	Until    string   `json:"until,omitempty"`
	Classes  []string `json:"classes,omitempty"`
}

func overviewLineOf(o *season.Overview) overviewLine {
	line := overviewLine{Today: string(o.Today), shareLine: shareLineOf(o.All, o.Share), Classes: []classLine{}, Stages: []stageLine{}, Tasks: []taskLine{}}
	if d := o.Deadline.Date; d != nil {
		line.Deadline = &dueLine{d.Code, string(d.On), "", o.Deadline.Days, o.Deadline.Working, o.Deadline.Waiting}
	}
	for _, d := range o.Dues {
		line.Days = append(line.Days, dueLine{d.Code, string(d.On), d.Kind, d.Days, d.Working, len(d.Graduates)})
		if d.Date == o.Last {
			last := line.Days[len(line.Days)-1]
			last.Kind, last.Waiting = "", o.Deadline.Waiting
			line.Last = &last
		}
	}
	for _, c := range o.Classes {
		line.Classes = append(line.Classes, classLine{classCode(c.Class), shareLineOf(c.All, c.Share)})
	}
	for _, stage := range o.Stages {
		line.Stages = append(line.Stages, stageLine{stage.Code, stage.Number, stage.Of})
	}
	for _, place := range o.Places {
		line.Places = append(line.Places, placeLine{string(place.Status), place.Number})
	}
	for _, step := range o.Steps {
		line.Steps = append(line.Steps, nextLine{string(step.Next), step.Number})
	}
	for _, t := range o.Tasks {
		task := taskLine{Code: t.Code, Field: t.Field, Severity: string(t.Severity), Number: t.Number, Until: string(t.Until)}
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
	fmt.Fprintln(s.stdout, s.say("overview.ready_of", map[string]any{"ready": o.Through(), "all": o.All}))
	table := tabwriter.NewWriter(s.stdout, 0, 4, 2, ' ', 0)
	for _, c := range o.Classes {
		fmt.Fprintf(table, "%s\t%d / %d\n", s.classWords(c.Class), c.Through(), c.All)
	}
	for _, place := range o.Places {
		fmt.Fprintf(table, "%s\t%d\n", s.say("status."+string(place.Status), nil), place.Number)
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
