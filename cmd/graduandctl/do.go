package main

import (
	"encoding/json"
	"fmt"

	"graduand/data/registrar"
)

type doCommand struct {
	File   string   `arg:"" help:"The registry."`
	Action string   `arg:"" enum:"add,remove,restore,history,school,fields" help:"add FIELD=VALUE… | remove ID… | restore ID… | history [ID] | school [SCHOOL.toml] | fields"`
	Words  []string `arg:"" optional:"" help:"What the action needs."`
	Reason string   `help:"Why, for remove."`
	Anyway bool     `help:"Add though there is a person of this name and birth date."`
}

func (c *doCommand) Run(s *session) (err error) {
	if err := s.open(c.File); err != nil {
		return err
	}
	defer s.close(&err)
	switch c.Action {
	case "add":
		return c.add(s)
	case "remove", "restore":
		return c.removeOrRestore(s)
	case "history":
		return c.history(s)
	case "school":
		return c.school(s)
	}
	if len(c.Words) > 0 {
		return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": c.Words[0]}}
	}
	for _, field := range s.registrar.Fields() {
		fmt.Fprintf(s.stdout, "%s\t%v\n", field, s.text().Word(s.registrar.FieldTitle(field)))
	}
	return nil
}

func (c *doCommand) add(s *session) error {
	values, err := assignments(c.Words)
	if err != nil {
		return err
	}
	id, err := s.registrar.Add(s.ctx, values, c.Anyway)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.stdout, id)
	return err
}

func (c *doCommand) removeOrRestore(s *session) error {
	if len(c.Words) == 0 {
		return &registrar.Error{Code: "cli.no_id"}
	}
	if c.Action == "remove" {
		return s.registrar.Remove(s.ctx, c.Words, c.Reason)
	}
	return s.registrar.Restore(s.ctx, c.Words)
}

func (c *doCommand) history(s *session) error {
	id := ""
	if len(c.Words) > 1 {
		return &registrar.Error{Code: "cli.surplus", Args: map[string]any{"value": c.Words[1]}}
	}
	if len(c.Words) > 0 {
		id = c.Words[0]
	}
	events, err := s.registrar.History(s.ctx, id)
	if err != nil {
		return err
	}
	for _, e := range events {
		fmt.Fprintf(s.stdout, "%d\t%s\t%s\t%s\t%s %s\n", e.Seq, e.At.Local().Format("02.01.2006 15:04"), e.By,
			s.say("event."+e.Kind, nil), e.Graduate, e.Note)
		for _, change := range e.Changes {
			fmt.Fprintf(s.stdout, "\t%v: «%s» → «%s»\n", s.text().Word(s.registrar.FieldTitle(change.Field)), change.Before, change.After)
		}
	}
	return nil
}

// school shows the school as JSON, or stores the one of a file.
func (c *doCommand) school(s *session) error {
	if len(c.Words) == 0 {
		encoder := json.NewEncoder(s.stdout)
		encoder.SetEscapeHTML(false)
		encoder.SetIndent("", "  ")
		return encoder.Encode(s.registrar.School())
	}
	source, err := registrar.ReadFile(c.Words[0], maximumTOML)
	if err != nil {
		return err
	}
	school, err := registrar.ReadSchool(source)
	if err != nil {
		return err
	}
	return s.registrar.ChangeSchool(s.ctx, school)
}
